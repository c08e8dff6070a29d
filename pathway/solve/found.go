package solve

import (
	"cmp"
	"slices"
)

// found are the plans that the searches of a front have met, none of which another beats by
// all criteria; the cheapest first. A plan that is too dear for one search may be good for the
// next.
type found struct {
	resources []int // of the problem, that are criteria
	plans     []met
}

// met is a plan with its values: cost, end, and the use of each resource.
type met struct {
	actions []int32
	values  []int64
}

// put keeps a plan of p, unless another is as good.
func (f *found) put(p *problem, c *candidate) {
	m := met{c.actions, []int64{c.cost, int64(c.span)}}
	for _, r := range f.resources {
		use := int64(0)
		for _, a := range c.actions {
			use += p.acts[a].uses[r]
		}
		m.values = append(m.values, use)
	}
	if slices.ContainsFunc(f.plans, func(n met) bool { return noneAbove(n.values, m.values) }) {
		return
	}
	f.plans = slices.DeleteFunc(f.plans, func(n met) bool { return noneAbove(m.values, n.values) })
	at, _ := slices.BinarySearchFunc(f.plans, m, func(n, m met) int { return cmp.Compare(n.values[0], m.values[0]) })
	f.plans = slices.Insert(f.plans, at, m)
}

// within are the actions of the cheapest plan that keeps to the limits and the deadline of p;
// nil: none is known.
func (f *found) within(p *problem) []int32 {
	for _, m := range f.plans {
		fits := m.values[1] <= int64(p.deadline)
		for k, r := range f.resources {
			fits = fits && m.values[2+k] <= p.caps[r]
		}
		if fits {
			return m.actions
		}
	}
	return nil
}
