package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// A brief is the role in the form that ranking reads: what stands where, and which
// duty asks for it.
func TestBrief(t *testing.T) {
	f := roleFramework(ksb.Role{
		ID:           "R",
		Requirements: []ksb.Requirement{{Statement: "S3"}, {Statement: "S1", Critical: true}, {Statement: "S2", Weight: 2}},
		Duties:       []ksb.Duty{work("D10", 1, "S3", "S1"), work("D2", 3, "S3", "S4")},
	})
	for i, code := range []string{"K10", "K2", "K2", "B1"} { // S2 and S3 share a code: the ID decides
		f.Statements[i].Code = code
	}
	b, known := compiled(t, f).Brief("R")
	require.True(t, known)

	type duty struct {
		ID    ksb.DutyID
		Share float64
		Needs []int32
	}
	var duties []duty
	for _, d := range b.Duties {
		duties = append(duties, duty{d.Duty.ID, d.Share, d.Needs})
	}
	wantDuties := []duty{{"D2", 0.75, []int32{1}}, {"D10", 0.25, []int32{1, 2}}}
	if diff := cmp.Diff(wantDuties, duties); diff != "" {
		t.Error("duties in natural order, needs ascending, S4 is not asked for: ", diff)
	}
	wantNeeds := []ksb.Need{
		{Statement: 1, Level: 1, Importance: 2},
		{Statement: 2, Level: 1, Importance: 1},
		{Statement: 0, Level: 1, Importance: 0.25, Critical: true},
	}
	if diff := cmp.Diff(wantNeeds, b.Needs); diff != "" {
		t.Error("K2 before K10, then by ID: ", diff)
	}
	if diff := cmp.Diff([][]ksb.DutyID{nil, {"D2", "D10"}, {"D10"}}, b.ServedBy); diff != "" {
		t.Error(diff)
	}
	for i, q := range b.Role.Requirements {
		require.Equal(t, q.Level, b.Needs[i].Level, "the requirements stand in the same order")
	}
}

// A role with duties and no requirements asks for what its duties name, at the top.
func TestRequirementsFromDuties(t *testing.T) {
	f := roleFramework(ksb.Role{ID: "R", Duties: []ksb.Duty{work("D1", 1, "S3", "S2"), work("D2", 1, "S2")}})
	f.Scales = []ksb.Scale{{ID: "x", Rungs: []string{"0", "1", "2"}}}
	f.Statements[2].Scale = "x"
	r, _ := compiled(t, f).Role("R")
	want := []ksb.Requirement{{Statement: "S2", Level: 1}, {Statement: "S3", Level: 2}}
	if diff := cmp.Diff(want, r.Requirements); diff != "" {
		t.Error(diff)
	}
}

// Who stated requirements, all of them wrong, did not mean the duties instead.
func TestWrongRequirementsAreNotReplaced(t *testing.T) {
	f := roleFramework(ksb.Role{ID: "R", Requirements: requires("S0"), Duties: []ksb.Duty{work("D1", 1, "S1")}})
	ix, problems := ksb.Compile(f)
	require.Equal(t, []mistake{{ksb.ErrEmptyRole, "roles[R]", 0}, {ksb.ErrUnknownStatement, "roles[R].requirements[S0]", 0}}, mistakes(problems))
	require.Empty(t, asked(t, ix, "R"))
}
