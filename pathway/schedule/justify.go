package schedule

import (
	"cmp"
	"slices"
)

// justify pushes each activity, last first, as late as it can go, and then each, first
// first, as early, until that gains nothing. Every push leaves a schedule.
func (m *model) justify(at starts) starts {
	best := slices.Clone(at)
	for {
		next := slices.Clone(best)
		m.push(next)
		if m.end(next) >= m.end(best) {
			return best
		}
		best = next
	}
}

func (m *model) push(at starts) {
	left := m.room()
	for i := range at {
		left.take(&m.acts[i], at[i])
	}
	follow := m.followers(at)
	end := m.end(at)
	for _, i := range m.order(func(i int) int { return -at[i] - m.acts[i].span }) {
		m.late(i, at, left, follow, end)
	}
	for _, i := range m.order(func(i int) int { return at[i] }) {
		a := &m.acts[i]
		left.give(a, at[i])
		at[i] = left.earliest(a, m.ready(i, at), never)
		left.take(a, at[i])
	}
}

func (m *model) late(i int, at starts, left room, follow [][]int, end int) {
	a := &m.acts[i]
	most := end - a.span
	for _, j := range follow[i] {
		most = min(most, at[j]-a.lag)
	}
	left.give(a, at[i])
	at[i] = left.latest(a, most, at[i])
	left.take(a, at[i])
}

// followers are, by activity, those that have it as the first to end of a group.
func (m *model) followers(at starts) [][]int {
	list := make([][]int, len(m.acts))
	for j := range m.acts {
		for _, group := range m.acts[j].groups {
			first := m.firstOf(group, at)
			list[first] = append(list[first], j)
		}
	}
	return list
}

// order sorts the activities by a key and then by position.
func (m *model) order(key func(i int) int) []int {
	list := make([]int, len(m.acts))
	keys := make([]int, len(m.acts))
	for i := range list {
		list[i], keys[i] = i, key(i)
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(a, b)) })
	return list
}
