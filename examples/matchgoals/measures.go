package main

import "math"

// mean is the mean of a figure over all queries; 0 of none.
func mean(figure func(outcome) float64) func([]outcome) float64 {
	return func(outcomes []outcome) (sum float64) {
		for _, o := range outcomes {
			sum += figure(o) / float64(len(outcomes))
		}
		return sum
	}
}

// within counts the right answers among the first k.
func (o outcome) within(k int) (n int) {
	for _, right := range o.right[:min(k, len(o.right))] {
		if right {
			n++
		}
	}
	return n
}

// first: the first answer is right.
func first(o outcome) float64 { return float64(o.within(1)) }

// hit5: one of the first five is right.
func hit5(o outcome) float64 { return float64(min(o.within(5), 1)) }

// recall5 is how many of those that could be among the first five are (RP@5).
func recall5(o outcome) float64 { return float64(o.within(5)) / float64(max(min(5, o.gold), 1)) }

// precision5 is how many of the first five are right.
func precision5(o outcome) float64 { return float64(o.within(5)) / 5 }

// reciprocal is one over the rank of the first that is right; 0 if none is.
func reciprocal(o outcome) float64 {
	for i, right := range o.right {
		if right {
			return 1 / float64(i+1)
		}
	}
	return 0
}

// share is the mean of a figure over the queries that it is about; 1 if there are none.
func share(about, figure func(outcome) bool) func([]outcome) float64 {
	return func(outcomes []outcome) float64 {
		n, of := 0, 0
		for _, o := range outcomes {
			if about(o) {
				of++
				if figure(o) {
					n++
				}
			}
		}
		if of == 0 {
			return 1
		}
		return float64(n) / float64(of)
	}
}

func isFirst(o outcome) bool  { return o.within(1) == 1 }
func accepted(o outcome) bool { return o.accepted }
func alone(o outcome) bool    { return o.gold == 1 }
func every(outcome) bool      { return true }

// allExact: every target with the name is listed as having it, and no other.
func allExact(o outcome) bool {
	n := 0
	for i, exact := range o.exact {
		if exact != o.right[i] {
			return false
		}
		if exact {
			n++
		}
	}
	return n == o.gold
}

// calibration is the expected calibration error: the answers are put in ten bins by their
// confidence, and what a bin claims is compared with what came true in it (Naeini,
// Cooper and Hauskrecht 2015, bins of equal width).
func calibration(outcomes []outcome) (e float64) {
	var claimed, came [10]float64
	for _, o := range outcomes {
		bin := min(int(o.confidence*10), 9)
		claimed[bin] += o.confidence
		came[bin] += first(o)
	}
	for bin := range claimed {
		e += math.Abs(claimed[bin]-came[bin]) / float64(max(len(outcomes), 1))
	}
	return e
}
