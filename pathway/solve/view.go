package solve

import (
	"cmp"
	"math"
	"slices"
)

// view is a way of pricing actions: cost times weight, plus a multiple of the use of
// each resource.
type view struct {
	weight int64
	worth  []int64 // by action: its priced sum
	left   []int64 // by action: what the landmarks have not used up
	order  []int32 // in which landmarks are grown: where it is sorted, dear actions come first
}

// view returns a view with the given weight of the cost and multiples of resources, of
// which nothing is used up.
func (s *search) view(weight int64, multiples []int64) view {
	n := len(s.p.acts)
	v := view{weight: weight, worth: make([]int64, n)}
	for a := range s.p.acts {
		if a%run == 0 && s.ended() {
			break
		}
		v.worth[a] = weight * s.p.acts[a].cost
		for r, m := range multiples {
			v.worth[a] += m * s.p.acts[a].uses[r]
		}
	}
	return v
}

// dearest orders actions by what they are worth, the most first.
func (v *view) dearest(a, b int32) int {
	if v.worth[a] != v.worth[b] {
		return cmp.Compare(v.worth[b], v.worth[a])
	}
	return cmp.Compare(a, b)
}

// sort puts actions in order, the dearest first, as sorting does. Where they are not too many
// and not too dear, each is a number, which is sorted faster.
func (v *view) sort(actions []int32, ended func() bool) {
	most := int64(0)
	for _, a := range actions {
		most = max(most, v.worth[a])
	}
	if len(actions) > 4*run || most > math.MaxInt32 {
		sorting(actions, v.dearest, ended)
		return
	}
	keys := make([]int64, len(actions))
	for i, a := range actions {
		keys[i] = (most-v.worth[a])<<32 | int64(a)
	}
	slices.Sort(keys)
	for i, key := range keys {
		actions[i] = int32(key)
	}
}

// reset starts a bound at a node: what is taken is paid in full, and is free from
// then on.
func (v *view) reset(state []decision) (paid int64) {
	for a, d := range state {
		switch d {
		case undecided:
			v.left[a] = v.worth[a]
		case taken:
			paid += v.worth[a]
			v.left[a] = 0
		case dropped:
			v.left[a] = ruledOut
		}
	}
	return paid
}

// charge uses as much as every action of the landmark has left, and returns what that
// adds to the bound; ruledOut: none of them may be used.
func (v *view) charge(l *landmark) int64 {
	most := int64(ruledOut)
	for i, a := range l.acts {
		if v.left[a] < ruledOut {
			if most = min(most, v.left[a]/int64(l.coef(i))); most == 0 && l.coefs == nil {
				return 0
			}
		}
	}
	if most == ruledOut {
		return ruledOut
	}
	for i, a := range l.acts {
		if v.left[a] < ruledOut {
			v.left[a] -= most * int64(l.coef(i))
		}
	}
	return most * int64(l.need)
}

// bound is the least cost of a plan of the present node by prices alone; false: no plan
// is left, or the context has ended (see search.ended). The actions with nothing left
// form a plan.
func (s *search) bound(v *view) (sum int64, alive bool) {
	sum = v.reset(s.state)
	s.ascent = &tally{unit: 1, multiples: make([]int64, len(s.p.caps))}
	for i := range s.pool {
		if s.after(2 * len(s.pool[i].acts)) {
			return 0, false
		}
		charged := v.charge(&s.pool[i])
		if charged == ruledOut {
			return 0, false
		}
		s.ascent.note(i, charged/int64(s.pool[i].need))
		sum += charged
	}
	more, alive := s.raise(v, s.main, true)
	return sum + more, alive
}

// cheap is a plan of actions with nothing left; where they are none, of others too, with
// as little left as can be.
func (s *search) cheap() []int32 {
	var free []int32
	for _, a := range s.plain.order {
		if s.plain.left[a] == 0 {
			free = append(free, a)
		}
	}
	if s.main.closes(free) {
		return s.support(free)
	}
	actions := slices.Clone(s.plain.order)
	left := s.plain.left
	sorting(actions, func(a, b int32) int { return cmp.Or(-cmp.Compare(left[a], left[b]), s.plain.dearest(a, b)) }, s.ended)
	return s.support(actions)
}

// raise makes landmarks until the actions with nothing left reach every goal, and
// returns by how much that raises the bound.
func (s *search) raise(v *view, r *reach, remember bool) (more int64, alive bool) {
	r.undo(mark{})
	for a, left := range v.left {
		if left == 0 {
			r.add(int32(a), -1)
		}
	}
	for goal := r.missing(); goal >= 0; goal = r.missing() {
		if s.ended() {
			return more, false
		}
		order := s.usable(v)
		if remember {
			order = s.growing(v)
		}
		l := r.grow(goal, order)
		if remember {
			s.admit(l)
		}
		charged := v.charge(&l)
		if charged == ruledOut {
			return more, false
		}
		if more += charged; remember {
			s.ascent.note(len(s.pool)-1, charged/int64(l.need))
		}
		if !s.useUp(v, r, &l) {
			return more, true
		}
	}
	return more, true
}

// useUp switches on the actions of a landmark that have nothing left; false: there are
// none, since fractions are lost where one action counts for several sources.
func (s *search) useUp(v *view, r *reach, l *landmark) (any bool) {
	for i, a := range l.acts {
		if v.left[a] < int64(l.coef(i)) && !r.on[a] {
			r.add(a, -1)
			any = true
		}
	}
	return any
}

// usable is the order in which a landmark is grown that is to hold at this node alone:
// without dropped actions.
func (s *search) usable(v *view) []int32 {
	s.order = s.order[:0]
	for _, a := range v.order {
		if s.state[a] != dropped {
			s.order = append(s.order, a)
		}
	}
	return s.order
}

// growing is the order in which a landmark is grown at this node: dropped actions
// come last, so that they are left in it and it holds at every node.
func (s *search) growing(v *view) []int32 {
	s.order = s.usable(v)
	for _, a := range v.order {
		if s.state[a] == dropped {
			s.order = append(s.order, a)
		}
	}
	return s.order
}
