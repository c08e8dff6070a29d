package schedule

import "slices"

// scale measures minutes anew so that whatever fits side by side still does: a
// superadditive function of 0..most, the greatest minutes of any week. Measured on it,
// work has no more room than before, but activities that leave no room beside them may
// count for all of it.
type scale struct {
	most    int64
	parts   int64 // 0: minutes below cut are nothing, above most-cut everything
	cut     int64
	count   bool    // it measures activities, not minutes
	weights bool    // each activity has weights of its own
	fill    filling // how much weight minutes can hold
	heads   []int64 // by activity, of its first weeks, those that take a minute more; never less than shares
	shares  []int64 // by activity, of its other weeks
	room    []int64 // by week, before anything is placed
}

// of measures minutes. With parts the scale is that of Fekete and Schepers: more than
// q/(parts+1) of most is q of parts, with cut that of Martello and Toth.
func (s scale) of(minutes int64) int64 {
	switch {
	case s.parts > 0:
		q, rest := (s.parts+1)*minutes/s.most, (s.parts+1)*minutes%s.most
		if rest == 0 {
			return q * s.parts
		}
		return q * (s.parts + 1)
	case minutes < s.cut:
		return 0
	case minutes > s.most-s.cut:
		return s.most
	}
	return minutes
}

// mostScales is how many of each kind are used.
const mostScales = 6

// measure sets up the scales that can tell anything.
func (m *model) measure() {
	most, all := m.mostMinutes(), int64(0)
	for i := range m.acts {
		all += m.acts[i].share(0)
	}
	if most > 0 && all > most {
		m.scales = append(m.scales, scale{most: most})
		for parts := int64(1); parts <= 4; parts++ {
			m.scales = append(m.scales, scale{most: most, parts: parts})
		}
		for _, cut := range m.cuts(most) {
			m.scales = append(m.scales, scale{most: most, cut: cut})
		}
	}
	if m.beside < int32(len(m.acts)) {
		m.scales = append(m.scales, scale{count: true})
	}
	for i := range m.scales {
		m.fill(&m.scales[i])
	}
}

// cuts are shares of activities up to half of most, spread over those that there are.
func (m *model) cuts(most int64) (cuts []int64) {
	var all []int64
	for i := range m.acts {
		if a := &m.acts[i]; a.base > 0 && a.base <= most/2 {
			all = append(all, a.base)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for k := range min(len(all), mostScales) {
		cuts = append(cuts, all[len(all)-1-k*len(all)/mostScales%len(all)])
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// fill measures each activity and each week.
func (m *model) fill(s *scale) {
	for i := range m.acts {
		s.heads, s.shares = append(s.heads, s.value(m.acts[i].base+1)), append(s.shares, s.value(m.acts[i].base))
	}
	for _, minutes := range m.minutes {
		s.room = append(s.room, s.left(minutes, m.beside))
	}
}

// upTo is the work of the first k weeks of an activity.
func (s *scale) upTo(a *act, i, k int) int64 {
	k = max(0, min(k, a.span))
	head := min(k, a.extra)
	if a.tail {
		head = max(0, k-(a.span-a.extra))
	}
	return s.heads[i]*int64(head) + s.shares[i]*int64(k-head)
}

// inside is the work of an activity that starts in a week from week a to before week b. As
// heads are never less than shares it is least where the start is first or last.
func (s *scale) inside(m *model, i, at, a, b int) int64 {
	return s.upTo(&m.acts[i], i, b-at) - s.upTo(&m.acts[i], i, a-at)
}

// value of an activity's week; left of a week's minutes and places.
func (s scale) value(base int64) int64 {
	if s.count {
		return 1
	}
	return s.of(base)
}

func (s scale) left(minutes int64, places int32) int64 {
	switch {
	case s.count:
		return int64(places)
	case s.weights:
		return s.fill.of(minutes)
	}
	return s.of(minutes)
}
