package match

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// explain lists what the words and a target share, by what it adds to the score of the
// target's document.
func (t *Titles) explain(d *desk, m mended, target uint32) []Term {
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
			terms = append(terms, Term{t.spelling(m.tokens, w.Term), float64(w.Weight) / sum})
		}
	}
	slices.SortFunc(terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Text, b.Text))
	})
	return terms
}

// spelling is a term as the words have it: "nurses" where the term is "nurs".
func (t *Titles) spelling(tokens []words.Token, term uint32) string {
	last := ""
	for _, token := range tokens {
		if words.Stop(token.Text) {
			continue
		}
		if at, known := t.lexicon.Word(token.Text); known && at == term {
			return token.Text
		}
		if last != "" && t.isPair(last, token.Text, term) {
			return last + " " + token.Text
		}
		last = token.Text
	}
	return t.lexicon.Text(term)
}

// isPair tells whether a term is the pair of two words.
func (t *Titles) isPair(one, two string, term uint32) bool {
	a, known := t.lexicon.Word(one)
	b, alsoKnown := t.lexicon.Word(two)
	pair, paired := t.lexicon.Pair(a, b)
	return known && alsoKnown && paired && pair == term
}
