package pathway

import "slices"

// claim is what a proof of package solve is about: what actions cost, what they use of
// the limits, and the value that no plan is below. The waiver of goal g is action n+g,
// where n is the number of actions of the question.
type claim struct {
	cost   []int64
	uses   [][]int64 // by limit
	limits []int64
	names  []string // of the limits
	waive  bool
	value  int64
}

// measure is what amounts are told in. What package solve counts is divided by scale,
// and each part stands for so much in the proof. What plans come to are multiples of
// step, so that more than bound-step is as good as bound.
type measure struct {
	of                       ProofOf
	scale, bound, step, part int64
}

// penceOf: cost is pence first, and minutes are not told.
func (t *task) penceOf(value int64) measure {
	return measure{of: OfCost, scale: t.unit, bound: value / t.unit, step: max(t.divisorOf(t.pence), 1), part: 1}
}

// divisorOf is the greatest number that divides all of many, 0: they are all 0; when the
// context has ended it is of no use.
func (t *task) divisorOf(list []int64) (step int64) {
	for i, n := range list {
		if i%(4*aWhile) == 0 && t.ended() {
			return 0
		}
		if step == 0 || n%step != 0 {
			step = commonDivisor(step, n)
		}
	}
	return step
}

// importanceOf: weight left open is told of critical gaps alone, if some of them have to
// stay open.
func (t *task) importanceOf(lost int64) measure {
	switch {
	case t.ahead == 1: // there is one kind of gaps
		return measure{of: OfImportance, scale: 1, bound: lost, step: 1, part: t.parts[1]}
	case lost >= t.ahead:
		return measure{of: OfCritical, scale: t.ahead, bound: lost / t.ahead, step: 1, part: t.parts[1]}
	}
	return measure{of: OfImportance, scale: 1, bound: lost, step: 1, part: t.parts[0]}
}

// costs: every goal that can be reached is closed, and courses cost. When the context has
// ended it is of no use.
func (r *rows) costs() *claim {
	n := len(r.in.Actions)
	c := &claim{cost: make([]int64, n+len(r.in.Goals)), limits: slices.Clone(r.in.Limits), names: r.names}
	for range r.in.Limits {
		c.uses = append(c.uses, make([]int64, len(c.cost)))
	}
	for i := range r.in.Actions {
		if i%(4*aWhile) == 0 && r.ended() {
			break
		}
		a := &r.in.Actions[i]
		c.cost[i] = a.Cost
		for k, n := range a.Uses {
			c.uses[k][i] = n
		}
	}
	return c
}

// limitNames are those of the limits of the question, in its order.
func (t *task) limitNames(l Limits) (names []string) {
	if l.Pence != nil {
		names = append(names, "pence")
	}
	if l.Minutes != nil {
		names = append(names, "minutes")
	}
	if t.options.Funding.limited() {
		names = append(names, "funding")
	}
	return names
}

// below is the greatest cost of a claim below a value that a plan can have: all are multiples
// of what divides every cost.
func (t *task) below(c *claim, value int64) int64 {
	step := max(t.divisorOf(c.cost), 1)
	return (value - 1) / step * step
}

// weighing: goals may stay open, and only that counts.
func (r *rows) weighing() *claim {
	c := r.costs()
	c.waive = true
	clear(c.cost)
	for g, goal := range r.in.Goals {
		if r.reached(g) {
			c.cost[len(r.in.Actions)+g] = goal.Weight
		}
	}
	return c
}

// losing: goals may stay open, but no more than have to.
func (r *rows) losing(most int64) *claim {
	weights, c := r.weighing().cost, r.costs()
	c.waive = true
	c.limits, c.uses, c.names = append(c.limits, most), append(c.uses, weights), append(slices.Clip(c.names), "open")
	return c
}

// reached tells whether some course that can be taken closes a goal.
func (r *rows) reached(goal int) bool {
	return slices.ContainsFunc(r.adders[r.in.Goals[goal].Fact], func(a int) bool { return r.can[a] })
}

// outOfReach is the weight of the goals that no course closes.
func (r *rows) outOfReach() (weight int64) {
	for g, goal := range r.in.Goals {
		if !r.reached(g) {
			weight += goal.Weight
		}
	}
	return weight
}
