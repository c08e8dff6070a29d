package table

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// Page is a table to write.
type Page struct {
	Name    string // of the sheet
	Columns []Head
	Rows    [][]any // string, bool (yes or blank), int, int64, float64 or ksb.Date; zero days are blank
	Empty   int     // rows below that are there to be filled in
}

// Head is a column to write.
type Head struct {
	Name    string
	Note    string   // what goes in, in plain words; for the sheet that explains the others
	Width   float64  // in characters; 0: that of the name
	Choices []string // a drop-down list; none: anything may be typed
	Free    bool     // other values than the choices may be typed, too
}

// Add appends a row.
func (p *Page) Add(cells ...any) { p.Rows = append(p.Rows, cells) }

// WriteCSV writes a page as CSV with commas. A text that a spreadsheet program would take
// for a formula gets an apostrophe in front, which reading takes off again: see
// [cell.Guard]. Numbers and days stay as they are. The errors are those of w.
func WriteCSV(w io.Writer, p Page) error {
	out := csv.NewWriter(w)
	record := make([]string, len(p.Columns))
	for i, c := range p.Columns {
		record[i] = cell.Guard(c.Name)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, row := range p.Rows {
		for i, given := range row {
			record[i] = guarded(given)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// guarded is a cell of CSV.
func guarded(given any) string {
	if words, is := given.(string); is {
		return cell.Guard(words)
	}
	return text(given)
}

// text is a cell in words: numbers in their shortest form.
func text(cell any) string {
	switch v := cell.(type) {
	case string:
		return v
	case bool:
		return yes(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case ksb.Date:
		return v.String()
	}
	return ""
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return ""
}

// OrBlank is a number, or a blank cell for 0, which is how a default is written.
func OrBlank[N int | int64 | float64](n N) any {
	if n == 0 {
		return ""
	}
	return n
}
