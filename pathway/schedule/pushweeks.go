package schedule

// weeks looks at what runs in each week for sure, and moves what has no room beside it;
// false: a week has too much.
func (p *pusher) weeks(end int32) bool {
	p.takeStock()
	for w := int32(0); w < end; w++ {
		if p.load[w] > p.m.minutes[w] || p.crowd[w] > p.m.beside {
			p.because = p.because[:0]
			p.blame(w, -1, p.m.minutes[w], p.m.beside)
			p.broken = append(p.broken[:0], p.because...)
			return false
		}
	}
	for i := range p.m.acts {
		if j := int32(i); p.first(j) < p.last(j) && !(p.later(j) && p.sooner(j)) {
			return false
		}
	}
	return true
}

// takeStock adds up what is taken of each week for sure.
func (p *pusher) takeStock() {
	clear(p.load)
	clear(p.crowd)
	for i := range p.m.acts {
		j := int32(i)
		for w := p.last(j); w < p.first(j)+p.span(j); w++ {
			p.load[w] += p.sure(j, w)
			p.crowd[w]++
		}
	}
}

// sure is what an activity takes of a week at least, given that it runs in it.
func (p *pusher) sure(i, w int32) int64 {
	a := &p.m.acts[i]
	if int(w-p.first(i)) < a.extra {
		return a.base + 1
	}
	return a.base
}

// runs tells whether an activity runs in a week for sure.
func (p *pusher) runs(i, w int32) bool { return p.last(i) <= w && w < p.first(i)+p.span(i) }

// fits tells whether a week has room for an activity.
func (p *pusher) fits(i, w int32) bool {
	return p.runs(i, w) || p.load[w]+p.sure(i, w) <= p.m.minutes[w] && p.crowd[w] < p.m.beside
}

// full notes why a week has no room for an activity: because of a bound it runs then, or
// misses it, and it may be that it has room only for weeks after its first.
func (p *pusher) full(i, w int32, bound atom) {
	a := &p.m.acts[i]
	share := a.base
	p.because = append(p.because[:0], bound)
	if p.load[w]+a.base <= p.m.minutes[w] && p.crowd[w] < p.m.beside {
		share++
		p.because = append(p.because, atom{i, w - int32(a.extra) + 1, true})
	}
	p.blame(w, i, p.m.minutes[w]-share, p.m.beside-1)
}

// later moves the first start of an activity past weeks that have no room for it.
func (p *pusher) later(i int32) bool {
	for w := p.first(i); w < p.first(i)+p.span(i); w++ {
		if p.fits(i, w) {
			continue
		}
		p.full(i, w, atom{i, w - p.span(i) + 1, true})
		if !p.move(atom{i, w + 1, true}, p.because) {
			return false
		}
		w = p.first(i) - 1
	}
	return true
}

// sooner moves its last start before such weeks.
func (p *pusher) sooner(i int32) bool {
	for w := p.last(i) + p.span(i) - 1; w >= p.last(i); w-- {
		if p.fits(i, w) {
			continue
		}
		p.full(i, w, atom{i, w, false})
		if !p.move(atom{i, w - p.span(i), false}, p.because) {
			return false
		}
		w = p.last(i) + p.span(i)
	}
	return true
}

// blame adds why a week holds more than so many minutes, or more activities than places,
// not counting one. What is not needed for that is left out.
func (p *pusher) blame(w, but int32, minutes int64, places int32) {
	sum, count := -minutes-1, -places-1
	for i := range p.m.acts {
		if j := int32(i); j != but && p.runs(j, w) {
			sum, count = sum+p.sure(j, w), count+1
		}
	}
	for i := range p.m.acts {
		if j := int32(i); j != but && p.runs(j, w) {
			if count >= 0 {
				p.blameOne(j, w, count > 0)
				count = max(count-1, 0)
				continue
			}
			sum = p.blameShare(j, w, sum)
		}
	}
}

// blameOne adds why an activity runs in a week, unless that is more than is needed.
func (p *pusher) blameOne(i, w int32, spare bool) {
	if !spare {
		p.because = append(p.because, atom{i, w, false}, atom{i, w - p.span(i) + 1, true})
	}
}

// blameShare adds why an activity takes its share of a week, and returns how many minutes
// more than needed are left.
func (p *pusher) blameShare(i, w int32, spare int64) int64 {
	share, from := p.sure(i, w), w-p.span(i)+1
	if share <= spare {
		return spare - share
	}
	if a := &p.m.acts[i]; share > a.base {
		if spare > 0 {
			spare--
		} else {
			from = w - int32(a.extra) + 1
		}
	}
	p.because = append(p.because, atom{i, w, false}, atom{i, from, true})
	return spare
}
