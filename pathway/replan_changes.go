package pathway

import (
	"cmp"
	"slices"
	"strings"
)

// changes compares a new plan with the old one.
func (q *replan) changes(plan *Plan) []Change {
	list := []Change{}
	var added []string
	for _, s := range plan.Steps {
		c := Change{Course: s.Course, Change: Kept, Refs: []string{}}
		switch {
		case slices.Contains(q.done.Done, s.Course):
			c.Reason = WasDone
		case slices.Contains(q.done.Booked, s.Course):
			c.Reason = WasBooked
		case lists(q.old, s.Course):
			c.Reason = StillNeeded
		default:
			c = whyAdded(&s)
			added = append(added, s.Course)
		}
		list = append(list, c)
	}
	slices.Sort(added)
	before := slices.Concat(q.old, q.done.Booked)
	slices.Sort(before)
	held := plan.bill().Courses
	for _, id := range slices.Compact(before) {
		if !lists(held, id) {
			list = append(list, q.whyDropped(id, added))
		}
	}
	slices.SortFunc(list, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Change.rank(), b.Change.rank()), strings.Compare(a.Course, b.Course))
	})
	return list
}

// lists tells whether a list in order of bytes holds a course.
func lists(list []string, id string) bool {
	_, found := slices.BinarySearch(list, id)
	return found
}

func (k ChangeKind) rank() int { return slices.Index([]ChangeKind{Kept, Added, Dropped}, k) }

func whyAdded(s *Step) Change {
	c := Change{Course: s.Course, Change: Added, Reason: BuiltOn, Refs: []string{}}
	if !helpful(*s) {
		c.Reason = WasAskedFor
	}
	for _, id := range s.Closes {
		c.Reason, c.Refs = NewNeed, append(c.Refs, string(id))
	}
	return c
}

func (q *replan) whyDropped(id string, added []string) Change {
	c := Change{Course: id, Change: Dropped, Reason: NotNeeded, Refs: []string{}}
	at, there := q.from.at[id]
	switch {
	case slices.Contains(q.done.Done, id):
		c.Change, c.Reason = Kept, WasDone
	case slices.Contains(q.done.Booked, id):
		c.Reason = Stuck
	case !there || q.options.bar(q.from.courses[at]) != "":
		c.Reason = Gone
	case q.needs(id):
		c.Reason, c.Refs = Replaced, append(c.Refs, added...)
	}
	return c
}
