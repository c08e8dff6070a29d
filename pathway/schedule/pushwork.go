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
		for w := p.last(j); w < p.first(j)+p.span(j); w++ {
			p.free[w+1] -= share
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
		work += s.shares[i] * int64(p.span(i)-max(0, p.first(i)+p.span(i)-p.last(i)))
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
	for i, share := range s.shares {
		more += share * int64(p.inside(int32(i), from, to))
	}
	for w := from; w < to; w++ {
		more -= s.room[w]
	}
	p.broken = p.broken[:0]
	for i, share := range s.shares {
		weeks := p.inside(int32(i), from, to)
		if share == 0 || weeks == 0 {
			continue
		}
		less := min(more/share, int64(weeks))
		more -= less * share
		if weeks -= int32(less); weeks > 0 { // wherever it starts between these, so many of its weeks lie inside
			p.broken = append(p.broken, atom{int32(i), from - p.span(int32(i)) + weeks, true}, atom{int32(i), to - weeks, false})
		}
	}
}

// inside is how many weeks of an activity lie between two weeks at least.
func (p *pusher) inside(i, from, to int32) int32 {
	left := min(p.first(i)+p.span(i), to) - max(p.first(i), from)
	right := min(p.last(i)+p.span(i), to) - max(p.last(i), from)
	return max(0, min(left, right))
}
