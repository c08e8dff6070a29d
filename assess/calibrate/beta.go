package calibrate

import "math"

// betaShare is I_x(a, b), the regularised incomplete beta function: Pr[X <= x] for
// X ~ Beta(a, b), with a and b above 0. Method: the continued fraction of DLMF 8.17.22
// by Lentz's algorithm, on the side where it converges fast.
func betaShare(x, a, b float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x > (a+1)/(a+b+2):
		return 1 - betaShare(1-x, b, a)
	}
	sum, _ := math.Lgamma(a + b)
	first, _ := math.Lgamma(a)
	second, _ := math.Lgamma(b)
	front := math.Exp(sum - first - second + float64(a*math.Log(x)) + float64(b*math.Log1p(-x)))
	return min(1, front*lentz(x, a, b)/a)
}

func lentz(x, a, b float64) float64 {
	const least, close = 1e-300, 1e-16
	away := func(v float64) float64 {
		if math.Abs(v) < least {
			return least
		}
		return v
	}
	c, d := 1.0, 1/away(1-float64((a+b)*x)/(a+1))
	f := d
	for m := 1.0; m < 10_000; m++ {
		even := float64(m*(b-m)) * x / float64((a+2*m-1)*(a+2*m))
		d, c = 1/away(1+float64(even*d)), away(1+even/c)
		f = float64(f * float64(d*c))
		odd := -float64((a+m)*(a+b+m)) * x / float64((a+2*m)*(a+2*m+1))
		d, c = 1/away(1+float64(odd*d)), away(1+odd/c)
		step := float64(d * c)
		f = float64(f * step)
		if math.Abs(step-1) < close {
			break
		}
	}
	return f
}

// fQuantile is the value that an F-distributed number with these degrees of freedom
// stays below with probability p, for 0 < p < 1. If X is F(n, m), then nX/(nX+m) is
// Beta(n/2, m/2); the half below the median is sought, so that nothing is lost to 1-x.
func fQuantile(p, n, m float64) float64 {
	if betaShare(0.5, n/2, m/2) < p { // above one half: look at it from the other end
		x := betaQuantile(1-p, m/2, n/2)
		return m * (1 - x) / float64(n*x)
	}
	x := betaQuantile(p, n/2, m/2)
	return m * x / float64(n*(1-x))
}

// betaQuantile halves the interval until no number is left between its ends.
func betaQuantile(p, a, b float64) float64 {
	low, high := 0.0, 1.0
	for range 2000 {
		middle := low + (high-low)/2
		if middle <= low || middle >= high {
			break
		}
		if betaShare(middle, a, b) < p {
			low = middle
		} else {
			high = middle
		}
	}
	return low + (high-low)/2
}
