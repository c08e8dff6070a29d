package sheet

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// Detect tells whether data is a table or a workbook that Read understands. Other formats
// of tables should be asked first, since people's own tables have all kinds of columns.
func Detect(name string, data []byte) bool {
	book, problem := table.Open(bytes.NewReader(data), name)
	if problem != nil {
		return table.IsWorkbook(data) // one that is refused: Read says why
	}
	return isWhole(book) || book.Suits(one())
}

// Read reads a framework from a CSV file or a workbook, gzipped or not. Every faulty cell
// is reported with its line, its place and the name of its column; the row that it stands
// in is left out. The order of the rows has no meaning. What is no table of a framework
// is one problem that wraps ErrRead, ErrTooLarge, ErrEncoding or ErrFormat.
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	book, problem := table.Open(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	b := newBuilder(name)
	if isWhole(book) {
		b.readParts(book)
	} else {
		b.readOne(book)
	}
	if b.f.ID != "" {
		b.f.Format = ksb.Format
	}
	return b.f, b.problems.Sort()
}

// isWhole: a sheet for each thing, not a table that somebody calls Statements.
func isWhole(book *table.Book) bool {
	var sheets int
	for _, p := range parts() {
		if s := book.Sheet(p.name); s != nil && s.Suits(p.layout()) {
			sheets++
		} else if p.name == colStatements {
			return false
		}
	}
	return sheets > 1
}

func (b *builder) readParts(book *table.Book) {
	for _, p := range parts() {
		if s := book.Sheet(p.name); s != nil {
			for row := range s.Rows(p.layout(), &b.problems) {
				p.read(b, row)
			}
		}
		b.f.ID = cmp.Or(b.f.ID, b.fallback) // the sheet Framework comes first
	}
	b.nameOthers(book)
	b.buildScales()
	b.settle()
}

// nameOthers names the sheets that are not read. The lists of choices and whatever else
// people hide stays unsaid, unless it has the name of a sheet that is read.
func (b *builder) nameOthers(book *table.Book) {
	for _, s := range book.Sheets {
		known := slices.ContainsFunc(parts(), func(p part) bool { return table.SameName(p.name, s.Name) })
		if (known || !s.Hidden) && book.Sheet(s.Name) != s || !known && !s.Hidden {
			b.problems.Add(ksb.Origin{File: book.File}, s.Name, ksb.ErrUnknownKey, "the sheet %q is ignored", s.Name)
		}
	}
}

// nameOf is the name of a file without its folder and its endings.
func nameOf(file string) ksb.FrameworkID {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	for _, ending := range []string{".gz", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm"} {
		if len(base) > len(ending) && strings.EqualFold(base[len(base)-len(ending):], ending) {
			base = base[:len(base)-len(ending)]
		}
	}
	if strings.Trim(base, "-./") == "" {
		return "framework"
	}
	return ksb.FrameworkID(base)
}

// WriteXLSX writes a framework as a workbook with a sheet for each thing, which carries
// all of ksb/1, with drop-down lists and a sheet of help. What a sheet cannot carry
// comes back as problems: blanks around a text, control characters, a text of more than
// 32,767 characters. Equal frameworks give equal bytes. The errors are those of w and of
// a framework that no workbook can hold.
func WriteXLSX(w io.Writer, f ksb.Framework) (ksb.Problems, error) {
	var out bytes.Buffer
	var pages []table.Page
	for _, p := range parts() {
		if page := p.page(&f); len(page.Rows) > 0 || p.name == colStatements {
			offer(&page, &f)
			pages = append(pages, page)
		}
	}
	if err := table.WriteWorkbook(&out, help(), pages...); err != nil {
		return nil, fmt.Errorf("%w: %w", ksb.ErrValue, err)
	}
	return written(w, out.Bytes(), f, "a workbook", func(f ksb.Framework) ksb.Framework { return f })
}

// WriteCSV writes a framework as one table. What that cannot carry comes back as
// problems, each kind of thing once: gates, options, codes, facts, links, groups, the
// texts of duties. Texts are written as they are, and spreadsheet programs take one that
// starts with "=" for a formula: a workbook is safer to send. The errors are those of w.
func WriteCSV(w io.Writer, f ksb.Framework) (ksb.Problems, error) {
	var out bytes.Buffer
	if err := table.WriteCSV(&out, onePage(&f)); err != nil {
		return nil, err
	}
	return written(w, out.Bytes(), f, "one table", canonical)
}

// written writes data and compares what it reads as with what was meant.
func written(w io.Writer, data []byte, f ksb.Framework, where string, order func(ksb.Framework) ksb.Framework) (ksb.Problems, error) {
	again, _ := Read(bytes.NewReader(data), "")
	_, err := w.Write(data)
	meant := f
	meant.Format = ksb.Format
	again.Format = ksb.Format
	return table.Lost(order(meant), order(again), where), err
}
