package belief

import (
	"fmt"
	"math"
)

// Overlap is how much two profiles of levels have in common, as for two roles.
type Overlap struct {
	Coverage float64 // how much of what the other asks is there: Σ w min(have, need) / Σ w need; surplus costs nothing
	Ruzicka  float64 // Σ w min / Σ w max: the same both ways
	Cosine   float64 // of the angle between the two
}

// Compare compares levels by statement: have[i], need[i] and weight[i] are of the same
// statement. The question is mostly how much of one role somebody in the other has
// already: that is Coverage, and it differs by direction. Where nothing is asked,
// coverage is 1; of two empty profiles Ruzicka is 1; with an empty one Cosine is 0.
// The error wraps [ErrParameter]: three lists of one length, nothing negative.
func Compare(have, need, weight []float64) (Overlap, error) {
	if len(have) != len(need) || len(need) != len(weight) {
		return Overlap{}, fmt.Errorf("%w: lists of %d, %d and %d", ErrParameter, len(have), len(need), len(weight))
	}
	var least, most, asked, product, ours, theirs float64
	for i, w := range weight {
		x, y := have[i], need[i]
		if !(w >= 0 && x >= 0 && y >= 0) || math.IsInf(w+x+y, 1) {
			return Overlap{}, fmt.Errorf("%w: level %v against %v with weight %v", ErrParameter, x, y, w)
		}
		least += float64(w * min(x, y))
		most += float64(w * max(x, y))
		asked += float64(w * y)
		product += float64(w * float64(x*y))
		ours += float64(w * float64(x*x))
		theirs += float64(w * float64(y*y))
	}
	o := Overlap{Coverage: 1, Ruzicka: 1}
	if asked > 0 {
		o.Coverage = least / asked
	}
	if most > 0 {
		o.Ruzicka = least / most
	}
	if ours > 0 && theirs > 0 {
		o.Cosine = product / float64(math.Sqrt(ours)*math.Sqrt(theirs))
	}
	return o, nil
}
