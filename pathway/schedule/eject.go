package schedule

import (
	"context"
	"math/rand/v2"
	"slices"
)

// ejector places activities within an end: one that finds no room takes the place of
// others, those that were the least trouble so far, and they look for room anew (guided
// ejection search, Nagata and Bräysy 2009).
//
// What an activity counts grows with its work, so that small ones make way for great
// ones, and each time that it finds no room. Groups with a choice keep to the member that
// ended first in the schedule from which the search sets out.
type ejector struct {
	*model      // of each group one activity
	ctx         context.Context
	rng         *rand.Rand
	effort      int // that is left; about the weeks that are looked at
	ask         int // the effort at which the context is asked next
	at          starts
	left        room
	running     [][]int // by week
	early, late []int   // first and last starts within the end
	waiting     []int   // activities without a place, the next last
	size, blame []int64 // by activity: what it counts at first; now
	least       []int64 // by week: what must count at least, of the activities that make way there
	oust        oust
}

// asked is the effort after which the context is asked again: well below a millisecond.
const asked = 1 << 14

// ejector sets out from a schedule.
func (m *model) ejector(ctx context.Context, at starts, effort int) *ejector {
	e := &ejector{ctx: ctx, rng: rand.New(rand.NewPCG(uint64(len(at)), 3)), effort: effort, ask: effort - asked}
	most := int64(1)
	for i := range m.acts {
		most = max(most, m.acts[i].base*int64(m.acts[i].span))
	}
	for i := range m.acts {
		e.size = append(e.size, 1+m.acts[i].base*int64(m.acts[i].span)/(most/64+1))
	}
	e.blame, e.least = slices.Clone(e.size), make([]int64, m.horizon)
	e.oust.out = make([]bool, len(at))
	e.from(m, at)
	return e
}

// from goes on from another schedule.
func (e *ejector) from(m *model, at starts) {
	e.model, e.at, e.left, e.waiting = m.committed(at), slices.Clone(at), m.room(), nil
	e.running = make([][]int, m.horizon)
	for i, s := range at {
		e.place(i, s)
	}
}

// committed is a model in which each group is the member that ends first.
func (m *model) committed(at starts) *model {
	c := *m
	c.acts = slices.Clone(m.acts)
	for i := range c.acts {
		c.acts[i].groups, c.acts[i].next = nil, nil
	}
	for i := range c.acts {
		for _, group := range m.acts[i].groups {
			j := m.firstOf(group, at)
			c.acts[i].groups = append(c.acts[i].groups, []int{j})
			c.acts[j].next = append(c.acts[j].next, i)
		}
	}
	return &c
}

// within takes out what starts too late to end within so many weeks; false: some
// activity always does.
func (e *ejector) within(end int) bool {
	e.early, e.late = e.heads(), e.latest(end)
	for i, s := range e.at {
		if e.late[i] < e.early[i] {
			return false
		}
		if s > e.late[i] {
			e.remove(i)
		}
	}
	return true
}

// settle places what waits until nothing does; false: the effort is spent.
func (e *ejector) settle() bool {
	for len(e.waiting) > 0 && e.effort > 0 {
		last := len(e.waiting) - 1
		i := e.waiting[last]
		e.waiting = e.waiting[:last]
		e.insert(i)
	}
	return len(e.waiting) == 0
}

// spend counts effort; false: none is left, or the context has ended.
func (e *ejector) spend(effort int) bool {
	if e.effort -= effort; e.effort < e.ask {
		e.ask = e.effort - asked
		if e.ctx.Err() != nil {
			e.effort = 0
		}
	}
	return e.effort > 0
}

func (e *ejector) place(i, s int) {
	a := &e.acts[i]
	e.at[i] = s
	e.left.take(a, s)
	for w := s; w < s+a.span; w++ {
		e.running[w] = append(e.running[w], i)
	}
}

// remove takes an activity out; it waits for another place.
func (e *ejector) remove(i int) {
	a, s := &e.acts[i], e.at[i]
	e.at[i] = never
	e.left.give(a, s)
	for w := s; w < s+a.span; w++ {
		list := e.running[w]
		k, last := slices.Index(list, i), len(list)-1
		list[k] = list[last]
		e.running[w] = list[:last]
	}
	e.waiting = append(e.waiting, i)
}
