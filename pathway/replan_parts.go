package pathway

import (
	"cmp"
	"slices"
)

// mostVisits is how many questions are asked to find the smallest change.
const mostVisits = 500

// part are the plans that hold some courses and not others.
type part struct{ with, without []string }

// visit looks for the smallest change in a part of all plans. A plan that may hold what it
// has no use for is a bound on those that may not. What is left of it without that is a
// plan, and any other is in a part of its own.
func (q *replan) visit(p part) error {
	more, none := q.barred(p.with)
	p.without = distinctIDs(slices.Concat(p.without, more))
	if none {
		return nil
	}
	if q.visits == mostVisits || q.best != nil && q.ctx.Err() != nil {
		q.proved = false
		return nil
	}
	q.visits++
	chosen, s, err := q.fewest(p)
	if err != nil || q.ended() {
		return cmp.Or(err, q.cut(chosen))
	}
	if q.proved = q.proved && s.Proved; q.best == nil {
		q.lost = s.Lost
	}
	least := q.sizeOf(chosen)
	if s.Lost > q.lost || q.best != nil && slices.Compare(least[:], q.size[:]) >= 0 {
		return nil
	}
	plan, _, err := q.only(chosen)
	if err != nil || q.ended() {
		return cmp.Or(err, q.cut(chosen))
	}
	return q.branch(plan, chosen, p)
}

// cut ends the search: where no plan was found yet, the courses that were chosen last are
// one, if they close more than what is left of the old plan.
func (q *replan) cut(chosen []string) error {
	if q.proved = false; q.best != nil {
		return nil
	}
	plan, lost, err := q.only(chosen)
	if err != nil {
		return err
	}
	if q.best = q.still; lost < q.left {
		q.best = plan
	}
	q.size = q.sizeOf(q.best.bill().Courses)
	return nil
}

// branch keeps a plan if it is the best so far, and looks on if it is larger than the
// courses that it was chosen from.
func (q *replan) branch(plan *Plan, chosen []string, p part) error {
	q.proved = q.proved && plan.Proved
	ids := plan.bill().Courses
	size, least := q.sizeOf(ids), q.sizeOf(chosen)
	if q.best == nil || slices.Compare(size[:], q.size[:]) < 0 {
		q.best, q.size = plan, size
	}
	if slices.Compare(size[:], least[:]) <= 0 {
		return nil
	}
	for _, id := range q.useless(chosen, ids) {
		if slices.Contains(p.with, id) {
			continue
		}
		if err := q.visit(part{p.with, append(slices.Clip(p.without), id)}); err != nil {
			return err
		}
		p.with = distinctIDs(append(slices.Clip(p.with), id))
	}
	return nil
}
