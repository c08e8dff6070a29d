package solve

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// proves is what the prices of the rows prove: no answer of the relaxation costs less.
func (l *lp) proves() (sum float64, left []float64) {
	left = make([]float64, l.n)
	copy(left, l.cost)
	for i, row := range l.rows {
		price := max(0, l.reduced[l.n+i])
		sum -= price * l.rhs[i]
		for _, e := range row {
			left[e.row] += price * e.v
		}
	}
	for _, over := range left {
		sum += min(0, over)
	}
	return sum, left
}

// Prices that were moved away from actions in the basis at 0 prove as much as before, and
// leave most of these something: without it their plans could not be ruled out at once.
func TestLoosenedPricesProveAsMuch(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(30, 2026))
	tight, loosened := 0, 0
	for range 300 {
		l := invented(rng, 20+rng.IntN(60), 3+rng.IntN(40))
		if l.solve(math.Inf(1), 10_000, func() bool { return false }) != optimal {
			continue
		}
		before, _ := l.proves()
		require.InDelta(t, l.object, before, 1e-6, "the prices of the answer prove its cost")
		var positions []int
		for p, v := range l.basis {
			if int(v) < l.n && l.value[p] < feasible {
				positions = append(positions, p)
			}
		}
		l.loosen(positions)
		after, left := l.proves()
		require.InDelta(t, before, after, 1e-6)
		for _, p := range positions {
			require.GreaterOrEqual(t, left[l.basis[p]], -1e-6)
			if tight++; left[l.basis[p]] > 1e-6 {
				loosened++
			}
		}
	}
	require.Greater(t, tight, 10)
	require.Greater(t, 2*loosened, tight)
}
