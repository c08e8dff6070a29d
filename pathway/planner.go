package pathway

import (
	"context"
	"errors"
	"fmt"

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
	// Nodes is the most nodes that each phase of the search may visit; 0: the default of
	// package solve.
	Nodes int
}

// Planner plans with one catalogue. It holds no state that changes and is safe for use
// by many goroutines at once.
type Planner struct {
	courses []course       // sound ones, by ID in order of bytes
	at      map[string]int // by ID: position in courses
	unit    int64          // what a penny weighs against a minute: more than all minutes together
}

// course is a Course with its levels resolved.
type course struct {
	Course
	pence int64 // 0 if it is provided
}

// NewPlanner checks a catalogue against the statements of an Index. It reports every
// mistake at once, in file, line and path order; the planner is never nil and uses the
// sound courses.
//
// The problems wrap the faults ErrMissingID, ErrDuplicateID, ErrUnknownStatement,
// ErrLevel, ErrValue, ErrMissing, ErrTooLarge and ErrRing of package ksb and
// [ErrUnknownCourse].
func NewPlanner(ix *ksb.Index, c Catalogue) (*Planner, ksb.Problems) {
	k := &checker{ix: ix}
	if c.Currency != "" && c.Currency != "GBP" {
		k.problems.Add(ksb.Origin{}, "currency", ksb.ErrValue, "%q is not GBP: costs are pence", c.Currency)
	}
	k.readCourses(c.Courses)
	k.checkReferences()
	k.breakRings()
	k.checkSums()
	p := &Planner{courses: k.courses, at: k.positions(), unit: 1}
	for _, c := range p.courses {
		p.unit += c.Minutes
	}
	return p, k.problems.Sort()
}

// Plan returns the best training for the gaps of a report; see the package comment for
// what is best. When ctx ends it returns the best plan so far, which is then not
// proved, and no error. The errors wrap [ErrNoReport], or [ksb.ErrValue] for a
// negative limit.
func (p *Planner) Plan(ctx context.Context, r *assess.Report, o Options) (*Plan, error) {
	if r == nil {
		return nil, fmt.Errorf("plan: %w", ErrNoReport)
	}
	if err := o.Limits.check(); err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	t := p.task(r, o.AssumeUnmet)
	solved, err := t.solve(ctx, o.Limits, o.Nodes)
	if err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	plan := t.plan(solved, o.Limits.any())
	plan.AssessFirst = assessFirst(r, o.AssumeUnmet)
	if plan.Left, err = t.left(ctx, solved, o); err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	if plan.Conditional, err = p.conditional(ctx, r, o, plan); err != nil {
		return nil, fmt.Errorf("plan for %q: %w", r.Worker, err)
	}
	return plan, nil
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
