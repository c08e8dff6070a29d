package solve

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// invented is a relaxation with random rows, the first of which are dense.
func invented(rng *rand.Rand, n, m int) *lp {
	cost := make([]float64, n)
	for a := range cost {
		cost[a] = float64(1 + rng.IntN(50))
	}
	l := newLP(cost, 0, nil)
	for i := range m {
		var acts []int32
		for a := range int32(n) {
			if rng.IntN(8) == 0 || i < 2 {
				acts = append(acts, a)
			}
		}
		if i < 2 {
			l.addRow(acts, func(k int) float64 { return float64(1+k%7) / 3 }, float64(n))
		} else {
			l.addRow(acts, func(int) float64 { return -1 }, -1)
		}
	}
	return l
}

// column is a column of the basis, by row.
func (l *lp) basic(p int) []float64 {
	dense := make([]float64, len(l.rhs))
	if v := l.basis[p]; int(v) >= l.n {
		dense[int(v)-l.n] = 1
	} else {
		for _, e := range l.cols[v] {
			dense[e.row] = e.v
		}
	}
	return dense
}

// solvesItsBasis checks both directions on random right sides.
func solvesItsBasis(t *testing.T, rng *rand.Rand, l *lp) {
	t.Helper()
	m := len(l.rhs)
	x, y := make([]float64, m), make([]float64, m)
	for i := range x {
		x[i], y[i] = rng.Float64(), rng.Float64()
	}
	b, c := append([]float64{}, x...), append([]float64{}, y...)
	l.factor.solve(x)
	l.factor.solveBack(y)
	sums := make([]float64, m)
	for p := range l.basis {
		column, dot := l.basic(p), 0.0
		for i, v := range column {
			sums[i] += v * x[p]
			dot += v * y[i]
		}
		require.InDelta(t, c[p], dot, 1e-6, "position %d, backwards", p)
	}
	for i := range sums {
		require.InDelta(t, b[i], sums[i], 1e-6, "row %d", i)
	}
}

// The factor of a basis solves with it: after pivots, after rows were added, when made
// afresh, and from a list of actions.
func TestFactorSolvesItsBasis(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(29, 2026))
	never := func() bool { return false }
	for range 60 {
		l := invented(rng, 20+rng.IntN(60), 3+rng.IntN(40))
		for range 6 {
			l.solve(math.Inf(1), 1+rng.IntN(15), never)
			solvesItsBasis(t, rng, l)
			l.addRow([]int32{int32(rng.IntN(5)), int32(5 + rng.IntN(15))}, func(int) float64 { return -1 }, -1)
			solvesItsBasis(t, rng, l)
			if rng.IntN(2) == 0 {
				l.refactor()
				solvesItsBasis(t, rng, l)
			}
		}
		if l.solve(math.Inf(1), 10_000, never) != optimal {
			continue
		}
		best := l.object
		l.begin(slices.Clone(l.basis))
		solvesItsBasis(t, rng, l)
		require.InDelta(t, best, l.object, 1e-6, "the same basis")
		l.begin([]int32{0, 1, 2})
		solvesItsBasis(t, rng, l)
	}
}
