package solve

import "math"

// claim is what a proof is about: what actions cost and use, and what there is. See choice for
// the numbers of waivers.
type claim struct {
	total   int64   // of all costs
	step    gauge   // of all costs
	limits  []int64 // by resource
	all     []int64 // by resource: what all use
	uses    []int64 // of each action and waiver in turn, by resource
	waive   bool    // goals may stay open
	weights []int64 // by goal: what its waiver costs, and actions cost nothing; nil: waivers do not
}

// mandatory: every goal that can be reached is to be closed.
func (v *verifier) mandatory() *claim {
	return &claim{total: v.cost, step: v.step, limits: v.in.Limits, all: v.used, uses: v.use(len(v.in.Actions), len(v.in.Limits))}
}

// use is what so many actions and waivers use of so many resources.
func (v *verifier) use(n, resources int) []int64 {
	uses := make([]int64, n*resources)
	if resources > 0 {
		for i := range v.in.Actions {
			copy(uses[i*resources:], v.in.Actions[i].Uses)
		}
	}
	return uses
}

// weighing: goals may stay open, and only that costs.
func (v *verifier) weighing() *claim {
	c := &claim{limits: v.in.Limits, all: v.used, waive: true, weights: make([]int64, len(v.in.Goals))}
	c.uses = v.use(len(v.in.Actions)+len(v.in.Goals), len(c.limits))
	for g, goal := range v.in.Goals {
		if first := v.goals.first[g]; first >= 0 {
			c.weights[first] += goal.Weight
			c.total += goal.Weight
		}
	}
	for _, weight := range c.weights {
		c.step.add(weight)
	}
	return c
}

// losing: goals may stay open, but of no greater weight than most.
func (v *verifier) losing(most int64) *claim {
	w, n, r := v.weighing(), len(v.in.Actions), len(v.in.Limits)
	c := &claim{total: v.cost, step: v.step, limits: make([]int64, r+1), all: make([]int64, r+1), waive: true}
	copy(c.limits, w.limits)
	copy(c.all, w.all)
	c.limits[r], c.all[r] = most, w.total
	c.uses = v.use(n+len(v.in.Goals), r+1)
	for g, weight := range w.weights {
		c.uses[(n+g)*(r+1)+r] = weight
	}
	return c
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
