package pathway

import (
	"slices"
)

// useless is a course of those chosen of which a plan has no use, and courses of the plan
// that stand in for it, whatever else is taken: no plan of which nothing can be left out
// holds all of them. If nothing is sure to stand in for any, it is the whole plan: no other
// such plan holds all of that either. Courses that are asked for are in every plan and are
// not listed.
func (q *replan) useless(chosen, plan []string) []string {
	asked := func(id string) bool { return slices.Contains(q.options.With, id) }
	least := slices.DeleteFunc(slices.Clone(plan), asked)
	for _, id := range chosen {
		if asked(id) || slices.Contains(plan, id) || q.ended() {
			continue
		}
		if list, are := q.standIns(id, plan); are && len(list) < len(least) {
			least = append([]string{id}, slices.DeleteFunc(list, asked)...)
		}
	}
	return least
}

// standIns are some of the courses of a plan that stand in for another course: by themselves
// they give all that it gives and that anything waits for, and no later, so that whoever takes
// them has no use for it. false: there are none, or the context has ended.
func (q *replan) standIns(id string, plan []string) (list []string, are bool) {
	if list = slices.Clone(plan); len(q.lacks(id, list)) > 0 {
		return nil, false
	}
	for _, one := range plan {
		if q.ended() {
			return nil, false
		}
		if without := remove(list, one); len(q.lacks(id, without)) == 0 {
			list = without
		}
	}
	return list, true
}

func remove(list []string, id string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(other string) bool { return other == id })
}

// lacks are the facts that a course gives and anything waits for, and that others do not
// give by themselves by then.
func (q *replan) lacks(id string, others []string) (facts []int) {
	at := q.with(others)
	return q.missing(q.whole.Planner.at[id], at)
}

func (q *replan) missing(c int, at *clock) (facts []int) {
	by := q.byThen(c)
	for _, f := range q.whole.adds[c] {
		if q.whole.waited(f) && at.at[f].compare(by) > 0 {
			facts = append(facts, f)
		}
	}
	return facts
}

// with is when facts are true if some courses are taken.
func (q *replan) with(ids []string) *clock {
	at := q.whole.clock(never().week - 1)
	for _, id := range ids {
		at.add(q.whole.Planner.at[id])
	}
	return at
}

// byThen is when a course ends at the earliest, whatever else is taken; where time does not
// matter, any time will do.
func (q *replan) byThen(c int) moment {
	t := q.whole
	if t.options.Limits.Weeks == nil && !t.dated() {
		return moment{week: never().week - 1}
	}
	begin, can := t.begin(c, q.supply.at)
	if !can {
		return never()
	}
	return t.end(c, begin)
}

// barred are courses that no plan holds that holds all of some others and of which nothing
// can be left out: with one of them, some of those would be of no use. none: there is no
// such plan at all.
func (q *replan) barred(held []string) (ids []string, none bool) {
	for _, id := range held {
		if q.ended() {
			return nil, false
		}
		at := q.with(slices.Concat(q.options.With, remove(held, id)))
		c := q.whole.Planner.at[id]
		lacked := q.missing(c, at)
		if len(lacked) == 0 {
			return nil, true
		}
		for _, x := range q.whole.givers[lacked[0]] {
			if q.ended() {
				return nil, false
			}
			if x != c && !at.on[x] && q.helps(at, x, lacked, q.byThen(c)) {
				ids = append(ids, q.whole.courses[x].ID)
			}
		}
	}
	return distinctIDs(ids), false
}

// helps tells whether one course more gives all of some facts by then.
func (q *replan) helps(at *clock, c int, facts []int, by moment) bool {
	if slices.ContainsFunc(facts, func(f int) bool { return !slices.Contains(q.whole.adds[c], f) }) {
		return false
	}
	mark := len(at.trail)
	at.add(c)
	late := slices.ContainsFunc(facts, func(f int) bool { return at.at[f].compare(by) > 0 })
	at.takeBack(c, mark)
	return !late
}

func distinctIDs(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}
