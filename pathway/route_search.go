package pathway

import (
	"cmp"
	"container/heap"
	"context"
	"slices"
)

// score is what a route comes to, or comes to at least.
type score struct{ left, pence, minutes, weeks, hops, asked int64 }

func (s score) of(o Objective) int64 {
	switch o {
	case LeastPence:
		return s.pence
	case LeastMinutes:
		return s.minutes
	case LeastWeeks:
		return s.weeks
	case LeastHops:
		return s.hops
	}
	return s.asked
}

// trail is a route, or the start of one. goals and open are those of all its roles and of
// the target.
type trail struct {
	roles  []int32
	goals  []goal
	open   []int32
	score  score
	bundle *bundle // nil: not worked out yet
	ends   bool    // at the target, and the score is what it comes to
}

// trails is the queue of the search: the least score first, then by roles, so that what
// is begun comes before what goes on from it.
type trails struct {
	list  []*trail
	order []Objective
}

func (h *trails) Len() int           { return len(h.list) }
func (h *trails) Less(i, j int) bool { return h.compare(h.list[i], h.list[j]) < 0 }
func (h *trails) Swap(i, j int)      { h.list[i], h.list[j] = h.list[j], h.list[i] }
func (h *trails) Push(x any)         { h.list = append(h.list, x.(*trail)) }

func (h *trails) Pop() any {
	last := h.list[len(h.list)-1]
	h.list = h.list[:len(h.list)-1]
	return last
}

func (h *trails) compare(a, b *trail) int {
	if c := cmp.Compare(a.score.left, b.score.left); c != 0 {
		return c
	}
	for _, o := range h.order {
		if c := cmp.Compare(a.score.of(o), b.score.of(o)); c != 0 {
			return c
		}
	}
	return slices.Compare(a.roles, b.roles)
}

// search finds the best routes. Every trail has a score that nothing which goes on from
// it is below, so the first complete routes to come out of the queue are the best. A
// trail comes out twice: first with a bound that is quick to find, then with the best
// courses for all its roles and the target. For more roles ask no less, so that what goes
// on from it costs no less.
func (q *quest) search(ctx context.Context) (found []*trail, proved bool, err error) {
	h := &trails{order: q.order}
	if err := q.begin(ctx, h); err != nil {
		return nil, false, err
	}
	for h.Len() > 0 {
		t := heap.Pop(h).(*trail)
		switch {
		case q.outdone(t, found), q.late(t):
		case t.ends:
			if found = append(found, t); q.criteria == nil && len(found) == q.o.K {
				return found, q.allProved(found), nil
			}
		case q.solves >= q.o.Solves || ctx.Err() != nil:
			heap.Push(h, t)
			return q.give(found, h), false, nil
		default:
			if err := q.advance(ctx, h, t); err != nil {
				return found, false, err
			}
		}
	}
	return found, q.allProved(found), nil
}

func (q *quest) allProved(found []*trail) bool {
	return !slices.ContainsFunc(found, func(t *trail) bool { return !t.bundle.proved })
}

// give is what there is when a search ends early.
func (q *quest) give(found []*trail, h *trails) []*trail {
	for h.Len() > 0 && (q.criteria != nil || len(found) < q.o.K) {
		if t := heap.Pop(h).(*trail); t.ends && !q.outdone(t, found) && !q.late(t) {
			found = append(found, t)
		}
	}
	return found
}

// late: it takes more months than it may. The bound on the weeks holds only where no
// course is given up for another.
func (q *quest) late(t *trail) bool {
	return q.o.MostMonths > 0 && (t.ends || !q.excluding) && t.score.weeks*12 > int64(q.o.MostMonths)*52
}

// outdone: the route is there already, or one that is no worse in all criteria.
func (q *quest) outdone(t *trail, found []*trail) bool {
	return slices.ContainsFunc(found, func(f *trail) bool {
		if q.criteria == nil {
			return t.ends && slices.Equal(f.roles, t.roles)
		}
		s := t.score
		if q.excluding && !t.ends {
			s.pence, s.weeks = 0, 0
		}
		if !t.ends {
			s.minutes = 0
		}
		worse := func(o Objective) bool { return f.score.of(o) > s.of(o) }
		return f.score.left <= s.left && !slices.ContainsFunc(q.criteria, worse)
	})
}

// begin puts the first trails into the queue, and routes that are likely to be good, so
// that there is an answer when a search ends early.
func (q *quest) begin(ctx context.Context, h *trails) error {
	root := &trail{}
	s, err := q.stand(q.target)
	if err != nil {
		return err
	}
	root.goals, root.open = s.goals, s.open
	for _, role := range q.firsts() {
		if err := q.extend(ctx, h, root, role); err != nil {
			return err
		}
	}
	for _, roles := range q.likely(ctx) {
		t := root
		for _, role := range roles {
			if t, err = q.with(t, role); err != nil {
				return err
			}
		}
		if q.solves < q.o.Solves/2+1 {
			if err := q.finish(ctx, h, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// with is a trail with one role more; its score is yet to be found.
func (q *quest) with(t *trail, role int32) (*trail, error) {
	s, err := q.stand(role)
	if err != nil {
		return nil, err
	}
	return &trail{
		roles: append(slices.Clone(t.roles), role),
		goals: union(t.goals, s.goals, goal.compare), open: union(t.open, s.open, cmp.Compare[int32]),
	}, nil
}

// extend puts a trail with one role more into the queue, if the target is near enough.
func (q *quest) extend(ctx context.Context, h *trails, t *trail, role int32) error {
	hops := len(t.roles) + 1 + int(q.apart[role])
	if q.apart[role] < 0 || hops > q.o.MostHops || role == q.from || slices.Contains(t.roles, role) {
		return nil
	}
	longer, err := q.with(t, role)
	if err != nil {
		return err
	}
	if role == q.target && t.bundle != nil { // it asks for nothing more
		longer.bundle = t.bundle
		return q.finish(ctx, h, longer)
	}
	ahead := q.outlook(longer.goals, q.spent)
	longer.score = score{left: int64(ahead.left), pence: ahead.pence, weeks: ahead.weeks, hops: int64(hops), asked: int64(len(longer.open))}
	longer.score.inherit(t)
	heap.Push(h, longer)
	return nil
}

// inherit: what goes on from a trail is no better than the best for the trail. More gaps
// may stay open than the quick bound sees; then its pence say nothing.
func (s *score) inherit(t *trail) {
	if t.bundle == nil {
		return
	}
	switch before := t.score; {
	case before.left > s.left:
		s.left, s.pence, s.minutes = before.left, before.pence, before.minutes
	case before.left == s.left && before.pence > s.pence:
		s.pence, s.minutes = before.pence, before.minutes
	case before.left == s.left && before.pence == s.pence:
		s.minutes = before.minutes
	}
}

// advance takes a trail one step further: its courses, or the roles after it.
func (q *quest) advance(ctx context.Context, h *trails, t *trail) error {
	if t.roles[len(t.roles)-1] == q.target {
		return q.finish(ctx, h, t)
	}
	if t.bundle == nil {
		b, err := q.bundle(ctx, t.goals)
		if err != nil {
			return err
		}
		t.bundle = &b
		t.score.left, t.score.pence, t.score.minutes = int64(b.left), b.bound, 0
		if b.proved {
			t.score.pence, t.score.minutes = b.pence, q.minutes(b)
		}
		heap.Push(h, t)
		return nil
	}
	for _, role := range q.next[t.roles[len(t.roles)-1]] {
		if err := q.extend(ctx, h, t, role); err != nil {
			return err
		}
	}
	return nil
}

// minutes are a bound only where they break a tie in pence.
func (q *quest) minutes(b bundle) int64 {
	pence, minutes := slices.Index(q.order, LeastPence), slices.Index(q.order, LeastMinutes)
	if minutes == pence+1 {
		return b.minutes
	}
	return 0
}

// finish works out what a complete route comes to.
func (q *quest) finish(ctx context.Context, h *trails, t *trail) error {
	if t.bundle == nil {
		b, err := q.bundle(ctx, t.goals)
		if err != nil {
			return err
		}
		t.bundle = &b
	}
	weeks, err := q.weeksOf(ctx, t)
	if err != nil {
		return err
	}
	b := t.bundle
	t.score = score{int64(b.left), b.pence, b.minutes, weeks, int64(len(t.roles)), int64(len(t.open))}
	t.ends = true
	heap.Push(h, t)
	return nil
}
