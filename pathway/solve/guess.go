package solve

import (
	"cmp"
	"slices"
)

// firstPlan finds a plan without any search, so that there is an answer whenever the
// context ends: all actions, thinned out. With limits or exclusions it may fail.
func (s *search) firstPlan() {
	all := make([]int32, len(s.p.acts))
	for a := range all {
		all[a] = int32(a)
	}
	s.try(&s.views[0], all)
}

// try thins the actions out and offers what is left, if they are a plan; one that
// breaks limits is repaired where goals are weighed against each other.
func (s *search) try(v *view, actions []int32) {
	if !s.main.closes(actions) {
		return
	}
	plan := s.thin(v, actions)
	s.offer(plan)
	if s.weighing && v.weight > 0 && !s.p.allowed(plan) {
		s.repair(v, plan)
	}
}

// guess offers the plans that the prices of the present node suggest: the actions
// with nothing left.
func (s *search) guess() {
	if s.seen > 64 && s.seen%16 != 0 {
		return
	}
	for i := range s.views {
		v := &s.views[i]
		var free []int32
		for a, left := range v.left {
			if left == 0 && s.state[a] != dropped {
				free = append(free, int32(a))
			}
		}
		s.try(v, free)
	}
}

// view returns a view with the given weight of the cost and multiples of resources.
func (s *search) view(weight int64, multiples []int64) view {
	n := len(s.p.acts)
	v := view{weight: weight, worth: make([]int64, n), left: make([]int64, n), order: make([]int32, n)}
	for r, m := range multiples {
		v.spare += m * s.p.caps[r]
	}
	for a := range s.p.acts {
		v.order[a] = int32(a)
		v.worth[a] = weight * s.p.acts[a].cost
		for r, m := range multiples {
			v.worth[a] += m * s.p.acts[a].uses[r]
		}
	}
	slices.SortFunc(v.order, func(a, b int32) int {
		return cmp.Or(-cmp.Compare(v.worth[a], v.worth[b]), cmp.Compare(a, b))
	})
	return v
}
