package solve

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// relaxed is a search over a random cover with a limit, whose relaxation is solved; nil: it
// has no answer.
func relaxed(rng *rand.Rand) *search {
	in := &Instance{Facts: 5 + rng.IntN(15), Limits: []int64{int64(20 + rng.IntN(60))}}
	for f := range in.Facts {
		in.Goals = append(in.Goals, Goal{Fact: f, Weight: 1})
	}
	for range 10 + rng.IntN(40) {
		a := Action{Cost: int64(1 + rng.IntN(20)), Uses: []int64{int64(rng.IntN(12))}}
		for range 1 + rng.IntN(5) {
			a.Adds = append(a.Adds, rng.IntN(in.Facts))
		}
		in.Actions = append(in.Actions, a)
	}
	ctx := context.Background()
	s := newSearch(ctx, compile(ctx, in), false, 1)
	s.seed()
	for i := range s.pool {
		s.first = append(s.first, int32(i))
	}
	s.makeRelaxation()
	if s.relax.solve(s, math.Inf(1), 10_000) != optimal {
		return nil
	}
	return s
}

// lengths are the weights of the basis: of actions and slacks, these by the landmark as ^landmark.
func (r *relaxation) lengths() map[int32]float64 {
	lengths := map[int32]float64{}
	for p, v := range r.lp.basis {
		if row := int(v) - r.lp.n; row >= 0 && r.rows[row] >= 0 {
			v = ^r.rows[row]
		}
		lengths[v] = r.lp.weight[p]
	}
	return lengths
}

// A node comes back to the basis that it left, with the lengths of the rows of its inverse:
// whatever was decided, and whichever rows came and went, since then.
func TestStandpoint(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(83, 2026))
	moved := 0
	for range 300 {
		s := relaxed(rng)
		if s == nil {
			continue
		}
		l := s.relax.lp
		if rng.IntN(2) == 0 {
			s.relax.purge()
		}
		was, object := s.relax.lengths(), l.object
		b := s.relax.standpoint()
		for _, a := range l.live {
			if rng.IntN(5) == 0 {
				s.drop(a)
			}
		}
		s.relax.solve(s, math.Inf(1), 10_000)
		s.relax.purge()
		s.unwind(0)
		if math.Abs(l.object-object) > 1e-3 {
			moved++
		}
		s.resume(b)
		require.InDelta(t, object, l.object, 1e-6, "it costs as much")
		solvesItsBasis(t, rng, l)
		for _, i := range b.tight {
			require.Contains(t, s.relax.rows, i, "what is tight has its row")
		}
		for v, length := range s.relax.lengths() { // in any order
			require.InEpsilon(t, was[v], length, 1e-6, "%d is in the basis again", v)
		}
	}
	require.Greater(t, moved, 100)
}

// Where an action of a standpoint is gone for good the present basis stays.
func TestNoStandpointWithoutItsActions(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(89, 2026))
	gone := 0
	for range 100 {
		s := relaxed(rng)
		if s == nil {
			continue
		}
		b := s.relax.standpoint()
		held := slices.IndexFunc(b.basis, func(v int32) bool { return v >= 0 && int(v) < s.relax.lp.n })
		if held < 0 {
			continue
		}
		s.drop(b.basis[held])
		if s.relax.solve(s, math.Inf(1), 10_000) != optimal {
			continue
		}
		if s.retire(); !s.relax.isRetired(b.basis[held]) {
			continue
		}
		gone++
		basis := slices.Clone(s.relax.lp.basis)
		s.resume(b)
		require.Equal(t, basis, s.relax.lp.basis)
	}
	require.Greater(t, gone, 20)
}
