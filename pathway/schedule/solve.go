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
	m, first := p.pick()
	s := Solution{Starts: make([]int, len(in.Activities)), Left: p.left()}
	for i := range s.Starts {
		s.Starts[i] = NotPlaced
	}
	at, bound := m.shortest(ctx, first)
	at = m.hurry(ctx, at, in.First)
	for i, week := range at {
		s.Starts[m.acts[i].id] = c.week(week)
	}
	s.Weeks, s.Bound = c.length(m.end(at)), c.length(bound)
	s.Proved = p.certain && s.Weeks == s.Bound
	return s, nil
}

// shortest improves a schedule and its bound until they meet or time is up. Where they do
// not meet at once, what can stand alone before or after the others is not searched for.
func (m *model) shortest(ctx context.Context, at starts) (starts, int) {
	q := quest{m: m, ctx: ctx, at: m.justify(at)}
	q.bound = m.bound(ctx, m.end(q.at))
	if a := m.alone(); q.open() && len(a.rest) < len(m.acts) {
		c, weeks := m.rest(a), m.weeks(a.first)+m.weeks(a.last)
		sub := quest{m: c, ctx: ctx, at: c.justify(m.closed(q.at, a)), bound: max(0, q.bound-weeks)}
		sub.run()
		return m.joined(sub.at, a), sub.bound + weeks
	}
	q.run()
	return q.at, q.bound
}

// run goes on with few activities by a short search, then with all by other orders, and
// with the few again by all searches in turn, each time for longer, since nobody knows
// beforehand which of them is the fastest.
func (q *quest) run() {
	m := q.m
	q.asked = map[int]*sides{}
	few := len(m.acts) <= mostSearched
	if few {
		q.close(m.nodes / shortSearch)
	}
	q.at = m.improve(q.ctx, q.at, q.bound)
	for _, part := range []int{30, 6, 1} {
		if few && q.open() {
			q.round(m.nodes / part * usualWeeks / max(usualWeeks, m.end(q.at)))
		}
	}
}

// round goes on by all means, each for about so many nodes or as long. Where many activities
// start seldom, what stands in each other's way is seen sooner among few of them, and the
// search by week comes least far.
func (q *quest) round(nodes int) {
	alone, learned := nodes/50, nodes/nodesEach
	if q.m.seldom()*10 > len(q.m.acts) {
		alone, learned, nodes = nodes/25, nodes/nodesEach*5/2, nodes/20
	}
	if len(q.m.acts) <= few { // of more it takes long to weigh what is left
		q.heavy(alone)
	}
	q.below(nodes / 2)
	q.close(nodes)
	q.learned(learned)
}

// About so many nodes take as long as one dead end that is learned from, where a schedule
// has the usual number of weeks. In longer ones a node takes longer still.
const (
	nodesEach  = 250
	usualWeeks = 150

	shortSearch = 1_500 // a search of so many times fewer nodes comes first
)

// quest is a schedule and a bound that are to meet.
type quest struct {
	m     *model
	ctx   context.Context
	at    starts
	bound int
	asked map[int]*sides // by end: what is not settled yet
	fit   int            // so many activities that take most of a week can end with the bound alone
}

// open tells whether they have not met, and there is time.
func (q *quest) open() bool { return q.bound < q.m.end(q.at) && q.ctx.Err() == nil }

// ask looks for a schedule that ends within so many weeks, where it was left off before.
func (q *quest) ask(end, nodes int) (starts, outcome, int) {
	if q.asked[end] == nil {
		q.asked[end] = q.m.sides(q.ctx, end)
	}
	got, o, left := q.asked[end].more(nodes)
	if o != cut {
		delete(q.asked, end)
	}
	return got, o, left
}

// close asks of one end after the other, the bound first, whether it can be kept.
func (q *quest) close(nodes int) {
	for q.open() && nodes > 0 {
		got, o, left := q.ask(q.bound, nodes)
		switch nodes = left; o {
		case found:
			q.at = q.m.justify(got)
		case none:
			q.bound++
		}
	}
}

// below asks for ever shorter schedules, which are often found soon where they are there.
func (q *quest) below(nodes int) {
	for q.open() && nodes > 0 && q.m.end(q.at) > q.bound+1 {
		got, o, left := q.ask(q.m.end(q.at)-1, nodes)
		switch nodes = left; o {
		case found:
			q.at = q.m.justify(got)
		case none:
			q.bound = q.m.end(q.at)
		}
	}
}

// learned shortens a schedule, and raises its bound, by learning from dead ends.
func (q *quest) learned(most int) {
	if q.open() {
		q.at, q.bound = q.m.learned(q.ctx, q.at, q.bound, most)
	}
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
