package belief

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// published is the specification by other people's figures: what is reproduced, how
// near, and what to know about it.
var published = []struct {
	vector, source, tolerance, caveat string
	reproduce                         func(t *testing.T)
}{
	{"V1 beta reputation", "Jøsang and Ismail 2002", "1e-12", "with their prior weight 2; ours is 1", betaReputation},
	{"V5 motorcycles", "Yang and Singh 1994; Yang and Xu 2002", "4 printed decimals", "the inputs stand in four papers with the same figures", motorcycles},
	{"V8 knowledge tracing", "Corbett and Anderson 1995; a lecture by Baker", "6 decimals", "the lecture prints two decimals: .28 .62 .87", knowledgeTracing},
	{"V11 Wilson and Jeffreys", "Newcombe 1998", "4 printed decimals", "Jeffreys by pure quantiles, also for none counted", proportions},
	{"V12 Spearman-Brown", "Spearman 1910; Brown 1910", "4 printed decimals", "pieces of one reliability, fresh, from different sources", spearmanBrownTable},
	{"V18 role overlap", "arithmetic on two profiles", "6 printed decimals", "no published table; the formulas are Ruzicka's and the cosine", roleOverlap},
	{"V19 graded response", "Samejima 1969, on a grid of 501 points", "5 printed decimals", "the grid counts its point at 2½ as reached: the integral is .77147 and .60895", gradedResponse},
}

func TestPublished(t *testing.T) {
	t.Parallel()
	for _, p := range published {
		t.Run(p.vector, func(t *testing.T) {
			t.Parallel()
			t.Logf("%s; to %s; %s", p.source, p.tolerance, p.caveat)
			p.reproduce(t)
		})
	}
}

func knowledgeTracing(t *testing.T) {
	for _, row := range []struct {
		model    BKT
		outcomes string
		want     []float64
	}{
		{BKT{Initial: .4, Learn: .1, Slip: .3, Guess: .2}, "011", []float64{.28, .618824, .865312}},
		{BKT{Initial: .5, Learn: .4, Slip: .2, Guess: .2}, "0011101101",
			[]float64{.52, .527869, .890355, .98208, .997275, .993514, .999022, .999853, .999648, .999947}},
	} {
		var got []float64
		for n := range row.outcomes {
			got = append(got, estimate(row.model, Scale{Top: 1}, tests(row.outcomes[:n+1])).AtLeast[0])
		}
		if diff := cmp.Diff(row.want, got, cmpopts.EquateApprox(0, 5e-7)); diff != "" {
			t.Errorf("%+v on %s (-published +got):\n%s", row.model, row.outcomes, diff)
		}
	}
	for i, want := range []float64{.2, .576471, .850346} { // before the attempt teaches
		known := []float64{.4, .28, .618824}[i]
		got := BKT{Slip: .3, Guess: .2}.after(known, i > 0)
		require.InDelta(t, want, got, 1e-6)
	}
}

// tests are outcomes of one test, 1 passed, a day apart, the newest of today.
func tests(outcomes string) (pieces []Piece) {
	for i, passed := range outcomes {
		p := says(ana, Below, 1, .8)
		if passed == '1' {
			p.Mode = AtLeast
		}
		pieces = append(pieces, aged(p, float64(len(outcomes)-1-i)))
	}
	return pieces
}

func proportions(t *testing.T) {
	type row struct {
		of        func(successes, trials int) (float64, float64, error)
		x, n      int
		low, high float64
	}
	for _, r := range []row{
		{Wilson, 81, 263, .2553, .3662}, {Wilson, 15, 148, .0624, .1605}, {Wilson, 0, 20, 0, .1611}, {Wilson, 1, 29, .0061, .1718},
		{Jeffreys, 1, 10, .0110, .3813}, {Jeffreys, 2, 10, .0441, .5028}, {Jeffreys, 5, 10, .2235, .7765},
	} {
		low, high, err := r.of(r.x, r.n)
		require.NoError(t, err)
		require.InDelta(t, r.low, low, 5.01e-5, "%d of %d", r.x, r.n)
		require.InDelta(t, r.high, high, 5.01e-5, "%d of %d", r.x, r.n)
	}
	_, high, err := Jeffreys(0, 10)
	require.NoError(t, err)
	require.InDelta(t, .2172, high, 5e-5)
}

func roleOverlap(t *testing.T) {
	a, b, w := []float64{3, 2, 0, 4, 1}, []float64{2, 3, 3, 4, 0}, []float64{1, 1, 1, 2, 1}
	there, err := Compare(a, b, w)
	require.NoError(t, err)
	back, err := Compare(b, a, w)
	require.NoError(t, err)
	want := []float64{.75, .857143, .666667, .882830, .666667, .882830}
	got := []float64{there.Coverage, back.Coverage, there.Ruzicka, there.Cosine, back.Ruzicka, back.Cosine}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 5e-7)); diff != "" {
		t.Errorf("(-published +got):\n%s", diff)
	}
}

// gradedResponse weighs the published grid, its ends and the point at 2½ included, by
// the likelihood of the model; then the model itself by the integral.
func gradedResponse(t *testing.T) {
	three := entry{mode: Graded, level: 3, spread: .6}
	two := entry{mode: Graded, level: 2, spread: .9}
	for _, row := range []struct {
		entries            []entry
		mean, reached, all float64
	}{
		{[]entry{three}, 2.96492, .77379, .7714705},
		{[]entry{three, two}, 2.64455, .61251, .6089500},
	} {
		var total, mean, reached float64
		for i := range 501 {
			theta, p := -.5+float64(i)/100, 1.0
			for _, e := range row.entries {
				p *= math.Exp(e.logLikelihood(theta, 4))
			}
			total, mean = total+p, mean+p*theta
			if theta > 2.5-1e-9 {
				reached += p
			}
		}
		require.InDelta(t, row.mean, mean/total, 5.01e-6)
		require.InDelta(t, row.reached, reached/total, 5.01e-6)
		for i := range row.entries {
			row.entries[i].source, row.entries[i].weight = i, 1
		}
		model, e := Latent{PerLevel: 200, Spread: .25}, &Estimate{}
		e.resetPlain(4)
		g := model.prior(e, fiveRungs)
		model.weigh(g.density, fiveRungs, row.entries)
		g.normalise().read(e)
		require.InDelta(t, row.all, e.AtLeast[2], 1e-5)
	}
}
