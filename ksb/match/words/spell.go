package words

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// The bounds of repair: how many typing errors are mended, and how much of a word is
// looked up (the rest is compared).
const (
	maxEdits = 2
	prefix   = 7
)

// Speller finds the known words that an unknown one may be meant to be. It keeps every
// word under all the texts that are left when one or two of its first letters are
// deleted; a misspelt word with as many deleted meets it there (the symmetric deletes of
// Garbe 2012). It is frozen.
type Speller struct {
	known  [][]rune
	words  []string
	counts []int
	table  []uint64 // hash of a rest of letters, and the word's number; sorted
}

// Fix is a known word in the place of an unknown one.
type Fix struct {
	Word  string
	Edits int // letters dropped, added, changed or swapped with their neighbour: 1 or 2
	Count int // how often the word was counted
}

// NewSpeller returns a Speller for words with their counts. The order of the words changes
// nothing.
func NewSpeller(counts map[string]int) *Speller {
	s := &Speller{}
	for word := range counts { // any order: they are sorted next
		s.words = append(s.words, word)
	}
	slices.Sort(s.words)
	for i, word := range s.words {
		letters := []rune(word)
		s.known = append(s.known, letters)
		s.counts = append(s.counts, counts[word])
		deletes(letters, func(hash uint32) { s.table = append(s.table, uint64(hash)<<32|uint64(i)) })
	}
	slices.Sort(s.table)
	s.table = slices.Compact(s.table)
	return s
}

// Fixes appends to dst the known words within edits typing errors of a word, 2 at most:
// the fewest edits first, then those with the same first letter, then the most counted,
// then by word.
func (s *Speller) Fixes(dst []Fix, word string, edits int) []Fix {
	letters := []rune(word)
	var seen []uint32
	deletes(letters, func(hash uint32) {
		for _, entry := range s.under(hash) {
			seen = append(seen, uint32(entry))
		}
	})
	slices.Sort(seen)
	from := len(dst)
	for _, at := range slices.Compact(seen) {
		if n := edit(letters, s.known[at], min(edits, maxEdits)); n > 0 {
			dst = append(dst, Fix{s.words[at], n, s.counts[at]})
		}
	}
	slices.SortFunc(dst[from:], func(a, b Fix) int { return compareFixes(a, b, word) })
	return dst
}

func compareFixes(a, b Fix, word string) int {
	first := func(f Fix) int {
		if word != "" && strings.HasPrefix(f.Word, word[:1]) {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(first(a), first(b)),
		cmp.Compare(b.Count, a.Count), cmp.Compare(a.Word, b.Word))
}

// under returns the entries of the table with a hash.
func (s *Speller) under(hash uint32) []uint64 {
	low := sort.Search(len(s.table), func(i int) bool { return uint32(s.table[i]>>32) >= hash })
	high := low
	for high < len(s.table) && uint32(s.table[high]>>32) == hash {
		high++
	}
	return s.table[low:high]
}

// deletes yields a hash of the first letters, and of what is left when one or two of them
// are deleted.
func deletes(letters []rune, yield func(hash uint32)) {
	letters = letters[:min(len(letters), prefix)]
	yield(without(letters, -1, -1))
	for i := range letters {
		yield(without(letters, i, -1))
		for j := range i {
			yield(without(letters, i, j))
		}
	}
}

func without(letters []rune, i, j int) uint32 {
	hash := uint64(14695981039346656037)
	for at, c := range letters {
		if at != i && at != j {
			hash = (hash ^ uint64(c)) * 1099511628211
		}
	}
	return uint32(mix(hash))
}

// edit is how many edits lie between two words (optimal string alignment: a letter
// dropped, added, changed, or swapped with its neighbour), 0 if there are none or more
// than the limit.
func edit(a, b []rune, limit int) int {
	if max(len(a)-len(b), len(b)-len(a)) > limit || len(b) > MaxWord {
		return 0
	}
	var rows [3][MaxWord + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range a {
		row, above, twoUp := &rows[(i+1)%3], &rows[i%3], &rows[(i+2)%3]
		row[0] = i + 1
		best := row[0]
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, above[j+1]+1, above[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], twoUp[j-1]+1)
			}
			best = min(best, row[j+1])
		}
		if best > limit {
			return 0
		}
	}
	if n := rows[len(a)%3][len(b)]; n <= limit {
		return n
	}
	return 0
}
