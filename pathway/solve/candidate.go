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
	if s.stretch != nil {
		s.offerAlong(actions)
		return
	}
	if !s.p.allowed(actions) {
		return
	}
	c := &candidate{actions: slices.Clone(actions), cost: s.p.cost(actions)}
	if slices.Sort(c.actions); s.found != nil {
		c.span = s.clock.span(c.actions)
		s.found.put(s.p, c)
	}
	if c.cost > s.ceiling || s.best != nil && c.cost > s.best.cost {
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
	if !p.fits(actions) {
		return false
	}
	among := func(a int32) bool { return slices.Contains(actions, a) }
	if len(actions) > 64 {
		marked := make([]bool, len(p.acts))
		for _, a := range actions {
			marked[a] = true
		}
		among = func(a int32) bool { return marked[a] }
	}
	return !slices.ContainsFunc(actions, func(a int32) bool { return slices.ContainsFunc(p.acts[a].excludes, among) })
}

// fits tells whether the actions keep to the limits.
func (p *problem) fits(actions []int32) bool {
	for r, limit := range p.caps {
		for _, a := range actions {
			limit -= p.acts[a].uses[r]
		}
		if limit < 0 {
			return false
		}
	}
	return true
}

// needless tells whether the plan closes the goals without one of its actions.
func (s *search) needless(actions []int32) bool {
	s.main.undo(mark{})
	return len(s.needed(actions, nil)) < len(actions)
}

// thin takes actions out of a plan, the dearest by v first, for as long as it stays
// one; those that exclude each other go before all others, those taken by the search
// stay. When the context has ended it takes out no more.
func (s *search) thin(v *view, actions []int32) []int32 {
	torn := s.torn(actions)
	sorting(actions, func(a, b int32) int {
		if torn[a] != torn[b] {
			return cmp.Compare(torn[b], torn[a])
		}
		if v.worth[a] != v.worth[b] {
			return cmp.Compare(v.worth[b], v.worth[a])
		}
		return cmp.Compare(b, a)
	}, s.ended)
	if len(actions) > 40 {
		actions = s.support(actions)
	}
	if s.ended() {
		return actions
	}
	sure, rest := s.sole(actions)
	if s.ended() {
		return actions
	}
	s.main.undo(mark{})
	s.main.addAll(sure)
	return s.needed(rest, sure)
}

// sole parts the actions that a plan cannot spare, since each alone of the list makes true a
// goal, or what another such action needs, from the rest, which keeps its order. When the
// context has ended they are of no use.
func (s *search) sole(actions []int32) (sure, rest []int32) {
	const nobody, many = -1, -2
	by, is := make([]int32, s.p.facts), make([]bool, len(s.p.acts))
	for f := range by {
		by[f] = nobody
	}
	for i, a := range actions {
		if i%1024 == 1023 && s.ended() {
			return nil, nil
		}
		for _, f := range s.p.acts[a].adds {
			if by[f] == nobody {
				by[f] = a
			} else {
				by[f] = many
			}
		}
	}
	note := func(f int32) {
		if a := by[f]; a >= 0 && !is[a] {
			is[a], sure = true, append(sure, a)
		}
	}
	for _, g := range s.p.goals {
		note(g.fact)
	}
	for n := 0; n < len(sure); n++ {
		for _, f := range s.p.acts[sure[n]].needs {
			note(f)
		}
	}
	for _, a := range actions {
		if !is[a] {
			rest = append(rest, a)
		}
	}
	return sure, rest
}

// needed returns, after those kept, the actions of a list without which, and with all
// that is switched on, the goals are not closed. It leaves what is switched on as it was.
func (s *search) needed(list, kept []int32) []int32 {
	if len(list) == 0 || s.main.done() {
		return kept
	}
	if len(list) == 1 || s.ended() {
		return append(kept, list...)
	}
	before := s.main.mark()
	left, right := list[:len(list)/2], list[len(list)/2:]
	s.main.addAll(right)
	first := len(kept)
	kept = s.needed(left, kept)
	s.main.undo(before)
	s.main.addAll(kept[first:])
	kept = s.needed(right, kept)
	s.main.undo(before)
	return kept
}

// support returns the actions that a walk back from the goals meets if each fact is
// had from the last in the list that gives it: a plan, if the list was one. When the
// context has ended it is the list.
func (s *search) support(actions []int32) []int32 {
	r := s.main
	r.undo(mark{})
	for i := len(actions) - 1; i >= 0 && !r.done() && !s.ended(); i-- {
		r.add(actions[i], -1)
	}
	if s.cut {
		return actions
	}
	return slices.DeleteFunc(slices.Clone(actions), func(a int32) bool { return !r.on[a] })
}

// torn is 1 for the actions of the list that another of it excludes.
func (s *search) torn(actions []int32) []int8 {
	torn, listed := make([]int8, len(s.state)), make([]bool, len(s.state))
	for _, a := range actions {
		listed[a] = true
	}
	for _, a := range actions {
		for _, other := range s.p.acts[a].excludes {
			if listed[other] {
				torn[a] = 1
			}
		}
	}
	return torn
}
