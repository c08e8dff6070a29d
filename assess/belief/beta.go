package belief

import "math"

// upperHalf returns Pr[X > ½] for X ~ Beta(a, b), which is I_½(b, a), the
// regularised incomplete beta function at one half. a and b are above 0.
//
// Method: the continued fraction of DLMF 8.17.22, on the side where it converges, with
// the prefix by Stirling's series, so that no large logarithms are subtracted from each
// other.
//
// At the edge, where one of them is 0 or as good as 0, the distribution is a point at 0 or at 1.
func upperHalf(a, b float64) float64 {
	const least = 1e-290
	switch {
	case a == b:
		return 0.5
	case b > a:
		return 1 - upperHalf(b, a)
	case b < least:
		return 1
	}
	// Now ½ is below the mean a/(a+b): the lower tail I_½(a, b) is the small one.
	return 1 - halfPrefix(a, b)*betaFraction(a, b)/a
}

// halfPrefix is (½)^(a+b) / B(a, b), for a >= b.
func halfPrefix(a, b float64) float64 {
	if a+b < 32 { // the logarithms are small, so nothing is lost by subtracting them
		sum, _ := math.Lgamma(a + b)
		first, _ := math.Lgamma(a)
		second, _ := math.Lgamma(b)
		return math.Exp(sum - first - second - float64((a+b)*math.Ln2))
	}
	t := (a - b) / (a + b)
	lower := math.Log1p(-t)
	if b < a/1024 {
		lower = math.Log(2 * b / (a + b)) // 1-t, of which t would leave no digits
	}
	entropy := float64(a*math.Log1p(t)) + float64(b*lower)
	size := 0.5 * (math.Log(b) - math.Log1p(b/a) - math.Log(2*math.Pi))
	return math.Exp(size - entropy + stirling(a+b) - stirling(a) - stirling(b))
}

// stirling is the error of Stirling's formula: ln Γ(z) − (z−½) ln z + z − ½ ln 2π.
func stirling(z float64) float64 {
	const halfLog2Pi = 0.91893853320467274178
	if z < 16 {
		lg, _ := math.Lgamma(z)
		return lg - float64((z-0.5)*math.Log(z)) + z - halfLog2Pi
	}
	s := 1 / float64(z*z)
	sum := 1.0/1188 - float64(s*(691.0/360360))
	sum = 1.0/1680 - float64(s*sum)
	sum = 1.0/1260 - float64(s*sum)
	sum = 1.0/360 - float64(s*sum)
	return (1.0/12 - float64(s*sum)) / z
}

// betaFraction is the continued fraction of I_½(a, b), for a >= b: its convergents
// A/B by their recurrence, with B brought back to 1 at every second step.
func betaFraction(a, b float64) float64 {
	const close = 1e-16
	var earlierA, earlierB, nowA, nowB float64 = 0, 1, 1, 1 // the convergents 0/1 and 1/1
	earlierA, earlierB, nowA, nowB = step(earlierA, earlierB, nowA, nowB, -(a+b)/(2*(a+1)))
	f := nowA / nowB
	for m := 1.0; m < 1e6; m++ {
		k := a + 2*m
		share := 0.5 / float64(float64((k-1)*k)*(k+1))
		earlierA, earlierB, nowA, nowB = step(earlierA, earlierB, nowA, nowB, float64(m*(b-m))*float64((k+1)*share))
		earlierA, earlierB, nowA, nowB = step(earlierA, earlierB, nowA, nowB, -float64((a+m)*(a+b+m))*float64((k-1)*share))
		scale := 1 / nowB
		earlierA, earlierB, nowA, nowB = float64(earlierA*scale), float64(earlierB*scale), float64(nowA*scale), 1
		if math.Abs(nowA-f) < float64(close*nowA) {
			break
		}
		f = nowA
	}
	return nowA
}

// step is one step of the recurrence of convergents with partial denominators of 1.
func step(earlierA, earlierB, nowA, nowB, numerator float64) (float64, float64, float64, float64) {
	return nowA, nowB, nowA + float64(numerator*earlierA), nowB + float64(numerator*earlierB)
}
