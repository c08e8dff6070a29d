package solve

import "slices"

// fill finds plans that leave as little weight open as the last resource allows: one that
// closes everything, and one that grows by the action that costs least for the weight that
// it closes.
func (s *search) fill() {
	courses := make([]int32, s.p.courses)
	for a := range courses {
		courses[a] = int32(a)
	}
	s.try(&s.plain, courses)
	s.extend(nil)
}

// extend adds to a plan, for as long as it leaves too much open, the action that costs
// least for the weight that it closes.
func (s *search) extend(plan []int32) {
	for !s.ended() {
		waivers := s.waiversFor(plan)
		if full := slices.Concat(plan, waivers); s.p.allowed(full) {
			s.try(&s.plain, full)
			return
		}
		a := s.cheapestGain(waivers)
		if a < 0 {
			return
		}
		plan = append(plan, a)
	}
}

// cheapestGain is the action that can be carried out and costs least for the weight of
// the open goals that it closes, those of the waivers; -1: none closes any. What is carried
// out is in s.main.
func (s *search) cheapestGain(waivers []int32) (best int32) {
	last := len(s.p.caps) - 1
	open := make(map[int32]int64, len(waivers))
	for _, w := range waivers {
		open[s.p.acts[w].adds[0]] = s.p.acts[w].uses[last]
	}
	best = -1
	var cost, gain uint64
	for a := range int32(s.p.courses) {
		if s.main.on[a] || s.main.end(a) > s.main.deadline || s.state[a] == dropped {
			continue
		}
		g := uint64(0)
		for _, f := range s.p.acts[a].adds {
			g += uint64(open[f])
		}
		if c := uint64(s.p.acts[a].cost); g > 0 && (best < 0 || lessRatio(c, g, cost, gain)) {
			best, cost, gain = a, c, g
		}
	}
	return best
}

// advance makes a plan of one that leaves too much open.
func (s *search) advance(plan []int32) {
	if s.p.courses < len(s.p.acts) && len(plan) > 0 {
		s.extend(slices.DeleteFunc(slices.Clone(plan), func(a int32) bool { return int(a) >= s.p.courses }))
	}
}
