package diff

import (
	"cmp"
	"slices"
)

// item is a thing to be matched: a statement, a duty, an option or a gate.
type item struct {
	id    string
	class uint8  // texts are compared within a class: the kind of a statement
	text  string // squeezed
	wording
}

// match says that an item of one list, by position, is one of the other.
type match struct {
	from, to int
	by       Match
}

// matcher finds the one-to-one matches of two lists. Each list has an order that does not
// depend on how it was read.
type matcher struct {
	from, to []item
	rules
	matched   []match
	takenFrom []bool
	takenTo   []bool
}

// matches lists them by the position in from.
func (m *matcher) matches() []match {
	m.takenFrom, m.takenTo = make([]bool, len(m.from)), make([]bool, len(m.to))
	m.byDecision()
	if m.ids {
		m.byKey(ByID, func(x *item) key { return key{text: x.id} })
	}
	m.byKey(ByText, func(x *item) key { return key{x.class, x.text} })
	m.byWords()
	slices.SortFunc(m.matched, func(a, b match) int { return cmp.Compare(a.from, b.from) })
	return m.matched
}

// take matches two items, unless one is taken or a person parted them.
func (m *matcher) take(i, j int, by Match) bool {
	if m.takenFrom[i] || m.takenTo[j] || by != ByDecision && m.parted(i, j) {
		return false
	}
	m.takenFrom[i], m.takenTo[j] = true, true
	m.matched = append(m.matched, match{i, j, by})
	return true
}

func (m *matcher) parted(i, j int) bool {
	same, decided := m.decided[[2]string{m.from[i].id, m.to[j].id}]
	return decided && !same
}

func (m *matcher) byDecision() {
	if len(m.decided) == 0 {
		return
	}
	for i := range m.from {
		for j := range m.to {
			if m.decided[[2]string{m.from[i].id, m.to[j].id}] {
				m.take(i, j, ByDecision)
			}
		}
	}
}

// key is what two items must share.
type key struct {
	class uint8
	text  string
}

// byKey matches the items that share a key, in order; a key without text is none.
func (m *matcher) byKey(by Match, of func(*item) key) {
	waiting := map[key][]int{}
	for j := range m.to {
		waiting[of(&m.to[j])] = append(waiting[of(&m.to[j])], j)
	}
	for i := range m.from {
		k := of(&m.from[i])
		if k.text == "" {
			continue
		}
		for at, j := range waiting[k] {
			if m.take(i, j, by) {
				waiting[k] = slices.Delete(waiting[k], at, at+1)
				break
			}
		}
	}
}

// candidate is a proposal that may be made.
type candidate struct {
	likeness int64 // in millionths
	from, to int
}

// Compare orders candidates: 1 the most alike, 2 the earliest position on either side,
// 3 the earliest on the other, 4 the older position. The first three do not change when
// the lists are swapped, and pairs that differ in the fourth alone have no item in common.
func (c candidate) Compare(d candidate) int {
	return cmp.Or(
		cmp.Compare(d.likeness, c.likeness),
		cmp.Compare(min(c.from, c.to), min(d.from, d.to)),
		cmp.Compare(max(c.from, c.to), max(d.from, d.to)),
		cmp.Compare(c.from, d.from),
	)
}

// byWords proposes the most alike, best first.
func (m *matcher) byWords() {
	if m.proposeAt == 0 {
		return
	}
	list := m.candidates()
	slices.SortFunc(list, candidate.Compare)
	for _, c := range list {
		m.take(c.from, c.to, ByWords)
	}
}

func (m *matcher) candidates() (list []candidate) {
	for i := range m.from {
		for j := range m.to {
			if m.takenFrom[i] || m.takenTo[j] {
				continue
			}
			if likeness, enough := m.likeness(&m.from[i], &m.to[j]); enough {
				list = append(list, candidate{likeness, i, j})
			}
		}
	}
	return list
}

// likeness tells how alike two items are, and whether that is enough to propose them.
func (m *matcher) likeness(a, b *item) (int64, bool) {
	least := m.proposeAt
	if a.class != b.class {
		least = million
	}
	if len(a.terms) == 0 || len(b.terms) == 0 || a.bound(b.wording) < least {
		return 0, false
	}
	likeness := a.wording.likeness(b.wording)
	return likeness, likeness >= least
}
