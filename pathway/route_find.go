package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Routes finds the best ways to a role. Each sequence of roles stands for its cheapest
// training (then the shortest in minutes, then in weeks, as [Planner.Plan] says), and
// sequences are compared by what that comes to. No way at all is an empty list and no
// error. When ctx or [RouteOptions.Solves] ends the search, the routes are the best found,
// and not proved. The errors wrap [ksb.ErrUnknownRole] and [ksb.ErrValue].
//
// The method: what a person learns for one role counts for all later ones, so no fixed
// cost can be put on a link. The search goes from role to role, the most promising start
// of a route first (A*). The bound of a start is the cheapest training for all gaps of
// its roles and of the target together, which package solve finds and proves; more roles
// never ask for less, so nothing that goes on from there costs less. Before that a
// quicker bound decides whether to look at all. The result is exact for every objective,
// and is compared with every route and every set of courses in the tests.
func (t *Traveller) Routes(ctx context.Context, to ksb.RoleID, o RouteOptions) (*Routes, error) {
	q, err := t.quest(to, o)
	if err != nil {
		return nil, err
	}
	return q.answer(ctx)
}

// Frontier finds every way to a role of which no other is better in all criteria, and of
// those that are alike in them the first by the other objectives. The order is that of
// the criteria, the first of them first. The method and its errors are those of
// [Traveller.Routes]; where courses exclude each other the bounds say less, and a search
// among many roles may end unproved.
func (t *Traveller) Frontier(ctx context.Context, to ksb.RoleID, o RouteOptions) (*Routes, error) {
	if len(o.Objectives) == 0 {
		o.Objectives = []Objective{LeastPence, LeastWeeks, LeastHops}
	}
	q, err := t.quest(to, o)
	if err != nil {
		return nil, err
	}
	q.criteria = slices.Clone(o.Objectives)
	return q.answer(ctx)
}

// answer searches, and writes out what is found.
func (q *quest) answer(ctx context.Context) (*Routes, error) {
	found, proved, err := q.search(ctx)
	if err != nil {
		return nil, err
	}
	r := &Routes{
		Format: RouteFormat, Worker: q.worker, To: q.atlas.label(q.to),
		Objectives: q.order, Pareto: q.criteria != nil, Routes: []Route{}, Proved: proved,
	}
	if q.in != "" {
		from := q.atlas.label(q.in)
		r.From = &from
	}
	if q.criteria != nil {
		r.Objectives = q.criteria
	}
	for _, t := range found {
		route, err := q.route(ctx, t)
		if err != nil {
			return nil, err
		}
		r.Routes = append(r.Routes, route)
	}
	r.Direct, err = q.direct(ctx)
	return r, err
}

// direct is the best training for the target alone.
func (q *quest) direct(ctx context.Context) (Totals, error) {
	s, err := q.stand(q.target)
	if err != nil {
		return Totals{}, err
	}
	b, err := q.bundle(ctx, s.goals)
	if err != nil {
		return Totals{}, err
	}
	weeks := q.length(q.instance(nil, s.goals, b.items, nil))
	return Totals{CostPence: b.pence, Minutes: b.minutes, Weeks: int(weeks), Left: b.left}, nil
}
