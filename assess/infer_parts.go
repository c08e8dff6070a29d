package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// inferParts adds, after the parts that stand on the shelf since a position, one for each
// piece about another statement that counts here by inference, and tells every part's
// delta anew, since the sums are greater. So the parts still add up to the ledger.
func (a *assessment) inferParts(s *standing, q ksb.Need, since int) {
	ledger, scale, level := a.model.(belief.Ledger), a.scales[q.Statement], int(q.Level)
	lost := make([]belief.Contribution, 0, len(s.pieces)) // by part
	adds := a.shelf.adds
	for i := range s.pieces {
		if s.pieces[i].expired {
			lost = append(lost, belief.Contribution{})
			continue
		}
		lost, adds = append(lost, adds[0]), adds[1:]
	}
	for _, l := range a.byStatement(s.links) {
		lost = a.inferFrom(l, level, lost)
	}
	parts := a.shelf.parts[since:]
	var support, counter float64
	for i := range parts {
		support, counter = support+parts[i].For, counter+parts[i].Against
	}
	probability := ledger.Probability(scale, level, support, counter)
	for i := range parts {
		without := ledger.Probability(scale, level, max(support-lost[i].LostFor, 0), max(counter-lost[i].LostAgainst, 0))
		parts[i].Delta = probability - without
	}
}

// inferFrom adds the parts of one link, and what the sums would lose without each.
func (a *assessment) inferFrom(l link, level int, lost []belief.Contribution) []belief.Contribution {
	var live []belief.Piece
	var pieces []*piece
	shown := l.from.direct()
	for i := range shown {
		if p := &shown[i]; !p.expired {
			live, pieces = append(live, p.numbers), append(pieces, p)
		}
	}
	for i, c := range a.model.Explain(nil, a.scales[l.from.number], live, level) {
		e := pieces[i].evidence
		part := Part{Evidence: pieces[i].id, Kind: e.Kind, By: e.By, As: e.As, At: e.At, Until: e.Until,
			Inferred: a.ix.StatementAt(l.from.number).ID}
		without := belief.Contribution{}
		if l.support {
			part.For, without.LostFor = float64(l.factor*c.For), float64(l.factor*c.LostFor)
		} else {
			part.Against, without.LostAgainst = float64(l.factor*c.Against), float64(l.factor*c.LostAgainst)
		}
		if part.For+part.Against > 0 {
			a.shelf.parts, lost = append(a.shelf.parts, part), append(lost, without)
		}
	}
	return lost
}

// byStatement puts links in the natural order of the statements.
func (a *assessment) byStatement(links []link) []link {
	links = slices.Clone(links)
	slices.SortFunc(links, func(l, m link) int {
		return compareNatural(string(a.ix.StatementAt(l.from.number).ID), string(a.ix.StatementAt(m.from.number).ID))
	})
	return links
}

// inferredFrom are the statements whose evidence counts at a level by inference.
func (a *assessment) inferredFrom(s *standing, level ksb.Level) (ids []string) {
	for _, l := range a.byStatement(s.links) {
		if support, counter := l.direct.at(level); l.support && support > 0 || !l.support && counter > 0 {
			ids = append(ids, string(a.ix.StatementAt(l.from.number).ID))
		}
	}
	return ids
}
