package pathway_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func frontier(t testing.TB, p *pathway.Planner, r *assess.Report, o pathway.Options) (plans []*pathway.Plan) {
	t.Helper()
	for made, err := range p.Frontier(context.Background(), r, o) {
		require.NoError(t, err)
		plans = append(plans, made)
	}
	return plans
}

// front finds by trying every set of courses what no plan beats.
func (o oracle) front() (front []bill) {
	all := map[uint]bill{}
	most := o.best().closed
	for set := range uint(1) << len(o.courses) {
		b, good := o.live(set)
		if good && (o.limited() || b.closed == most) {
			all[set] = b
		}
	}
	maps.DeleteFunc(all, func(set uint, b bill) bool {
		for part := (set - 1) & set; part != set; part = (part - 1) & set {
			if c, good := all[part]; good && c.closed == b.closed {
				return true
			}
		}
		return false
	})
	for _, b := range all { // any order: the test sorts
		beaten := false
		for _, c := range all { // any order: is there one?
			beaten = beaten || c.beats(b, o.options.Aims)
		}
		if !beaten {
			front = append(front, b)
		}
	}
	return front
}

func (o oracle) limited() bool {
	l, f := o.options.Limits, o.options.Funding
	return l.Pence != nil || l.Minutes != nil || l.Weeks != nil || f != nil && f.PotPence != nil
}

// beats: at least as good in everything and better in something, or equal in
// everything and cheaper, shorter, sooner over or first by the list of courses.
func (b bill) beats(c bill, aims pathway.Aims) bool {
	closed := slices.Compare(b.closed[:], c.closed[:])
	as := closed >= 0 && b.Pence <= c.Pence && (b.Minutes <= c.Minutes || aims > pathway.CostHours) && (b.Weeks <= c.Weeks || aims > pathway.CostHoursWeeks)
	better := closed > 0 || b.Pence < c.Pence || b.Minutes < c.Minutes && aims <= pathway.CostHours || b.Weeks < c.Weeks && aims == pathway.CostHoursWeeks
	return as && (better || cheaper(b, c))
}

func TestFrontierAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(5, 2026))
	points := 0
	for i := range 600 {
		o := invent(rng)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v", i, o.courses, o.report, o.options)
		o.options.Aims = pathway.Aims(i % 4 % 3)
		var want, got []string
		for _, b := range o.front() {
			want = append(want, fmt.Sprint(b.Pence, b.Minutes, b.Weeks, b.IDs))
		}
		p := planner(t, ix, o.courses...)
		list := frontier(t, p, o.report, o.options)
		for _, made := range list {
			ids := courses(made)
			slices.Sort(ids)
			got = append(got, fmt.Sprint(made.CostPence, made.Minutes, made.Weeks, ids))
			require.True(t, made.Proved, text)
		}
		points += len(got)
		first := plan(t, p, o.report, o.options)
		require.Empty(t, cmp.Diff(first.Steps, list[0].Steps), text)
		slices.Sort(want)
		slices.Sort(got)
		require.Empty(t, cmp.Diff(want, got), text)
	}
	require.Greater(t, points, 700, "most worlds should have a choice")
}

func TestFrontier(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2"),
		course("cheap", 10, lasting(8, 600)), course("short", 30, lasting(6, 60)), course("quick", 50, lasting(1, 300)), course("worse", 50, lasting(9, 600)),
	)
	for _, c := range []struct {
		why     string
		options pathway.Options
		want    [][]string
	}{
		{"the cheapest, then fewer hours, then fewer weeks; what is beaten is not there", pathway.Options{}, [][]string{{"cheap"}, {"short"}, {"quick"}}},
		{"within limits doing less for less is a choice too", pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(40))}}, [][]string{{"cheap"}, {}, {"short"}}},
	} {
		var got [][]string
		for _, made := range frontier(t, p, report(develop("S1", 2)), c.options) {
			got = append(got, courses(made))
		}
		require.Empty(t, cmp.Diff(c.want, got), c.why)
	}
}

func TestFrontierMayBeLeftEarly(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1"), course("cheap", 10, lasting(8, 600)), course("quick", 50, lasting(1, 300)))
	seen := 0
	for _, err := range p.Frontier(context.Background(), report(develop("S1", 2)), pathway.Options{}) {
		require.NoError(t, err)
		seen++
		break
	}
	require.Equal(t, 1, seen)
}

func TestFrontierSaysWhenItIsCutShort(t *testing.T) {
	t.Parallel()
	ids, list, r := market(1, 30, 40)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var plans []*pathway.Plan
	var last error
	for made, err := range planner(t, index(t, ids...), list...).Frontier(ctx, r, pathway.Options{}) {
		if last = err; err == nil {
			plans = append(plans, made)
			require.False(t, made.Proved)
		}
	}
	require.ErrorIs(t, last, pathway.ErrUnfinished)
	require.Len(t, plans, 1, "the best so far")
}

func TestFrontierRefusesWhatPlanRefuses(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1"), course("a", 1))
	for _, c := range []struct {
		report  *assess.Report
		options pathway.Options
		want    error
	}{
		{nil, pathway.Options{}, pathway.ErrNoReport},
		{report(), pathway.Options{Limits: pathway.Limits{Weeks: ptr(-1)}}, ksb.ErrValue},
		{report(), pathway.Options{With: []string{"x"}}, pathway.ErrUnknownCourse},
	} {
		var errs []error
		for _, err := range p.Frontier(context.Background(), c.report, c.options) {
			errs = append(errs, err)
		}
		require.Len(t, errs, 1)
		require.ErrorIs(t, errs[0], c.want)
	}
}
