package schedule

import (
	"cmp"
	"context"
	"slices"
)

// picker finds out which activities can be placed.
type picker struct {
	in      *Instance
	c       calendar
	ctx     context.Context
	certain bool
	reasons map[int]Left // by activity that is left out
}

// pick is the model of the activities that can be placed, and a schedule.
func (p *picker) pick() (*model, starts) {
	keep := make([]int, len(p.in.Activities))
	for i := range keep {
		keep[i] = i
	}
	keep, m := p.possible(keep)
	if at, o := m.any(p.ctx); o == found {
		return m, at
	}
	keep, at := p.oneByOne(keep)
	return p.in.model(p.c, keep), at
}

// possible leaves out what has no start though it were alone, and what waits for it.
func (p *picker) possible(keep []int) ([]int, *model) {
	for {
		keep = p.supplied(keep)
		m := p.in.model(p.c, keep)
		heads := m.heads()
		var rest []int
		for i, head := range heads {
			if head < never {
				rest = append(rest, keep[i])
				continue
			}
			if ready := m.ready(i, heads); ready < never {
				p.leave(keep[i], p.why(keep[i], m.acts[i]), []int{})
			}
		}
		if len(rest) == len(keep) {
			return keep, m
		}
		keep = p.unlock(keep, rest)
	}
}

// unlock drops those that have no start themselves; if there are none, the rest wait
// for each other.
func (p *picker) unlock(keep, rest []int) []int {
	own := slices.DeleteFunc(slices.Clone(keep), func(i int) bool { _, out := p.reasons[i]; return out })
	if len(own) < len(keep) {
		return own
	}
	for _, i := range keep {
		if !slices.Contains(rest, i) {
			p.leave(i, Waits, p.waitsFor(i, rest))
		}
	}
	return rest
}

// supplied leaves out what has a group of which nothing is kept, until nothing has.
func (p *picker) supplied(keep []int) []int {
	for {
		var rest []int
		for _, i := range keep {
			if refs := p.waitsFor(i, keep); len(refs) > 0 {
				p.leave(i, Waits, refs)
			} else {
				rest = append(rest, i)
			}
		}
		if len(rest) == len(keep) {
			return keep
		}
		keep = rest
	}
}

// waitsFor are the members of the groups of an activity of which nothing but itself is
// kept. A group without members can never be met and stands for the activity itself.
func (p *picker) waitsFor(i int, keep []int) []int {
	refs := []int{}
	for _, group := range p.in.Activities[i].After {
		met := slices.ContainsFunc(group, func(j int) bool { return j != i && slices.Contains(keep, j) })
		if !met {
			refs = append(refs, group...)
		}
		if len(group) == 0 {
			refs = append(refs, i)
		}
	}
	return distinct(refs)
}

// why an activity that has all that it builds on can start in no week.
func (p *picker) why(i int, a act) Reason {
	if may := p.in.Activities[i].Starts; may != nil {
		if !slices.ContainsFunc(may, func(s int) bool { n, open := p.c.open(s); return open && n < len(a.allowed) }) {
			return NoStart
		}
	}
	if slices.Contains(a.allowed, true) {
		return NoStart
	}
	return NoRoom
}

func (p *picker) leave(i int, why Reason, refs []int) { p.reasons[i] = Left{i, why, refs} }

// oneByOne keeps each activity, in their order, if all that were kept can still be
// placed with it.
func (p *picker) oneByOne(list []int) (keep []int, at starts) {
	for again := true; again; {
		again = false
		for _, i := range list {
			more := distinct(append(slices.Clone(keep), i))
			if slices.Contains(keep, i) || p.settled(i) || len(p.waitsFor(i, more)) > 0 {
				continue
			}
			if p.over(len(more)) {
				p.certain = false
				p.leave(i, Clashes, []int{})
				continue
			}
			got, o := p.in.model(p.c, more).any(p.ctx)
			p.certain = p.certain && o != cut
			if o == found {
				keep, at, again = more, got, true
				delete(p.reasons, i)
			} else {
				p.leave(i, Clashes, []int{})
			}
		}
	}
	for _, i := range list {
		if _, out := p.reasons[i]; !out && !slices.Contains(keep, i) {
			p.leave(i, Waits, p.waitsFor(i, keep))
		}
	}
	return keep, at
}

// few activities are tried whatever the context says: that takes next to no time.
const few = 30

// over tells whether no more activities are tried.
func (p *picker) over(acts int) bool { return acts > few && p.ctx.Err() != nil }

// settled tells whether an activity clashes for good: what is placed later can only help
// it if it has a choice of what to build on.
func (p *picker) settled(i int) bool {
	choice := slices.ContainsFunc(p.in.Activities[i].After, func(group []int) bool { return len(group) > 1 })
	return p.reasons[i].Reason == Clashes && !choice
}

// any looks for a schedule, whatever its end.
func (m *model) any(ctx context.Context) (starts, outcome) {
	if at, ok := m.serial(m.latest(m.horizon)); ok {
		return at, found
	}
	if len(m.acts) > mostSearched {
		return nil, cut
	}
	at, o, _ := m.search(ctx, m.horizon, m.nodes)
	return at, o
}

// left lists what is left out, by activity.
func (p *picker) left() []Left {
	list := []Left{}
	for _, l := range p.reasons { // any order: sorted below
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b Left) int { return cmp.Compare(a.Activity, b.Activity) })
	return list
}
