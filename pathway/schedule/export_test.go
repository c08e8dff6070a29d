package schedule

import "context"

// Learned solves a problem by learning from dead ends alone: what is placed, in how many
// open weeks, and whether nothing shorter is left; and the same by refuting one end after
// the other.
func Learned(ctx context.Context, in *Instance) (shortened, refuted int, all bool) {
	c := in.calendar()
	p := &picker{in: in, c: c, ctx: ctx, certain: true, reasons: map[int]Left{}}
	keep, first := p.pick()
	m := in.model(c, keep)
	at, all := m.shorten(ctx, m.justify(first), 0, 1_000_000)
	for end := range m.end(first) + 1 {
		if got, o := m.refute(ctx, at, end, 1_000_000); o != none {
			return c.length(m.end(at)), c.length(m.end(got)), all && o == found && m.end(got) == end
		}
	}
	return c.length(m.end(at)), -1, false
}

// Searched is the end of the shortest schedule that the search finds, which asks of one
// end after the other and learns from dead ends that took more than a few nodes.
func Searched(in *Instance, few int) int {
	m, at := in.whole()
	m.few = few
	for end := range m.end(at) + 1 {
		if got, o, _ := m.search(context.Background(), end, 1_000_000); o == found {
			return in.calendar().length(m.end(got))
		}
	}
	return -1
}

// whole is the model of all that can be placed, and a schedule of it.
func (in *Instance) whole() (*model, starts) {
	c := in.calendar()
	p := &picker{in: in, c: c, ctx: context.Background(), certain: true, reasons: map[int]Left{}}
	keep, at := p.pick()
	return in.model(c, keep), at
}

// Twins are, by activity, those that start no later than it.
func Twins(in *Instance) [][]int {
	m, _ := in.whole()
	return m.twins()
}

// Filled is the weight that so many minutes hold at most of activities with weights, each
// of its first weeks and of the others.
func Filled(in *Instance, heads, shares []int64, minutes int64) int64 {
	m, _ := in.whole()
	return m.filling(&scale{heads: heads, shares: shares}).of(minutes)
}
