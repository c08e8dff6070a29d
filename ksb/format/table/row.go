package table

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// Row is a row of a table. Its methods read the cell of a column, by the column's name
// in the [Layout]; a column that the table does not have is blank everywhere. What is
// wrong with a cell is reported by the path "row 2.Kind" in CSV, and "Sheet!B3.Kind" in
// a workbook.
type Row struct {
	Position int // from 1, the row below the header being 1
	Origin   ksb.Origin
	Faulty   bool // a problem with it was reported

	sheet    *Sheet
	header   *header
	record   record
	problems *ksb.Problems
}

// Sheet is the name of the sheet; "" in CSV.
func (r *Row) Sheet() string { return r.sheet.Name }

// Has tells whether the table has a column.
func (r *Row) Has(column string) bool {
	_, there := r.header.at[column]
	return there
}

// Text is the cell of a column without the blanks around it; "" where there is none, or
// where its formula has no value, which is a problem.
func (r *Row) Text(column string) string {
	at, there := r.header.at[column]
	if !there {
		return ""
	}
	if bad, marked := r.record.marks[at]; marked && !bad.counts {
		r.Fault(column, bad.fault, strings.TrimSuffix(bad.detail+": "+r.cell(at), ": "))
		return ""
	}
	return r.cell(at)
}

// cell is what stands at a position, however wide the row is. In CSV the apostrophe
// before what could be taken for a formula is not part of it.
func (r *Row) cell(at int) string {
	if at >= len(r.record.cells) {
		return ""
	}
	text := strings.TrimSpace(r.record.cells[at])
	if r.sheet.Name == "" {
		text = strings.TrimSpace(cell.Bare(text))
	}
	return text
}

// Required is Text; a blank is reported as missing.
func (r *Row) Required(column string) string {
	text := r.Text(column)
	if text == "" && !r.marked(column) {
		r.Fault(column, ksb.ErrMissing, "")
	}
	return text
}

func (r *Row) marked(column string) bool {
	at, there := r.header.at[column]
	bad, marked := r.record.marks[at]
	return there && marked && !bad.counts
}

// List is a cell of many, parted by any of the separators and by line breaks, without
// blank ones; see [Join] for the separators within.
func (r *Row) List(column, separators string) []string { return split(r.Text(column), separators) }

// Named reads a text that stands for a value, in any case, with hyphens or blanks. A
// blank leaves into as it is. A text that it refuses is reported under the fault that
// the error wraps.
func (r *Row) Named(column string, into encoding.TextUnmarshaler) {
	text := r.Text(column)
	if text == "" {
		return
	}
	name := strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(text), " ", "-"), "_", "-")
	if err := into.UnmarshalText([]byte(name)); err != nil {
		fault := ksb.ErrValue
		errors.As(err, &fault)
		r.Fault(column, fault, strings.TrimPrefix(err.Error(), string(fault)+": "))
	}
}

// Date reads a day; 0 where there is none.
func (r *Row) Date(column string) (d ksb.Date) {
	if err := d.UnmarshalText([]byte(r.Text(column))); err != nil {
		r.Fault(column, ksb.ErrDate, strings.TrimPrefix(err.Error(), string(ksb.ErrDate)+": "))
	}
	return d
}

// Number reads a finite number; nil where there is none. It is written with a point and
// without a unit.
func (r *Row) Number(column string) *float64 {
	text := r.Text(column)
	if text == "" {
		return nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || strings.ContainsAny(text, "xX_") {
		r.Fault(column, ksb.ErrWrongType, fmt.Sprintf("%q is not a number", text))
		return nil
	}
	return &x
}

// Whole reads a whole number from 0 to most; 0 where there is none.
func (r *Row) Whole(column string, most int64) int64 {
	text := r.Text(column)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil:
		r.Fault(column, ksb.ErrWrongType, fmt.Sprintf("%q is not a whole number", text))
	case n < 0 || n > most:
		r.Fault(column, ksb.ErrValue, fmt.Sprintf("%d is not from 0 to %d", n, most))
	default:
		return n
	}
	return 0
}

// Yes reads yes or no, true or false, 1 or 0, or a cross for yes; a blank is no.
func (r *Row) Yes(column string) bool {
	switch text := r.Text(column); strings.ToLower(text) {
	case "yes", "y", "true", "1", "x", "✓", "✔":
		return true
	case "", "no", "n", "false", "0":
	default:
		r.Fault(column, ksb.ErrValue, fmt.Sprintf("%q is neither yes nor no", text))
	}
	return false
}
