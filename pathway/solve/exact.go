package solve

import (
	"cmp"
	"context"
)

// Exact returns the best plan: the least weight of goals left open, then the least
// cost, then the earliest end (actions run side by side, each as soon as it can),
// then the smallest actions. Goals that nothing reaches are left open; so is, where
// limits or exclusions stand in the way of all others, what weighs least.
//
// When ctx ends or the limit of nodes is reached, it returns the best plan so far
// with honest bounds, and no error. The errors wrap ErrRange, ErrNegative and
// ErrOverflow: the instance makes no sense.
func Exact(ctx context.Context, in *Instance) (Solution, error) {
	if err := in.check(&pulse{ctx: ctx}); err != nil {
		return Solution{}, err
	}
	p := compile(ctx, in)
	if p == nil {
		return in.nothing(), nil
	}
	e := &exact{ctx: ctx, in: in, p: p, nodes: cmp.Or(in.Nodes, DefaultNodes)}
	return e.solve(), nil
}

// exact is one call of Exact.
type exact struct {
	ctx   context.Context
	in    *Instance
	p     *problem
	nodes int
	seen  int
	reach *reach // of p, which nobody uses any more; nil: there is none
}

// solve first asks for all goals. Only if no plan closes them within the limits does
// it weigh one goal against another.
func (e *exact) solve() Solution {
	all := newSearch(e.ctx, e.p, !e.in.AnyBest, e.nodes)
	all.warm(e.in.Warm)
	bound := all.run()
	e.reach = all.main
	e.seen += all.seen
	if all.best != nil {
		s := e.answer(e.p, all.best, bound, 0, !all.cut)
		return e.certify(s, nil, nil, all)
	}
	if e.ctx.Err() != nil {
		return e.nothing()
	}
	return e.weigh(all)
}

// nothing is the plan without actions, where the context has ended before there was
// another.
func (e *exact) nothing() Solution {
	s := e.in.nothing()
	s.LeastLost, s.Nodes = e.in.outOfReach(e.p), e.seen
	return s
}

// weigh leaves goals open: first as little weight as can be, then at the least cost.
func (e *exact) weigh(all *search) Solution {
	t := &pulse{ctx: e.ctx}
	waived := e.p.waived(e.in, t)
	if waived == nil {
		return e.nothing()
	}
	least := newSearch(e.ctx, waived, false, e.nodes)
	least.weighing = true
	least.inherit(all)
	g := newGreedy(e.ctx, e.in, e.p)
	least.warm(e.in.Warm)
	least.leaveAll()
	first := append(g.taken, least.waiversFor(g.taken)...)
	if least.try(&least.plain, first); least.ended() {
		least.offer(first) // as it is: there is no time to see whether it can spare anything
	}
	lost := least.run()
	e.seen += least.seen
	capped := least.p.capped(e.p, least.best.cost, t)
	if capped == nil {
		return e.answer(least.p, &candidate{actions: least.best.actions, cost: e.costOf(least.best)}, 0, lost, false)
	}
	cheap := newSearch(e.ctx, capped, !e.in.AnyBest, e.nodes)
	cheap.inherit(least)
	cheap.turnFrom(least)
	cheap.offer(least.best.actions)
	cheap.deep = true
	bound := cheap.run()
	e.seen += cheap.seen
	s := e.answer(cheap.p, cheap.best, bound, lost, !all.cut && !least.cut && !cheap.cut)
	return e.certify(s, all, least, cheap)
}

// costOf is what the actions of a plan cost, waivers aside.
func (e *exact) costOf(c *candidate) (sum int64) {
	for _, a := range c.actions {
		if int(a) < e.p.courses {
			sum += e.p.acts[a].cost
		}
	}
	return sum
}

// answer turns a candidate into the items of the instance.
func (e *exact) answer(p *problem, c *candidate, bound, lost int64, proved bool) Solution {
	s := Solution{Value: c.cost, Bound: bound, Proved: proved, Nodes: e.seen, Items: []int{}}
	var actions []int32
	for _, a := range c.actions {
		if int(a) < p.courses {
			s.Items = append(s.Items, p.acts[a].item)
			actions = append(actions, a)
		}
	}
	e.leaveOpen(&s, actions, lost)
	return s
}

// leaveOpen lists the goals that the actions do not close. What nothing reaches adds
// to the least that is lost.
func (e *exact) leaveOpen(s *Solution, actions []int32, lost int64) {
	r := e.reach
	if r == nil {
		r = newReach(e.p, e.p.timed)
	}
	r.ended = nil // it is little work
	r.closes(actions)
	s.LeastLost, s.Open = lost, []int{}
	c := &compiler{in: e.in, start: e.in.held()}
	targets := e.p.targets(e.in.Facts)
	for g, goal := range e.in.Goals {
		known := targets.of(goal)
		if c.lacking(goal) == 0 || known >= 0 && r.closed(known) {
			continue
		}
		s.Open = append(s.Open, g)
		s.Lost += goal.Weight
		if known < 0 {
			s.LeastLost += goal.Weight
		}
	}
}

// targets finds the targets of a problem by what they ask for.
type targets struct {
	goals []target
	last  []int32 // by fact of the instance: the last target, from 1, that asks for it; 0: none
	next  []int32 // by target: the one before it that asks for the same fact
}

func (p *problem) targets(facts int) *targets {
	t := &targets{goals: p.goals, last: make([]int32, facts), next: make([]int32, len(p.goals))}
	for i, g := range p.goals {
		t.next[i], t.last[g.from] = t.last[g.from], int32(i+1)
	}
	return t
}

// of is the target of a goal of the instance, below 0: none.
func (t *targets) of(g Goal) int {
	k := t.last[g.Fact]
	for k > 0 && t.goals[k-1].asked != g.sources() {
		k = t.next[k-1]
	}
	return int(k - 1)
}

// nothing is the plan without actions, of which nothing is known.
func (in *Instance) nothing() Solution {
	s := Solution{Items: []int{}, Open: []int{}}
	held := in.held()
	for g, goal := range in.Goals {
		if !held[goal.Fact] || goal.sources() > 1 {
			s.Open = append(s.Open, g)
			s.Lost += goal.Weight
		}
	}
	return s
}
