package diff

import "github.com/skillgap-go/skillgap/ksb"

// compare puts the lists side by side. Duties and prerequisites are compared through the
// statements, and duties through the options too.
func compare(older, newer *standard, o Options) Changes {
	c := Changes{Format: Format, From: older.role, To: newer.role, Basis: o, Role: roleFacets(&older.role, &newer.role)}
	positions := rules{proposeAt: millionths(o.ProposeAt), ids: !o.PositionalIDs}
	published := rules{proposeAt: millionths(o.ProposeAt), ids: true}
	c.Statements = pairs(older.statements, newer.statements, statementItem, positions.with(o.Decided))
	c.Options = pairs(older.options, newer.options, optionItem, published)
	c.Gates = pairs(older.gates, newer.gates, gateItem, rules{ids: true})

	statements := partners(c.Statements, func(s *Statement) ksb.StatementID { return s.ID })
	options := partners(c.Options, func(o *ksb.Option) ksb.OptionID { return o.ID })
	for i := range c.Statements {
		c.Statements[i].Changed = changes(c.Statements[i], func(a, b *Statement) []Facet { return statementFacets(a, b, statements) })
	}
	for _, p := range pairs(older.duties, newer.duties, dutyItem, positions) {
		c.Duties = append(c.Duties, dutyPair(p, statements, options))
	}
	for i := range c.Options {
		c.Options[i].Changed = changes(c.Options[i], optionFacets)
	}
	for i := range c.Gates {
		c.Gates[i].Changed = changes(c.Gates[i], gateFacets)
	}
	c.Counts = c.count()
	return c
}

// millionths rounds to the nearest; thresholds are above 0, and stay so.
func millionths(x float64) int64 { return max(int64(x*million+0.5), 1) }

// rules are those by which two lists are matched: a matcher follows them.
type rules struct {
	proposeAt int64              // in millionths; 0: the texts are no prose, and nothing is proposed
	ids       bool               // the same ID settles it
	decided   map[[2]string]bool // by the two IDs: whether they are one
}

func (r rules) with(decisions []Decision) rules {
	r.decided = make(map[[2]string]bool, len(decisions))
	for _, d := range decisions {
		r.decided[[2]string{string(d.From), string(d.To)}] = d.Same
	}
	return r
}

// pairs matches two lists: those of from in their order, then what is left of to. What
// changed within a pair is not told yet.
func pairs[T any](from, to []T, of func(*T) item, r rules) (list []Pair[T]) {
	older, newer := items(from, to, of)
	m := matcher{from: older, to: newer, rules: r}
	partner, taken := make([]*match, len(from)), make([]bool, len(to))
	for _, found := range m.matches() {
		partner[found.from], taken[found.to] = &found, true
	}
	for i := range from {
		if partner[i] == nil {
			list = append(list, Pair[T]{From: &from[i]})
			continue
		}
		a, b, by := &older[i], &newer[partner[i].to], partner[i].by
		p := Pair[T]{From: &from[i], To: &to[partner[i].to], By: by, Confirmed: by != ByWords}
		if r.proposeAt > 0 {
			p.Similarity, p.Words = float64(a.likeness(b.wording))/million, a.edits(b.wording)
		}
		list = append(list, p)
	}
	for j := range to {
		if !taken[j] {
			list = append(list, Pair[T]{To: &to[j]})
		}
	}
	return list
}

// items reads two lists, with one measure of both.
func items[T any](from, to []T, of func(*T) item) (older, newer []item) {
	var texts []string
	for _, list := range [][]T{from, to} {
		for i := range list {
			texts = append(texts, of(&list[i]).text)
		}
	}
	m := NewMeasure(texts...)
	read := func(list []T) (read []item) {
		for i := range list {
			x := of(&list[i])
			x.text, x.wording = squeeze(x.text), m.read(x.text, nil)
			read = append(read, x)
		}
		return read
	}
	return read(from), read(to)
}

func statementItem(s *Statement) item {
	return item{id: string(s.ID), class: uint8(s.Kind), text: s.Text}
}
func dutyItem(d *ksb.Duty) item     { return item{id: string(d.ID), text: d.Text} }
func optionItem(o *ksb.Option) item { return item{id: string(o.ID), text: o.Title} }

// gateItem: a gate has no wording, so its text is all that it says. A gate of another ID
// is the same one only to the letter.
func gateItem(g *ksb.Gate) item {
	return item{id: string(g.ID), text: written(*g, func(g *ksb.Gate) { g.ID = "" })}
}
