package pathway

import "slices"

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
	if err != nil {
		return err
	}
	if q.proved = q.proved && s.Proved; q.best == nil {
		q.lost = s.Lost
	}
	if q.best == nil && len(chosen) == 0 && q.ended() {
		q.best, q.size = q.still, q.sizeOf(q.still.bill().Courses)
		return nil
	}
	least := q.sizeOf(chosen)
	if s.Lost > q.lost || q.best != nil && slices.Compare(least[:], q.size[:]) >= 0 {
		return nil
	}
	plan, err := q.only(chosen)
	if err != nil {
		return err
	}
	return q.branch(plan, chosen, p)
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
