package solve

import "slices"

// survey goes through all actions once. It checks that they make sense, and what the
// certificate says of facts that come true late or never, and of those that no goal needs. It
// finds the actions that can be carried out, the goals that can be closed, and the rows of
// the proof of the cost.
func (v *verifier) survey(c *Certificate) (*table, error) {
	if err := v.heed(c); err != nil {
		return nil, err
	}
	v.findGoals()
	p := c.Cost
	if p == nil {
		p = &Proof{}
	}
	t, err := v.table(p, c.Beyond)
	if err != nil {
		return nil, err
	}
	sums := sums{uses: make([]int64, len(v.in.Limits))}
	for i := range v.in.Actions {
		a := &v.in.Actions[i]
		if stray(a.Needs, v.in.Facts) >= 0 || !v.bounded(i, a) || !sums.add(a) {
			return nil, v.senseless()
		}
		if err := v.look(t, i, a); err != nil {
			return nil, err
		}
	}
	v.total = sums.cost
	if !v.closable(p) {
		return nil, faulty("a goal is idle, or out of reach")
	}
	return t, nil
}

// look finds out what there is to an action.
func (v *verifier) look(t *table, i int, a *Action) error {
	v.cost[i] = a.Cost
	v.step.add(a.Cost)
	end, idle := v.soonest(a)
	if end > v.deadline {
		v.fate[i] |= cannot
	}
	found := v.late
	if v.fate[i] == 0 {
		found = t.enter(int32(i), a)
	} else if stray(a.Adds, v.in.Facts) >= 0 {
		found = addsStray
	}
	t.end()
	if found&addsStray != 0 {
		return v.senseless()
	}
	if (idle || found&addsLate != 0) && v.fate[i]&cannot == 0 && v.belied(a, end, idle) {
		return faulty("action %d makes a fact true sooner, or one that is of use", i)
	}
	return nil
}

// heed notes what the certificate says of facts, and which actions it removes.
func (v *verifier) heed(c *Certificate) error {
	if len(c.Beyond) > 0 {
		v.soon, v.late = make([]int32, v.in.Facts), addsLate
	}
	for _, l := range c.Beyond {
		at, ok := v.time(l)
		if !ok {
			return faulty("beyond: fact %d, time %d", l.Fact, l.Time)
		}
		v.kind[l.Fact] |= isLate
		v.soon[l.Fact] = at
	}
	for _, f := range c.Idle {
		if f < 0 || f >= v.in.Facts {
			return faulty("idle: fact %d", f)
		}
		v.kind[f] |= isIdle
	}
	for _, r := range c.Removals {
		if min(r.Action, r.By) < 0 || max(r.Action, r.By) >= len(v.fate) {
			return faulty("removal %v", r)
		}
		v.fate[r.Action] |= outdone
	}
	return nil
}

// soonest is when an action ends at the soonest, and whether it needs a fact that is idle.
func (v *verifier) soonest(a *Action) (end int32, idle bool) {
	for _, f := range a.Needs {
		if k := v.kind[f]; k&(isLate|isIdle) != 0 {
			idle = idle || k&isIdle != 0
			if k&isLate != 0 {
				end = max(end, v.soon[f])
			}
		}
	}
	return end + v.takes(a), idle
}

// bounded tells whether what an action uses and excludes makes sense, and notes who excludes
// whom, and that the action is in no plan if it breaks a limit alone or excludes itself.
func (v *verifier) bounded(i int, a *Action) bool {
	if a.Cost < 0 || a.Time < 0 || len(a.Uses) > len(v.in.Limits) {
		return false
	}
	for r, n := range a.Uses {
		if n < 0 {
			return false
		}
		if n > v.in.Limits[r] {
			v.fate[i] |= cannot
		}
	}
	for _, b := range a.Excludes {
		if uint(b) >= uint(len(v.fate)) {
			return false
		}
		if b == i {
			v.fate[i] |= cannot
		}
		v.rivals.add(b, int32(i), 0)
	}
	return true
}

// senseless is what the instance itself finds wrong with it.
func (v *verifier) senseless() error {
	if err := v.in.check(&pulse{}); err != nil {
		return err
	}
	return faulty("the instance makes no sense")
}

// belied tells whether an action makes a fact true sooner than its label says, or, needing
// one that is idle, one that is not.
func (v *verifier) belied(a *Action, end int32, idle bool) bool {
	for _, f := range a.Adds {
		k := v.kind[f]
		idles := k&isIdle != 0 || k&(isHeld|isSeveral) == isHeld
		if k&isLate != 0 && end < v.soon[f] || idle && !idles {
			return true
		}
	}
	return false
}

// findGoals finds the goals that can be closed, as far as is said, and puts those that ask for
// the same together.
func (v *verifier) findGoals() {
	room := make([]int, 2*len(v.in.Goals))
	v.goals, v.lacks = cut(&room, len(v.in.Goals)), room
	same := chains{first: v.first, links: make([]link, 1, 1+len(v.in.Goals))}
	for g, goal := range v.in.Goals {
		k := v.kind[goal.Fact]
		v.lacks[g], v.goals[g] = max(1, goal.Sources)-int(k&isHeld), -1
		if v.lacks[g] == 0 || k&isLate != 0 && v.soon[goal.Fact] == notEver {
			continue
		}
		for k := same.first[goal.Fact]; k > 0 && v.goals[g] < 0; k = same.links[k].next {
			if h := int(same.links[k].of); v.lacks[h] == v.lacks[g] {
				v.goals[g] = h
			}
		}
		if v.goals[g] < 0 {
			v.goals[g] = g
			same.add(goal.Fact, int32(g), 0)
		}
	}
}

// closable leaves out the goals that have not as many sources as they need; false: the
// certificate speaks of one of them, or says that one of the others is idle.
func (v *verifier) closable(p *Proof) bool {
	several := func(g Goal) bool { return g.Sources > 1 }
	if slices.ContainsFunc(v.in.Goals, several) {
		sources := v.countSources()
		for g, goal := range v.in.Goals {
			if several(goal) && int(sources[goal.Fact]) < v.lacks[g] {
				v.goals[g] = -1
			}
		}
	}
	for g, goal := range v.in.Goals {
		if v.goals[g] >= 0 && v.kind[goal.Fact]&isIdle != 0 {
			return false
		}
	}
	return !slices.ContainsFunc(p.Landmarks, func(l Landmark) bool { return v.goals[l.Goal] < 0 })
}

// countSources counts the actions that make each fact true.
func (v *verifier) countSources() []int32 {
	sources := make([]int32, v.in.Facts)
	for i := range v.in.Actions {
		if v.fate[i]&cannot != 0 {
			continue
		}
		v.looks++
		for _, f := range v.in.Actions[i].Adds {
			if v.seen[f] != v.looks {
				v.seen[f] = v.looks
				sources[f]++
			}
		}
	}
	return sources
}

// unavoidable is the weight of the goals that nothing reaches.
func (v *verifier) unavoidable() (weight int64) {
	for g, first := range v.goals {
		if first < 0 && v.lacks[g] > 0 {
			weight += v.in.Goals[g].Weight
		}
	}
	return weight
}
