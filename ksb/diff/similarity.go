package diff

import (
	"math/bits"
	"slices"
)

// Measure compares texts by their words. Each word weighs
//
//	f(N) - f(n) + 1, where f(x) is the least m with x <= 2^m
//
// for a word that n of N texts contain: rare words tell more than common ones. This is
// the weight of K. Sparck Jones, "A statistical interpretation of term specificity",
// Journal of Documentation 28 (1972), in its first form, which needs whole numbers only
// and is therefore the same on every machine. A word of no text counts as one of a single
// text. The zero Measure knows no texts: every word weighs 1.
//
// A Measure is safe for use by many goroutines at once.
type Measure struct {
	texts  int
	number map[string]int32
	weight []int32
}

// NewMeasure weighs words by their rarity in texts. The order of texts is of no account.
func NewMeasure(texts ...string) *Measure {
	m := &Measure{texts: len(texts), number: map[string]int32{}}
	var within []int
	for _, text := range texts {
		seen := map[string]struct{}{}
		for _, w := range split(text) {
			if _, again := seen[w.key]; again {
				continue
			}
			seen[w.key] = struct{}{}
			at, known := m.number[w.key]
			if !known {
				at = int32(len(within))
				m.number[w.key], within = at, append(within, 0)
			}
			within[at]++
		}
	}
	for _, n := range within {
		m.weight = append(m.weight, m.rarity(n))
	}
	return m
}

// rarity is the weight of a word that n texts contain.
func (m *Measure) rarity(n int) int32 {
	f := func(x int) int { return bits.Len(uint(max(x, 1) - 1)) }
	return int32(f(m.texts) - f(n) + 1)
}

// Similarity is how much of two texts is shared, 0 to 1: twice the weight of the words
// they share in the same order (the heaviest common subsequence), over the weight of all
// words of both, rounded down to six decimals. It is symmetric, and 1 only for the same
// words in the same order; letter case, white space and punctuation are of no account.
// Two texts without words are alike, a text with words and one without are not.
//
// This is Dice's coefficient (1945) over sequences. Texts of so many words that the work
// would exceed 250,000 steps share only what they start and end with.
func (m *Measure) Similarity(a, b string) float64 {
	x, y := m.readBoth(a, b)
	return float64(x.likeness(y)) / million
}

const million = 1_000_000

// term is a word as a number, and what it weighs.
type term struct{ id, weight int32 }

// wording is a text as a Measure reads it.
type wording struct {
	shown  []string // the words as written
	terms  []term
	sorted []term // by number
	total  int64  // weight of all
}

func (m *Measure) readBoth(a, b string) (wording, wording) {
	foreign := map[string]int32{}
	return m.read(a, foreign), m.read(b, foreign)
}

// read numbers the words. Those that the Measure does not know get numbers below zero,
// which foreign remembers.
func (m *Measure) read(text string, foreign map[string]int32) (w wording) {
	for _, word := range split(text) {
		t := term{weight: m.rarity(1)}
		if id, known := m.number[word.key]; known {
			t = term{id, m.weight[id]}
		} else if id, known := foreign[word.key]; known {
			t.id = id
		} else {
			t.id = int32(-1 - len(foreign))
			foreign[word.key] = t.id
		}
		w.shown, w.terms, w.total = append(w.shown, word.shown), append(w.terms, t), w.total+int64(t.weight)
	}
	w.sorted = slices.Clone(w.terms)
	slices.SortFunc(w.sorted, func(a, b term) int { return int(a.id) - int(b.id) })
	return w
}

// likeness is the similarity in millionths.
func (w wording) likeness(v wording) int64 {
	return w.share(v, heaviest(w.terms, v.terms))
}

// bound is never below likeness, and cheaper: the order of the words is of no account.
func (w wording) bound(v wording) int64 {
	var common int64
	for i, j := 0, 0; i < len(w.sorted) && j < len(v.sorted); {
		a, b := w.sorted[i], v.sorted[j]
		if a.id == b.id {
			common += int64(a.weight)
		}
		i, j = i+one(a.id <= b.id), j+one(b.id <= a.id)
	}
	return w.share(v, common)
}

func (w wording) share(v wording, common int64) int64 {
	if w.total+v.total == 0 {
		return million
	}
	return 2 * million * common / (w.total + v.total)
}
