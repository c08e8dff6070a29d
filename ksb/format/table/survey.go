package table

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
)

// survey looks a sheet over for what excelize passes over in silence while it streams
// the rows: XML that breaks off, formulas without a value, errors, merged cells.
type survey struct {
	marks  map[int]map[int]mark // by line and position
	merged map[int][]span       // by first line
	line   int                  // so far
	broken *mark                // the sheet cannot be read

	width  int    // of all rows together, in cells
	column int    // of the last cell, from 1
	fails  bool   // the last cell is an error
	worked bool   // the last cell has a value
	rule   bool   // the last cell has a formula
	reads  bool   // what comes is the formula itself
	text   []byte // of the formula, so far
	away   bool   // the formula of the last cell does
}

func newSurvey(data []byte, charset func(string, io.Reader) (io.Reader, error)) *survey {
	s := &survey{marks: map[int]map[int]mark{}, merged: map[int][]span{}}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = charset
	for s.broken == nil {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return s
		}
		if err == nil {
			err = s.token(token)
		}
		if err != nil {
			s.broken = syntax(err.Error())
		}
	}
	return s
}

func syntax(detail string) *mark { return &mark{fault: ksb.ErrSyntax, detail: detail} }

func (s *survey) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		switch t.Name.Local {
		case "c":
			s.endCell()
		case "f":
			s.reads, s.away = false, reachesOut(string(s.text))
		}
	case xml.CharData:
		if s.reads {
			s.text = append(s.text, t...)
		}
	}
	return nil
}

func (s *survey) start(start xml.StartElement) error {
	switch start.Name.Local {
	case "row":
		return s.row(start)
	case "c":
		return s.cell(start)
	case "f":
		s.rule, s.reads, s.text = true, true, s.text[:0]
	case "v":
		s.worked = true
	case "mergeCell":
		s.merge(attribute(start, "ref"))
	}
	return nil
}

func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (s *survey) row(start xml.StartElement) error {
	const most = 1 << 20 // rows of a sheet
	line := s.line + 1
	if given := attribute(start, "r"); given != "" {
		_, row, err := excelize.CellNameToCoordinates("A" + given)
		if err != nil {
			return err
		}
		line = row
	}
	if line <= s.line || line > most {
		s.broken = syntax("the rows are not in order")
	}
	s.line, s.column = line, 0
	return nil
}

// cell finds the place of a cell. Rows that are all width and no content take memory and
// time for nothing.
func (s *survey) cell(start xml.StartElement) error {
	const most = 1 << 27
	column := s.column + 1
	if place := attribute(start, "r"); place != "" {
		given, row, err := excelize.CellNameToCoordinates(place)
		if err != nil {
			return err
		}
		if row != s.line || given < column {
			s.broken = syntax("the cell " + place + " is out of order")
		}
		column = given
	}
	if s.width += column - s.column; s.width > most {
		s.broken = &mark{fault: ksb.ErrTooLarge, detail: "more cells than anybody has"}
	}
	s.column, s.fails, s.worked, s.rule, s.away = column, attribute(start, "t") == "e", false, false, false
	return nil
}

// endCell notes what is wrong with a cell.
func (s *survey) endCell() {
	switch {
	case s.fails && s.worked:
		s.mark(mark{fault: ksb.ErrValue, detail: "the formula comes out as an error"})
	case s.rule && !s.worked:
		s.mark(mark{fault: ksb.ErrMissing, detail: "the formula was never worked out: open the file in a spreadsheet program and save it"})
	case s.away:
		s.mark(mark{fault: ksb.ErrValue, detail: "the formula takes its value from another file or program; nothing is fetched, and what was saved counts", counts: true})
	}
}

func (s *survey) mark(m mark) {
	if s.marks[s.line] == nil {
		s.marks[s.line] = map[int]mark{}
	}
	s.marks[s.line][s.column-1] = m
}

// merge notes the first column of merged cells of several rows.
func (s *survey) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	_, last, errTo := excelize.CellNameToCoordinates(to)
	if err == nil && errTo == nil && last > first {
		s.merged[first] = append(s.merged[first], span{column: column - 1, first: first, last: last})
	}
}
