package schedule

import (
	"context"
	"slices"
)

// hurry moves activities that are pressing ahead of others, each in turn with what it
// builds on, as far as the schedule still ends as soon. Those that were moved before it
// stay ahead of it.
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
	return at
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
