package moodle

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// row is a row of the table, its cells by column.
type row struct {
	line  int
	cells [columns]value
}

// value is a text without the white space around it, and the line that it starts on.
type value struct {
	text string
	line int
}

func (r *row) text(c column) string { return r.cells[c].text }

// table reads rows of one shape.
type table struct {
	file     string
	problems ksb.Problems
	header   []string
	at       [columns]int // position in a record; -1: no such column
	*csv.Reader
}

// readRows reads the rows below the header that can be read; blank ones are left out.
func readRows(data []byte, file string, delimiter rune, header []string) ([]*row, ksb.Problems) {
	t := &table{file: file, header: header, Reader: csv.NewReader(bytes.NewReader(data))}
	t.Comma, t.FieldsPerRecord, t.ReuseRecord = delimiter, -1, true
	_, _ = t.Read() // the header
	t.mapColumns()
	return t.rest(), t.problems
}

func (t *table) mapColumns() {
	line, _ := t.FieldPos(0)
	for c := range t.at {
		t.at[c] = -1
	}
	for i, name := range t.header {
		c, known := columnOf(name)
		switch {
		case !known:
			t.report(line, "header", ksb.ErrUnknownKey, "column %q is passed over", name)
		case t.at[c] >= 0:
			t.report(line, "header", ksb.ErrDuplicateKey, "of the columns %q the first counts", name)
		default:
			t.at[c] = i
		}
	}
}

func (t *table) rest() (rows []*row) {
	for {
		record, err := t.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return rows
		case errors.As(err, &broken):
			t.report(broken.StartLine, "", ksb.ErrSyntax, "a row that cannot be read: %v", broken.Err)
		case err != nil:
			t.report(0, "", ksb.ErrRead, "%v", err)
			return rows
		case strings.TrimSpace(strings.Join(record, "")) == "":
		case len(record) > len(t.header):
			line, _ := t.FieldPos(0)
			t.report(line, "", ksb.ErrSyntax, "%d values under %d headers: the row is left out", len(record), len(t.header))
		default:
			rows = append(rows, t.row(record))
		}
	}
}

func (t *table) row(record []string) *row {
	line, _ := t.FieldPos(0)
	r := &row{line: line}
	for c, at := range t.at {
		r.cells[c].line = line
		if at >= 0 && at < len(record) {
			line, _ := t.FieldPos(at)
			r.cells[c] = value{cell.Bare(strings.TrimSpace(record[at])), line}
		}
	}
	return r
}

func (t *table) report(line int, path string, fault ksb.Fault, detail string, args ...any) {
	t.problems.Add(ksb.Origin{File: t.file, Line: line}, path, fault, detail, args...)
}
