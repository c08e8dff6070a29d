package propose_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/propose"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// mention is what a matcher says once.
type mention struct {
	start, end int
	id         ksb.StatementID
	confidence float64
}

// says is a matcher that says what it was made to say.
type says []mention

func (list says) Mentions(_ string, found func(int, int, ksb.StatementID, float64)) {
	for _, m := range list {
		found(m.start, m.end, m.id, m.confidence)
	}
}

func TestEvidence(t *testing.T) {
	const text = "took bloods"
	for _, c := range []struct {
		why  string
		says says
		want []propose.Draft
	}{
		{"nothing", nil, nil},
		{"by place, then likelihood, then statement", says{{5, 11, "S2", .5}, {0, 4, "S9", .1}, {5, 11, "S1", .5}, {5, 11, "S3", .9}}, []propose.Draft{
			{0, 4, "took", "S9", .1}, {5, 11, "bloods", "S3", .9}, {5, 11, "bloods", "S1", .5}, {5, 11, "bloods", "S2", .5},
		}},
		{"places that the text does not have", says{{-1, 4, "S1", 1}, {4, 4, "S1", 1}, {9, 12, "S1", 1}, {3, 2, "S1", 1}}, nil},
		{"no statement", says{{0, 4, "", 1}}, nil},
	} {
		if diff := cmp.Diff(c.want, propose.Evidence(c.says, text)); diff != "" {
			t.Error(c.why, diff)
		}
	}
}

func TestAccept(t *testing.T) {
	drafts := []propose.Draft{{Statement: "S2"}, {Statement: "S1"}, {Statement: "S2"}}
	whole := propose.Acceptance{ID: "e1", Kind: assess.Self, By: "w-17", As: "apprentice", At: 739797, Level: new(1.0), State: assess.Submitted}
	got, err := propose.Accept(whole, drafts...)
	require.NoError(t, err)
	want := assess.Evidence{ID: "e1", Statements: assess.Refs("S2", "S1"), Kind: assess.Self, By: "w-17", As: "apprentice", At: 739797, Level: new(1.0), State: assess.Submitted}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct {
		why    string
		a      propose.Acceptance
		drafts []propose.Draft
		want   string
	}{
		{"no draft", whole, nil, "a draft"},
		{"all that a text cannot say", propose.Acceptance{By: " "}, drafts, "kind, by, at"},
	} {
		got, err := propose.Accept(c.a, c.drafts...)
		require.ErrorIs(t, err, ksb.ErrMissing, c.why)
		require.True(t, strings.HasSuffix(err.Error(), c.want), "%s: %v", c.why, err)
		require.Empty(t, got.Statements, "nothing is made of it")
	}
}

// The person decides: two of what was proposed are accepted and become one piece.
func Example() {
	targets := []match.Target{{ID: "S1", Texts: []string{"Take blood samples from patients"}}, {ID: "S2", Texts: []string{"Clean equipment after use"}}}
	matcher, _ := match.NewStatements(targets, nil, match.StatementOptions{})
	drafts := propose.Evidence(matcher, "Took blood samples from two patients, then cleaned the equipment.")
	for _, d := range drafts {
		fmt.Printf("%s: %q\n", d.Statement, d.Text)
	}
	e, _ := propose.Accept(propose.Acceptance{Kind: assess.Self, By: "w-17", At: 739797}, drafts...)
	fmt.Println(e.Kind, len(e.Statements))
	// Output:
	// S1: "Took blood samples from two patients"
	// S2: "cleaned the equipment."
	// self 2
}
