package belief

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// betaSlack, absolute, is what the specification promises of the function.
const betaSlack = 1e-12

func TestUpperHalfPublished(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		a, b, want float64
		why        string
	}{
		{3, 2, .6875, "I_½(2, 3) = 11/16"},
		{8, 2, .98046875, "Beta(8, 2), Jøsang and Ismail"},
		{.5, 1.5, .5 - 1/math.Pi, "arcsine law, one step up: ½ - 1/π"},
		{1.5, .5, .5 + 1/math.Pi, "and its mirror image"},
		{1.5, 2.5, .5 - 2/(3*math.Pi), "and once more"},
		{1, 1, .5, "uniform"},
		{1, .5, math.Sqrt2 / 2, "Beta(1, b): (½)^b"},
	} {
		require.InDelta(t, row.want, upperHalf(row.a, row.b), betaSlack, row.why)
	}
}

// Beta(1, b) and Beta(a, 1) are powers: Pr[X > ½] is 2^-b and 1 - 2^-a.
func TestUpperHalfPowers(t *testing.T) {
	t.Parallel()
	for c := 1e-3; c < 1e4; c *= 1.07 {
		require.InDelta(t, math.Exp2(-c), upperHalf(1, c), betaSlack, "Beta(1, %v)", c)
		require.InDelta(t, 1-math.Exp2(-c), upperHalf(c, 1), betaSlack, "Beta(%v, 1)", c)
	}
}

func TestUpperHalfSymmetry(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(31, 2026))
	for range 20_000 {
		a, b := logUniform(rng), logUniform(rng)
		require.InDelta(t, 1, upperHalf(a, b)+upperHalf(b, a), betaSlack, "Beta(%v, %v)", a, b)
		require.Equal(t, 0.5, upperHalf(a, a), "Beta(%v, %v)", a, a)
	}
}

// logUniform draws from 1e-3 to 1e4, as many below 1 as the logarithm has room for.
func logUniform(rng *rand.Rand) float64 { return math.Pow(10, -3+7*rng.Float64()) }

// For whole a and b, Pr[X > ½] is the chance of fewer than a heads in a+b-1 throws.
func TestUpperHalfBinomial(t *testing.T) {
	t.Parallel()
	pairs := [][2]int64{{1000, 900}, {900, 1000}, {1000, 1001}, {20_000, 19_900}, {19_801, 20_000}, {20_000, 20_001}, {20_011, 7}}
	for a := range int64(14) {
		for b := range int64(14) {
			pairs = append(pairs, [2]int64{a + 1, b + 1})
		}
	}
	for _, p := range pairs {
		require.InDelta(t, fewerHeads(p[0], p[1]), upperHalf(float64(p[0]), float64(p[1])), betaSlack, "Beta(%d, %d)", p[0], p[1])
	}
}

func fewerHeads(a, b int64) float64 {
	throws := a + b - 1
	ways, sum := big.NewInt(1), big.NewInt(0)
	for heads := range a {
		sum.Add(sum, ways)
		ways.Mul(ways, big.NewInt(throws-heads)).Quo(ways, big.NewInt(heads+1))
	}
	all := new(big.Int).Lsh(big.NewInt(1), uint(throws))
	exact, _ := new(big.Rat).SetFrac(sum, all).Float64()
	return exact
}

// The second method: the tails as hypergeometric series of positive terms in 160
// bits. The gamma functions cancel in their ratio, so it shares nothing with ours.
func TestUpperHalfSeries(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(32, 2026))
	for range 150 {
		a, b := logUniform(rng), logUniform(rng)
		if rng.IntN(3) == 0 {
			b = a * (0.9 + 0.2*rng.Float64()) // where the probability is neither 0 nor 1
		}
		require.InDelta(t, bySeries(a, b), upperHalf(a, b), betaSlack, "Beta(%v, %v)", a, b)
	}
}

func bySeries(a, b float64) float64 {
	below, above := tail(a, b), tail(b, a)
	q, _ := above.Quo(above, below.Add(below, above)).Float64()
	return q
}

// tail is ∫ x^(a-1) (1-x)^(b-1) over [0, ½] times 2^(a+b):
// 1/a Σ_n (a+b)_n / (a+1)_n 2^-n.
func tail(a, b float64) *big.Float {
	number := func(x float64) *big.Float { return new(big.Float).SetPrec(160).SetFloat64(x) }
	one, above, below := number(1), number(a), number(a)
	above.Add(above, number(b))
	term := number(1)
	term.Quo(term, below)
	sum := number(0).Set(term)
	for term.MantExp(nil) > sum.MantExp(nil)-150 {
		below.Add(below, one)
		term.Mul(term, above).Quo(term, below)
		term.SetMantExp(term, -1)
		above.Add(above, one)
		sum.Add(sum, term)
	}
	return sum
}

// More support never lowers, more counter-support never raises.
func TestUpperHalfMonotone(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(33, 2026))
	for range 20_000 {
		a, b, more := logUniform(rng), logUniform(rng), logUniform(rng)*1e-3
		q := upperHalf(a, b)
		require.GreaterOrEqual(t, upperHalf(a+more, b), q-betaSlack, "Beta(%v, %v), a + %v", a, b, more)
		require.LessOrEqual(t, upperHalf(a, b+more), q+betaSlack, "Beta(%v, %v), b + %v", a, b, more)
	}
}

// The range that evidence can reach and beyond: still a probability, and on the side
// of the greater parameter.
func TestUpperHalfExtremes(t *testing.T) {
	t.Parallel()
	sizes := []float64{5e-324, 1e-300, 1e-18, 1e-9, 1. / 7, 1, 1e3, 1e6, 1e9, 1e12}
	for _, a := range sizes {
		for _, b := range sizes {
			q := upperHalf(a, b)
			if !inUnit(q) || a < b && q > .5 || a > b && q < .5 {
				t.Errorf("Beta(%g, %g): %v", a, b, q)
			}
		}
	}
}
