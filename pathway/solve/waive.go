package solve

import (
	"cmp"
	"slices"
)

// waived is the problem with a waiver for every goal: an action without needs that
// closes it at the cost of its weight. All other actions cost nothing. Goals that
// weigh nothing are no goals. Closed is a fact of its own, which no action needs: a
// waiver does not make true what others could build on.
func (p *problem) waived(in *Instance, goals []int) *problem {
	w := *p
	w.acts, w.goals = slices.Clone(p.acts), nil
	for i := range w.acts {
		w.acts[i].cost = 0
	}
	for _, f := range p.goals {
		if weight := weightOf(in, goals, f); weight > 0 {
			w.waive(f, weight)
		}
	}
	w.index()
	return &w
}

func weightOf(in *Instance, goals []int, fact int32) (weight int64) {
	for _, g := range goals {
		if in.Goals[g].Fact == int(fact) {
			weight += in.Goals[g].Weight
		}
	}
	return weight
}

func (w *problem) waive(fact int32, weight int64) {
	closed := int32(w.facts)
	w.facts++
	for i := range w.acts {
		if a := &w.acts[i]; slices.Contains(a.adds, fact) {
			a.adds = append(slices.Clone(a.adds), closed)
		}
	}
	w.goals = append(w.goals, closed)
	w.acts = append(w.acts, act{adds: []int32{closed}, cost: weight, uses: make([]int64, len(w.caps))})
}

// capped is a waived problem in which the weight left open is a resource with a
// limit, and actions have the costs that they have in p.
func (w *problem) capped(p *problem, most int64) *problem {
	c := *w
	c.acts, c.caps = slices.Clone(w.acts), append(slices.Clone(w.caps), most)
	for i := range c.acts {
		a := &c.acts[i]
		a.uses = append(slices.Clone(a.uses), a.cost)
		if a.cost = 0; i < c.courses {
			a.cost = p.acts[i].cost
		}
	}
	return &c
}

// leaveAll offers the plan that leaves every goal open and then closes what it can,
// the weightiest goals first.
func (s *search) leaveAll() {
	var waivers []int32
	for a := s.p.courses; a < len(s.p.acts); a++ {
		waivers = append(waivers, int32(a))
	}
	s.offer(waivers)
	slices.SortStableFunc(waivers, func(a, b int32) int { return -cmp.Compare(s.p.acts[a].cost, s.p.acts[b].cost) })
	open := slices.Clone(waivers)
	for _, a := range waivers {
		if s.ended() {
			return
		}
		without := slices.DeleteFunc(slices.Clone(open), func(b int32) bool { return a == b })
		if s.tryClosing(without) {
			open = without
		}
	}
}

// tryClosing offers a plan that leaves no goals open but those of the waivers; false:
// it found none within the limits.
func (s *search) tryClosing(waivers []int32) bool {
	actions := slices.Clone(waivers)
	for a := range int32(s.p.courses) {
		actions = append(actions, a)
	}
	if !s.main.closes(actions) {
		return false
	}
	plan := s.thin(&s.frugal, actions)
	s.offer(plan)
	return s.p.allowed(plan)
}
