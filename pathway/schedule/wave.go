package schedule

import (
	"container/heap"
	"math/bits"
	"slices"
)

// wave is the other way to go through the partial schedules of a search: all those of a
// week before those of the next, and of each week no more than so many, of those that leave
// most room for the rest, every second time with a premium on what is hard to place. Where there were never more, nothing is left out but what the
// search leaves out, and what another one covers.
//
// One covers another if it leaves as much of every week from then on, and has placed the
// same activities, or the same and one more, and has yet to go on. This loses nothing.
// Say that a schedule is ahead of another from a week on if up to that week, and up to each
// one after it, it has started as many minutes of work; each activity counts for a minute
// more than it has. What follows a partial schedule, less what the one that covers it has
// placed, follows that one too, and what comes of it is ahead from its week on. Now let
// there be a schedule that ends in time, S, and let the wave have gone through all weeks before t.
// Then among those that have yet to go on is one that goes on to a schedule which is ahead of
// S from the week before t on: in the first week, since there is nothing else. And if it is so in week t
// it is so in the next. Of all such schedules take one that has started most by the
// end of week t and, of those, most before t. If what it places before t has yet to go on when week t is
// over, that is it. Else all that it starts in week t is tried together: it is left out
// only where an activity could start earlier, in a week before t, or end before the next week in which
// something can start. But if it did, that would be another schedule that is ahead of S,
// with other activities before t, and by what was assumed there is one ahead of that from the
// week before t on which has yet to go on in week t; it has started more by the end of t,
// or as much and more before t. What is tried is kept, or covered by what is, or by one of week t
// that has yet to go on, of which the same can be said as long as there are any.
type wave struct {
	*search
	width int
	week  int                 // that is reached
	weeks []crests            // by week: those that have yet to go on
	kept  int                 // in all weeks so far
	alive map[uint64][]*crest // by what is placed: those that have yet to go on
	by    *gauge              // on which room is measured
	most  int64               // room that nothing placed leaves
	next  []uint64            // by activity: those that build on it, as bits
	more  int                 // of the week that may still go on
	lost  bool                // some were given up
	held  int                 // that wait
	hard  []int64             // by activity: how hard it is to place, as room; nil: that does not count
	wait  int                 // of those that go on, until weights are learned
	pause int                 // the same, the next time
}

const (
	firstWidth = 30 // each time it is so many times as wide:
	wider      = 3

	atOnce = 20_000 // nodes that a wave visits at once

	leastPause, mostPause = 64, 4_096
)

func (x *search) newWave() *wave {
	v := &wave{search: x, width: x.width, week: -1, weeks: make([]crests, x.end+1), alive: map[uint64][]*crest{}, pause: leastPause}
	for _, g := range x.gauges {
		if v.by == nil || g.weights {
			v.by = g
		}
	}
	for i := range x.m.acts {
		next := uint64(0)
		for _, j := range x.m.acts[i].next {
			next |= 1 << j
		}
		v.next = append(v.next, next)
	}
	if x.waves%2 == 1 {
		v.hard = x.m.hard()
	}
	return v
}

// hard is how hard activities are to place: harder the more of a week they take, and the
// longer.
func (m *model) hard() (list []int64) {
	const weighs = 3 // of ten
	most := max(m.mostMinutes(), 1)
	shift := max(0, bits.Len64(uint64(most))-40) // no product is too large
	for i := range m.acts {
		part := m.acts[i].base >> shift * unit / (most >> shift)
		list = append(list, part*part/unit*part/unit*int64(m.acts[i].span)*weighs/10)
	}
	return list
}

// sweep goes on with a wave for a while, or with a wider one, and returns how many of so
// many nodes are left.
func (x *search) sweep(nodes int) (outcome, int) {
	most := min(nodes, atOnce)
	x.start(most)
	x.order = x.m.order(func(i int) int { return x.late[i]*MostWeeks - x.m.acts[i].span })
	if x.wave == nil {
		x.wave = x.newWave()
	}
	x.sweeping = true
	o := x.wave.run()
	x.sweeping = false
	visited := most - x.nodes
	x.visited, x.swept = x.visited+visited, x.swept+visited
	return o, nodes - visited
}

// run goes on until it is over, or has visited all nodes.
func (v *wave) run() outcome {
	if v.week < 0 && v.keep(0) == found {
		return found
	}
	for v.nodes > 0 && v.ctx.Err() == nil {
		if !v.nextWeek() {
			v.search.wave, v.search.width = nil, v.width*wider
			v.waves++
			if v.lost {
				return cut
			}
			return none
		}
		if o := v.goOn(v.pop()); o != none {
			return o
		}
	}
	return cut
}

// nextWeek goes on to the next week of which something has yet to go on, if that is over;
// false: there is none.
func (v *wave) nextWeek() bool {
	for ; v.week < 0 || len(v.weeks[v.week]) == 0; v.more = v.width {
		if v.week++; v.week == len(v.weeks) {
			return false
		}
	}
	return true
}

// pop takes the best of the week, or any if no more of it go on.
func (v *wave) pop() *crest {
	v.held--
	take := v.weeks[v.week].Pop
	if v.more > 0 {
		take = func() any { return heap.Pop(&v.weeks[v.week]) }
	}
	c := take().(*crest)
	alive := slices.DeleteFunc(v.alive[c.placed], func(d *crest) bool { return d == c || d.gone })
	if v.alive[c.placed] = alive; len(alive) == 0 {
		delete(v.alive, c.placed)
	}
	return c
}

// goOn tries what can start in the week of a partial schedule.
func (v *wave) goOn(c *crest) outcome {
	if c.gone {
		return none
	}
	c.gone = true
	if v.more == 0 {
		v.lost = true
		return none
	}
	v.load(c)
	if !v.rests.room(v.search, v.week) || v.learns() {
		return none
	}
	v.more--
	return v.choose(v.week, 0)
}

// learns tells that weights show a dead end, which it looks for now and then: more often
// where it found some.
func (v *wave) learns() bool {
	if v.wait--; v.wait >= 0 {
		return false
	}
	learned := v.rests.learn(v.search, v.week)
	if v.pause = min(2*v.pause, mostPause); learned {
		v.pause = max(v.pause/4, leastPause)
	}
	v.wait = v.pause
	return learned
}

// load places what a partial schedule places.
func (v *wave) load(c *crest) {
	for i, s := range v.at {
		if s < never && int(c.at[i]) != s {
			v.remove(i, s)
		}
	}
	for i, s := range c.at {
		if s >= 0 && v.at[i] == never {
			v.place(i, int(s))
		}
	}
	for p := v.open(); p != 0; p &= p - 1 {
		i := bits.TrailingZeros64(p)
		v.ready[i] = v.readyAt(i)
	}
	v.settle(v.week)
}
