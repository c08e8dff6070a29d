package solve

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of all neighbours of a plan none is better than what is known afterwards, and all that is
// known are plans.
func TestSwapFindsEveryNeighbour(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 2026))
	swapped := 0
	for range 300 {
		in := confined(rng)
		for i := range in.Actions {
			in.Actions[i].Cost = rng.Int64N(20)
		}
		f, err := NewFront(context.Background(), in, Criteria{Lost: true})
		require.NoError(t, err)
		p := f.within([]int64{ruledOut, 60})
		s := newSearch(context.Background(), p, false, 1)
		s.found = &f.found
		var plan []int32
		for a := range int32(p.courses) {
			if more := append(slices.Clone(plan), a); rng.IntN(3) == 0 && p.allowed(more) {
				plan = more
			}
		}
		s.swap(plan)
		for _, m := range f.found.plans {
			require.True(t, s.main.closes(m.actions) && p.allowed(m.actions), "what is known are plans within the limits")
		}
		for i := -1; i < len(plan); i++ {
			for a := range int32(p.courses) {
				other, out := slices.Clone(plan), int64(0)
				if i >= 0 {
					other, out = slices.Delete(other, i, i+1), p.acts[plan[i]].cost
				}
				if other = append(other, a); slices.Contains(plan, a) || p.acts[a].cost <= out {
					continue
				}
				waivers := s.waiversFor(other)
				if full := append(other, waivers...); p.allowed(full) {
					require.True(t, f.found.beaten(p.cost(full), p.cost(waivers)), "each neighbour within the limits is known, or a better plan")
					swapped++
				}
			}
		}
	}
	require.Greater(t, swapped, 1_000)
}
