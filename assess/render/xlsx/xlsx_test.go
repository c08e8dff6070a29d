package xlsx_test

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

func TestSheets(t *testing.T) {
	t.Parallel()
	book := opened(t, written(t, everyStatus(t), xlsx.Options{More: []xlsx.Sheet{{Name: "Plan", Columns: []xlsx.Column{{Name: "x"}}}}}))
	require.Equal(t, []string{"Summary", "Gaps", "Evidence", "Duties", "Gates", "To check", "Plan", "Basis"}, book.GetSheetList())
}

// Every figure of the report is in the workbook, rounded as a stored report is.
func TestSummaryIsTheReport(t *testing.T) {
	t.Parallel()
	r := everyStatus(t)
	found := map[string]string{}
	for _, row := range raw(t, opened(t, written(t, r, xlsx.Options{})), "Summary") {
		found[row["What"]] = row["Value"]
		require.NotEmpty(t, row["What it means"], "nothing stands there without being explained: %v", row)
	}
	for what, want := range map[string]float64{ // any order: each by itself
		"Requirements met": float64(r.Met), "Requirements in all": float64(r.Of), "Assured": r.Assured, "Looked at": r.Coverage,
		"Estimate": r.Estimate, "Likely at least": r.Low, "Likely at most": r.High,
	} {
		got, err := strconv.ParseFloat(found[what], 64)
		require.NoError(t, err, what)
		require.Equal(t, strictjson.Round6(want), got, what)
	}
	require.Equal(t, "w-01", found["Worker"])
	require.Equal(t, "46203", found["As of"], "a day is a day")
	total := 0
	for _, status := range []string{"met", "not yet met", "lapsed", "contested", "uncertain", "not yet evidenced", "not applicable"} {
		n, _ := strconv.Atoi(found[status])
		total += n
	}
	require.Equal(t, len(r.Gaps), total, "the counts by status are those of all requirements")
}

func TestGapsAreTheReport(t *testing.T) {
	t.Parallel()
	r := everyStatus(t)
	rows := raw(t, opened(t, written(t, r, xlsx.Options{})), "Gaps")
	require.Len(t, rows, len(r.Gaps))
	pieces := 0
	for i, g := range r.Gaps {
		require.Equal(t, strconv.Itoa(i+1), rows[i]["Rank"])
		require.Equal(t, []string{g.Code, g.Text, string(g.Statement)}, []string{rows[i]["Code"], rows[i]["What the role asks"], rows[i]["Statement ID"]})
		priority, err := strconv.ParseFloat(rows[i]["Priority"], 64)
		require.NoError(t, err)
		require.Equal(t, strictjson.Round6(g.Priority), priority)
		require.NotContains(t, rows[i]["Why"], "because", "every reason has words")
		pieces += len(g.Parts) + len(g.Waiting)
	}
	require.Len(t, raw(t, opened(t, written(t, r, xlsx.Options{})), "Evidence"), pieces, "a row a piece and requirement")
}

// For and against of all parts add up on the sheet as they do in the report.
func TestEvidenceAddsUp(t *testing.T) {
	t.Parallel()
	r := everyStatus(t)
	want, got := 0.0, 0.0
	for _, g := range r.Gaps {
		for _, p := range g.Parts {
			want += strictjson.Round6(p.For) - strictjson.Round6(p.Against)
		}
	}
	for _, row := range raw(t, opened(t, written(t, r, xlsx.Options{})), "Evidence") {
		for column, sign := range map[string]float64{"For": 1, "Against": -1} { // any order: a sum of two
			n, _ := strconv.ParseFloat(row[column], 64)
			got += sign * n
		}
	}
	require.InDelta(t, want, got, 1e-9)
}

// A piece that came over a link says so.
func TestCarriedEvidence(t *testing.T) {
	t.Parallel()
	r := sized(1)
	r.Gaps[0].Parts[0].Carried = &assess.Carried{From: "B/K2", Relevance: 0.75, Link: ksb.Link{From: "B/K2", To: "K0", Relation: ksb.Close}}
	rows := raw(t, opened(t, written(t, r, xlsx.Options{})), "Evidence")
	require.Equal(t, "test e0, carried from B/K2 (B/K2 is close to K0), counts 75%.", rows[0]["Note"])
	require.Empty(t, rows[1]["Note"])
}

func TestForPeople(t *testing.T) {
	t.Parallel()
	r := everyStatus(t)
	book := opened(t, written(t, r, xlsx.Options{}))
	for _, sheet := range book.GetSheetList() {
		panes, err := book.GetPanes(sheet)
		require.NoError(t, err)
		require.True(t, panes.Freeze && panes.YSplit == 1, "%s: the header stays", sheet)
		layout, err := book.GetPageLayout(sheet)
		require.NoError(t, err)
		require.Equal(t, []any{"landscape", 9, 1}, []any{*layout.Orientation, *layout.Size, *layout.FitToWidth}, sheet)
		foot, err := book.GetHeaderFooter(sheet)
		require.NoError(t, err)
		require.Contains(t, foot.OddHeader, "w-01")
		require.Contains(t, foot.OddFooter, "&P / &N")
	}
	for _, c := range []struct{ sheet, column, shown string }{
		{"Gaps", "How much it matters", "%"}, {"Gaps", "Newest evidence", "2025-03-31"},
	} {
		text, err := book.GetCellValue(c.sheet, cellOf(t, book, c.sheet, c.column, 2))
		require.NoError(t, err)
		require.Contains(t, text, c.shown, c.column)
	}
	filters := 0
	for _, name := range book.GetDefinedName() {
		if name.Name == "_xlnm._FilterDatabase" {
			filters++
		}
	}
	require.Equal(t, 5, filters, "gaps, evidence, duties, gates and what to check have filters")
}

// Colours follow words and numbers, and are never alone.
func TestColourIsNeverAlone(t *testing.T) {
	t.Parallel()
	book := opened(t, written(t, everyStatus(t), xlsx.Options{}))
	formats, err := book.GetConditionalFormats("Gaps")
	require.NoError(t, err)
	statuses, bars := 0, 0
	for _, rules := range formats { // any order: counted
		for _, rule := range rules {
			switch rule.Type {
			case "cell":
				statuses++
				require.NotEmpty(t, rule.Value, "a colour belongs to a word")
			case "data_bar":
				bars++
				require.False(t, rule.BarOnly, "the number stands beside its bar")
			}
		}
	}
	require.Equal(t, 7, statuses)
	require.Equal(t, 4, bars)
}

// The file tells neither who made it nor when.
func TestProperties(t *testing.T) {
	t.Parallel()
	data := written(t, everyStatus(t), xlsx.Options{})
	props, err := opened(t, data).GetDocProps()
	require.NoError(t, err)
	want := &excelize.DocProperties{
		Title: "Skills report for w-01: Senior imaging support worker", Creator: "skillgap", LastModifiedBy: "skillgap",
		Created: "2026-06-30T00:00:00Z", Modified: "2026-06-30T00:00:00Z", Language: "en-GB",
	}
	require.Empty(t, cmp.Diff(want, props))
	undated := everyStatus(t)
	undated.AsOf = 0
	props, err = opened(t, written(t, undated, xlsx.Options{})).GetDocProps()
	require.NoError(t, err)
	require.Equal(t, "1980-01-01T00:00:00Z", props.Created)
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	first := written(t, everyStatus(t), xlsx.Options{})
	for range 5 { // excelize walks maps
		require.True(t, bytes.Equal(first, written(t, everyStatus(t), xlsx.Options{})))
	}
}

// TestEveryWordIsInTheCatalogue: what stands on a sheet without having been said through
// the catalogue is data.
func TestEveryWordIsInTheCatalogue(t *testing.T) {
	t.Parallel()
	r := everyStatus(t)
	book := opened(t, written(t, r, xlsx.Options{Words: wording.Pseudo()}))
	for _, sheet := range book.GetSheetList() {
		require.Empty(t, wording.Plain(sheet))
		cells, err := book.GetRows(sheet)
		require.NoError(t, err)
		for _, header := range cells[0] {
			require.Empty(t, wording.Plain(header), sheet)
		}
	}
	for _, sheet := range book.GetSheetList() {
		for _, row := range raw(t, book, sheet) {
			for name, value := range row { // any order: each by itself
				require.NotRegexp(t, `\b(xlsx|status|action|finding|reason)\.[a-z]`, value, "%s: %s", sheet, name)
			}
		}
	}
}

func TestEmptyReport(t *testing.T) {
	t.Parallel()
	book := opened(t, written(t, &assess.Report{}, xlsx.Options{}))
	require.Equal(t, []string{"Summary", "Gaps", "Evidence", "Basis"}, book.GetSheetList())
	require.Empty(t, raw(t, book, "Gaps"))
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	t.Parallel()
	require.Error(t, xlsx.Write(broken{}, everyStatus(t), xlsx.Options{}))
}

// sized is a report of n requirements.
func sized(n int) *assess.Report {
	r := &assess.Report{Worker: "w", Role: assess.RoleName{Title: "Role"}, AsOf: midsummer, Of: n}
	for i := range n {
		r.Gaps = append(r.Gaps, assess.Gap{
			Statement: ksb.StatementID(fmt.Sprint("s", i)), Code: fmt.Sprint("K", i), Kind: ksb.Knowledge, Text: "Knows the local rules and what each of them prevents", Level: 1,
			Status: assess.Status(i % 7), AtLeast: []float64{0.5}, Importance: 1 / float64(n), Priority: 0.5 / float64(n),
			Parts: []assess.Part{{Evidence: fmt.Sprint("e", i), Kind: assess.Test, At: midsummer, For: 1}, {Evidence: fmt.Sprint("f", i), Kind: assess.Peer, At: midsummer, Against: 1}},
		})
	}
	return r
}

func TestSizes(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 4, 72, 277} {
		require.Len(t, raw(t, opened(t, written(t, sized(n), xlsx.Options{})), "Gaps"), n)
	}
}

func BenchmarkWrite(b *testing.B) {
	r := sized(72)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := xlsx.Write(&out, r, xlsx.Options{}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}

func ExampleWrite() {
	var out bytes.Buffer
	err := xlsx.Write(&out, &assess.Report{Worker: "w-17", Role: assess.RoleName{Title: "Porter"}}, xlsx.Options{})
	book, _ := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	fmt.Println(book.GetSheetList(), err)
	// Output: [Summary Gaps Evidence Basis] <nil>
}

func ExampleWriteSheets() {
	var out bytes.Buffer
	sheet := xlsx.Sheet{Name: "Courses", Columns: []xlsx.Column{{Name: "Title"}, {Name: "Cost"}}}
	sheet.Add("First aid", xlsx.Pence(12050))
	err := xlsx.WriteSheets(&out, "Courses", 0, nil, sheet)
	book, _ := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	cost, _ := book.GetCellValue("Courses", "B2")
	fmt.Println(cost, err)
	// Output: £120.50 <nil>
}
