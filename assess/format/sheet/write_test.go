package sheet_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

type writer func(io.Writer, []assess.Worker) (ksb.Problems, error)

func written(t testing.TB, write writer, workers []assess.Worker) ([]byte, ksb.Problems) {
	t.Helper()
	var out bytes.Buffer
	lost, err := write(&out, workers)
	require.NoError(t, err)
	return out.Bytes(), lost
}

func placeless() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.EquateEmpty()}
}

// TestRoundTrip: the samples, as CSV and as a workbook, there and back again.
func TestRoundTrip(t *testing.T) {
	for _, name := range []string{"imaging/workers/team.csv", "ap-health/evidence.csv"} {
		want := readSound(t, sample(t, name))
		for kind, write := range map[string]writer{"CSV": sheet.WriteCSV, "a workbook": sheet.WriteXLSX} {
			data, lost := written(t, write, want)
			require.NoError(t, lost.Err(), name, kind)
			got, problems := sheet.Read(bytes.NewReader(data), "x.csv")
			require.NoError(t, problems.Err(), name, kind)
			if diff := cmp.Diff(want, got, placeless()); diff != "" {
				t.Error(name, kind, diff)
			}
			again, _ := written(t, write, got)
			require.True(t, bytes.Equal(data, again), name, kind)
		}
	}
}

// TestCountsByAnotherParser: a row for each piece and statement, and the header.
func TestCountsByAnotherParser(t *testing.T) {
	text := sample(t, "imaging/workers/team.csv")
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	data, _ := written(t, sheet.WriteXLSX, readSound(t, text))
	x, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	rows, err := x.GetRows("Evidence")
	require.NoError(t, err)
	require.Len(t, rows, len(records))
}

func TestLossesAreNamed(t *testing.T) {
	level := 2.0
	piece := assess.Evidence{ID: "e1", Statements: []assess.StatementRef{{ID: "S1", Level: &level}, {ID: "S2"}}, Kind: assess.Test, At: 739647}
	for _, c := range []struct {
		why    string
		change func(*assess.Worker)
		want   []string
	}{
		{"a piece about two statements is two rows, which is no loss", func(*assess.Worker) {}, nil},
		{"credentials", func(w *assess.Worker) { w.Credentials = []assess.Credential{{ID: "c"}} }, []string{"[w].credentials[c]"}},
		{"overrides", func(w *assess.Worker) { w.Overrides = []assess.Override{{Statement: "S1", Applies: new(bool)}} }, []string{"[w].overrides[S1]"}},
		{"blanks around a source", func(w *assess.Worker) { w.Evidence[0].By = " x" }, []string{"[w].evidence[e1].by"}},
		{"a worker without evidence", func(w *assess.Worker) { w.Evidence = nil }, []string{"[w]"}},
	} {
		w := assess.Worker{Format: assess.WorkerFormat, ID: "w", Evidence: []assess.Evidence{piece}}
		c.change(&w)
		_, lost := written(t, sheet.WriteCSV, []assess.Worker{w})
		var paths []string
		for _, p := range lost {
			paths = append(paths, p.Path)
		}
		require.Equal(t, c.want, paths, c.why)
	}
}

// TestTemplate: a row for each statement of the role; as it is it says nothing, and what
// is filled in is evidence.
func TestTemplate(t *testing.T) {
	f, problems := ksbjson.Read(strings.NewReader(sample(t, "imaging/framework.json")), "framework.json")
	require.NoError(t, problems.Err())
	ix, _ := ksb.Compile(f)
	var out bytes.Buffer
	require.NoError(t, sheet.Template(&out, ix, "imaging-support-worker"))
	list, problems := sheet.Read(bytes.NewReader(out.Bytes()), "empty.xlsx")
	require.NoError(t, problems.Err())
	require.Empty(t, list)

	x, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	rows, err := x.GetRows("Evidence")
	require.NoError(t, err)
	role, _ := ix.Role("imaging-support-worker")
	require.Len(t, rows, len(role.Requirements)+1)
	for at, value := range map[string]any{"A3": "w-1", "E3": "observation", "H3": 2.5, "J3": "2026-01-31"} {
		require.NoError(t, x.SetCellValue("Evidence", at, value))
	}
	var filled bytes.Buffer
	require.NoError(t, x.Write(&filled))
	list, problems = sheet.Read(&filled, "filled.xlsx")
	require.NoError(t, problems.Err())
	require.Equal(t, []string{"w-1/row-2:" + rows[2][2]}, kept(list))
	require.Equal(t, 2.5, *list[0].Evidence[0].Level)

	require.ErrorIs(t, sheet.Template(&out, ix, "nobody"), ksb.ErrUnknownRole)
}

// TestWorkbookFaults: the same rules as in CSV, told by the cell.
func TestWorkbookFaults(t *testing.T) {
	x := excelize.NewFile()
	for at, row := range map[string][]any{
		"A1": {"Worker", "Statement", "Kind", "Date", "Level"},
		"A2": {"w", "S1", "work product", "2026-01-31", 3},
		"A3": {"w", "S1", "exam", "2026-01-31", 3},
		"A4": {"w", "S1", "test", 46053, "three"},
	} {
		require.NoError(t, x.SetSheetRow("Sheet1", at, &row))
	}
	var out bytes.Buffer
	require.NoError(t, x.Write(&out))
	list, problems := sheet.Read(&out, "x.csv")
	want := []mistake{
		{ksb.ErrValue, "Sheet1!C3.Kind", 3}, {ksb.ErrDate, "Sheet1!D4.Date", 4}, {ksb.ErrWrongType, "Sheet1!E4.Level", 4},
	}
	if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, []string{"w/row-1:S1"}, kept(list))
}

// FuzzWorkbook puts texts into the cells of a workbook.
func FuzzWorkbook(f *testing.F) {
	f.Add("w", "S1", "test", "2026-01-31", "3")
	f.Add("", "", "sign off", "46053", "#N/A")
	f.Fuzz(func(t *testing.T, worker, statement, kind, at, level string) {
		x := excelize.NewFile()
		header := []any{"worker", "statement", "kind", "at", "level", "until"}
		_ = x.SetSheetRow("Sheet1", "A1", &header)
		row := []any{worker, statement, kind, at, level, at}
		_ = x.SetSheetRow("Sheet1", "A2", &row)
		var out bytes.Buffer
		require.NoError(t, x.Write(&out))
		readAnyhow(t, out.String())
	})
}

func BenchmarkRead(b *testing.B) {
	text := header + strings.Repeat("\nw-1,,S1,supervisor,employer,,3,lead-1,2026-01-31,,,,,", 10_000)
	list, _ := read(b, text)
	book, _ := written(b, sheet.WriteXLSX, list)
	for name, data := range map[string][]byte{"csv": []byte(text), "xlsx": book} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text))) // as CSV, so that the two compare
			for b.Loop() {
				if list, _ := sheet.Read(bytes.NewReader(data), "x"); len(list) != 1 {
					b.Fatal(len(list))
				}
			}
		})
	}
}
