package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// book makes a workbook; err is the first error.
type book struct {
	file  *excelize.File
	words *wording.Words
	title string // what stands at the head of every printed page
	style styles
	names map[string]bool
	err   error
}

func (b *book) try(err error) { b.err = cmp.Or(b.err, err) }

// mostRule is how long a text within a rule may be.
const mostRule = 255

// sheet writes one sheet.
func (b *book) sheet(s Sheet) {
	name := b.start(s)
	stream, err := b.file.NewStreamWriter(name)
	if b.try(err); b.err != nil {
		return
	}
	for i, c := range slices.Backward(s.Columns) { // each is put before the others, and they have to stand in order
		b.try(stream.SetColWidth(i+1, i+1, c.width()))
	}
	b.try(stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	b.looks(name, s)
	header := b.header(s)
	b.try(stream.SetRow("A1", header, high(s.Columns, header)))
	for i, row := range s.Rows {
		cells := make([]any, len(s.Columns))
		for at := range cells {
			cells[at] = b.cell(nth(row, at))
		}
		b.try(stream.SetRow("A"+strconv.Itoa(i+2), cells, high(s.Columns, cells)))
	}
	b.try(stream.Flush())
}

func nth(row []any, at int) any {
	if at < len(row) {
		return row[at]
	}
	return nil
}

// start makes an empty sheet that prints well.
func (b *book) start(s Sheet) string {
	name := fittingName(s.Name, b.names)
	if len(b.names) == 1 {
		b.try(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.try(err)
	}
	fit, wide, long, landscape, paper := true, 1, 0, "landscape", 9 // A4
	b.try(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.try(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long}))
	b.try(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: "&L" + forPrint(b.title), OddFooter: "&L" + forPrint(name) + "&R&P / &N"}))
	b.try(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", name), Scope: name}))
	if end, err := excelize.ColumnNumberToName(s.Printed); err == nil {
		b.try(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", name, end, len(s.Rows)+1), Scope: name}))
	}
	return name
}

// forPrint is text for the head of a printed page, where & begins a command.
func forPrint(text string) string {
	const most = 90 // of 255 for all of it, each & twice
	return strings.ReplaceAll(shortened(strings.Join(strings.Fields(clean(text)), " "), most), "&", "&&")
}

// header is the names of the columns, those of figures above their figures.
func (b *book) header(s Sheet) []any {
	cells := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		style := b.style.header
		if s.figures(i) {
			style = b.style.figures
		}
		cells[i] = excelize.Cell{StyleID: style, Value: shortened(clean(c.Name), excelize.TotalCellChars)}
	}
	return cells
}

// figures tells whether the first cell of a column with anything in it is a figure.
func (s *Sheet) figures(column int) bool {
	for _, row := range s.Rows {
		switch v := nth(row, column).(type) {
		case int, int64, float64, Percent, Pence, Minutes:
			return !s.Unsorted
		case nil:
		case string:
			if v != "" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// looks sets filters, bars and colours.
func (b *book) looks(name string, s Sheet) {
	last := len(s.Rows) + 1
	if s.Total {
		last--
	}
	if last < 2 || len(s.Columns) == 0 {
		return
	}
	end, err := excelize.ColumnNumberToName(len(s.Columns))
	b.try(err)
	if !s.Unsorted {
		b.try(b.file.AutoFilter(name, fmt.Sprintf("A1:%s%d", end, last), nil))
	}
	for i, c := range s.Columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		b.try(err)
		if rules := b.rules(c); len(rules) > 0 {
			b.try(b.file.SetConditionalFormat(name, fmt.Sprintf("%s2:%s%d", column, column, last), rules))
		}
	}
}

func (b *book) rules(c Column) (rules []excelize.ConditionalFormatOptions) {
	if c.Bar {
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max", BarColor: "#" + barColour})
	}
	for _, look := range c.Looks {
		format, has := b.style.tints[look.Tint]
		text := strings.ReplaceAll(clean(look.Text), `"`, `""`)
		if has && text != "" && shortened(text, mostRule) == text {
			rules = append(rules, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + text + `"`, Format: &format})
		}
	}
	return rules
}

// properties say what the file is, and nothing of who made it or when.
func (b *book) properties(day ksb.Date) {
	created := "1980-01-01T00:00:00Z" // where archives begin
	if len(day.String()) == len("2026-06-30") {
		created = day.String() + "T00:00:00Z"
	}
	b.try(b.file.SetDocProps(&excelize.DocProperties{
		Title: shortened(clean(b.title), 255), Creator: "skillgap", LastModifiedBy: "skillgap", Created: created, Modified: created, Language: b.words.Language(),
	}))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "skillgap"}))
}
