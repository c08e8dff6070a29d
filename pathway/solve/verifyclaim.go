package solve

import "slices"

// claim is what a proof is about: what actions cost and use, and what there is. Action
// n+g is the waiver of goal g, where n is the number of actions of the instance.
type claim struct {
	cost   []int64
	uses   [][]int64 // by resource
	limits []int64
	waive  bool
}

// mandatory: every goal that can be reached is to be closed.
func (v *verifier) mandatory() *claim {
	n := len(v.in.Actions)
	c := &claim{cost: make([]int64, n+len(v.in.Goals)), limits: slices.Clone(v.in.Limits)}
	for r := range v.in.Limits {
		c.uses = append(c.uses, make([]int64, len(c.cost)))
		for i, a := range v.in.Actions {
			if r < len(a.Uses) {
				c.uses[r][i] = a.Uses[r]
			}
		}
	}
	for i, a := range v.in.Actions {
		c.cost[i] = a.Cost
	}
	return c
}

// weighing: goals may stay open, and only that costs.
func (v *verifier) weighing() *claim {
	c := v.mandatory()
	c.waive = true
	clear(c.cost)
	for g, goal := range v.in.Goals {
		if first := v.goals[g]; first >= 0 {
			c.cost[len(v.in.Actions)+first] += goal.Weight
		}
	}
	return c
}

// losing: goals may stay open, but of no greater weight than most.
func (v *verifier) losing(most int64) *claim {
	c := v.weighing()
	weights := c.cost
	c.cost, c.limits = make([]int64, len(weights)), append(c.limits, most)
	c.uses = append(c.uses, weights)
	for i, a := range v.in.Actions {
		c.cost[i] = a.Cost
	}
	return c
}

// step is what every cost is a multiple of.
func (c *claim) step() int64 {
	step := int64(0)
	for _, n := range c.cost {
		for step, n = n, step; n != 0; step, n = n, step%n {
		}
	}
	return max(1, step)
}
