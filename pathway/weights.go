package pathway

import (
	"math"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// weigh turns importance into millionths, or into tenfold coarser parts until the sum
// of all fits.
func (t *task) weigh() {
	for unit := 1e6; !t.weighIn(unit); unit /= 10 {
	}
}

// weighIn tells whether the weights fit 64 bits in parts of 1/unit.
func (t *task) weighIn(unit float64) bool {
	t.weights = t.weights[:0]
	sum := int64(0)
	for _, g := range t.goals {
		w := math.Round(float64(finite(g.Importance) * unit))
		if w >= float64(solve.MostSum-sum) {
			return false
		}
		t.weights = append(t.weights, int64(w))
		sum += int64(w)
	}
	return true
}

// finite is the importance as far as it makes sense: a report that was built by hand
// may hold anything.
func finite(importance float64) float64 {
	if importance > 0 {
		return min(importance, 1e300)
	}
	return 0
}
