package schedule

import "context"

// Solve places the activities so that the last ends as early as can be. When ctx or the
// limit of nodes ends the search, the schedule is the best so far with its bound, and
// is not proved. Equal instances give equal schedules. The errors wrap [ErrRange],
// [ErrNegative] and [ErrTooLarge].
func Solve(ctx context.Context, in *Instance) (Solution, error) {
	if err := in.check(); err != nil {
		return Solution{}, err
	}
	c := in.calendar()
	p := &picker{in: in, c: c, ctx: ctx, certain: true, reasons: map[int]Left{}}
	keep, first := p.pick()
	s := Solution{Starts: make([]int, len(in.Activities)), Left: p.left()}
	for i := range s.Starts {
		s.Starts[i] = NotPlaced
	}
	m := in.model(c, keep)
	at, bound := m.shortest(ctx, first)
	for i, week := range at {
		s.Starts[m.acts[i].id] = c.week(week)
	}
	s.Weeks, s.Bound = c.length(m.end(at)), c.length(bound)
	s.Proved = p.certain && s.Weeks == s.Bound
	return s, nil
}

// shortest improves a schedule and its bound until they meet or time is up.
func (m *model) shortest(ctx context.Context, at starts) (starts, int) {
	at = m.justify(at)
	bound := m.bound(ctx, m.end(at))
	at = m.improve(ctx, at, bound)
	for nodes := m.nodes; bound < m.end(at) && len(m.acts) <= mostSearched; bound++ {
		got, o, left := m.search(ctx, bound, nodes)
		if nodes = left; o == found {
			return m.justify(got), bound
		}
		if o == cut {
			return at, bound
		}
	}
	return at, bound
}

// bound is the least end, up to that of a schedule, that no reason was found against.
func (m *model) bound(ctx context.Context, most int) int {
	heads := m.heads()
	end := max(m.end(heads), min(most, m.roomy()))
	for ; end < most && ctx.Err() == nil; end++ {
		late := m.latest(end)
		if !m.possible(end, heads, late) {
			continue
		}
		if s, ok := m.weighed(end, heads, late); !ok || s.enough(m, end, heads, late) {
			break
		}
	}
	return end
}
