package assess

import (
	"cmp"
	"maps"
	"slices"
)

// carry adds to standings what comes over links. The result has a standing for every
// statement that something is known of, by number.
func (p *Profile) carry(shown []standing) []standing {
	e, b := p.engine, &bench{engine: p.engine}
	all := make(map[int32]standing, len(shown))
	reached := map[int32]bool{}
	for _, s := range shown {
		all[s.number] = s
		for _, to := range e.outOf[s.number] {
			reached[to] = reached[to] || len(s.direct()) > 0
		}
	}
	carried := make(map[int32]standing, len(reached))
	for to, something := range reached { // any order: each statement has its own place
		if something {
			carried[to] = p.reach(b, to, all)
		}
	}
	maps.Copy(all, carried)
	list := make([]standing, 0, len(all))
	for _, number := range slices.Sorted(maps.Keys(all)) {
		list = append(list, all[number])
	}
	return list
}

// reach judges a statement by its own pieces and by those that come over links.
func (p *Profile) reach(b *bench, to int32, all map[int32]standing) standing {
	e, s := p.engine, all[to]
	s.number, s.links, s.extra = to, nil, sums{}
	s.pieces, s.findings = slices.Clone(s.direct()), slices.Clone(s.findings)
	there := make(map[string]bool, len(s.refs))
	for _, r := range s.refs {
		there[r.id] = true
	}
	for i := range e.into[to] {
		from := all[e.into[to][i].from]
		p.pass(&s, &from, &e.into[to][i], there)
	}
	slices.SortStableFunc(s.pieces, func(a, b piece) int { return compareNatural(a.id, b.id) })
	s.marks = b.judge(nil, e.scales[to], s.pieces)
	s.spread = b.spread()
	return s
}

// pass takes the pieces of one statement over to another, but for those that are there.
func (p *Profile) pass(s, from *standing, over *passage, there map[string]bool) {
	pieces := from.direct()
	if over.apart && len(pieces) > 0 {
		s.find(p.engine.ix.StatementAt(s.number).ID, "", "link", "link-between-scales", string(p.engine.ix.StatementAt(over.from).ID))
		return
	}
	for i := range pieces {
		if q := &pieces[i]; !there[q.id] {
			there[q.id] = true
			r := q.reference
			r.over = over
			carried := p.resolve(s.number, r, &s.exhibits)
			carried.numbers.Reliability = min(carried.numbers.Reliability, q.numbers.Reliability)
			s.pieces = append(s.pieces, carried)
		}
	}
}

// direct are the pieces that name the statement themselves.
func (s *standing) direct() []piece {
	isCarried := func(q piece) bool { return q.over != nil }
	if !slices.ContainsFunc(s.pieces, isCarried) {
		return s.pieces
	}
	return slices.DeleteFunc(slices.Clone(s.pieces), isCarried)
}

// carryAgain carries within a role, from what its codes resolved to as well.
func (a *assessment) carryAgain() {
	list := a.p.carry(a.standings())
	for i, q := range a.brief.Needs {
		if at, known := find(list, q.Statement); known {
			a.needs[i].standing = &list[at]
		}
	}
}

// standings are those of the profile, and those of the role where they are others.
func (a *assessment) standings() []standing {
	told := map[int32]standing{}
	for _, s := range a.p.standings {
		told[s.number] = s
	}
	for i := range a.needs {
		if s := a.needs[i].standing; s != nil {
			told[s.number] = *s
		}
	}
	list := make([]standing, 0, len(told))
	for _, number := range slices.Sorted(maps.Keys(told)) {
		list = append(list, told[number])
	}
	return list
}

func find(list []standing, number int32) (int, bool) {
	return slices.BinarySearchFunc(list, number, func(s standing, n int32) int { return cmp.Compare(s.number, n) })
}

// carried tells how a piece got here; nil for one that names the statement itself.
func (a *assessment) carried(p *piece) *Carried {
	if p.over == nil {
		return nil
	}
	return &Carried{a.ix.StatementAt(p.over.from).ID, p.over.link, p.over.relevance}
}
