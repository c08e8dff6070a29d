package solve

import "slices"

// reach is what a growing set of actions makes true, and when. Actions are switched
// on one by one; [reach.undo] takes the last of them back.
type reach struct {
	p        *problem
	timed    bool  // false: every action takes no time
	deadline int32 // ends after it do not count
	on       []bool
	at       []int32 // by fact: when it becomes true; never: it does not
	switched []int32 // actions in the order in which they were switched on
	changes  []change
	queue    []int32
	open     int32       // goals with one source that are not reached
	ended    func() bool // asked now and then while many actions are switched on; nil: it is not
}

type change struct {
	fact, was int32
}

// mark is a state to come back to.
type mark struct{ switched, changes int }

func newReach(p *problem, timed bool) *reach {
	r := &reach{p: p, timed: timed, deadline: p.deadline, on: make([]bool, len(p.acts)), at: make([]int32, p.facts)}
	for f := range r.at {
		r.at[f] = never
		r.open += p.single[f]
	}
	return r
}

func (r *reach) mark() mark { return mark{len(r.switched), len(r.changes)} }

func (r *reach) undo(m mark) {
	for i := len(r.changes) - 1; i >= m.changes; i-- {
		c := r.changes[i]
		if r.at[c.fact] = c.was; c.was == never {
			r.open += r.p.single[c.fact]
		}
	}
	for _, a := range r.switched[m.switched:] {
		r.on[a] = false
	}
	r.changes, r.switched = r.changes[:m.changes], r.switched[:m.switched]
}

// add switches an action on and follows what comes of it. It stops as soon as goal
// is reached and then returns true; goal -1: none.
func (r *reach) add(a, goal int32) bool {
	r.on[a] = true
	r.switched = append(r.switched, a)
	r.queue = r.queue[:0]
	if r.carryOut(a, goal) {
		return true
	}
	for len(r.queue) > 0 {
		next := r.queue[len(r.queue)-1]
		r.queue = r.queue[:len(r.queue)-1]
		if r.carryOut(next, goal) {
			return true
		}
	}
	return false
}

// addAll switches actions on, all of them unless it is ended.
func (r *reach) addAll(actions []int32) {
	for n, a := range actions {
		if r.stops(n) {
			return
		}
		r.add(a, -1)
	}
}

// stops tells, every few of many steps, whether to stop.
func (r *reach) stops(n int) bool { return n%64 == 63 && r.ended != nil && r.ended() }

func (r *reach) carryOut(a, goal int32) bool {
	end := r.end(a)
	if end > r.deadline {
		return false
	}
	at := r.at
	for _, f := range r.p.acts[a].adds {
		was := at[f]
		if end >= was {
			continue
		}
		r.changes = append(r.changes, change{f, was})
		if was == never {
			r.open -= r.p.single[f]
		}
		at[f] = end
		if f == goal {
			return true
		}
		for _, n := range r.p.needers[f] {
			if r.on[n] {
				r.queue = append(r.queue, n)
			}
		}
	}
	return false
}

// end is when an action ends at the earliest, never if it cannot begin.
func (r *reach) end(a int32) int32 {
	begin := int32(0)
	for _, f := range r.p.acts[a].needs {
		if begin = max(begin, r.at[f]); begin == never {
			return never
		}
	}
	if r.timed {
		return begin + r.p.acts[a].time
	}
	return begin
}

// done tells whether every goal is closed.
func (r *reach) done() bool {
	return r.open == 0 && !slices.ContainsFunc(r.p.many, func(g int32) bool { return !r.closed(int(g)) })
}

// missing returns the first goal that is not closed, -1 if there is none.
func (r *reach) missing() int {
	for g := range r.p.goals {
		if !r.closed(g) {
			return g
		}
	}
	return -1
}

// closed tells whether a goal has the sources that it must have.
func (r *reach) closed(goal int) bool {
	g := r.p.goals[goal]
	if g.sources == 1 {
		return r.at[g.fact] != never
	}
	n := int32(0)
	for _, a := range r.p.sources[goal] {
		switch {
		case !r.on[a] || r.end(a) > r.deadline:
		case int(a) >= r.p.courses:
			n += g.sources
		default:
			n++
		}
	}
	return n >= g.sources
}

// closes tells whether the actions, and nothing else, reach every goal; if it is ended, not
// all that do are found to.
func (r *reach) closes(actions []int32) bool {
	r.undo(mark{})
	r.addAll(actions)
	return r.done()
}

// carriedOut are the actions of a list that can be carried out if no others are.
func (r *reach) carriedOut(actions []int32) []int32 {
	r.span(actions)
	return slices.DeleteFunc(actions, func(a int32) bool { return r.end(a) > r.deadline })
}

// span is the latest end of the actions, carried out as early as can be.
func (r *reach) span(actions []int32) (latest int32) {
	r.undo(mark{})
	for _, a := range actions {
		r.add(a, -1)
	}
	for _, a := range actions {
		latest = max(latest, r.end(a))
	}
	return latest
}
