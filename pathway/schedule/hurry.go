package schedule

import (
	"context"
	"slices"
)

// hurried is how many nodes the search may visit for each week that a pressing activity
// might start earlier.
const hurried = 2_000

// hurry moves activities that are pressing ahead of others, each in turn with what it
// builds on, as far as the schedule still ends as soon. Those that were moved before it
// stay ahead of it. Where there are few enough activities the search looks for more.
func (m *model) hurry(ctx context.Context, at starts, first []int) starts {
	end := m.end(at)
	var ahead []int
	for _, id := range first {
		i := slices.IndexFunc(m.acts, func(a act) bool { return a.id == id })
		if i < 0 || slices.Contains(ahead, i) || ctx.Err() != nil {
			continue
		}
		more := m.lead(i, at, ahead)
		if next, ok := m.led(at, end, more); ok && next[i] <= at[i] {
			at, ahead = next, more
		}
	}
	if len(m.acts) <= mostSearched {
		at = m.hasten(ctx, at, first)
	}
	return at
}

// hasten lets each pressing activity in turn start as early as a search finds it can, while
// those before it start no later than they do.
func (m *model) hasten(ctx context.Context, at starts, first []int) starts {
	var held []int
	for _, id := range first {
		i := slices.IndexFunc(m.acts, func(a act) bool { return a.id == id })
		if i < 0 || slices.Contains(held, i) {
			continue
		}
		for o := found; o == found; {
			sooner, got := m.within(at, held, i), starts(nil)
			if got, o, _ = sooner.search(ctx, m.end(at), hurried); o == found {
				at = got
			}
		}
		held = append(held, i)
	}
	return at
}

// within is the problem in which some activities start no later than they do, and one
// starts earlier.
func (m *model) within(at starts, held []int, sooner int) *model {
	cut := *m
	cut.acts = slices.Clone(m.acts)
	for _, i := range append(slices.Clip(held), sooner) {
		a := &cut.acts[i]
		a.allowed = slices.Clone(a.allowed)
		clear(a.allowed[min(at[i]+1, len(a.allowed)):])
	}
	cut.acts[sooner].allowed[at[sooner]] = false
	return &cut
}

// lead adds to a list what an activity builds on, each after what it builds on itself,
// and then the activity.
func (m *model) lead(i int, at starts, list []int) []int {
	if slices.Contains(list, i) {
		return list
	}
	list = slices.Clip(list)
	for _, group := range m.acts[i].groups {
		list = m.lead(m.firstOf(group, at), at, list)
	}
	return append(list, i)
}

// firstOf is the one of a group that ends first.
func (m *model) firstOf(group []int, at starts) int {
	first := group[0]
	for _, i := range group[1:] {
		if at[i]+m.acts[i].lag < at[first]+m.acts[first].lag {
			first = i
		}
	}
	return first
}

// led is a schedule that ends in time and places some activities before all others; the
// others in the order in which they start, or in that of their latest starts.
func (m *model) led(at starts, end int, ahead []int) (starts, bool) {
	for _, order := range [][]int{at, m.latest(end)} {
		rank := make([]int, len(at))
		for i := range rank {
			rank[i] = len(at) + order[i]
		}
		for k, i := range ahead {
			rank[i] = k
		}
		if next, ok := m.serial(rank); ok && m.end(next) <= end {
			return next, true
		}
	}
	return nil, false
}
