package schedule

// reversed is the model back to front: what ends within so many weeks there does so here,
// and the other way round. false: activities that follow each other in one week, or have
// a choice of what to build on, cannot be turned round.
func (m *model) reversed(end int) (*model, bool) {
	r := &model{beside: m.beside, horizon: end, few: m.few, acts: make([]act, len(m.acts))}
	for w := range end {
		r.minutes = append(r.minutes, m.minutes[end-1-w])
	}
	for i := range m.acts {
		a := &m.acts[i]
		if a.lag != a.span {
			return nil, false
		}
		r.acts[i] = a.reversed(end)
		for _, group := range a.groups {
			if len(group) > 1 {
				return nil, false
			}
			r.acts[i].next = append(r.acts[i].next, group[0])
		}
		for _, j := range a.next {
			r.acts[i].groups = append(r.acts[i].groups, []int{j})
		}
	}
	r.measure()
	return r, true
}

// reversed is an activity back to front, without what it builds on.
func (a *act) reversed(end int) act {
	r := act{id: a.id, span: a.span, lag: a.lag, base: a.base, extra: a.extra, tail: !a.tail}
	r.allowed = make([]bool, end+1)
	for s := range r.allowed {
		r.allowed[s] = end-s-a.span >= 0 && a.allowed[end-s-a.span]
	}
	return r
}

// turned are the starts back to front.
func (m *model) turned(at starts, end int) starts {
	list := make(starts, len(at))
	for i, s := range at {
		list[i] = end - s - m.acts[i].span
	}
	return list
}
