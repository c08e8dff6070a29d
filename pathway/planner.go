package pathway

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// ErrNoReport is returned for a nil report.
var ErrNoReport = errors.New("no report to plan for")

// Limits are what a plan may come to at most; nil: no limit.
type Limits struct {
	Pence   *int64
	Minutes *int64
	Weeks   *int // the latest end of any course
}

// Options are what is asked of one plan. The zero Options ask for the cheapest plan
// that closes every gap that was shown.
type Options struct {
	Limits Limits
	// AssumeUnmet plans for gaps to assess or moderate as if they had been shown.
	AssumeUnmet bool
	// Start is the day on which week 0 begins. Courses that name days on which they begin
	// then begin on one of those and on no other; 0: any course can begin in any week.
	Start ksb.Date
	// Expires are the last days of credentials that the person holds, see [Expiries]; of
	// several for one credential the latest. Where there is a Start, a course that needs
	// one of them and begins after its last day has it awarded again by a course before it,
	// if a plan can close as much that way; see [Plan.Lapses] for what is left. Those of
	// credentials that the report does not list count for nothing.
	Expires []Expiry
	// Setting is where the learning has to fit in: courses that name settings, and not
	// this one, are not taken; "": anywhere.
	Setting string
	// NotModes are ways of giving a course that will not do. A course that does not say
	// how it is given is taken.
	NotModes []Delivery
	// With are courses that the plan holds before anything else is weighed, Without are
	// courses that it does not hold.
	With, Without []string
	// Funding pays for part of some courses; nil: the employer pays for everything.
	Funding *Funding
	// Reuse asks for [Plan.Reuse]. It does not change the plan: what is provided costs
	// nothing and is used before anything is bought in any case.
	Reuse bool
	// Aims are what Frontier compares plans on.
	Aims Aims
	// Nodes is the most nodes that each phase of the search may visit; 0: the default of
	// package solve.
	Nodes int
}

// Planner plans with one catalogue. It holds no state that changes and is safe for use
// by many goroutines at once.
type Planner struct {
	courses []*course      // sound ones, by ID in order of bytes
	at      map[string]int // by ID: position among those of the catalogue, see position
	ahead   int            // so many others come before those of the catalogue
	extra   extra
	unit    int64 // what a penny weighs against a minute: more than all minutes together
}

// course is a Course with its levels resolved.
type course struct {
	Course
	pence int64 // 0 if it is provided; before any funding
}

// extra is something that counts besides pence and minutes; nothing: there is no such thing.
type extra struct {
	each  []int64 // by course: what it weighs, in the unit of minutes
	alone bool    // pence and minutes weigh nothing beside it
	most  *int64  // it weighs nothing, and may come to so much at most; nil: it does
}

// NewPlanner checks a catalogue against the statements of an Index. It reports every
// mistake at once, in file, line and path order; the planner is never nil and uses the
// sound courses. A nil Index has no statements.
//
// The problems wrap the faults ErrMissingID, ErrDuplicateID, ErrUnknownStatement,
// ErrLevel, ErrValue, ErrMissing, ErrTooLarge and ErrRing of package ksb and
// [ErrUnknownCourse].
func NewPlanner(ix *ksb.Index, c Catalogue) (*Planner, ksb.Problems) {
	if ix == nil {
		ix, _ = ksb.Compile()
	}
	k := &checker{ix: ix}
	if c.Currency != "" && c.Currency != "GBP" {
		k.problems.Add(ksb.Origin{}, "currency", ksb.ErrValue, "%q is not GBP: costs are pence", c.Currency)
	}
	k.readCourses(c.Courses)
	k.checkReferences()
	k.breakRings()
	k.checkSums()
	p := &Planner{courses: make([]*course, len(k.courses)), at: k.positions(), unit: 1}
	for i := range k.courses {
		p.courses[i] = &k.courses[i]
		p.unit += k.courses[i].Minutes
	}
	return p, k.problems.Sort()
}

// position is where a course of the catalogue stands; false: it is not among those that are
// used.
func (p *Planner) position(id string) (at int, usable bool) {
	at, usable = p.at[id]
	return p.ahead + at, usable
}

// among is the planner with some of the courses, of those that it has.
func (p *Planner) among(ids []string) *Planner {
	few := &Planner{at: make(map[string]int, len(ids)), unit: p.unit}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		if i, usable := p.position(id); usable {
			few.at[id] = len(few.courses)
			few.courses = append(few.courses, p.courses[i])
		}
	}
	return few
}

// Plan returns the best training for the gaps of a report; see the package comment for
// what is best. When ctx ends it returns the best plan so far, which is then not
// proved, and no error. The errors wrap [ErrNoReport], [ksb.ErrValue] for a number that
// makes no sense, or [ErrUnknownCourse] for a course of With or Without that the
// planner does not have.
func (p *Planner) Plan(ctx context.Context, r *assess.Report, o Options) (*Plan, error) {
	if r == nil {
		return nil, fmt.Errorf("plan: %w", ErrNoReport)
	}
	if err := p.check(o); err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	t := p.taskIn(ctx, r, o)
	solved, err := t.renewing(ctx)
	if err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	plan, err := t.whole(ctx, solved)
	if err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	if plan.Conditional, err = t.conditional(ctx, plan); err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	return plan, nil
}

// whole is the plan with all that is said about it but the conditional bill.
func (t *task) whole(ctx context.Context, s answer) (*Plan, error) {
	plan := t.plan(ctx, s)
	plan.AssessFirst = assessFirst(t.report, t.options.AssumeUnmet)
	if err := t.left(ctx, s, plan); err != nil {
		return nil, err
	}
	return plan, t.reuse(ctx, plan)
}

// check tells whether the options make sense.
func (p *Planner) check(o Options) error {
	for _, id := range slices.Concat(o.With, o.Without) {
		if _, usable := p.position(id); !usable {
			return fmt.Errorf("%w: %q", ErrUnknownCourse, id)
		}
	}
	switch {
	case o.Start < 0:
		return fmt.Errorf("%w: a start on day %d", ksb.ErrValue, o.Start)
	case o.Aims > Cost:
		return fmt.Errorf("%w: aims %d", ksb.ErrValue, o.Aims)
	}
	if err := o.Funding.check(); err != nil {
		return err
	}
	return o.Limits.check()
}

func (l Limits) any() bool { return l.Pence != nil || l.Minutes != nil || l.Weeks != nil }

func (l Limits) check() error {
	switch {
	case l.Pence != nil && *l.Pence < 0:
		return fmt.Errorf("%w: a limit of %d pence", ksb.ErrValue, *l.Pence)
	case l.Minutes != nil && *l.Minutes < 0:
		return fmt.Errorf("%w: a limit of %d minutes", ksb.ErrValue, *l.Minutes)
	case l.Weeks != nil && *l.Weeks < 0:
		return fmt.Errorf("%w: a limit of %d weeks", ksb.ErrValue, *l.Weeks)
	}
	return nil
}
