package solve

import (
	"slices"
)

// waived is the problem with a waiver for every goal: an action without needs that
// closes it at the cost of its weight. All other actions cost nothing. Goals that
// weigh nothing are no goals. Closed is a fact of its own, which no action needs: a
// waiver does not make true what others could build on. Nil: the pulse has ended.
func (p *problem) waived(in *Instance, t *pulse) *problem {
	if t.ended() {
		return nil
	}
	w := *p
	w.goals, w.costs, w.step = nil, 0, 0
	if w.acts = copied(p.acts, len(p.goals), t); w.acts == nil {
		return nil
	}
	for i := range w.acts {
		w.acts[i].cost = 0
	}
	for i, g := range p.goals {
		if t.after(16 * len(p.sources[i])) {
			return nil
		}
		if weight := in.weightOf(g.item); weight > 0 {
			w.waive(g, weight, p.sources[i])
		}
	}
	w.groupOf = slices.Clone(w.groupOf)
	for len(w.groupOf) < len(w.acts) {
		w.groupOf = append(w.groupOf, -1)
	}
	w.step = max(1, w.step)
	if w.index(t); t.ended() {
		return nil
	}
	return &w
}

// copied is a copy of actions, with room for some more; nil: the pulse has ended.
func copied(acts []act, more int, t *pulse) []act {
	to := make([]act, 0, len(acts)+more)
	for from := range slices.Chunk(acts, 1024) {
		if t.after(4 * len(from)) {
			return nil
		}
		to = append(to, from...)
	}
	return to
}

// weightOf is the weight of all goals that ask for the same as the given one.
func (in *Instance) weightOf(goal int) (weight int64) {
	this := in.Goals[goal]
	for _, g := range in.Goals {
		if g.Fact == this.Fact && g.sources() == this.sources() {
			weight += g.Weight
		}
	}
	return weight
}

func (w *problem) waive(g target, weight int64, sources []int32) {
	if g.asked == 1 {
		closed := int32(w.facts)
		w.facts++
		for _, i := range sources {
			a := &w.acts[i]
			a.adds = append(slices.Clone(a.adds), closed)
		}
		g.fact = closed
	}
	w.costs += weight
	w.step = divisor(w.step, weight)
	w.goals = append(w.goals, g)
	w.acts = append(w.acts, act{adds: []int32{g.fact}, cost: weight, uses: make([]int64, len(w.caps)), item: g.item})
}

// capped is a waived problem in which the weight left open is a resource with a
// limit, and actions have the costs that they have in p. Nil: the pulse has ended.
func (w *problem) capped(p *problem, most int64, t *pulse) *problem {
	if t.ended() {
		return nil
	}
	c := *w
	c.costs, c.step = p.costs, p.step
	c.caps, c.totals = append(slices.Clone(w.caps), most), nil
	if c.acts = copied(w.acts, 0, t); c.acts == nil {
		return nil
	}
	for i := range c.acts {
		if t.after(8) {
			return nil
		}
		a := &c.acts[i]
		a.uses = append(slices.Clone(a.uses), a.cost)
		if a.cost = 0; i < c.courses {
			a.cost = p.acts[i].cost
		}
	}
	return &c
}

// leaveAll offers the plan that leaves every goal open.
func (s *search) leaveAll() {
	var waivers []int32
	for a := s.p.courses; a < len(s.p.acts); a++ {
		waivers = append(waivers, int32(a))
	}
	s.offer(waivers)
}
