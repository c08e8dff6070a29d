package solve

import "slices"

// inherit begins with the landmarks of another search over the same goals, with waivers or
// without: of those that it used at its root, with their rows.
func (s *search) inherit(other *search) {
	if other.relax == nil || s.p.flat() {
		return
	}
	number := s.goalsOf(other.p)
	position := make([]int32, len(other.pool))
	for i := range other.pool {
		l := other.pool[i].whole()
		if position[i] = -1; number[l.goal] < 0 {
			continue
		}
		l.goal = number[l.goal]
		if len(s.p.acts) > len(other.p.acts) {
			l.waive(int32(s.p.courses + l.goal))
		}
		position[i] = int32(len(s.pool))
		s.pool = append(s.pool, l)
	}
	for _, i := range other.first {
		if position[i] >= 0 {
			s.first = append(s.first, position[i])
		}
	}
}

// turnFrom begins at the basis of another search, of which the cost has become the last limit:
// as a rule, what was best within a limit on cost is also cheapest within one on what it
// leaves. What branching did there is learnt from as well, at the price that the first limit with
// one had.
func (s *search) turnFrom(other *search) {
	if other.rooted == nil || len(s.first) != len(other.first) || len(s.p.acts) != len(other.p.acts) {
		return
	}
	s.basis = slices.Clone(other.basis)
	last := int32(len(s.p.acts) + len(other.p.caps)) // its slack: those of groups make room
	for i, v := range s.basis {
		if v >= last {
			s.basis[i]++
		}
	}
	for k, m := range other.rooted.multiples {
		if slack := int32(len(s.p.acts) + k); m > 0 && !slices.Contains(s.basis, slack) {
			s.basis = append(s.basis, slack)
			s.guide = other.guide.times(float64(other.rooted.unit) / float64(m))
			return
		}
	}
	s.basis = nil // no limit has a price: the basis does not turn
}

// goalsOf are the positions of the goals of another problem in that of the search; -1: it has
// none.
func (s *search) goalsOf(other *problem) (number []int) {
	for _, g := range other.goals {
		number = append(number, slices.IndexFunc(s.p.goals, func(h target) bool { return h.item == g.item }))
	}
	return number
}

// waive adds the waiver of the goal of a landmark.
func (l *landmark) waive(waiver int32) {
	l.acts = append(slices.Clone(l.acts), waiver)
	if l.coefs != nil {
		l.coefs = append(slices.Clone(l.coefs), l.need)
	}
}
