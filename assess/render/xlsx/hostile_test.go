package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/ksb"
)

// hostile is a report in which every text is the given one.
func hostile(text string) *assess.Report {
	no := false
	return &assess.Report{
		Worker: text, Role: assess.RoleName{ID: ksb.RoleID(text), Edition: text, Title: text}, AsOf: midsummer,
		ReadyBecause: []assess.Cause{{Code: text, Refs: []string{text}}},
		Gaps: []assess.Gap{{
			Statement: ksb.StatementID(text), Code: text, Kind: ksb.Skill, Text: text, Rungs: []string{text, text}, Level: 1, AtLeast: []float64{1}, Duties: []ksb.DutyID{ksb.DutyID(text)},
			Parts: []assess.Part{{Evidence: text, By: text, As: assess.Party(text), Inferred: ksb.StatementID(text)}}, Waiting: []string{text},
			Override: &assess.Override{Met: &no, By: text, Reason: text}, Because: []assess.Reason{{Code: text, Refs: []string{text}}},
		}},
		Duties:   []assess.DutyReadiness{{Code: text, Text: text}},
		Gates:    []assess.GateResult{{Gate: ksb.GateID(text), Opens: [][]string{{text}}, Asks: []string{text}}, {Waiver: &assess.Waiver{By: text, Reason: text}}},
		Findings: []assess.Finding{{Check: text, Code: text, Statement: text, Evidence: text, Refs: []string{text}}},
		Basis:    assess.Basis{Index: text, Model: text, Engine: text},
	}
}

// soundParts: every part of the workbook is well-formed XML, and none holds a formula.
func soundParts(t testing.TB, data []byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, entry := range archive.File {
		file, err := entry.Open()
		require.NoError(t, err)
		decoder, seen := xml.NewDecoder(file), &places{}
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, entry.Name)
			if start, is := token.(xml.StartElement); is && strings.HasPrefix(entry.Name, "xl/worksheets/") {
				require.NotEqual(t, "f", start.Name.Local, "a formula")
				require.NotEqual(t, "id", start.Name.Local, "a reference to an extension, which the sheet does not have")
				seen.inOrder(t, start)
			}
			seen.follow(token)
		}
		require.NoError(t, file.Close())
	}
}

// places is how far a sheet has been read.
type places struct{ depth, column, part int }

func (p *places) follow(token xml.Token) {
	switch token.(type) {
	case xml.StartElement:
		p.depth++
	case xml.EndElement:
		p.depth--
	}
}

// inOrder: Excel repairs a sheet whose parts or columns are in another order than that of
// ECMA-376 part 1, 18.3.1.99.
func (p *places) inOrder(t testing.TB, start xml.StartElement) {
	t.Helper()
	if start.Name.Local == "col" {
		n, err := strconv.Atoi(start.Attr[0].Value)
		require.NoError(t, err)
		require.Greater(t, n, p.column, "columns stand in order")
		p.column = n
	}
	order := []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "conditionalFormatting", "pageSetup", "headerFooter", "extLst"}
	if at := slices.Index(order, start.Name.Local); at >= 0 && p.depth == 1 {
		require.GreaterOrEqual(t, at, p.part, "%s stands too late", start.Name.Local)
		p.part = at
	}
}

func TestHostileTexts(t *testing.T) {
	t.Parallel()
	for why, text := range map[string]string{ // any order: each by itself
		"nothing": "", "a formula": "=cmd|' /C calc'!A0", "plus": "+1", "minus": "-1", "at": "@SUM(1)", "a tab": "\t=1", "a return": "\r=1",
		"controls": "a\x00b\x07c\x1b[31md\x7f\ufffe\uffff", "no UTF-8": "a\xffb", "right to left": "שלום \u202eעולם", "markup": `<script>alert("1")</script>&amp;]]>`,
		"quotes": `a "quoted" 'word'`, "a code of the header": "&L&P&D", "escapes": "_x0041_ _x000D_", "lines": "one\ntwo\r\nthree", "long": strings.Repeat("é", 40_000), "long and wide": strings.Repeat("😀", 20_000),
		"the name of a sheet": "a/b\\c?d*e[f]g:h'i",
	} {
		data := written(t, hostile(text), xlsx.Options{More: []xlsx.Sheet{{Name: text, Columns: []xlsx.Column{{Name: text, Looks: []xlsx.Look{{Text: text, Tint: xlsx.Good}}}}, Rows: [][]any{{text}}}}})
		soundParts(t, data)
		book := opened(t, data)
		for _, sheet := range book.GetSheetList() {
			require.LessOrEqual(t, len(utf16.Encode([]rune(sheet))), 31, why)
			cells, err := book.GetRows(sheet)
			require.NoError(t, err, why)
			for _, row := range cells {
				for _, cell := range row {
					require.True(t, utf8.ValidString(cell), why)
					require.LessOrEqual(t, len(utf16.Encode([]rune(cell))), 32767, why)
				}
			}
		}
	}
}

// A text that looks like a formula is kept as it is, as a text, with a quote prefix.
func TestFormulasAreTexts(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"=1+1", "+1", "-1", "@x", "=HYPERLINK(\"http://x\")"} {
		book := opened(t, written(t, hostile(text), xlsx.Options{}))
		at := cellOf(t, book, "Gaps", "What the role asks", 2)
		got, err := book.GetCellValue("Gaps", at)
		require.NoError(t, err)
		require.Equal(t, text, got)
		formula, err := book.GetCellFormula("Gaps", at)
		require.NoError(t, err)
		require.Empty(t, formula)
		style, err := book.GetCellStyle("Gaps", at)
		require.NoError(t, err)
		prefix := book.Styles.CellXfs.Xf[style].QuotePrefix
		require.True(t, prefix != nil && *prefix)
	}
}

func TestNamesOfSheets(t *testing.T) {
	t.Parallel()
	one := []xlsx.Column{{Name: "x"}}
	var more []xlsx.Sheet
	for _, name := range []string{"", "Gaps", "gaps", "History", "a/b", "'quoted'", strings.Repeat("long name ", 9), strings.Repeat("long name ", 9)} {
		more = append(more, xlsx.Sheet{Name: name, Columns: one, Rows: [][]any{{1}, {2}}})
	}
	book := opened(t, written(t, &assess.Report{}, xlsx.Options{More: more}))
	require.Equal(t, []string{
		"Summary", "Gaps", "Evidence", "Sheet", "Gaps 2", "gaps 3", "HistorySheet", "a b", "quoted", "long name long name long name…", "long name long name long nam… 2", "Basis",
	}, book.GetSheetList())
}

func FuzzWrite(f *testing.F) {
	for _, text := range []string{"=1", "\x00", "a\xff", "&P", "_x0041_", "]]>", "'", "😀"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data := written(t, hostile(text), xlsx.Options{More: []xlsx.Sheet{{Name: text, Columns: []xlsx.Column{{Name: text}}, Rows: [][]any{{text}}}}})
		soundParts(t, data)
		opened(t, data)
	})
}
