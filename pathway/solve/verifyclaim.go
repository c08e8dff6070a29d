package solve

import (
	"math"
	"slices"
)

// claim is what a proof is about: what actions cost and use, and what there is. Action
// n+g is the waiver of goal g, where n is the number of actions of the instance.
type claim struct {
	cost   []int64
	total  int64     // of all costs
	step   gauge     // of all costs
	uses   [][]int64 // by resource
	limits []int64
	waive  bool
}

// mandatory: every goal that can be reached is to be closed.
func (v *verifier) mandatory() *claim {
	c := v.blank(len(v.in.Actions))
	c.cost, c.total, c.step = v.cost, v.total, v.step
	return c
}

// blank is a claim about so many actions and waivers, none of which costs anything.
func (v *verifier) blank(n int) *claim {
	c := &claim{limits: slices.Clone(v.in.Limits)}
	for r := range v.in.Limits {
		uses := make([]int64, n)
		for i := range v.in.Actions {
			if list := v.in.Actions[i].Uses; r < len(list) {
				uses[i] = list[r]
			}
		}
		c.uses = append(c.uses, uses)
	}
	return c
}

// weighing: goals may stay open, and only that costs.
func (v *verifier) weighing() *claim {
	n := len(v.in.Actions)
	c := v.blank(n + len(v.in.Goals))
	c.waive, c.cost = true, make([]int64, n+len(v.in.Goals))
	for g, goal := range v.in.Goals {
		if first := v.goals[g]; first >= 0 {
			c.cost[n+first] += goal.Weight
			c.total += goal.Weight
		}
	}
	for _, weight := range c.cost[n:] {
		c.step.add(weight)
	}
	return c
}

// losing: goals may stay open, but of no greater weight than most.
func (v *verifier) losing(most int64) *claim {
	w := v.weighing()
	return &claim{
		cost: append(slices.Clip(v.cost), make([]int64, len(v.in.Goals))...), total: v.total, step: v.step,
		uses: append(w.uses, w.cost), limits: append(w.limits, most), waive: true,
	}
}

// gauge is a number of which all that it was told are multiples, the greatest; 0: it was told
// nothing but 0. The zero gauge is ready.
type gauge struct {
	size int64
	// test is 2 to the power 64, divided by the size and rounded up. A number of 32 bits is a
	// multiple if its product with test wraps to less than test (Lemire, Kaser and Kurz 2019).
	test uint64
}

// add tells it a number.
func (g *gauge) add(n int64) {
	if g.size > 0 && max(g.size, n) < 1<<32 && uint64(n)*g.test <= g.test-1 {
		return
	}
	for n != 0 {
		g.size, n = n, g.size%n
	}
	if g.size > 0 {
		g.test = math.MaxUint64/uint64(g.size) + 1
	}
}
