package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// replay goes through the cases of a proof and takes down what each rests on.
type replay struct {
	*claim
	*rows
	list    []row // by landmark
	groupOf []int // by action; below 0: none
	groups  int
	state   []int8 // by action; see the constants
	stack   []int
	cases   []leaf
	split   []decision
	dearAs  []dearness // by action that is dear
	lost    bool       // some case could not be followed, or the context has ended
}

// What is settled about an action.
const (
	undecided int8 = iota
	takenHere
	dropped // it is not taken in this case
	dear    // no better plan can afford it
)

// decision is an action that a case takes, or does without.
type decision struct {
	action int
	with   bool
}

// leaf is a case that is not split further.
type leaf struct {
	split   []decision
	items   []item
	unit    int64 // what amounts are to be divided by; 0: there is no plan at all
	total   int64
	presses []int64 // by limit: what a part of it counts for in the total
	cannot  *Amount
	dropped bool // it speaks of plans that are better, not of all
}

// dearness is why no better plan can afford an action: what plans come to without it, and how
// much more that action costs than it is counted for.
type dearness struct {
	without *leaf
	more    int64
}

// item is an amount before it is rounded.
type item struct {
	Amount
	n     int64
	group int // of what is taken off: the group that it is taken off for; -1: none
}

// aFew landmarks are read before the context is asked again.
const aFew = 16

func (r *rows) replay(c *claim, p *solve.Proof) *replay {
	w := &replay{claim: c, rows: r, state: make([]int8, len(c.cost)), groupOf: make([]int, len(c.cost))}
	for a := range w.groupOf {
		w.groupOf[a] = -1
	}
	for k := range p.Landmarks {
		if w.gone(k) {
			return w
		}
		made := r.row(&p.Landmarks[k])
		if c.waive {
			made.acts = append(made.acts, len(r.in.Actions)+p.Landmarks[k].Goal)
		}
		w.list = append(w.list, made)
	}
	w.groups = len(p.Groups)
	for g, group := range p.Groups {
		for _, a := range group {
			w.groupOf[a] = g
		}
	}
	w.walk(p.Case)
	return w
}

// walk takes down the cases below one.
func (w *replay) walk(c *solve.Case) {
	if w.lost = w.lost || w.ctx.Err() != nil; w.lost {
		return
	}
	mark := len(w.stack)
	defer func() { w.back(mark) }()
	for k := range c.Prices {
		if w.proves(&c.Prices[k]) {
			return
		}
	}
	if c.With == nil || c.Without == nil {
		w.lost = true
		return
	}
	if settled := w.state[c.Action]; settled != undecided {
		if settled == takenHere {
			w.walk(c.With)
		} else {
			w.walk(c.Without)
		}
		return
	}
	here := len(w.stack)
	if w.take(c.Action) {
		w.into(c.With, decision{c.Action, true})
	}
	w.back(here)
	w.settle(c.Action, dropped)
	w.into(c.Without, decision{c.Action, false})
}

func (w *replay) into(c *solve.Case, d decision) {
	w.split = append(w.split, d)
	w.walk(c)
	w.split = w.split[:len(w.split)-1]
}

func (w *replay) settle(a int, as int8) {
	w.state[a] = as
	w.stack = append(w.stack, a)
}

func (w *replay) back(mark int) {
	for _, a := range w.stack[mark:] {
		w.state[a] = undecided
	}
	w.stack = w.stack[:mark]
}

// take takes an action and drops those that it excludes; false: it does not go with what
// was taken before.
func (w *replay) take(a int) bool {
	w.settle(a, takenHere)
	if a < len(w.in.Actions) {
		for b := range w.in.Actions {
			if !slices.Contains(w.in.Actions[a].Excludes, b) && !slices.Contains(w.in.Actions[b].Excludes, a) {
				continue
			}
			if w.state[b] == takenHere {
				return false
			}
			if w.state[b] == undecided {
				w.settle(b, dropped)
			}
		}
	}
	return w.withinLimits()
}

func (w *replay) withinLimits() bool {
	for r, limit := range w.limits {
		used := int64(0)
		for a, s := range w.state {
			if s == takenHere {
				used += w.uses[r][a]
			}
		}
		if used > limit {
			return false
		}
	}
	return true
}

func (w *replay) close(l leaf) {
	l.split, l.dropped = slices.Clone(w.split), slices.Contains(w.state, dear)
	w.cases = append(w.cases, l)
}

func (l *leaf) add(a Amount, n int64) {
	l.total += n
	l.items = append(l.items, item{a, n, -1})
}

// told is the need of a row with the courses that meet it in this case.
func (w *replay) told(i int) Amount {
	a := w.list[i].need
	a.Courses = []string{}
	for _, c := range w.list[i].acts {
		switch {
		case c >= len(w.courses):
		case w.state[c] <= takenHere:
			a.Courses = append(a.Courses, w.courses[c].ID)
		case w.state[c] == dear:
			a.TooDear = append(a.TooDear, w.courses[c].ID)
		}
	}
	return a
}

// called is an amount that stands for one action: a course, or a gap that is closed in
// time or left open.
func (w *replay) called(a int, code AmountCode) Amount {
	if a < len(w.courses) {
		return amountOf(code, w.courses[a].ID)
	}
	if code == CountedTwice {
		code = CountedOver
	}
	made := amountOf(code)
	for _, id := range w.statements(w.goalOf(a)) {
		made.Refs = append(made.Refs, string(id))
	}
	return made
}

// goalOf is the goal that a waiver leaves open, or that an action beyond the courses
// closes in time.
func (w *replay) goalOf(a int) int {
	if a >= len(w.in.Actions) {
		return a - len(w.in.Actions)
	}
	return slices.IndexFunc(w.in.Goals, func(g solve.Goal) bool { return slices.Contains(w.in.Actions[a].Adds, g.Fact) })
}
