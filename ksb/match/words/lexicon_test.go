package words_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// spelt writes terms as texts.
func spelt(l *words.Lexicon, terms []uint32) (list []string) {
	for _, term := range terms {
		list = append(list, l.Text(term))
	}
	return list
}

func TestLexicon(t *testing.T) {
	var l words.Lexicon
	learnt := l.Learn(nil, words.Tokens("Director of nursing, director of nursing homes"))
	want := []string{"director", "nurs", "director nurs", "director", "nurs director", "nurs", "director nurs", "home", "nurs home"}
	if diff := cmp.Diff(want, spelt(&l, learnt)); diff != "" {
		t.Fatalf("learnt (-want +got):\n%s", diff)
	}
	require.Equal(t, 6, l.Len(), "each stem and pair has one number")
	cases := []struct {
		text    string
		want    []string
		unknown int
		why     string
	}{
		{"nurses' home", []string{"nurs", "home", "nurs home"}, 0, "other forms of known words"},
		{"home director", []string{"home", "director"}, 0, "a pair that was never seen is not counted"},
		{"director of the nurses", []string{"director", "nurs", "director nurs"}, 0, "stop words stand between no pair"},
		{"nursing xyzzy home", []string{"nurs", "home"}, 1, "an unknown word does, and is counted"},
		{"of the", nil, 0, "stop words are not unknown"},
		{"", nil, 0, "nothing"},
	}
	for _, c := range cases {
		terms, unknown := l.Terms(nil, words.Tokens(c.text))
		if diff := cmp.Diff(c.want, spelt(&l, terms)); diff != "" || unknown != c.unknown {
			t.Errorf("%q: %s: %d unknown (-want +got):\n%s", c.text, c.why, unknown, diff)
		}
	}
}

// TestAskingIsLearning: of a text that was learnt, all terms are known.
func TestAskingIsLearning(t *testing.T) {
	var l words.Lexicon
	tokens := words.Tokens("Plans, assesses and gives nursing care; the nurse's care of C++ and 看護師")
	learnt := l.Learn(nil, tokens)
	asked, unknown := l.Terms(nil, tokens)
	require.Zero(t, unknown)
	if diff := cmp.Diff(learnt, asked); diff != "" {
		t.Errorf("(-learnt +asked):\n%s", diff)
	}
	one, known := l.Word("nursing")
	require.True(t, known)
	two, _ := l.Word("care")
	pair, known := l.Pair(one, two)
	require.True(t, known)
	require.True(t, l.IsPair(pair))
	require.False(t, l.IsPair(one))
	_, known = l.Pair(two, two)
	require.False(t, known, "never side by side")
	for _, word := range []string{"nursing", "nurses", "of", "看護師"} {
		require.Equal(t, words.Stem(word), l.Stem(word), "remembered or not")
	}
}

func TestEmptyLexicon(t *testing.T) {
	var l words.Lexicon
	terms, unknown := l.Terms(nil, words.Tokens("of nurses"))
	require.Empty(t, terms)
	require.Equal(t, 1, unknown)
}
