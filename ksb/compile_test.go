package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func TestCompileSound(t *testing.T) {
	_, problems := ksb.Compile(sound())
	require.NoError(t, problems.Err())
}

func TestCompileNothing(t *testing.T) {
	ix, problems := ksb.Compile()
	require.NoError(t, problems.Err())
	require.NotNil(t, ix)
	require.Zero(t, ix.Statements())
	require.Empty(t, roleIDs(ix))
	require.NotEmpty(t, ix.Fingerprint())
}

// Every mistake of a document that has one of each, in one go, by line and path; the
// rest of it works as if the mistakes were not there.
func manyMistakes() ksb.Framework {
	f := sound()
	f.Scales = with(f.Scales, ksb.Scale{ID: "one", Rungs: []string{"all"}, Origin: at("f", 3)})
	f.Statements = with(f.Statements,
		ksb.Statement{ID: "S4", Text: "no kind", Origin: at("f", 13)},
		ksb.Statement{ID: "S5", Kind: ksb.Skill, Scale: "none", Origin: at("f", 14)},
		ksb.Statement{ID: "S6", Code: "S6", Kind: ksb.Skill, Requires: []ksb.StatementID{"S6", "S0"}, Origin: at("f", 15)})
	r := &f.Roles[0]
	r.Requirements = with(r.Requirements,
		ksb.Requirement{Statement: "S4", Origin: at("f", 22)},
		ksb.Requirement{Statement: "S3", Level: 2, Origin: at("f", 22)},
		ksb.Requirement{Statement: "S6", Weight: -1, Origin: at("f", 22)})
	r.Duties = with(r.Duties, ksb.Duty{ID: "D3", Core: true, Statements: []ksb.StatementID{"S0", "S2"}, Options: []ksb.OptionID{"O1", "O9"}, Origin: at("f", 24)})
	r.Gates = with(r.Gates, ksb.Gate{ID: "G2", Rule: credential("x"), Origin: at("f", 27)})
	r.Codes = with(r.Codes, ksb.Code{System: "NOC", Value: "1"})
	f.Roles = with(f.Roles, ksb.Role{ID: "R3", Origin: at("f", 32)})
	f.Links = with(f.Links, ksb.Link{From: "S0", To: "S1", Relation: ksb.Close, Origin: at("f", 40)})
	f.Related = with(f.Related, ksb.RoleLink{From: "R1", To: "R9", Relation: "lateral", Origin: at("f", 41)})
	return f
}

func TestCompileReportsAllMistakesInOrder(t *testing.T) {
	_, problems := ksb.Compile(manyMistakes())
	want := []mistake{
		{ksb.ErrScale, "scales[one].rungs", 3},
		{ksb.ErrKind, "statements[S4].kind", 13},
		{ksb.ErrUnknownScale, "statements[S5].scale", 14},
		{ksb.ErrRing, "statements[S6].requires", 15},
		{ksb.ErrUnknownStatement, "statements[S6].requires", 15},
		{ksb.ErrValue, "roles[R1].codes", 20},
		{ksb.ErrLevel, "roles[R1].requirements[S3].level", 22},
		{ksb.ErrUnknownStatement, "roles[R1].requirements[S4]", 22},
		{ksb.ErrWeight, "roles[R1].requirements[S6].weight", 22},
		{ksb.ErrUnknownOption, "roles[R1].duties[D3].options", 24},
		{ksb.ErrUnknownStatement, "roles[R1].duties[D3].statements", 24},
		{ksb.ErrGate, "roles[R1].gates[G2]", 27},
		{ksb.ErrEmptyRole, "roles[R3]", 32},
		{ksb.ErrUnknownStatement, "links[S0]", 40},
		{ksb.ErrUnknownRole, "relatedRoles[R1]", 41},
	}
	if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestCompileKeepsTheSoundParts(t *testing.T) {
	ix, _ := ksb.Compile(manyMistakes())

	require.Equal(t, 4, ix.Statements(), "S1, S2, S3 and S6, which only lost its prerequisites")
	s6, _ := ix.Statement("S6")
	require.Empty(t, s6.Requires)
	if diff := cmp.Diff([]ksb.RoleID{"R1", "R1/O1", "R2", "R3"}, roleIDs(ix)); diff != "" {
		t.Error("an empty role stays listed: ", diff)
	}
	if diff := cmp.Diff([]ksb.StatementID{"S1", "S2"}, asked(t, ix, "R1")); diff != "" {
		t.Error(diff)
	}
	r1, _ := ix.Role("R1")
	require.Len(t, r1.Gates, 1)
	require.Len(t, r1.Codes, 1)
	require.Len(t, r1.Duties, 3, "a duty loses what it names wrongly, not itself")
}

// Files are compiled together: statements and roles are shared, scales are not.
func TestCompileSeveralFrameworks(t *testing.T) {
	a := ksb.Framework{
		ID: "a", Scales: []ksb.Scale{{ID: "s", Rungs: []string{"0", "1", "2"}}},
		Statements: []ksb.Statement{{ID: "A1", Kind: ksb.Skill, Scale: "s"}},
		Roles:      []ksb.Role{{ID: "RA", Requirements: requires("A1", "B1")}},
	}
	b := ksb.Framework{
		ID: "b", Scales: []ksb.Scale{{ID: "s", Rungs: []string{"0", "1", "2", "3"}}},
		Statements: []ksb.Statement{{ID: "B1", Kind: ksb.Skill, Scale: "s", Requires: []ksb.StatementID{"A1"}}},
	}
	ix := compiled(t, a, b)
	r, _ := ix.Role("RA")
	want := []ksb.Requirement{{Statement: "A1", Level: 2}, {Statement: "B1", Level: 3}}
	if diff := cmp.Diff(want, r.Requirements); diff != "" {
		t.Error("the top rung of each one's own scale: ", diff)
	}
}
