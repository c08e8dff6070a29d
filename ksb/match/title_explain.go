package match

import (
	"cmp"
	"slices"
)

// explain lists what the words and a target share, by what it adds to the score of the
// target's document.
func (t *Titles) explain(d *desk, target uint32) []Term {
	d.shares = t.rankers.roleWords.Explain(d.shares[:0], &d.scratch, d.terms, target)
	sum := 0.0
	for _, w := range d.shares {
		sum += float64(w.Weight)
	}
	if sum == 0 {
		return nil
	}
	terms := make([]Term, 0, len(d.shares))
	for _, w := range d.shares {
		if w.Weight > 0 {
			terms = append(terms, Term{d.shown.of(t.lexicon, w.Term), float64(w.Weight) / sum})
		}
	}
	slices.SortFunc(terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Text, b.Text))
	})
	return terms
}
