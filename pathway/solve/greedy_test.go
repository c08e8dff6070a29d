package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// Greedy keeps to the rules, and is no better than the best.
func TestGreedyIsAPlan(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 2026))
	equal := 0
	for i := range 3_000 {
		in := random(rng)
		got, err := solve.Greedy(context.Background(), in)
		require.NoError(t, err)
		best, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		text := fmt.Sprintf("instance %d: %+v\n%+v\n%+v", i, in, got, best)
		set := uint(0)
		for _, item := range got.Items {
			set |= 1 << item
		}
		out, ok := oracle{in: in}.run(set)
		require.True(t, ok, text)
		require.Equal(t, []int64{out.cost, out.lost}, []int64{got.Value, got.Lost}, text)
		require.False(t, got.Proved, text)
		require.GreaterOrEqual(t, got.Lost, best.Lost, text)
		require.LessOrEqual(t, got.LeastLost, best.Lost, text)
		if got.Lost == best.Lost && len(got.Open) == len(best.Open) {
			require.LessOrEqual(t, got.Bound, best.Value, text)
			require.GreaterOrEqual(t, got.Value, best.Value, text)
			equal++
		}
	}
	require.Greater(t, equal, 1_000, "it mostly closes what can be closed")
}

// Action 2 closes one goal a unit of cost, the others less; with its need, action 1
// then costs 5 for the last goal, and action 3 costs 6.
func ExampleGreedy() {
	s, err := solve.Greedy(context.Background(), &solve.Instance{
		Facts: 4,
		Goals: []solve.Goal{{Fact: 0, Weight: 1}, {Fact: 1, Weight: 1}, {Fact: 2, Weight: 1}},
		Actions: []solve.Action{
			{Adds: []int{3}, Cost: 3},
			{Needs: []int{3}, Adds: []int{2}, Cost: 2},
			{Adds: []int{0, 1}, Cost: 2},
			{Adds: []int{2}, Cost: 6},
		},
	})
	fmt.Println(s.Items, s.Value, s.Proved, err)
	// Output: [0 1 2] 7 false <nil>
}
