package needs

import (
	"cmp"
	"math"
	"slices"
)

// TauB is Kendall's rank correlation tau-b of two lists of scores of the same things:
// 1 where every pair stands in the same order, -1 where every pair is turned around, with
// ties taken out of what is possible. It is not defined, and ok false, where the lists
// differ in length, where either holds a value that is not a number, or where all
// values of one are equal. It takes n log n steps (Knight 1966).
func TauB(x, y []float64) (tau float64, ok bool) {
	if len(x) != len(y) || slices.ContainsFunc(x, math.IsNaN) || slices.ContainsFunc(y, math.IsNaN) {
		return 0, false
	}
	list := make([][2]float64, len(x))
	for i := range x {
		list[i] = [2]float64{x[i], y[i]}
	}
	slices.SortFunc(list, func(a, b [2]float64) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	pairs := pairsOf(len(list))
	tiedX := ties(list, func(a, b [2]float64) bool { return a[0] == b[0] })
	tiedBoth := ties(list, func(a, b [2]float64) bool { return a == b })
	second := make([]float64, len(list))
	for i, p := range list {
		second[i] = p[1]
	}
	turned := inversions(second, make([]float64, len(second)))
	tiedY := ties(second, func(a, b float64) bool { return a == b }) // sorted by now
	possible := math.Sqrt(float64(pairs-tiedX)) * math.Sqrt(float64(pairs-tiedY))
	if possible == 0 {
		return 0, false
	}
	tau = float64(pairs-tiedX-tiedY+tiedBoth-2*turned) / possible
	return max(-1, min(1, tau)), true
}

func pairsOf(n int) int { return n * (n - 1) / 2 }

// ties counts the pairs that are equal, in a list where equals stand together.
func ties[T any](list []T, equal func(a, b T) bool) (count int) {
	for start, end := 0, 0; start < len(list); start = end {
		for end = start; end < len(list) && equal(list[start], list[end]); end++ {
		}
		count += pairsOf(end - start)
	}
	return count
}

// inversions sorts a list by merging and counts the pairs that stood the wrong way
// around.
func inversions(list, room []float64) (count int) {
	if len(list) < 2 {
		return 0
	}
	half := len(list) / 2
	left, right := list[:half], list[half:]
	count = inversions(left, room) + inversions(right, room)
	merged := room[:0]
	for len(left) > 0 || len(right) > 0 {
		if len(right) == 0 || len(left) > 0 && left[0] <= right[0] {
			merged, left = append(merged, left[0]), left[1:]
			continue
		}
		merged, right = append(merged, right[0]), right[1:]
		count += len(left)
	}
	copy(list, merged)
	return count
}

// Agreement is how far two methods agree, over the items that both score.
type Agreement struct {
	First   Method   `json:"first"`
	Second  Method   `json:"second"`
	Items   int      `json:"items"`
	Tau     *float64 `json:"tau"`     // Kendall's tau-b; nil where a method tells no two items apart
	Top     int      `json:"top"`     // k
	Shared  int      `json:"shared"`  // items in the first k of both
	Overlap float64  `json:"overlap"` // Shared over the longer of the two lists; 0 of no items
}

// Agree compares two rankings. The first k of a ranking are all that rank k or better:
// equal ones come in together, so a list may be longer than k, and the overlap is taken
// over the longer list: a method that ties everything shares no credit. k below 1 counts
// as 1.
func Agree(first, second Ranking, k int) Agreement {
	a := Agreement{First: first.Method, Second: second.Method, Top: max(k, 1)}
	needs := map[string]Score{}
	for _, s := range second.Scores {
		needs[s.Item] = s
	}
	var x, y []float64
	for _, s := range first.Scores {
		if other, both := needs[s.Item]; both {
			x, y = append(x, s.need(first.Method)), append(y, other.need(second.Method))
		}
	}
	a.Items = len(x)
	if tau, ok := TauB(x, y); ok {
		a.Tau = &tau
	}
	ranks, others := ranksOf(x), ranksOf(y)
	inFirst, inSecond := 0, 0
	for i := range x {
		if ranks[i] <= a.Top {
			inFirst++
		}
		if others[i] <= a.Top {
			inSecond++
		}
		if ranks[i] <= a.Top && others[i] <= a.Top {
			a.Shared++
		}
	}
	a.Overlap = float64(a.Shared) / float64(max(inFirst, inSecond, 1))
	return a
}

// ranksOf are ranks from 1, the greatest first; equal ones share the least.
func ranksOf(list []float64) []int {
	sorted := slices.Sorted(slices.Values(list))
	ranks := make([]int, len(list))
	for i, x := range list {
		above, _ := slices.BinarySearchFunc(sorted, x, func(at, x float64) int {
			if at <= x {
				return -1
			}
			return 1
		})
		ranks[i] = len(sorted) - above + 1
	}
	return ranks
}
