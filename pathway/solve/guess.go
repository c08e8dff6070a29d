package solve

import (
	"cmp"
	"slices"
)

// firstPlan finds a plan without any search, so that there is an answer whenever the
// context ends: all actions, thinned out. With limits or exclusions it may fail.
func (s *search) firstPlan() {
	if s.ended() {
		return
	}
	all := make([]int32, len(s.p.acts))
	for a := range all {
		all[a] = int32(a)
	}
	s.try(&s.plain, all)
	if !s.weighing && s.p.courses < len(s.p.acts) {
		s.fill()
	}
}

// try thins the actions out and offers what is left, if they are a plan; one that
// breaks limits is repaired where goals are weighed against each other.
func (s *search) try(v *view, actions []int32) {
	if !s.main.closes(actions) || s.ended() {
		return
	}
	plan := s.thin(v, actions)
	s.offer(plan)
	if s.weighing && v.weight > 0 && !s.p.allowed(plan) {
		s.repair(v, plan)
	}
}

// suggest offers the plan that holds what the relaxation and its prices favour.
func (s *search) suggest() {
	x, l := s.relax.x, s.relax.lp
	var some, all []int32
	for _, a := range s.live {
		if s.state[a] == dropped {
			continue
		}
		if all = append(all, a); x[a] > 0 {
			some = append(some, a)
		}
	}
	actions := all
	if s.main.closes(some) {
		actions = some
	}
	slices.SortFunc(actions, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x[a], x[b]), -cmp.Compare(l.reduced[a], l.reduced[b]), -cmp.Compare(s.plain.worth[a], s.plain.worth[b]), cmp.Compare(a, b))
	})
	s.try(&s.plain, s.support(actions))
}
