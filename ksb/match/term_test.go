package match_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// TestTermsAreWholeWords: people are shown the words that they wrote, not their stems.
func TestTermsAreWholeWords(t *testing.T) {
	targets := []match.Target{{ID: "S1", Texts: []string{"Escalate concerns about people in the care of a home"}}, {ID: "S2", Texts: []string{"Clean the sluice"}}}
	for _, c := range []struct {
		text string
		want []string
		why  string
	}{
		{"Escalated a concern", []string{"concern", "escalated", "escalated concern"}, "stems are escal and concern; the pair is written with what it is made of"},
		{"PEOPLE, and people's homes", []string{"homes", "people"}, "without case; a word counts once, as it stands first"},
		{"organising care of homes", []string{"care", "care homes", "homes"}, "a stop word stands between the two words of a pair"},
		{"unknown caring", []string{"caring"}, "another form of the statement's word"},
	} {
		t.Run(c.text, func(t *testing.T) {
			s, err := match.NewStatements(targets, nil, match.StatementOptions{})
			require.NoError(t, err)
			got := map[string]bool{}
			for _, term := range s.Suggest(c.text, 1)[0].Terms {
				got[term.Text] = true
			}
			want := map[string]bool{}
			for _, text := range c.want {
				want[text] = true
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}
