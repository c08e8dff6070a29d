package belief

import (
	"fmt"
	"math"
)

// Wilson is the interval of Wilson (1927) for a share that was counted: 95 %, two
// sided. It is the one to print beside a share of people or of judgements, since it
// stays inside 0 to 1 and says something where none or all were counted. The error
// wraps [ErrParameter]: at least one trial, successes from 0 to all of them.
func Wilson(successes, trials int) (low, high float64, err error) {
	if err := counted(successes, trials); err != nil {
		return 0, 0, err
	}
	const z = 1.959963984540054
	n, p := float64(trials), float64(successes)/float64(trials)
	whole := 1 + z*z/n
	middle := (p + z*z/(2*n)) / whole
	half := z / whole * math.Sqrt(float64(p*(1-p))/n+z*z/float64(4*n*n))
	low, high = max(middle-half, 0), min(middle+half, 1)
	if successes == 0 {
		low = 0
	}
	if successes == trials {
		high = 1
	}
	return low, high, nil
}

// Jeffreys is the middle 95 % of Beta(x+½, n-x+½): what a ledger with prior weight 1
// and base rate ½ thinks of a share after x pieces for and n-x against. The quantiles
// are pure: not moved to 0 or 1 where none or all were counted. Errors as for [Wilson].
func Jeffreys(successes, trials int) (low, high float64, err error) {
	if err := counted(successes, trials); err != nil {
		return 0, 0, err
	}
	a, b := float64(successes)+0.5, float64(trials-successes)+0.5
	return betaQuantile(a, b, 0.025), betaQuantile(a, b, 0.975), nil
}

func counted(successes, trials int) error {
	if trials < 1 || successes < 0 || successes > trials {
		return fmt.Errorf("%w: %d successes in %d trials", ErrParameter, successes, trials)
	}
	return nil
}

// betaQuantile is found by halving: 60 steps leave less than 1e-18.
func betaQuantile(a, b, p float64) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		if middle := (low + high) / 2; betaBelow(a, b, middle) < p {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}

// betaBelow is Pr[Beta(a, b) <= x], by the continued fraction of DLMF 8.17.22 on the
// side where it converges.
func betaBelow(a, b, x float64) float64 {
	if x <= 0 || x >= 1 {
		return min(max(x, 0), 1)
	}
	if x > (a+1)/(a+b+2) {
		return 1 - betaBelow(b, a, 1-x)
	}
	sum, _ := math.Lgamma(a + b)
	first, _ := math.Lgamma(a)
	second, _ := math.Lgamma(b)
	front := math.Exp(sum - first - second + float64(a*math.Log(x)) + float64(b*math.Log1p(-x)))
	fraction := 1.0
	for m := betaTerms(a, b); m >= 1; m-- { // from the far end, so nothing can vanish
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		fraction = 1 + even/(1+odd/fraction)
	}
	fraction = 1 - (a+b)*x/(a+1)/fraction
	return front / (a * fraction)
}

// betaTerms are enough: the terms needed grow with the root of the larger parameter.
func betaTerms(a, b float64) float64 { return 60 + math.Ceil(10*math.Sqrt(max(a, b))) }
