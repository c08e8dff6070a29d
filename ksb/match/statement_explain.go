package match

import (
	"cmp"
	"slices"
	"strings"
)

// terms are the stems and pairs that the text shares with a statement, the weightiest
// first, equals in the order of the words.
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
		list[i] = Term{s.lexicon.Text(p.Term), float64(p.Weight) / total}
	}
	slices.SortFunc(list, func(a, b Term) int { return cmp.Or(cmp.Compare(b.Share, a.Share), strings.Compare(a.Text, b.Text)) })
	return list
}

// The signs of a suggestion: absolute measures of how alike the text and the statement are,
// each from 0 to 1, but for the lead, which may be below 0. Scores after fusion are not
// among them: they are stretched anew for every text and say nothing across texts.
const (
	signWords   = iota // cosine by words
	signChars          // cosine by characters
	signCovered        // how much of the statement, by rarity of its words, the text has
	signLead           // cosine by words less that of the best other statement
	signs
)

// signs measures a suggestion against the wording of the statement nearest to the text.
func (s *Statements) signs(d *statementDesk, n uint32, near wording) (x [signs]float64) {
	x[signWords], x[signChars] = d.words.ScoreOf(n), d.chars.ScoreOf(n)
	x[signCovered] = s.covered(near.stems, d.asked)
	x[signLead] = x[signWords]
	for _, h := range d.lists[0][:min(len(d.lists[0]), 2)] {
		if h.Doc != n {
			x[signLead] -= h.Score
			break
		}
	}
	return x
}

// covered is the share of the weight of one list of stems that another list has. Both are
// in order.
func (s *Statements) covered(of, by []uint32) float64 {
	total, shared := 0.0, 0.0
	for _, stem := range of {
		total += s.idf[stem]
		if _, there := slices.BinarySearch(by, stem); there {
			shared += s.idf[stem]
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}
