package casejson_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
)

// told is a problem as tests look at it: the line, where, the fault.
func told(problems ksb.Problems) (list []string) {
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%d %s: %s", p.Origin.Line, p.Path, p.Fault))
	}
	return list
}

func read(t *testing.T, document string) (ksb.Framework, ksb.Problems) {
	t.Helper()
	return casejson.Read(strings.NewReader(document), "file")
}

func written(t *testing.T, f ksb.Framework) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := casejson.Write(&out, f)
	require.NoError(t, err)
	return out.Bytes()
}

// content compares what was read with what was written: places and the difference of
// an empty list and none are no content.
func content() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.EquateEmpty()}
}

// requireRoundTrip: what is written reads as the same value, without a problem but
// those allowed, and that writes as the same bytes.
func requireRoundTrip(t *testing.T, f ksb.Framework, allowed ...ksb.Fault) {
	t.Helper()
	first := written(t, f)
	back, problems := casejson.Read(bytes.NewReader(first), "back")
	for _, p := range problems {
		require.Contains(t, allowed, p.Fault, p.Error())
	}
	if diff := cmp.Diff(f, back, content()); diff != "" {
		t.Fatal(diff)
	}
	require.Equal(t, string(first), string(written(t, back)))
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	if !strings.HasSuffix(path, ".gz") {
		return data
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	require.NoError(t, err)
	data, err = io.ReadAll(r)
	require.NoError(t, err)
	return data
}

// rich has something of everything.
func rich() ksb.Framework {
	return ksb.Framework{
		Format: ksb.Format, ID: "imaging", Edition: "2026-03-01", Title: "Imaging", Jurisdiction: "England",
		Scales: []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}},
		Statements: []ksb.Statement{
			{ID: "S1", Code: "K1", Kind: ksb.Knowledge, Text: "The safe dose", Scale: "five", HalfLifeDays: 730, Requires: []ksb.StatementID{"http://esco.example/skill/1", "gone"}},
			{ID: "3F2504E0-4F89-11D3-9A0C-0305E82C3301", Code: "S1", Kind: ksb.Skill, Text: "Checks a request", VerifiedBy: []string{"employer"}},
			{ID: "http://esco.example/skill/1", Kind: ksb.Behaviour, Text: "Asks when <unsure> & \"lost\""},
			{ID: "a:b c/é", Code: "S2", Kind: ksb.Skill, Text: ""},
		},
		Roles: []ksb.Role{
			{
				ID: "R1", Edition: "1.1", Title: "Assistant", Aliases: []string{"Helper"}, Qual: 5, Band: "AfC 4",
				Requirements: []ksb.Requirement{{Statement: "S1", Level: 3, Critical: true}, {Statement: "a:b c/é", Weight: 0.25}, {Statement: "elsewhere"}},
				Duties: []ksb.Duty{
					{ID: "3f2504e0-4f89-11d3-9a0c-0305e82c3399", Code: "D1", Text: "Images", Core: true, Weight: 0.5, Statements: []ksb.StatementID{"S1", "S1", "elsewhere"}},
					{ID: "D2", Code: "D2", Text: "Scans", Statements: []ksb.StatementID{"S1"}, Options: []ksb.OptionID{"O1", "lost", "3f2504e0-4f89-11d3-9a0c-0305e82c3398"}},
				},
				Options: []ksb.Option{{ID: "O1", Title: "MRI"}, {ID: "3f2504e0-4f89-11d3-9a0c-0305e82c3398", Title: "CT"}},
				Gates: []ksb.Gate{{ID: "G1", Phase: ksb.Entry, GraceDays: 90, Source: "law",
					Rule: ksb.Rule{Any: []ksb.Rule{{Credential: "a"}, {Not: &ksb.Rule{Fact: "age", AtLeast: 18}}}}}},
				Codes: []ksb.Code{{System: "ST", Value: "ST0001"}},
				Facts: ksb.Facts{FundingMaxPence: 1, DurationMonths: 24, Status: "Approved", From: 739648, Regulator: "HCPC", Keywords: []string{"x-ray"}},
			},
			{ // the next version has the same duties and options
				ID: "R2", Title: "Assistant",
				Duties:  []ksb.Duty{{ID: "3f2504e0-4f89-11d3-9a0c-0305e82c3399", Code: "D1", Text: "Images", Options: []ksb.OptionID{"O1"}}},
				Options: []ksb.Option{{ID: "O1", Title: "MRI"}},
			},
		},
		Links: []ksb.Link{
			{From: "S1", To: "other/S9", Relation: ksb.Exact, Confirmed: true}, {From: "S1", To: "a:b c/é", Relation: ksb.Close},
			{From: "S1", To: "other/S9", Relation: ksb.Broad}, {From: "S1", To: "other/S9", Relation: ksb.Narrow},
			{From: "S1", To: "a:b c/é", Relation: ksb.Narrow}, {From: "other/S9", To: "S1", Relation: ksb.Broad}, {From: "other/S9", To: "S1", Relation: ksb.Narrow},
		},
		Related: []ksb.RoleLink{
			{From: "R1", To: "R2", Relation: "progression", Source: "map"}, {From: "R1", To: "R1/O1", Relation: "related"},
			{From: "R1", To: "3f2504e0-4f89-11d3-9a0c-0305e82c3300", Relation: "lateral"}, {From: "R2", To: "R1", Relation: "up"},
		},
		Groups: []ksb.Group{{ID: "g1", Title: "All", Parent: "g0", Members: []string{"a:b c/é", "S1", "R1", "nobody"}}, {ID: "g0"}, {ID: "g2", Parent: "lost"}},
	}
}
