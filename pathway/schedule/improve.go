package schedule

import "context"

// Effort for each activity that improve may spend.
const effortEach = 100_000

// improve shortens a schedule a week at a time, and more where pushing shows that it is
// shorter still, until it ends with the bound or the effort is spent.
func (m *model) improve(ctx context.Context, at starts, bound int) starts {
	if m.end(at) <= bound {
		return at
	}
	e := m.ejector(ctx, at, effortEach*len(at))
	for m.end(at) > bound && e.within(m.end(at)-1) && e.settle() && m.supported(e.at) {
		at = m.justify(e.at)
		e.from(m, at)
	}
	return at
}
