package schedule

import "context"

// learner looks for a schedule that ends within so many weeks. It decides bounds, follows
// them up, and turns every dead end into a clause, so that it does not run into the same
// again: conflict-driven search with lazily made clauses (Ohrimenko, Stuckey and Codish
// 2009), here on bounds alone.
type learner struct {
	*pusher
	store
	ctx    context.Context
	end    int32
	target starts // a schedule to stay close to
	done   int    // of the trail: followed up
	rounds int
	left   int // dead ends that it may still run into
	chooser
	analysis
}

// analysis is what is known of a dead end while its clause is made.
type analysis struct {
	seen  []bool  // by step: it is to blame
	need  []int32 // by step: the bound that is needed of it
	kept  []int32 // steps of lower levels that are to blame
	open  int     // steps of the level that are to blame
	level int32
	rules []atom // the clause
}

func (m *model) learner(ctx context.Context, at starts, end, most int) *learner {
	l := &learner{ctx: ctx, target: at, left: most, store: newStore(len(m.acts), m.horizon+2, m.clauses), chooser: newChooser(m)}
	d, scales := newDomains(m, end), m.scales[:len(m.scales):len(m.scales)]
	if !d.failing && len(m.acts) > 0 {
		if s, ok := m.weighed(ctx, end, m.heads(), m.latest(end)); ok {
			scales = append(scales, s)
		}
	}
	l.pusher = newPusher(d, scales)
	return l
}

// settled notes that all steps that are left are followed up.
func (l *learner) settled() { l.done, l.ordered = len(l.trail), len(l.trail) }

// limit asks for an end within so many weeks; false: that cannot be.
func (l *learner) limit(end int) bool {
	l.end = int32(end)
	for i := range l.m.acts {
		if l.failing || !l.move(atom{int32(i), l.end - l.span(int32(i)), false}, nil) {
			return false
		}
	}
	return true
}

// follow moves bounds until nothing moves; false: it is a dead end.
func (l *learner) follow() bool {
	for {
		for ; l.done < len(l.trail); l.done++ {
			if !l.wake(l.trail[l.done]) {
				return false
			}
		}
		if !l.order() {
			return false
		}
		if l.done == len(l.trail) && !l.weeks(l.end) {
			return false
		}
		if l.done == len(l.trail) {
			return l.work(l.end)
		}
	}
}

// patience is how many dead ends come before the first fresh start; each takes a fifth
// more.
const firstPatience = 60

// run searches until it has found a schedule, or that there is none.
func (l *learner) run() outcome {
	patience := firstPatience
	for until := l.left - patience; l.ctx.Err() == nil; {
		switch {
		case !l.follow():
			if !l.learn() {
				return none
			}
			if l.left--; l.left <= 0 {
				return cut
			}
		case l.left <= until && len(l.levels) > 0:
			patience += patience / 5
			until = l.left - patience
			l.afresh()
		default:
			a, any := l.choose()
			if !any {
				return found
			}
			l.levels = append(l.levels, int32(len(l.trail)))
			l.move(a, nil)
		}
	}
	return cut
}

// afresh takes all decisions back.
func (l *learner) afresh() {
	l.rounds++
	l.back(0)
	l.settled()
	l.forget()
}

// learn turns a dead end into a clause, and goes back to where it says something new;
// false: no decision is to blame.
func (l *learner) learn() bool {
	for len(l.seen) < len(l.trail) {
		l.seen, l.need = append(l.seen, false), append(l.need, 0)
	}
	l.kept, l.open, l.level = l.kept[:0], 0, int32(len(l.levels))
	for _, a := range l.broken {
		l.blameStep(a)
	}
	for ; l.open == 0 && l.level > 0; l.level-- {
		l.open = l.raiseLevel()
		if l.open > 0 {
			break
		}
	}
	if l.level == 0 {
		return false
	}
	l.assert(l.clause(l.single()))
	l.cool()
	return true
}

// blameStep notes that an atom, which holds, is to blame: the step that made it hold.
func (l *learner) blameStep(a atom) {
	k := l.madeBy(a)
	if k < 0 || l.trail[k].level == 0 {
		return
	}
	l.raise(a)
	switch {
	case l.seen[k] && a.up:
		l.need[k] = max(l.need[k], a.week)
	case l.seen[k]:
		l.need[k] = min(l.need[k], a.week)
	case l.trail[k].level == l.level:
		l.seen[k], l.need[k] = true, a.week
		l.open++
	default:
		l.seen[k], l.need[k] = true, a.week
		l.kept = append(l.kept, k)
	}
}

// raiseLevel takes the steps of the present level out of those kept, and counts them.
func (l *learner) raiseLevel() (open int) {
	rest := l.kept[:0]
	for _, k := range l.kept {
		if l.trail[k].level == l.level {
			open++
		} else {
			rest = append(rest, k)
		}
	}
	l.kept = rest
	return open
}

// single goes back over the steps of the level that are to blame, to what made them,
// until one alone is (the first unique implication point).
func (l *learner) single() int32 {
	at := int32(len(l.trail) - 1)
	for ; ; at-- {
		if !l.seen[at] || l.trail[at].level != l.level {
			continue
		}
		if l.open == 1 {
			return at
		}
		l.open--
		l.seen[at] = false
		t := l.trail[at]
		for _, a := range l.arena[t.from:t.to] {
			l.blameStep(a)
		}
	}
}

// clause rules out that all that is to blame holds again. Its second atom is the one that
// was decided last but the first.
func (l *learner) clause(single int32) ([]atom, int) {
	list, to := append(l.rules[:0], l.not(l.asNeeded(single))), int32(0)
	for _, k := range l.kept {
		if l.implied(k) {
			continue
		}
		list = append(list, l.not(l.asNeeded(k)))
		if n := len(list) - 1; l.trail[k].level > to {
			to = l.trail[k].level
			list[1], list[n] = list[n], list[1]
		}
	}
	l.seen[single] = false
	for _, k := range l.kept {
		l.seen[k] = false
	}
	l.rules = list
	return list, int(to)
}

// assert keeps a clause, and moves the bound that follows from it at a lower level.
func (l *learner) assert(list []atom, level int) {
	l.back(level)
	l.settled()
	if len(list) > 1 {
		l.keep(list)
	}
	l.because = l.because[:0]
	for _, a := range list[1:] {
		l.because = append(l.because, l.opposing(a))
	}
	l.move(list[0], l.because)
}

// implied tells whether all reasons of a step are part of the clause already.
func (l *learner) implied(k int32) bool {
	t := l.trail[k]
	for _, a := range l.arena[t.from:t.to] {
		j := l.madeBy(a)
		if j < 0 || l.trail[j].level == 0 {
			continue
		}
		if !l.seen[j] || a.up && l.need[j] < a.week || !a.up && l.need[j] > a.week {
			return false
		}
	}
	return t.to > t.from
}

// asNeeded is a step with the bound that is needed of it.
func (l *learner) asNeeded(k int32) atom {
	a := l.trail[k].atom
	a.week = l.need[k]
	return a
}
