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
	at = m.hurry(ctx, at, in.First)
	for i, week := range at {
		s.Starts[m.acts[i].id] = c.week(week)
	}
	s.Weeks, s.Bound = c.length(m.end(at)), c.length(bound)
	s.Proved = p.certain && s.Weeks == s.Bound
	return s, nil
}

// shortest improves a schedule and its bound until they meet or time is up: few
// activities by a short search, then all by other orders, and the few again by both
// searches in turn, each time for longer, since nobody knows beforehand which of them is
// the faster.
func (m *model) shortest(ctx context.Context, at starts) (starts, int) {
	at = m.justify(at)
	bound := m.bound(ctx, m.end(at))
	if len(m.acts) <= mostSearched {
		at, bound = m.close(ctx, at, bound, m.nodes/shortSearch)
	}
	at = m.improve(ctx, at, bound)
	if len(m.acts) > mostSearched {
		return at, bound
	}
	for _, part := range []int{30, 6, 1} {
		nodes := m.nodes / part * usualWeeks / max(usualWeeks, m.end(at))
		at, bound = m.close(ctx, at, bound, nodes)
		at, bound = m.below(ctx, at, bound, nodes/4)
		if bound < m.end(at) && ctx.Err() == nil {
			at, bound = m.learned(ctx, at, bound, m.nodes/nodesEach/part)
		}
	}
	return at, bound
}

// About so many nodes take as long as one dead end that is learned from, where a schedule
// has the usual number of weeks. In longer ones a node takes longer still.
const (
	nodesEach  = 75
	usualWeeks = 150

	shortSearch = 300 // a search of so many times fewer nodes comes first
)

// close asks of one end after the other, the bound first, whether it can be kept.
func (m *model) close(ctx context.Context, at starts, bound, nodes int) (starts, int) {
	for ; bound < m.end(at) && nodes > 0; bound++ {
		got, o, left := m.search(ctx, bound, nodes)
		if nodes = left; o == found {
			return m.justify(got), bound
		}
		if o == cut {
			break
		}
	}
	return at, bound
}

// below asks for ever shorter schedules, which are often found soon where they are there.
func (m *model) below(ctx context.Context, at starts, bound, nodes int) (starts, int) {
	for m.end(at) > bound+1 {
		got, o, left := m.search(ctx, m.end(at)-1, nodes)
		if nodes = left; o != found {
			if o == none {
				bound = m.end(at)
			}
			break
		}
		at = m.justify(got)
	}
	return at, bound
}

// learned shortens a schedule, and raises its bound, by learning from dead ends.
func (m *model) learned(ctx context.Context, at starts, bound, most int) (starts, int) {
	at, all := m.shorten(ctx, at, bound, most)
	if all {
		return at, m.end(at)
	}
	for ; bound < m.end(at); bound++ {
		got, o := m.refute(ctx, at, bound, most/4)
		if o == found {
			return got, m.end(got)
		}
		if o == cut {
			break
		}
	}
	return at, bound
}

// bound is the least end, up to that of a schedule, that no reason was found against.
func (m *model) bound(ctx context.Context, most int) int {
	heads := m.heads()
	end := max(m.end(heads), min(most, m.roomy()))
	if s, ok := m.sized(ctx, end); ok {
		end = max(end, min(most, s.roomy(m)))
	}
	for ; end < most && ctx.Err() == nil; end++ {
		late := m.latest(end)
		if !m.possible(ctx, end, heads, late) {
			continue
		}
		if s, ok := m.weighed(ctx, end, heads, late); !ok || s.enough(ctx, m, end, heads, late) {
			break
		}
	}
	return end
}
