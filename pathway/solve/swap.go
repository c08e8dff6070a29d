package solve

import "slices"

// swap looks for plans that leave less open than a given one at little more cost: with one
// action more, or one in the place of another. Most points of a front are such neighbours of
// points shortly before. It is for a front of cost and weight lost alone.
func (s *search) swap(plan []int32) {
	plan = s.coursesOf(plan)
	g, most := s.newGrowth(nil), s.found.ahead(s.p.caps[len(s.p.caps)-1])
	for i := -1; i < len(plan) && !s.ended(); i++ {
		rest, out := plan, int64(0)
		if i >= 0 {
			rest, out = slices.Concat(plan[:i], plan[i+1:]), s.p.acts[plan[i]].cost
		}
		for _, a := range g.instead(rest, out, most) {
			if s.ended() {
				return
			}
			swapped := append(slices.Clone(rest), a)
			s.try(&s.plain, append(swapped, s.waiversFor(swapped)...))
		}
	}
}

// swapAlong looks for plans beside those that a stretch would begin with, and beside the plans that
// it then finds there.
func (s *search) swapAlong(resource, most int) {
	for !s.ended() {
		known := s.found.along(s.p.caps[resource], most)
		next := slices.IndexFunc(known, func(m met) bool { return !m.swapped })
		if next < 0 {
			return
		}
		known[next].swapped = true
		s.swap(known[next].actions)
	}
}

// instead are the actions that, beside the rest of a plan and in the place of one of the
// given cost, make one that costs no more than most and that no known plan beats.
func (g *growth) instead(rest []int32, out, most int64) (actions []int32) {
	g.begin(rest)
	cost := g.p.cost(rest)
	for n, a := range g.live {
		if g.main.stops(n) {
			return nil
		}
		dearer := g.p.acts[a].cost
		if int(a) >= g.p.courses || dearer <= out || cost+dearer > most || g.state[a] == dropped || g.main.on[a] {
			continue
		}
		here := g.main.mark()
		open := g.open - g.gain(a)
		g.main.undo(here)
		if open <= g.p.caps[len(g.p.caps)-1] && !g.found.beaten(cost+dearer+open, open) {
			actions = append(actions, a)
		}
	}
	return actions
}
