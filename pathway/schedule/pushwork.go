package schedule

// work checks on each scale that what must be done between two weeks has room there.
// Scales that seldom show anything are looked at seldom.
func (p *pusher) work(end int32) bool {
	p.calls++
	for k := range p.scales {
		if p.hits[k]*8 < p.best && (p.calls+k)%16 != 0 {
			continue
		}
		if !p.enough(&p.scales[k], end) {
			p.hits[k]++
			p.best = max(p.best, p.hits[k])
			return false
		}
	}
	return true
}

// enough tells whether between the first start of one activity and the last end of
// another there is room for all activities that lie between, beside the sure parts of
// the others (time-table edge finding, Vilím 2011).
func (p *pusher) enough(s *scale, end int32) bool {
	p.spare(s, end)
	p.sortByFirst()
	for b := range p.m.acts {
		if s.shares[b] > 0 && p.span(int32(b)) > 0 && !p.before(s, p.last(int32(b))+p.span(int32(b))) {
			return false
		}
	}
	return true
}

// spare adds up the room before each week, less the sure parts of all activities.
func (p *pusher) spare(s *scale, end int32) {
	clear(p.free)
	for i, share := range s.shares {
		j := int32(i)
		head := p.first(j) + int32(p.m.acts[i].extra)
		for w := p.last(j); w < p.first(j)+p.span(j); w++ {
			if w < head {
				p.free[w+1] -= s.heads[i]
			} else {
				p.free[w+1] -= share
			}
		}
	}
	for w := range end {
		p.free[w+1] += p.free[w] + s.room[w]
	}
}

// before takes in the activities that end before a week, those that start last first.
func (p *pusher) before(s *scale, to int32) bool {
	work := int64(0)
	for k := len(p.byFirst) - 1; k >= 0; k-- {
		i := p.byFirst[k]
		if p.last(i)+p.span(i) > to {
			continue
		}
		work += s.upTo(&p.m.acts[i], int(i), int(p.last(i)-p.first(i)))
		if from := p.first(i); work > p.free[to]-p.free[from] {
			p.blameWork(s, from, to)
			return false
		}
	}
	return true
}

// sortByFirst keeps the activities in order; from call to call little changes.
func (p *pusher) sortByFirst() {
	list := p.byFirst
	for k := 1; k < len(list); k++ {
		for j := k; j > 0 && p.first(list[j]) < p.first(list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// blameWork notes why the weeks from one to before another have too much to do. What is
// not needed for that is left out.
func (p *pusher) blameWork(s *scale, from, to int32) {
	more := int64(-1)
	for i := range p.m.acts {
		more += p.inside(s, int32(i), from, to)
	}
	for w := from; w < to; w++ {
		more -= s.room[w]
	}
	p.broken = p.broken[:0]
	for i := range p.m.acts {
		work := p.inside(s, int32(i), from, to)
		if work <= more {
			more -= work
			continue
		}
		more -= work - p.blameInside(s, int32(i), from, to, work-more)
	}
}

// blameInside notes why so much work of an activity at least lies between two weeks, and
// returns how much does.
func (p *pusher) blameInside(s *scale, i, from, to int32, least int64) int64 {
	inside := func(at int32) int64 { return s.inside(p.m, int(i), int(at), int(from), int(to)) }
	first, last := p.first(i), p.last(i)
	for inside(first-1) >= least {
		first--
	}
	for inside(last+1) >= least {
		last++
	}
	p.broken = append(p.broken, atom{i, first, true}, atom{i, last, false})
	return min(inside(first), inside(last))
}

// inside is how much work of an activity lies between two weeks at least.
func (p *pusher) inside(s *scale, i, from, to int32) int64 {
	a, b := int(from), int(to)
	return min(s.inside(p.m, int(i), int(p.first(i)), a, b), s.inside(p.m, int(i), int(p.last(i)), a, b))
}
