package table

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// WriteWorkbook writes pages as the sheets of an .xlsx workbook, headers frozen, with
// drop-down lists where columns have choices. Lines of help, if there are any, come
// first, on a sheet of their own with the notes of all columns. Texts are cells of text:
// none is worked out as a formula, nor becomes one when somebody edits it. Equal pages
// give equal bytes. The errors are those of w, and of pages that no workbook can hold.
func WriteWorkbook(w io.Writer, help []string, pages ...Page) error {
	file := excelize.NewFile()
	defer file.Close()
	b := &builder{file: file}
	b.styles()
	if len(help) > 0 {
		b.help(help, pages)
	}
	for i := range pages {
		b.page(&pages[i])
	}
	b.hideChoices()
	if b.err != nil {
		return b.err
	}
	return WriteBook(w, file)
}

// WriteBook writes a workbook of excelize with its parts in the order of their names,
// since excelize leaves the order of sheets to chance: equal books give equal bytes. The
// errors are those of w and of excelize.
func WriteBook(w io.Writer, file *excelize.File) error {
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		return err
	}
	entries, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(entries.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	sorted := zip.NewWriter(w)
	for _, entry := range entries.File {
		if err := sorted.Copy(entry); err != nil {
			return err
		}
	}
	return sorted.Close()
}

// builder makes a workbook; err is the first error.
type builder struct {
	file                   *excelize.File
	bold, title, wrap, day int // styles
	quoted                 int // of a text that could be taken for a formula
	lists                  [][]string
	started                bool // the sheet of a new workbook is in use
	err                    error
}

func (b *builder) try(err error) { b.err = cmp.Or(b.err, err) }

func (b *builder) style(s *excelize.Style) int {
	id, err := b.file.NewStyle(s)
	b.try(err)
	return id
}

func (b *builder) styles() {
	pattern := "yyyy-mm-dd"
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	b.wrap = b.style(&excelize.Style{Alignment: top})
	b.quoted = b.style(&excelize.Style{Alignment: top, NumFmt: textFormat})
	prefix := true
	b.file.Styles.CellXfs.Xf[b.quoted].QuotePrefix = &prefix
	b.day = b.style(&excelize.Style{Alignment: top, CustomNumFmt: &pattern})
	b.title = b.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	b.bold = b.style(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE7F0"}},
	})
}

// stream starts a sheet.
func (b *builder) stream(name string) *excelize.StreamWriter {
	if first := b.file.GetSheetName(0); !b.started {
		b.started = true
		b.try(b.file.SetSheetName(first, name))
	} else {
		_, err := b.file.NewSheet(name)
		b.try(err)
	}
	b.print(name)
	s, err := b.file.NewStreamWriter(name)
	b.try(err)
	if b.err != nil {
		return nil
	}
	return s
}

// print makes a sheet as wide as a page when it is printed.
func (b *builder) print(name string) {
	landscape, wide, long, fit := "landscape", 1, 0, true
	b.try(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.try(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long}))
}

func (b *builder) page(p *Page) {
	s := b.stream(p.Name)
	if s == nil {
		return
	}
	widths := make([]float64, len(p.Columns))
	for i, c := range p.Columns {
		widths[i] = cmp.Or(c.Width, float64(utf8.RuneCountInString(c.Name))+4)
		b.dropDown(p, i)
	}
	b.widths(s, widths)
	b.try(s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	header := make([]any, len(p.Columns))
	for i, c := range p.Columns {
		header[i] = excelize.Cell{StyleID: b.bold, Value: c.Name}
	}
	b.try(s.SetRow("A1", header))
	for i, row := range p.Rows {
		b.try(s.SetRow("A"+strconv.Itoa(i+2), b.cells(row), high(widths, row)))
	}
	b.try(s.Flush())
}

// widths sets those of the columns, the last one first: excelize puts each before the
// others, and programs want them in order.
func (b *builder) widths(s *excelize.StreamWriter, widths []float64) {
	for i, width := range slices.Backward(widths) {
		b.try(s.SetColWidth(i+1, i+1, width))
	}
}

// high makes a row high enough for texts that are wrapped.
func high(widths []float64, row []any) excelize.RowOpts {
	const line, most = 15, 20 // points, and lines
	lines := 1
	for i, cell := range row[:min(len(row), len(widths))] {
		if room := int(widths[i]); room > 0 {
			lines = max(lines, (utf8.RuneCountInString(text(cell))+room-1)/room)
		}
	}
	return excelize.RowOpts{Height: float64(line * min(lines, most))}
}

func (b *builder) cells(row []any) []any {
	cells := make([]any, len(row))
	for i, given := range row {
		switch v := value(given).(type) {
		case nil:
		case time.Time:
			cells[i] = excelize.Cell{StyleID: b.day, Value: v}
		default:
			cells[i] = excelize.Cell{StyleID: b.wrap, Value: v}
			if words, is := v.(string); is && cell.Formula(words) {
				cells[i] = excelize.Cell{StyleID: b.quoted, Value: v}
			}
		}
	}
	return cells
}

// value is a cell of a workbook: a number or a day if it can be read again as it is, or
// else a text; nil is blank.
func value(cell any) any {
	written := text(cell)
	switch v := cell.(type) {
	case int, int64, float64:
		const digits = 15 // that spreadsheets know
		x, _ := strconv.ParseFloat(written, 64)
		if short, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64); short == x && len(written) <= digits {
			return v
		}
	case ksb.Date:
		day, err := time.Parse(time.DateOnly, written)
		if err == nil && day.Year() > 1900 && day.Year() < 10000 {
			return day
		}
	}
	if written == "" {
		return nil
	}
	return written
}
