package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// answer is a solution, the question that its certificate speaks of, and the limits that
// this was asked with.
type answer struct {
	solve.Solution
	asked  *solve.Instance
	within Limits
}

// ask puts a question to package solve.
func ask(ctx context.Context, in *solve.Instance, within Limits) (answer, error) {
	s, err := solve.Exact(ctx, in)
	return answer{s, in, within}, err
}

// best asks for the best courses within limits.
func (t *task) best(ctx context.Context, l Limits) (answer, error) {
	if t.dated() {
		return t.bestDated(ctx, l)
	}
	in := t.instance(ctx, l, true)
	in.Deadline = l.Weeks
	return ask(ctx, in, l)
}

// instance is the task as package solve sees it, with the time that courses take or without.
// Cost is pence first and minutes second in one number. When the context has ended, not
// all courses are there, and package solve will look at none.
func (t *task) instance(ctx context.Context, l Limits, timed bool) *solve.Instance {
	in := &solve.Instance{Facts: len(t.facts), Start: t.start, Nodes: t.options.Nodes, Limits: t.limits(l), Warm: t.warm}
	in.Goals = t.asksFor()
	for i := range t.courses {
		if i%aWhile == 0 && ctx.Err() != nil {
			break
		}
		if i == 0 {
			in.Actions = make([]solve.Action, 0, len(t.courses)+len(in.Goals)) // room for what closes goals in time
		}
		c := t.courses[i]
		a := solve.Action{Needs: t.needs[i], Adds: t.adds[i], Cost: t.weight(i), Uses: t.uses(i, l), Excludes: t.excluded(c)}
		if timed {
			a.Time = c.Weeks
		}
		in.Actions = append(in.Actions, a)
	}
	return in
}

// asksFor are the goals, and then the courses asked for, which weigh more than all goals.
func (t *task) asksFor() (goals []solve.Goal) {
	for i, f := range t.aims {
		goals = append(goals, solve.Goal{Fact: f, Weight: t.weights[i]})
	}
	for _, f := range t.forced {
		goals = append(goals, solve.Goal{Fact: f, Weight: sum(t.weights) + 1})
	}
	return goals
}

// weight is what a course weighs: pence first, minutes second.
func (t *task) weight(c int) int64 {
	weight := t.pence[c]*t.unit + t.courses[c].Minutes
	switch x := &t.extra; {
	case x.each == nil || x.most != nil:
		return weight
	case x.alone:
		return x.each[c]
	default:
		return weight + x.each[c]
	}
}

// limits are what the limited resources come to: pence, minutes, funding, what counts besides.
func (t *task) limits(l Limits) (limits []int64) {
	for _, limit := range []*int64{l.Pence, l.Minutes} {
		if limit != nil {
			limits = append(limits, *limit)
		}
	}
	if t.options.Funding.limited() {
		limits = append(limits, *t.options.Funding.PotPence)
	}
	if t.extra.most != nil {
		limits = append(limits, *t.extra.most)
	}
	return limits
}

// uses are what a course takes of the limited resources, in the order of limits.
func (t *task) uses(i int, l Limits) (uses []int64) {
	if l.Pence != nil {
		uses = append(uses, t.pence[i])
	}
	if l.Minutes != nil {
		uses = append(uses, t.courses[i].Minutes)
	}
	if t.options.Funding.limited() {
		uses = append(uses, t.courses[i].pence-t.pence[i])
	}
	if t.extra.most != nil {
		uses = append(uses, t.extra.each[i])
	}
	return uses
}

func (t *task) excluded(c *course) (others []int) {
	for _, id := range c.Excludes {
		if i, usable := t.position(id); usable {
			others = append(others, i)
		}
	}
	return others
}

// limited tells whether goals may have to be weighed against each other.
func (t *task) limited() bool { return t.options.Limits.any() || t.options.Funding.limited() }

// only is the task for some of the goals, with some of the courses, nil: all, and no others
// asked for. When the context has ended it is of no use.
func (t *task) only(goal func(i int) bool, may func(c int) bool) *task {
	part := *t
	part.goals, part.aims, part.plain, part.weights, part.forced = nil, nil, nil, nil, nil
	for i := range t.goals {
		if goal(i) {
			part.goals, part.aims = append(part.goals, t.goals[i]), append(part.aims, t.aims[i])
			part.plain, part.weights = append(part.plain, t.plain[i]), append(part.weights, t.weights[i])
		}
	}
	if may == nil {
		return &part
	}
	part.needs = slices.Clone(t.needs)
	never := []int{t.nothing}
	for c := range t.courses {
		if c%aWhile == 0 && t.ended() {
			break
		}
		if !may(c) {
			part.needs[c] = never
		}
	}
	return &part
}

// conditional is the best plan without limits for all gaps that have anything to do; where
// there is no time to look for one, the plan.
func (t *task) conditional(ctx context.Context, plan *Plan) (Conditional, error) {
	if !t.limited() && len(plan.AssessFirst) == 0 {
		return plan.bill(), nil
	}
	if t.ended() {
		return plan.bill(), nil
	}
	o := t.options
	o.Limits, o.AssumeUnmet = Limits{}, true
	if o.Funding.limited() {
		o.Funding = &Funding{ShareBasisPoints: o.Funding.ShareBasisPoints}
	}
	all := t.Planner.taskIn(ctx, t.report, o)
	solved, err := all.renewing(ctx)
	if err != nil {
		return Conditional{}, err
	}
	if t.ended() && len(solved.Items) == 0 {
		return plan.bill(), nil
	}
	whole, _ := all.taken(solved)
	return whole.bill(), nil
}
