package sheet_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// TestAWorkbookCarriesEverything: the sample and frameworks of all shapes, and not a
// word is lost; written again it is the same bytes.
func TestAWorkbookCarriesEverything(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	list := []ksb.Framework{imaging(t)}
	for range 12 {
		list = append(list, ksbtest.Random(rng))
	}
	for i, f := range list {
		data, lost := written(t, sheet.WriteXLSX, f)
		require.NoError(t, lost.Err(), i)
		again, problems := sheet.Read(bytes.NewReader(data), "x.xlsx")
		require.NoError(t, problems.Err(), i)
		if diff := cmp.Diff(ksbtest.WithoutOrigins(f), ksbtest.WithoutOrigins(again), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(i, diff)
		}
		twice, _ := written(t, sheet.WriteXLSX, again)
		require.True(t, bytes.Equal(data, twice), i)
	}
}

// TestATableCarriesTheCore: what comes back is what the role asks for, and everything
// else is named.
func TestATableCarriesTheCore(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	list := []ksb.Framework{imaging(t)}
	for range 40 {
		list = append(list, ksbtest.Random(rng))
	}
	for i, f := range list {
		data, lost := written(t, sheet.WriteCSV, f)
		again, problems := sheet.Read(bytes.NewReader(data), "x.csv")
		require.NoError(t, problems.Err(), "%d\n%s", i, data)
		require.Empty(t, cmp.Diff(core(f), core(again)), i)
		if f.Title != "" {
			require.Contains(t, lost.Error(), "title: ", i)
		}
		require.Equal(t, len(f.Groups) > 0, strings.Contains(lost.Error(), "groups["), i)
	}
}

// core is what a role asks for: statement, level, critical and weight.
func core(f ksb.Framework) (list []string) {
	f = ksbtest.WithoutOrigins(f)
	for i := range f.Roles {
		f.Roles[i].Options, f.Roles[i].Gates = nil, nil
	}
	ix, _ := ksb.Compile(f)
	for r := range ix.Roles() {
		for _, q := range r.Requirements {
			s, _ := ix.Statement(q.Statement)
			list = append(list, fmt.Sprint(r.ID, r.Title, s, q.Level, q.Critical, q.Weight))
		}
	}
	slices.Sort(list)
	return list
}

// TestLossesAreNamed: what a cell changes is not changed in silence.
func TestLossesAreNamed(t *testing.T) {
	for _, c := range []struct {
		why, path string
		change    func(*ksb.Framework)
	}{
		{"blanks around a text", "statements[S/K1].text", func(f *ksb.Framework) { f.Statements[0].Text = " x" }},
		{"a control character", "statements[S/K1].text", func(f *ksb.Framework) { f.Statements[0].Text = "a\x01b" }},
		{"more than a cell holds", "statements[S/K1].text", func(f *ksb.Framework) { f.Statements[0].Text = strings.Repeat("x", 40_000) }},
		{"an alias of nothing", "roles[S].aliases", func(f *ksb.Framework) { f.Roles[0].Aliases = []string{"", "a"} }},
		{"a statement without a text", "statements[S/K1]", func(f *ksb.Framework) { f.Statements[0].Text = "" }},
	} {
		f := ksbtest.Standard("S", "K1", "S1")
		c.change(&f)
		_, lost := written(t, sheet.WriteXLSX, f)
		var paths []string
		for _, p := range lost {
			paths = append(paths, p.Path)
		}
		require.Contains(t, paths, c.path, c.why)
	}
}

// TestCountsByAnotherParser: as many rows as the model has of each thing.
func TestCountsByAnotherParser(t *testing.T) {
	f := imaging(t)
	data, _ := written(t, sheet.WriteXLSX, f)
	x, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	want := map[string]int{"Statements": len(f.Statements), "Roles": len(f.Roles), "Links": len(f.Links), "Related roles": len(f.Related), "Groups": len(f.Groups)}
	for _, r := range f.Roles {
		want["Requirements"] += len(r.Requirements)
		want["Duties"] += len(r.Duties)
		want["Options"] += len(r.Options)
		want["Gates"] += len(r.Gates)
		want["Codes"] += len(r.Codes)
	}
	for name, n := range want {
		rows, err := x.GetRows(name)
		require.NoError(t, err, name)
		require.Len(t, rows, n+1, name)
	}
	plain, _ := written(t, sheet.WriteCSV, f)
	records, err := csv.NewReader(bytes.NewReader(plain)).ReadAll()
	require.NoError(t, err)
	require.Len(t, records, want["Requirements"]+1)
}

// TestTemplate: the empty template is understood, has lists to choose from, and what is
// filled in is read.
func TestTemplate(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, sheet.Template(&out))
	f, problems := sheet.Read(bytes.NewReader(out.Bytes()), "desk.xlsx")
	require.NoError(t, problems.Err())
	require.Equal(t, ksb.FrameworkID("desk"), f.ID)
	x, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	require.Equal(t, table.HelpSheet, x.GetSheetList()[0])
	lists, err := x.GetDataValidations("Statements")
	require.NoError(t, err)
	require.NotEmpty(t, lists)
	for at, value := range map[string]string{"B2": "K1", "D2": "Knows the rules"} {
		require.NoError(t, x.SetCellValue("Statements", at, value))
	}
	require.NoError(t, x.SetCellValue("Roles", "A2", "clerk"))
	require.NoError(t, x.SetCellValue("Requirements", "A2", "clerk"))
	require.NoError(t, x.SetCellValue("Requirements", "B2", "K1"))
	var filled bytes.Buffer
	require.NoError(t, x.Write(&filled))
	f, problems = sheet.Read(&filled, "desk.xlsx")
	require.NoError(t, problems.Err())
	require.Equal(t, []string{"clerk desk/K1"}, requirements(f))
}

// TestOrderOfRows: the rows of every sheet in another order are the same framework.
func TestOrderOfRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for i := range 8 {
		f := ksbtest.Random(rng)
		want, _ := ksb.Compile(f)
		data, lost := written(t, sheet.WriteXLSX, ksbtest.Shuffled(rng, f))
		require.NoError(t, lost.Err())
		again, problems := sheet.Read(bytes.NewReader(data), "x.xlsx")
		require.NoError(t, problems.Err())
		got, _ := ksb.Compile(again)
		require.Equal(t, want.Fingerprint(), got.Fingerprint(), i)
	}
}
