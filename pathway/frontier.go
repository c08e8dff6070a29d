package pathway

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
)

// Frontier yields the plans that no other beats: there is none that costs, takes and
// lasts as little, and one of the three less. Without limits they are plans that close
// as much as the best; with limits closing more counts as a fourth aim, so that plans
// which close less for less are among them. Of plans alike in all of this the one that
// comes first by the list of its courses stands for all. The options are those of
// [Planner.Plan]; what its plan has awarded again before it is needed, all have.
//
// The first plan is that of Plan. The next take ever fewer minutes, and those after
// them are over in ever fewer weeks (with limits they cost ever less, first of all):
//
//	for plan, err := range planner.Frontier(ctx, report, options) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(plan.CostPence, plan.Minutes, plan.Weeks, plan.Proved)
//	}
//
// [Options.Aims] may leave weeks, or weeks and minutes, out of it: within limits the
// four aims together can have thousands of plans.
//
// Each plan is the best of those that take at most so much of each, by the method of
// epsilon constraints (Haimes 1971), and Proved says so of that plan alone; BoundPence
// and BoundShare are those of such plans too. When ctx or the limit of nodes ends a
// search, that plan is not proved and others may be missing: the last that comes is
// then an error that wraps [ErrUnfinished]. The other errors are those of Plan; after
// one nothing follows.
func (p *Planner) Frontier(ctx context.Context, r *assess.Report, o Options) iter.Seq2[*Plan, error] {
	return func(yield func(*Plan, error) bool) {
		if r == nil {
			yield(nil, fmt.Errorf("frontier: %w", ErrNoReport))
			return
		}
		f := &front{ctx: ctx, yield: yield}
		if f.err = p.check(o); f.err == nil {
			f.task = p.taskIn(ctx, r, o)
			if f.first, f.err = f.renewing(ctx); f.err == nil {
				f.walk()
			}
		}
		if f.err != nil && !f.enough {
			yield(nil, fmt.Errorf("frontier for %q: %w", r.Worker, f.err))
		}
	}
}

// ErrUnfinished says that a frontier may lack plans, since a search was cut short.
var ErrUnfinished = errors.New("the search was cut short: plans may be missing")

// Aims are what plans of a frontier are compared on, beside how much they close. The
// zero Aims are all.
type Aims uint8

// The aims of a frontier.
const (
	CostHoursWeeks Aims = iota
	CostHours
	Cost
)

// front is one walk along a frontier. It asks [solve.Exact] for each box. A [solve.Front] finds
// points in less time, but of plans alike it finds any one, and it keeps no certificates; what
// a frontier takes is spent for the most part on telling why each of its plans is the best, and
// a quarter of it on the searches.
type front struct {
	*task
	ctx    context.Context
	yield  func(*Plan, error) bool
	known  []known
	first  answer // the plan of Plan
	least  int64  // weight that it loses
	bill   *Conditional
	err    error
	enough bool // nobody wants more
}

// box are the most that a plan may come to; math.MaxInt64: no limit.
type box struct{ pence, minutes, weeks int64 }

// point is what a plan comes to.
type point struct{ lost, pence, minutes, weeks int64 }

// known is a search that is done: the best of a box.
type known struct {
	box   box
	best  point
	there bool // there is a plan in the box
}

func (b box) holds(p point) bool {
	return p.pence <= b.pence && p.minutes <= b.minutes && p.weeks <= b.weeks
}

func (b box) within(c box) bool {
	return b.pence <= c.pence && b.minutes <= c.minutes && b.weeks <= c.weeks
}

// walk takes the limit of weeks down, below the longest of the plans found so far; for
// each, overMinutes does the same with minutes.
func (f *front) walk() {
	weeks := orMost(f.options.Limits.Weeks)
	for weeks >= 0 {
		longest, any := f.overMinutes(weeks)
		if !any || f.options.Aims > CostHoursWeeks {
			return
		}
		weeks = longest - 1
	}
}

// overMinutes returns the most weeks of the plans that it meets; false: it met none.
func (f *front) overMinutes(weeks int64) (longest int64, any bool) {
	minutes := orMost(f.options.Limits.Minutes)
	for minutes >= 0 {
		met := f.overPence(weeks, minutes)
		if len(met) == 0 {
			break
		}
		any, minutes = true, -1
		for _, p := range met {
			longest, minutes = max(longest, p.weeks), max(minutes, p.minutes-1)
		}
		if f.options.Aims > CostHours {
			break
		}
	}
	return longest, any
}

// overPence returns the plans that it meets. Without limits it is one: less money does
// not close as much.
func (f *front) overPence(weeks, minutes int64) (met []point) {
	pence := orMost(f.options.Limits.Pence)
	for pence >= 0 {
		p, there := f.bestIn(box{pence, minutes, weeks})
		if !there {
			break
		}
		met = append(met, p)
		if !f.limited() {
			break
		}
		pence = p.pence - 1
	}
	return met
}

// bestIn returns the best plan of a box, and shows it if it is new; false: there is
// none, or the walk is over.
func (f *front) bestIn(b box) (point, bool) {
	for _, k := range f.known {
		if b.within(k.box) && (!k.there || b.holds(k.best)) {
			return k.best, k.there && !f.over()
		}
	}
	if len(f.known) > 0 && f.over() {
		return point{}, false
	}
	s, err := f.search(b)
	if err != nil {
		f.err = err
		return point{}, false
	}
	if len(f.known) == 0 {
		f.least = s.Lost
	}
	p, there := f.pointOf(s), f.limited() || s.Lost <= f.least
	if there {
		f.show(p, s)
	}
	if !s.Proved || f.ctx.Err() != nil {
		f.err = cmp.Or(f.err, ErrUnfinished)
	}
	f.known = append(f.known, known{box: b, best: p, there: there})
	return p, there && !f.over()
}

// search is the best answer of a box; the first box is that of the question.
func (f *front) search(b box) (answer, error) {
	if len(f.known) == 0 {
		return f.first, nil
	}
	return f.best(f.ctx, b.limits())
}

// over tells whether the walk is at an end before its time.
func (f *front) over() bool {
	return f.enough || f.ctx.Err() != nil || f.err != nil && !errors.Is(f.err, ErrUnfinished)
}

func (f *front) pointOf(s answer) point {
	p := point{lost: s.Lost}
	for _, c := range s.Items {
		p.pence, p.minutes = p.pence+f.pence[c], p.minutes+f.courses[c].Minutes
	}
	p.weeks = int64(f.weeksOf(s.Items))
	return p
}

// show yields a plan that has not been shown.
func (f *front) show(p point, s answer) {
	if slices.ContainsFunc(f.known, func(k known) bool { return k.there && k.best == p }) {
		return
	}
	plan, err := f.whole(f.ctx, s)
	if err == nil && f.bill == nil {
		var bill Conditional
		bill, err = f.conditional(f.ctx, plan)
		f.bill = &bill
	}
	if err != nil {
		f.err = err
		return
	}
	plan.Conditional = *f.bill
	f.enough = !f.yield(plan, nil)
}

// limits are the limits of a box.
func (b box) limits() (l Limits) {
	if b.pence != math.MaxInt64 {
		l.Pence = &b.pence
	}
	if b.minutes != math.MaxInt64 {
		l.Minutes = &b.minutes
	}
	if b.weeks != math.MaxInt64 {
		weeks := int(b.weeks)
		l.Weeks = &weeks
	}
	return l
}

func orMost[T int | int64](limit *T) int64 {
	if limit == nil {
		return math.MaxInt64
	}
	return int64(*limit)
}
