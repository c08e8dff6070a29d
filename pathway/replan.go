package pathway

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
)

// Progress is how far a plan has come.
type Progress struct {
	// Done are courses that were taken. What they teach counts as taught: leave out one
	// that did not help. They cost nothing more. One that the planner does not have any
	// more counts for nothing here, since the report has to show what came of it.
	Done []string
	// Booked are courses that cannot be given up; see [Calendar.Booked] for their days. One
	// whose days are all past runs already.
	Booked []string
}

// Replanned is a new plan and what it changes.
type Replanned struct {
	Plan    *Plan    `json:"plan"`    // the courses that were done are at its start and cost nothing more
	Changes []Change `json:"changes"` // kept, added, dropped; each in order of bytes; never nil
}

// Change is what becomes of a course.
type Change struct {
	Course string       `json:"course"`
	Change ChangeKind   `json:"change"`
	Reason ChangeReason `json:"reason"`
	Refs   []string     `json:"refs"` // of new-need: the gaps that it closes; of replaced: the courses that were added
}

// ChangeKind is what becomes of a course.
type ChangeKind string

// What can become of a course.
const (
	Kept    ChangeKind = "kept"
	Added   ChangeKind = "added"
	Dropped ChangeKind = "dropped"
)

// ChangeReason says why.
type ChangeReason string

// The reasons of a change.
const (
	WasDone     ChangeReason = "done"
	WasBooked   ChangeReason = "booked"
	StillNeeded ChangeReason = "still-needed"
	NewNeed     ChangeReason = "new-need"   // it closes gaps
	BuiltOn     ChangeReason = "built-on"   // other courses of the plan build on it
	WasAskedFor ChangeReason = "asked-for"  // the question wants it in the plan
	NotNeeded   ChangeReason = "not-needed" // the new plan closes as much without it
	Replaced    ChangeReason = "replaced"   // it would still have been needed, but no plan with fewer changes closes as much
	Stuck       ChangeReason = "stuck"      // it is booked, but what it builds on, or the limits, leave no way to take it
	Gone        ChangeReason = "gone"       // it is not in the catalogue any more, or the question rules it out
)

// Replan returns the plan that meets a new need with the smallest change: the courses
// that are done or booked stay, and of the plans that then close as much as can be
// closed, and of which nothing else can be left out, the one that
//
//  1. changes fewest courses: each that is added counts as one, and each of the old
//     plan that was still needed and is dropped;
//  2. costs fewest pence, then minutes.
//
// An old course is still needed if the best that can be made of the old plan alone, for
// the new report, holds it: to drop another is no change that anybody would want to
// avoid, and nobody should sit a course for the sake of an old plan. A change comes
// before its cost because it unsettles a person, a rota and a provider; the plan that is
// best whatever it changes is there for comparison: [Planner.Plan]. Without an old plan,
// nil, every course is an addition.
//
// The plan is proved if all of this is. Its bound is about the courses that are in it:
// none of them can be left out. The errors are those of Plan, and wrap
// [ErrUnknownCourse] for a booked course that the planner does not have.
func (p *Planner) Replan(ctx context.Context, r *assess.Report, old *Plan, done Progress, o Options) (*Replanned, error) {
	if r == nil {
		return nil, fmt.Errorf("replan: %w", ErrNoReport)
	}
	q := &replan{ctx: ctx, from: p, report: r, options: o, done: done}
	if old != nil {
		q.old = old.bill().Courses
	}
	plan, err := q.plan()
	if err != nil {
		return nil, fmt.Errorf("replan for %q: %w", r.Worker, err)
	}
	return &Replanned{Plan: plan, Changes: q.changes(plan)}, nil
}
