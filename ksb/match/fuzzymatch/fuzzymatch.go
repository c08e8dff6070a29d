// Package fuzzymatch is a typing aid: from the letters that somebody has typed so far it
// finds the names that hold them in that order, as a list to choose from does while one
// types. It knows prefixes ("physio"), words begun ("occ ther") and vowels left out
// ("rdgrphr").
//
//	targets --New--> Finder --Find(typed)--> Match, with the letters to mark
//
// It is for a person who looks at the list and chooses. It is no matcher: on titles that
// it has never seen it finds the right role 13 times in 100, where package match finds it
// 51 times, and its score says nothing about how sure it is.
//
// The search is that of github.com/sahilm/fuzzy, and this is the one package that uses it.
// The library gives three times as much for each further letter in a row, so that its
// score runs out of 64 bits at the 40th and out of 32 at the 20th: the best match
// then comes last. It is never given more than [Longest] letters.
package fuzzymatch

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// Longest is how many letters of what was typed count for the order of the list. The rest
// must be there too, in order, and adds nothing to the score. 5*(3^(Longest-1)-1)/2, the
// most that letters in a row can score, stays within 32 bits.
const Longest = 18

// Match is a name that holds what was typed.
type Match struct {
	ID      string // of the target
	Text    string // the one of its texts that fits best
	Score   int    // the more, the better; of use within one list only
	Letters []int  // where the typed letters are: bytes of Text, ascending
}

// Finder holds the names that can be chosen. It does not change: several goroutines may
// use one.
type Finder struct {
	ids, texts []string // of each text, in the order given
}

// New takes the texts of the targets; what they are about is not searched.
func New(targets []match.Target) *Finder {
	f := &Finder{}
	for _, t := range targets {
		for _, text := range t.Texts {
			f.ids, f.texts = append(f.ids, t.ID), append(f.texts, text)
		}
	}
	return f
}

// Find returns the k targets that fit best what was typed so far, each once with the best
// of its texts; the best first, of equals the one with the first ID. White space at the
// ends and letters that cannot be seen do not count. Nothing typed, or k below 1, finds
// nothing.
func (f *Finder) Find(typed string, k int) []Match {
	query := letters(typed)
	if len(query) == 0 || k < 1 {
		return nil
	}
	var found []Match
	for _, m := range fuzzy.FindNoSort(string(query[:min(len(query), Longest)]), f.texts) {
		match := Match{ID: f.ids[m.Index], Text: m.Str, Score: m.Score, Letters: m.MatchedIndexes}
		if len(query) > Longest {
			if match.Letters = follow(m.Str, query); match.Letters == nil {
				continue
			}
		}
		found = append(found, match)
	}
	return best(found, k)
}

// best keeps the best match of each target, and of these the k best.
func best(found []Match, k int) []Match {
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), cmp.Compare(b.Score, a.Score))
	})
	found = slices.CompactFunc(found, func(a, b Match) bool { return a.ID == b.ID })
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return found[:min(len(found), k)]
}

// letters is what was typed, without what cannot be seen; white space counts once, and
// not at the ends.
func letters(typed string) []rune {
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, typed)
	return []rune(strings.Join(strings.Fields(seen), " "))
}

// follow finds the letters in the text, one after the other, in either case: the bytes
// where they begin, or nil.
func follow(text string, query []rune) []int {
	at := make([]int, 0, len(query))
	for i, r := range text {
		if len(at) < len(query) && fold(r) == fold(query[len(at)]) {
			at = append(at, i)
		}
	}
	if len(at) < len(query) {
		return nil
	}
	return at
}

// fold is the first of the letters that differ from r in case alone.
func fold(r rune) rune {
	first := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		first = min(first, next)
	}
	return first
}
