package calibrate

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// areaOfBeta integrates the density by Simpson's rule over the square root, which takes
// the edge off at 0: the second method.
func areaOfBeta(x, a, b float64) float64 {
	density := func(z float64) float64 { return 2 * math.Pow(z, 2*a-1) * math.Pow(1-z*z, b-1) }
	area := func(to float64) float64 {
		const steps = 20_000
		h, sum := to/steps, density(0)+density(to)
		for i := 1; i < steps; i++ {
			sum += float64(2+2*(i%2)) * density(float64(i)*h)
		}
		return sum * h / 3
	}
	return area(math.Sqrt(x)) / area(1)
}

func TestBetaShareAgainstIntegration(t *testing.T) {
	t.Parallel()
	for _, a := range []float64{1, 1.5, 2, 7.25, 40} {
		for _, b := range []float64{1, 2, 3.5, 30} {
			for _, x := range []float64{.01, .2, .5, .77, .99} {
				require.InDelta(t, areaOfBeta(x, a, b), betaShare(x, a, b), 1e-9, "I_%v(%v, %v)", x, a, b)
			}
		}
	}
}

// Closed forms and printed tables of the F distribution.
func TestQuantiles(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		p, n, m, want, tolerance float64
		why                      string
	}{
		{.5, 7, 7, 1, 1e-12, "the median of equal degrees of freedom is 1"},
		{.95, 1, 1, 161.4476, 1e-3, "table, 5 %, 1 and 1"},
		{.95, 5, 10, 3.3258, 1e-4, "table, 5 %, 5 and 10"},
		{.975, 5, 18, 3.3820, 1e-4, "table, 2.5 %, 5 and 18"},
		{.95, 2, 10, 10 * (math.Pow(.05, -.2) - 1) / 2, 1e-10, "closed form for n = 2"},
		{.999, 2, 4, 4 * (math.Pow(.001, -.5) - 1) / 2, 1e-8, "closed form, far out"},
		{.001, 2, 4, 4 * (math.Pow(.999, -.5) - 1) / 2, 1e-14, "closed form, near 0"},
	} {
		require.InDelta(t, row.want, fQuantile(row.p, row.n, row.m), row.tolerance, row.why)
	}
}

// The ends turn into each other, and the quantile undoes the distribution.
func TestQuantileRoundTrip(t *testing.T) {
	t.Parallel()
	for _, p := range []float64{.001, .025, .3, .5, .8, .975, .999} {
		for _, n := range []float64{.5, 1, 3, 17.5, 200} {
			for _, m := range []float64{.7, 2, 9, 120} {
				f := fQuantile(p, n, m)
				require.InEpsilon(t, 1/fQuantile(1-p, m, n), f, 1e-9)
				require.InDelta(t, p, betaShare(n*f/(n*f+m), n/2, m/2), 1e-8)
			}
		}
	}
}
