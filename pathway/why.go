package pathway

import (
	"context"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Why is the answer to "why this course?" or "why not that one?": the best plan beside
// the best that does otherwise.
type Why struct {
	Format string      `json:"format"` // WhyFormat
	Worker string      `json:"worker"`
	Role   ksb.RoleID  `json:"role"`
	Course string      `json:"course"`
	Title  string      `json:"title"`
	InPlan bool        `json:"inPlan"` // the best plan holds it
	Best   Conditional `json:"best"`   // the best plan
	// Other is the best plan without the course, if Best holds it, and otherwise the best
	// with it; nil: there is no plan with it.
	Other *Conditional `json:"other"`
	// BestShare and OtherShare are what parts of the importance of all goals the plans
	// close.
	BestShare  float64 `json:"bestShare"`
	OtherShare float64 `json:"otherShare"`
	// What Other comes to more than Best; below 0: less.
	MorePence   int64           `json:"morePence"`
	MoreMinutes int64           `json:"moreMinutes"`
	MoreWeeks   int             `json:"moreWeeks"`
	Because     []assess.Reason `json:"because"` // see the codes of this package
	Proved      bool            `json:"proved"`  // both are the best there are
	// Proof tells why the best plan cannot be better; see [Plan.Proof].
	Proof *Proof `json:"proof,omitempty"`
}

// WhyFormat is the name and number of the file format that Why mirrors.
const WhyFormat = "why/1"

// The codes of the reasons of a Why, beside those of a step, which come first where the
// best plan holds the course.
const (
	NotAllowed    = "not-allowed"    // refs: the reason, a BarReason
	CannotBegin   = "cannot-begin"   // refs: what it builds on and cannot be had
	DoesNotFit    = "does-not-fit"   // the limits, or what it excludes, leave no room for it
	ClosesNothing = "closes-nothing" // it closes no gap that is to be closed, nor helps to
	ExcludedBy    = "excluded-by"    // refs: courses of Best
	TakesPlaceOf  = "takes-place-of" // refs: courses of Best that Other does without; not the course itself
	BringsAlong   = "brings-along"   // refs: courses of Other that Best does without; not the course itself
	LeavesOpen    = "leaves-open"    // refs: statements that Best closes and Other does not
	AsGood        = "as-good"        // Other costs, takes and lasts the same and closes as much: it comes later by the list of its courses
)

// Why returns what it would come to if a course were forced into the best plan, or out
// of it. The options are those of the plan, [Planner.Plan]; so are the errors, with
// [ErrUnknownCourse] for a course that the planner does not have. What the best plan has
// awarded again before it is needed, the other has too. When ctx ends it compares the best
// plans so far, which are then not proved, and tells no reason that it has not looked into.
func (p *Planner) Why(ctx context.Context, r *assess.Report, o Options, course string) (*Why, error) {
	if r == nil {
		return nil, fmt.Errorf("why %q: %w", course, ErrNoReport)
	}
	err := p.check(o)
	number, known := p.position(course)
	if err == nil && !known {
		err = ErrUnknownCourse
	}
	if err != nil {
		return nil, fmt.Errorf("why %q: %w", course, err)
	}
	q := &question{ended: func() bool { return ctx.Err() != nil }, course: number}
	if q.best = p.taskUnless(q.ended, r, o); q.best == nil {
		q.course, q.best = 0, p.among([]string{course}).cutShort(q.ended, r, o)
	}
	if err := q.ask(ctx); err != nil {
		return nil, fmt.Errorf("why %q: %w", course, err)
	}
	return q.answer(), nil
}

// question is what a Why compares.
type question struct {
	ended            func() bool
	course           int
	best, other      *task // without courses where the context ended first, best but for the one
	bestIs, otherIs  answer
	bestPlan, inLieu *Plan
	inPlan, possible bool
}

// ask solves for the best plan, and for the best that does otherwise.
func (q *question) ask(ctx context.Context) (err error) {
	if q.bestIs, err = q.best.renewing(ctx); err != nil {
		return err
	}
	q.bestPlan = q.best.plan(ctx, q.bestIs)
	o, id := q.best.options, q.best.courses[q.course].ID
	if q.inPlan = slices.Contains(q.bestIs.Items, q.course); q.inPlan {
		o.Without = append(slices.Clone(o.Without), id)
	} else {
		o.With = append(slices.Clone(o.With), id)
	}
	q.other = q.best.Planner.taskIn(ctx, q.best.report, o)
	q.other.inForce = q.best.inForce
	q.otherIs, err = q.other.best(ctx, o.Limits)
	q.possible = q.inPlan || slices.Contains(q.otherIs.Items, q.course)
	q.inLieu = q.other.plan(ctx, q.otherIs)
	return err
}

func (q *question) answer() *Why {
	c := q.best.courses[q.course]
	r := q.best.report
	w := &Why{
		Format: WhyFormat, Worker: r.Worker, Role: r.Role.ID, Proof: q.bestPlan.Proof,
		Course: c.ID, Title: c.Title, InPlan: q.inPlan, Best: q.bestPlan.bill(), Because: []assess.Reason{},
	}
	w.Proved = q.bestIs.Proved && q.otherIs.Proved
	w.BestShare = q.best.share(q.best.openImportance(q.bestIs))
	if q.possible {
		bill := q.inLieu.bill()
		w.Other, w.OtherShare = &bill, q.other.share(q.other.openImportance(q.otherIs))
		w.MorePence, w.MoreMinutes, w.MoreWeeks = bill.CostPence-w.Best.CostPence, bill.Minutes-w.Best.Minutes, bill.Weeks-w.Best.Weeks
	}
	q.explain(w)
	return w
}

// openImportance is the importance that a solution leaves open.
func (t *task) openImportance(s answer) (lost int64) {
	for _, i := range s.Open {
		if i < len(t.plain) {
			lost += t.plain[i]
		}
	}
	return lost
}

func (q *question) explain(w *Why) {
	switch {
	case q.inPlan:
		w.Because = append(w.Because, stepOf(q.bestPlan, w.Course).Because...)
	case !q.possible:
		if why, known := q.impossible(); known {
			w.Because = append(w.Because, why)
		}
		return
	case !helpful(stepOf(q.inLieu, w.Course)):
		w.note(ClosesNothing)
	}
	w.noteAll(ExcludedBy, q.excluding())
	w.noteAll(TakesPlaceOf, beside(w.Best.Courses, w.Other.Courses, w.Course))
	w.noteAll(BringsAlong, beside(w.Other.Courses, w.Best.Courses, w.Course))
	w.noteAll(LeavesOpen, q.leftOpen())
	if w.MorePence == 0 && w.MoreMinutes == 0 && w.MoreWeeks == 0 && w.BestShare == w.OtherShare {
		w.note(AsGood)
	}
}

// impossible says why no plan holds the course; false: that is not known, since the context
// has ended.
func (q *question) impossible() (why assess.Reason, known bool) {
	t := q.other
	if !q.otherIs.Proved || len(t.courses) == 0 {
		return why, false
	}
	if why := t.barred[q.course]; why != "" {
		return reason(NotAllowed, assess.Numbers{}, string(why)), true
	}
	all, taken := t.supply(), t.at(fact{course: t.courses[q.course].ID})
	switch {
	case all == nil:
		return why, false
	case !all.has(taken):
		lacked, late := t.missing(taken, all)
		if t.ended() {
			return why, false
		}
		return reason(CannotBegin, assess.Numbers{}, t.block(&Plan{}, lacked, late)...), true
	}
	return reason(DoesNotFit, assess.Numbers{}), true
}

// excluding are the courses of the best plan that exclude the course, or are excluded
// by it.
func (q *question) excluding() (names []string) {
	t := q.best
	for _, c := range q.bestIs.Items {
		if slices.Contains(t.excluded(t.courses[c]), q.course) || slices.Contains(t.excluded(t.courses[q.course]), c) {
			names = append(names, t.courses[c].ID)
		}
	}
	return names
}

// leftOpen are the goals that the best plan closes and the other does not.
func (q *question) leftOpen() (names []string) {
	for i, g := range q.best.goals {
		if slices.Contains(q.otherIs.Open, i) && !slices.Contains(q.bestIs.Open, i) {
			names = append(names, string(g.Statement))
		}
	}
	return names
}

func (w *Why) note(code string, refs ...string) {
	w.Because = append(w.Because, assess.Reason{Code: code, Numbers: assess.Numbers{}, Refs: append([]string{}, refs...)})
}

func (w *Why) noteAll(code string, refs []string) {
	if len(refs) > 0 {
		w.note(code, refs...)
	}
}

// beside are the courses of one plan that another does not have, but for one.
func beside(courses, others []string, but string) (names []string) {
	for _, id := range courses {
		if id != but && !slices.Contains(others, id) {
			names = append(names, id)
		}
	}
	return names
}

func stepOf(p *Plan, course string) Step {
	for _, s := range p.Steps {
		if s.Course == course {
			return s
		}
	}
	return Step{}
}

// helpful tells whether a step closes a gap or is needed by a later one.
func helpful(s Step) bool {
	return slices.ContainsFunc(s.Because, func(r assess.Reason) bool {
		return slices.Contains([]string{ClosesGap, SuppliesLevel, SuppliesCredential, ComesBefore}, r.Code)
	})
}
