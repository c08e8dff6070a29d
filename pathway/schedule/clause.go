package schedule

import (
	"cmp"
	"slices"
)

// clause is a list of atoms of which one must hold. The first two are watched: nothing
// follows from it before one of them fails.
type clause struct {
	atoms []atom // nil: it is forgotten
	used  int
}

// store is the clauses that were learned.
type store struct {
	clauses []*clause
	watched [2][][]*clause // by side of the watched atom and activity
}

func newStore(acts int) store {
	return store{watched: [2][][]*clause{make([][]*clause, acts), make([][]*clause, acts)}}
}

func (s *store) keep(c *clause) {
	s.clauses = append(s.clauses, c)
	s.watch(c, c.atoms[0])
	s.watch(c, c.atoms[1])
}

func (s *store) watch(c *clause, a atom) {
	list := &s.watched[side(a.up)][a.act]
	*list = append(*list, c)
}

// mostClauses is how many clauses are kept.
const mostClauses = 3_000

// forget drops half of the clauses once they are many: those that are long and were
// seldom of use.
func (s *store) forget() {
	if len(s.clauses) < mostClauses {
		return
	}
	slices.SortStableFunc(s.clauses, func(a, b *clause) int {
		return cmp.Or(cmp.Compare(min(len(a.atoms), 5)/5, min(len(b.atoms), 5)/5), cmp.Compare(b.used, a.used), cmp.Compare(len(a.atoms), len(b.atoms)))
	})
	for _, c := range s.clauses[mostClauses/2:] {
		c.atoms = nil
	}
	s.clauses = s.clauses[:mostClauses/2]
	for _, c := range s.clauses {
		c.used /= 2
	}
	for k := range s.watched {
		for i, list := range s.watched[k] {
			s.watched[k][i] = slices.DeleteFunc(list, func(c *clause) bool { return c.atoms == nil })
		}
	}
}

// wake looks at the clauses of which a step may have failed a watched atom; false: one of
// them cannot be met.
func (l *learner) wake(t step) bool {
	side := 1 - side(t.up) // atoms of the other side fail
	list := l.watched[side][t.act]
	kept, met := list[:0], true
	for k, c := range list {
		stays := true
		if at := l.failed(c, t); at >= 0 {
			c.atoms[0], c.atoms[1] = c.atoms[1-at], c.atoms[at]
			stays, met = l.replace(c)
		}
		if stays {
			kept = append(kept, c)
		}
		if !met {
			kept = append(kept, list[k+1:]...)
			break
		}
	}
	l.watched[side][t.act] = kept
	return met
}

// failed is which of the watched atoms of a clause a step has failed; -1: none.
func (l *learner) failed(c *clause, t step) int {
	for k, a := range c.atoms[:2] {
		if a.act == t.act && a.up != t.up && l.fails(a) {
			return k
		}
	}
	return -1
}

// replace watches another atom in the place of the second, which failed; if there is none
// the first must hold. stays: the clause is still watched where it was.
func (l *learner) replace(c *clause) (stays, met bool) {
	if l.holds(c.atoms[0]) {
		return true, true
	}
	was := c.atoms[1]
	for k := 2; k < len(c.atoms); k++ {
		if a := c.atoms[k]; !l.fails(a) {
			c.atoms[1], c.atoms[k] = a, was
			if a.act == was.act && a.up == was.up {
				return true, true
			}
			l.watch(c, a)
			return false, true
		}
	}
	c.used++
	return true, l.move(c.atoms[0], l.others(c))
}

// others are why the first atom of a clause must hold: no other can.
func (l *learner) others(c *clause) []atom {
	l.because = l.because[:0]
	for _, a := range c.atoms[1:] {
		l.because = append(l.because, l.opposing(a))
	}
	return l.because
}
