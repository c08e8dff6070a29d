package solve

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// What one search knows holds in the next, where goals may stay open: every plan meets it.
func TestInheritedLandmarksHold(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(6, 2026))
	several, rows := 0, 0
	for range 300 {
		in := confined(rng)
		p := compile(context.Background(), in)
		all := newSearch(context.Background(), p, false, 50)
		all.run()
		s := weighed(t, in)
		s.inherit(all)
		for range 20 {
			var plan []int32
			for a := range int32(s.p.courses) {
				if rng.IntN(3) > 0 {
					plan = append(plan, a)
				}
			}
			for _, a := range append(plan, s.waiversFor(plan)...) {
				s.state[a] = taken
			}
			for i := range s.pool {
				require.True(t, s.met(&s.pool[i]), "a plan that closes or waives all goals meets every landmark")
			}
			clear(s.state)
		}
		for _, l := range s.pool {
			if rows++; l.need > 1 {
				several++
			}
		}
	}
	require.Greater(t, rows, 1_000)
	require.Greater(t, several, 100, "those that ask for several sources as well")
}

// What leaves least open within a limit on cost is nearly what costs least within a limit on what
// it leaves open: from there the relaxation comes to the same, in fewer steps.
func TestRelaxationTurnsToCost(t *testing.T) {
	t.Parallel()
	ctx, rng := context.Background(), rand.New(rand.NewPCG(8, 2026))
	steps := [2]int{}
	for range 40 {
		in := lattice(rng, 14, 34)
		for i := range in.Actions {
			in.Actions[i].Uses = []int64{in.Actions[i].Cost}
		}
		in.Limits = []int64{60 + rng.Int64N(100)}
		p := compile(ctx, in)
		least := newSearch(ctx, p.waived(in, &pulse{}), false, 500)
		least.weighing = true
		least.leaveAll()
		least.run()
		object := [2]float64{}
		for turned := range object {
			cheap := newSearch(ctx, least.p.capped(p, least.best.cost, &pulse{}), false, 500)
			if cheap.inherit(least); turned == 1 {
				cheap.turnFrom(least)
			}
			cheap.makeRelaxation()
			require.Equal(t, optimal, cheap.relax.solve(cheap, math.Inf(1), 500))
			object[turned] = cheap.relax.lp.object
			steps[turned] += cheap.relax.lp.pivots
		}
		require.InDelta(t, object[0], object[1], 1e-6)
	}
	require.Less(t, 3*steps[1], 2*steps[0])
}
