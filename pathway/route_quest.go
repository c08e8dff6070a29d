package pathway

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// quest is one question for routes.
type quest struct {
	*Traveller
	*stock
	o        RouteOptions
	to       ksb.RoleID
	from     int32 // where the traveller stands; -1: nowhere
	target   int32
	starts   map[int32]Start
	order    []Objective
	criteria []Objective // of a Pareto set; nil: a list is wanted
	next     [][]int32   // by role: the roles that links lead to, ascending
	apart    []int32     // by role: hops from there to the target; -1: no way
	roles    map[int32]*stand
	solved   map[string]bundle
	solves   int
	spent    []int64 // scratch
}

// stand is what a role on the way asks of the traveller.
type stand struct {
	goals []goal
	open  []int32
}

func (t *Traveller) quest(to ksb.RoleID, o RouteOptions) (*quest, error) {
	target, known := t.atlas.node(to)
	if !known {
		return nil, fmt.Errorf("routes: %w: %q", ksb.ErrUnknownRole, to)
	}
	q := &quest{Traveller: t, o: o, to: to, from: -1, target: target, roles: map[int32]*stand{}, solved: map[string]bundle{}}
	if t.in != "" {
		q.from, _ = t.atlas.node(t.in)
	}
	q.o.K, q.o.MostHops, q.o.Solves = cmp.Or(max(o.K, 0), 5), cmp.Or(max(o.MostHops, 0), 4), cmp.Or(max(o.Solves, 0), 60)
	q.o.AssumeUnmet = t.assume(o)
	var err error
	if q.order, err = objectives(o.Objectives); err != nil {
		return nil, err
	}
	r, err := t.report(to)
	if err != nil {
		return nil, fmt.Errorf("routes: %w", err)
	}
	q.stock = newStock(t.atlas.ix, t.atlas.planner, r.Held, o.Setting)
	q.spent = make([]int64, len(q.courses))
	if q.starts, err = t.starts(target); err != nil {
		return nil, fmt.Errorf("routes: %w", err)
	}
	q.draw()
	return q, nil
}

// objectives completes a list of objectives. A name that is none wraps [ksb.ErrValue].
func objectives(wanted []Objective) ([]Objective, error) {
	all := []Objective{LeastPence, LeastMinutes, LeastWeeks, LeastHops, LeastAsked}
	order := []Objective{}
	for _, o := range append(slices.Clone(wanted), all...) {
		switch {
		case !slices.Contains(all, o):
			return nil, fmt.Errorf("routes: %w: there is no objective %q", ksb.ErrValue, o)
		case !slices.Contains(order, o):
			order = append(order, o)
		}
	}
	return order, nil
}

// draw keeps the part of the map that the filters allow, and finds how far each role is
// from the target.
func (q *quest) draw() {
	a := q.atlas
	q.next = make([][]int32, len(a.briefs))
	before := make([][]int32, len(a.briefs))
	for i := range a.briefs {
		for _, l := range a.leaving(int32(i)) {
			to := a.nodes[l.To]
			if q.o.PublishedOnly && l.Kind != PublishedLink || !q.allows(to) {
				continue
			}
			if n := len(q.next[i]); n == 0 || q.next[i][n-1] != to {
				q.next[i], before[to] = append(q.next[i], to), append(before[to], int32(i))
			}
		}
	}
	q.apart = make([]int32, len(a.briefs))
	for i := range q.apart {
		q.apart[i] = -1
	}
	q.apart[q.target] = 0
	for queue := []int32{q.target}; len(queue) > 0; queue = queue[1:] {
		for _, i := range before[queue[0]] {
			if q.apart[i] < 0 {
				q.apart[i] = q.apart[queue[0]] + 1
				queue = append(queue, i)
			}
		}
	}
}

// allows tells whether a route may lead through a role.
func (q *quest) allows(role int32) bool {
	r := q.atlas.briefs[role].Role
	switch {
	case role == q.target:
		return true
	case r.Qual != 0 && (r.Qual < q.o.LeastQual || q.o.MostQual != 0 && r.Qual > q.o.MostQual):
		return false
	case q.o.Regulated != nil && *q.o.Regulated != (r.Facts.Regulator != ""):
		return false
	}
	return true
}

// firsts are the roles that a route can begin with, ascending.
func (q *quest) firsts() (list []int32) {
	if q.from >= 0 {
		return q.next[q.from]
	}
	for i := range q.starts { // any order: sorted below
		if q.allows(i) {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list
}

// id is the role that a place on the map stands for: the target may be an option.
func (q *quest) id(role int32) ksb.RoleID {
	if role == q.target {
		return q.to
	}
	return q.atlas.briefs[role].Role.ID
}

// stand is what a role asks of the traveller.
func (q *quest) stand(role int32) (*stand, error) {
	if s, known := q.roles[role]; known {
		return s, nil
	}
	r, err := q.report(q.id(role))
	if err != nil {
		return nil, fmt.Errorf("routes: %w", err)
	}
	s := &stand{goals: q.goals(r, q.o.AssumeUnmet), open: q.open(r)}
	q.roles[role] = s
	return s, nil
}

// bundle is the best set of courses for goals, worked out once.
func (q *quest) bundle(ctx context.Context, goals []goal) (bundle, error) {
	key := make([]byte, 0, 5*len(goals))
	for _, g := range goals {
		key = append(key, byte(g.statement), byte(g.statement>>8), byte(g.statement>>16), byte(g.statement>>24), byte(g.level))
	}
	b, known := q.solved[string(key)]
	if known {
		return b, nil
	}
	q.solves++
	b, err := q.best(ctx, goals)
	if err != nil {
		return b, fmt.Errorf("routes: %w", err)
	}
	q.solved[string(key)] = b
	return b, nil
}

// union joins two sorted lists.
func union[T any](a, b []T, compare func(T, T) int) []T {
	joined := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := compare(a[0], b[0]); {
		case c < 0:
			joined, a = append(joined, a[0]), a[1:]
		case c > 0:
			joined, b = append(joined, b[0]), b[1:]
		default:
			joined, a, b = append(joined, a[0]), a[1:], b[1:]
		}
	}
	return append(append(joined, a...), b...)
}
