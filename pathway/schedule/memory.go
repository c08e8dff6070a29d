package schedule

// memory holds, by what was placed, how far it had come each time when nothing could
// follow it.
type memory map[uint64][]past

// past is a week and the activities that were still running in it.
type past struct {
	week    int
	running []running
}

type running struct{ activity, end int }

func (m memory) keep(x *search, t int) {
	p := past{week: t}
	for i, s := range x.at {
		if x.placed>>i&1 == 1 && s+x.m.acts[i].span > t {
			p.running = append(p.running, running{i, s + x.m.acts[i].span})
		}
	}
	m[x.placed] = append(m[x.placed], p)
}

// covers tells whether the same activities were placed before and ended no later.
func (m memory) covers(x *search, t int) bool {
	for _, p := range m[x.placed] {
		if p.week <= t && p.before(x, t) {
			return true
		}
	}
	return false
}

func (p past) before(x *search, t int) bool {
	for _, r := range p.running {
		if r.end > max(t, x.at[r.activity]+x.m.acts[r.activity].span) {
			return false
		}
	}
	return true
}
