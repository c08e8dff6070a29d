package pathway

import (
	"math"
	"math/bits"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// weigh turns importance into millionths, or into tenfold coarser parts until the sum
// of all fits, and puts critical goals ahead of all others.
func (t *task) weigh() {
	for unit := 1e6; !t.weighIn(unit); unit /= 10 {
	}
}

// weighIn tells whether the weights fit 64 bits in parts of 1/unit.
func (t *task) weighIn(unit float64) bool {
	t.plain, t.weights = t.plain[:0], t.weights[:0]
	most := solve.MostSum / int64(2+len(t.options.With)) // room for the courses asked for
	var critical, others int64
	for _, g := range t.goals {
		w := math.Round(float64(finite(g.Importance) * unit))
		if w >= float64(most-critical-others) {
			return false
		}
		t.plain = append(t.plain, int64(w))
		if g.Critical {
			critical += int64(w)
		} else {
			others += int64(w)
		}
	}
	t.parts = [2]int64{t.commonPart(false), t.commonPart(true)}
	if t.ahead = 1; critical > 0 {
		t.ahead += others / t.parts[0]
	} else {
		t.parts[1] = t.parts[0] // there is one kind of goals
	}
	for i, g := range t.goals {
		if g.Critical {
			t.weights = append(t.weights, t.plain[i]/t.parts[1]*t.ahead)
		} else {
			t.weights = append(t.weights, t.plain[i]/t.parts[0])
		}
	}
	high, low := bits.Mul64(uint64(critical/t.parts[1]), uint64(t.ahead))
	return high == 0 && low <= uint64(most-others)
}

// commonPart is the greatest number that divides the importance of all critical goals,
// or of all others: package solve bounds small weights sooner than large ones.
func (t *task) commonPart(critical bool) int64 {
	part := int64(0)
	for i, g := range t.goals {
		if g.Critical == critical {
			part = commonDivisor(part, t.plain[i])
		}
	}
	return max(part, 1)
}

// commonDivisor is the greatest number that divides both; of 0 and another, the other.
func commonDivisor(a, b int64) int64 {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// finite is the importance as far as it makes sense: a report that was built by hand
// may hold anything.
func finite(importance float64) float64 {
	if importance > 0 {
		return min(importance, 1e300)
	}
	return 0
}

// leastLost is the least importance that the best plan can leave open, in the parts of
// plain. Of a plan that is not proved best it may be less than what is left.
func (t *task) leastLost(s answer) int64 {
	lost := s.LeastLost
	if all := sum(t.weights) + 1; len(t.forced) > 0 {
		if !s.Proved {
			return 0
		}
		lost %= all
	}
	critical, others := lost/t.ahead*t.parts[1], lost%t.ahead*t.parts[0]
	if !s.Proved && t.ahead > 1 {
		others = min(others, t.parts[1]) // one critical goal more may be all that is lost beyond the bound
	}
	return critical + others
}

func sum(list []int64) (total int64) {
	for _, n := range list {
		total += n
	}
	return total
}
