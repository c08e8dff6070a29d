package schedule

import (
	"slices"
)

// alone are activities beside which nothing else can run, and which may as well stand
// before all others, or after them.
//
// Where all weeks are alike, take one such activity out of a schedule: what comes before it
// has ended when it starts, since nothing runs beside it, and what comes after it starts
// when it has ended. So what comes before it can move by as many weeks as it takes, and it
// can stand first, if it builds on nothing; or what comes after it can move up, and it can
// stand last, if nothing builds on it. The whole is as long as before. What is left is a
// problem of its own, of which the same can be asked again.
type alone struct {
	first, last, rest []int // in the order in which they stand; rest ascending
}

func (m *model) alone() alone {
	a := alone{}
	for i := range m.acts {
		a.rest = append(a.rest, i)
	}
	if !m.alike() {
		return a
	}
	after := m.chains()
	for again := true; again; {
		again = false
		for _, i := range slices.Clone(a.rest) {
			switch {
			case !m.fills(i, a.rest, after):
				continue
			case m.met(i, a.first):
				a.first = append(a.first, i)
			case !m.awaited(i, a.rest):
				a.last = slices.Insert(a.last, 0, i)
			default:
				continue
			}
			k, _ := slices.BinarySearch(a.rest, i)
			a.rest, again = slices.Delete(a.rest, k, k+1), true
		}
	}
	return a
}

// alike tells whether all weeks have as many minutes, and activities may start in any.
func (m *model) alike() bool {
	for i := range m.acts {
		if a := &m.acts[i]; slices.Contains(a.allowed[:max(0, len(a.allowed)-a.span)], false) {
			return false
		}
	}
	return !slices.ContainsFunc(m.minutes, func(n int64) bool { return n != m.minutes[0] })
}

// fills tells whether nothing of a list can run beside an activity.
func (m *model) fills(i int, list []int, after [][]uint64) bool {
	a := &m.acts[i]
	return a.span > 0 && a.lag == a.span && !slices.ContainsFunc(list, func(j int) bool {
		b := &m.acts[j]
		free := m.beside > 1 && a.base+b.base <= m.minutes[0] && !has(after[i], j) && !has(after[j], i)
		return i != j && b.span > 0 && free
	})
}

// met tells whether an activity builds on nothing but what is listed.
func (m *model) met(i int, list []int) bool {
	return !slices.ContainsFunc(m.acts[i].groups, func(group []int) bool {
		return !slices.ContainsFunc(group, func(j int) bool { return slices.Contains(list, j) })
	})
}

// awaited tells whether something of a list builds, or may build, on an activity.
func (m *model) awaited(i int, list []int) bool {
	return slices.ContainsFunc(list, func(j int) bool {
		return slices.ContainsFunc(m.acts[j].groups, func(group []int) bool { return slices.Contains(group, i) })
	})
}

// weeks are those of listed activities, one after the other.
func (m *model) weeks(list []int) (weeks int) {
	for _, i := range list {
		weeks += m.acts[i].span
	}
	return weeks
}

// rest is the problem that is left.
func (m *model) rest(a alone) *model {
	c := &model{beside: m.beside, nodes: m.nodes, few: m.few, clauses: m.clauses}
	c.horizon = m.horizon - m.weeks(a.first) - m.weeks(a.last)
	c.minutes = m.minutes[:c.horizon]
	for _, i := range a.rest {
		b := m.acts[i]
		b.groups, b.next, b.allowed = nil, nil, b.allowed[len(b.allowed)-1-c.horizon:]
		for _, group := range m.acts[i].groups {
			if slices.ContainsFunc(group, func(j int) bool { return slices.Contains(a.first, j) }) {
				continue
			}
			list := make([]int, len(group))
			for k, j := range group {
				list[k], _ = slices.BinarySearch(a.rest, j)
			}
			b.groups = append(b.groups, list)
		}
		c.acts = append(c.acts, b)
	}
	c.link()
	c.measure()
	return c
}

// closed is a schedule of the rest: without the weeks in which what stands alone ran.
func (m *model) closed(at starts, a alone) (list starts) {
	for _, i := range a.rest {
		s := at[i]
		for _, j := range slices.Concat(a.first, a.last) {
			s -= max(0, min(m.acts[j].span, at[i]-at[j]))
		}
		list = append(list, s)
	}
	return list
}

// joined is a schedule of all, from one of the rest.
func (m *model) joined(rest starts, a alone) starts {
	at, w := make(starts, len(m.acts)), 0
	for _, i := range a.first {
		at[i], w = w, w+m.acts[i].span
	}
	end := w
	for k, i := range a.rest {
		at[i] = w + rest[k]
		end = max(end, at[i]+m.acts[i].span)
	}
	for _, i := range a.last {
		at[i], end = end, end+m.acts[i].span
	}
	return at
}
