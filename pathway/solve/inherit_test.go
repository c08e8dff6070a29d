package solve

import (
	"context"
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
