package solve

import (
	"math"
	"slices"
)

// relaxation is the linear relaxation of a search: a row for each landmark in use, for
// each limit, and for each group of actions that exclude each other.
type relaxation struct {
	lp    *lp
	rows  []int32   // of each row: the landmark; below 0: limit -1-row, or a group
	inUse []bool    // by landmark
	scale []float64 // of each limit: what its row was divided by
	total []int64   // of each limit: what all actions use together
	x     []float64 // by action
	order []int32
	zone  *zone
	most  int  // rows before those are dropped that are not tight
	flat  bool // no action needs anything: the plain rows say all
}

// isGroup marks the row of a group.
const isGroup = math.MinInt32

// seed finds the first landmarks.
func (s *search) seed() {
	if len(s.pool) > 0 {
		return
	}
	if s.p.flat() {
		s.pool = s.plainRows()
		s.bound(&s.plain)
		return
	}
	s.pool = make([]landmark, 0, 2*len(s.p.goals))
	for g := 0; g < len(s.p.goals) && !s.ended(); g++ {
		if l := s.p.plainRow(g); len(l.acts) > 0 {
			s.pool = append(s.pool, l)
		}
	}
}

// plainRows are those of all goals, the narrowest first, without those that others imply.
func (s *search) plainRows() []landmark {
	order := make([]int32, len(s.p.goals))
	for g := range order {
		order[g] = int32(g)
	}
	slices.SortStableFunc(order, func(g, h int32) int { return len(s.p.sources[g]) - len(s.p.sources[h]) })
	pool := make([]landmark, 0, len(order))
	for _, g := range order {
		if s.ended() {
			break
		}
		pool = append(pool, s.p.plainRow(int(g)))
	}
	return withoutWider(pool, len(s.p.acts))
}

// flat tells whether no action needs anything.
func (p *problem) flat() bool {
	return !slices.ContainsFunc(p.acts, func(a act) bool { return len(a.needs) > 0 })
}

// mostWide bounds the work of comparing landmarks.
const mostWide = 1_000_000

// withoutWider drops the landmarks that hold all actions of another, of so many actions; of
// equals the first stays. They come with the fewest actions first.
func withoutWider(pool []landmark, actions int) []landmark {
	rest, k := pool[:0], kept{first: make([]int32, actions), next: make([]int32, 0, len(pool)), marks: make([]uint64, 0, len(pool))}
	for _, l := range pool {
		all := marksOf(l.acts)
		if l.need > 1 || !k.narrower(&l, all, rest) {
			rest = append(rest, l)
			k.keep(&l, all)
		}
	}
	return rest
}

// kept lists landmarks by their first actions: who holds all actions of one holds its first.
type kept struct {
	first []int32 // by action: the last landmark, from 1, that begins with it; 0: none
	next  []int32 // by landmark: the one before it that begins with the same
	marks []uint64
	empty bool // one holds no actions
	met   int  // so many were compared
}

func (k *kept) keep(l *landmark, all uint64) {
	k.next, k.marks = append(k.next, 0), append(k.marks, all)
	switch n := len(k.next); {
	case l.need > 1:
	case len(l.acts) == 0:
		k.empty = true
	default:
		k.next[n-1], k.first[l.acts[0]] = k.first[l.acts[0]], int32(n)
	}
}

// narrower tells whether a landmark, with marks of its actions, holds all actions of one that
// was kept. After many comparisons it finds no more.
func (k *kept) narrower(l *landmark, all uint64, kept []landmark) bool {
	if k.empty {
		return true
	}
	for _, a := range l.acts {
		for n := k.first[a]; n > 0; n = k.next[n-1] {
			if k.met++; k.met > mostWide {
				return false
			}
			if k.marks[n-1]&^all == 0 && within(kept[n-1].acts, l.acts) {
				return true
			}
		}
	}
	return false
}

// makeRelaxation makes one with the limits, the groups and the first landmarks for rows,
// without the actions that are dropped, unless a basis is given, which may hold them.
func (s *search) makeRelaxation() {
	cost := make([]float64, len(s.p.acts))
	for a := range cost {
		cost[a] = float64(s.p.acts[a].cost)
	}
	r := &relaxation{lp: newLP(cost, len(s.p.caps)+len(s.p.groups)+len(s.first), s.ended), x: make([]float64, len(cost)), flat: s.p.flat()}
	s.relax = r
	if s.ended() {
		return
	}
	if len(s.stack) > 0 && s.basis == nil {
		s.retire()
	}
	if s.ended() {
		return
	}
	if r.lp.makeRoom(s.rowsOf()); s.ended() {
		return
	}
	r.limit(s.p)
	for _, group := range s.p.groups {
		if s.ended() {
			return
		}
		r.rows = append(r.rows, isGroup)
		r.lp.addEqual(group, 1, 1)
	}
	for _, i := range s.first {
		if s.after(2 * len(s.pool[i].acts)) {
			return
		}
		r.use(int(i), &s.pool[i])
	}
	if s.ended() {
		return
	}
	if s.basis != nil {
		r.lp.begin(s.basis)
	} else {
		r.lp.begin(r.lp.ascend())
	}
}

// rowsOf counts the rows of each action that the relaxation begins with, and some to come.
func (s *search) rowsOf() []int32 {
	rows, spare := make([]int32, len(s.p.acts)), int32(len(s.p.caps)+4)
	if s.p.flat() {
		spare -= 4 // there are no rows to come
	}
	for a := range rows {
		rows[a] = spare
	}
	for _, group := range s.p.groups {
		for _, a := range group {
			rows[a]++
		}
	}
	for _, i := range s.first {
		if s.after(len(s.pool[i].acts)) {
			break
		}
		for _, a := range s.pool[i].acts {
			rows[a]++
		}
	}
	return rows
}

// limit adds a row for each limit, scaled to what an action uses on average.
func (r *relaxation) limit(p *problem) {
	all := make([]int32, len(p.acts))
	for a := range all {
		all[a] = int32(a)
	}
	for k, limit := range p.caps {
		r.total = append(r.total, p.total(k))
		scale := max(1, float64(r.total[k])/float64(len(all)+1))
		r.scale, r.rows = append(r.scale, scale), append(r.rows, int32(-1-k))
		r.lp.addRow(all, func(i int) float64 { return float64(p.acts[i].uses[k]) / scale }, float64(limit)/scale)
	}
}

// tight are the landmarks whose slacks are out of the basis, and the rest of the basis.
func (r *relaxation) tight() (landmarks, basis []int32) {
	for row, i := range r.rows {
		if i >= 0 && r.lp.place[r.lp.n+row] < 0 {
			landmarks = append(landmarks, i)
		}
	}
	for _, v := range r.lp.basis {
		if row := int(v) - r.lp.n; row < 0 || r.rows[row] < 0 {
			basis = append(basis, v)
		}
	}
	return landmarks, basis
}

// use adds the row of a landmark.
func (r *relaxation) use(i int, l *landmark) {
	for len(r.inUse) <= i {
		r.inUse = append(r.inUse, false)
	}
	if r.inUse[i] {
		return
	}
	r.inUse[i] = true
	r.rows = append(r.rows, int32(i))
	if l.coefs == nil {
		r.lp.addEqual(l.acts, -1, -float64(l.need))
		return
	}
	r.lp.addRow(l.acts, func(k int) float64 { return -float64(l.coefs[k]) }, -float64(l.need))
}

// purge drops the rows of landmarks that are not tight, unless the context ends.
func (r *relaxation) purge() {
	stay, done := r.lp.keepRows(func(row int) bool {
		return r.rows[row] < 0 || r.lp.at(int32(r.lp.n+row)) < 1e-6
	})
	if !done {
		return
	}
	rows := make([]int32, len(stay))
	clear(r.inUse)
	for k, row := range stay {
		if rows[k] = r.rows[row]; rows[k] >= 0 {
			r.inUse[rows[k]] = true
		}
	}
	r.rows = rows
}

// solve solves the relaxation of the present node, up to an objective of limit.
func (r *relaxation) solve(s *search, limit float64, steps int) verdict {
	if s.ended() {
		return stopped
	}
	r.follow(s)
	return r.lp.solve(limit, steps, s.ended)
}

// aside decides more of the present node and solves the relaxation of that. Then all is as it
// was, the rows of the relaxation and its basis too.
func (s *search) aside(work func()) {
	r := s.relax
	r.follow(s)
	r.lp.settle()
	s.guide.space.save(r.lp)
	stack, rows, last := len(s.stack), len(r.rows), s.last
	if work(); s.ended() {
		return // nothing is asked of it any more
	}
	for row := len(r.rows) - 1; row >= rows; row-- {
		r.inUse[r.rows[row]] = false
		r.lp.dropLast(s.pool[r.rows[row]].acts)
	}
	s.guide.space.load(r.lp)
	r.lp.saved = nil
	r.rows, s.last = r.rows[:rows], last
	s.unwind(stack)
	r.follow(s)
	r.read()
}

// follow fixes what the present node has decided.
func (r *relaxation) follow(s *search) {
	for _, a := range s.live {
		switch s.state[a] {
		case undecided:
			r.lp.fix(a, 0, 1)
		case taken:
			r.lp.fix(a, 1, 1)
		case dropped:
			r.lp.fix(a, 0, 0)
		}
	}
}

// read copies the values of the actions.
func (r *relaxation) read() {
	for _, a := range r.lp.live {
		r.x[a] = min(1, max(0, r.lp.at(a)))
	}
}

// isRetired tells whether an action is dropped for good.
func (r *relaxation) isRetired(a int32) bool { return r.lp.retired[a] }
