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
	rest = s.refill(rest)
	s.offer(s.thin(v, append(rest, s.waiversFor(rest)...)))
}

// leastLoss is the position of the action whose use weighs most against what is lost
// without it.
func (s *search) leastLoss(actions []int32) (best int) {
	var lost, saved uint64
	for i, a := range actions {
		if s.ended() {
			break
		}
		without := append(append([]int32{}, actions[:i]...), actions[i+1:]...)
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
	for _, w := range s.waiversFor(actions) {
		weight += s.p.acts[w].cost
	}
	return weight
}

// waiversFor are those of the goals that the actions leave open.
func (s *search) waiversFor(actions []int32) (waivers []int32) {
	s.main.closes(actions)
	for w := s.p.courses; w < len(s.p.acts); w++ {
		if !s.main.closed(w - s.p.courses) {
			waivers = append(waivers, int32(w))
		}
	}
	return waivers
}

// refill adds, for as long as one fits, the action that closes most for what it uses.
func (s *search) refill(actions []int32) []int32 {
	for {
		before, best := s.lost(actions), int32(-1)
		var gain, use uint64
		for a := range int32(s.p.courses) {
			if s.ended() {
				return actions
			}
			s.main.closes(actions)
			if s.main.on[a] || s.main.end(a) > s.main.deadline || !s.p.allowed(append(actions, a)) {
				continue
			}
			g, u := uint64(before-s.lost(append(actions, a))), uint64(s.frugal.worth[a])
			if g > 0 && (best < 0 || lessRatio(gain, use, g, u)) {
				best, gain, use = a, g, u
			}
		}
		if best < 0 {
			return actions
		}
		actions = append(actions, best)
	}
}
