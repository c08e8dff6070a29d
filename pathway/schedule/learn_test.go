package schedule_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestLearningAgreesWithTheSearch: two methods that share little find the same ends,
// from above and from below, however few clauses are kept.
func TestLearningAgreesWithTheSearch(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(15, 2026))
	for i := range 2_500 {
		in := invent(rng)
		if i%4 == 0 {
			in = courses(rng, 1+rng.IntN(8), i%8 == 0)
		}
		text := fmt.Sprintf("problem %d: %+v", i, *in)
		want := solved(t, in)
		require.True(t, want.Proved, text)
		shortened, refuted, all := schedule.Learned(context.Background(), in, i%3*4)
		require.True(t, all, text)
		require.Equal(t, []int{want.Weeks, want.Weeks}, []int{shortened, refuted}, text)
	}
}

// TestFirst: what presses goes ahead, never at the price of a later end.
func TestFirst(t *testing.T) {
	t.Parallel()
	three := []schedule.Activity{act(1, 60), act(1, 60), act(1, 60)}
	for _, c := range []struct {
		why    string
		acts   []schedule.Activity
		first  []int
		starts []int
	}{
		{"nothing presses", three, nil, []int{0, 1, 2}},
		{"the last one does", three, []int{2}, []int{1, 2, 0}},
		{"in their order", three, []int{2, 1}, []int{2, 1, 0}},
		{"and what it builds on", []schedule.Activity{act(1, 60), act(1, 60), act(1, 60, 1)}, []int{2}, []int{2, 0, 1}},
		{"not where the whole would end later", []schedule.Activity{act(1, 60), act(1, 60, 0), act(1, 10)}, []int{2, 2}, []int{0, 1, 0}},
		{"what is not placed presses nothing", []schedule.Activity{act(1, 60), act(1, 999), act(1, 60)}, []int{1, 2}, []int{1, -1, 0}},
	} {
		in := &schedule.Instance{Minutes: 70, Activities: c.acts, First: c.first}
		require.Equal(t, c.starts, solved(t, in).Starts, c.why)
	}
	_, err := schedule.Solve(context.Background(), &schedule.Instance{Activities: three, First: []int{3}})
	require.ErrorIs(t, err, schedule.ErrRange)
	rng := rand.New(rand.NewPCG(16, 2026))
	for range 500 {
		in := invent(rng)
		calm := solved(t, in)
		for range rng.IntN(4) {
			if n := len(in.Activities); n > 0 {
				in.First = append(in.First, rng.IntN(n))
			}
		}
		require.Equal(t, calm.Weeks, solved(t, in).Weeks)
	}
}

// TestFirstIsAsEarlyAsCanBe: no schedule of the same length has what presses most end
// sooner.
func TestFirstIsAsEarlyAsCanBe(t *testing.T) {
	t.Parallel()
	rng, sooner := rand.New(rand.NewPCG(19, 2026)), 0
	for range 400 {
		in := invent(rng)
		if len(in.Activities) == 0 {
			continue
		}
		calm, most := solved(t, in), rng.IntN(len(in.Activities))
		in.First = []int{most}
		got := solved(t, in)
		if at := got.Starts[most]; at > 0 {
			early := *in
			early.Activities = slices.Clone(in.Activities)
			early.Activities[most].Starts = []int{}
			for week := range at {
				if in.Activities[most].Starts == nil || slices.Contains(in.Activities[most].Starts, week) {
					early.Activities[most].Starts = append(early.Activities[most].Starts, week)
				}
			}
			require.False(t, canEnd(&early, placed(got), got.Weeks), "%+v: %v", in, got)
		}
		if got.Starts[most] < calm.Starts[most] {
			sooner++
		}
	}
	require.Greater(t, sooner, 5)
}

// TestContextEndsAnySize is about what is asked, not about the clock: a context that ends
// stops every part of the search, however large the problem.
func TestContextEndsAnySize(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, n := range []int{30, 120, 500} {
		in := courses(rand.New(rand.NewPCG(17, uint64(n))), n, false)
		got, err := schedule.Solve(ctx, in)
		require.NoError(t, err)
		require.NoError(t, got.Check(in))
		require.False(t, got.Proved)
	}
}
