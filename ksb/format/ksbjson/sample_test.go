package ksbjson_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

// rich fills every field that the format has, with texts that are awkward to write.
func rich() ksb.Framework {
	held := func(id ksb.CredentialID) ksb.Rule { return ksb.Rule{Credential: id} }
	lapsed := held("lapsed")
	return ksb.Framework{
		Format: ksb.Format, ID: "imaging", Edition: "2026", Title: "<Imaging> & \"more\"", Jurisdiction: "England",
		Scales: []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}},
		Statements: []ksb.Statement{
			{ID: "S0", Kind: ksb.Knowledge, Text: "é😀\u2028\n\t\\ �"},
			{ID: "S1", Code: "K1", Kind: ksb.Skill, Text: "One", Scale: "five", HalfLifeDays: 730, Requires: []ksb.StatementID{"S0"}, VerifiedBy: []string{"employer", "assessor"}},
			{ID: "S2", Code: "B1", Kind: ksb.Behaviour},
		},
		Roles: []ksb.Role{{
			ID: "R1", Edition: "1.1", Title: "Role", Aliases: []string{"a", ""}, Qual: 5, Band: "AfC 4",
			Requirements: []ksb.Requirement{{Statement: "S1", Level: 3, Critical: true, Weight: 1.0 / 3}, {Statement: "S2"}},
			Duties: []ksb.Duty{
				{ID: "D1", Code: "D1", Text: "Duty", Core: true, Weight: 0.1, Statements: []ksb.StatementID{"S1"}, Options: []ksb.OptionID{"O1"}},
				{ID: "D2", Weight: 1e-7, Statements: []ksb.StatementID{"S2"}},
			},
			Options: []ksb.Option{{ID: "O1", Title: "Option"}},
			Gates: []ksb.Gate{
				{ID: "G1", Phase: ksb.Entry, GraceDays: 90, Source: "rule 7", Rule: ksb.Rule{Any: []ksb.Rule{
					held("gcse-maths-4"), {All: []ksb.Rule{held("fs-maths-2"), {Not: &lapsed}}},
				}}},
				{ID: "G2", Phase: ksb.Programme, Rule: ksb.Rule{AtLeast: 2, Of: []ksb.Rule{held("a"), held("b"), held("c")}}},
				{ID: "G3", Phase: ksb.Gateway, Rule: ksb.Rule{Credits: &ksb.Credits{Of: "foundation-degree", AtLeast: 200}}},
				{ID: "G4", Phase: ksb.Registration, Rule: ksb.Rule{Fact: "hoursAWeek", AtLeast: 37.5}},
				{ID: "G5", Phase: ksb.Retention, Rule: ksb.Rule{Fact: "balance"}},
			},
			Codes: []ksb.Code{{System: "ST", Value: "ST0215"}, {System: "LARS", Value: "288"}},
			Facts: ksb.Facts{
				FundingMaxPence: 1200000, DurationMonths: 24, MinimumOffTheJobMinutes: 33360, Status: "Approved for delivery",
				From: 739648, Until: 740000, Regulator: "HCPC", Keywords: []string{"x-ray"},
			},
		}},
		Links:   []ksb.Link{{From: "S1", To: "other/S9", Relation: ksb.Narrow, Confirmed: true}, {From: "S2", To: "S1", Relation: ksb.Exact}},
		Related: []ksb.RoleLink{{From: "R1", To: "R1/O1", Relation: "progression", Source: "map"}},
		Groups:  []ksb.Group{{ID: "g1", Title: "All", Parent: "g0", Members: []string{"S1", "R1"}}, {ID: "g0"}},
	}
}

// forgetPlaces takes out of f where each part was read, which is not content.
func forgetPlaces(f *ksb.Framework) ksb.Framework {
	for i := range f.Scales {
		f.Scales[i].Origin = ksb.Origin{}
	}
	for i := range f.Statements {
		f.Statements[i].Origin = ksb.Origin{}
	}
	for i := range f.Roles {
		forgetPlacesOfRole(&f.Roles[i])
	}
	for i := range f.Links {
		f.Links[i].Origin = ksb.Origin{}
	}
	for i := range f.Related {
		f.Related[i].Origin = ksb.Origin{}
	}
	for i := range f.Groups {
		f.Groups[i].Origin = ksb.Origin{}
	}
	return *f
}

func forgetPlacesOfRole(r *ksb.Role) {
	r.Origin = ksb.Origin{}
	for i := range r.Requirements {
		r.Requirements[i].Origin = ksb.Origin{}
	}
	for i := range r.Duties {
		r.Duties[i].Origin = ksb.Origin{}
	}
	for i := range r.Options {
		r.Options[i].Origin = ksb.Origin{}
	}
	for i := range r.Gates {
		r.Gates[i].Origin = ksb.Origin{}
	}
}

func written(t *testing.T, f ksb.Framework) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, ksbjson.Write(&out, f))
	return out.Bytes()
}

// read is a framework without a mistake.
func read(t *testing.T, data []byte) ksb.Framework {
	t.Helper()
	f, problems := ksbjson.Read(bytes.NewReader(data), "x.json")
	require.NoError(t, problems.Err())
	return f
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
