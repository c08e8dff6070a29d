package solve

import "cmp"

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

// mostUnthinned is how many actions of a plan that was not thinned out to the end are worth
// the time to look at.
const mostUnthinned = 1_000

// try thins the actions out and offers what is left, if they are a plan; one that
// breaks limits is repaired where goals are weighed against each other.
func (s *search) try(v *view, actions []int32) {
	if !s.main.closes(actions) || s.ended() {
		return
	}
	plan := s.thin(v, actions)
	if s.ended() {
		if len(plan) > mostUnthinned {
			return
		}
		plan = s.clock.carriedOut(plan)
	}
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
	sorting(actions, func(a, b int32) int {
		if x[a] != x[b] {
			return cmp.Compare(x[a], x[b])
		}
		return cmp.Or(-cmp.Compare(l.reduced[a], l.reduced[b]), -cmp.Compare(s.plain.worth[a], s.plain.worth[b]), cmp.Compare(a, b))
	}, s.ended)
	s.try(&s.plain, s.support(actions))
}
