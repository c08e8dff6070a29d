package match_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// TestShortListsAreCautious: of a dozen roles one always comes first, and that is no reason to
// believe in it. What weighs is how much of the words nobody knows.
func TestShortListsAreCautious(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	for _, c := range []struct {
		text, want string
		most       match.Band
		why        string
	}{
		{"hospital with a tab", "porter", match.Possible, "one word of two is known, and it names the place"},
		{"hospital director of finance", "porter", match.Possible, "one word of three"},
		{"ward nursing sister", "nurse", match.Possible, "a sister is not among the roles"},
		{"train driver", "porter", match.None, "parts of words alone"},
		{"assistant", "physio-a", match.Possible, "five roles have the word"},
	} {
		s := found.Resolve(c.text, 1)[0]
		if s.ID != c.want || s.Band > c.most {
			t.Errorf("%q: %s %s %.2f, expected %s, %s at most: %s", c.text, s.ID, s.Band, s.Confidence, c.want, c.most, c.why)
		}
	}
	least := func(text string) float64 { return found.Resolve(text, 1)[0].Confidence }
	require.Greater(t, least("hospital"), least("hospital with a tab"), "a word that nobody knows takes confidence away")
	require.Greater(t, least("hospital with a tab"), least("hospital with a tab and a blotter"), "and a second one takes more")
	require.Equal(t, match.Likely, found.Resolve("hospital poter", 1)[0].Band, "a slip of the finger is not unknown")
}

// TestSpellingsAreNoMistakes: a title in American spelling is found among British ones as the
// same words, and the other way round; it is not exact, and nothing is mended.
func TestSpellingsAreNoMistakes(t *testing.T) {
	british := []match.Target{{ID: "paed", Texts: []string{"Paediatric nurse"}}, {ID: "org", Texts: []string{"Programme organiser"}}, {ID: "dev", Texts: []string{"Programmer"}}}
	american := []match.Target{{ID: "paed", Texts: []string{"Pediatric nurse"}}, {ID: "org", Texts: []string{"Program organizer"}}, {ID: "dev", Texts: []string{"Programmer"}}}
	for _, c := range []struct {
		targets    []match.Target
		text, want string
	}{
		{british, "pediatric nurse", "paed"}, {american, "paediatric nurse", "paed"},
		{british, "program organizer", "org"}, {american, "programme organiser", "org"},
	} {
		s := titles(t, c.targets, match.TitleOptions{}).Resolve(c.text, 1)[0]
		require.Equal(t, c.want, s.ID, c.text)
		require.Equal(t, match.SameWords, s.Stage, c.text)
		require.Empty(t, s.Repaired, c.text)
	}
}
