package assesstest

import (
	"cmp"
	"math"
	"slices"
)

// spearman is the rank correlation of two lists, ties having their mean rank. It is not
// known where either list says nothing but one value.
func spearman(a, b []float64) (rho float64, known bool) {
	return pearson(ranks(a), ranks(b))
}

// ranks counts from 1 upwards; equals share the mean of their ranks.
func ranks(list []float64) []float64 {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(list[i], list[j]) })
	out := make([]float64, len(list))
	for start := 0; start < len(order); {
		end := start
		for end < len(order) && list[order[end]] == list[order[start]] {
			end++
		}
		for _, i := range order[start:end] {
			out[i] = float64(start+end+1) / 2
		}
		start = end
	}
	return out
}

func pearson(a, b []float64) (r float64, known bool) {
	meanA, meanB := mean(a), mean(b)
	var ab, aa, bb float64
	for i := range a {
		x, y := a[i]-meanA, b[i]-meanB
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	if aa == 0 || bb == 0 {
		return 0, false
	}
	return ab / math.Sqrt(aa*bb), true
}

func mean(list []float64) (sum float64) {
	for _, x := range list {
		sum += x / float64(len(list))
	}
	return sum
}

// ndcg is the discounted gain of the first places over that of the best order; not
// known where there is nothing to gain.
func ndcg(gains []float64, places int) (share float64, known bool) {
	best := slices.Clone(gains)
	slices.SortFunc(best, func(a, b float64) int { return cmp.Compare(b, a) })
	ideal := discounted(best, places)
	if ideal == 0 {
		return 0, false
	}
	return discounted(gains, places) / ideal, true
}

func discounted(gains []float64, places int) (sum float64) {
	for i, g := range gains[:min(places, len(gains))] {
		sum += g / math.Log2(float64(i)+2)
	}
	return sum
}
