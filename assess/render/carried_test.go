package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
)

// carriedReport has evidence of A, and a role that asks for B.
func carriedReport(t *testing.T, links ...ksb.Link) *assess.Report {
	t.Helper()
	f := ksb.Framework{
		Statements: []ksb.Statement{{ID: "old/A", Code: "K1", Kind: ksb.Skill}, {ID: "new/B", Code: "K7", Kind: ksb.Skill}},
		Roles:      []ksb.Role{{ID: "R", Requirements: []ksb.Requirement{{Statement: "new/B"}}}},
		Links:      links,
	}
	w := assess.Worker{Evidence: []assess.Evidence{{ID: "e1", Statements: assess.Refs("old/A"), Kind: assess.Test, At: 739797, Level: new(1.0)}}}
	r, err := assess.Quick(f, w, "R", 0)
	require.NoError(t, err)
	return r
}

// What counts though it is about another statement is said, with the link and what is left.
func TestTextSaysWhatIsCarried(t *testing.T) {
	const title = "Evidence carried over links that a person confirmed"
	for _, c := range []struct {
		why, want string
		from, to  ksb.StatementID
		relation  ksb.Relation
	}{
		{"wholly", "test e1, carried from old/A (old/A says the same as new/B), counts 100%.", "old/A", "new/B", ksb.Exact},
		{"with its relevance", "test e1, carried from old/A (new/B is close to old/A), counts 75%.", "new/B", "old/A", ksb.Close},
		{"to the narrower", "test e1, carried from old/A (old/A covers the narrower new/B), counts 50%.", "old/A", "new/B", ksb.Narrow},
		{"said from the other end", "test e1, carried from old/A (new/B is part of the broader old/A), counts 50%.", "new/B", "old/A", ksb.Broad},
	} {
		r := carriedReport(t, ksb.Link{From: c.from, To: c.to, Relation: c.relation, Confirmed: true})
		require.NoError(t, schema(t).Validate(instance(t, asJSON(t, r))), c.why)
		var out bytes.Buffer
		require.NoError(t, render.Text(&out, r))
		text := strings.Join(strings.Fields(out.String()), " ")
		require.Contains(t, text, title, c.why)
		require.Contains(t, text, c.want, c.why)
	}
	var out bytes.Buffer
	require.NoError(t, render.Text(&out, carriedReport(t)))
	require.NotContains(t, out.String(), title, "nothing is carried")
}
