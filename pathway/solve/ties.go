package solve

import "slices"

// breaksTie tells whether a plan of the present node that costs as much as the best
// can come before it: end sooner, or end as soon and come first by its actions. If
// so it would keep to a deadline, and that has landmarks of its own.
func (s *search) breaksTie() bool {
	s.tie.deadline = s.best.span
	if !s.canComeFirst() {
		s.tie.deadline--
	}
	s.tie.deadline = min(s.tie.deadline, s.p.deadline)
	if s.tie.deadline < 0 || !s.inTime() {
		return false
	}
	return s.affordsHaste()
}

// canComeFirst tells whether the actions of some plan of the node compare less than
// those of the best. Of two plans neither of which is part of the other, the first
// is the one that holds the smallest action which they do not share.
func (s *search) canComeFirst() bool {
	for a := range int32(s.p.courses) {
		_, inBest := slices.BinarySearch(s.best.actions, a)
		switch state := s.state[a]; {
		case inBest && state == dropped:
			return false
		case !inBest && state != dropped:
			return true
		}
	}
	return false
}

// inTime tells whether all that may still be done, done at once, keeps to the
// deadline.
func (s *search) inTime() bool {
	s.tie.undo(mark{})
	for a, state := range s.state {
		if state != dropped {
			s.tie.add(int32(a), -1)
		}
	}
	for _, a := range s.stack {
		if s.state[a] == taken && s.tie.end(a) > s.tie.deadline {
			return false
		}
	}
	return s.tie.missing() < 0
}

// affordsHaste tells whether the deadline can be kept at the cost of the best.
func (s *search) affordsHaste() bool {
	v := &s.views[0]
	sum, alive := s.bound(v)
	if !alive {
		return false
	}
	more, alive := s.raise(v, s.tie, false)
	return alive && sum+more <= s.most(v)
}
