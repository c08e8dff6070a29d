package table_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// holding is an archive of parts with a sentence in each.
func holding(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		name, content, _ := strings.Cut(part, ": ")
		entry, err := w.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(entry, content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func gz(t testing.TB, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestHostileFilesAreRefused(t *testing.T) {
	sound := workbook(t, nothing)
	dtd := []byte(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>`)
	file := []byte(`<?xml version="1.0" encoding="UTF-16"?><!-- x --><!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>`)
	var many []string
	for i := range 2001 {
		many = append(many, fmt.Sprintf("xl/%d.xml: x", i))
	}
	for _, c := range []struct {
		why  string
		give []byte
		want ksb.Fault
		says string
	}{
		{"a gzip bomb", gz(t, make([]byte, 9<<20)), ksb.ErrTooLarge, "far more than any document"},
		{"a workbook whose sheet unpacks to a thousand times its size", withPart(t, sound, firstSheet, bytes.Repeat([]byte(" "), 9<<20)), ksb.ErrTooLarge, "far more than any document"},
		{"the same, packed", gz(t, withPart(t, sound, firstSheet, bytes.Repeat([]byte(" "), 9<<20))), ksb.ErrTooLarge, "far more than any document"},
		{"many entries", holding(t, append(many, "xl/workbook.xml: x")...), ksb.ErrTooLarge, "more than 2000 files"},
		{"an archive in an archive in an archive", withPart(t, sound, "xl/a.zip", holding(t, "b.zip: "+string(holding(t, "c: x")))), ksb.ErrTooDeep, ""},
		{"packed twice", gz(t, gz(t, []byte("name,born on\n"))), ksb.ErrEncoding, "packed a second time"},
		{"entities that grow", withPart(t, sound, firstSheet, dtd), ksb.ErrValue, "document type"},
		{"entities that fetch files", withPart(t, sound, "xl/sharedStrings.xml", file), ksb.ErrValue, "document type"},
		{"macros", withPart(t, sound, "xl/vbaProject.bin", []byte("x")), ksb.ErrValue, "macros"},
		{"macros of the old kind", withPart(t, sound, "xl/macrosheets/sheet1.xml", []byte("<x/>")), ksb.ErrValue, "macros"},
		{"controls that are programs", withPart(t, sound, "xl/activeX/activeX1.bin", []byte("x")), ksb.ErrValue, "macros"},
		{"a text document called a workbook", holding(t, "word/document.xml: <x/>"), ksb.ErrFormat, "no .xlsx workbook"},
		{"an OpenDocument sheet", holding(t, "mimetype: application/vnd.oasis.opendocument.spreadsheet"), ksb.ErrFormat, "OpenDocument"},
		{"a PDF", []byte("%PDF-1.7\n\xe2\xe3"), ksb.ErrEncoding, "a PDF document"},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00"), ksb.ErrEncoding, "a picture"},
		{"a web page", []byte("\n<!DOCTYPE html><table><tr><td>name</td></tr></table>"), ksb.ErrFormat, "a web page"},
		{"a web page without a head", []byte("<TABLE><tr><td>name</td></tr></TABLE>"), ksb.ErrFormat, "a web page"},
		{"a drawing", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), ksb.ErrFormat, "markup"},
		{"a path out of the archive", holding(t, "../../x: x", "xl/workbook.xml: x"), ksb.ErrValue, "no path"},
	} {
		t.Run(c.why, func(t *testing.T) {
			book, problem := table.Open(bytes.NewReader(c.give), "f")
			require.Nil(t, book)
			require.NotNil(t, problem)
			require.Equal(t, c.want, problem.Fault, problem.Error())
			require.Contains(t, problem.Detail, c.says)
		})
	}
}

func TestLimitsAreTheCallers(t *testing.T) {
	for _, c := range []struct {
		why  string
		give []byte
		with input.Limits
	}{
		{"bytes of a text", []byte("name,born on\n"), input.Limits{Bytes: 5}},
		{"bytes of a workbook", workbook(t, nothing), input.Limits{Bytes: 500}},
		{"entries", workbook(t, nothing), input.Limits{Entries: 3}},
	} {
		_, problem := table.OpenWithin(bytes.NewReader(c.give), "f", c.with)
		require.ErrorIs(t, problem, ksb.ErrTooLarge, c.why)
	}
}

// Nothing is fetched: what was saved counts, and the first such cell is named.
func TestFormulasThatReachOut(t *testing.T) {
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
		`<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>born on</t></is></c></row>`
	for _, c := range []struct {
		why, formula string
		out          bool
	}{
		{"another workbook", "[1]Staff!A1", true},
		{"one with a name of several words", "SUM('[12]Old staff'!A1:B2)", true},
		{"a name in another workbook", "[3]!total", true},
		{"the last of several", "A1+T[x]+[1]S!A1", true},
		{"another program", "cmd|'/C calc'!A0", true},
		{"a page", `_xlfn.WEBSERVICE("//x")`, true},
		{"in pieces", "[1]<!-- -->Staff!A1", true},
		{"another sheet of this one", "Staff!A1+'Old staff'!B2", false},
		{"a column of a table", "SUM(Hours[2026])+Staff!A1", false},
		{"two of them", "Hours[[#This Row],[2026]]*Staff!A1", false},
		{"a text with such signs", `A1&amp;"[1]Staff!A1 or cmd|x!A0"`, false},
	} {
		rows := fmt.Sprintf(`<row r="2"><c r="A2" t="str"><f>%s</f><v>Ann</v></c><c r="B2"><v>5</v></c></row></sheetData></worksheet>`, c.formula)
		lines, problems := readAll(t, withPart(t, workbook(t, nothing), firstSheet, []byte(head+rows)))
		faults := []mistake(nil)
		if c.out {
			faults = []mistake{{ksb.ErrValue, "People!A2", 2}}
		}
		require.Empty(t, cmp.Diff([]line{{2, "Ann", "5", ""}}, lines), c.why)
		require.Empty(t, cmp.Diff(faults, mistakes(problems)), c.why)
	}
}

// Many such cells are named once.
func TestFormulasThatReachOutAreNamedOnce(t *testing.T) {
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
		`<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>born on</t></is></c></row>` +
		`<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f>[1]S!A1</f><v>2</v></c></row><row r="4"><c r="A4"><f>[1]S!A2</f><v>3</v></c></row></sheetData></worksheet>`
	lines, problems := readAll(t, withPart(t, workbook(t, nothing), firstSheet, []byte(head)))
	require.Empty(t, cmp.Diff([]line{{2, "1", "", ""}, {3, "2", "", ""}, {4, "3", "", ""}}, lines))
	require.Empty(t, cmp.Diff([]mistake{{ksb.ErrValue, "People!A3", 3}}, mistakes(problems)))
}

// TestOneTextInManyCells: shared texts are small in a file and large together.
func TestOneTextInManyCells(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	table := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>name</t></si><si><t>born on</t></si><si><t>` + long + `</t></si></sst>`
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`)
	for i := range 300 {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d" t="s"><v>2</v></c></row>`, i+2, i+2)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	lines, problems := readAll(t, withPart(t, withPart(t, workbook(t, func(f *excelize.File, s string) { set(t, f, s, "A2", "x") }), firstSheet, []byte(sheet.String())), "xl/sharedStrings.xml", []byte(table)))
	require.NotEmpty(t, lines)
	require.Less(t, len(lines), 300)
	require.ErrorIs(t, problems, ksb.ErrTooLarge)
}

func TestMarkupInTextIsText(t *testing.T) {
	for _, text := range []string{`<script>alert(1)</script>`, `<svg onload="alert(1)">`, "&lt;b&gt;", "]]>", "<!-- x -->"} {
		csv, xlsx := written(t, tableOf(text))
		for _, data := range [][]byte{csv, xlsx} {
			lines, problems := readAll(t, data)
			require.NoError(t, problems.Err())
			require.Equal(t, text, lines[0].Name)
		}
	}
}

func tableOf(texts ...any) table.Page {
	p := table.Page{Name: "People", Columns: []table.Head{{Name: "name"}, {Name: "born on"}}}
	for _, text := range texts {
		p.Add(text, "x")
	}
	return p
}

// TestFormulasOnTheWayOut: what a spreadsheet program would work out is text in both, and
// reads as it was.
func TestFormulasOnTheWayOut(t *testing.T) {
	texts := []any{"=cmd|' /C calc'!A0", "+1", "-x", "@SUM(1)", "'=1", "plain", "＝1", -5, -0.5}
	plain, xlsx := written(t, tableOf(texts...))
	cells, err := csv.NewReader(bytes.NewReader(plain)).ReadAll()
	require.NoError(t, err)
	for i, want := range []string{"'=cmd|' /C calc'!A0", "'+1", "'-x", "'@SUM(1)", "''=1", "plain", "'＝1", "-5", "-0.5"} {
		require.Equal(t, want, cells[i+1][0])
	}
	book, err := excelize.OpenReader(bytes.NewReader(xlsx))
	require.NoError(t, err)
	for i := range texts {
		at := fmt.Sprintf("A%d", i+2)
		formula, err := book.GetCellFormula("People", at)
		require.NoError(t, err)
		require.Empty(t, formula)
		style, err := book.GetCellStyle("People", at)
		require.NoError(t, err)
		quoted := book.Styles.CellXfs.Xf[style].QuotePrefix
		require.Equal(t, i < 4 || i == 6, quoted != nil && *quoted, "a quote prefix keeps it a text when it is edited: %v", texts[i])
	}
	for _, data := range [][]byte{plain, xlsx} {
		lines, problems := readAll(t, data)
		require.NoError(t, problems.Err())
		for i, text := range texts {
			require.Equal(t, fmt.Sprint(text), lines[i].Name)
		}
	}
}

func ExampleOpenWithin() {
	_, problem := table.OpenWithin(strings.NewReader("name,born on\n"), "team.csv", input.Limits{Bytes: 5})
	fmt.Println(problem)
	// Output: team.csv: too large: more than the limit of 5 bytes
}

func ExampleWriteBook() {
	file := excelize.NewFile()
	defer file.Close()
	var out bytes.Buffer
	err := table.WriteBook(&out, file)
	fmt.Println(table.IsWorkbook(out.Bytes()), err)
	// Output: true <nil>
}
