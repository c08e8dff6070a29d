package rpl

import (
	"math"
	"math/bits"
)

// mulDiv is a × b ÷ c rounded down, exact whatever the size of a × b, and whether it
// fits. a and b are not negative, c is above 0.
func mulDiv(a, b, c int64) (int64, bool) {
	q, _, ok := divide(a, b, c)
	return q, ok
}

// mulDivUp is mulDiv rounded up.
func mulDivUp(a, b, c int64) (int64, bool) {
	q, rest, ok := divide(a, b, c)
	if rest == 0 {
		return q, ok
	}
	return q + 1, ok && q < math.MaxInt64
}

func divide(a, b, c int64) (quotient int64, rest uint64, fits bool) {
	high, low := bits.Mul64(uint64(a), uint64(b))
	if high >= uint64(c) {
		return 0, 0, false
	}
	q, rest := bits.Div64(high, low, uint64(c))
	return int64(q), rest, q <= math.MaxInt64
}

// times is a × b and whether it fits; neither is negative.
func times(a, b int64) (int64, bool) {
	high, low := bits.Mul64(uint64(a), uint64(b))
	return int64(low), high == 0 && low <= math.MaxInt64
}

// plus is a + b and whether it fits; neither is negative.
func plus(a, b int64) (int64, bool) {
	return a + b, a <= math.MaxInt64-b
}

// fraction is n ÷ d in lowest terms; d is above 0, n is not negative.
type fraction struct{ n, d int64 }

// add is the sum of f and n ÷ d, and whether it fits.
func (f fraction) add(n, d int64) (fraction, bool) {
	common := gcd(f.d, d)
	bottom, ok1 := times(f.d/common, d)
	left, ok2 := times(f.n, d/common)
	right, ok3 := times(n, f.d/common)
	top, ok4 := plus(left, right)
	if !(ok1 && ok2 && ok3 && ok4) {
		return f, false
	}
	common = gcd(top, bottom)
	return fraction{top / common, bottom / common}, true
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
