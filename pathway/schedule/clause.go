package schedule

import (
	"cmp"
	"slices"
)

// clause is a list of atoms of which one must hold. The first two are watched: nothing
// follows from it before one of them fails.
type clause struct {
	from, to int32 // its atoms in the store
	used     int32
}

// mostClauses is how many clauses are kept.
const mostClauses = 8_000

// store is the clauses that were learned. A clause is listed where each of its watched atoms
// stands, so that only those are looked at of which one has failed.
type store struct {
	most    int   // clauses that are kept
	row     int32 // weeks for which clauses are listed
	atoms   []atom
	clauses []clause
	lists   [2][]int32 // by side, and activity and week of the atom: the first watch; none: -1
	next    []int32    // by watch: twice the number of its clause, and one more for its second atom
}

func newStore(acts, weeks, most int) store {
	s := store{most: most, row: int32(weeks)}
	for k := range s.lists {
		s.lists[k] = slices.Repeat([]int32{-1}, acts*weeks)
	}
	return s
}

// list is where the clauses are listed that watch an atom.
func (s *store) list(a atom) *int32 {
	return &s.lists[side(a.up)][a.act*s.row+min(max(a.week, 0), s.row-1)]
}

// keep adds a clause of two atoms at least.
func (s *store) keep(atoms []atom) {
	from := int32(len(s.atoms))
	s.atoms = append(s.atoms, atoms...)
	s.clauses = append(s.clauses, clause{from: from, to: int32(len(s.atoms))})
	s.next = append(s.next, -1, -1)
	c := int32(len(s.clauses) - 1)
	s.watch(2*c, atoms[0])
	s.watch(2*c+1, atoms[1])
}

func (s *store) watch(watch int32, a atom) {
	list := s.list(a)
	s.next[watch], *list = *list, watch
}

// forget drops half of the clauses once they are many: those that are long and were
// seldom of use.
func (s *store) forget() {
	if len(s.clauses) < s.most {
		return
	}
	size := func(c clause) int32 { return c.to - c.from }
	slices.SortStableFunc(s.clauses, func(a, b clause) int {
		return cmp.Or(cmp.Compare(min(size(a), 5)/5, min(size(b), 5)/5), cmp.Compare(b.used, a.used), cmp.Compare(size(a), size(b)))
	})
	kept, atoms := s.clauses[:s.most/2], s.atoms
	s.clauses, s.atoms, s.next = nil, nil, nil
	for _, list := range s.lists {
		for k := range list {
			list[k] = -1
		}
	}
	for _, c := range kept {
		s.keep(atoms[c.from:c.to])
		s.clauses[len(s.clauses)-1].used = c.used / 2
	}
}

// wake looks at the clauses of which a step has failed a watched atom; false: one of them
// cannot be met.
func (l *learner) wake(t step) bool {
	a := atom{act: t.act, up: !t.up}
	from, to := t.old, t.week-1
	if !t.up {
		from, to = t.week+1, t.old
	}
	from, to = max(from, 0), min(to, l.row-1)
	for a.week = from; a.week <= to; a.week++ {
		if !l.wakeList(l.list(a)) {
			return false
		}
	}
	return true
}

// wakeList looks at the clauses of a list, of each of which a watched atom has failed.
func (l *learner) wakeList(at *int32) bool {
	for *at >= 0 {
		watch := *at
		if l.replace(watch) {
			*at = l.next[watch]
			l.watch(watch, l.atoms[l.clauses[watch/2].from+watch%2])
			continue
		}
		if !l.meet(watch) {
			return false
		}
		at = &l.next[watch]
	}
	return true
}

// replace finds another atom to watch in place of one that failed.
func (l *learner) replace(watch int32) bool {
	c := l.clauses[watch/2]
	if l.holds(l.atoms[c.from+1-watch%2]) {
		return false
	}
	for k := c.from + 2; k < c.to; k++ {
		if !l.fails(l.atoms[k]) {
			at := c.from + watch%2
			l.atoms[at], l.atoms[k] = l.atoms[k], l.atoms[at]
			return true
		}
	}
	return false
}

// meet makes the other watched atom hold, as all others failed.
func (l *learner) meet(watch int32) bool {
	c := &l.clauses[watch/2]
	other := c.from + 1 - watch%2
	if l.holds(l.atoms[other]) {
		return true
	}
	c.used++
	return l.move(l.atoms[other], l.others(c.from, c.to, other))
}

// others are why an atom of a clause must hold: no other can.
func (l *learner) others(from, to, but int32) []atom {
	l.because = l.because[:0]
	for k := from; k < to; k++ {
		if k != but {
			l.because = append(l.because, l.opposing(l.atoms[k]))
		}
	}
	return l.because
}
