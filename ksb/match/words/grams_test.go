package words_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// cut returns the n-grams of a normalised text as texts: the plain second way.
func cut(text string, from, to int) (grams []string) {
	if text == "" {
		return nil
	}
	letters := []rune(" " + text + " ")
	for i := range letters {
		for n := from; n <= to && i+n <= len(letters); n++ {
			grams = append(grams, string(letters[i:i+n]))
		}
	}
	return grams
}

// TestGramsAgainstTexts: numbers are given as a map over the texts of n-grams gives them.
func TestGramsAgainstTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	g, numbers := words.NewGrams(3, 5), map[string]uint32{}
	for range 2000 {
		text := someText(r)
		var want []uint32
		for _, gram := range cut(words.Normalise(text), 3, 5) {
			if _, known := numbers[gram]; !known {
				numbers[gram] = uint32(len(numbers))
			}
			want = append(want, numbers[gram])
		}
		if diff := cmp.Diff(want, g.Learn(nil, words.Tokens(text))); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", text, diff)
		}
	}
	require.Equal(t, len(numbers), g.Len())
	for range 500 {
		text := someText(r)
		unknown := 0
		for _, gram := range cut(words.Normalise(text), 3, 5) {
			if _, known := numbers[gram]; !known {
				unknown++
			}
		}
		if _, got := g.Terms(nil, words.Tokens(text)); got != unknown {
			t.Fatalf("%q has %d unknown n-grams, expected %d", text, got, unknown)
		}
	}
}

func someText(r *rand.Rand) string {
	const letters = "abcdefgh éé看 C+,"
	text := []rune{}
	for range r.IntN(30) {
		text = append(text, []rune(letters)[r.IntN(len([]rune(letters)))])
	}
	return string(text)
}

func TestShortTexts(t *testing.T) {
	g := words.NewGrams(3, 4)
	require.Len(t, g.Learn(nil, words.Tokens("a")), 1, "blank, letter, blank")
	require.Empty(t, g.Learn(nil, words.Tokens("")))
	require.Empty(t, words.NewGrams(4, 5).Learn(nil, words.Tokens("a")), "too short for any")
}
