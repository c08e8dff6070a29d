package belief

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// What the models make of the same evidence, required level 3 of 4: three decimals of
// belief, uncertainty and probability, so that a change of a model is seen.
func TestModelsSideBySide(t *testing.T) {
	t.Parallel()
	observed := says(ana, Graded, 3, .75)
	for _, row := range []struct {
		pieces         []Piece
		latent, er, bk [3]float64 // belief, uncertainty, q
		why            string
	}{
		{nil, [3]float64{0, 1, .4}, [3]float64{0, 1, .4}, [3]float64{0, 1, .4}, "nothing: the base rate, and nobody knows"},
		{[]Piece{observed}, [3]float64{.626, .197, .779}, [3]float64{.75, .25, .85}, [3]float64{.775, 0, .775}, "one observation"},
		{times(3, observed, independent), [3]float64{.863, .062, .920}, [3]float64{.822, .178, .893}, [3]float64{.989, 0, .989}, "three that agree: a consensus does not add up"},
		{[]Piece{says(ana, Graded, 4, .75), says(ben, Graded, 0, .75)}, [3]float64{.168, .502, .337}, [3]float64{.385, .231, .477}, [3]float64{.371, 0, .371}, "a dispute: one level between them; known and unknown alike; the order decides"},
		{[]Piece{says(ana, AtLeast, 3, .75)}, [3]float64{.665, .247, .883}, [3]float64{.75, .25, .85}, [3]float64{.775, 0, .775}, "a pass"},
		{[]Piece{says(ana, Below, 3, .75)}, [3]float64{.043, .447, .078}, [3]float64{0, .25, .1}, [3]float64{.169, 0, .169}, "a failure"},
	} {
		for i, m := range []Model{DefaultLatent(), DefaultEvidentialReasoning(), DefaultBKT()} {
			e := estimate(m, fiveRungs, row.pieces)
			got := [3]float64{e.Opinion[2].Belief, e.Opinion[2].Uncertainty, e.AtLeast[2]}
			want := [][3]float64{row.latent, row.er, row.bk}[i]
			if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 5.1e-4)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", row.why, m.Name(), diff)
			}
		}
	}
}

// The grid against Simpson's rule on the same likelihood, 4,000 steps.
func TestLatentIsTheIntegral(t *testing.T) {
	t.Parallel()
	pieces := []Piece{aged(says(ana, Graded, 3, .75), 300), says(ben, Graded, 4, .6), says(3, AtLeast, 2, .75), says(4, Below, 4, .8), says(5, Graded, 0, .15)}
	entries := Ledger{Spread: .25}.enter(nil, fiveRungs, pieces)
	density := func(theta float64) float64 {
		sum := 0.0
		for _, e := range entries {
			sum += e.weight * e.logLikelihood(theta, 4)
		}
		return math.Exp(sum)
	}
	whole := simpson(density, -.5, 4.5)
	e := estimate(Latent{SameSource: .3, Spread: .25, PerLevel: 400}, fiveRungs, pieces)
	for k, q := range e.AtLeast {
		require.InDelta(t, simpson(density, float64(k)+.5, 4.5)/whole, q, 2e-6)
	}
	require.InDelta(t, .05, simpson(density, -.5, e.Low)/whole, 2e-6)
	require.InDelta(t, .95, simpson(density, -.5, e.High)/whole, 2e-6)
	usual := estimate(DefaultLatent(), fiveRungs, pieces)
	require.InDeltaSlice(t, e.AtLeast, usual.AtLeast, 1e-3, "twenty cells a level are enough")
}

func simpson(f func(float64) float64, from, to float64) float64 {
	const steps = 4000
	h, sum := (to-from)/steps, f(from)+f(to)
	for i := 1; i < steps; i++ {
		sum += f(from+float64(i)*h) * float64(2+2*(i%2))
	}
	return sum * h / 3
}

// One dispute, seen by the models that have no ledger: all of them name a level, and
// none of them a source.
func TestModelsWithoutALedger(t *testing.T) {
	t.Parallel()
	dispute := []Piece{says(ana, Graded, 4, .75), says(ben, Graded, 0, .75)}
	for _, m := range everyModel[1:] {
		e := estimate(m, fiveRungs, dispute)
		require.Empty(t, e.Sources, m.Name())
		require.Empty(t, e.For, m.Name())
	}
}

// The order in time is what tracing is about, and the order of the input is not.
func TestTracingFollowsTime(t *testing.T) {
	t.Parallel()
	rising, falling := estimate(DefaultBKT(), fiveRungs, tests("0011")), estimate(DefaultBKT(), fiveRungs, tests("1100"))
	require.Greater(t, rising.AtLeast[0], .8)
	require.Less(t, falling.AtLeast[0], .7)
}

// An outcome that the parameters rule out is not divided by nothing.
func TestTracingTheImpossible(t *testing.T) {
	t.Parallel()
	sure := BKT{Initial: 1, Slip: 0, Guess: 0}
	require.NoError(t, sure.Check())
	require.Equal(t, 1.0, estimate(sure, Scale{Top: 1}, tests("0")).AtLeast[0], "who cannot slip and has failed: nothing is learnt")
	require.Equal(t, 1.0, estimate(BKT{Initial: .5}, Scale{Top: 1}, tests("1")).AtLeast[0], "who cannot guess and has passed, knows")
	require.Equal(t, 0.0, estimate(BKT{Initial: .5}, Scale{Top: 1}, tests("0")).AtLeast[0])
}

// Certainty of a level by others is what the statuses ask for: a weighted consensus
// reaches it with one good piece and loses it beside weak ones.
func TestConsensusIsNoAccumulation(t *testing.T) {
	t.Parallel()
	m, observed := DefaultEvidentialReasoning(), says(ana, Graded, 3, .75)
	one, ten := estimate(m, fiveRungs, []Piece{observed}), estimate(m, fiveRungs, times(10, observed, independent))
	require.InDelta(t, .25, one.Opinion[2].Uncertainty, slack)
	require.InDelta(t, .16, ten.Opinion[2].Uncertainty, .01, "ten are hardly more than one")
	require.InDelta(t, 1-10*.75/(1+9*.75), estimate(DefaultLedger(), fiveRungs, times(10, observed, independent)).Opinion[2].Uncertainty, slack)
}

func TestProportionsRefuse(t *testing.T) {
	t.Parallel()
	for _, give := range [][2]int{{0, 0}, {-1, 5}, {6, 5}, {1, -1}} {
		_, _, err := Wilson(give[0], give[1])
		require.ErrorIs(t, err, ErrParameter)
		_, _, err = Jeffreys(give[0], give[1])
		require.ErrorIs(t, err, ErrParameter)
	}
	low, high, err := Wilson(7, 7)
	require.NoError(t, err)
	require.Equal(t, 1.0, high)
	require.Greater(t, low, .6)
}

// The quantiles against the tail that the ledger computes at one half, and far out.
func TestJeffreysIsTheLedgersBeta(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 10, 1000, 1_000_000} {
		for _, x := range []int{0, 1, n / 2, n} {
			a, b := float64(x)+.5, float64(n-x)+.5
			require.InDelta(t, 1-upperHalf(a, b), betaBelow(a, b, .5), 1e-9, "%d of %d", x, n)
			low, high, err := Jeffreys(x, n)
			require.NoError(t, err)
			require.True(t, 0 <= low && low < high && high <= 1, "%d of %d: %v..%v", x, n, low, high)
			require.InDelta(t, .025, betaBelow(a, b, low), 1e-9)
		}
	}
}

func TestCompareRefuses(t *testing.T) {
	t.Parallel()
	one := []float64{1}
	for why, give := range map[string][3][]float64{
		"lengths":         {one, one, nil},
		"other lengths":   {one, nil, one},
		"below 0":         {{-1}, one, one},
		"negative weight": {one, one, {-1}},
		"no number":       {one, {math.NaN()}, one},
		"endless":         {one, one, {math.Inf(1)}},
	} {
		_, err := Compare(give[0], give[1], give[2])
		require.ErrorIs(t, err, ErrParameter, why)
	}
	empty, err := Compare(nil, nil, nil)
	require.NoError(t, err)
	require.Equal(t, Overlap{Coverage: 1, Ruzicka: 1}, empty)
	surplus, err := Compare([]float64{4, 4}, []float64{1, 0}, []float64{1, 1})
	require.NoError(t, err)
	require.Equal(t, 1.0, surplus.Coverage, "what nobody asked for costs nothing")
}
