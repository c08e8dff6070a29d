package schedule

import (
	"context"
	"slices"
)

// Learned solves a problem by learning from dead ends alone, of which so many clauses are
// kept, 0 for the usual number: what is placed, in how many open weeks, and whether nothing
// shorter is left; and the same by refuting one end after the other.
func Learned(ctx context.Context, in *Instance, clauses int) (shortened, refuted int, all bool) {
	c := in.calendar()
	p := &picker{in: in, c: c, ctx: ctx, certain: true, reasons: map[int]Left{}}
	m, first := p.pick()
	if clauses > 0 {
		m.clauses = clauses
	}
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
	if len(m.acts) == 0 {
		return 0
	}
	for end := range m.end(at) + 1 {
		if got, o, _ := m.search(context.Background(), end, 1_000_000); o == found {
			return in.calendar().length(m.end(got))
		}
	}
	return -1
}

// Swept is the end of the shortest schedule that waves find, the first so wide, and what is
// wrong with it, "" for nothing. Back to front where the problem can be turned round and
// that is asked.
func Swept(in *Instance, width int, back bool) (int, string) {
	m, at := in.whole()
	for end := range m.end(at) + 1 {
		x, turned := m.searcher(context.Background(), end), false
		if r, ok := m.reversed(end); ok && back && x != nil {
			x, turned = r.searcher(context.Background(), end), true
		}
		if x == nil {
			continue
		}
		x.width = width
		o := cut
		for o == cut {
			o, _ = x.sweep(1_000)
		}
		if o == found {
			if got := x.at; turned {
				return in.calendar().length(end), m.faults(m.turned(got, end), end)
			}
			return in.calendar().length(end), m.faults(x.at, end)
		}
	}
	return -1, ""
}

// Turned is the end of the shortest schedule that the search finds back to front, and what
// is wrong with it the right way round, "" for nothing; false: the problem cannot be turned
// round.
func Turned(in *Instance) (end int, wrong string, ok bool) {
	m, at := in.whole()
	if len(m.acts) == 0 {
		return 0, "", true
	}
	for end := range m.end(at) + 1 {
		back, ok := m.reversed(end)
		if !ok {
			return 0, "", false
		}
		if got, o, _ := back.search(context.Background(), end, 1_000_000); o == found {
			got = m.turned(got, end)
			return in.calendar().length(end), m.faults(got, end), true
		}
	}
	return -1, "", true
}

// faults tells what is wrong with a schedule that is to end within so many weeks.
func (m *model) faults(at starts, end int) string {
	left := m.room()
	for i := range m.acts {
		a := &m.acts[i]
		switch {
		case at[i] < 0 || !a.allowed[at[i]]:
			return "a start that is not allowed"
		case left.clash(a, at[i]) >= 0:
			return "a week too full"
		case m.ready(i, at) > at[i]:
			return "what it builds on has not ended"
		}
		left.take(a, at[i])
	}
	if m.end(at) > end {
		return "too long"
	}
	return ""
}

// whole is the model of all that can be placed, and a schedule of it.
func (in *Instance) whole() (*model, starts) {
	c := in.calendar()
	p := &picker{in: in, c: c, ctx: context.Background(), certain: true, reasons: map[int]Left{}}
	return p.pick()
}

// Alone are the activities that can stand alone before all others and after them, the end of
// the shortest schedule that the search finds of the rest and them, and what is wrong with
// it, "" for nothing.
func Alone(in *Instance) (first, last []int, end int, wrong string) {
	m, at := in.whole()
	a := m.alone()
	c, weeks := m.rest(a), m.weeks(a.first)+m.weeks(a.last)
	for _, i := range a.first {
		first = append(first, m.acts[i].id)
	}
	for _, i := range a.last {
		last = append(last, m.acts[i].id)
	}
	if wrong := c.faults(m.closed(at, a), m.end(at)-weeks); wrong != "" {
		return first, last, -1, wrong
	}
	if len(c.acts) == 0 {
		return first, last, in.calendar().length(weeks), m.faults(m.joined(nil, a), weeks)
	}
	for end := range m.end(at) - weeks + 1 {
		if got, o, _ := c.search(context.Background(), end, 1_000_000); o == found {
			end += weeks
			return first, last, in.calendar().length(end), m.faults(m.joined(got, a), end)
		}
	}
	return first, last, -1, ""
}

// Sized is the bound that weights by size give.
func Sized(in *Instance) int {
	m, at := in.whole()
	s, ok := m.sized(context.Background(), m.end(at))
	if !ok {
		return 0
	}
	return in.calendar().length(s.roomy(m))
}

// Fronted is the schedule that is made from week to week and finished by guided ejection;
// false: there is none.
func Fronted(in *Instance) (Solution, bool) {
	m, at := in.whole()
	c, s := in.calendar(), Solution{Starts: slices.Repeat([]int{NotPlaced}, len(in.Activities))}
	at, any := m.fronted(context.Background(), m.bound(context.Background(), m.end(at)))
	for i, week := range at {
		s.Starts[m.acts[i].id] = c.week(week)
	}
	s.Weeks = c.length(m.end(at))
	return s, any
}

// Heavy is the bound that activities show which take most of a week, from none on.
func Heavy(in *Instance) int {
	m, at := in.whole()
	q := quest{m: m, ctx: context.Background(), at: at}
	q.heavy(1_000_000)
	return in.calendar().length(q.bound)
}

// Part tells whether some activities alone can end within so many open weeks, the others left
// out.
func Part(in *Instance, without []int, end int) bool {
	m, _ := in.whole()
	var keep []int
	for i := range m.acts {
		if !slices.Contains(without, m.acts[i].id) {
			keep = append(keep, i)
		}
	}
	if len(keep) == 0 {
		return true
	}
	got, o, _ := m.part(keep, end).search(context.Background(), end, 1_000_000)
	return o == found && m.part(keep, end).faults(got, end) == ""
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

// Ejected shortens the first schedule of a problem step by step as long as the effort
// lasts, and tells what of an ejector's books is wrong after each step; "" for nothing.
func Ejected(in *Instance, effort int) (steps int, wrong string) {
	m, at := in.whole()
	e := m.ejector(context.Background(), at, effort)
	for m.end(at) > 0 && e.within(m.end(at)-1) && e.effort > 0 {
		for len(e.waiting) > 0 && e.effort > 0 {
			i := e.waiting[len(e.waiting)-1]
			e.waiting = e.waiting[:len(e.waiting)-1]
			e.insert(i)
			if steps++; e.wrong() != "" {
				return steps, e.wrong()
			}
		}
		if len(e.waiting) > 0 || !m.supported(e.at) {
			break
		}
		at = slices.Clone(e.at)
		e.from(m, at)
	}
	return steps, ""
}

// wrong counts the books of an ejector anew.
func (e *ejector) wrong() string {
	left, running, waiting := e.model.room(), 0, 0
	for i, s := range e.at {
		if s == never {
			waiting++
			continue
		}
		left.take(&e.acts[i], s)
		running += e.acts[i].span
		if first, last := e.window(i); s < first || s > last || !e.acts[i].allowed[s] {
			return "a start that is not allowed"
		}
	}
	for w, list := range e.running {
		if running -= len(list); left.minutes[w] < 0 || left.places[w] < 0 || len(list) != int(e.beside-left.places[w]) {
			return "a week too full"
		}
	}
	switch {
	case waiting != len(e.waiting) || slices.Contains(e.oust.out, true):
		return "an activity forgotten"
	case running != 0 || !slices.Equal(left.minutes, e.left.minutes) || !slices.Equal(left.places, e.left.places):
		return "room that is not there"
	}
	return ""
}
