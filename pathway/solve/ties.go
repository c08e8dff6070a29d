package solve

import (
	"cmp"
	"slices"
)

// breaksTie tells whether a plan of the present node that costs as much as the best
// can come before it: end sooner, or end as soon and come first by its actions. If it
// ends sooner it keeps to a deadline, and that has landmarks of its own. Once no plan of the
// node does, what can come first decides more of the node.
func (s *search) breaksTie() bool {
	if s.loosen(); s.alone() {
		return false
	}
	s.tie.deadline = min(s.best.span-1, s.p.deadline)
	if s.tie.deadline >= 0 && s.inTime() && s.affordsHaste() && !s.ruledOutInTime() {
		return true
	}
	if !s.canComeFirst() {
		return false
	}
	s.tie.deadline = min(s.best.span, s.p.deadline)
	return s.inTime() && s.affordsHaste() && s.comesFirst() && (s.mayBeBest() || !s.ruledOutInTime())
}

// mayBeBest tells whether the best plan is one of the present node.
func (s *search) mayBeBest() bool {
	held := 0
	for a, d := range s.state {
		if held < len(s.best.actions) && int(s.best.actions[held]) == a {
			if held++; d == dropped {
				return false
			}
		} else if d == taken {
			return false
		}
	}
	return true
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
	return s.tie.done()
}

// affordsHaste tells whether the deadline can be kept at the cost of the best, as far as
// the latest prices show: to these are added those of the landmarks of the deadline.
func (s *search) affordsHaste() bool {
	if s.last == nil {
		return true
	}
	sure, dead := s.add(s.last)
	if dead != nil {
		return false
	}
	v := &s.haste
	for a, d := range s.state {
		switch v.left[a] = max(0, s.tally.left[a]); d {
		case taken:
			v.left[a] = 0
		case dropped:
			v.left[a] = ruledOut
		}
	}
	v.order = append(v.order[:0], s.live...)
	slices.SortFunc(v.order, func(a, b int32) int { return cmp.Or(-cmp.Compare(v.left[a], v.left[b]), cmp.Compare(a, b)) })
	more, alive := s.raise(v, s.tie, false)
	return alive && sure+more <= s.last.unit*s.best.cost
}
