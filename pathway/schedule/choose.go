package schedule

// chooser tells which bound to decide next: those that are often to blame first.
type chooser struct {
	weight [][]int64 // by activity and week: how often a bound there was to blame, the latest most
	blame  int64     // what the next one counts
}

func newChooser(m *model) chooser {
	c := chooser{blame: 16}
	for range m.acts {
		c.weight = append(c.weight, make([]int64, m.horizon+2))
	}
	return c
}

// raise counts that an atom is to blame.
func (c *chooser) raise(a atom) {
	if a.up {
		a.week--
	}
	if a.week >= 0 {
		c.weight[a.act][a.week] += c.blame
	}
}

// cool makes what comes next count more than what was before.
func (c *chooser) cool() {
	c.blame += c.blame/16 + 1
	if c.blame < 1<<50 {
		return
	}
	c.blame >>= 40
	for _, weights := range c.weight {
		for w := range weights {
			weights[w] >>= 40
		}
	}
}

// everyFifth round, as the first, starts what can start first; the others decide what is to
// blame.
const everyFifth = 5

// choose is the bound to decide next; false: all starts are settled.
func (l *learner) choose() (atom, bool) {
	act, week := l.mostBlamed()
	switch {
	case act < 0:
		return l.soonest()
	case int32(l.target[act]) > week:
		return atom{act, week + 1, true}, true
	}
	return atom{act, week, false}, true
}

// mostBlamed is where an open bound was to blame most; -1: none was, or it is not asked.
func (l *learner) mostBlamed() (act, week int32) {
	act = -1
	if l.rounds%everyFifth == 0 {
		return act, 0
	}
	most := int64(0)
	for i := range l.m.acts {
		j := int32(i)
		for w := l.first(j); w < l.last(j); w++ {
			if n := l.weight[i][w]; n > most && l.m.acts[i].allowed[w] {
				most, act, week = n, j, w
			}
		}
	}
	return act, week
}

// soonest starts what can start first, of those what must.
func (l *learner) soonest() (atom, bool) {
	best := int32(-1)
	for i := range l.m.acts {
		j := int32(i)
		if l.first(j) < l.last(j) && (best < 0 || l.first(j) < l.first(best) || l.first(j) == l.first(best) && l.last(j) < l.last(best)) {
			best = j
		}
	}
	if best < 0 {
		return atom{}, false
	}
	return atom{best, l.first(best), false}, true
}
