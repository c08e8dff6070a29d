package solve

import (
	"math"
	"slices"
)

// pick chooses the action to branch on: one that the relaxation takes in part. Among
// ties that is the first that the best plan does not hold: with it, the bound mostly
// rises. Where there is none, it comes out of a landmark that is not met yet; -1: it cannot
// be met.
func (s *search) pick(tied bool, t *trace) int32 {
	if a := s.guide.choose(s); a >= 0 {
		return a
	}
	if tied {
		if a := s.otherThanBest(); a >= 0 {
			return a
		}
	}
	var unmet []landmark
	for i, l := range s.pool {
		if s.unmeetable(&l) {
			s.keep(s.unmet(i), t)
			return -1
		}
		if !s.met(&l) {
			unmet = append(unmet, l)
		}
	}
	if len(unmet) == 0 {
		s.main.closes(s.takenActions())
		s.admit(s.main.grow(s.main.missing(), s.growing(&s.plain)))
		if s.ended() {
			return int32(slices.Index(s.state, undecided)) // any will do
		}
		return s.pick(tied, t)
	}
	return s.tightest(unmet)
}

// met tells whether the taken actions meet a landmark.
func (s *search) met(l *landmark) bool {
	sum := int32(0)
	for i, a := range l.acts {
		if s.state[a] == taken {
			sum += l.coef(i)
		}
	}
	return sum >= l.need
}

// otherThanBest is the first undecided action that the best plan does not hold, -1:
// none.
func (s *search) otherThanBest() int32 {
	for a, d := range s.state {
		if d != undecided {
			continue
		}
		if _, held := slices.BinarySearch(s.best.actions, int32(a)); !held {
			return int32(a)
		}
	}
	return -1
}

// tightest takes the landmark with the fewest actions left, and in it the one that has
// least left and meets most.
func (s *search) tightest(unmet []landmark) int32 {
	meets := make([]int, len(s.state))
	choices := func(l landmark) (n int) {
		for _, a := range l.acts {
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
		for _, a := range l.acts {
			meets[a]++
		}
	}
	left := s.tally.left
	best := int32(-1)
	for _, a := range fewest.acts {
		if s.state[a] != undecided {
			continue
		}
		if best < 0 || left[a] < left[best] || left[a] == left[best] && meets[a] > meets[best] {
			best = a
		}
	}
	return best
}
