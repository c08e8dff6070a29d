// Package sheet reads training-needs surveys from a table: one row a respondent and
// item, under the header
//
//	respondent,item,importance,performance,difficulty,frequency,trainable,text,area,statement
//
// with the columns in any order. A blank is not answered, never 0; respondent and item
// are required; trainable is yes or no. text, area and statement describe the item and
// need to stand in one of its rows only. Other columns are named as a problem and
// ignored. The table does not say what the scale is: set Scale on what is read.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

func columns() []string {
	return []string{"respondent", "item", "importance", "performance", "difficulty", "frequency", "trainable", "text", "area", "statement"}
}

// Detect tells whether data is such a table: its first line names at least a
// respondent and an item.
func Detect(_ string, data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	names := strings.Split(string(line), ",")
	for i := range names {
		names[i] = columnName(strings.Trim(strings.TrimSpace(names[i]), "\""))
	}
	return slices.Contains(names, "respondent") && slices.Contains(names, "item")
}

// columnName is the name of a column as written in a header: case and blanks around it
// do not matter.
func columnName(cell string) string { return strings.ToLower(strings.TrimSpace(cell)) }

// Read reads a table, gzipped or not. Items stand in the order in which they first
// appear, answers in the order of the rows. Every faulty row is reported with its line
// and left out; whether ratings are on the scale is for [needs.Collect] to say. No
// table: one problem that wraps ErrRead, ErrFormat or ErrSyntax.
func Read(r io.Reader, name string) (needs.Survey, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return needs.Survey{}, ksb.Problems{problem}
	}
	if !Detect(name, data) {
		return needs.Survey{}, ksb.Problems{{Fault: ksb.ErrFormat, Origin: ksb.Origin{File: name, Line: 1},
			Detail: "expected a header with the columns " + strings.Join(columns(), ",")}}
	}
	t := &table{file: name, items: map[string]int{}}
	t.read(data)
	return t.survey, t.problems.Sort()
}

type table struct {
	file     string
	column   map[string]int // position by name; nil: no header yet
	width    int            // of the header, in cells
	items    map[string]int // position in the survey by ID
	survey   needs.Survey
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

// blank: an empty line of a spreadsheet, which is no answer.
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
