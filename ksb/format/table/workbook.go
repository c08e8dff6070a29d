package table

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// workbook is an open workbook, all of it in memory.
type workbook struct {
	file  *excelize.File
	parts map[string]string // path within the archive by relation
}

// readWorkbook opens a workbook that format.OpenZip found within the limits.
func readWorkbook(data []byte, entries fs.FS, name string) (book *Book, problem *ksb.Problem) {
	if problem := inspect(entries, name); problem != nil {
		return nil, problem
	}
	defer func() {
		if why := recover(); why != nil {
			book, problem = nil, wrong(name, ksb.ErrRead, fmt.Sprint("a damaged workbook: ", why))
		}
	}()
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: input.Limit, UnzipXMLSizeLimit: input.Limit, ShortDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		return nil, wrong(name, ksb.ErrRead, "a damaged workbook: "+err.Error())
	}
	plainNumbers(file)
	return &Book{File: name, Sheets: (&workbook{file: file, parts: relations(file)}).sheets(name)}, nil
}

// relations finds the parts of the workbook.
func relations(file *excelize.File) map[string]string {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	parts := map[string]string{}
	if xml.Unmarshal(part(file, "xl/_rels/workbook.xml.rels"), &list) != nil {
		return parts
	}
	for _, r := range list.Relationship {
		if target, absolute := strings.CutPrefix(r.Target, "/"); absolute {
			parts[r.ID] = path.Clean(target)
		} else {
			parts[r.ID] = path.Join("xl", target)
		}
	}
	return parts
}

func part(file *excelize.File, name string) []byte {
	data, _ := file.Pkg.Load(name)
	text, _ := data.([]byte)
	return text
}

func (w *workbook) sheets(name string) (list []*Sheet) {
	if w.file.WorkBook == nil {
		return nil
	}
	for _, s := range w.file.WorkBook.Sheets.Sheet {
		if fold(s.Name) == fold(HelpSheet) {
			continue
		}
		hidden := s.State != "" && s.State != "visible"
		list = append(list, &Sheet{Name: s.Name, Hidden: hidden, file: name, records: w.records(s.Name, w.parts[s.ID])})
	}
	return list
}

// records yields the rows of a sheet. Its survey is made once, when a row is asked for.
func (w *workbook) records(name, path string) iter.Seq[record] {
	var s *survey
	return func(yield func(record) bool) {
		if s == nil {
			s = newSurvey(part(w.file, path), w.file.CharsetReader)
		}
		if s.broken != nil {
			yield(record{line: s.line, broken: s.broken})
			return
		}
		rows, err := w.start(name)
		if err != nil {
			yield(record{line: 1, broken: &mark{fault: ksb.ErrRead, detail: err.Error()}})
			return
		}
		fill, room := filler{merged: s.merged, open: map[int]span{}}, input.Limit
		for line := 1; ; line++ {
			cells, more, err := next(rows)
			switch {
			case err != nil:
				yield(record{line: line, broken: &mark{fault: ksb.ErrRead, detail: err.Error()}})
				return
			case !more:
				return
			}
			cells = fill.down(line, cells)
			if room -= lengths(cells); room < 0 {
				yield(record{line: line, broken: &mark{fault: ksb.ErrTooLarge, detail: "more text than anybody has: one text stands in very many cells"}})
				return
			}
			if !yield(record{line: line, cells: cells, marks: s.marks[line]}) {
				return
			}
		}
	}
}

func lengths(cells []string) (n int) {
	for _, cell := range cells {
		n += len(cell)
	}
	return n
}

// start and next read a sheet row by row. What a damaged file brings excelize to is an
// error here.
func (w *workbook) start(name string) (rows *excelize.Rows, err error) {
	defer asError(&err)
	return w.file.Rows(name)
}

func next(rows *excelize.Rows) (cells []string, more bool, err error) {
	defer asError(&err)
	if !rows.Next() {
		return nil, false, rows.Error()
	}
	cells, err = rows.Columns()
	return cells, true, err
}

func asError(err *error) {
	if why := recover(); why != nil {
		*err = fmt.Errorf("%w: %v", ksb.ErrRead, why)
	}
}

// span is a column of merged cells: the value of the first holds for all.
type span struct {
	column, first, last int // column from 0, lines from 1
	value               string
}

// filler writes the value of merged cells into each of their rows.
type filler struct {
	merged map[int][]span // by first line
	open   map[int]span   // by column
}

// down fills a row that has something of its own.
func (f *filler) down(line int, cells []string) []string {
	own := !blank(cells)
	for column, s := range f.open { // any order: each has a column of its own
		switch {
		case line > s.last:
			delete(f.open, column)
		case own:
			if len(cells) <= column {
				cells = append(cells, slices.Repeat([]string{""}, column+1-len(cells))...)
			}
			cells[column] = s.value
		}
	}
	for _, s := range f.merged[line] {
		if s.column < len(cells) {
			s.value = cells[s.column]
			f.open[s.column] = s
		}
	}
	return cells
}
