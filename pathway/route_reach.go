package pathway

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// Reach is a role that a person can be trained for in time.
type Reach struct {
	RoleLabel
	Now     bool         `json:"now"` // everything is shown, and no gate before the start is shut
	Totals               // the cheapest training that ends in time
	Unknown int          `json:"unknown"` // requirements that somebody has to look at first
	Cover   float64      `json:"cover"`   // of its knowledge and skills by what the person holds
	Shut    []ksb.GateID `json:"shut"`    // gates that are not open, or of which nobody knows
}

// Within lists the roles that a person can be trained for within some weeks; 0: those
// within reach now. Roles whose gaps no course closes in time are left out, and so are
// those of which nothing is shown. What is within reach now comes first, then what
// nobody needs to look at first, then what takes the fewest weeks, the greater cover, and
// the order of the Index. Of the options AssumeUnmet, Setting and the filters of roles
// count. The errors wrap [ksb.ErrValue] for weeks below zero, or are those of package assess
// and of ctx.
func (t *Traveller) Within(ctx context.Context, weeks int, o RouteOptions) ([]Reach, error) {
	if weeks < 0 {
		return nil, fmt.Errorf("within reach: %w: %d weeks", ksb.ErrValue, weeks)
	}
	list := []Reach{}
	var q *quest
	for i := range t.atlas.briefs {
		b := &t.atlas.briefs[i]
		if b.OptionOf != "" || b.Role.ID == t.in {
			continue
		}
		r, err := t.report(b.Role.ID)
		if err != nil {
			return nil, fmt.Errorf("within reach: %w", err)
		}
		if q == nil { // what is held is the same for every role
			q = &quest{Traveller: t, o: o, target: -1, stock: newStock(t.atlas.ix, t.atlas.planner, r.Held, o.Setting)}
			q.o.AssumeUnmet = t.assume(o)
			q.spent = make([]int64, len(q.courses))
		}
		if !q.allows(int32(i)) || !anyShown(r) {
			continue
		}
		reach, inTime, err := q.reach(ctx, r, int32(i), weeks)
		if err != nil {
			return nil, fmt.Errorf("within reach: %w", err)
		}
		if inTime {
			list = append(list, reach)
		}
	}
	slices.SortStableFunc(list, compareReach)
	return list, ctx.Err()
}

func compareReach(a, b Reach) int {
	return cmp.Or(
		-compareBool(a.Now, b.Now), compareBool(a.Unknown > 0, b.Unknown > 0), cmp.Compare(a.Weeks, b.Weeks),
		-cmp.Compare(round6(a.Cover), round6(b.Cover)),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func anyShown(r *assess.Report) bool {
	return slices.ContainsFunc(r.Gaps, func(g assess.Gap) bool { return g.Action == assess.None && g.Status != assess.NotApplicable })
}

// reach plans for one role, and tells whether the plan is in time and closes everything.
func (q *quest) reach(ctx context.Context, r *assess.Report, role int32, weeks int) (Reach, bool, error) {
	reach := Reach{RoleLabel: q.atlas.label(r.Role.ID), Cover: q.atlas.cover.of(q.grips(r.Held), &q.atlas.briefs[role], role), Shut: shut(r)}
	goals := q.goals(r, q.o.AssumeUnmet)
	for i := range r.Gaps {
		if a := r.Gaps[i].Action; !q.o.AssumeUnmet && (a == assess.Assess || a == assess.Moderate) {
			reach.Unknown++
		}
	}
	reach.Now = len(goals)+reach.Unknown == 0 && !slices.ContainsFunc(r.Gates, func(g assess.GateResult) bool { return g.Phase == ksb.Entry && g.State != assess.GateMet })
	if ahead := q.outlook(goals, q.spent); ahead.left > 0 || ahead.weeks > int64(weeks) {
		return reach, false, nil
	}
	may := q.helpful(goals)
	in := q.instance(goals, goals, may, nil)
	in.Deadline = &weeks
	solved, err := solve.Exact(ctx, in)
	if err != nil || len(solved.Open) > 0 {
		return reach, false, err
	}
	var chosen []int
	for _, at := range solved.Items {
		c := q.courses[may[at]]
		chosen = append(chosen, may[at])
		reach.CostPence, reach.Minutes = reach.CostPence+c.pence, reach.Minutes+c.Minutes
	}
	reach.Weeks = int(q.length(q.instance(nil, goals, chosen, nil)))
	return reach, true, nil
}

// shut are the gates that are not open, or of which nobody knows.
func shut(r *assess.Report) []ksb.GateID {
	ids := []ksb.GateID{}
	for _, g := range r.Gates {
		if g.State != assess.GateMet {
			ids = append(ids, g.Gate)
		}
	}
	return ids
}
