package schedule

import "slices"

// room is what is left of each week.
type room struct {
	minutes []int64
	places  []int32
}

func (m *model) room() room {
	return room{slices.Clone(m.minutes), slices.Repeat([]int32{m.beside}, m.horizon)}
}

// clash is the last week in which an activity that starts in week s has no room; -1: it
// has room in all.
func (r room) clash(a *act, s int) int {
	for k := a.span - 1; k >= 0; k-- {
		if w := s + k; w >= len(r.minutes) || r.minutes[w] < a.share(k) || r.places[w] == 0 {
			return w
		}
	}
	return -1
}

// take places an activity; give takes it out again.
func (r room) take(a *act, s int) {
	for k := range a.span {
		r.minutes[s+k] -= a.share(k)
		r.places[s+k]--
	}
}

func (r room) give(a *act, s int) {
	for k := range a.span {
		r.minutes[s+k] += a.share(k)
		r.places[s+k]++
	}
}

// earliest is the first week from s in which an activity can be placed, or before if there
// is none sooner.
func (r room) earliest(a *act, s, before int) int {
	for s = a.onOrAfter(s); s < before; {
		w := r.clash(a, s)
		if w < 0 {
			return s
		}
		s = r.past(a, s, w)
	}
	return before
}

// past is the first week after s in which an activity may start that does not clash for
// the same reason in week w.
func (r room) past(a *act, s, w int) int {
	// The first weeks take a minute more, so a week may clash only as one of those.
	s = a.onOrAfter(s + 1)
	if s <= w && (r.minutes[w] < a.base || r.places[w] == 0) {
		s = a.onOrAfter(w + 1)
	}
	return s
}

// latest is the last week from s back to least in which an activity can be placed, or
// least.
func (r room) latest(a *act, s, least int) int {
	for ; s > least; s-- {
		if a.allowed[s] && r.clash(a, s) < 0 {
			return s
		}
	}
	return least
}
