package schedule

import "context"

// near a bound is a schedule that ends so small a part of it later that no more is tried where
// there are too many activities to search.
const near = 40

// improve shortens a schedule. Where there are many activities it makes another one first,
// from week to week.
func (m *model) improve(ctx context.Context, at starts, bound int) starts {
	if len(at) > few && m.end(at) > bound {
		other, any := m.fronted(ctx, bound)
		if any && m.end(other) < m.end(at) {
			at = other
		}
		if any && len(at) > mostSearched && (m.end(at)-bound)*near <= bound {
			return at
		}
	}
	return m.shrink(ctx, at, bound, effort(len(at)))
}

// shrink shortens a schedule a week at a time, and more where pushing shows that it is
// shorter still, until it ends with the bound or the effort is spent.
func (m *model) shrink(ctx context.Context, at starts, bound, effort int) starts {
	if m.end(at) <= bound {
		return at
	}
	e := m.ejector(ctx, at, effort)
	for m.end(at) > bound && e.within(m.end(at)-1) && e.settle() && m.supported(e.at) {
		at = m.justify(e.at)
		e.from(m, at)
	}
	return at
}

// effort that is worth its time for so many activities: few of them the search places
// sooner.
func effort(acts int) int {
	const each, enough = 100, 1_000
	return each * acts * min(acts*acts, enough)
}
