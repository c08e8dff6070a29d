package ksb_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// unsorted is sound, with every list out of order, so that sorting in place would show.
func unsorted() ksb.Framework {
	f := sound()
	slices.Reverse(f.Statements)
	slices.Reverse(f.Roles)
	s2, r1 := &f.Statements[1], &f.Roles[1]
	s2.VerifiedBy = []string{"z", "a", "z"}
	s2.Requires = []ksb.StatementID{"S3", "S1", "S3"}
	slices.Reverse(r1.Requirements)
	slices.Reverse(r1.Duties)
	r1.Duties[0].Statements = []ksb.StatementID{"S2", "S1", "S0"}
	r1.Duties[0].Options = []ksb.OptionID{"O9", "O1"}
	r1.Aliases = []string{"z", "a"}
	r1.Facts.Keywords = []string{"z", "a"}
	r1.Codes = []ksb.Code{{System: "ST", Value: "ST0010"}, {System: "LARS", Value: "1"}, {System: "NOC"}}
	r1.Gates = []ksb.Gate{
		{ID: "G2", Phase: ksb.Gateway, Rule: ksb.Rule{Any: []ksb.Rule{credential("z"), credential("a")}}},
		{ID: "G1", Phase: ksb.Entry, Rule: ksb.Rule{Not: &ksb.Rule{Credits: &ksb.Credits{Of: "c", AtLeast: 5}}}},
	}
	return f
}

func TestCompileDoesNotChangeItsInput(t *testing.T) {
	f := unsorted()
	ksb.Compile(f)
	if diff := cmp.Diff(unsorted(), f); diff != "" {
		t.Error(diff)
	}
}

// snapshot is everything that an index can tell of its content.
type snapshot struct {
	Roles      []ksb.Role
	Statements []ksb.Statement
	Scales     []ksb.Scale
}

func snap(ix *ksb.Index) (s snapshot) {
	s.Roles = slices.Collect(ix.Roles())
	for i := range int32(ix.Statements()) {
		s.Statements = append(s.Statements, *ix.StatementAt(i))
		s.Scales = append(s.Scales, ix.ScaleAt(i))
	}
	return s
}

// What is frozen stays so, whatever the caller does with the framework afterwards.
func TestCompileSharesNothingWithItsInput(t *testing.T) {
	tests := []struct {
		why    string
		change func(f *ksb.Framework, s2 *ksb.Statement, r1 *ksb.Role)
	}{
		{"rungs", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Scales[0].Rungs[1] = "x" }},
		{"statements", func(f *ksb.Framework, s2 *ksb.Statement, _ *ksb.Role) { s2.Text = "x" }},
		{"prerequisites", func(f *ksb.Framework, s2 *ksb.Statement, _ *ksb.Role) { s2.Requires[0] = "x" }},
		{"verifiers", func(f *ksb.Framework, s2 *ksb.Statement, _ *ksb.Role) { s2.VerifiedBy[0] = "x" }},
		{"roles", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Title = "x" }},
		{"requirements", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Requirements[0].Level = 4 }},
		{"duties", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Duties[0].Weight = 99 }},
		{"statements of duties", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Duties[0].Statements[0] = "x" }},
		{"options of duties", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Duties[0].Options[1] = "x" }},
		{"aliases", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Aliases[0] = "x" }},
		{"codes", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Codes[0].Value = "x" }},
		{"keywords", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Facts.Keywords[0] = "x" }},
		{"gates", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Gates[0].Source = "x" }},
		{"branches of a rule", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Gates[0].Rule.Any[0].Credential = "x" }},
		{"a rule turned round", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Gates[1].Rule.Not.Credential = "x" }},
		{"credits", func(f *ksb.Framework, _ *ksb.Statement, r1 *ksb.Role) { r1.Gates[1].Rule.Not.Credits.AtLeast = 99 }},
	}
	untouched, _ := ksb.Compile(unsorted())
	want := snap(untouched)
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := unsorted()
			ix, _ := ksb.Compile(f)
			tt.change(&f, &f.Statements[1], &f.Roles[1])
			require.NotEmpty(t, cmp.Diff(unsorted(), f), "the change is one")
			if diff := cmp.Diff(want, snap(ix)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
