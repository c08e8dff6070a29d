package schedule

// never is the week of what cannot happen.
const never = int(^uint(0) >> 2)

// onOrAfter is the first week from s in which an activity may start; never: there is
// none.
func (a *act) onOrAfter(s int) int {
	for ; s < len(a.allowed); s++ {
		if a.allowed[s] {
			return s
		}
	}
	return never
}

func (a *act) onOrBefore(s int) int {
	for s = min(s, len(a.allowed)-1); s >= 0; s-- {
		if a.allowed[s] {
			return s
		}
	}
	return -1
}

// ready is the first week in which an activity has all that it builds on, if each
// activity starts in the week that at gives.
func (m *model) ready(i int, at []int) (week int) {
	for _, group := range m.acts[i].groups {
		week = max(week, m.ends(group, at))
	}
	return week
}

// ends is when the first of a group has ended; never: none is placed.
func (m *model) ends(group, at []int) int {
	first := never
	for _, j := range group {
		if at[j] < never {
			first = min(first, at[j]+m.acts[j].lag)
		}
	}
	return first
}

// heads are the earliest starts, as if each activity had the weeks to itself. They only
// ever come nearer, from never, so that activities cannot hold each other up in a
// circle.
func (m *model) heads() []int {
	at := make([]int, len(m.acts))
	for i := range at {
		at[i] = never
	}
	for changed := true; changed; {
		changed = false
		for i := range m.acts {
			if ready := m.ready(i, at); ready < never {
				if s := m.acts[i].onOrAfter(ready); s < at[i] {
					at[i], changed = s, true
				}
			}
		}
	}
	return at
}

// latest are the latest starts if all is to end within so many weeks; negative: it
// cannot. Only predecessors without an alternative are held back by what follows them.
func (m *model) latest(end int) []int {
	at := make([]int, len(m.acts))
	for i := range at {
		at[i] = m.acts[i].onOrBefore(end - m.acts[i].span)
	}
	for changed := true; changed; {
		changed = false
		for i := range m.acts {
			a := &m.acts[i]
			for _, j := range a.next {
				if most := at[j] - a.lag; at[i] >= 0 && most < at[i] {
					at[i], changed = a.onOrBefore(most), true
				}
			}
		}
	}
	return at
}
