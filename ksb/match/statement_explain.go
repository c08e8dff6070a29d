package match

import (
	"cmp"
	"slices"
	"strings"
)

// terms are the words and pairs of words that the text shares with a statement, as the text
// has them, the weightiest first, equals in the order of the alphabet.
func (s *Statements) terms(d *statementDesk, n uint32) []Term {
	d.parts = s.views.words.Explain(d.parts[:0], &d.rest, d.all, n)
	total := 0.0
	for _, p := range d.parts {
		total += float64(p.Weight)
	}
	if !(total > 0) {
		return nil
	}
	list := make([]Term, len(d.parts))
	for i, p := range d.parts {
		list[i] = Term{d.shown.of(&s.lexicon, p.Term), float64(p.Weight) / total}
	}
	slices.SortFunc(list, func(a, b Term) int { return cmp.Or(cmp.Compare(b.Share, a.Share), strings.Compare(a.Text, b.Text)) })
	return list
}
