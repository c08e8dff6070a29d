package solve

// mostLandmarks is how many landmarks are remembered; those found later serve the
// node that found them and are forgotten.
const mostLandmarks = 4_000

// bound is the sum of the prices of a view at the present node; false: no plan is
// left, or the context has ended (see search.ended). It leaves in v.left what the
// prices have not used up: the actions with nothing left form a plan.
func (s *search) bound(v *view) (sum int64, alive bool) {
	sum = v.reset(s.state)
	for i, price := range v.prices {
		if price > 0 {
			charged := v.charge(s.pool[i], price)
			if charged == ruledOut {
				return 0, false
			}
			sum += charged
		}
	}
	for _, l := range s.pool {
		charged := v.charge(l, ruledOut)
		if charged == ruledOut {
			return 0, false
		}
		sum += charged
	}
	more, alive := s.raise(v, s.main, true)
	return sum + more, alive
}

// raise makes landmarks until the actions with nothing left reach every goal, and
// returns by how much that raises the bound.
func (s *search) raise(v *view, r *reach, remember bool) (more int64, alive bool) {
	r.undo(mark{})
	for a, left := range v.left {
		if left == 0 {
			r.add(int32(a), -1)
		}
	}
	for goal := r.missing(); goal >= 0; goal = r.missing() {
		if s.ended() {
			return more, false
		}
		l := r.grow(goal, s.growing(v))
		if remember && len(s.pool) < mostLandmarks {
			s.pool = append(s.pool, l)
		}
		charged := v.charge(l, ruledOut)
		if charged == ruledOut {
			return more, false
		}
		more += charged
		for _, a := range l {
			if v.left[a] == 0 && !r.on[a] {
				r.add(a, -1)
			}
		}
	}
	return more, true
}

// growing is the order in which a landmark is grown at this node: dropped actions
// come last, so that they are left in it and it holds at every node.
func (s *search) growing(v *view) []int32 {
	s.order = s.order[:0]
	for _, a := range v.order {
		if s.state[a] != dropped {
			s.order = append(s.order, a)
		}
	}
	for _, a := range v.order {
		if s.state[a] == dropped {
			s.order = append(s.order, a)
		}
	}
	return s.order
}

// most is the greatest priced sum of a plan that is still wanted.
func (s *search) most(v *view) int64 {
	if v.weight == 0 {
		return v.spare
	}
	if s.best == nil {
		return ruledOut
	}
	wanted := s.best.cost
	if !s.ties {
		wanted--
	}
	return v.weight*wanted + v.spare
}

// tighten bounds the present node by every view, drops what cannot be in a plan that
// is still wanted, and returns the least cost of any plan of the node, at least
// lower; false: the node is done with.
func (s *search) tighten(lower int64) (int64, bool) {
	for i := range s.views {
		v := &s.views[i]
		sum, alive := s.bound(v)
		if !alive {
			return lower, false
		}
		if v.weight > 0 {
			lower = max(lower, ceilDiv(sum-v.spare, v.weight))
		}
		most := s.most(v)
		if sum > most {
			return lower, false
		}
		s.dropDear(v, most-sum)
	}
	return lower, true
}

// dropDear drops the actions that have more left than a plan can afford.
func (s *search) dropDear(v *view, afford int64) {
	for a, left := range v.left {
		if s.state[a] == undecided && left > afford {
			s.drop(int32(a))
		}
	}
}

// ceilDiv is a/b rounded up, at least 0.
func ceilDiv(a, b int64) int64 {
	if a <= 0 {
		return 0
	}
	return (a + b - 1) / b
}
