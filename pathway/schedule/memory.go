package schedule

import "slices"

// memory holds, by what was placed, what was left each time when nothing could follow
// it.
type memory struct {
	list map[uint64][]past
	size int
}

// mostSeen is how many dead ends are remembered: those that were met first. They take some
// 300 bytes each.
const mostSeen = 60_000

// past is a week and what it and those after it had left: beyond the last that is
// listed as much as there ever is.
type past struct {
	week    int
	minutes []int64 // of which activities can take all
	places  []int32
	ready   []wait // by activity and group; what has ended by the week is left out
}

// wait is when an activity that is not placed has something that it builds on, though it may
// wait for other groups yet.
type wait struct{ activity, group, week int }

func (w wait) before(o wait) bool {
	return w.activity < o.activity || w.activity == o.activity && w.group < o.group
}

func (w wait) same(o wait) bool { return w.activity == o.activity && w.group == o.group }

func (m *memory) keep(x *search, t int) {
	if m.size == mostSeen {
		return
	}
	m.size++
	x.note(t)
	m.list[x.placed] = append(m.list[x.placed], x.now.clone())
}

// covers tells whether the same activities were placed before and left as much.
func (m *memory) covers(x *search, t int) bool {
	list := m.list[x.placed]
	if len(list) == 0 {
		return false
	}
	x.note(t)
	return slices.ContainsFunc(list, func(p past) bool { return p.covers(&x.now, 0, 0) })
}

// note writes down what week t and those after it have left.
func (x *search) note(t int) {
	p, end := &x.now, t
	p.week, p.minutes, p.places, p.ready = t, p.minutes[:0], p.places[:0], p.ready[:0]
	for i, s := range x.at {
		if x.placed>>i&1 == 1 {
			end = max(end, s+x.m.acts[i].span)
			continue
		}
		for g, group := range x.m.acts[i].groups {
			if ends := x.m.ends(group, x.at); ends > t && ends < never {
				p.ready = append(p.ready, wait{i, g, ends})
			}
		}
	}
	for _, minutes := range x.left.minutes[t:end] {
		if x.reach != nil {
			minutes = x.reach[minutes]
		}
		p.minutes = append(p.minutes, minutes)
	}
	if x.m.beside < int32(len(x.m.acts)) {
		p.places = append(p.places, x.left.places[t:end]...)
	}
}

func (p *past) clone() past {
	return past{p.week, slices.Clone(p.minutes), slices.Clone(p.places), slices.Clone(p.ready)}
}

// covers tells whether all that could follow another could follow this one, but what is
// placed here alone. What builds on that is listed as bits, and takes so many weeks longer
// there at least.
func (p *past) covers(q *past, after uint64, longer int) bool {
	before := q.week - p.week
	if before < 0 || len(p.minutes)-before > len(q.minutes) {
		return false
	}
	for k := before; k < len(p.minutes); k++ {
		if p.minutes[k] < q.minutes[k-before] || len(p.places) > 0 && p.places[k] < q.places[k-before] {
			return false
		}
	}
	return p.sooner(q, after, longer)
}

// sooner tells whether all that is placed in neither has what it builds on no later.
func (p *past) sooner(q *past, after uint64, longer int) bool {
	k := 0
	for _, r := range p.ready {
		for k < len(q.ready) && q.ready[k].before(r) {
			k++
		}
		by := q.week
		if after>>r.activity&1 == 1 {
			by += longer
		}
		if k < len(q.ready) && q.ready[k].same(r) {
			by = max(by, q.ready[k].week)
		}
		if r.week > by {
			return false
		}
	}
	return true
}

// reachable are, by minutes, the most up to them that activities can take together; nil:
// they are too many to list.
func (m *model) reachable() []int64 {
	most := m.mostMinutes()
	if most >= mostTold {
		return nil
	}
	can := make([]bool, most+1)
	can[0] = true
	for i := range m.acts {
		a := &m.acts[i]
		for n := most; n >= a.base; n-- {
			can[n] = can[n] || can[n-a.base] || a.extra > 0 && n > a.base && can[n-a.base-1]
		}
	}
	list := make([]int64, most+1)
	for n := range list {
		if list[n] = int64(n); !can[n] {
			list[n] = list[n-1]
		}
	}
	return list
}
