package ksb_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// sound is a framework without a mistake that has one of everything. Each part says
// on which line it stands, so that a test can name the part that is blamed.
func sound() ksb.Framework {
	return ksb.Framework{
		Format: ksb.Format, ID: "sample", Edition: "1",
		Scales: []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}, Origin: at("f", 2)}},
		Statements: []ksb.Statement{
			{ID: "S1", Code: "K1", Kind: ksb.Knowledge, Text: "one", Scale: "five", Origin: at("f", 10)},
			{ID: "S2", Code: "K2", Kind: ksb.Skill, Text: "two", Requires: []ksb.StatementID{"S1"}, VerifiedBy: []string{"employer", "assessor"}, Origin: at("f", 11)},
			{ID: "S3", Code: "K3", Kind: ksb.Behaviour, Text: "three", HalfLifeDays: 730, Origin: at("f", 12)},
		},
		Roles: []ksb.Role{
			{
				ID: "R1", Title: "First", Aliases: []string{"One"}, Origin: at("f", 20),
				Requirements: []ksb.Requirement{
					{Statement: "S1", Level: 3, Critical: true, Origin: at("f", 21)},
					{Statement: "S2", Weight: 0.25, Origin: at("f", 22)},
				},
				Duties: []ksb.Duty{
					{ID: "D1", Code: "D1", Core: true, Weight: 3, Statements: []ksb.StatementID{"S1"}, Origin: at("f", 23)},
					{ID: "D2", Code: "D2", Statements: []ksb.StatementID{"S2"}, Options: []ksb.OptionID{"O1"}, Origin: at("f", 24)},
				},
				Options: []ksb.Option{{ID: "O1", Title: "Option", Origin: at("f", 25)}},
				Gates:   []ksb.Gate{{ID: "G1", Phase: ksb.Entry, Rule: credential("gcse-maths-4"), Origin: at("f", 26)}},
				Codes:   []ksb.Code{{System: "ST", Value: "ST0001"}},
				Facts:   ksb.Facts{DurationMonths: 24, Keywords: []string{"x", "y"}},
			},
			{ID: "R2", Title: "Second", Requirements: []ksb.Requirement{{Statement: "S3", Origin: at("f", 31)}}, Origin: at("f", 30)},
		},
		Links:   []ksb.Link{{From: "S1", To: "other/S9", Relation: ksb.Exact, Origin: at("f", 40)}},
		Related: []ksb.RoleLink{{From: "R1", To: "R2", Relation: "progression", Origin: at("f", 41)}},
		Groups:  []ksb.Group{{ID: "g1", Title: "All", Members: []string{"S1", "R1"}, Origin: at("f", 42)}},
	}
}

func credential(id ksb.CredentialID) ksb.Rule { return ksb.Rule{Credential: id} }

// statement is a skill on two rungs whose code is its ID.
func statement(id ksb.StatementID, requires ...ksb.StatementID) ksb.Statement {
	return ksb.Statement{ID: id, Code: string(id), Kind: ksb.Skill, Text: string(id), Requires: requires}
}

// roleFramework holds one role and the statements S1 to S4.
func roleFramework(r ksb.Role) ksb.Framework {
	return ksb.Framework{
		ID:         "sample",
		Statements: []ksb.Statement{statement("S1"), statement("S2"), statement("S3"), statement("S4")},
		Roles:      []ksb.Role{r},
	}
}

// requires asks for statements at their top rung.
func requires(ids ...ksb.StatementID) (list []ksb.Requirement) {
	for _, id := range ids {
		list = append(list, ksb.Requirement{Statement: id})
	}
	return list
}

// mistake is a problem without its words, which are free to change.
type mistake struct {
	Fault ksb.Fault
	Path  string
	Line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}

// compiled is the index of frameworks that have no mistake in them.
func compiled(t *testing.T, frameworks ...ksb.Framework) *ksb.Index {
	t.Helper()
	ix, problems := ksb.Compile(frameworks...)
	require.NoError(t, problems.Err())
	return ix
}

// asked are the statements that a role requires, in the order of the index.
func asked(t *testing.T, ix *ksb.Index, id ksb.RoleID) (list []ksb.StatementID) {
	t.Helper()
	r, known := ix.Role(id)
	require.True(t, known, "role %q", id)
	for _, q := range r.Requirements {
		list = append(list, q.Statement)
	}
	return list
}

// roleIDs are the roles of an index in its order.
func roleIDs(ix *ksb.Index) (list []ksb.RoleID) {
	for r := range ix.Roles() {
		list = append(list, r.ID)
	}
	return list
}

// importances are what each requirement of a role weighs, by statement.
func importances(t *testing.T, ix *ksb.Index, id ksb.RoleID) map[ksb.StatementID]float64 {
	t.Helper()
	b, known := ix.Brief(id)
	require.True(t, known, "role %q", id)
	weights := map[ksb.StatementID]float64{}
	for _, need := range b.Needs {
		weights[ix.StatementAt(need.Statement).ID] = need.Importance
	}
	return weights
}

// with returns list and one more, without touching the array behind list.
func with[T any](list []T, more ...T) []T { return append(slices.Clip(list), more...) }
