// Package sheet reads and writes catalogues of training as a table, in a CSV file or on
// the sheets of an .xlsx workbook: one row a course, under the header
//
//	course,title,provider,teaches,requires,after,needs,awards,credits of,credits add,excludes,
//	cost pence,minutes,weeks,mode,settings,starts,funding maximum pence,assessed by,provided,currency
//
// with the columns in any order; only course must be there. A blank means what an absent
// key of catalogue/1 means. Lists are parted by ";". A statement at a level is written
// S1@3, and S1 is S1 at its top rung; an ID that itself ends in "@" or in "@" and a number
// takes another "@" behind it. Money is in whole pence, time in whole minutes or weeks,
// as the header says. What is understood of a file, and how headers are matched, is the
// business of package table.
package sheet

import (
	"bytes"
	"cmp"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/pathway"
)

// Detect tells whether data is such a table: a header names at least a course.
func Detect(name string, data []byte) bool {
	book, problem := table.Open(bytes.NewReader(data), name)
	if problem != nil {
		return table.IsWorkbook(data) // one that is refused: Read says why
	}
	return book.Suits(layout())
}

// Read reads the catalogue of a table, gzipped or not, courses in the order of the rows.
// Every faulty cell is reported with its line and its place, and its row is left out. No
// table: one problem that wraps ErrRead, ErrTooLarge, ErrEncoding or ErrFormat.
func Read(r io.Reader, name string) (pathway.Catalogue, ksb.Problems) {
	book, problem := table.Open(r, name)
	if problem != nil {
		return pathway.Catalogue{}, ksb.Problems{problem}
	}
	var problems ksb.Problems
	c := pathway.Catalogue{Format: pathway.CatalogueFormat}
	suits := book.Suits(layout())
	for row := range book.Rows(layout(), &problems) {
		next, currency := course(row), row.Text("currency")
		if c.Currency = cmp.Or(c.Currency, currency); currency != "" && currency != c.Currency {
			row.Fault("currency", ksb.ErrValue, fmt.Sprintf("%q, and a row above has %q: a catalogue has one currency", currency, c.Currency))
		}
		if !row.Faulty {
			c.Courses = append(c.Courses, next)
		}
	}
	if !suits {
		c = pathway.Catalogue{}
	}
	return c, problems.Sort()
}

// WriteCSV writes a catalogue as one table. What a cell cannot carry, such as a text with
// blanks around it, comes back as problems. The errors are those of w.
func WriteCSV(w io.Writer, c pathway.Catalogue) (ksb.Problems, error) {
	return write(w, c, table.WriteCSV)
}

// WriteXLSX is WriteCSV for a workbook, with drop-down lists and a sheet of help. Equal
// catalogues give equal bytes.
func WriteXLSX(w io.Writer, c pathway.Catalogue) (ksb.Problems, error) {
	return write(w, c, writeBook)
}

// Template writes an empty workbook for people to fill in, with drop-down lists. The
// errors are those of w.
func Template(w io.Writer) error {
	return writeBook(w, table.Page{Name: "Courses", Columns: columns(), Empty: 500})
}

func writeBook(w io.Writer, p table.Page) error { return table.WriteWorkbook(w, help(), p) }

func write(w io.Writer, c pathway.Catalogue, page func(io.Writer, table.Page) error) (ksb.Problems, error) {
	p := table.Page{Name: "Courses", Columns: columns()}
	for _, course := range c.Courses {
		p.Add(cells(course, c.Currency)...)
	}
	var out bytes.Buffer
	if err := page(&out, p); err != nil {
		return nil, fmt.Errorf("%w: %w", ksb.ErrValue, err)
	}
	again, _ := Read(bytes.NewReader(out.Bytes()), "")
	c.Format = pathway.CatalogueFormat
	_, err := w.Write(out.Bytes())
	return table.Lost(c, again, "a table of courses"), err
}

// help is what people are told before the list of columns.
func help() []string {
	return []string{
		"This workbook lists training: one course a row. Course, teaches, cost, minutes and weeks matter most.",
		"",
		"Money is in whole pence: 120 pounds are 12000. Time is in whole minutes of the learner's time: 6 hours are 360.",
		"A statement at a level is written S1@3: the statement S1 up to rung 3. Several in one cell are parted by semicolons: S1@3; S2@2.",
		"Columns may stand in any order; please do not rename them. Cells with a small arrow have a list to choose from.",
		"Days are written as 2026-01-31.",
	}
}
