package table

import (
	"iter"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// HelpSheet is the name of the sheet that explains a template to people. It is never
// read.
const HelpSheet = "How to fill this in"

// Book is an open document: the one table of a CSV file, or the sheets of a workbook.
type Book struct {
	File   string
	Sheets []*Sheet // in the order of the file, without the HelpSheet
}

// Sheet is one table of a Book.
type Sheet struct {
	Name    string // "": the document is CSV
	Hidden  bool
	file    string
	records iter.Seq[record]
}

// record is a row as it stands in the file.
type record struct {
	line   int
	cells  []string
	marks  map[int]mark // by position: what is wrong with single cells
	broken *mark        // the row cannot be read
}

// mark is a fault of a cell or a row, or what should be known of a cell that counts.
type mark struct {
	fault  ksb.Fault
	detail string
	counts bool
}

// SameName tells whether two names of sheets or columns are one: see the package comment.
func SameName(a, b string) bool { return fold(a) == fold(b) }

// Sheet returns the visible sheet of a name, nil if there is none.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if !s.Hidden && SameName(s.Name, name) && s.Name != "" {
			return s
		}
	}
	return nil
}

// Suits tells whether a visible sheet has the key columns of a layout.
func (b *Book) Suits(layout Layout) bool {
	for _, s := range b.Sheets {
		if !s.Hidden && s.Suits(layout) {
			return true
		}
	}
	return false
}

// Rows yields the rows of every visible sheet that has the key columns of a layout, one
// sheet after the other; rows are numbered throughout. Problems go to problems: those of
// [Sheet.Rows], the names of other sheets, and hidden sheets that would suit. If no
// sheet suits there is no row, and one problem that wraps ErrFormat.
func (b *Book) Rows(layout Layout, problems *ksb.Problems) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		number := 0
		for _, s := range b.suitable(layout, problems) {
			for row := range s.numbered(layout, &number, problems) {
				if !yield(row) {
					return
				}
			}
		}
	}
}

func (b *Book) suitable(layout Layout, problems *ksb.Problems) (fit []*Sheet) {
	var passed []string
	for _, s := range b.Sheets {
		switch suits := s.Suits(layout); {
		case suits && s.Hidden:
			problems.Add(ksb.Origin{File: b.File}, s.Name, ksb.ErrUnknownKey, "the sheet %q is hidden and is not read", s.Name)
		case suits:
			fit = append(fit, s)
		case !s.Hidden && !s.blank():
			passed = append(passed, s.Name)
		}
	}
	switch {
	case len(fit) == 0:
		b.Unsuitable(layout, problems)
	case len(passed) > 0:
		problems.Add(ksb.Origin{File: b.File}, "", ksb.ErrUnknownKey, "the sheets %s are ignored", quoted(passed))
	}
	return fit
}

// Unsuitable adds the problems of a document without a table of a layout: sheets that
// cannot be read, or else one that wraps ErrFormat and says what was looked for.
func (b *Book) Unsuitable(layout Layout, problems *ksb.Problems) {
	found, why := len(*problems), ""
	for _, s := range b.Sheets {
		for at, record := range s.start() {
			switch {
			case record.broken == nil:
			case s.Name != "":
				problems.Add(s.origin(record.line), s.Name, record.broken.fault, "%s", record.broken.detail)
			case at == 0:
				why = "; the first row cannot be read: " + record.broken.detail
			}
		}
	}
	if len(*problems) > found {
		return
	}
	at := ksb.Origin{File: b.File}
	if len(b.Sheets) == 1 {
		at.Line = 1
	}
	problems.Add(at, "", ksb.ErrFormat, "expected a header with at least the columns %s; known are %s%s",
		quoted(layout.keys()), strings.Join(layout.names(), ", "), why)
}
