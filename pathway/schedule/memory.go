package schedule

// memory holds, by what was placed, what was left each time when nothing could follow
// it.
type memory map[uint64][]past

// past is a week and what it and those after it had left: beyond the last that is
// listed as much as there ever is.
type past struct {
	week    int
	minutes []int64
	places  []int32
	ready   []wait
}

// wait is when an activity has all that it builds on.
type wait struct{ activity, week int }

func (m memory) keep(x *search, t int) {
	end := t
	p := past{week: t}
	for i, s := range x.at {
		if x.placed>>i&1 == 1 {
			end = max(end, s+x.m.acts[i].span)
		} else if x.ready[i] > t && x.ready[i] < never {
			p.ready = append(p.ready, wait{i, x.ready[i]})
		}
	}
	p.minutes = append(p.minutes, x.left.minutes[t:end]...)
	if x.m.beside < int32(len(x.m.acts)) {
		p.places = append(p.places, x.left.places[t:end]...)
	}
	m[x.placed] = append(m[x.placed], p)
}

// covers tells whether the same activities were placed before and left as much.
func (m memory) covers(x *search, t int) bool {
	for k := range m[x.placed] {
		if p := &m[x.placed][k]; p.week <= t && p.before(x, t) {
			return true
		}
	}
	return false
}

func (p *past) before(x *search, t int) bool {
	for k := t - p.week; k < len(p.minutes); k++ {
		if p.minutes[k] < x.left.minutes[p.week+k] || p.places != nil && p.places[k] < x.left.places[p.week+k] {
			return false
		}
	}
	for _, r := range p.ready {
		if r.week > max(t, x.ready[r.activity]) {
			return false
		}
	}
	return true
}
