package schedule

import (
	"math"
	"slices"
)

// model is an Instance on open weeks, cut down to some of its activities.
type model struct {
	acts    []act
	minutes []int64 // by week
	beside  int32
	horizon int     // no activity need end after this many weeks
	scales  []scale // on which work is measured
	nodes   int
	few     int // nodes: a dead end that took no more is not learned from at first
	clauses int // that are kept
}

// act is an activity: in its first extra weeks it takes base+1 minutes, then base. With
// tail it is turned round and takes the minute more in its last weeks.
type act struct {
	id        int
	span, lag int // weeks that it takes a place in; weeks after its start until it has ended
	base      int64
	extra     int
	tail      bool
	groups    [][]int // by position in acts, none empty
	allowed   []bool  // by week: it may start there, alone; others may share it
	next      []int   // those that wait for it alone
}

// share is what it takes of its k-th week.
func (a *act) share(k int) int64 {
	if a.heavy(k) {
		return a.base + 1
	}
	return a.base
}

// light are the weeks, from one to before another, in which it takes no minute more.
func (a *act) light() (from, to int) {
	if a.tail {
		return 0, a.span - a.extra
	}
	return a.extra, a.span
}

// heavy tells whether it takes a minute more in its k-th week.
func (a *act) heavy(k int) bool { return !a.tail && k < a.extra || a.tail && k >= a.span-a.extra }

// model keeps the listed activities, ascending. A group loses the members that are not
// kept; the others must not become empty.
func (in *Instance) model(c calendar, keep []int) *model {
	m := &model{beside: math.MaxInt32, nodes: in.Nodes, few: fewNodes, clauses: mostClauses}
	if in.Beside > 0 {
		m.beside = int32(min(in.Beside, math.MaxInt32))
	}
	if m.nodes == 0 {
		m.nodes = DefaultNodes
		if len(keep) > 30 {
			m.nodes /= 250
		}
	}
	m.horizon = in.horizon(c, keep)
	m.minutes = in.minutes(c, m.horizon)
	free := m.freedom()
	for _, i := range keep {
		m.acts = append(m.acts, m.act(in, c, i, keep, free))
	}
	m.link()
	m.measure()
	return m
}

// link notes what waits for each activity alone.
func (m *model) link() {
	for j := range m.acts {
		for _, group := range m.acts[j].groups {
			if len(group) == 1 {
				m.acts[group[0]].next = append(m.acts[group[0]].next, j)
			}
		}
	}
}

// horizon is an end that some shortest schedule keeps: after the last week that is not
// like the others the activities fit one after the other.
func (in *Instance) horizon(c calendar, keep []int) int {
	special, weeks := 0, 0
	for _, w := range in.Weeks {
		if n, open := c.open(w.At); open && n < MostWeeks {
			special = max(special, n+1)
		}
	}
	for _, i := range keep {
		weeks += in.Activities[i].span()
		for _, s := range in.Activities[i].Starts {
			if n, open := c.open(s); open && n < MostWeeks {
				special = max(special, n+1)
			}
		}
	}
	if c.until >= 0 {
		return min(c.until, special+weeks)
	}
	return special + weeks
}

// minutes are there in each week; without a limit as many as there are in all.
func (in *Instance) minutes(c calendar, horizon int) []int64 {
	usual := in.Minutes
	if usual == 0 || usual > MostMinutes {
		usual = MostMinutes
	}
	list := slices.Repeat([]int64{usual}, horizon)
	seen := make([]bool, horizon)
	for _, w := range in.Weeks {
		if n, open := c.open(w.At); open && n < horizon {
			if !seen[n] || w.Minutes < list[n] {
				list[n] = min(w.Minutes, MostMinutes)
			}
			seen[n] = true
		}
	}
	return list
}

// mostMinutes are those of the week that has most.
func (m *model) mostMinutes() (most int64) {
	for _, minutes := range m.minutes {
		most = max(most, minutes)
	}
	return most
}

func (m *model) act(in *Instance, c calendar, i int, keep []int, free freedom) act {
	from := in.Activities[i]
	n := int64(max(from.Weeks, 1))
	a := act{id: i, span: from.span(), lag: from.Weeks, base: from.Minutes / n, extra: int(from.Minutes % n)}
	for _, group := range from.After {
		var kept []int
		for _, j := range group {
			if at, is := slices.BinarySearch(keep, j); is && j != i {
				kept = append(kept, at)
			}
		}
		slices.Sort(kept)
		a.groups = append(a.groups, slices.Compact(kept))
	}
	if from.Starts == nil {
		a.allowed = free.weeks(m, &a)
	} else {
		a.allowed = m.allowed(&a, from.Starts, c)
	}
	return a
}

// freedom keeps the weeks of activities that may start in any, of which many are alike.
type freedom struct {
	least int64 // minutes of the week that has fewest
	known map[demand][]bool
}

// demand is what decides where an activity has room.
type demand struct {
	span, extra int
	base        int64
}

func (m *model) freedom() freedom {
	f := freedom{least: MostMinutes, known: map[demand][]bool{}}
	for _, minutes := range m.minutes {
		f.least = min(f.least, minutes)
	}
	return f
}

// weeks are those in which an activity may start that may start in any; others share them.
func (f freedom) weeks(m *model, a *act) []bool {
	d := demand{a.span, a.extra, a.base}
	if a.base < f.least {
		d = demand{span: a.span} // there is room in any week
	}
	if f.known[d] == nil {
		f.known[d] = m.allowed(a, nil, calendar{})
	}
	return f.known[d]
}

// allowed tells in which weeks an activity may start and has room alone.
func (m *model) allowed(a *act, starts []int, c calendar) []bool {
	may := make([]bool, m.horizon+1)
	for s := range may {
		may[s] = starts == nil
	}
	for _, s := range starts {
		if n, open := c.open(s); open && n < len(may) {
			may[n] = true
		}
	}
	first, all := 0, 0 // weeks in a row, from here on, with room for its first and for its other weeks
	for s := m.horizon; s >= 0; s-- {
		if s < m.horizon {
			first, all = row(first, m.minutes[s] > a.base), row(all, m.minutes[s] >= a.base)
		}
		may[s] = may[s] && first >= a.extra && all >= a.span
	}
	return may
}

func row(n int, goesOn bool) int {
	if goesOn {
		return n + 1
	}
	return 0
}
