package table_test

import (
	"bytes"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// page is a table with cells that are awkward to write.
func page() table.Page {
	p := table.Page{Name: "People", Columns: []table.Head{{Name: "name"}, {Name: "born on"}, {Name: "kind", Choices: []string{"x", "y"}}}, Empty: 10}
	day, _ := ksb.ParseDate("2026-01-31")
	for _, cells := range [][]any{
		{"Ann", day, true}, {"a\nb; \"c\", d", ksb.Date(1), 1.5}, {"=1+1", 0.1, 12}, {"007", int64(math.MaxInt64), "_x0041_"},
		{"é😀 <&>", 1.0 / 3, "1e5"}, {"-", ksb.Date(0), false}, {"+44 20", 1e-9, 1e21},
	} {
		p.Add(cells...)
	}
	return p
}

func written(t testing.TB, p table.Page) (csv, xlsx []byte) {
	t.Helper()
	var plain, book bytes.Buffer
	require.NoError(t, table.WriteCSV(&plain, p))
	require.NoError(t, table.WriteWorkbook(&book, []string{"Hello"}, p))
	return plain.Bytes(), book.Bytes()
}

// TestWrittenReadsTheSame: both ways to write read the same, to the last digit.
func TestWrittenReadsTheSame(t *testing.T) {
	want := []line{
		{0, "Ann", "2026-01-31", "yes"}, {0, "a\nb; \"c\", d", "0001-01-01", "1.5"}, {0, "=1+1", "0.1", "12"}, {0, "007", "9223372036854775807", "_x0041_"},
		{0, "é😀 <&>", "0.3333333333333333", "1e5"}, {0, "-", "", ""}, {0, "+44 20", "0.000000001", "1000000000000000000000"},
	}
	csv, xlsx := written(t, page())
	for name, data := range map[string][]byte{"CSV": csv, "workbook": xlsx} {
		lines, problems := readAll(t, data)
		require.NoError(t, problems.Err(), name)
		for i := range lines {
			lines[i].Line = 0
		}
		if diff := cmp.Diff(want, lines); diff != "" {
			t.Error(name, diff)
		}
	}
}

func TestWrittenIsTheSameBytes(t *testing.T) {
	_, first := written(t, page())
	for range 20 { // excelize walks a map
		_, again := written(t, page())
		require.True(t, bytes.Equal(first, again))
	}
}

// TestWrittenForPeople: a header that stays, lists to choose from, and help in front.
func TestWrittenForPeople(t *testing.T) {
	_, data := written(t, page())
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, []string{table.HelpSheet, "People", "Choices"}, f.GetSheetList())
	visible, err := f.GetSheetVisible("Choices")
	require.NoError(t, err)
	require.False(t, visible)
	panes, err := f.GetPanes("People")
	require.NoError(t, err)
	require.True(t, panes.Freeze)
	require.Equal(t, 1, panes.YSplit)
	lists, err := f.GetDataValidations("People")
	require.NoError(t, err)
	require.Len(t, lists, 1)
	require.Equal(t, "C2:C18", lists[0].Sqref)
	require.Equal(t, "Choices!$A$1:$A$2", lists[0].Formula1)
	choices, err := f.GetRows("Choices")
	require.NoError(t, err)
	require.Equal(t, [][]string{{"x"}, {"y"}}, choices)
}

// TestColumnsInOrder: Excel repairs a sheet whose columns are not.
func TestColumnsInOrder(t *testing.T) {
	_, data := written(t, page())
	for _, part := range []string{firstSheet, "xl/worksheets/sheet2.xml"} {
		last := 0
		for _, found := range regexp.MustCompile(`<col min="(\d+)"`).FindAllSubmatch(partOf(t, data, part), -1) {
			n, err := strconv.Atoi(string(found[1]))
			require.NoError(t, err)
			require.Greater(t, n, last, part)
			last = n
		}
		require.Equal(t, 3, last)
	}
}

func TestWritersReportErrors(t *testing.T) {
	broken := brokenWriter{}
	require.Error(t, table.WriteCSV(broken, page()))
	require.Error(t, table.WriteWorkbook(broken, nil, page()))
	p := page()
	p.Name = "a/b"
	require.Error(t, table.WriteWorkbook(io.Discard, nil, p), "no name of a sheet")
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// TestListsReadAsWritten: any items without blanks around them come back.
func TestListsReadAsWritten(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	letters := []string{"a", "b", ";", ",", `\`, " ", "é", `"`}
	var want [][]string
	p := table.Page{Columns: []table.Head{{Name: "name"}, {Name: "born on"}, {Name: "kind"}}}
	for range 2000 {
		var items []string
		for range rng.IntN(4) {
			item := ""
			for range 1 + rng.IntN(5) {
				item += letters[rng.IntN(len(letters))]
			}
			if item = strings.TrimSpace(item); item != "" {
				items = append(items, item)
			}
		}
		want = append(want, items)
		p.Add("x", table.Join(items, ";"), table.Join(items, ";,"))
	}
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, p))
	var problems ksb.Problems
	for r := range open(t, out.Bytes()).Rows(people(), &problems) {
		require.Equal(t, want[r.Position-1], r.List("born on", ";"))
		require.Equal(t, want[r.Position-1], r.List("kind", ";,"))
	}
	require.NoError(t, problems.Err())
}

type thing struct {
	ID     string     `json:"id"`
	Text   string     `json:"text"`
	Parts  []thing    `json:"parts"`
	Tags   []string   `json:"tags"`
	Hidden int        `json:"-"`
	Origin ksb.Origin `json:"-"`
}

func TestLost(t *testing.T) {
	at := func(line int) ksb.Origin { return ksb.Origin{File: "f", Line: line} }
	was := thing{ID: "a", Text: "x", Hidden: 1, Parts: []thing{{ID: "p", Text: "1", Origin: at(3)}, {ID: "q", Text: "2", Origin: at(4)}, {ID: "r", Tags: []string{"t"}, Origin: at(5)}}}
	for _, c := range []struct {
		why   string
		reads thing
		want  []mistake
	}{
		{"nothing is lost, and places and other orders are no loss", thing{ID: "a", Text: "x", Tags: []string{}, Parts: []thing{was.Parts[2], was.Parts[0], {ID: "q", Text: "2", Origin: at(9)}}}, nil},
		{"a value", thing{ID: "a", Parts: was.Parts}, []mistake{{ksb.ErrValue, "text", 0}}},
		{"of many of a kind the first is named", thing{ID: "a", Text: "x", Parts: []thing{{ID: "p"}, {ID: "q"}, was.Parts[2]}}, []mistake{{ksb.ErrValue, "parts[p].text", 3}}},
		{"a whole thing", thing{ID: "a", Text: "x", Parts: was.Parts[:2]}, []mistake{{ksb.ErrValue, "parts[r]", 5}}},
		{"a list", thing{ID: "a", Text: "x", Parts: []thing{was.Parts[0], was.Parts[1], {ID: "r"}}}, []mistake{{ksb.ErrValue, "parts[r].tags", 5}}},
	} {
		if diff := cmp.Diff(c.want, mistakes(table.Lost(was, c.reads, "a table"))); diff != "" {
			t.Error(c.why, diff)
		}
	}
}
