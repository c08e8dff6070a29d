package pathway

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// dated tells whether some course can begin only in some weeks, or depends on when a
// credential runs out.
func (t *task) dated() bool {
	return t.days || slices.Contains(t.inForce, true)
}

// rounds plans with courses that begin on certain days only. Package solve knows no
// days, so it is asked without any time at all, and its courses are then put to the
// clock. If they are too late for a goal, the courses of which one would have to be
// added make a landmark (see package solve): no plan closes that goal without one of
// them. With the landmark the question is asked again. The answers are those of the
// question without days and with more and more of what days demand; the first that is
// in time is therefore the best.
type rounds struct {
	*task
	limits    Limits
	goals     []int // facts: aims and courses asked for
	landmarks [][][]int
	cheap     []int   // courses, the cheapest first; nil: not sorted yet
	now       *clock  // of the answer at hand
	kept      *answer // what is in time of the answers so far, where that closes most
}

// bestDated returns the best courses: first without regard to when they end, but for a
// limit of weeks, then as much and as cheaply in ever fewer weeks.
func (t *task) bestDated(ctx context.Context, l Limits) (best answer, err error) {
	weeks := math.MaxInt - 1
	if l.Weeks != nil {
		weeks, l.Weeks = *l.Weeks, nil
	}
	r := &rounds{task: t, limits: l, goals: slices.Concat(t.aims, t.forced), now: t.clock(weeks)}
	r.landmarks = make([][][]int, len(r.goals))
	best, err = r.inTime(ctx, weeks)
	for err == nil && best.Proved {
		if weeks = t.weeksOf(best.Items) - 1; weeks < 0 {
			break
		}
		var next answer
		next, err = r.inTime(ctx, weeks)
		if best.Proved = next.Proved; !next.Proved || next.Lost > best.Lost || next.Value > best.Value {
			break
		}
		next.Certificate, next.asked = best.Certificate, best.asked // it speaks of all plans, however long
		best = next
	}
	return best, err
}

// sortCheap sorts the courses by price; false: it ended.
func (r *rounds) sortCheap(ended func() bool) bool {
	if r.cheap != nil {
		return true
	}
	cheap := make([]int, len(r.courses))
	for c := range cheap {
		cheap[c] = c
	}
	if !sorted(ended, cheap, func(a, b int) int { return cmp.Compare(r.pence[a], r.pence[b]) }) {
		return false
	}
	r.cheap = cheap
	return true
}

// sorted sorts a list and keeps the order of equals; false: it ended, and all is there in some
// order.
func sorted(ended func() bool, list []int, compare func(a, b int) int) bool {
	if len(list) <= aWhile {
		slices.SortStableFunc(list, compare)
		return !ended()
	}
	left, right := list[:len(list)/2], list[len(list)/2:]
	if !sorted(ended, left, compare) || !sorted(ended, right, compare) {
		return false
	}
	left = slices.Clone(left)
	for i := range list {
		if len(right) == 0 || len(left) > 0 && compare(left[0], right[0]) <= 0 {
			list[i], left = left[0], left[1:]
		} else {
			list[i], right = right[0], right[1:]
		}
	}
	return true
}

func (t *task) weeksOf(chosen []int) (weeks int) {
	for _, run := range t.schedule(chosen).runs {
		weeks = max(weeks, run.end.week)
	}
	return weeks
}

// inTime returns the best courses of those that end within so many weeks.
func (r *rounds) inTime(ctx context.Context, weeks int) (answer, error) {
	r.kept = nil
	ended := func() bool { return ctx.Err() != nil }
	for {
		s, err := ask(ctx, r.asked(ctx), r.limits)
		if err != nil {
			return s, err
		}
		s.Items = slices.DeleteFunc(s.Items, func(i int) bool { return i >= len(r.courses) })
		r.now.restart(s.Items, weeks)
		clock := r.now
		late := slices.DeleteFunc(r.closedBy(s), func(g int) bool { return clock.has(r.goals[g]) })
		if len(late) == 0 && (s.Proved || len(clock.timely(s.Items)) == len(s.Items)) {
			return s, nil
		}
		if kept := r.inWeeks(clock.timely(s.Items), weeks); r.kept == nil || kept.Lost < r.kept.Lost {
			r.kept = &kept // what is late made nothing true
		}
		if !s.Proved || !r.learn(ended, clock, late) {
			return r.asFarAsItGoes(ended, weeks, s.LeastLost), nil
		}
	}
}

// learn finds a landmark of each goal that is late; false: it ended.
func (r *rounds) learn(ended func() bool, clock *clock, late []int) bool {
	if !r.sortCheap(ended) {
		return false
	}
	for _, g := range late {
		courses := r.landmark(ended, clock, g)
		if courses == nil {
			return false
		}
		r.landmarks[g] = append(r.landmarks[g], courses)
	}
	return true
}

func (r *rounds) closedBy(s answer) (closed []int) {
	for g := range r.goals {
		if !slices.Contains(s.Open, g) {
			closed = append(closed, g)
		}
	}
	return closed
}

// asked is the question with the landmarks so far: a goal that has some is closed by an
// action of its own, which needs one course of each.
func (r *rounds) asked(ctx context.Context) *solve.Instance {
	in := r.instance(ctx, r.limits, false)
	if len(in.Actions) < len(r.courses) {
		return in // the context has ended
	}
	for g, landmarks := range r.landmarks {
		if len(landmarks) == 0 {
			continue
		}
		if ctx.Err() != nil {
			break
		}
		closing := solve.Action{Needs: []int{r.goals[g]}}
		for _, courses := range landmarks {
			for i, c := range courses {
				if i%aWhile == aWhile-1 && ctx.Err() != nil {
					break
				}
				in.Actions[c].Adds = append(in.Actions[c].Adds, in.Facts)
			}
			closing.Needs = append(closing.Needs, in.Facts)
			in.Facts++
		}
		closing.Adds = []int{in.Facts}
		in.Goals[g].Fact = in.Facts
		in.Facts++
		in.Actions = append(in.Actions, closing)
	}
	return in
}

// landmark returns the courses of which one has to be added before a goal can be closed
// in time: as many others as possible are, the cheapest first. Nil: it ended.
func (r *rounds) landmark(ended func() bool, from *clock, goal int) []int {
	clock, courses := from.copy(), []int{}
	for i, c := range r.cheap {
		if i%aWhile == 0 && ended() {
			return nil
		}
		if clock.on[c] {
			continue
		}
		mark := len(clock.trail)
		clock.add(c)
		if clock.has(r.goals[goal]) {
			clock.takeBack(c, mark)
			courses = append(courses, c)
		}
	}
	return courses
}

// asFarAsItGoes is what can be kept of answers that were cut short: the courses that end in
// time, without those that close no goal then as long as there is time to find out.
func (r *rounds) asFarAsItGoes(ended func() bool, weeks int, leastLost int64) answer {
	kept := r.inWeeks(r.thin(ended, weeks, r.kept.Items), weeks)
	kept.LeastLost = leastLost
	return kept
}

// thin takes courses out for as long as the same goals are closed in time, and it has not ended.
func (r *rounds) thin(ended func() bool, deadline int, courses []int) []int {
	if ended() {
		return courses
	}
	closed := func(courses []int) (list []int) {
		clock := r.with(courses, deadline)
		for g, f := range r.goals {
			if clock.has(f) {
				list = append(list, g)
			}
		}
		return list
	}
	want, rest := closed(courses), slices.Clone(courses)
	for i := len(rest) - 1; i >= 0 && !ended(); i-- {
		without := slices.Delete(slices.Clone(rest), i, i+1)
		if slices.Equal(closed(without), want) {
			rest = without
		}
	}
	return rest
}
