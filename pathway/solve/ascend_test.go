package solve

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// The basis that the simplex begins with has the prices that were raised row by row: none too
// high, and together no more than the answer; and from there the simplex comes to the answer
// that it finds from slacks.
func TestAscendBeginsBelowTheAnswer(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(31, 2026))
	never := func() bool { return false }
	priced := 0
	for range 200 {
		l := invented(rng, 20+rng.IntN(60), 3+rng.IntN(40))
		basis := l.ascend()
		require.Len(t, basis, len(l.rhs), "one variable for each row")
		l.begin(slices.Clone(basis))
		require.ElementsMatch(t, basis, l.basis, "none depends on others")
		solvesItsBasis(t, rng, l)
		below, left := l.proves()
		require.GreaterOrEqual(t, slices.Min(left), -1e-9)
		require.InDelta(t, below, l.object, 1e-6, "the prices of the basis are those raised")
		if below > 0 {
			priced++
		}
		verdict := l.solve(math.Inf(1), 10_000, never)
		plain := newLP(l.cost, 0, nil)
		for i, row := range l.rows {
			acts := make([]int32, len(row))
			for k, e := range row {
				acts[k] = e.row
			}
			plain.addRow(acts, func(k int) float64 { return row[k].v }, l.rhs[i])
		}
		require.Equal(t, plain.solve(math.Inf(1), 10_000, never), verdict)
		if verdict == optimal {
			require.InDelta(t, plain.object, l.object, 1e-6)
			require.GreaterOrEqual(t, l.object, below-1e-6)
		}
	}
	require.Greater(t, priced, 150)
}
