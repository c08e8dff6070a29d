package schedule

import (
	"cmp"
	"slices"
)

// heavy raises the bound by what activities need that take most of a week, as if the others
// were not there: they are fewer, and where they stand in each other's way is found sooner.
// More and more of them are asked, each time in so many nodes.
func (q *quest) heavy(nodes int) {
	order := q.m.byShare()
	for k := max(1, len(order)*2/3); k < len(order) && q.open(); k += max(1, len(order)/15) {
		if q.fit < k {
			q.raise(slices.Sorted(slices.Values(order[:k])), nodes)
		}
	}
}

// raise raises the bound as long as some activities alone cannot end with it.
func (q *quest) raise(keep []int, nodes int) {
	for q.open() && nodes > 0 {
		_, o, left := q.m.part(keep, q.bound).sides(q.ctx, q.bound).more(nodes)
		switch nodes = left; o {
		case found:
			q.fit = len(keep)
			return
		case none:
			q.bound++
		}
	}
}

// byShare are the activities, those first that take most of a week.
func (m *model) byShare() []int {
	list := m.order(func(i int) int { return i })
	slices.SortStableFunc(list, func(i, j int) int {
		a, b := &m.acts[i], &m.acts[j]
		return cmp.Or(cmp.Compare(b.base, a.base), cmp.Compare(b.span, a.span))
	})
	return list
}

// part is the problem of some activities, ascending, alone: what ends within so many weeks
// with the others does so without them. They start no sooner, and no later, than the others
// leave them, and build on what those built on that are left out.
func (m *model) part(keep []int, end int) *model {
	p := *m
	p.acts, p.scales = nil, nil
	as, early, late := make([]int, len(m.acts)), m.heads(), m.latest(end)
	for i := range as {
		as[i] = -1
	}
	for k, i := range keep {
		as[i] = k
	}
	for _, i := range keep {
		a := m.acts[i]
		a.groups, a.next, a.allowed = m.kept(i, as, nil), nil, slices.Clone(a.allowed)
		clear(a.allowed[:min(early[i], len(a.allowed))])
		clear(a.allowed[min(max(late[i]+1, 0), len(a.allowed)):])
		p.acts = append(p.acts, a)
	}
	p.link()
	p.measure()
	return &p
}

// kept adds the groups of an activity of which all members are kept; where one alone is left
// out, its groups come in its place.
func (m *model) kept(i int, as []int, list [][]int) [][]int {
	for _, group := range m.acts[i].groups {
		var all []int
		for _, j := range group {
			if as[j] >= 0 {
				all = append(all, as[j])
			}
		}
		switch {
		case len(all) == len(group):
			list = append(list, all)
		case len(group) == 1:
			list = m.kept(group[0], as, list)
		}
	}
	return list
}
