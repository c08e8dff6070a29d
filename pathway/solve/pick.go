package solve

import (
	"math"
	"slices"
)

// pick chooses the action to branch on, out of a landmark that is not met yet: the
// one with the fewest actions left, and in it the one that has least left and meets
// most. Among ties it is the action with the smallest number, so that the first plan
// by number is found first.
func (s *search) pick(tied bool) int32 {
	var unmet []landmark
	for _, l := range s.pool {
		if !slices.ContainsFunc(l, func(a int32) bool { return s.state[a] == taken }) {
			unmet = append(unmet, l)
		}
	}
	if len(unmet) == 0 {
		s.main.closes(s.takenActions())
		unmet = []landmark{s.main.grow(s.main.missing(), s.growing(&s.views[0]))}
	}
	if tied {
		return s.smallest(unmet)
	}
	return s.tightest(unmet)
}

func (s *search) smallest(unmet []landmark) int32 {
	first := int32(math.MaxInt32)
	for _, l := range unmet {
		for _, a := range l {
			if s.state[a] == undecided {
				first = min(first, a)
				break
			}
		}
	}
	return first
}

func (s *search) tightest(unmet []landmark) int32 {
	meets := make([]int, len(s.state))
	choices := func(l landmark) (n int) {
		for _, a := range l {
			if s.state[a] == undecided {
				n++
			}
		}
		return n
	}
	fewest, least := unmet[0], math.MaxInt
	for _, l := range unmet {
		if n := choices(l); n < least {
			fewest, least = l, n
		}
		for _, a := range l {
			meets[a]++
		}
	}
	left := s.views[len(s.views)-1].left
	best := int32(-1)
	for _, a := range fewest {
		if s.state[a] != undecided {
			continue
		}
		if best < 0 || left[a] < left[best] || left[a] == left[best] && meets[a] > meets[best] {
			best = a
		}
	}
	return best
}
