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
	timed     bool  // so is the end
	plans     []met
}

// met is a plan with its values: cost, the use of each resource, and the end.
type met struct {
	*candidate
	values  []int64
	swapped bool // its neighbours have been looked at
}

// put keeps a plan of p, and tells its values; nil: another is as good.
func (f *found) put(p *problem, c *candidate) (values []int64) {
	m := met{candidate: c, values: []int64{c.cost}}
	for _, r := range f.resources {
		use := int64(0)
		for _, a := range c.actions {
			use += p.acts[a].uses[r]
		}
		m.values = append(m.values, use)
	}
	if f.timed {
		m.values = append(m.values, int64(c.span))
	}
	if slices.ContainsFunc(f.plans, func(n met) bool { return noneAbove(n.values, m.values) }) {
		return nil
	}
	f.plans = slices.DeleteFunc(f.plans, func(n met) bool { return noneAbove(m.values, n.values) })
	at, _ := slices.BinarySearchFunc(f.plans, m, func(n, m met) int { return cmp.Compare(n.values[0], m.values[0]) })
	f.plans = slices.Insert(f.plans, at, m)
	return m.values
}

// along are the cheapest plans that use no more than so much, and at most so many of them,
// where there is one criterion beside cost: what costs more then uses less.
func (f *found) along(use int64, most int) []met {
	first, _ := slices.BinarySearchFunc(f.plans, use, func(m met, use int64) int { return cmp.Compare(use, m.values[1]) })
	return f.plans[first:min(first+most, len(f.plans))]
}

// within are the actions of the cheapest plan that keeps to the limits and the deadline of p;
// nil: none is known.
func (f *found) within(p *problem) []int32 {
	for _, m := range f.plans {
		if f.fits(m, p) {
			return m.actions
		}
	}
	return nil
}

// fits tells whether a plan keeps to the limits of p that are criteria.
func (f *found) fits(m met, p *problem) bool {
	for k, r := range f.resources {
		if m.values[1+k] > p.caps[r] {
			return false
		}
	}
	return !f.timed || m.values[len(m.values)-1] <= int64(p.deadline)
}

// beaten tells whether a plan is known that costs and uses no more, where there is one
// criterion beside cost.
func (f *found) beaten(cost, use int64) bool {
	at := f.upTo(cost)
	return at > 0 && f.plans[at-1].values[1] <= use
}

// upTo is how many plans cost no more.
func (f *found) upTo(cost int64) int {
	at, _ := slices.BinarySearchFunc(f.plans, cost+1, func(m met, n int64) int { return cmp.Compare(m.values[0], n) })
	return at
}

// ahead is the cost of a plan some way beyond the cheapest that uses no more than so much, where
// there is one criterion beside cost; ruledOut: not so many are known.
func (f *found) ahead(use int64) int64 {
	if known := f.along(use, lookAhead+1); len(known) > lookAhead {
		return known[lookAhead].values[0]
	}
	return ruledOut
}

// lookAhead is how many plans beyond the cheapest new ones are looked for: twice the points of a
// stretch, so that what it may end with is known well.
const lookAhead = 2 * mostPoints
