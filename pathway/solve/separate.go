package solve

import (
	"cmp"
	"slices"
)

// separate adds landmarks that the values break, and tells how many.
func (s *search) separate() (added int) {
	r := s.relax
	r.read()
	for i := range s.pool {
		if (i >= len(r.inUse) || !r.inUse[i]) && r.breaks(&s.pool[i]) {
			r.use(i, &s.pool[i])
			added++
		}
	}
	if added > 0 || r.flat {
		return added
	}
	if added = s.separateZones(); added > 0 || s.zonesSuffice() && s.fractional() {
		return added
	}
	s.sortByValue()
	for _, least := range []float64{0.999, 0.6, 0.3} {
		if added = s.separateAt(s.main, least); added > 0 || s.ended() {
			break
		}
	}
	return added
}

// zonesSuffice tells whether nothing but zones of facts out of reach keeps a goal open. What
// takes actions in part and breaks no zone that was looked for then seldom breaks another
// landmark.
func (s *search) zonesSuffice() bool { return !s.p.timed && len(s.p.many) == 0 }

// breaks tells whether the values miss a landmark.
func (r *relaxation) breaks(l *landmark) bool {
	sum := 0.0
	for i, a := range l.acts {
		sum += float64(float64(l.coef(i)) * r.x[a])
	}
	return sum < float64(l.need)-1e-4
}

// sortByValue puts the actions with the greatest values first, then the dear ones,
// then those that are dropped.
func (s *search) sortByValue() {
	r := s.relax
	r.order = append(r.order[:0], s.growing(&s.plain)...)
	var some, none []int32
	for _, a := range r.order {
		if r.x[a] > 1e-9 {
			some = append(some, a)
		} else {
			none = append(none, a)
		}
	}
	slices.SortStableFunc(some, func(a, b int32) int { return -cmp.Compare(r.x[a], r.x[b]) })
	r.order = append(append(r.order[:0], some...), none...)
}

// separateAt makes landmarks out of reach of the actions of at least the given value.
func (s *search) separateAt(m *reach, least float64) (added int) {
	r := s.relax
	m.undo(mark{})
	for _, a := range r.order {
		if r.x[a] >= least {
			m.add(a, -1)
		}
	}
	for range 16 {
		goal := m.missing()
		if goal < 0 || s.ended() {
			break
		}
		l := m.grow(goal, r.order)
		if r.breaks(&l) {
			i := s.admit(l)
			r.use(i, &s.pool[i])
			added++
		}
		if len(l.acts) == 0 {
			break
		}
		for _, a := range l.acts {
			m.add(a, -1)
		}
	}
	return added
}
