// Package rows reads the tables of a data set that lies in several files: a header
// each, below it rows of the same width, and cells by the name of their column. Readers
// of such sets (package esco, package onet) say what the rows mean; what all tables have
// in common is said here once.
//
// A table is parted by a [Splitter]: [CSV] or [Tabs]. Rows that are broken or of
// another width than the header are reported and left out; rows of blanks, as
// spreadsheets leave them, are passed over.
//
// A table remembers which of its columns were asked for. [Table.Rest] reports those that
// hold something and that nobody wanted, so that nothing is lost unseen, whichever
// columns the next edition adds.
package rows

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// ErrNoPlace is the fault of what a table has and a framework has no place for.
const ErrNoPlace ksb.Fault = "no place for it"

// Table is one file of a set.
type Table struct {
	File    string
	Nothing string // what stands in a cell that holds nothing, such as "n/a"; a blank always does

	header   []string       // as written
	at       map[string]int // position by name, in small letters; of two alike the first
	wanted   []bool         // by column: asked for, or passed over on purpose
	filled   []bool         // by column: some row holds something
	next     func() (cells []string, line int, err error)
	problems *ksb.Problems
}

// Open reads the header of a table. Of two columns of one name the first counts, which
// is reported with problems, as everything that is found later. A table without a
// header has no columns and no rows.
func Open(file string, data []byte, split Splitter, problems *ksb.Problems) *Table {
	t := &Table{File: file, at: map[string]int{}, next: split(data), problems: problems}
	header, _, err := t.next()
	if err != nil {
		t.next = func() ([]string, int, error) { return nil, 0, io.EOF }
		return t
	}
	t.header, t.wanted, t.filled = slices.Clone(header), make([]bool, len(header)), make([]bool, len(header))
	for i, cell := range header {
		name := strings.ToLower(strings.TrimSpace(cell))
		if _, twice := t.at[name]; twice {
			problems.Add(ksb.Origin{File: file, Line: 1}, cell, ksb.ErrDuplicateKey, "the column %q stands twice: the first counts", cell)
			t.wanted[i] = true // it is reported
			continue
		}
		t.at[name] = i
	}
	return t
}

// Has tells whether the table has all of the columns, which are named in small letters.
func (t *Table) Has(columns ...string) bool {
	for _, c := range columns {
		if _, there := t.at[c]; !there {
			return false
		}
	}
	return true
}

// All yields the sound rows, once: a row is gone when the next one comes, but the texts
// of its cells may be kept.
func (t *Table) All() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for {
			cells, line, err := t.next()
			at := ksb.Origin{File: t.File, Line: line}
			switch {
			case err != nil && !t.broken(err, at):
				return
			case err == nil && t.sound(cells, at) && !yield(Row{t, cells, at}):
				return
			}
		}
	}
}

// broken reports a record that cannot be parted; false: it is the end.
func (t *Table) broken(err error, at ksb.Origin) bool {
	var broken *csv.ParseError
	if errors.As(err, &broken) {
		t.problems.Add(at, "", ksb.ErrSyntax, "%s", broken.Err)
	}
	return broken != nil
}

// sound: neither blank nor of another width than the header.
func (t *Table) sound(cells []string, at ksb.Origin) bool {
	if !slices.ContainsFunc(cells, isText) {
		return false
	}
	if len(cells) != len(t.header) {
		t.problems.Add(at, "", ksb.ErrSyntax, "%d cells below %d columns", len(cells), len(t.header))
		return false
	}
	for i, cell := range cells {
		if !t.filled[i] {
			t.filled[i] = isText(cell) && strings.TrimSpace(cell) != t.Nothing
		}
	}
	return true
}

func isText(cell string) bool { return strings.TrimSpace(cell) != "" }

// PassOver says that columns hold nothing that would be missed, such as what another
// table says, too.
func (t *Table) PassOver(columns ...string) {
	for _, c := range columns {
		if at, there := t.at[c]; there {
			t.wanted[at] = true
		}
	}
}

// Rest reports, once all rows are read, the columns that hold something and that nobody
// has asked for: one problem that wraps ErrNoPlace, none if there is no such column.
func (t *Table) Rest() {
	var rest []string
	for i, name := range t.header {
		if t.filled[i] && !t.wanted[i] {
			rest = append(rest, strings.TrimSpace(name))
		}
	}
	if len(rest) > 0 {
		t.problems.Add(ksb.Origin{File: t.File, Line: 1}, "", ErrNoPlace, "not kept: %s", strings.Join(rest, ", "))
	}
}
