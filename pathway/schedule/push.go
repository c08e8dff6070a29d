package schedule

import "slices"

// pusher moves bounds over what activities build on and over what weeks have room for,
// each time with the bounds that are to blame: constraint propagation with explanations
// (Schutt, Feydy, Stuckey and Wallace 2011).
type pusher struct {
	*domains
	because []atom    // room for reasons
	apart   [][]int32 // by activity: those that leave no room beside it
	twins   [][]int   // by activity: those that start no later
	twinOf  [][]int32 // by activity: those that it is a twin of
	waiting [][]int32 // by activity: those that have it in a group
	begun   bool      // all was followed up once
	ordered int       // of the trail: followed up by what builds on what
	load    []int64   // by week: minutes that are taken for sure
	crowd   []int32   // by week: activities that run for sure
	free    []int64   // by week: room up to its beginning, less what is taken for sure
	byFirst []int32   // activities by first start
	scales  []scale
	hits    []int // by scale: how often it showed that there is no schedule
	best    int   // of hits
	calls   int
}

func newPusher(d *domains, scales []scale) *pusher {
	p := &pusher{domains: d, scales: scales, hits: make([]int, len(scales)), twins: d.m.twins()}
	p.load, p.crowd, p.free = make([]int64, d.m.horizon+1), make([]int32, d.m.horizon+1), make([]int64, d.m.horizon+2)
	for i := range d.m.acts {
		p.byFirst = append(p.byFirst, int32(i))
		p.apart = append(p.apart, d.m.apart(i, d.m.mostMinutes()))
	}
	p.waiting, p.twinOf = make([][]int32, len(d.m.acts)), make([][]int32, len(d.m.acts))
	for i := range d.m.acts {
		for _, j := range p.twins[i] {
			p.twinOf[j] = append(p.twinOf[j], int32(i))
		}
		for _, j := range distinct(slices.Concat(d.m.acts[i].groups...)) {
			p.waiting[j] = append(p.waiting[j], int32(i))
		}
	}
	return p
}

// apart are the activities that never run in a week with another.
func (m *model) apart(i int, most int64) (list []int32) {
	for j := range m.acts {
		both := i != j && m.acts[i].span > 0 && m.acts[j].span > 0
		if both && (m.acts[i].base+m.acts[j].base > most || m.beside == 1) {
			list = append(list, int32(j))
		}
	}
	return list
}

// span is that of an activity; lag too.
func (p *pusher) span(i int32) int32 { return int32(p.m.acts[i].span) }
func (p *pusher) lag(i int32) int32  { return int32(p.m.acts[i].lag) }

// order moves bounds over what builds on what and over what has no room beside each other,
// until nothing moves; false: that cannot be.
func (p *pusher) order() bool {
	if !p.begun {
		for i := range p.m.acts {
			if !p.upon(int32(i)) {
				return false
			}
		}
		p.begun = true
	}
	for ; p.ordered < len(p.trail); p.ordered++ {
		if t := &p.trail[p.ordered]; int(p.latest[side(t.up)][t.act]) == p.ordered && !p.upon(t.act) {
			return false
		}
	}
	return true
}

// upon follows up the bounds of an activity.
func (p *pusher) upon(i int32) bool {
	for _, j := range p.waiting[i] {
		if !p.groups(j, int(i)) {
			return false
		}
	}
	if !p.groups(i, -1) {
		return false
	}
	for _, j := range p.apart[i] {
		if !p.pair(i, j) || !p.pair(j, i) {
			return false
		}
	}
	for _, j := range p.twins[i] {
		if !p.alike(i, int32(j)) {
			return false
		}
	}
	for _, j := range p.twinOf[i] {
		if !p.alike(j, i) {
			return false
		}
	}
	return true
}

// groups follows up what an activity waits for: all groups, or those of which another one is a
// member.
func (p *pusher) groups(i int32, of int) bool {
	for _, group := range p.m.acts[i].groups {
		if of >= 0 && !slices.Contains(group, of) {
			continue
		}
		if !p.wait(i, group) || !p.onlyOne(i, group) {
			return false
		}
	}
	return true
}

// wait: an activity starts once the first of a group has ended.
func (p *pusher) wait(i int32, group []int) bool {
	least := noWeek
	for _, j := range group {
		least = min(least, p.first(int32(j))+p.lag(int32(j)))
	}
	if least <= p.first(i) {
		return true
	}
	p.because = p.because[:0]
	for _, j := range group {
		p.because = append(p.because, atom{int32(j), least - p.lag(int32(j)), true})
	}
	return p.move(atom{i, least, true}, p.because)
}

// onlyOne: the only one of a group that can still end in time must.
func (p *pusher) onlyOne(i int32, group []int) bool {
	only, most := int32(-1), p.last(i)
	for _, one := range group {
		if j := int32(one); p.first(j)+p.lag(j) <= most {
			if only >= 0 {
				return true
			}
			only = j
		}
	}
	if only < 0 || p.last(only) <= most-p.lag(only) {
		return true
	}
	p.because = append(p.because[:0], atom{i, most, false})
	for _, one := range group {
		if j := int32(one); j != only {
			p.because = append(p.because, atom{j, most - p.lag(j) + 1, true})
		}
	}
	return p.move(atom{only, most - p.lag(only), false}, p.because)
}

// alike: a twin of an activity starts no later than it.
func (p *pusher) alike(i, twin int32) bool {
	if p.first(twin) > p.first(i) {
		p.because = append(p.because[:0], atom{twin, p.first(twin), true})
		if !p.move(atom{i, p.first(twin), true}, p.because) {
			return false
		}
	}
	if p.last(i) < p.last(twin) {
		p.because = append(p.because[:0], atom{i, p.last(i), false})
		return p.move(atom{twin, p.last(i), false}, p.because)
	}
	return true
}

// pair: where an activity cannot end before another that leaves no room beside it, the other
// comes first.
func (p *pusher) pair(i, j int32) bool {
	if p.first(i)+p.span(i) <= p.last(j) {
		return true
	}
	late, from := atom{j, p.last(j), false}, atom{i, p.last(j) - p.span(i) + 1, true}
	p.because = append(p.because[:0], from, late, atom{j, p.first(j), true})
	if !p.move(atom{i, p.first(j) + p.span(j), true}, p.because) {
		return false
	}
	p.because = append(p.because[:0], from, late, atom{i, p.last(i), false})
	return p.move(atom{j, p.last(i) - p.span(j), false}, p.because)
}
