package table

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Fault reports that the cell of a column is faulty; "" is the row.
func (r *Row) Fault(column string, fault ksb.Fault, detail string) {
	r.Faulty = true
	r.problems.Add(r.Origin, r.Path(column), fault, "%s", detail)
}

// Path names the cell of a column for a problem; "" is the row.
func (r *Row) Path(column string) string {
	at, there := r.header.at[column]
	name := column
	if there {
		name = r.header.cells[at]
	}
	where := "row "
	if there {
		where = letters(at)
	}
	if name == "" {
		return r.place(where)
	}
	return r.place(where) + "." + name
}

// place names a cell as spreadsheets do; in CSV, the row.
func (r *Row) place(column string) string {
	if r.sheet.Name == "" {
		return "row " + strconv.Itoa(r.Position)
	}
	return r.sheet.path(column + strconv.Itoa(r.Origin.Line))
}

// letters is the name that spreadsheets give the column at a position.
func letters(at int) (name string) {
	for at++; at > 0; at = (at - 1) / 26 {
		name = string(rune('A'+(at-1)%26)) + name
	}
	return name
}

// broken reports a row that cannot be read.
func (r *Row) broken() bool {
	if bad := r.record.broken; bad != nil {
		r.problems.Add(r.Origin, r.sheet.Name, bad.fault, "%s", bad.detail)
		return true
	}
	return false
}

// inColumns looks for values outside of the columns. In CSV a cell too many has moved
// the others, so the row is left out; elsewhere the first such value is named.
func (r *Row) inColumns(strays *int) bool {
	cells, width := r.record.cells, len(r.header.cells)
	if r.sheet.Name == "" && len(cells) > width && !blank(cells[width:]) {
		r.Fault("", ksb.ErrSyntax, fmt.Sprintf("%d cells below %d columns: a separator within a cell needs quotes", len(cells), width))
		return false
	}
	for at, cell := range cells {
		if (at >= width || r.header.cells[at] == "") && *strays == 0 && strings.TrimSpace(cell) != "" {
			*strays++
			r.problems.Add(r.Origin, r.place(letters(at)), ksb.ErrUnknownKey, "%.40q stands under no header: such values are ignored", cell)
		}
	}
	return true
}

// note names the first cell of a sheet that takes its value from elsewhere.
func (r *Row) note(noted *bool) {
	for at := range r.record.cells {
		if m, marked := r.record.marks[at]; marked && m.counts && !*noted {
			*noted = true
			r.problems.Add(r.Origin, r.place(letters(at)), m.fault, "%s", m.detail)
		}
	}
}
