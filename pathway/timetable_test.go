package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func date(t *testing.T, text string) ksb.Date {
	t.Helper()
	d, err := ksb.ParseDate(text)
	require.NoError(t, err)
	return d
}

// lessons writes a timetable as "course begins-ends".
func lessons(tt *pathway.Timetable) (list []string) {
	for _, l := range tt.Lessons {
		list = append(list, fmt.Sprintf("%s %s to %s", l.Course, l.Begins, l.Ends))
	}
	for _, n := range tt.NotPlaced {
		list = append(list, fmt.Sprintf("%s: %s %v", n.Course, n.Reason, n.Refs))
	}
	return list
}

// sampleCourses are three courses for S1 to S3: b builds on a.
func sampleCourses() []pathway.Course {
	return []pathway.Course{
		{ID: "a", Teaches: teaches("S1", 2), Weeks: 2, Minutes: 240},
		{ID: "b", Teaches: teaches("S2", 2), Requires: teaches("S1", 1), Weeks: 2, Minutes: 241},
		{ID: "c", Teaches: teaches("S3", 2), Weeks: 3, Minutes: 360},
	}
}

func sampleReport() *assess.Report {
	r := report()
	for _, id := range []ksb.StatementID{"S1", "S2", "S3"} {
		r.Gaps = append(r.Gaps, gap(id, 2, assess.Develop, 1))
	}
	return r
}

func TestTimetableRules(t *testing.T) {
	t.Parallel()
	span := func(from, to string) pathway.Span { return pathway.Span{From: date(t, from), To: date(t, to)} }
	for _, c := range []struct {
		why      string
		courses  func([]pathway.Course)
		calendar pathway.Calendar
		want     []string
	}{
		{"without limits each starts as early as it can", nil, pathway.Calendar{}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-07 to 2026-09-27", "b 2026-09-21 to 2026-10-04"}},
		{"a start in mid-week waits for Monday", nil, pathway.Calendar{Start: date(t, "2026-09-02")}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-07 to 2026-09-27", "b 2026-09-21 to 2026-10-04"}},
		{"two hours a week: one after the other, but for the odd minute", nil, pathway.Calendar{MinutesPerWeek: 121}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-21 to 2026-10-11", "b 2026-10-12 to 2026-10-25"}},
		{"one at a time", nil, pathway.Calendar{Beside: 1}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-21 to 2026-10-11", "b 2026-10-12 to 2026-10-25"}},
		{"a holiday: courses pause in it", nil, pathway.Calendar{Closed: []pathway.Span{span("2026-09-14", "2026-09-16")}}, []string{"a 2026-09-07 to 2026-09-27", "c 2026-09-07 to 2026-10-04", "b 2026-09-28 to 2026-10-11"}},
		{"two days off close no week", nil, pathway.Calendar{Closed: []pathway.Span{span("2026-09-14", "2026-09-15")}}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-07 to 2026-09-27", "b 2026-09-21 to 2026-10-04"}},
		{"nights: the course must go round them", nil, pathway.Calendar{Rota: []pathway.Rota{{span("2026-09-14", "2026-09-20"), 0}}}, []string{"a 2026-09-21 to 2026-10-04", "c 2026-09-21 to 2026-10-11", "b 2026-10-05 to 2026-10-18"}},
		{"a term that is too short names what it cannot hold", nil, pathway.Calendar{Terms: []pathway.Span{span("2026-09-07", "2026-09-25")}}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-07 to 2026-09-27", "b: no-day []"}},
		{"the next term goes on", nil, pathway.Calendar{Terms: []pathway.Span{span("2026-09-07", "2026-09-25"), span("2026-10-05", "2026-12-11")}}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-07 to 2026-09-27", "b 2026-09-21 to 2026-10-11"}},
		{
			"a stated day is kept, and the first that is late enough taken",
			func(list []pathway.Course) {
				list[1].Starts = []ksb.Date{date(t, "2026-09-15"), date(t, "2026-10-06"), date(t, "2026-10-07")}
			},
			pathway.Calendar{}, []string{"a 2026-09-07 to 2026-09-20", "c 2026-09-07 to 2026-09-27", "b 2026-10-06 to 2026-10-18"},
		},
		{
			"only days that are past: it and what builds on it are named",
			func(list []pathway.Course) { list[0].Starts = []ksb.Date{date(t, "2025-09-15")} },
			pathway.Calendar{}, []string{"c 2026-09-07 to 2026-09-27", "a: no-day []", "b: waits [a]"},
		},
		{"a week is too short for the largest", nil, pathway.Calendar{MinutesPerWeek: 120}, []string{"c 2026-09-07 to 2026-09-27", "a 2026-09-28 to 2026-10-11", "b: no-time []"}},
		{"a booking holds whatever the catalogue says", nil, pathway.Calendar{Booked: []pathway.Booking{{"a", date(t, "2026-09-16")}}}, []string{"c 2026-09-07 to 2026-09-27", "a 2026-09-16 to 2026-09-27", "b 2026-09-28 to 2026-10-11"}},
		{
			"bookings that exclude each other: earlier steps of the plan go first", nil,
			pathway.Calendar{Beside: 1, Booked: []pathway.Booking{{"a", date(t, "2026-09-07")}, {"c", date(t, "2026-09-14")}}},
			[]string{"a 2026-09-07 to 2026-09-20", "b 2026-09-21 to 2026-10-04", "c: clashes []"},
		},
		{"the calendar is over before it begins", nil, pathway.Calendar{Until: date(t, "2026-09-01")}, []string{"a: no-time []", "c: no-time []", "b: waits [a]"}},
	} {
		list := sampleCourses()
		if c.courses != nil {
			c.courses(list)
		}
		if c.calendar.Start == 0 {
			c.calendar.Start = date(t, "2026-09-07")
		}
		planner := planner(t, index(t, statements...), list...)
		r := sampleReport()
		plan := plan(t, planner, r, pathway.Options{})
		got, err := planner.Timetable(context.Background(), r, plan, c.calendar)
		require.NoError(t, err, c.why)
		require.Empty(t, cmp.Diff(c.want, lessons(got)), c.why)
		require.True(t, got.Proved, c.why)
	}
}

func TestTimetableErrors(t *testing.T) {
	t.Parallel()
	planner := planner(t, index(t, statements...), sampleCourses()...)
	r := sampleReport()
	p := plan(t, planner, r, pathway.Options{})
	monday := date(t, "2026-09-07")
	for _, c := range []struct {
		why      string
		report   *assess.Report
		plan     *pathway.Plan
		calendar pathway.Calendar
		want     error
	}{
		{"nobody", nil, p, pathway.Calendar{Start: monday}, pathway.ErrNoReport},
		{"no plan", r, nil, pathway.Calendar{Start: monday}, pathway.ErrNoPlan},
		{"no day", r, p, pathway.Calendar{}, ksb.ErrMissing},
		{"a step from another catalogue", r, &pathway.Plan{Steps: []pathway.Step{{Course: "z"}}}, pathway.Calendar{Start: monday}, pathway.ErrUnknownCourse},
		{"a booking for nothing", r, p, pathway.Calendar{Start: monday, Booked: []pathway.Booking{{"z", monday}}}, pathway.ErrUnknownCourse},
		{"two days for one course", r, p, pathway.Calendar{Start: monday, Booked: []pathway.Booking{{"a", monday}, {"a", monday + 7}}}, pathway.ErrBookedTwice},
		{"the same day twice is one booking", r, p, pathway.Calendar{Start: monday, Booked: []pathway.Booking{{"a", monday}, {"a", monday}}}, nil},
	} {
		_, err := planner.Timetable(context.Background(), c.report, c.plan, c.calendar)
		require.ErrorIs(t, err, c.want, c.why)
	}
	_, err := planner.Timetable(context.Background(), r, p, pathway.Calendar{Start: monday, MinutesPerWeek: -1})
	require.Error(t, err)
}

// Every timetable of a plan can be lived through in the order of its days, and its
// weeks add up to the minutes of its courses.
func TestTimetablesCanBeLived(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(9, 2026))
	for i := range 600 {
		o := invent(rng)
		o.options.Limits = pathway.Limits{}
		for j := range o.courses {
			o.courses[j].Starts = nil
		}
		planner := planner(t, ix, o.courses...)
		p := plan(t, planner, o.report, o.options)
		free, err := planner.Timetable(context.Background(), o.report, p, pathway.Calendar{Start: 8})
		require.NoError(t, err)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v", i, o.courses, p, free)
		require.Empty(t, free.NotPlaced, text)
		require.GreaterOrEqual(t, free.Weeks, p.Weeks, text)
		require.LessOrEqual(t, free.Weeks, p.Weeks+1, "only a course of no weeks at the end needs one of its own: %s", text)
		held, err := planner.Timetable(context.Background(), o.report, p, pathway.Calendar{Start: 8, MinutesPerWeek: 4, Beside: 1 + rng.IntN(2)})
		require.NoError(t, err)
		require.GreaterOrEqual(t, held.Weeks, free.Weeks, "a limit never shortens: %s", text)
		requireLived(t, o, p, held, text)
	}
}

func requireLived(t *testing.T, o oracle, p *pathway.Plan, tt *pathway.Timetable, text string) {
	t.Helper()
	w := o.start()
	byID := map[string]pathway.Course{}
	for _, c := range o.courses {
		byID[c.ID] = c
	}
	left := slices.Clone(tt.Lessons)
	minutes, sum := int64(0), int64(0)
	for week := range tt.Weeks + 1 {
		for _, l := range tt.Lessons {
			if l.EndWeek == week && byID[l.Course].Weeks > 0 {
				w.finish(byID[l.Course])
			}
		}
		for again := true; again; {
			again = false
			left = slices.DeleteFunc(left, func(l pathway.Lesson) bool {
				c := byID[l.Course]
				may := l.StartWeek == week && w.allows(c)
				if may && c.Weeks == 0 {
					w.finish(c)
				}
				again = again || may
				return may
			})
		}
	}
	require.Empty(t, left, text)
	for _, l := range tt.Lessons {
		minutes += byID[l.Course].Minutes
	}
	for _, l := range tt.Load {
		sum += l.Minutes
	}
	require.Equal(t, minutes, sum, text)
	require.Len(t, p.Steps, len(tt.Lessons)+len(tt.NotPlaced), text)
}

// TestPressingCoursesComeFirst: the order within a timetable that is no longer for it.
func TestPressingCoursesComeFirst(t *testing.T) {
	t.Parallel()
	alike := func(id string, s ksb.StatementID) pathway.Course {
		return pathway.Course{ID: id, Teaches: teaches(s, 2), Weeks: 1, Minutes: 60}
	}
	gate := func(id ksb.GateID, due, opens string) assess.GateResult {
		g := assess.GateResult{Gate: id, State: assess.GateNotMet, Opens: [][]string{{opens}}}
		if due != "" {
			g.Due = date(t, due)
		}
		return g
	}
	for _, c := range []struct {
		why    string
		change func(courses []pathway.Course, r *assess.Report)
		want   string
	}{
		{"nothing presses: as in the plan", func([]pathway.Course, *assess.Report) {}, "a b c"},
		{"a critical gap", func(_ []pathway.Course, r *assess.Report) { r.Gaps[2].Critical = true }, "c a b"},
		{"and what it builds on", func(list []pathway.Course, r *assess.Report) {
			r.Gaps[2].Critical = true
			list[2].After = []string{"b"}
		}, "b c a"},
		{"a gate before a critical gap", func(list []pathway.Course, r *assess.Report) {
			r.Gaps[2].Critical, list[1].Awards = true, []ksb.CredentialID{"card"}
			r.Gates = []assess.GateResult{gate("G", "2026-09-20", "card")}
		}, "b c a"},
		{"the gate that closes first", func(list []pathway.Course, r *assess.Report) {
			list[1].Awards, list[2].Awards = []ksb.CredentialID{"card"}, []ksb.CredentialID{"badge"}
			r.Gates = []assess.GateResult{gate("G", "2026-09-20", "card"), gate("H", "2026-09-13", "badge")}
		}, "c b a"},
		{"a gate that nobody waits for presses nothing", func(list []pathway.Course, r *assess.Report) {
			list[1].Awards = []ksb.CredentialID{"card"}
			r.Gates = []assess.GateResult{gate("G", "", "card")}
		}, "a b c"},
		{"all that adds credits to what a gate asks for", func(list []pathway.Course, r *assess.Report) {
			list[1].Credits, list[2].Credits = &pathway.Credits{Of: "degree", Adds: 20}, &pathway.Credits{Of: "degree", Adds: 20}
			r.Gates = []assess.GateResult{gate("G", "2026-09-20", "degree+40")}
		}, "b c a"},
		{"never at the price of a later end", func(list []pathway.Course, r *assess.Report) {
			r.Gaps[2].Critical = true
			list[0].Starts, list[1].Starts = []ksb.Date{date(t, "2026-09-07")}, []ksb.Date{date(t, "2026-09-14")}
		}, "a b c"},
	} {
		list, r := []pathway.Course{alike("a", "S1"), alike("b", "S2"), alike("c", "S3")}, sampleReport()
		c.change(list, r)
		p := planner(t, index(t, statements...), list...)
		got, err := p.Timetable(context.Background(), r, plan(t, p, r, pathway.Options{}), pathway.Calendar{Start: date(t, "2026-09-07"), Beside: 1})
		require.NoError(t, err, c.why)
		names := ""
		for _, l := range got.Lessons {
			names += l.Course + " "
		}
		require.Equal(t, c.want+" ", names, c.why)
		require.Equal(t, 3, got.Weeks, c.why)
	}
}

// TestPressingNeverLengthens: a timetable of a plan with pressing courses is as short as
// one without, and what presses says why.
func TestPressingNeverLengthens(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(19, 2026))
	pressed := 0
	for i := range 400 {
		o := invent(rng)
		o.options = pathway.Options{}
		for j := range o.courses {
			o.courses[j].Starts = nil
		}
		p := planner(t, ix, o.courses...)
		made := plan(t, p, o.report, o.options)
		calendar := pathway.Calendar{Start: 8, MinutesPerWeek: 4, Beside: 1 + rng.IntN(2)}
		got, err := p.Timetable(context.Background(), o.report, made, calendar)
		require.NoError(t, err)
		calm := *o.report
		calm.Gates, calm.Gaps = nil, slices.Clone(calm.Gaps)
		for g := range calm.Gaps {
			calm.Gaps[g].Critical = false
		}
		without, err := p.Timetable(context.Background(), &calm, made, calendar)
		require.NoError(t, err)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v", i, o.courses, made, got)
		require.Equal(t, without.Weeks, got.Weeks, text)
		requireLived(t, o, made, got, text)
		for _, l := range got.Lessons {
			pressed += len(l.Critical)
		}
	}
	require.Greater(t, pressed, 50)
}
