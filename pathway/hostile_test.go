package pathway_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func TestHostileCatalogues(t *testing.T) {
	t.Parallel()
	idle := func(c *pathway.Course) { c.Teaches = nil }
	empty := func(c *pathway.Course) { c.Minutes, c.Weeks = 0, 0 }
	for _, c := range []struct {
		why     string
		options pathway.Options
		courses []pathway.Course
		want    []string
	}{
		{"a course that teaches nothing is not taken, even free", pathway.Options{}, []pathway.Course{course("a", 0, idle, empty), course("b", 5)}, []string{"b"}},
		{"unless one that is needed comes after it", pathway.Options{}, []pathway.Course{course("a", 0, idle, empty), course("b", 5, after("a"))}, []string{"a", "b"}},
		{"or it is asked for", pathway.Options{With: []string{"a"}}, []pathway.Course{course("a", 7, idle), course("b", 5)}, []string{"a", "b"}},
		{"what costs and takes nothing is taken once", pathway.Options{}, []pathway.Course{course("a", 0, empty), course("b", 0, empty)}, []string{"a"}},
		{"with no money and no time what costs neither is there", pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(0)), Minutes: ptr(int64(0)), Weeks: ptr(0)}},
			[]pathway.Course{course("a", 0, empty), course("b", 0)}, []string{"a"}},
		{"and nothing else", pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(0)), Minutes: ptr(int64(0)), Weeks: ptr(0)}}, []pathway.Course{course("b", 0), course("c", 1, empty)}, []string{}},
		{"limits as large as can be", pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(math.MaxInt64)), Minutes: ptr(int64(math.MaxInt64)), Weeks: ptr(math.MaxInt)}},
			[]pathway.Course{course("b", 5)}, []string{"b"}},
		{"the largest limits with days", pathway.Options{Start: firstDay, Limits: pathway.Limits{Weeks: ptr(math.MaxInt)}}, []pathway.Course{course("b", 5, on(3))}, []string{"b"}},
		{"a ring by levels is no plan, and no endless walk", pathway.Options{},
			[]pathway.Course{course("a", 1, requiring("S2", 1), empty), course("b", 1, giving("S2", 1), requiring("S1", 1), empty)}, []string{}},
		{"nor a ring with days", pathway.Options{Start: firstDay},
			[]pathway.Course{course("a", 1, requiring("S2", 1), on(1)), course("b", 1, giving("S2", 1), requiring("S1", 1))}, []string{}},
		{"days before the beginning of days", pathway.Options{Start: math.MaxInt32}, []pathway.Course{course("a", 1, on(1)), course("b", 9)}, []string{"b"}},
	} {
		got := plan(t, planner(t, index(t, "S1", "S2"), c.courses...), report(develop("S1", 2)), c.options)
		require.Equal(t, c.want, courses(got), c.why)
		require.True(t, got.Proved, c.why)
	}
}

// on lets a course begin in the weeks given, counted from firstDay.
func on(weeks ...int) func(*pathway.Course) {
	return func(c *pathway.Course) {
		for _, week := range weeks {
			c.Starts = append(c.Starts, firstDay.AddDays(7*week+2))
		}
	}
}

func TestImportanceNearTheLimits(t *testing.T) {
	t.Parallel()
	for _, importance := range []float64{math.MaxFloat64, math.Inf(1), 1e300, 1e13, 1e-300, 0, -1, math.NaN()} {
		great, small := develop("S1", 2), develop("S2", 2)
		great.Importance, great.Critical = importance, true
		got := plan(t, planner(t, index(t, "S1", "S2"), course("a", 5), course("b", 5, giving("S2", 2))), report(great, small),
			pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(5))}, With: []string{"a"}})
		require.Equal(t, []string{"a"}, courses(got), "%v", importance)
		require.GreaterOrEqual(t, *got.BoundShare, 0.0)
		require.LessOrEqual(t, *got.BoundShare, 1.0)
	}
}

func TestFundingNearTheLimits(t *testing.T) {
	t.Parallel()
	dear := course("a", math.MaxInt64/1000, func(c *pathway.Course) { c.FundingMaxPence = math.MaxInt64 })
	got := plan(t, planner(t, index(t, "S1"), dear), report(develop("S1", 2)), pathway.Options{Funding: &pathway.Funding{ShareBasisPoints: 1}})
	require.Equal(t, int64(math.MaxInt64/1000), got.CostPence+got.FundedPence, "nothing is lost")
	require.Equal(t, int64(math.MaxInt64/1000)/10_000+1, got.CostPence, "the employer's share, rounded up")
}

// TestHundredThousandCourses: a chain of prerequisites in the worst order, a ring as
// large, and a market around them. No time is asserted; it would never end if any step
// were quadratic.
func TestHundredThousandCourses(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a large catalogue")
	}
	const n = 100_000
	var list []pathway.Course
	for i := range n / 2 {
		list = append(list, pathway.Course{ID: fmt.Sprintf("ring%06d", i), After: []string{fmt.Sprintf("ring%06d", (i+1)%(n/2))}, Teaches: teaches("S1", 2)})
	}
	for i := range n / 2 {
		c := pathway.Course{ID: fmt.Sprintf("chain%06d", i), CostPence: 1, Minutes: 1, Teaches: teaches("S2", 1)}
		if i+1 < n/2 {
			c.After = []string{fmt.Sprintf("chain%06d", i+1)}
		}
		list = append(list, c)
	}
	list = append(list, course("one", 7))
	p, problems := pathway.NewPlanner(index(t, "S1", "S2"), catalogue(list...))
	require.Equal(t, []found{{ksb.ErrRing, "courses[ring000000].after"}}, faults(problems))
	require.Less(t, len(problems[0].Error()), 400, "a ring is named, not recited")
	made, err := p.Plan(context.Background(), report(develop("S1", 2)), pathway.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"one"}, courses(made))
}
