package solve

import (
	"math"
	"slices"
)

// problem is one phase of an Instance, compiled: only what can be reached and can
// matter is left in it. Goals are mandatory; those that may be left have a waiver.
type problem struct {
	acts     []act
	facts    int
	needers  [][]int32 // by fact: the actions that need it
	goals    []int32   // facts
	caps     []int64   // of each resource
	deadline int32     // never: none
	timed    bool      // there is a deadline
	courses  int       // acts[courses:] are waivers
}

// act is an action. Facts of the start are in neither list.
type act struct {
	needs, adds []int32
	cost        int64
	uses        []int64 // of each resource
	excludes    []int32
	time        int32
	item        int // position in Instance.Actions; of a waiver: in Instance.Goals
}

// never is the time of a fact that is out of reach.
const never = math.MaxInt32

// compile returns the problem in which all goals that can be reached are mandatory,
// and the positions of those goals. Limits are those of the instance.
func compile(in *Instance) (*problem, []int) {
	c := newCompiler(in)
	reached := c.forward()
	goals := c.reachable(reached)
	kept, wanted := c.relevant(reached, goals)
	kept = c.undominated(kept, wanted)
	p := &problem{facts: in.Facts, caps: in.Limits, deadline: c.deadline, timed: in.Deadline != nil, courses: len(kept)}
	number := make([]int32, len(in.Actions))
	for i := range number {
		number[i] = -1
	}
	for i, a := range kept {
		number[a] = int32(i)
	}
	for _, a := range kept {
		p.acts = append(p.acts, c.act(a, number, wanted))
	}
	p.pairExclusions()
	p.index()
	for _, g := range goals {
		if f := int32(in.Goals[g].Fact); !c.start[f] && !slices.Contains(p.goals, f) {
			p.goals = append(p.goals, f)
		}
	}
	slices.Sort(p.goals)
	p.tightCaps()
	return p, goals
}

type compiler struct {
	in       *Instance
	start    []bool
	deadline int32
}

func newCompiler(in *Instance) *compiler {
	c := &compiler{in: in, start: make([]bool, in.Facts), deadline: never - 1}
	for _, f := range in.Start {
		c.start[f] = true
	}
	if in.Deadline != nil {
		c.deadline = int32(min(*in.Deadline, never-1))
	}
	return c
}

// forward returns the actions that can be carried out if all may be.
func (c *compiler) forward() []bool {
	at := make([]int32, c.in.Facts)
	for f := range at {
		if at[f] = never; c.start[f] {
			at[f] = 0
		}
	}
	done := make([]bool, len(c.in.Actions))
	for changed := true; changed; {
		changed = false
		for i := range c.in.Actions {
			end, ok := c.end(i, at)
			if !ok {
				continue
			}
			done[i] = true
			for _, f := range c.in.Actions[i].Adds {
				if end < at[f] {
					at[f], changed = end, true
				}
			}
		}
	}
	return done
}

// end is when action i ends at the earliest; false: not before the deadline.
func (c *compiler) end(i int, at []int32) (int32, bool) {
	a := &c.in.Actions[i]
	begin := int32(0)
	for _, f := range a.Needs {
		begin = max(begin, at[f])
	}
	if begin == never || slices.Contains(a.Excludes, i) || c.overLimit(a) {
		return 0, false
	}
	end := begin + int32(a.Time)
	return end, end <= c.deadline
}

// overLimit tells whether the action alone uses more than there is.
func (c *compiler) overLimit(a *Action) bool {
	for r, n := range a.Uses {
		if n > c.in.Limits[r] {
			return true
		}
	}
	return false
}

// reachable returns the positions of the goals that some action, or the start, makes
// true.
func (c *compiler) reachable(done []bool) (goals []int) {
	have := slices.Clone(c.start)
	for i, ok := range done {
		if ok {
			for _, f := range c.in.Actions[i].Adds {
				have[f] = true
			}
		}
	}
	for g, goal := range c.in.Goals {
		if have[goal.Fact] {
			goals = append(goals, g)
		}
	}
	return goals
}

// relevant returns the actions that a goal can come to need, ascending, and the facts
// for which they are needed.
func (c *compiler) relevant(done []bool, goals []int) (kept []int, wanted []bool) {
	wanted = make([]bool, c.in.Facts)
	for _, g := range goals {
		wanted[c.in.Goals[g].Fact] = true
	}
	keep := make([]bool, len(c.in.Actions))
	for changed := true; changed; {
		changed = false
		for i := range c.in.Actions {
			if done[i] && !keep[i] && c.addsAny(i, wanted) {
				keep[i], changed = true, true
				for _, f := range c.in.Actions[i].Needs {
					wanted[f] = true
				}
			}
		}
	}
	for i, ok := range keep {
		if ok {
			kept = append(kept, i)
		}
	}
	return kept, wanted
}

func (c *compiler) addsAny(i int, wanted []bool) bool {
	return slices.ContainsFunc(c.in.Actions[i].Adds, func(f int) bool { return wanted[f] && !c.start[f] })
}

func (c *compiler) act(i int, number []int32, wanted []bool) act {
	from := &c.in.Actions[i]
	a := act{cost: from.Cost, time: int32(from.Time), item: i, uses: make([]int64, len(c.in.Limits))}
	copy(a.uses, from.Uses)
	a.needs, a.adds = c.facts(from.Needs, wanted), c.facts(from.Adds, wanted)
	for _, other := range from.Excludes {
		if number[other] >= 0 {
			a.excludes = append(a.excludes, number[other])
		}
	}
	return a
}

// facts are those given that are wanted and do not hold from the start, sorted, each
// once.
func (c *compiler) facts(list []int, wanted []bool) (facts []int32) {
	for _, f := range list {
		if !c.start[f] && wanted[f] {
			facts = append(facts, int32(f))
		}
	}
	slices.Sort(facts)
	return slices.Compact(facts)
}

// pairExclusions makes exclusion mutual.
func (p *problem) pairExclusions() {
	for i := range p.acts {
		for _, other := range p.acts[i].excludes {
			p.acts[other].excludes = append(p.acts[other].excludes, int32(i))
		}
	}
	for i := range p.acts {
		slices.Sort(p.acts[i].excludes)
		p.acts[i].excludes = slices.Compact(p.acts[i].excludes)
	}
}

func (p *problem) index() {
	p.needers = make([][]int32, p.facts)
	for i := range p.acts {
		for _, f := range p.acts[i].needs {
			p.needers[f] = append(p.needers[f], int32(i))
		}
	}
}
