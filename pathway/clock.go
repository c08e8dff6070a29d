package pathway

import (
	"math"
	"slices"
)

// clock tells when each fact is true at the earliest, given a set of courses that only
// grows: a fact once reached only ever moves forward in time, from never, so that
// courses cannot hold each other up in a circle.
type clock struct {
	*task
	on       []bool   // by course
	at       []moment // by fact
	deadline int      // courses that end later do not count
	trail    []was
	begun    []int // courses since restart
	queue    []int
}

// was is what a fact was before a course was added.
type was struct {
	fact int
	at   moment
}

// never is when a fact is true that nothing makes true.
func never() moment { return moment{week: math.MaxInt} }

func (t *task) clock(deadline int) *clock {
	k := &clock{task: t, on: make([]bool, len(t.courses)), at: make([]moment, len(t.facts)), deadline: deadline}
	for f := range k.at {
		k.at[f] = never()
	}
	for _, f := range t.start {
		k.at[f] = moment{}
	}
	return k
}

// with is a clock of the task with some courses. It is good until the next is asked for; one
// and the same is wound back each time, since there may be very many facts.
func (t *task) with(courses []int, deadline int) *clock {
	if t.spare == nil || t.spare.task != t {
		t.spare = t.clock(deadline)
	}
	t.spare.restart(courses, deadline)
	return t.spare
}

// restart puts other courses in place of those that were added.
func (k *clock) restart(courses []int, deadline int) {
	k.back(0)
	for _, c := range k.begun {
		k.on[c] = false
	}
	k.deadline, k.begun = deadline, append(k.begun[:0], courses...)
	for _, c := range courses {
		k.add(c)
	}
}

// add adds a course. The trail remembers what changed.
func (k *clock) add(c int) {
	k.on[c] = true
	k.queue = append(k.queue[:0], c)
	for n := 0; n < len(k.queue); n++ {
		next := k.queue[n]
		if begin, can := k.begin(next, k.at); can {
			k.finish(next, k.end(next, begin))
		}
	}
}

// finish makes true what a course that ends then adds.
func (k *clock) finish(c int, end moment) {
	if end.week > k.deadline {
		return
	}
	for _, f := range k.adds[c] {
		if end.compare(k.at[f]) >= 0 {
			continue
		}
		k.trail = append(k.trail, was{f, k.at[f]})
		k.at[f] = end
		for _, later := range k.needers[f] {
			if k.on[later] {
				k.queue = append(k.queue, later)
			}
		}
	}
}

// copy is a clock that goes on from here by itself.
func (k *clock) copy() *clock {
	return &clock{task: k.task, on: slices.Clone(k.on), at: slices.Clone(k.at), deadline: k.deadline}
}

// takeBack undoes the last course added, which the trail began with at length mark.
func (k *clock) takeBack(c, mark int) {
	k.on[c] = false
	k.back(mark)
}

// back undoes what changed since the trail had length mark.
func (k *clock) back(mark int) {
	for i := len(k.trail) - 1; i >= mark; i-- {
		k.at[k.trail[i].fact] = k.trail[i].at
	}
	k.trail = k.trail[:mark]
}

// timely are those of some courses of the clock that end in time.
func (k *clock) timely(courses []int) []int {
	return slices.DeleteFunc(slices.Clone(courses), func(c int) bool {
		begin, can := k.begin(c, k.at)
		return !can || k.end(c, begin).week > k.deadline
	})
}

// has tells whether a fact is true in time.
func (k *clock) has(fact int) bool { return k.at[fact] != never() }

// begin is when a course can begin at the earliest; false: what it builds on is not
// there, or comes after the last of its days.
func (t *task) begin(c int, at []moment) (begin moment, can bool) {
	for _, f := range t.needs[c] {
		if at[f].compare(begin) > 0 {
			begin = at[f]
		}
	}
	begin, can = t.onItsDays(c, begin)
	for i := 0; can && i < len(t.leases[c]); i++ {
		if l := t.leases[c][i]; t.over(c, l, begin) && at[l.again].compare(begin) > 0 {
			begin, can = t.onItsDays(c, at[l.again])
			i = -1 // another may be over by then
		}
	}
	return begin, can
}

// onItsDays is the first moment from one on when a course can begin; false: there is none.
func (t *task) onItsDays(c int, begin moment) (moment, bool) {
	if begin == never() {
		return begin, false
	}
	if t.begins[c] == nil {
		return begin, true
	}
	i, now := slices.BinarySearch(t.begins[c], begin.week)
	switch {
	case now:
		return begin, true
	case i == len(t.begins[c]):
		return never(), false
	}
	return moment{week: t.begins[c][i]}, true
}

func (t *task) end(c int, start moment) moment {
	if weeks := t.courses[c].Weeks; weeks > 0 {
		return moment{week: start.week + weeks}
	}
	return moment{start.week, start.place + 1}
}
