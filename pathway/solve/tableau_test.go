package solve

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A row of the tableau is the same from the rows as from the columns: what is out of the
// basis, may move and is in it.
func TestTableauRowFromRowsAndColumns(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(71, 2026))
	long, short := 0, 0
	for range 200 {
		l := invented(rng, 20+rng.IntN(60), 3+rng.IntN(40))
		for a := range int32(l.n) {
			if rng.IntN(4) == 0 {
				l.fix(a, 0, 0)
			}
		}
		l.solve(math.Inf(1), 1+rng.IntN(15), func() bool { return false })
		l.tableauRow(rng.IntN(len(l.rhs)))
		row := func(combine func()) (hit []int32, values []float64) {
			l.hit = l.hit[:0]
			combine()
			hit = slices.Sorted(slices.Values(l.hit))
			for _, j := range hit {
				values = append(values, l.alpha[j])
			}
			return hit, values
		}
		hit, values := row(l.combineRows)
		same, again := row(l.combineColumns)
		require.Equal(t, hit, same)
		require.InDeltaSlice(t, values, again, 1e-9)
		for _, a := range hit {
			require.True(t, l.place[a] < 0 && l.up[a] > l.lo[a])
		}
		if len(hit) > 5 {
			long++
		} else {
			short++
		}
	}
	require.Greater(t, min(long, short), 10)
}

// Beside costs of millions of millions a tolerance is lost in rounding. A ratio test that asks
// which ratios are the least once found none then, and answers were given up.
func TestRatiosOfGreatCostsAreFound(t *testing.T) {
	t.Parallel()
	solved := 0
	for seed := range uint64(300) {
		verdict := func(scale float64) verdict {
			rng := rand.New(rand.NewPCG(seed, 2026))
			l := invented(rng, 20+rng.IntN(60), 3+rng.IntN(40))
			for a := range l.cost {
				l.cost[a] = scale * (l.cost[a] + rng.Float64())
				l.reduced[a] = l.cost[a]
			}
			return l.solve(math.Inf(1), 5_000, func() bool { return false })
		}
		plain := verdict(1)
		if plain == optimal {
			solved++
		}
		require.Equal(t, plain, verdict(1e12), "seed %d", seed)
	}
	require.Greater(t, solved, 100)
}

// A row that only a pivot too small to trust could meet is left to the end: what the others show
// is not given up for it.
func TestSmallPivotsArePassedOver(t *testing.T) {
	t.Parallel()
	for _, first := range []bool{true, false} {
		l := newLP([]float64{1, 7}, 0, nil)
		l.begin(nil)
		small := func() { l.addEqual([]int32{0}, -1e-8, -1) }
		if first {
			small()
		}
		l.addEqual([]int32{1}, -1, -0.5)
		if !first {
			small()
		}
		require.Equal(t, stopped, l.solve(math.Inf(1), 100, func() bool { return false }), "the small row is broken still")
		require.InDelta(t, 3.5, l.object, 1e-9, "the other is met")
	}
}
