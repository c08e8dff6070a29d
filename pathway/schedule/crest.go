package schedule

import (
	"cmp"
	"container/heap"
	"math/bits"
	"slices"
)

// crest is a partial schedule of a wave.
type crest struct {
	past
	at     []int16 // by activity; -1: it is not placed
	placed uint64
	rank   int64 // greater for the better
	number int   // of equals the first is better
	gone   bool  // it went on, was given up or is covered
}

// keep notes what is placed, if it may lead to a schedule from week t on and nothing covers
// it.
func (v *wave) keep(t int) outcome {
	if v.open() == 0 {
		return found
	}
	if v.seen.covers(v.search, t) || !v.hopeful(t) {
		return none
	}
	v.note(t)
	room := v.spared(t)
	if t == 0 {
		v.most = room
	}
	if !v.covered(room) {
		v.add(t, room)
	}
	return none
}

// spared is the room from week t on that what is not placed does not need.
func (v *wave) spared(t int) int64 {
	v.settle(t)
	room := v.by.from[v.busy] - v.by.open
	for k := range v.ahead {
		room += v.by.spare(&v.ahead[k])
	}
	return room
}

// covered tells whether one that has yet to go on covers what is placed. One that has placed
// another activity as well leaves more room for the rest, by as much as that takes, and
// none leaves more than there ever was.
func (v *wave) covered(room int64) bool {
	if v.covers(v.placed, 0, 0) {
		return true
	}
	for p := v.open(); p != 0; p &= p - 1 {
		i := bits.TrailingZeros64(p)
		if room+v.by.work[i] <= v.most && v.covers(v.placed|1<<i, v.next[i], v.m.acts[i].lag) {
			return true
		}
	}
	return false
}

func (v *wave) covers(placed, after uint64, longer int) bool {
	return slices.ContainsFunc(v.alive[placed], func(c *crest) bool {
		return !c.gone && c.past.covers(&v.now, after, longer)
	})
}

// mostHeld is how many of a wave may wait at once: each takes half a kilobyte.
const mostHeld = 60_000

// add keeps what is placed, in place of those that it covers. Where too many wait already it
// is given up: it comes from one that was not among the best.
func (v *wave) add(t int, room int64) {
	if v.held == mostHeld {
		v.lost = true
		return
	}
	v.held++
	c := &crest{past: v.now.clone(), at: make([]int16, len(v.at)), placed: v.placed, rank: room, number: v.kept}
	v.kept++
	for i, s := range v.at {
		if c.at[i] = -1; s < never {
			c.at[i] = int16(s)
		}
	}
	if v.hard != nil {
		for p := v.placed; p != 0; p &= p - 1 {
			c.rank += v.hard[bits.TrailingZeros64(p)]
		}
	}
	list := slices.DeleteFunc(v.alive[v.placed], func(d *crest) bool {
		d.gone = d.gone || c.past.covers(&d.past, 0, 0)
		return d.gone
	})
	v.alive[v.placed] = append(list, c)
	heap.Push(&v.weeks[t], c)
}

// crests are a heap, the best on top.
type crests []*crest

// Len is how many there are.
func (l crests) Len() int { return len(l) }

// Less tells whether one is better.
func (l crests) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(l[j].rank, l[i].rank), cmp.Compare(l[i].number, l[j].number)) < 0
}

// Swap exchanges two.
func (l crests) Swap(i, j int) { l[i], l[j] = l[j], l[i] }

// Push adds one at the end.
func (l *crests) Push(c any) { *l = append(*l, c.(*crest)) }

// Pop takes the last.
func (l *crests) Pop() any {
	last := len(*l) - 1
	c := (*l)[last]
	(*l)[last], *l = nil, (*l)[:last] // what went on needs no room
	return c
}
