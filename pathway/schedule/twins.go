package schedule

import "slices"

// twins are, by activity, others that take the same and can start no later than it without
// loss: what they build on it builds on too, and what builds on it builds on them. Where it
// starts first the two can change places. Of two that each could go first it is the one
// that is listed first.
func (m *model) twins() [][]int {
	list := make([][]int, len(m.acts))
	choice := m.chosen()
	for i := range m.acts {
		for j := range m.acts {
			if i == j || choice[i] || choice[j] || !m.acts[i].like(&m.acts[j]) || !m.ahead(i, j) {
				continue
			}
			if i < j || !m.ahead(j, i) {
				list[j] = append(list[j], i)
			}
		}
	}
	return list
}

// like tells whether two activities take as much of as many weeks, and may start in the
// same.
func (a *act) like(b *act) bool {
	return a.span == b.span && a.lag == b.lag && a.base == b.base && a.extra == b.extra && slices.Equal(a.allowed, b.allowed)
}

// ahead tells whether all that i builds on j builds on too, and what builds on j builds on
// i.
func (m *model) ahead(i, j int) bool {
	for _, group := range m.acts[i].groups {
		if !m.acts[j].after(group[0]) {
			return false
		}
	}
	return !slices.ContainsFunc(m.acts[j].next, func(k int) bool { return !m.acts[k].after(i) })
}

// after tells whether an activity waits for one alone.
func (a *act) after(i int) bool {
	return slices.ContainsFunc(a.groups, func(group []int) bool { return len(group) == 1 && group[0] == i })
}

// chosen tells which activities have, or are, a choice of what to build on.
func (m *model) chosen() []bool {
	list := make([]bool, len(m.acts))
	for i := range m.acts {
		for _, group := range m.acts[i].groups {
			for _, j := range group {
				if len(group) > 1 {
					list[i], list[j] = true, true
				}
			}
		}
	}
	return list
}
