package sheet_test

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	"github.com/skillgap-go/skillgap/pathway/format/sheet"
	"github.com/skillgap-go/skillgap/testdata"
)

// rich fills every field that the format has, with texts that are awkward to write.
func rich() pathway.Catalogue {
	return pathway.Catalogue{Format: pathway.CatalogueFormat, Currency: "GBP", Courses: []pathway.Course{
		{
			ID: "c1", Title: "<Moving> & \"handling\" é😀", Provider: "in-house; ours",
			Teaches:  []pathway.Attainment{{Statement: "S1", Level: 3}, {Statement: "a;b, c@2"}, {Statement: "x@"}, {Statement: `y\;@z`, Level: 255}},
			Requires: []pathway.Attainment{{Statement: "S0", Level: 2}}, After: []string{"c0"}, Needs: []ksb.CredentialID{"care-certificate", "a;b"},
			Awards: []ksb.CredentialID{"diploma-3"}, Credits: &pathway.Credits{Of: "foundation-degree", Adds: 40}, Excludes: []string{"c2"},
			CostPence: math.MaxInt64, Minutes: 1<<53 + 1, Weeks: 4, Mode: pathway.Blended, Settings: []string{"imaging", "ward"},
			Starts: []ksb.Date{740000, 1}, FundingMaxPence: 300000, AssessedBy: assess.SignOff, Provided: true,
		},
		{ID: "c2", Credits: &pathway.Credits{Of: "x"}},
	}}
}

type writer func(io.Writer, pathway.Catalogue) (ksb.Problems, error)

func writers() map[string]writer {
	return map[string]writer{"CSV": sheet.WriteCSV, "a workbook": sheet.WriteXLSX}
}

func written(t testing.TB, write writer, c pathway.Catalogue) ([]byte, ksb.Problems) {
	t.Helper()
	var out bytes.Buffer
	lost, err := write(&out, c)
	require.NoError(t, err)
	return out.Bytes(), lost
}

func placeless() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.EquateEmpty()}
}

func sampleFile(t testing.TB) []byte {
	t.Helper()
	data, err := testdata.Files().ReadFile("imaging/catalogue.json")
	require.NoError(t, err)
	return data
}

func sample(t testing.TB) pathway.Catalogue {
	t.Helper()
	c, problems := cataloguejson.Read(bytes.NewReader(sampleFile(t)), "catalogue.json")
	require.NoError(t, problems.Err())
	return c
}

func TestRoundTrip(t *testing.T) {
	for name, want := range map[string]pathway.Catalogue{"everything": rich(), "the sample": sample(t)} {
		for kind, write := range writers() {
			data, lost := written(t, write, want)
			require.NoError(t, lost.Err(), "%s, %s", name, kind)
			got, problems := sheet.Read(bytes.NewReader(data), "c.csv")
			require.NoError(t, problems.Err(), "%s, %s", name, kind)
			if diff := cmp.Diff(want, got, placeless()); diff != "" {
				t.Error(name, kind, diff)
			}
			again, _ := written(t, write, got)
			require.True(t, bytes.Equal(data, again), "%s, %s", name, kind)
		}
	}
}

// TestSampleToTheByte: from JSON to a workbook and back is the same file.
func TestSampleToTheByte(t *testing.T) {
	data, _ := written(t, sheet.WriteXLSX, sample(t))
	c, _ := sheet.Read(bytes.NewReader(data), "c.xlsx")
	var out bytes.Buffer
	require.NoError(t, cataloguejson.Write(&out, c))
	require.Equal(t, string(sampleFile(t)), out.String())
}

// TestCountsByAnotherParser: a row a course, and as many levels as the JSON has.
func TestCountsByAnotherParser(t *testing.T) {
	var raw struct{ Courses []struct{ Teaches []any } }
	require.NoError(t, json.Unmarshal(sampleFile(t), &raw))
	data, _ := written(t, sheet.WriteXLSX, sample(t))
	x, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	rows, err := x.GetRows("Courses")
	require.NoError(t, err)
	require.Len(t, rows, len(raw.Courses)+1)
	for i, course := range raw.Courses {
		require.Equal(t, len(course.Teaches), strings.Count(rows[i+1][3], "@"), rows[i+1][0])
	}
}

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

// A faulty cell takes its course with it; the others stay.
func TestReadOfAFaultyRow(t *testing.T) {
	const header = "Course ID;Teaches;Cost pence;Minutes;Weeks;Mode;Start dates;Assessed by;Provided;Credits of;Credits;Currency\n"
	for _, c := range []struct {
		why, give string
		want      []mistake
	}{
		{"no ID", ";S1;5", []mistake{{ksb.ErrMissing, "row 2.Course ID", 3}}},
		{"a level of 0", "c;S1@0", []mistake{{ksb.ErrLevel, "row 2.Teaches", 3}}},
		{"a level beyond all scales", "c;S1@256", []mistake{{ksb.ErrLevel, "row 2.Teaches", 3}}},
		{"pounds", "c;S1;12.50", []mistake{{ksb.ErrWrongType, "row 2.Cost pence", 3}}},
		{"a cost below zero", "c;S1;-1", []mistake{{ksb.ErrValue, "row 2.Cost pence", 3}}},
		{"a cost beyond all sums", "c;S1;9223372036854775808", []mistake{{ksb.ErrWrongType, "row 2.Cost pence", 3}}},
		{"hours in words", "c;S1;5;six hours", []mistake{{ksb.ErrWrongType, "row 2.Minutes", 3}}},
		{"weeks beyond all calendars", "c;S1;5;5;2147483648", []mistake{{ksb.ErrValue, "row 2.Weeks", 3}}},
		{"an unknown mode", "c;S1;5;5;5;postal", []mistake{{ksb.ErrValue, "row 2.Mode", 3}}},
		{"no such day", "c;S1;5;5;5;online;2026-02-30, 2026-03-01", []mistake{{ksb.ErrDate, "row 2.Start dates", 3}}},
		{"an unknown kind of evidence", "c;S1;5;5;5;online;;exam", []mistake{{ksb.ErrValue, "row 2.Assessed by", 3}}},
		{"neither yes nor no", "c;S1;5;5;5;online;;test;soon", []mistake{{ksb.ErrValue, "row 2.Provided", 3}}},
		{"credits of nothing", "c;S1;5;5;5;online;;test;yes;;20", []mistake{{ksb.ErrMissing, "row 2.Credits of", 3}}},
		{"no number of credits", "c;S1;5;5;5;online;;test;yes;degree;", []mistake{{ksb.ErrMissing, "row 2.Credits", 3}}},
		{"another currency", "c;S1;5;5;5;online;;test;yes;;;EUR", []mistake{{ksb.ErrValue, "row 2.Currency", 3}}},
		{"three faults at once", "c;S1@0;x;x", []mistake{{ksb.ErrWrongType, "row 2.Cost pence", 3}, {ksb.ErrWrongType, "row 2.Minutes", 3}, {ksb.ErrLevel, "row 2.Teaches", 3}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			got, problems := sheet.Read(strings.NewReader(header+"first;S1;;;;;;;;;;GBP\n"+c.give+"\nlast;S1@3\n"), "c.csv")
			if diff := cmp.Diff(c.want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			require.Len(t, got.Courses, 2)
			require.Equal(t, "last", got.Courses[1].ID)
			require.Equal(t, 4, got.Courses[1].Origin.Line)
			require.Equal(t, "GBP", got.Currency)
		})
	}
}

func TestReadRefuses(t *testing.T) {
	c, problems := sheet.Read(strings.NewReader("shoe,size\nleft,9\n"), "c.csv")
	require.Equal(t, pathway.Catalogue{}, c)
	require.Equal(t, []mistake{{ksb.ErrFormat, "", 1}}, mistakes(problems))
	require.False(t, sheet.Detect("c", sampleFile(t)), "JSON")
	require.True(t, sheet.Detect("c", []byte("Title;Course\n")))
	_, problems = sheet.Read(strings.NewReader("course,cost,hours\nc,12.50,6\n"), "c.csv")
	require.Equal(t, []mistake{{ksb.ErrUnknownKey, "header", 1}}, mistakes(problems), "pounds and hours are not guessed at")
}

func TestLossesAreNamed(t *testing.T) {
	c := rich()
	c.Courses[1].Title, c.Courses[1].Settings = " x", []string{"", "y"}
	_, lost := written(t, sheet.WriteCSV, c)
	require.Equal(t, []mistake{{ksb.ErrValue, "courses[c2].settings", 0}, {ksb.ErrValue, "courses[c2].title", 0}}, mistakes(lost))
}

func TestTemplate(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, sheet.Template(&out))
	c, problems := sheet.Read(bytes.NewReader(out.Bytes()), "c.xlsx")
	require.NoError(t, problems.Err())
	require.Empty(t, c.Courses)
	x, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	lists, err := x.GetDataValidations("Courses")
	require.NoError(t, err)
	require.Len(t, lists, 3, "mode, assessed by, provided")
}

// readAnyhow: nothing panics, and what was read is written and read as the same, or the
// difference is told.
func readAnyhow(t *testing.T, data []byte) {
	t.Helper()
	c, problems := sheet.Read(bytes.NewReader(data), "c.csv")
	for _, p := range problems {
		if p.Fault == "" || p.Origin.File != "c.csv" {
			t.Errorf("no place: %+v", p)
		}
	}
	if c.Format == "" {
		return
	}
	again, lost := written(t, sheet.WriteCSV, c)
	got, _ := sheet.Read(bytes.NewReader(again), "c.csv")
	if diff := cmp.Diff(c.Courses, got.Courses, placeless()); diff != "" && lost == nil {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	data, _ := written(f, sheet.WriteCSV, rich())
	f.Add(data)
	f.Add([]byte("course;teaches;credits add\nc;S1@3, S2@;9\n"))
	f.Fuzz(readAnyhow)
}

// FuzzWorkbook puts texts into the cells of a workbook.
func FuzzWorkbook(f *testing.F) {
	f.Add("c1", "S1@3; S2", "120", "online", "2026-09-01", "GBP")
	f.Fuzz(func(t *testing.T, id, teaches, cost, mode, start, currency string) {
		x := excelize.NewFile()
		header := []any{"course", "teaches", "cost pence", "mode", "starts", "currency", "weeks", "settings"}
		_ = x.SetSheetRow("Sheet1", "A1", &header)
		row := []any{id, teaches, cost, mode, start, currency, cost, teaches}
		_ = x.SetSheetRow("Sheet1", "A2", &row)
		var out bytes.Buffer
		require.NoError(t, x.Write(&out))
		readAnyhow(t, out.Bytes())
	})
}

func BenchmarkRead(b *testing.B) {
	c := sample(b)
	for len(c.Courses) < 2000 {
		c.Courses = append(c.Courses, c.Courses...)
	}
	for name, write := range writers() {
		data, _ := written(b, write, c)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if got, _ := sheet.Read(bytes.NewReader(data), "x"); len(got.Courses) != len(c.Courses) {
					b.Fatal(len(got.Courses))
				}
			}
		})
	}
}
