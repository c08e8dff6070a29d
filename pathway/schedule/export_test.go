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
