package sheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// A sheet that somebody made by hand, and the framework that it is.
func TestReadASimpleSheet(t *testing.T) {
	f, problems := read(simple)
	require.Equal(t, []mistake{{ksb.ErrScale, "row 1.Level", 2}}, mistakes(problems), "the one thing to say: what the levels mean")
	scale := ksb.ScaleID("0-3")
	want := ksb.Framework{
		Format: ksb.Format, ID: "clerks", Scales: []ksb.Scale{{ID: scale, Rungs: []string{"0", "1", "2", "3"}}},
		Statements: []ksb.Statement{
			{ID: "clerks/B1", Code: "B1", Kind: ksb.Behaviour, Text: "Is patient", Scale: scale},
			{ID: "clerks/K1", Code: "K1", Kind: ksb.Knowledge, Text: "Knows the rules of the desk", Scale: scale},
			{ID: "clerks/K2", Code: "K2", Kind: ksb.Knowledge, Text: "Knows whom to ask", Scale: scale},
			{ID: "clerks/S1", Code: "S1", Kind: ksb.Skill, Text: "Answers the telephone", Scale: scale},
			{ID: "clerks/S2", Code: "S2", Kind: ksb.Skill, Text: "Files, finds and\nreturns papers", Scale: scale},
		},
		Roles: []ksb.Role{{
			ID: "clerks", Title: "clerks",
			Requirements: []ksb.Requirement{{Statement: "clerks/B1", Level: 2}, {Statement: "clerks/K1", Level: 2}, {Statement: "clerks/K2", Level: 1}, {Statement: "clerks/S1", Level: 3}, {Statement: "clerks/S2"}},
			Duties: []ksb.Duty{
				{ID: "D1", Code: "D1", Statements: []ksb.StatementID{"clerks/K1", "clerks/S1"}},
				{ID: "D2", Code: "D2", Statements: []ksb.StatementID{"clerks/K1", "clerks/K2", "clerks/S2"}},
			},
		}},
	}
	if diff := cmp.Diff(want, ksbtest.WithoutOrigins(f)); diff != "" {
		t.Error(diff)
	}
	_, compiled := ksb.Compile(f)
	require.NoError(t, compiled.Err())
}

// requirement is what a role asks for, in words.
func requirements(f ksb.Framework) (list []string) {
	for _, r := range f.Roles {
		for _, q := range r.Requirements {
			list = append(list, strings.TrimSpace(strings.Join([]string{string(r.ID), string(q.Statement), strings.Repeat("*", int(q.Level))}, " ")))
		}
	}
	return list
}

func TestReadATable(t *testing.T) {
	for _, c := range []struct {
		why, give string
		want      []string
		faults    []mistake
	}{
		{"other names for the columns", "KSB ref;Type;Description\nK1;Knowledge;Knows\n", []string{"clerks clerks/K1"}, nil},
		{"no kind: the code tells", "Code,Text\nK1,Knows\nS1,Does\nB1,Is\n", []string{"clerks clerks/B1", "clerks clerks/K1", "clerks clerks/S1"}, nil},
		{"kinds as people write them", "Code,Kind,Text\na1,Skills,Does\na2,Behavior,Is\na3,k,Knows\n", []string{"clerks clerks/a1", "clerks clerks/a2", "clerks clerks/a3"}, nil},
		{"neither kind nor a code that tells", "Code,Text\nX1,Knows\nK1,Knows\n", []string{"clerks clerks/K1"}, []mistake{{ksb.ErrKind, "row 1.Kind", 2}}},
		{"an unknown kind", "Code,Kind,Text\nK1,attitude,Is\n", nil, []mistake{{ksb.ErrValue, "row 1.Kind", 2}}},
		{"no text", "Code,Kind,Text\nK1,skill,\n", nil, []mistake{{ksb.ErrMissing, "row 1.Text", 2}}},
		{"roles in a column; the same code in two", "Role,Code,Text\na,K1,Knows this\nb,K1,Knows that\n,K1,Knows nothing\n", []string{"a a/K1", "b b/K1"}, nil},
		{"a row for each duty", "Code,Text,Duty\nK1,Knows,D1\nK1,Knows,D2\n", nil, nil},
		{"a row for each duty, the text once", "Code,Text,Duty,Level\nK1,,D2,1\nK1,Knows,D1,1\n", []string{"clerks clerks/K1 *"}, nil},
		{"duties and nothing else: the role asks for what they name", "Code,Text,Duty\nK1,Knows,D1\nS1,Does,D1\n", nil, nil},
		{"a statement that no duty names is asked for", "Code,Text,Duty\nK1,Knows,D1\nS1,Does,\n", []string{"clerks clerks/K1", "clerks clerks/S1"}, nil},
		{"rungs by name", "Code,Text,Rungs,Level\nK1,Knows,no; partly; yes,Partly\n", []string{"clerks clerks/K1 *"}, nil},
		{"rungs by number", "Code,Text,Rungs,Level\nK1,Knows,no; partly; yes,2\n", []string{"clerks clerks/K1 **"}, nil},
		{"a rung called 2 is no second rung", "Code,Text,Scale,Level\nK1,Knows,1-5,2\n", []string{"clerks clerks/K1 *"}, nil},
		{"a usual scale needs no rungs", "Code,Text,Scale,Level\nK1,Knows,rag,green\n", []string{"clerks clerks/K1 **"}, nil},
		{"a level that is no rung", "Code,Text,Rungs,Level\nK1,Knows,no; yes,maybe\nS1,Does,no; yes,yes\n", []string{"clerks clerks/S1 *"}, []mistake{{ksb.ErrLevel, "row 1.Level", 2}}},
		{"the lowest rung asks for nothing", "Code,Text,Level\nK1,Knows,0\n", nil, []mistake{{ksb.ErrValue, "row 1.Level", 2}}},
		{"a level of 1 on no scale is the top rung", "Code,Text,Level\nK1,Knows,1\n", []string{"clerks clerks/K1 *"}, nil},
		{"a level in words on no scale", "Code,Text,Level\nK1,Knows,expert\n", nil, []mistake{{ksb.ErrLevel, "row 1.Level", 2}}},
		{"a weight in words", "Code,Text,Weight\nK1,Knows,high\n", nil, []mistake{{ksb.ErrWrongType, "row 1.Weight", 2}}},
		{"a cross for critical", "Code,Text,Essential\nK1,Knows,x\n", []string{"clerks clerks/K1"}, nil},
		{"neither yes nor no", "Code,Text,Critical\nK1,Knows,perhaps\n", nil, []mistake{{ksb.ErrValue, "row 1.Critical", 2}}},
		{"two frameworks", "Framework,Code,Text\na,K1,Knows\nb,K2,Knows\n", []string{"a a/K1"}, []mistake{{ksb.ErrValue, "row 2.Framework", 3}}},
		{"a code that only another row has", "Role,Code,Text\na,K1,Knows\nb,K1,\n", []string{"a a/K1", "b a/K1"}, nil},
		{"no table of statements", "shoe,size\nleft,9\n", nil, []mistake{{ksb.ErrFormat, "", 1}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(c.give)
			if diff := cmp.Diff(c.want, requirements(f)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.faults, mistakes(problems)); diff != "" {
				t.Error(diff, problems)
			}
		})
	}
}

func TestReadSheetsAsRoles(t *testing.T) {
	data := book(t, map[string][][]string{
		"Clerk":  {{"Code", "Text"}, {"K1", "Knows the rules"}},
		"Porter": {{"Code", "Text"}, {"K1", "Knows the way"}},
		"Notes":  {{"What", "Whom"}, {"ask", "Ann"}},
	}, "Clerk", "Notes", "Porter")
	f, problems := sheet.Read(bytes.NewReader(data), "staff.xlsx")
	require.Equal(t, []string{"Clerk Clerk/K1", "Porter Porter/K1"}, requirements(f))
	require.Equal(t, []mistake{{ksb.ErrUnknownKey, "", 0}}, mistakes(problems))
	require.Contains(t, problems.Error(), "Notes")
}

// What is wrong in a workbook with a sheet for each thing is named by its cell.
func TestReadAWorkbookWithFaults(t *testing.T) {
	data := book(t, map[string][][]string{
		"Statements":   {{"ID", "Code", "Kind", "Text", "Scale"}, {"s1", "K1", "knowledge", "Knows", "three"}, {"", "S1", "", "Does", ""}, {"s3", "", "", "Is", ""}, {"", "", "skill", "Nothing", ""}},
		"Roles":        {{"ID", "Title", "Qualification level", "From"}, {"clerk", "Clerk", "9", "31/01/2026"}},
		"Requirements": {{"Role", "Statement", "Level"}, {"clerk", "K1", "yes"}, {"clerk", "S1", "7"}, {"porter", "K1", ""}, {"clerk", "", ""}},
		"Gates":        {{"Role", "ID", "Phase", "Rule"}, {"clerk", "g1", "gateway", "first-aid"}, {"clerk", "g2", "later", "x"}, {"clerk", "g3", "entry", `{"any":[{"certificate":"x"}]}`}},
		"Scales":       {{"Scale", "Level", "Rung"}, {"three", "2", "yes"}, {"three", "0", "no"}, {"three", "1", "partly"}, {"two", "0", "no"}, {"two", "2", "yes"}},
		"Links":        {{"From", "To", "Relation"}, {"K1", "other/S9", "near"}},
		"Shoes":        {{"left", "right"}, {"9", "9"}},
	}, "Links", "Gates", "Requirements", "Shoes", "Roles", "Statements", "Scales")
	f, problems := sheet.Read(bytes.NewReader(data), "desk.xlsx")
	want := []mistake{
		{ksb.ErrUnknownKey, "Shoes", 0},
		{ksb.ErrValue, "Gates!C3.Phase", 3}, {ksb.ErrUnknownKey, "Gates!D4.Rule", 4},
		{ksb.ErrValue, "Links!C2.Relation", 2}, {ksb.ErrValue, "Roles!C2.Qualification level", 2}, {ksb.ErrDate, "Roles!D2.From", 2},
		{ksb.ErrUnknownRole, "Requirements!A4.Role", 4}, {ksb.ErrMissing, "Requirements!B5.Statement", 5},
		{ksb.ErrScale, "Scales", 6}, {ksb.ErrKind, "Statements!C4.Kind", 4}, {ksb.ErrMissing, "Statements!B5.Code", 5},
	}
	got := map[mistake]bool{}
	for _, m := range mistakes(problems) {
		got[m] = true
	}
	for _, m := range want {
		require.True(t, got[m], "%+v\n%v", m, problems)
	}
	require.Equal(t, []string{"clerk s1 **", "clerk desk/S1 *******"}, requirements(f), "a level beyond the top is for Compile to tell")
	require.Equal(t, []string{"no", "partly", "yes"}, f.Scales[0].Rungs)
	require.Len(t, f.Roles[0].Gates, 1)
	require.Equal(t, ksb.Origin{File: "desk.xlsx", Line: 2}, f.Roles[0].Gates[0].Origin)
}

func TestDetect(t *testing.T) {
	whole, _ := written(t, sheet.WriteXLSX, imaging(t))
	for name, c := range map[string]struct {
		data []byte
		want bool
	}{
		"a simple sheet": {[]byte(simple), true}, "a workbook": {whole, true}, "another table": {[]byte("shoe,size\n"), false},
		"JSON": {[]byte(`{"code":1,"text":2}`), false}, "evidence": {[]byte("worker,statement,kind,at\n"), false}, "nothing": {nil, false},
	} {
		require.Equal(t, c.want, sheet.Detect("x", c.data), name)
	}
}
