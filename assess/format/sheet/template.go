package sheet

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// Template writes a workbook for people to fill in: a row for each statement that a role
// asks for, in the order of the codes, with its text beside it and drop-down lists. Rows
// that stay as they are say nothing and are passed over when it is read. A role that the
// Index does not have is an error that wraps [ksb.ErrUnknownRole]; the others are those
// of w.
func Template(w io.Writer, ix *ksb.Index, role ksb.RoleID) error {
	asks, known := ix.Role(role)
	if !known {
		return fmt.Errorf("%w: %q", ksb.ErrUnknownRole, role)
	}
	p := table.Page{Name: "Evidence", Columns: slices.Insert(columns(), 3, table.Head{Name: aside, Width: 60, Note: "What the statement says, for you to read. Changing it changes nothing."}), Empty: 100}
	scale := ksb.Scale{Rungs: []string{""}} // the longest
	codes := labels(ix, asks.Requirements)
	for i, q := range asks.Requirements {
		number, _ := ix.NumberOf(q.Statement)
		s := ix.StatementAt(number)
		if on := ix.ScaleAt(number); on.Top() > scale.Top() {
			scale = on
		}
		p.Add("", "", codes[i], s.Text)
	}
	lines := []string{"Evidence for: " + cmp.Or(asks.Title, string(asks.ID)), ""}
	var levels []string
	for level, rung := range scale.Rungs {
		levels = append(levels, strconv.Itoa(level))
		lines = append(lines, fmt.Sprintf("Level %d: %s", level, rung))
	}
	choose(p.Columns, "statement", codes)
	choose(p.Columns, "level", levels)
	return table.WriteWorkbook(w, slices.Concat(lines, []string{""}, help()), p)
}

// labels are the codes of the statements that are asked for, or their IDs where a code is
// not theirs alone.
func labels(ix *ksb.Index, list []ksb.Requirement) []string {
	stands, names := map[string]int{}, make([]string, len(list))
	for i, q := range list {
		s, _ := ix.Statement(q.Statement)
		names[i] = s.Code
		stands[s.Code]++
	}
	for i, q := range list {
		if names[i] == "" || stands[names[i]] > 1 {
			names[i] = string(q.Statement)
		}
	}
	return names
}

// choose gives a column a list of choices; other values may be typed, too.
func choose(columns []table.Head, name string, choices []string) {
	for i := range columns {
		if columns[i].Name == name {
			columns[i].Choices, columns[i].Free = choices, true
		}
	}
}

// aside is a column that is there for people alone.
const aside = "text"

// untouched: the row of a template in which nothing was filled in.
func untouched(r *table.Row) bool {
	if r.Text(aside) == "" {
		return false
	}
	for _, c := range columns() {
		if c.Name != "statement" && c.Name != "worker" && r.Text(c.Name) != "" {
			return false
		}
	}
	return true
}

// help is what people are told before the list of columns.
func help() []string {
	return []string{
		"One row says one thing about one statement: who or what showed it, how, on which day.",
		"",
		"1. Fill in worker, kind, level, by and at. The other columns may stay blank: each has a default.",
		"2. For a second piece of evidence about the same statement, add a row.",
		"3. Rows that you leave as they are count for nothing: they say that nobody has looked yet.",
		"",
		"Columns may stand in any order; please do not rename them. Days are written as 2026-01-31.",
		"Please write no names of people: worker and by are IDs.",
	}
}
