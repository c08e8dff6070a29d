package table_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

func nothing(*excelize.File, string) {}

func TestWorkbook(t *testing.T) {
	style := func(f *excelize.File, sheet, cell, format string) {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		require.NoError(t, err)
		require.NoError(t, f.SetCellStyle(sheet, cell, cell, id))
	}
	for _, c := range []struct {
		why    string
		edit   func(f *excelize.File, sheet string)
		want   []line
		faults []mistake
	}{
		{"rows that are not there keep the lines", func(f *excelize.File, s string) {
			set(t, f, s, "A3", "Ann", "2001-02-03", "x")
			set(t, f, s, "A7", "Bob", "y")
		}, []line{{3, "Ann", "2001-02-03", "x"}, {7, "Bob", "y", ""}}, nil},
		{"days, however they are shown", func(f *excelize.File, s string) {
			for i, format := range []string{"dd/mm/yyyy", "mmm yy", `[$-F800]dddd\, mmmm dd`, "dd/mm/yyyy hh:mm", `"day" d`} {
				cell := fmt.Sprintf("B%d", i+2)
				set(t, f, s, fmt.Sprintf("A%d", i+2), "Ann", 46053.75)
				style(f, s, cell, format)
			}
		}, []line{{2, "Ann", "2026-01-31", ""}, {3, "Ann", "2026-01-31", ""}, {4, "Ann", "2026-01-31", ""}, {5, "Ann", "2026-01-31", ""}, {6, "Ann", "2026-01-31", ""}}, nil},
		{"numbers, however they are shown", func(f *excelize.File, s string) {
			for i, format := range []string{"0%", "#,##0.00 [$£-809]", `0 "days"`, "0.00E+00", "h:mm", "[Red]0"} {
				set(t, f, s, fmt.Sprintf("A%d", i+2), 0.8, 1234567.5, 0.1+0.2*float64(i))
				style(f, s, fmt.Sprintf("A%d", i+2), format)
			}
		}, []line{{2, "0.8", "1234567.5", "0.1"}, {3, "0.8", "1234567.5", "0.3"}, {4, "0.8", "1234567.5", "0.5"}, {5, "0.8", "1234567.5", "0.7"}, {6, "0.8", "1234567.5", "0.9"}, {7, "0.8", "1234567.5", "1.1"}}, nil},
		{"a text of digits stays one", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "007", "1E5", true)
			style(f, s, "A2", "0.0")
			style(f, s, "B2", "yyyy-mm-dd")
		}, []line{{2, "007", "1E5", "TRUE"}}, nil},
		{"a formula that was never worked out", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x")
			require.NoError(t, f.SetCellFormula(s, "C2", "1+1"))
		}, []line{{2, "Ann", "x", ""}}, []mistake{{ksb.ErrMissing, "People!C2.Kind", 2}}},
		{"a text that looks like an error", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x", "#N/A")
		}, []line{{2, "Ann", "x", "#N/A"}}, nil},
		{"cells merged downwards hold for each row with something in it", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x")
			set(t, f, s, "B3", "y")
			set(t, f, s, "B4", "z")
			require.NoError(t, f.MergeCell(s, "A2", "A6"))
			set(t, f, s, "A8", "Bob", "u")
		}, []line{{2, "Ann", "x", ""}, {3, "Ann", "y", ""}, {4, "Ann", "z", ""}, {8, "Bob", "u", ""}}, nil},
		{"cells merged sideways hold for the first", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann")
			require.NoError(t, f.MergeCell(s, "A2", "C2"))
		}, []line{{2, "Ann", "", ""}}, nil},
		{"a hidden row is a row", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x")
			require.NoError(t, f.SetRowVisible(s, 2, false))
		}, []line{{2, "Ann", "x", ""}}, nil},
		{"a remark beside the table", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x", "", "", "ask her")
			set(t, f, s, "A3", "Bob", "x", "", "", "and him")
		}, []line{{2, "Ann", "x", ""}, {3, "Bob", "x", ""}}, []mistake{{ksb.ErrUnknownKey, "People!E2", 2}}},
		{"a hidden sheet that would suit is named", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x")
			_, err := f.NewSheet("Old")
			require.NoError(t, err)
			set(t, f, "Old", "A1", "Name", "Born on")
			require.NoError(t, f.SetSheetVisible("Old", false))
		}, []line{{2, "Ann", "x", ""}}, []mistake{{ksb.ErrUnknownKey, "Old", 0}}},
		{"a second sheet goes on", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x")
			_, err := f.NewSheet("More")
			require.NoError(t, err)
			set(t, f, "More", "A2", "Born on", "Name")
			set(t, f, "More", "A3", "y", "Bob")
		}, []line{{2, "Ann", "x", ""}, {3, "Bob", "y", ""}}, nil},
		{"a sheet of something else is named, help is not", func(f *excelize.File, s string) {
			set(t, f, s, "A2", "Ann", "x")
			for _, name := range []string{"Shoes", table.HelpSheet, "Empty"} {
				_, err := f.NewSheet(name)
				require.NoError(t, err)
			}
			set(t, f, "Shoes", "A1", "left", "right")
			set(t, f, table.HelpSheet, "A1", "Name", "goes first")
		}, []line{{2, "Ann", "x", ""}}, []mistake{{ksb.ErrUnknownKey, "", 0}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			lines, problems := readAll(t, workbook(t, c.edit))
			if diff := cmp.Diff(c.want, lines); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.faults, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What excelize cannot write is written by hand.
func TestSheetOfXML(t *testing.T) {
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
		`<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>born on</t></is></c></row>`
	const tail = `</sheetData></worksheet>`
	for _, c := range []struct {
		why, rows string
		want      []line
		faults    []mistake
	}{
		{"a formula and its value", `<row r="2"><c r="A2" t="str"><f>B2&amp;""</f><v>Ann</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>`, []line{{2, "Ann", "2", ""}}, nil},
		{"a formula that is empty", `<row r="2"><c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><v>5</v></c></row>`, []line{{2, "", "5", ""}}, nil},
		{"a formula without a value", `<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><v>5</v></c></row>`, []line{{2, "", "5", ""}}, []mistake{{ksb.ErrMissing, "People!A2.name", 2}}},
		{"nothing but a formula without a value", `<row r="2"><c r="A2"><f>1+1</f></c></row>`, []line{{2, "", "", ""}}, []mistake{{ksb.ErrMissing, "People!A2.name", 2}}},
		{"an error", `<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><v>5</v></c></row>`, []line{{2, "", "5", ""}}, []mistake{{ksb.ErrValue, "People!A2.name", 2}}},
		{"rows and cells without places", `<row><c><v>1</v></c><c><v>2</v></c></row>`, []line{{2, "1", "2", ""}}, nil},
		{"a sheet that breaks off", `<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c`, nil, []mistake{{ksb.ErrSyntax, "People", 3}}},
		{"rows out of order", `<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>`, nil, []mistake{{ksb.ErrSyntax, "People", 2}}},
		{"cells out of order", `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>`, nil, []mistake{{ksb.ErrSyntax, "People", 2}}},
		{"a place that is none", `<row r="2"><c r="22"><v>1</v></c></row>`, nil, []mistake{{ksb.ErrSyntax, "People", 2}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			lines, problems := readAll(t, withPart(t, workbook(t, nothing), firstSheet, []byte(head+c.rows+tail)))
			if diff := cmp.Diff(c.want, lines); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.faults, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWorkbookRefused(t *testing.T) {
	sound := workbook(t, nothing)
	damaged := bytes.Clone(sound)
	for i := range damaged {
		if i > 200 && i < 220 {
			damaged[i] ^= 0xff
		}
	}
	for _, c := range []struct {
		why  string
		give []byte
		want ksb.Fault
	}{
		{"a part that was damaged", damaged, ksb.ErrRead},
		{"cut off", sound[:len(sound)-30], ksb.ErrRead},
		{"an archive of something else", withPart(t, sound, "xl/workbook.xml", nil), ksb.ErrFormat},
		{"unpacks to more than anybody has", withBomb(t, sound), ksb.ErrTooLarge},
	} {
		t.Run(c.why, func(t *testing.T) {
			book, problem := table.Open(bytes.NewReader(c.give), "f")
			require.Nil(t, book)
			require.NotNil(t, problem)
			require.Equal(t, c.want, problem.Fault, problem.Error())
		})
	}
}

// withBomb adds an entry that says that it unpacks to more than the limit.
func withBomb(t *testing.T, data []byte) []byte {
	old, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, entry := range old.File {
		require.NoError(t, w.Copy(entry))
	}
	_, err = w.CreateRaw(&zip.FileHeader{Name: "xl/media/x.bin", Method: zip.Deflate, UncompressedSize64: 257 << 20})
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

// TestTooWide: rows of a single cell far to the right cost what their width costs.
func TestTooWide(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i := range 1<<27/16384 + 1 {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	lines, problems := readAll(t, withPart(t, workbook(t, nothing), firstSheet, []byte(sheet.String())))
	require.Empty(t, lines)
	require.ErrorIs(t, problems, ksb.ErrTooLarge)
}

// TestWorkbookAgainstExcelize: the same cells as the other way to read with it, which
// holds the whole sheet in memory.
func TestWorkbookAgainstExcelize(t *testing.T) {
	data := workbook(t, func(f *excelize.File, s string) {
		for i := range 300 {
			set(t, f, s, fmt.Sprintf("A%d", 2+i*(1+i%3)), fmt.Sprint("name ", i), i, fmt.Sprint(i%7))
		}
	})
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	var want []line
	rows, err := f.GetRows("People")
	require.NoError(t, err)
	for i := range rows {
		cell := func(column string) string {
			text, err := f.GetCellValue("People", fmt.Sprint(column, i+1))
			require.NoError(t, err)
			return text
		}
		if i > 0 && cell("A") != "" {
			want = append(want, line{i + 1, cell("A"), cell("B"), cell("C")})
		}
	}
	require.NotEmpty(t, want)
	got, problems := readAll(t, data)
	require.NoError(t, problems.Err())
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
