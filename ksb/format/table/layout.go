package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Column is a column that a reader knows.
type Column struct {
	Name     string
	Also     []string // other names that people give it
	Key      bool     // a table without it is a table of something else
	Required bool     // a table without it cannot be read
}

// Layout is the list of columns of a kind of table. Which names and synonyms stand in a
// file, and in which order, is free; what one name means must be clear.
type Layout []Column

func (l Layout) keys() (names []string) {
	for _, c := range l {
		if c.Key {
			names = append(names, c.Name)
		}
	}
	return names
}

func (l Layout) names() []string {
	names := make([]string, len(l))
	for i, c := range l {
		names[i] = c.Name
	}
	return names
}

// find returns the name of the column that a header cell means, "" if it means none.
func (l Layout) find(cell string) string {
	cell = fold(cell)
	for _, c := range l {
		if cell != "" && (cell == fold(c.Name) || slices.ContainsFunc(c.Also, func(also string) bool { return cell == fold(also) })) {
			return c.Name
		}
	}
	return ""
}

// fold is what two names have in common that differ only in case, accents, blanks and
// punctuation.
func fold(name string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, norm.NFKD.String(name))
}

// header says where the columns of a layout stand in a sheet.
type header struct {
	line  int
	cells []string       // as in the file
	at    map[string]int // position by the name of the column
	twice []int          // positions of columns that stand again
	other []int          // positions of columns that nobody knows
}

func (l Layout) header(r record) *header {
	h := &header{line: r.line, cells: slices.Clone(r.cells), at: map[string]int{}}
	for i, cell := range h.cells {
		h.cells[i] = strings.TrimSpace(cell)
		name := l.find(cell)
		_, stands := h.at[name]
		switch {
		case h.cells[i] == "":
		case name == "":
			h.other = append(h.other, i)
		case stands:
			h.twice = append(h.twice, i)
		default:
			h.at[name] = i
		}
	}
	return h
}

// lacks lists the columns that are not there, of those that a test picks.
func (h *header) lacks(l Layout, pick func(Column) bool) (names []string) {
	for _, c := range l {
		if _, there := h.at[c.Name]; !there && pick(c) {
			names = append(names, c.Name)
		}
	}
	return names
}

// found lists the header cells at positions, as they stand in the file.
func (h *header) found(positions []int) []string {
	names := make([]string, len(positions))
	for i, at := range positions {
		names[i] = h.cells[at]
	}
	return names
}

func quoted(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(list, ", ")
}
