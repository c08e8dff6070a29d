package match

import (
	"strings"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// The bounds of mending: how many ways are tried for one word, and for all together.
const (
	waysPerWord = 6
	waysInAll   = 64
	longestName = 16 // words beyond which no name is looked for
)

// mended is a text with its unknown words replaced.
type mended struct {
	tokens  []words.Token
	edits   int // letters spelt anew; 0 if only abbreviations were written out
	changed bool
}

// editsPerLetter is how much of the text was spelt anew.
func (m *mended) editsPerLetter() float64 {
	letters := 0
	for _, token := range m.tokens {
		letters += len(token.Text)
	}
	return float64(m.edits) / float64(max(letters, 1))
}

// way is what may stand in the place of some tokens.
type way struct {
	words string
	edits int
	sure  bool // good enough without an exact name to prove it
}

// mend replaces unknown words: abbreviations by their long forms, the others by known words
// of nearly the same spelling. It takes the first combination that makes a name, else
// the best way for each word.
func (t *Titles) mend(tokens []words.Token) mended {
	ways := make([][]way, len(tokens))
	some := false
	for i := range tokens {
		if _, known := t.lexicon.Word(tokens[i].Text); !known {
			ways[i] = t.waysFor(tokens[i].Text)
			some = some || len(ways[i]) > 0
		}
	}
	if !some {
		return mended{tokens: tokens}
	}
	if m, found := t.named(tokens, ways); found {
		return m
	}
	return t.likeliest(tokens, ways)
}

// named tries combinations of ways until one makes a name.
func (t *Titles) named(tokens []words.Token, ways [][]way) (mended, bool) {
	if len(tokens) > longestName {
		return mended{}, false
	}
	choice := make([]int, len(tokens))
	for range waysInAll {
		m := build(tokens, ways, choice)
		if len(t.names.find(m.tokens)) > 0 {
			return m, true
		}
		if !next(choice, ways) {
			break
		}
	}
	return mended{}, false
}

// next counts up through the combinations, the last word first.
func next(choice []int, ways [][]way) bool {
	for i := len(choice) - 1; i >= 0; i-- {
		if choice[i]++; choice[i] < len(ways[i]) {
			return true
		}
		choice[i] = 0
	}
	return false
}

func (t *Titles) likeliest(tokens []words.Token, ways [][]way) mended {
	choice := make([]int, len(tokens))
	for i := range ways {
		for len(ways[i]) > choice[i] && !ways[i][choice[i]].sure {
			choice[i]++
		}
	}
	return build(tokens, ways, choice)
}

// build writes the text with the chosen ways; a choice beyond the ways leaves the word.
func build(tokens []words.Token, ways [][]way, choice []int) mended {
	m := mended{}
	for i, token := range tokens {
		if choice[i] >= len(ways[i]) {
			m.tokens = append(m.tokens, token)
			continue
		}
		w := ways[i][choice[i]]
		m.changed, m.edits = true, m.edits+w.edits
		for word := range strings.FieldsSeq(w.words) {
			m.tokens = append(m.tokens, words.Token{Text: word, Start: token.Start, End: token.End})
		}
	}
	return m
}

// waysFor lists what an unknown word may stand for: what it abbreviates, else what it
// misspells.
func (t *Titles) waysFor(word string) (list []way) {
	for _, long := range t.names.short[word] {
		if t.knows(long) {
			list = append(list, way{words: long, sure: true})
		}
	}
	if len(list) > 0 {
		return list
	}
	return t.respelt(word)
}

// respelt lists the known words and pairs of words that a word may be meant to be.
func (t *Titles) respelt(word string) (list []way) {
	size := utf8.RuneCountInString(word)
	if size < 3 {
		return nil
	}
	fixes := t.speller.Fixes(nil, word, editsFor(size))
	for _, fix := range fixes[:min(len(fixes), waysPerWord)] {
		list = append(list, way{fix.Word, fix.Edits, fix.Edits <= sureEdits(size)})
	}
	for _, pair := range t.splits(word) {
		list = append(list, way{pair, 1, len(list) == 0})
	}
	return list
}

// editsFor is how many typing errors are looked for in a word of so many letters.
func editsFor(size int) int {
	if size < 4 {
		return 1
	}
	return 2
}

// sureEdits is how many may be mended without a name to prove it.
func sureEdits(size int) int {
	switch {
	case size < 5:
		return 0
	case size < 9:
		return 1
	}
	return 2
}

func (t *Titles) knows(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if _, known := t.lexicon.Word(word); !known {
			return false
		}
	}
	return true
}

// splits lists the ways to read a word as two known ones.
func (t *Titles) splits(word string) (list []string) {
	for i := range word {
		if i >= 2 && len(word)-i >= 2 {
			one, known := t.lexicon.Word(word[:i])
			two, known2 := t.lexicon.Word(word[i:])
			if _, pair := t.lexicon.Pair(one, two); known && known2 && pair {
				list = append(list, word[:i]+" "+word[i:])
			}
		}
	}
	return list
}
