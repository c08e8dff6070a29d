package solve

// comesFirst tells whether a plan of the present node that costs as much as the best may come
// before it by its actions. Of two plans neither of which is part of the other, the first
// holds the smallest action which they do not share. So each other action is looked at in
// turn as that one: with all smaller actions of the best plan, and without all smaller
// actions that are not of it. So much is then decided of the node: what else it holds comes
// later, or costs more.
func (s *search) comesFirst() bool {
	if len(s.best.actions) == 0 {
		return false
	}
	last := s.best.actions[len(s.best.actions)-1]
	next := 0
	for a := int32(0); a < min(last, int32(s.p.courses)); a++ {
		switch held := s.best.actions[next] == a; {
		case held:
			if next++; s.state[a] == dropped || s.state[a] == undecided && !s.take(a) {
				return false
			}
		case s.state[a] == dropped:
		case s.state[a] == taken || !s.ruledOutFirst(a):
			return true
		default:
			s.drop(a)
		}
	}
	return false
}

// ruledOutFirst tells whether no plan of the present node that holds a costs as little as
// the best.
func (s *search) ruledOutFirst(a int32) bool {
	before := len(s.stack)
	defer s.unwind(before)
	for _, other := range s.p.acts[a].excludes {
		if s.state[other] == taken {
			return true
		}
	}
	if !s.take(a) {
		return true
	}
	n := &node{search: s, trace: &trace{}}
	defer func(last *tally, kept int) { s.last, s.kept = last, kept }(s.last, s.kept)
	if s.last != nil {
		n.apply(s.last)
	}
	if !n.done {
		n.applyRelaxed(s.relax.solve(s, float64(s.wanted())+0.05, 200))
	}
	return n.done
}

// ruledOutInTime tells whether no plan of the present node that costs as little as the
// best keeps to the deadline of s.tie. The landmarks of that deadline are forgotten
// afterwards.
func (s *search) ruledOutInTime() (closed bool) {
	pool, kept := len(s.pool), s.kept
	s.aside(func() { closed = s.closeInTime() })
	s.pool, s.kept = s.pool[:pool], kept
	s.relax.inUse = s.relax.inUse[:min(len(s.relax.inUse), pool)]
	return closed
}

func (s *search) closeInTime() bool {
	n := &node{search: s, trace: &trace{}}
	for range 20 {
		n.applyRelaxed(s.relax.solve(s, float64(s.wanted())+0.05, 300))
		if n.done || s.ended() {
			return n.done
		}
		s.relax.read()
		s.sortByValue()
		added := 0
		for _, least := range []float64{0.999, 0.6, 0.3} {
			if added = s.separateAt(s.tie, least); added > 0 {
				break
			}
		}
		if added == 0 {
			return false
		}
	}
	return false
}
