package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// year is the oracle of a timetable: it lives through a calendar day by day and tries every
// week for every course.
type year struct {
	oracle
	calendar pathway.Calendar
	steps    []pathway.Course
}

// first is the Monday of week 0.
func (y year) first() ksb.Date {
	for d := y.calendar.Start; ; d++ {
		if (d-1)%7 == 0 { // 0001-01-01 was a Monday
			return d
		}
	}
}

// workingDays counts those of a week, Monday to Friday, that lie in one of the spans.
func (y year) workingDays(week int, spans ...pathway.Span) (n int) {
	for k := range 5 {
		d := y.first().AddDays(7*week + k)
		if slices.ContainsFunc(spans, func(s pathway.Span) bool { return s.From <= d && d <= s.To }) {
			n++
		}
	}
	return n
}

func (y year) open(week int) bool {
	c := y.calendar
	wednesday := y.first().AddDays(7*week + 2)
	return y.workingDays(week, c.Closed...) < 3 && (len(c.Terms) == 0 || y.workingDays(week, c.Terms...) >= 3) && (c.Until == 0 || wednesday <= c.Until)
}

// room is what a week has for all courses together; below 0: no limit.
func (y year) room(week int) int64 {
	room := y.calendar.MinutesPerWeek
	if room == 0 {
		room = -1
	}
	changed := false
	for _, r := range y.calendar.Rota {
		if y.workingDays(week, r.Span) >= 3 {
			if !changed || r.Minutes < room {
				room = r.Minutes
			}
			changed = true
		}
	}
	return room
}

// runs are the weeks in which a course runs that starts in one; nil, false: it cannot start
// there, or never ends.
func (y year) runs(c pathway.Course, start, end int) (weeks []int, ok bool) {
	if !y.open(start) || !y.mayStart(c, start) {
		return nil, false
	}
	n := c.Weeks
	if n == 0 && c.Minutes > 0 {
		n = 1
	}
	for w := start; len(weeks) < n; w++ {
		if w >= end {
			return nil, false
		}
		if y.open(w) {
			weeks = append(weeks, w)
		}
	}
	return weeks, true
}

func (y year) mayStart(c pathway.Course, week int) bool {
	days := c.Starts
	for _, b := range y.calendar.Booked {
		if b.Course == c.ID {
			days = []ksb.Date{b.Begins}
		}
	}
	monday := y.first().AddDays(7 * week)
	return len(days) == 0 || slices.ContainsFunc(days, func(d ksb.Date) bool { return monday <= d && d < monday.AddDays(7) })
}

// fits tells whether courses can start in the weeks given and all end before one.
func (y year) fits(list []pathway.Course, starts []int, end int) bool {
	minutes, beside := map[int]int64{}, map[int]int{}
	ends := make([]int, len(list))
	for i, c := range list {
		weeks, ok := y.runs(c, starts[i], end)
		if !ok {
			return false
		}
		ends[i] = starts[i]
		for k, w := range weeks {
			if beside[w]++; c.Weeks > 0 { // what builds on a course of no weeks can start in its week
				ends[i] = w + 1
			}
			n := int64(len(weeks))
			minutes[w] += (c.Minutes + n - 1 - int64(k)) / n
		}
	}
	for w := range end {
		if room := y.room(w); room >= 0 && minutes[w] > room || y.calendar.Beside > 0 && beside[w] > y.calendar.Beside {
			return false
		}
	}
	return y.inOrder(list, starts, ends)
}

// inOrder tells whether every course has what it builds on when it starts.
func (y year) inOrder(list []pathway.Course, starts, ends []int) bool {
	w, begun, over := y.start(), make([]bool, len(list)), make([]bool, len(list))
	for week := range slices.Max(append([]int{0}, ends...)) + 1 {
		for again := true; again; {
			again = false
			for i, c := range list {
				if !begun[i] && starts[i] == week && w.allows(c) {
					begun[i], again = true, true
				}
				if begun[i] && !over[i] && ends[i] == week {
					over[i], again = true, true
					w.finish(c)
				}
			}
		}
	}
	return !slices.Contains(begun, false)
}

// possible tells whether some starts let all courses end before a week.
func (y year) possible(list []pathway.Course, end int) bool {
	starts := make([]int, len(list))
	var try func(i int) bool
	try = func(i int) bool {
		if i == len(list) {
			return y.fits(list, starts, end)
		}
		for starts[i] = 0; starts[i] <= end; starts[i]++ {
			if _, ok := y.runs(list[i], starts[i], end); ok && try(i+1) {
				return true
			}
		}
		return false
	}
	return try(0)
}

// inventYear makes a plan of few courses and a calendar with everything in it.
func inventYear(t *testing.T, rng *rand.Rand) (y year, p *pathway.Planner, made *pathway.Plan) {
	t.Helper()
	y.oracle = invent(rng)
	y.options = pathway.Options{AssumeUnmet: true}
	for i := range y.courses {
		c := &y.courses[i]
		if c.Weeks = min(c.Weeks, 3); c.Weeks == 0 {
			c.Minutes = max(c.Minutes, 1) // what takes no time at all can stand behind the end
		}
		if rng.IntN(3) > 0 {
			c.Starts = nil
		}
		for k := range c.Starts {
			c.Starts[k] = firstDay + ksb.Date(rng.IntN(50))
		}
	}
	p = planner(t, index(t, statements...), y.courses...)
	made = plan(t, p, y.report, y.options)
	for _, s := range made.Steps {
		y.steps = append(y.steps, y.courses[slices.IndexFunc(y.courses, func(c pathway.Course) bool { return c.ID == s.Course })])
	}
	span := func() pathway.Span {
		from := firstDay + ksb.Date(rng.IntN(40))
		return pathway.Span{From: from, To: from + ksb.Date(rng.IntN(25))}
	}
	c := &y.calendar
	c.Start = firstDay + ksb.Date(rng.IntN(7))
	c.MinutesPerWeek, c.Beside = int64(rng.IntN(6)), rng.IntN(3)
	for rng.IntN(3) == 0 {
		c.Closed = append(c.Closed, span())
	}
	for rng.IntN(4) == 0 {
		c.Terms = append(c.Terms, span())
	}
	for rng.IntN(3) == 0 {
		c.Rota = append(c.Rota, pathway.Rota{Span: span(), Minutes: int64(rng.IntN(5))})
	}
	if rng.IntN(4) == 0 {
		c.Until = firstDay + ksb.Date(rng.IntN(60))
	}
	if len(made.Steps) > 0 && rng.IntN(4) == 0 {
		c.Booked = []pathway.Booking{{Course: made.Steps[rng.IntN(len(made.Steps))].Course, Begins: firstDay + ksb.Date(rng.IntN(30))}}
	}
	return y, p, made
}

// TestTimetableAgreesWithEveryWeek: a timetable can be lived through, no other is shorter,
// and what is not placed cannot be placed beside the rest.
func TestTimetableAgreesWithEveryWeek(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(31, 2026))
	tried, left := 0, 0
	for i := range 2_000 {
		y, p, made := inventYear(t, rng)
		if len(made.Steps) == 0 || len(made.Steps) > 4 {
			continue
		}
		tried++
		got, err := p.Timetable(context.Background(), y.report, made, y.calendar)
		require.NoError(t, err)
		text := fmt.Sprintf("year %d: %+v\n%+v\n%+v\n%+v", i, y.steps, y.report, y.calendar, got)
		require.True(t, got.Proved, text)
		var placed []pathway.Course
		var starts []int
		for _, c := range y.steps {
			if at := slices.IndexFunc(got.Lessons, func(l pathway.Lesson) bool { return l.Course == c.ID }); at >= 0 {
				placed, starts = append(placed, c), append(starts, got.Lessons[at].StartWeek)
			}
		}
		require.True(t, y.fits(placed, starts, got.Weeks), text)
		if got.Weeks > 0 {
			require.False(t, y.possible(placed, got.Weeks-1), "shorter: "+text)
		}
		for _, n := range got.NotPlaced {
			left++
			more := append(slices.Clone(placed), y.steps[slices.IndexFunc(y.steps, func(c pathway.Course) bool { return c.ID == n.Course })])
			require.False(t, y.possible(more, 14), "one more: "+n.Course+" "+text)
		}
	}
	require.Greater(t, tried, 1_000)
	require.Greater(t, left, 300)
}
