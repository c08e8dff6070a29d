package belief

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// tenPieces is a well documented statement: three sources, all modes, mixed ages.
func tenPieces() (pieces []Piece) {
	rng := rand.New(rand.NewPCG(10, 2026))
	for i := range 10 {
		pieces = append(pieces, randomPiece(rng, fiveRungs, i))
	}
	return pieces
}

func BenchmarkLedgerExplain10Pieces(b *testing.B) {
	pieces, parts := tenPieces(), []Contribution(nil)
	b.ReportAllocs()
	for b.Loop() {
		parts = DefaultLedger().Explain(parts[:0], fiveRungs, pieces, 3)
	}
}

// BenchmarkPlainMean10Pieces is the floor: what a spreadsheet computes, in a loop.
func BenchmarkPlainMean10Pieces(b *testing.B) {
	pieces, mean := tenPieces(), 0.0
	b.ReportAllocs()
	for b.Loop() {
		mean = 0
		for _, p := range pieces {
			mean += p.Level
		}
		mean /= float64(len(pieces))
	}
	require.Positive(b, mean)
}

// A cohort is a million statements: after the first, judging one allocates nothing.
// Not parallel, since the count is of the whole process.
func TestEstimateAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("built for the race detector, append(s, make([]T, n)...) allocates the make")
	}
	for _, m := range everyModel {
		pieces, e := tenPieces(), Estimate{}
		m.Estimate(&e, fiveRungs, pieces)
		for name, some := range map[string][]Piece{"as many": pieces, "fewer": pieces[:3], "none": nil} {
			allocations := testing.AllocsPerRun(100, func() { m.Estimate(&e, fiveRungs, some) })
			require.Zero(t, allocations, "%s, %s", m.Name(), name)
		}
	}
}

// BenchmarkEstimate10Pieces is one estimate into memory that was used before.
func BenchmarkEstimate10Pieces(b *testing.B) {
	models := append([]Model{DefaultLatent()}, everyModel...) // the usual grid first, then the coarse one
	for i, m := range models {
		name := m.Name()
		if i == 0 {
			name += "-usual-grid"
		}
		b.Run(name, func(b *testing.B) {
			pieces, e := tenPieces(), Estimate{}
			b.ReportAllocs()
			for b.Loop() {
				m.Estimate(&e, fiveRungs, pieces)
			}
		})
	}
}

// BenchmarkCohort is 1,000 workers by 60 statements by 5 pieces, on one core.
func BenchmarkCohort(b *testing.B) {
	const workers, statements = 1000, 60
	rng := rand.New(rand.NewPCG(11, 2026))
	profiles := make([][]Piece, statements)
	for i := range profiles {
		for id := range 5 {
			profiles[i] = append(profiles[i], randomPiece(rng, fiveRungs, id))
		}
	}
	var e Estimate
	b.ReportAllocs()
	for b.Loop() {
		for range workers {
			for _, pieces := range profiles {
				DefaultLedger().Estimate(&e, fiveRungs, pieces)
			}
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/cohort")
}
