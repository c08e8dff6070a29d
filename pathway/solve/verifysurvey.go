package solve

import (
	"math"
	"slices"
)

// survey goes through all actions once. It checks that they make sense, and what the
// certificate says of facts that come true late or never, and of those that no goal needs. It
// finds the actions that can be carried out, the goals that can be closed, and the table of
// the proof of the cost.
func (v *verifier) survey(c *Certificate) error {
	if err := v.heed(c); err != nil {
		return err
	}
	v.findGoals()
	in, p := v.in, c.Cost
	if p == nil {
		p = &Proof{}
	}
	if err := v.zones(p); err != nil {
		return err
	}
	for i := range in.Actions {
		if err := v.look(int32(i), &in.Actions[i]); err != nil {
			return err
		}
	}
	if !v.closable(p) {
		return faulty("a goal is idle, or out of reach")
	}
	return nil
}

// look finds out what there is to an action.
func (v *verifier) look(i int32, a *Action) error {
	needs, known := v.kinds(a.Needs)
	v.cost, v.time = v.cost+a.Cost, v.time+int64(a.Time)
	if !known || a.Cost < 0 || a.Time < 0 || uint64(v.cost) > MostSum || uint64(v.time) > MostTime {
		return v.senseless()
	}
	if len(a.Uses)+len(a.Excludes) > 0 && !v.bounded(i, a) {
		return v.senseless()
	}
	v.step.add(a.Cost)
	end := v.takes(a)
	if needs&isLate != 0 {
		end += v.soonest(a)
	}
	if end > v.deadline {
		v.actions.fate[i] |= cannot
	}
	fate, adds := v.actions.fate[i], int32(0)
	if fate == 0 {
		adds, known = v.enter(i, a, needs)
	} else {
		adds, known = v.kinds(a.Adds)
	}
	if !known {
		return v.senseless()
	}
	if (needs&isIdle != 0 || adds&isLate != 0) && fate&cannot == 0 && v.belied(a, end, needs&isIdle != 0) {
		return faulty("action %d makes a fact true sooner, or one that is of use", i)
	}
	return nil
}

// kinds is all that is known of some facts together; false: one does not exist.
func (v *verifier) kinds(facts []int) (kinds int32, ok bool) {
	kind := v.facts.kind
	for _, f := range facts {
		if uint(f) >= uint(len(kind)) {
			return 0, false
		}
		kinds |= kind[f]
	}
	return kinds, true
}

// heed notes what the certificate says of facts, and which actions it removes.
func (v *verifier) heed(c *Certificate) error {
	for _, l := range c.Beyond {
		at, ok := v.at(l)
		if !ok {
			return faulty("beyond: fact %d, time %d", l.Fact, l.Time)
		}
		if v.facts.kind[l.Fact] |= isLate; v.in.Deadline != nil {
			v.facts.soon[l.Fact] = at
		}
	}
	for _, f := range c.Idle {
		if uint(f) >= uint(len(v.facts.kind)) {
			return faulty("idle: fact %d", f)
		}
		v.facts.kind[f] |= isIdle
	}
	for _, r := range c.Removals {
		if uint(r.Action) >= uint(len(v.actions.fate)) || uint(r.By) >= uint(len(v.actions.fate)) {
			return faulty("removal %v", r)
		}
		v.actions.fate[r.Action] |= outdone
	}
	return nil
}

// soonest is when an action can begin at the soonest.
func (v *verifier) soonest(a *Action) (begin int32) {
	for _, f := range a.Needs {
		if v.facts.kind[f]&isLate != 0 {
			begin = max(begin, v.soon(f))
		}
	}
	return begin
}

// soon is when a fact that isLate comes true at the soonest.
func (v *verifier) soon(f int) int32 {
	if v.in.Deadline == nil {
		return notEver
	}
	return v.facts.soon[f]
}

// bounded tells whether what an action uses and excludes makes sense, and notes who excludes
// whom, and that the action is in no plan if it breaks a limit alone or excludes itself.
func (v *verifier) bounded(i int32, a *Action) bool {
	if len(a.Uses) > len(v.used) {
		return false
	}
	for r, n := range a.Uses {
		if v.used[r] += n; n < 0 || uint64(v.used[r]) > MostSum {
			return false
		}
		if n > v.in.Limits[r] {
			v.actions.fate[i] |= cannot
		}
	}
	for _, b := range a.Excludes {
		if uint(b) >= uint(len(v.actions.fate)) {
			return false
		}
		if b == int(i) {
			v.actions.fate[i] |= cannot
		}
		v.add(&v.actions.rivals[b], i, 0)
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
		kind := v.facts.kind[f]
		idles := kind&isIdle != 0 || kind&(isHeld|isSeveral) == isHeld
		if kind&isLate != 0 && end < v.soon(f) || idle && !idles {
			return true
		}
	}
	return false
}

// findGoals finds the goals that can be closed, as far as is said, and puts those that ask for
// the same together.
func (v *verifier) findGoals() {
	lacks, first, next := v.goals.lacks, v.goals.first, v.goals.next
	for g := range v.in.Goals {
		goal := &v.in.Goals[g]
		f := goal.Fact
		if goal.Sources > 1 {
			v.several = true
			v.facts.kind[f] |= isSeveral
		}
		kind := v.facts.kind[f]
		lacks[g], first[g] = int32(min(max(1, goal.Sources), math.MaxInt32))-kind&isHeld, -1
		if lacks[g] == 0 || kind&isLate != 0 && v.soon(f) == notEver {
			continue
		}
		k := v.facts.waits[f]
		for k > 0 && lacks[k-1] != lacks[g] {
			k = next[k-1]
		}
		if k > 0 {
			first[g] = k - 1
		} else {
			first[g], next[g], v.facts.waits[f] = int32(g), v.facts.waits[f], int32(g+1)
		}
	}
	for _, goal := range v.in.Goals {
		v.facts.waits[goal.Fact] = 0
	}
}

// closable leaves out the goals that have not as many sources as they need; false: the
// certificate speaks of one of them, or says that one of the others is idle.
func (v *verifier) closable(p *Proof) bool {
	if v.several {
		v.countSources()
		if slices.ContainsFunc(p.Landmarks, func(l Landmark) bool { return v.goals.first[l.Goal] < 0 }) {
			return false
		}
	}
	for g := range v.in.Goals {
		if v.goals.first[g] >= 0 && v.facts.kind[v.in.Goals[g].Fact]&isIdle != 0 {
			return false
		}
	}
	return true
}

// countSources counts the actions that make each fact true, and leaves out the goals that ask
// for more.
func (v *verifier) countSources() {
	sources := make([]int32, v.in.Facts)
	for i := range v.in.Actions {
		if v.actions.fate[i]&cannot != 0 {
			continue
		}
		v.looks++
		for _, f := range v.in.Actions[i].Adds {
			if v.facts.seen[f] != v.looks {
				v.facts.seen[f] = v.looks
				sources[f]++
			}
		}
	}
	for g, goal := range v.in.Goals {
		if sources[goal.Fact] < v.goals.lacks[g] && goal.Sources > 1 {
			v.goals.first[g] = -1
		}
	}
}

// unavoidable is the weight of the goals that nothing reaches.
func (v *verifier) unavoidable() (weight int64) {
	for g := range v.in.Goals {
		if v.goals.first[g] < 0 && v.goals.lacks[g] > 0 {
			weight += v.in.Goals[g].Weight
		}
	}
	return weight
}
