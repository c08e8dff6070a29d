package solve

import (
	"cmp"
	"slices"
)

// candidate is a plan.
type candidate struct {
	actions []int32 // ascending
	cost    int64
	span    int32 // the end of the last action
}

// compare orders plans: 1. cost; 2. span; 3. the actions, the smaller number first.
func (c *candidate) compare(d *candidate) int {
	return cmp.Or(cmp.Compare(c.cost, d.cost), cmp.Compare(c.span, d.span), slices.Compare(c.actions, d.actions))
}

// offer keeps the actions if they keep to the limits and to the exclusions and are
// better than the best so far. They are a plan without needless actions.
func (s *search) offer(actions []int32) {
	if !s.p.allowed(actions) {
		return
	}
	c := &candidate{actions: slices.Clone(actions), cost: s.p.cost(actions)}
	slices.Sort(c.actions)
	if s.best != nil && c.cost > s.best.cost {
		return
	}
	c.span = s.clock.span(c.actions)
	if s.best == nil || c.compare(s.best) < 0 {
		s.best = c
	}
}

func (p *problem) cost(actions []int32) (sum int64) {
	for _, a := range actions {
		sum += p.acts[a].cost
	}
	return sum
}

// allowed tells whether the actions keep to the limits and exclude none of each other.
func (p *problem) allowed(actions []int32) bool {
	for r, limit := range p.caps {
		for _, a := range actions {
			limit -= p.acts[a].uses[r]
		}
		if limit < 0 {
			return false
		}
	}
	for _, a := range actions {
		for _, other := range p.acts[a].excludes {
			if slices.Contains(actions, other) {
				return false
			}
		}
	}
	return true
}

// needless tells whether the plan closes the goals without one of its actions.
func (s *search) needless(actions []int32) bool {
	for i := range actions {
		if s.main.closes(slices.Concat(actions[:i], actions[i+1:])) {
			return true
		}
	}
	return false
}

// thin takes actions out of a plan, the dearest by v first, for as long as it stays
// one; those that exclude each other go before all others, those taken by the search
// stay.
func (s *search) thin(v *view, actions []int32) []int32 {
	slices.SortFunc(actions, func(a, b int32) int {
		return cmp.Or(-cmp.Compare(s.torn(a, actions), s.torn(b, actions)), -cmp.Compare(v.worth[a], v.worth[b]), -cmp.Compare(a, b))
	})
	if len(actions) > 40 {
		actions = s.support(actions)
	}
	rest := make([]int32, 0, len(actions))
	for i := 0; i < len(actions); {
		rest = append(append(rest[:0], actions[:i]...), actions[i+1:]...)
		if s.main.closes(rest) {
			actions = slices.Clone(rest)
		} else {
			i++
		}
	}
	return actions
}

// support returns the actions that a walk back from the goals meets if each fact is
// had from the last in the list that gives it: a plan, if the list was one.
func (s *search) support(actions []int32) []int32 {
	r := s.main
	r.undo(mark{})
	for i := len(actions) - 1; i >= 0 && r.missing() >= 0; i-- {
		r.add(actions[i], -1)
	}
	return slices.DeleteFunc(slices.Clone(actions), func(a int32) bool { return !r.on[a] })
}

// torn is 1 if an action of the list excludes a.
func (s *search) torn(a int32, actions []int32) int {
	for _, other := range s.p.acts[a].excludes {
		if slices.Contains(actions, other) {
			return 1
		}
	}
	return 0
}
