package esco

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// kind is what the rows of a table are, in the order in which tables are read.
type kind uint8

const (
	none kind = iota
	occupations
	skills
	groups
	collection // of occupations or skills, under a heading of its own
	requirements
	broader   // one step of a hierarchy a row
	levels    // the way from the root down a row
	skillPair // skill to skill
)

// table is a CSV file with a header.
type table struct {
	file     string
	kind     kind
	column   map[string]int // position by name, in small letters
	width    int            // of the header, in cells
	reader   *csv.Reader
	problems *ksb.Problems
}

// open reads the header; a table of no kind is none of ours.
func open(file string, data []byte, problems *ksb.Problems) *table {
	t := &table{file: file, column: map[string]int{}, reader: csv.NewReader(bytes.NewReader(data)), problems: problems}
	t.reader.FieldsPerRecord = -1
	header, err := t.reader.Read()
	if err != nil {
		return t
	}
	t.width = len(header)
	for i, cell := range header {
		name := strings.ToLower(strings.TrimSpace(cell))
		if _, twice := t.column[name]; twice {
			problems.Add(ksb.Origin{File: file, Line: 1}, cell, ksb.ErrDuplicateKey, "the column %q stands twice: the first counts", cell)
			continue
		}
		t.column[name] = i
	}
	t.kind = t.kindOf()
	return t
}

func (t *table) kindOf() kind {
	concept := t.has("originuri", "id") || t.has("concepturi")
	switch labelled := concept && t.has("preferredlabel"); {
	case labelled && (t.has("broaderconcepturi") || strings.HasSuffix(tableName(t.file), "collection")):
		return collection
	case labelled && t.has("skilltype"):
		return skills
	case labelled && (t.has("occupationgroupcode") || t.has("iscogroup")):
		return occupations
	case labelled:
		return groups
	case t.has("occupationid", "skillid", "relationtype"), t.has("occupationuri", "skilluri", "relationtype"):
		return requirements
	case t.has("parentobjecttype", "parentid", "childid", "childobjecttype"), t.has("concepturi", "broaderuri"):
		return broader
	case t.has("level 0 uri", "level 1 uri"):
		return levels
	case t.has("requiringid", "requiredid", "relationtype"), t.has("originalskilluri", "relatedskilluri", "relationtype"):
		return skillPair
	}
	return none
}

func (t *table) has(columns ...string) bool {
	return !slices.ContainsFunc(columns, func(c string) bool { _, there := t.column[c]; return !there })
}

// rows yields the sound rows; the others are reported.
func (t *table) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		for {
			cells, err := t.reader.Read()
			var broken *csv.ParseError
			switch {
			case errors.Is(err, io.EOF):
				return
			case errors.As(err, &broken):
				t.problems.Add(ksb.Origin{File: t.file, Line: broken.StartLine}, "", ksb.ErrSyntax, "%s", broken.Err)
				continue
			}
			line, _ := t.reader.FieldPos(0)
			r := row{t, cells, ksb.Origin{File: t.file, Line: line}}
			if r.sound() && !yield(r) {
				return
			}
		}
	}
}

// row is one row of a table.
type row struct {
	*table
	cells []string
	at    ksb.Origin
}

// sound: as wide as the header. An empty row, as spreadsheets leave them, is passed over.
func (r row) sound() bool {
	if strings.TrimSpace(strings.Join(r.cells, "")) == "" {
		return false
	}
	if len(r.cells) != r.width {
		r.problems.Add(r.at, "", ksb.ErrSyntax, "%d cells below %d columns", len(r.cells), r.width)
	}
	return len(r.cells) == r.width
}

// text is the cell of the first of the columns that the table has, trimmed; "" where
// it has none.
func (r row) text(columns ...string) string {
	for _, c := range columns {
		if at, there := r.column[c]; there {
			return strings.TrimSpace(r.cells[at])
		}
	}
	return ""
}

// list is a cell of many, sorted: one a line, or parted by " | " as in the collections.
func (r row) list(column string) []string {
	var list []string
	for part := range strings.SplitSeq(strings.ReplaceAll(r.text(column), " | ", "\n"), "\n") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
