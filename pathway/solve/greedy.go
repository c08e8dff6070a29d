package solve

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Greedy returns a plan that is found fast and is mostly dearer than the best. Again and
// again it takes the action that costs least for each unit of weight that it closes,
// counting the actions that make true what it needs, the cheapest for each fact; among
// equals the first. Actions that do not fit what was taken, the limits or the deadline
// are passed over. A goal weighs at least 1. In the end actions that turn out needless
// are taken out, the dearest first.
//
// The plan keeps to everything that Exact keeps to, but may leave goals open that could
// be closed. It is never proved; Bound is what a single list of prices shows if every
// goal that can be reached is closed, otherwise 0. The errors are those of [Exact]. When
// ctx ends the plan is what was taken until then.
func Greedy(ctx context.Context, in *Instance) (Solution, error) {
	if err := in.check(&pulse{ctx: ctx}); err != nil {
		return Solution{}, err
	}
	p := compile(ctx, in)
	if p == nil {
		return in.nothing(), nil
	}
	g := newGreedy(ctx, in, p)
	e := &exact{ctx: ctx, in: in, p: p}
	return g.answer(e), nil
}

// newGreedy takes actions for as long as any closes more.
func newGreedy(ctx context.Context, in *Instance, p *problem) *greedy {
	g := &greedy{pulse: pulse{ctx: ctx}, in: in, p: p, r: newReach(p, p.timed), by: make([]int32, p.facts)}
	g.index()
	for g.next() {
	}
	return g
}

// greedy is one call of Greedy.
type greedy struct {
	pulse
	in     *Instance
	p      *problem
	r      *reach
	taken  []int32
	price  []int64   // by fact: of the cheapest actions that make it true; -1: none
	by     []int32   // by fact: the last of those actions
	serves [][]int32 // by action: goals
	weight []int64   // by goal, at least 1
	open   []bool    // by goal
}

// next takes one more action and what it needs; false: there is none.
func (g *greedy) next() bool {
	if g.ended() || g.r.done() {
		return false
	}
	for i := range g.open {
		g.open[i] = !g.r.closed(i)
	}
	g.appraise()
	var actions []int32
	costs, gains := make([]uint64, len(g.p.acts)), make([]uint64, len(g.p.acts))
	for a := range int32(len(g.p.acts)) {
		if gain := g.gain(a); gain > 0 && !g.r.on[a] {
			if cost := g.chainCost(a); cost >= 0 {
				actions = append(actions, a)
				costs[a], gains[a] = uint64(cost), uint64(gain)
			}
		}
		if g.after(4) {
			return false
		}
	}
	return sorting(actions, func(a, b int32) int {
		switch {
		case lessRatio(costs[a], gains[a], costs[b], gains[b]):
			return -1
		case lessRatio(costs[b], gains[b], costs[a], gains[a]):
			return 1
		}
		return cmp.Compare(a, b)
	}, g.ended) && slices.ContainsFunc(actions, func(a int32) bool { return !g.ended() && g.take(g.chain(a)) })
}

// appraise finds what each fact costs at least if nothing is shared.
func (g *greedy) appraise() {
	g.price = make([]int64, g.p.facts)
	for f := range g.price {
		if g.price[f] = -1; g.r.at[f] != never {
			g.price[f] = 0
		}
	}
	for changed := true; changed && !g.ended(); {
		changed = false
		for a := range int32(len(g.p.acts)) {
			if g.after(4) {
				return
			}
			cost := g.chainCost(a)
			if cost < 0 {
				continue
			}
			for _, f := range g.p.acts[a].adds {
				if g.price[f] < 0 || cost < g.price[f] {
					g.price[f], g.by[f], changed = cost, a, true
				}
			}
		}
	}
}

// chainCost is the cost of an action and of what it needs; below 0: it cannot be had.
func (g *greedy) chainCost(a int32) int64 {
	cost := g.p.acts[a].cost
	if g.r.on[a] {
		cost = 0
	}
	for _, f := range g.p.acts[a].needs {
		if g.price[f] < 0 {
			return -1
		}
		cost = min(cost+g.price[f], math.MaxInt64/2)
	}
	return cost
}

// index lists which goals each action serves, and what they weigh.
func (g *greedy) index() {
	g.serves, g.open = make([][]int32, len(g.p.acts)), make([]bool, len(g.p.goals))
	for i, goal := range g.p.goals {
		if g.after(4 * len(g.p.sources[i])) {
			return
		}
		g.weight = append(g.weight, max(1, g.in.weightOf(goal.item)))
		for _, a := range g.p.sources[i] {
			g.serves[a] = append(g.serves[a], int32(i))
		}
	}
}

// gain is the weight of the open goals that an action makes true.
func (g *greedy) gain(a int32) (sum int64) {
	for _, i := range g.serves[a] {
		if g.open[i] {
			sum += g.weight[i]
		}
	}
	return sum
}

// chain is an action with all that it needs.
func (g *greedy) chain(a int32) (list []int32) {
	list = []int32{a}
	for i := 0; i < len(list); i++ {
		for _, f := range g.p.acts[list[i]].needs {
			if b := g.by[f]; g.price[f] > 0 || g.r.at[f] == never {
				if !g.r.on[b] && !slices.Contains(list, b) {
					list = append(list, b)
				}
			}
		}
	}
	return list
}

// take takes actions if they fit; false: they do not.
func (g *greedy) take(list []int32) bool {
	more := slices.Concat(g.taken, list)
	if !g.p.allowed(more) {
		return false
	}
	before := g.r.mark()
	for _, a := range slices.Backward(list) {
		g.r.add(a, -1)
	}
	for _, a := range list {
		if g.r.end(a) > g.r.deadline {
			g.r.undo(before)
			return false
		}
	}
	g.taken = more
	return true
}

// answer takes out what is needless, and adds up.
func (g *greedy) answer(e *exact) Solution {
	plan, bound := slices.Clone(g.taken), int64(0)
	if !g.ended() {
		q, complete := g.closable()
		s := newSearch(g.ctx, q, false, 1)
		plan = s.thin(&s.plain, plan)
		if shown, _ := s.bound(&s.plain); complete && !s.ended() {
			bound = shown
		}
	}
	slices.Sort(plan)
	cost := g.p.cost(plan)
	return e.answer(g.p, &candidate{actions: plan, cost: cost}, max(min(bound, cost), 0), 0, false)
}

// closable is the problem of the goals that are closed; complete: they are all that there
// are.
func (g *greedy) closable() (q *problem, complete bool) {
	part := *g.p
	part.goals = nil
	for i, goal := range g.p.goals {
		if g.r.closed(i) {
			part.goals = append(part.goals, goal)
		}
	}
	part.indexGoals()
	return &part, len(part.goals) == len(g.p.goals)
}
