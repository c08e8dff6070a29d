package main

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// What is held out is told by a hash of its text, so that the same rows are held out
// everywhere and at all times, and every row of one text is on the same side.

// hash is FNV-1a of the folded text, 64 bits.
func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(fold(text)))
	return h.Sum64()
}

// held: one text in seven is held out.
func held(text string) bool { return hash(text)%7 == 0 }

// fold makes one text of those that differ in case, punctuation and white space alone;
// C, C++ and C# stay three.
func fold(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#'
	}), " ")
}

// sample takes n of the queries by their hash, all if n is 0, in an order that tells
// nothing: the first m of them are a sample, too.
func sample(queries []query, n int) []query {
	type lot struct {
		number uint64
		query
	}
	lots := make([]lot, len(queries))
	for i, q := range queries {
		lots[i] = lot{hash(q.text) >> 8, q}
	}
	slices.SortStableFunc(lots, func(a, b lot) int { return cmp.Or(cmp.Compare(a.number, b.number), strings.Compare(a.text, b.text)) })
	if n > 0 {
		lots = lots[:min(n, len(lots))]
	}
	drawn := make([]query, len(lots))
	for i := range lots {
		drawn[i] = lots[i].query
	}
	return drawn
}
