package match

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// Term is a part of the explanation.
type Term struct {
	Text  string  // a word of the text that was asked about, or two neighbouring ones, without case and accents
	Share float64 // of what all terms add: shares add up to 1
}

// spelt are the terms of a text as it has them, each where it stands first: "nurses" where
// the stem is "nurs", "care home" where a stop word is between the two. They are in the order of
// their numbers.
type spelt []speltTerm

type speltTerm struct {
	term     uint32
	one, two string // two: "" of a single word
}

// appendSpelt appends the known terms of a text.
func appendSpelt(dst spelt, l *words.Lexicon, text []words.Token) spelt {
	last, lastAt, paired := "", uint32(0), false
	for _, token := range text {
		if words.Stop(token.Text) {
			continue
		}
		at, known := l.Word(token.Text)
		if known {
			dst = append(dst, speltTerm{at, token.Text, ""})
			if pair, there := l.Pair(lastAt, at); paired && there {
				dst = append(dst, speltTerm{pair, last, token.Text})
			}
		}
		last, lastAt, paired = token.Text, at, known
	}
	slices.SortStableFunc(dst, func(a, b speltTerm) int { return cmp.Compare(a.term, b.term) })
	return slices.CompactFunc(dst, func(a, b speltTerm) bool { return a.term == b.term })
}

// of is a term as the text has it.
func (s spelt) of(l *words.Lexicon, term uint32) string {
	at, there := slices.BinarySearchFunc(s, term, func(t speltTerm, term uint32) int { return cmp.Compare(t.term, term) })
	switch {
	case !there:
		return l.Text(term)
	case s[at].two == "":
		return s[at].one
	}
	return s[at].one + " " + s[at].two
}
