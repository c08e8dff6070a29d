package words_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

func TestFixes(t *testing.T) {
	s := words.NewSpeller(map[string]int{"nurse": 9, "purse": 50, "nurses": 2, "manager": 5, "manger": 1, "carer": 3, "it": 1, "hr": 1})
	cases := []struct {
		word  string
		edits int
		want  []string
		why   string
	}{
		{"nrse", 2, []string{"nurse", "nurses", "purse"}, "fewest edits first, then the same first letter"},
		{"nusre", 1, []string{"nurse"}, "two letters swapped are one edit"},
		{"mangaer", 2, []string{"manager", "manger"}, "one edit each: the more counted first"},
		{"carrer", 1, []string{"carer"}, "a letter too many"},
		{"xnurxe", 2, []string{"nurse"}, "two errors, the first letter among them"},
		{"nurse", 2, []string{"nurses", "purse"}, "a known word is no fix of itself"},
		{"nurxyze", 2, nil, "too far"},
		{"nrse", 0, nil, "no edits allowed"},
		{"", 2, []string{"hr", "it"}, "two letters added to nothing"},
	}
	for _, c := range cases {
		var got []string
		for _, fix := range s.Fixes(nil, c.word, c.edits) {
			got = append(got, fix.Word)
		}
		if diff := gocmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", c.word, c.why, diff)
		}
	}
}

// distance is optimal string alignment by its recursive definition.
func distance(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	case a[len(a)-1] == b[len(b)-1]:
		return distance(a[:len(a)-1], b[:len(b)-1])
	}
	d := 1 + min(distance(a[:len(a)-1], b), distance(a, b[:len(b)-1]), distance(a[:len(a)-1], b[:len(b)-1]))
	if i, j := len(a)-2, len(b)-2; i >= 0 && j >= 0 && a[i] == b[j+1] && a[i+1] == b[j] {
		d = min(d, 1+distance(a[:i], b[:j]))
	}
	return d
}

// TestFixesAgainstAllWords: the table of deletes finds every known word within two edits
// that comparing with all of them finds.
func TestFixesAgainstAllWords(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	counts := map[string]int{}
	for range 300 {
		counts[someWord(r)] = r.IntN(5)
	}
	s := words.NewSpeller(counts)
	for range 300 {
		word := someWord(r)
		var want []words.Fix
		for known, n := range counts { // any order: sorted next
			if d := distance(word, known); d > 0 && d <= 2 {
				want = append(want, words.Fix{Word: known, Edits: d, Count: n})
			}
		}
		slices.SortFunc(want, func(a, b words.Fix) int {
			return cmp.Or(cmp.Compare(a.Edits, b.Edits), -compareTruth(a.Word[0] == word[0], b.Word[0] == word[0]),
				-cmp.Compare(a.Count, b.Count), cmp.Compare(a.Word, b.Word))
		})
		if diff := gocmp.Diff(want, s.Fixes(nil, word, 2), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q (-all words +table):\n%s", word, diff)
		}
	}
}

func compareTruth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// someWord has 1 to 9 of three letters, so that many are near each other.
func someWord(r *rand.Rand) string {
	word := make([]byte, 1+r.IntN(9))
	for i := range word {
		word[i] = "abc"[r.IntN(3)]
	}
	return string(word)
}

func FuzzFixes(f *testing.F) {
	s := words.NewSpeller(map[string]int{"it": 1, "hr": 1, "nurse": 1, "看護師": 1, "café": 2, "c++": 1})
	f.Add("nrse")
	f.Add("看護")
	f.Add("\xff\xff")
	f.Fuzz(func(t *testing.T, word string) {
		for _, fix := range s.Fixes(nil, word, 9) {
			if fix.Edits < 1 || fix.Edits > 2 {
				t.Fatalf("%q: %v", word, fix)
			}
		}
	})
}
