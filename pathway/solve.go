package pathway

import (
	"context"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// solve asks for the best courses within limits.
func (t *task) solve(ctx context.Context, l Limits, nodes int) (solve.Solution, error) {
	return solve.Exact(ctx, t.instance(l, nodes))
}

// instance is the task as package solve sees it. Cost is pence first and minutes
// second in one number.
func (t *task) instance(l Limits, nodes int) *solve.Instance {
	in := &solve.Instance{Facts: len(t.facts), Start: t.start, Deadline: l.Weeks, Nodes: nodes}
	for i := range t.courses {
		c := &t.courses[i]
		in.Actions = append(in.Actions, solve.Action{
			Needs: t.needs[i], Adds: t.adds[i], Time: c.Weeks,
			Cost: c.pence*t.unit + c.Minutes, Uses: l.uses(c), Excludes: t.excluded(c),
		})
	}
	for i, f := range t.aims {
		in.Goals = append(in.Goals, solve.Goal{Fact: f, Weight: t.weights[i]})
	}
	for _, limit := range []*int64{l.Pence, l.Minutes} {
		if limit != nil {
			in.Limits = append(in.Limits, *limit)
		}
	}
	return in
}

// uses are what a course takes of the limited resources, in the order of Limits.
func (l Limits) uses(c *course) (uses []int64) {
	if l.Pence != nil {
		uses = append(uses, c.pence)
	}
	if l.Minutes != nil {
		uses = append(uses, c.Minutes)
	}
	return uses
}

func (t *task) excluded(c *course) (others []int) {
	for _, id := range c.Excludes {
		if i, usable := t.Planner.at[id]; usable {
			others = append(others, i)
		}
	}
	return others
}

// conditional is the best plan without limits for all gaps that have anything to do.
func (p *Planner) conditional(ctx context.Context, r *assess.Report, o Options, plan *Plan) (Conditional, error) {
	if !o.Limits.any() && len(plan.AssessFirst) == 0 {
		return plan.bill(), nil
	}
	t := p.task(r, true)
	solved, err := t.solve(ctx, Limits{}, o.Nodes)
	if err != nil {
		return Conditional{}, err
	}
	return t.plan(solved, false).bill(), nil
}
