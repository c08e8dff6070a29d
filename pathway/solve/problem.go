package solve

import (
	"context"
	"math"
	"slices"
)

// problem is one phase of an Instance, compiled: only what can be reached and can
// matter is left in it. Goals are mandatory; those that may be left have a waiver.
type problem struct {
	acts     []act
	facts    int
	base     int32     // facts below are those of the instance
	live     []int32   // facts of the instance that some action adds, ascending
	needers  [][]int32 // by fact: the actions that need it
	adders   [][]int32 // by fact: the actions that make it true
	goals    []target
	single   []int32   // by fact: how many goals it closes alone
	many     []int32   // the other goals: those that need several sources
	sources  [][]int32 // by goal: the actions that make it true
	caps     []int64   // of each resource
	totals   []int64   // of each resource: its use by all actions; nil: not added up yet
	deadline int32     // never: none
	timed    bool      // there is a deadline
	courses  int       // acts[courses:] are waivers
	actions  int       // of the instance
	groups   [][]int32 // of actions of which each excludes the others
	groupOf  []int32   // by action; -1: none
	removals []Removal
	beyond   []Label // of facts that matter, when they come true at the soonest if that is not the start
	idle     []int   // where actions are removed: facts that are not wanted
	costs    int64   // of all actions, those included that were left out
	step     int64   // every cost is a multiple of it
}

// act is an action. Facts of the start are in neither list.
type act struct {
	needs, adds []int32 // ascending; what it needs it does not add
	cost        int64
	uses        []int64 // of each resource
	excludes    []int32
	time        int32
	item        int // position in Instance.Actions; of a waiver: in Instance.Goals
}

// target is a goal: a fact that as many actions as sources must make true.
type target struct {
	fact    int32
	from    int32 // the fact of the instance
	sources int32
	item    int // the first position in Instance.Goals
	asked   int // sources of the instance, those of the start included
}

// never is the time of a fact that is out of reach.
const never = math.MaxInt32

// compile returns the problem in which all goals that can be reached are mandatory;
// nil: the context has ended. Limits are those of the instance.
func compile(ctx context.Context, in *Instance) *problem {
	if ctx.Err() != nil {
		return nil
	}
	c := newCompiler(ctx, in)
	if c.ended() {
		return nil
	}
	reached := c.forward()
	kept, wanted := c.relevant(reached)
	if c.ended() {
		return nil
	}
	if kept = c.undominated(kept, wanted); c.ended() {
		return nil
	}
	p := &problem{actions: len(in.Actions), facts: in.Facts, base: int32(in.Facts), caps: in.Limits, deadline: c.deadline, timed: in.Deadline != nil, courses: len(kept), removals: c.removals, beyond: c.beyond}
	if len(c.removals) > 0 {
		p.idle = c.idle(wanted)
	}
	if p.measure(in, &c.pulse); c.ended() || !c.addActions(p, kept) {
		return nil
	}
	p.pairExclusions(&c.pulse)
	if p.group(&c.pulse); c.ended() {
		return nil
	}
	if c.addGoals(p); c.ended() {
		return nil
	}
	p.index(&c.pulse)
	if c.ended() {
		return nil
	}
	p.tightCaps()
	if c.ended() {
		return nil
	}
	return p
}

// measure adds up all costs, and finds what they are multiples of.
func (p *problem) measure(in *Instance, t *pulse) {
	for i := range in.Actions {
		if t.after(1) {
			return
		}
		p.costs += in.Actions[i].Cost
		if p.step == 0 || in.Actions[i].Cost%p.step != 0 {
			p.step = divisor(p.step, in.Actions[i].Cost)
		}
	}
	p.step = max(1, p.step)
}

// addActions gives the problem the actions that are kept; false: the context has ended.
func (c *compiler) addActions(p *problem, kept []int) bool {
	number := make([]int32, len(c.in.Actions))
	for i := range number {
		number[i] = -1
	}
	for i, a := range kept {
		number[a] = int32(i)
	}
	if c.ended() {
		return false
	}
	p.acts = make([]act, 0, len(kept))
	for _, a := range kept {
		if c.after(8) {
			return false
		}
		p.acts = append(p.acts, c.act(a, number))
	}
	return true
}

// addGoals gives the problem the goals that can be reached, each once. One that needs
// several sources is a fact of its own, which no action needs.
func (c *compiler) addGoals(p *problem) {
	p.live = c.added(p)
	p.goals = make([]target, 0, len(c.goals))
	asked := make([]bool, c.in.Facts) // by a goal before
	for _, g := range c.goals {
		from := c.in.Goals[g]
		made := target{fact: int32(from.Fact), from: int32(from.Fact), sources: int32(c.lacking(from)), item: g, asked: from.sources()}
		same := func(h target) bool { return c.in.Goals[h.item].Fact == from.Fact && h.asked == made.asked }
		if made.sources == 0 || asked[from.Fact] && slices.ContainsFunc(p.goals, same) {
			continue
		}
		asked[from.Fact] = true
		if made.asked > 1 {
			made.fact = int32(p.facts)
			p.facts++
			for i := range p.acts {
				if a := &p.acts[i]; slices.Contains(c.in.Actions[a.item].Adds, from.Fact) {
					a.adds = append(a.adds, made.fact)
				}
			}
		}
		p.goals = append(p.goals, made)
	}
	slices.SortStableFunc(p.goals, func(g, h target) int { return int(g.fact) - int(h.fact) })
}

// added are the facts that actions add, ascending; when the context has ended, some of them.
func (c *compiler) added(p *problem) (facts []int32) {
	is := make([]bool, p.facts)
	for i := range p.acts {
		if c.after(4) {
			break
		}
		for _, f := range p.acts[i].adds {
			is[f] = true
		}
	}
	for f, added := range is {
		if added {
			facts = append(facts, int32(f))
		}
	}
	return facts
}

func (c *compiler) act(i int, number []int32) act {
	from := &c.in.Actions[i]
	a := act{cost: from.Cost, time: int32(from.Time), item: i}
	if len(c.in.Limits) > 0 {
		a.uses = make([]int64, len(c.in.Limits))
		copy(a.uses, from.Uses)
	}
	a.needs = c.needs[i]
	if a.adds = c.adds[i]; len(a.needs) > 0 {
		a.adds = slices.DeleteFunc(a.adds, func(f int32) bool { return slices.Contains(a.needs, f) })
	}
	for _, other := range from.Excludes {
		if number[other] >= 0 {
			a.excludes = append(a.excludes, number[other])
		}
	}
	return a
}

// list lists what of the actions that are kept matters; false: the context has ended.
func (c *compiler) list(kept []int, wanted []bool) bool {
	c.needs, c.adds = make([][]int32, len(c.in.Actions)), make([][]int32, len(c.in.Actions))
	for _, i := range kept {
		if c.after(16) {
			return false
		}
		c.needs[i], c.adds[i] = c.facts(c.in.Actions[i].Needs, wanted), c.facts(c.in.Actions[i].Adds, wanted)
	}
	return true
}

// facts are those given that are wanted and do not hold from the start, sorted, each
// once.
func (c *compiler) facts(list []int, wanted []bool) []int32 {
	if len(list) == 0 {
		return nil
	}
	if cap(c.room)-len(c.room) < len(list) {
		c.room = make([]int32, 0, 4096+len(list))
	}
	facts := c.room[len(c.room):]
	for _, f := range list {
		if !c.start[f] && wanted[f] {
			facts = append(facts, int32(f))
		}
	}
	if !rising(facts) {
		slices.Sort(facts)
		facts = slices.Compact(facts)
	}
	c.room = c.room[:len(c.room)+len(facts)]
	return slices.Clip(facts)
}

// rising tells whether each number is greater than the one before.
func rising(list []int32) bool {
	for i := 1; i < len(list); i++ {
		if list[i-1] >= list[i] {
			return false
		}
	}
	return true
}

// pairExclusions makes exclusion mutual.
func (p *problem) pairExclusions(t *pulse) {
	if !slices.ContainsFunc(p.acts, func(a act) bool { return len(a.excludes) > 0 }) {
		return
	}
	for i := range p.acts {
		if t.after(1 + len(p.acts[i].excludes)) {
			return
		}
		for _, other := range p.acts[i].excludes {
			p.acts[other].excludes = append(p.acts[other].excludes, int32(i))
		}
	}
	for i := range p.acts {
		if t.after(1 + 8*len(p.acts[i].excludes)) {
			return
		}
		slices.Sort(p.acts[i].excludes)
		p.acts[i].excludes = slices.Compact(p.acts[i].excludes)
	}
}

// index lists who needs what, and who serves which goal; when the pulse has ended, not all.
func (p *problem) index(t *pulse) {
	p.needers = turned(t, p.facts, len(p.acts), func(i int) []int32 { return p.acts[i].needs })
	if t.ended() {
		return
	}
	p.adders = turned(t, p.facts, len(p.acts), func(i int) []int32 { return p.acts[i].adds })
	if !t.ended() {
		p.indexGoals()
	}
}

// indexGoals lists who closes each goal.
func (p *problem) indexGoals() {
	p.sources, p.single, p.many = make([][]int32, len(p.goals)), make([]int32, p.facts), nil
	for g, goal := range p.goals {
		if p.sources[g] = p.adders[goal.fact]; goal.sources == 1 {
			p.single[goal.fact]++
		} else {
			p.many = append(p.many, int32(g))
		}
	}
}
