package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// paces writes paces as "minutes: weeks".
func paces(list []pathway.Pace) (said []string) {
	for _, p := range list {
		text := fmt.Sprintf("%d: %d", p.MinutesPerWeek, p.Weeks)
		if !p.Proved {
			text += "?"
		}
		said = append(said, text)
	}
	return said
}

func TestPaces(t *testing.T) {
	t.Parallel()
	monday := date(t, "2026-09-07")
	span := pathway.Span{From: monday.AddDays(7), To: monday.AddDays(13)}
	for _, c := range []struct {
		why      string
		calendar pathway.Calendar
		step     int64
		want     []string
	}{
		{"to the minute: two beside each other are the last that is won", pathway.Calendar{}, 1, []string{"121: 7", "240: 5", "241: 4"}},
		{"by the hour, rounded up", pathway.Calendar{}, 60, []string{"180: 7", "240: 5", "300: 4"}},
		{"a step above all that is needed", pathway.Calendar{}, 1000, []string{"1000: 4"}},
		{"one at a time: more time wins nothing", pathway.Calendar{Beside: 1}, 1, []string{"121: 7"}},
		{"what the calendar says of minutes is what is asked", pathway.Calendar{MinutesPerWeek: 1}, 60, []string{"180: 7", "240: 5", "300: 4"}},
		{"a week of nights has no minutes, at any pace", pathway.Calendar{Rota: []pathway.Rota{{Span: span}}}, 60, []string{"180: 9", "240: 7", "300: 6"}},
		{"a holiday is counted among the weeks", pathway.Calendar{Closed: []pathway.Span{span}}, 60, []string{"180: 8", "240: 6", "300: 5"}},
		{"a pace at which a course would not be done in time is none", pathway.Calendar{Until: monday.AddDays(7*5 - 1)}, 60, []string{"240: 5", "300: 4"}},
		{"what has no place at any pace is left out", pathway.Calendar{Until: monday.AddDays(7*3 - 1)}, 60, []string{"240: 3"}},
		{"nothing has a place", pathway.Calendar{Until: monday.AddDays(-1)}, 60, nil},
	} {
		p := planner(t, index(t, statements...), sampleCourses()...)
		r := sampleReport()
		if c.calendar.Start == 0 {
			c.calendar.Start = monday
		}
		got, err := p.Paces(context.Background(), r, plan(t, p, r, pathway.Options{}), c.calendar, c.step)
		require.NoError(t, err, c.why)
		require.NotNil(t, got, c.why)
		require.Empty(t, cmp.Diff(c.want, paces(got)), c.why)
		for _, pace := range got {
			require.Equal(t, monday.AddDays(7*pace.Weeks-1), pace.Ends, c.why)
		}
	}
}

// TestPacesAreThoseOfEveryTimetable: asking for a timetable at every number of minutes
// finds the same ones.
func TestPacesAreThoseOfEveryTimetable(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(23, 2026))
	several := 0
	for i := range 150 {
		r, courses := fiveCourses(t, rng)
		p := planner(t, ix, courses...)
		made := plan(t, p, r, pathway.Options{})
		calendar, step := pathway.Calendar{Start: 8, Beside: rng.IntN(5)}, 1+rng.Int64N(3)
		free, err := p.Timetable(context.Background(), r, made, calendar)
		require.NoError(t, err)
		want, last := []string(nil), -1
		for minutes := step; minutes < 50 && len(free.Lessons) > 0; minutes += step {
			calendar.MinutesPerWeek = minutes
			tt, err := p.Timetable(context.Background(), r, made, calendar)
			require.NoError(t, err)
			if len(tt.Lessons) == len(free.Lessons) && tt.Weeks != last {
				want, last = append(want, fmt.Sprintf("%d: %d", minutes, tt.Weeks)), tt.Weeks
			}
		}
		got, err := p.Paces(context.Background(), r, made, calendar, step)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(want, paces(got)), "world %d: %+v\n%+v", i, courses, made)
		if len(got) > 2 {
			several++
		}
	}
	require.Greater(t, several, 15, "the worlds have something to choose from")
}

// fiveCourses all have to be taken, some after another, some on days of their own.
func fiveCourses(t *testing.T, rng *rand.Rand) (*assess.Report, []pathway.Course) {
	r, list := report(), []pathway.Course(nil)
	for i, id := range statements {
		r.Gaps = append(r.Gaps, gap(id, 2, assess.Develop, 1))
		c := pathway.Course{ID: fmt.Sprint("c", i), Teaches: teaches(id, 2), Weeks: 1 + rng.IntN(4), Minutes: rng.Int64N(20)}
		if i > 0 && rng.IntN(3) == 0 {
			c.After = []string{fmt.Sprint("c", rng.IntN(i))}
		}
		for rng.IntN(4) == 0 {
			c.Starts = append(c.Starts, date(t, "0001-01-08").AddDays(7*rng.IntN(8)))
		}
		list = append(list, c)
	}
	return r, list
}

// TestPacesCutShort: wherever the context ends, a pace that is found holds, and is proved only
// if it is among those of the whole answer.
func TestPacesCutShort(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, statements...), sampleCourses()...)
	r := sampleReport()
	made, calendar := plan(t, p, r, pathway.Options{}), pathway.Calendar{Start: 8}
	whole, err := p.Paces(context.Background(), r, made, calendar, 60)
	require.NoError(t, err)
	for k := range int64(40) {
		ctx := asked{context.Background(), new(atomic.Int64)}
		ctx.left.Store(k)
		got, err := p.Paces(ctx, r, made, calendar, 60)
		require.NoError(t, err)
		require.NotEmpty(t, got)
		for _, pace := range got {
			tt, err := p.Timetable(context.Background(), r, made, pathway.Calendar{Start: 8, MinutesPerWeek: pace.MinutesPerWeek})
			require.NoError(t, err)
			require.LessOrEqual(t, tt.Weeks, pace.Weeks, "cut at question %d: %+v", k, pace)
			require.True(t, !pace.Proved || slices.Contains(whole, pace), "cut at question %d: %+v", k, pace)
		}
	}
}

func TestPacesErrors(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, statements...), sampleCourses()...)
	r := sampleReport()
	made := plan(t, p, r, pathway.Options{})
	for _, c := range []struct {
		why    string
		report *assess.Report
		plan   *pathway.Plan
		start  ksb.Date
		step   int64
		want   error
	}{
		{"nobody", nil, made, 8, 60, pathway.ErrNoReport},
		{"no plan", r, nil, 8, 60, pathway.ErrNoPlan},
		{"no day", r, made, 0, 60, ksb.ErrMissing},
		{"steps of nothing", r, made, 8, 0, pathway.ErrStep},
	} {
		_, err := p.Paces(context.Background(), c.report, c.plan, pathway.Calendar{Start: c.start}, c.step)
		require.ErrorIs(t, err, c.want, c.why)
	}
}
