package solve

import (
	"cmp"
	"context"
	"slices"
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
	if err := in.check(); err != nil {
		return Solution{}, err
	}
	p, goals := compile(in)
	e := &exact{ctx: ctx, in: in, p: p, goals: goals, nodes: cmp.Or(in.Nodes, DefaultNodes)}
	return e.solve(), nil
}

// exact is one call of Exact.
type exact struct {
	ctx   context.Context
	in    *Instance
	p     *problem
	goals []int // those that can be reached
	nodes int
	seen  int
}

// solve first asks for all goals. Only if no plan closes them within the limits does
// it weigh one goal against another.
func (e *exact) solve() Solution {
	all := newSearch(e.ctx, e.p, true, e.nodes)
	all.balance()
	bound := all.run()
	e.seen += all.seen
	if all.best != nil {
		return e.answer(e.p, all.best, bound, 0, !all.cut)
	}
	return e.weigh()
}

// weigh leaves goals open: first as little weight as can be, then at the least cost.
func (e *exact) weigh() Solution {
	least := newSearch(e.ctx, e.p.waived(e.in, e.goals), false, e.nodes)
	least.weighing = true
	least.leaveAll()
	least.balance()
	lost := least.run()
	e.seen += least.seen
	cheap := newSearch(e.ctx, least.p.capped(e.p, least.best.cost), true, e.nodes)
	cheap.offer(least.best.actions)
	cheap.balance()
	bound := cheap.run()
	e.seen += cheap.seen
	return e.answer(cheap.p, cheap.best, bound, lost, !least.cut && !cheap.cut)
}

// answer turns a candidate into the items of the instance.
func (e *exact) answer(p *problem, c *candidate, bound, lost int64, proved bool) Solution {
	s := Solution{Value: c.cost, Bound: bound, Proved: proved, Nodes: e.seen, Items: []int{}, Open: []int{}}
	r := newReach(p, p.timed)
	for _, a := range c.actions {
		if int(a) < p.courses {
			s.Items = append(s.Items, p.acts[a].item)
			r.add(a, -1)
		}
	}
	e.leaveOpen(&s, r, lost)
	return s
}

// leaveOpen lists the goals that the plan does not reach. What nothing reaches adds
// to the least that is lost.
func (e *exact) leaveOpen(s *Solution, r *reach, lost int64) {
	start := newCompiler(e.in).start
	s.LeastLost = lost
	for g, goal := range e.in.Goals {
		if start[goal.Fact] || r.at[goal.Fact] != never {
			continue
		}
		s.Open = append(s.Open, g)
		s.Lost += goal.Weight
		if !slices.Contains(e.goals, g) {
			s.LeastLost += goal.Weight
		}
	}
}
