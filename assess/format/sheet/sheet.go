// Package sheet reads evidence from a table: one row a piece and statement, under the
// header
//
//	worker,evidence,statement,kind,as,mode,level,by,at,until,relevance,confidence,reliability,state
//
// with the columns in any order. A blank means the default of worker/1; statement,
// kind and at are required. Other columns are named as a problem and ignored. One
// table may hold many workers.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

func columns() []string {
	return []string{"worker", "evidence", "statement", "kind", "as", "mode", "level", "by", "at", "until",
		"relevance", "confidence", "reliability", "state"}
}

// Detect tells whether data is such a table: its first line names at least a
// statement and a kind.
func Detect(_ string, data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	names := strings.Split(string(line), ",")
	for i := range names {
		names[i] = columnName(strings.Trim(strings.TrimSpace(names[i]), "\""))
	}
	return slices.Contains(names, "statement") && slices.Contains(names, "kind")
}

// columnName is the name of a column as written in a header: case and blanks around it
// do not matter.
func columnName(cell string) string { return strings.ToLower(strings.TrimSpace(cell)) }

// Read reads the workers of a table, gzipped or not, in the order in which they first
// appear. Every faulty row is reported with its line and left out; the others keep
// their numbers, so a piece without an ID is "row-N" of the file. No table: one
// problem that wraps ErrRead, ErrFormat or ErrSyntax.
func Read(r io.Reader, name string) ([]assess.Worker, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return nil, ksb.Problems{problem}
	}
	if !Detect(name, data) {
		return nil, ksb.Problems{{Fault: ksb.ErrFormat, Origin: ksb.Origin{File: name, Line: 1},
			Detail: "expected a header with the columns " + strings.Join(columns(), ",")}}
	}
	t := &table{file: name, workers: map[string]int{}}
	t.read(data)
	return t.list, t.problems.Sort()
}

type table struct {
	file     string
	column   map[string]int // position by name; nil: no header yet
	width    int            // of the header, in cells
	workers  map[string]int // position in list by ID
	list     []assess.Worker
	problems ksb.Problems
}

func (t *table) read(data []byte) {
	reader := csv.NewReader(bytes.NewReader(data))
	reader.ReuseRecord, reader.FieldsPerRecord = true, -1
	for number := 0; ; {
		cells, err := reader.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.As(err, &broken):
			t.problems.Add(ksb.Origin{File: t.file, Line: broken.StartLine}, "", ksb.ErrSyntax, "%s", broken.Err)
			number++
			continue
		}
		line, _ := reader.FieldPos(0)
		switch {
		case t.column == nil:
			t.header(cells, line)
		case !blank(cells):
			number++
			t.row(&row{table: t, cells: cells, at: ksb.Origin{File: t.file, Line: line}, number: number})
		}
	}
}

// blank: an empty line of a spreadsheet, which is no piece.
func blank(cells []string) bool { return strings.TrimSpace(strings.Join(cells, "")) == "" }

// header notes where each column stands and names those that are not known or stand
// twice.
func (t *table) header(cells []string, line int) {
	t.column, t.width = map[string]int{}, len(cells)
	at := ksb.Origin{File: t.file, Line: line}
	for i, cell := range cells {
		name := columnName(cell)
		_, twice := t.column[name]
		switch {
		case !slices.Contains(columns(), name):
			t.problems.Add(at, cell, ksb.ErrUnknownKey, "the column %q is ignored", cell)
		case twice:
			t.problems.Add(at, cell, ksb.ErrDuplicateKey, "the column %q stands twice: the first counts", cell)
		default:
			t.column[name] = i
		}
	}
}

// row adds the evidence of a row to its worker, unless something in it is faulty.
func (t *table) row(r *row) {
	if len(r.cells) > t.width && !blank(r.cells[t.width:]) {
		r.fault("", ksb.ErrSyntax, fmt.Sprintf("%d cells below %d columns: a comma within a cell needs quotes", len(r.cells), t.width))
	}
	id, e := r.text("worker"), r.evidence()
	at, known := t.workers[id]
	if !known {
		at = len(t.list)
		t.workers[id] = at
		t.list = append(t.list, assess.Worker{Format: assess.WorkerFormat, ID: id})
	}
	if !r.faulty {
		t.list[at].Evidence = append(t.list[at].Evidence, e)
	}
}
