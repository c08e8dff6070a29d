package fuzzymatch_test

import (
	"math"
	"strings"
	"testing"

	"github.com/sahilm/fuzzy"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/fuzzymatch"
)

// long is a name of n letters, in which no letter stands twice in a row.
func long(n int) string { return strings.Repeat("abcdefghijklmnopqrstuvwxyz", n/26+1)[:n] }

// TestTheLibraryOverflows shows what Longest is for. A name typed in full scores three
// times as much for each further letter, until the score runs out of its bits: then the
// name itself comes after one that merely holds its letters here and there.
func TestTheLibraryOverflows(t *testing.T) {
	score := func(n int) int {
		found := fuzzy.Find(long(n), []string{long(n)})
		require.Len(t, found, 1)
		return found[0].Score
	}
	n := 2
	for score(n) > score(n-1) {
		n++
	}
	require.Equal(t, 40, n, "the first length at which a longer name scores less")
	require.Negative(t, score(n))

	typed := long(n)
	apart := strings.Join(strings.Split(typed, ""), "~")
	found := fuzzy.Find(typed, []string{typed, apart})
	require.Equal(t, apart, found[0].Str, "the worse one first")

	require.LessOrEqual(t, score(19), math.MaxInt32, "where an int has 32 bits, 19 letters are the most")
	require.Greater(t, score(20), math.MaxInt32)
}

// TestOursNeverOverflows: whatever the length, the name that was typed comes first, and
// its score stays within 32 bits.
func TestOursNeverOverflows(t *testing.T) {
	require.LessOrEqual(t, fuzzymatch.Longest, 18, "well under 20")
	for n := 2; n <= 300; n++ {
		name := long(n)
		f := fuzzymatch.New(targets("apart", strings.Join(strings.Split(name, ""), "~"), "itself", name))
		found := f.Find(name, 2)
		require.Len(t, found, 2)
		require.Equal(t, "itself", found[0].ID, "%d letters", n)
		require.Greater(t, found[0].Score, found[1].Score)
		require.LessOrEqual(t, found[0].Score, math.MaxInt32)
	}
}
