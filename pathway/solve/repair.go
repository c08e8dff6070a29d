package solve

import "math/bits"

// repair makes a plan that breaks limits one that keeps them, and offers it: it drops
// the actions that save most for the weight that they lose, leaves open what is then
// out of reach, and closes again what still fits.
func (s *search) repair(v *view, plan []int32) {
	var rest []int32
	for _, a := range plan {
		if int(a) < s.p.courses {
			rest = append(rest, a)
		}
	}
	for !s.p.allowed(rest) {
		if s.ended() || len(rest) == 0 {
			return
		}
		i := s.leastLoss(rest)
		rest = append(rest[:i:i], rest[i+1:]...)
	}
	g := s.newGrowth(s.courses())
	g.begin(rest)
	g.fill(-1)
	s.offer(s.thin(v, append(g.plan, s.waiversFor(g.plan)...)))
}

// leastLoss is the position of the action whose use weighs most against what is lost
// without it.
func (s *search) leastLoss(actions []int32) (best int) {
	var lost, saved uint64
	var without []int32
	for i, a := range actions {
		if s.ended() {
			break
		}
		without = append(append(without[:0], actions[:i]...), actions[i+1:]...)
		l, u := uint64(s.lost(without)), uint64(s.frugal.worth[a])
		if i == 0 || lessRatio(l, u, lost, saved) {
			best, lost, saved = i, l, u
		}
	}
	return best
}

// lessRatio tells whether a/b < c/d without dividing.
func lessRatio(a, b, c, d uint64) bool {
	high, low := bits.Mul64(a, d)
	highest, lowest := bits.Mul64(c, b)
	return high < highest || high == highest && low < lowest
}

// lost is the weight of the goals that the actions leave open.
func (s *search) lost(actions []int32) (weight int64) {
	s.main.closes(actions)
	for g := range len(s.p.acts) - s.p.courses {
		if !s.main.closed(g) {
			weight += s.atStake(g)
		}
	}
	return weight
}

// waiversFor are those of the goals that the actions leave open.
func (s *search) waiversFor(actions []int32) (waivers []int32) {
	ended := s.main.ended
	if len(actions) <= mostUnthinned {
		s.main.ended = nil // it is little work
	}
	s.main.closes(actions)
	s.main.ended = ended
	for w := s.p.courses; w < len(s.p.acts); w++ {
		if !s.main.closed(w - s.p.courses) {
			waivers = append(waivers, int32(w))
		}
	}
	return waivers
}

// courses are all actions but waivers and those that are dropped for good.
func (s *search) courses() (actions []int32) {
	for _, a := range s.live {
		if int(a) < s.p.courses {
			actions = append(actions, a)
		}
	}
	return actions
}
