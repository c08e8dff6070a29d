package calibrate_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/ksb"
)

// alphaByMatrix is alpha as the paper tells it: a matrix of coincidences. The oracle.
func alphaByMatrix(units [][]float64, m calibrate.Metric) float64 {
	var values []float64
	for _, u := range units {
		if len(u) > 1 {
			values = append(values, u...)
		}
	}
	n := float64(len(values))
	slices.Sort(values)
	values = slices.Compact(values)
	o, totals := map[[2]float64]float64{}, map[float64]float64{}
	for _, u := range units {
		for i, x := range u {
			for j, y := range u {
				if i != j && len(u) > 1 {
					o[[2]float64{x, y}] += 1 / float64(len(u)-1)
					totals[x] += 1 / float64(len(u)-1)
				}
			}
		}
	}
	distance := func(x, y float64) float64 {
		switch m {
		case calibrate.Nominal:
			if x != y {
				return 1
			}
			return 0
		case calibrate.Ordinal:
			between := -(totals[x] + totals[y]) / 2
			for _, g := range values {
				if g >= min(x, y) && g <= max(x, y) {
					between += totals[g]
				}
			}
			if x == y {
				between = 0
			}
			return between * between
		case calibrate.Ratio:
			if x+y == 0 {
				return 0
			}
			return (x - y) * (x - y) / (x + y) / (x + y)
		}
		return (x - y) * (x - y)
	}
	observed, expected := 0.0, 0.0
	for _, x := range values {
		for _, y := range values {
			observed += o[[2]float64{x, y}] * distance(x, y)
			expected += totals[x] * totals[y] * distance(x, y)
		}
	}
	return 1 - (n-1)*observed/expected
}

func metrics() []calibrate.Metric {
	return []calibrate.Metric{calibrate.Nominal, calibrate.Ordinal, calibrate.Interval, calibrate.Ratio}
}

func TestAlphaAgainstTheMatrix(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		units := make([][]float64, 2+random.IntN(8))
		for i := range units {
			for range random.IntN(5) {
				units[i] = append(units[i], float64(random.IntN(5)))
			}
		}
		for _, m := range metrics() {
			c, err := calibrate.Alpha(units, m, calibrate.Resampling{})
			if err != nil {
				continue
			}
			require.InDelta(t, alphaByMatrix(units, m), c.Value, 1e-9, "%v %v", m, units)
		}
	}
}

// The order of units and raters does not show, to the bit; nor do lone ratings.
func TestAlphaKnowsNoOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	by := calibrate.Resampling{Samples: 100, Seed: 5, Level: .95}
	for _, m := range metrics() {
		want, err := calibrate.Alpha(krippendorff(), m, by)
		require.NoError(t, err)
		require.True(t, want.Bounded && want.Low < want.Value && want.Value < want.High)
		shuffled := append(krippendorff(), []float64{9}, nil)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for _, u := range shuffled {
			random.Shuffle(len(u), func(i, j int) { u[i], u[j] = u[j], u[i] })
		}
		got, err := calibrate.Alpha(shuffled, m, by)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func TestWhatCannotBeMeasured(t *testing.T) {
	t.Parallel()
	none := calibrate.Resampling{}
	for _, row := range []struct {
		why   string
		units [][]float64
		want  error
	}{
		{"nothing", nil, calibrate.ErrTooFew},
		{"nobody rated twice", [][]float64{{1}, {2}, nil}, calibrate.ErrTooFew},
		{"all alike", [][]float64{{2, 2}, {2, 2}}, calibrate.ErrNoVariation},
		{"no number", [][]float64{{math.NaN(), 2}}, ksb.ErrValue},
		{"without end", [][]float64{{math.Inf(1), 2}}, ksb.ErrValue},
	} {
		_, err := calibrate.Alpha(row.units, calibrate.Interval, none)
		require.ErrorIs(t, err, row.want, row.why)
	}
	_, err := calibrate.Alpha([][]float64{{-1, 2}}, calibrate.Ratio, none)
	require.ErrorIs(t, err, ksb.ErrValue, "a ratio needs a zero to stand on")
	_, err = calibrate.Alpha([][]float64{{1, 2}}, calibrate.Ratio+1, none)
	require.ErrorIs(t, err, ksb.ErrValue)
	for _, row := range []struct {
		why  string
		rows [][]float64
		want error
	}{
		{"one target", [][]float64{{1, 2}}, calibrate.ErrTooFew},
		{"one rater", [][]float64{{1}, {2}}, calibrate.ErrTooFew},
		{"a rating missing", [][]float64{{1, 2}, {1}}, ksb.ErrValue},
		{"all alike", [][]float64{{.1, .1, .1}, {.1, .1, .1}}, calibrate.ErrNoVariation},
	} {
		_, err := calibrate.Intraclass(row.rows, .95)
		require.ErrorIs(t, err, row.want, row.why)
	}
	_, err = calibrate.Intraclass(shroutFleiss(), 1)
	require.ErrorIs(t, err, ksb.ErrValue, "no interval holds everything")
	_, err = calibrate.DawidSkene(nil, 4)
	require.ErrorIs(t, err, calibrate.ErrTooFew)
	_, err = calibrate.DawidSkene([]calibrate.Vote{{Grade: 4}}, 4)
	require.ErrorIs(t, err, ksb.ErrValue)
	_, err = calibrate.DawidSkene([]calibrate.Vote{{}}, 1)
	require.ErrorIs(t, err, ksb.ErrValue)
}

// What is invariant: the order of the targets (to the bit), a shift and a stretch of the
// scale; and leniency of a rater does not touch case 3.
func TestIntraclassInvariance(t *testing.T) {
	t.Parallel()
	base, err := calibrate.Intraclass(shroutFleiss(), .95)
	require.NoError(t, err)
	reversed := shroutFleiss()
	slices.Reverse(reversed)
	got, err := calibrate.Intraclass(reversed, .95)
	require.NoError(t, err)
	require.Equal(t, base, got)

	moved, lenient := shroutFleiss(), shroutFleiss()
	for i := range moved {
		lenient[i][0] += 3
		for j := range moved[i] {
			moved[i][j] = 7 - 2.5*moved[i][j]
		}
	}
	got, err = calibrate.Intraclass(moved, .95)
	require.NoError(t, err)
	for i, c := range []calibrate.Coefficient{got.One1, got.Two1, got.Three1, got.OneK, got.TwoK, got.ThreeK} {
		want := []calibrate.Coefficient{base.One1, base.Two1, base.Three1, base.OneK, base.TwoK, base.ThreeK}[i]
		require.InDelta(t, want.Value, c.Value, 1e-12)
		require.InDelta(t, want.Low, c.Low, 1e-9)
		require.InDelta(t, want.High, c.High, 1e-9)
	}
	got, err = calibrate.Intraclass(lenient, .95)
	require.NoError(t, err)
	require.InDelta(t, base.Three1.Value, got.Three1.Value, 1e-12)
	require.Less(t, got.One1.Value, base.One1.Value)
}

// The reliability of the mean of k is that of one, lengthened.
func TestSpearmanBrownJoinsTheForms(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		rows := make([][]float64, 4+random.IntN(20))
		for i := range rows {
			true_ := random.NormFloat64()
			for range 3 {
				rows[i] = append(rows[i], true_+random.NormFloat64()/2)
			}
		}
		c, err := calibrate.Intraclass(rows, .9)
		require.NoError(t, err)
		if c.One1.Value <= 0 {
			continue
		}
		require.InDelta(t, spearmanBrown(t, c.One1.Value, 3), c.OneK.Value, 1e-9)
		require.InDelta(t, c.One1.Value, spearmanBrown(t, c.OneK.Value, 1./3), 1e-9, "a third turns it around")
		require.True(t, c.One1.Bounded && c.One1.Low <= c.One1.Value && c.One1.Value <= c.One1.High)
	}
}

// Perfect agreement is 1 with nothing to doubt; the ledger's certainty is the
// lengthened reliability (V12).
func TestPerfectAgreement(t *testing.T) {
	t.Parallel()
	c, err := calibrate.Intraclass([][]float64{{.1, .1}, {.7, .7}, {.3, .3}}, .95)
	require.NoError(t, err)
	for _, one := range []calibrate.Coefficient{c.One1, c.Three1, c.OneK, c.ThreeK, c.Two1} {
		require.InDelta(t, 1, one.Value, 1e-12)
	}
	require.Equal(t, calibrate.Coefficient{Value: 1, Low: 1, High: 1, Defined: true, Bounded: true}, c.One1)

	for n := 1; n < 9; n++ {
		var pieces []belief.Piece
		for i := range n {
			pieces = append(pieces, belief.Piece{ID: strconv.Itoa(i), Source: i, Level: 2, Reliability: .52, Weight: 1})
		}
		var e belief.Estimate
		belief.DefaultLedger().Estimate(&e, belief.Scale{Top: 4}, pieces)
		require.InDelta(t, spearmanBrown(t, .52, float64(n)), 1-e.Opinion[1].Uncertainty, 1e-12)
	}
	for _, bad := range [][2]float64{{-.1, 2}, {1.1, 2}, {math.NaN(), 2}, {.5, 0}, {.5, math.NaN()}, {.5, math.Inf(1)}} {
		_, err := calibrate.SpearmanBrown(bad[0], bad[1])
		require.ErrorIs(t, err, ksb.ErrValue)
	}
}

// With 95 % intervals of simulated ratings, about 95 in 100 hold the truth.
func TestIntervalsHoldTheTruth(t *testing.T) {
	t.Parallel()
	const truth, rounds = .6, 800
	random := rand.New(rand.NewPCG(7, 8))
	held := 0
	for range rounds {
		rows := make([][]float64, 30)
		for i := range rows {
			person := random.NormFloat64() * math.Sqrt(truth)
			rows[i] = []float64{person + random.NormFloat64()*math.Sqrt(1-truth), person + random.NormFloat64()*math.Sqrt(1-truth)}
		}
		c, err := calibrate.Intraclass(rows, .95)
		require.NoError(t, err)
		if c.One1.Low <= truth && truth <= c.One1.High {
			held++
		}
	}
	require.InDelta(t, .95, float64(held)/rounds, .02)
}

// Observers who never err are found out as such, whatever order the votes come in.
func TestDawidSkeneFindsTheReliableObserver(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(9, 10))
	var votes []calibrate.Vote
	truths := map[string]int{}
	for i := range 400 {
		unit, truth := strconv.Itoa(i), random.IntN(3)
		truths[unit] = truth
		for observer, right := range map[string]float64{"sure": 1, "fair": .7, "poor": .4, "other": .7} { // any order: drawn anew
			grade := truth
			if random.Float64() > right {
				grade = random.IntN(3)
			}
			votes = append(votes, calibrate.Vote{Unit: unit, Observer: observer, Grade: grade})
		}
	}
	c, err := calibrate.DawidSkene(votes, 3)
	require.NoError(t, err)
	right := 0
	for i, unit := range c.Units {
		if c.Grade[i] == truths[unit] {
			right++
		}
	}
	require.Greater(t, right, 380)
	require.Empty(t, c.Findings)
	random.Shuffle(len(votes), func(i, j int) { votes[i], votes[j] = votes[j], votes[i] })
	again, err := calibrate.DawidSkene(votes, 3)
	require.NoError(t, err)
	require.Equal(t, c, again)
}
