package pathway

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	timing "github.com/skillgap-go/skillgap/pathway/schedule"
)

// bookable is a plan on its way to a calendar.
type bookable struct {
	*task    // with the courses of the plan and no others
	plan     *Plan
	calendar Calendar
	courses  []int            // by step
	days     [][]ksb.Date     // by step: on which it may begin; nil: any Monday
	booked   map[int]ksb.Date // by step
	shut     []int            // closed weeks, ascending
	presses  []press          // by step
}

// bookable looks up the steps of a plan. A plan without anything to assess first was
// made for a report that has nothing to assess, or assumes it to be unmet.
func (p *Planner) bookable(r *assess.Report, plan *Plan, c Calendar) (*bookable, error) {
	if plan == nil {
		return nil, ErrNoPlan
	}
	if c.Start <= 0 {
		return nil, fmt.Errorf("%w: the day on which the calendar starts", ksb.ErrMissing)
	}
	ids := make([]string, 0, len(plan.Steps))
	for _, s := range plan.Steps {
		if _, usable := p.position(s.Course); !usable {
			return nil, fmt.Errorf("%w: %q of the plan", ErrUnknownCourse, s.Course)
		}
		ids = append(ids, s.Course)
	}
	p = p.among(ids)
	b := &bookable{plan: plan, calendar: c, booked: map[int]ksb.Date{}, shut: c.closed(c.horizon())}
	b.task = p.task(r, Options{AssumeUnmet: len(plan.AssessFirst) == 0})
	for _, s := range plan.Steps {
		at := p.at[s.Course]
		b.courses, b.days = append(b.courses, at), append(b.days, p.courses[at].Starts)
	}
	b.press()
	for _, booked := range c.Booked {
		i := slices.IndexFunc(plan.Steps, func(s Step) bool { return s.Course == booked.Course })
		if i < 0 {
			return nil, fmt.Errorf("%w: %q is booked and not in the plan", ErrUnknownCourse, booked.Course)
		}
		if before, is := b.booked[i]; is && before != booked.Begins {
			return nil, fmt.Errorf("%w: %q on %s and on %s", ErrBookedTwice, booked.Course, before, booked.Begins)
		}
		b.days[i], b.booked[i] = []ksb.Date{booked.Begins}, booked.Begins
	}
	return b, nil
}

// instance is the plan as package schedule sees it.
func (b *bookable) instance() *timing.Instance {
	c := &b.calendar
	in := &timing.Instance{Minutes: c.MinutesPerWeek, Beside: c.Beside, Until: c.until(), Nodes: c.Nodes}
	in.First = b.pressing()
	in.Closed, in.Weeks = slices.Clone(b.shut), c.rota(3*timing.MostWeeks)
	if end := c.until(); end == 0 && (c.Until > 0 || len(c.Terms) > 0) {
		in.Until, in.Closed = 1, append(in.Closed, 0) // it ends before week 0
	}
	for i, course := range b.courses {
		a := timing.Activity{Weeks: b.task.courses[course].Weeks, Minutes: b.task.courses[course].Minutes, After: b.after(i)}
		if b.days[i] != nil {
			a.Starts = []int{}
			for _, d := range b.days[i] {
				a.Starts = append(a.Starts, c.week(d))
			}
		}
		in.Activities = append(in.Activities, a)
	}
	return in
}

// after groups the steps that give what a step builds on and what is not held, or runs out
// before the step in the plan.
func (b *bookable) after(i int) (groups [][]int) {
	for _, f := range b.needs[b.courses[i]] {
		group := []int{}
		for j, course := range b.courses {
			if j != i && slices.Contains(b.adds[course], f) {
				group = append(group, j)
			}
		}
		if _, held := slices.BinarySearch(b.start, f); !held || len(group) > 0 && b.lateFor(i, b.facts[f].credential) {
			groups = append(groups, group)
		}
	}
	return groups
}

// lateFor tells whether a step begins in the plan after the last day of a credential that
// it needs.
func (b *bookable) lateFor(i int, id ksb.CredentialID) bool {
	return slices.ContainsFunc(b.plan.Lapses, func(l Lapse) bool {
		return l.Credential == id && slices.Contains(l.NeededBy, b.plan.Steps[i].Course)
	})
}

func (b *bookable) timetable(s timing.Solution) *Timetable {
	t := &Timetable{
		Format: TimetableFormat, Worker: b.plan.Worker, Role: b.plan.Role, Start: b.calendar.monday(),
		Lessons: []Lesson{}, Load: []Load{}, Weeks: s.Weeks, BoundWeeks: s.Bound, Proved: s.Proved, NotPlaced: []NotPlaced{},
	}
	for i, week := range s.Starts {
		if week != timing.NotPlaced {
			t.Lessons = append(t.Lessons, b.lesson(i, week))
		}
	}
	slices.SortStableFunc(t.Lessons, func(a, b Lesson) int {
		return cmp.Or(cmp.Compare(a.Begins, b.Begins), cmp.Compare(a.EndWeek, b.EndWeek))
	})
	b.load(t)
	for _, l := range s.Left {
		refs := []string{}
		for _, j := range l.Refs {
			refs = append(refs, b.plan.Steps[j].Course)
		}
		t.NotPlaced = append(t.NotPlaced, NotPlaced{b.plan.Steps[l.Activity].Course, notPlaced(l.Reason), refs})
	}
	return t
}

func notPlaced(r timing.Reason) NotPlacedReason {
	switch r {
	case timing.NoStart:
		return NoDay
	case timing.NoRoom:
		return NoTime
	case timing.Waits:
		return Waits
	}
	return Clashes
}

// lesson puts step i into its weeks.
func (b *bookable) lesson(i, week int) Lesson {
	c, monday := b.task.courses[b.courses[i]], b.calendar.monday()
	l := Lesson{Course: c.ID, Title: c.Title, Begins: b.day(i, week), StartWeek: week, EndWeek: week, Minutes: c.Minutes}
	_, l.Booked = b.booked[i]
	l.Critical, l.Opens, l.Due = b.presses[i].critical, b.presses[i].opens, b.presses[i].due
	for _, w := range b.weeks(c, week) {
		l.EndWeek = w + 1
	}
	l.Ends = max(monday.AddDays(7*l.EndWeek-1), l.Begins)
	return l
}

// day is the first day of the week on which the step may begin.
func (b *bookable) day(i, week int) ksb.Date {
	first := ksb.Date(0)
	for _, d := range b.days[i] {
		if b.calendar.week(d) == week && (first == 0 || d < first) {
			first = d
		}
	}
	return cmp.Or(first, b.calendar.monday().AddDays(7*week))
}

// weeks are those in which a course runs that starts in one of them.
func (b *bookable) weeks(c *course, week int) (list []int) {
	n := c.Weeks
	if n == 0 && c.Minutes > 0 {
		n = 1
	}
	for ; len(list) < n; week++ {
		if _, shut := slices.BinarySearch(b.shut, week); !shut {
			list = append(list, week)
		}
	}
	return list
}

// load adds up what each week holds.
func (b *bookable) load(t *Timetable) {
	in := b.instance()
	for week := range t.Weeks {
		l := Load{Week: week, Monday: t.Start.AddDays(7 * week), Closed: slices.Contains(in.Closed, week), Courses: []string{}}
		if most, limited := in.Room(week); limited {
			l.MostMinutes = &most
		}
		t.Load = append(t.Load, l)
	}
	for _, l := range t.Lessons {
		c := b.task.courses[b.task.Planner.at[l.Course]]
		for k, week := range b.weeks(c, l.StartWeek) {
			t.Load[week].Minutes += timing.Share(c.Minutes, c.Weeks, k)
			t.Load[week].Courses = append(t.Load[week].Courses, l.Course)
		}
	}
}
