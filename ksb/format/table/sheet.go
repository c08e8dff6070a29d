package table

import (
	"iter"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Suits tells whether the sheet has the key columns of a layout.
func (s *Sheet) Suits(layout Layout) bool { return s.header(layout) != nil }

// header finds the header; nil: there is none among the first rows.
func (s *Sheet) header(layout Layout) *header {
	for _, r := range s.start() {
		h := layout.header(r)
		if r.broken == nil && len(h.lacks(layout, func(c Column) bool { return c.Key })) == 0 {
			return h
		}
	}
	return nil
}

// start returns the first rows with something in them.
func (s *Sheet) start() (first []record) {
	const rows = 10
	for r := range s.records {
		if r.broken == nil && blank(r.cells) {
			continue
		}
		r.cells = slices.Clone(r.cells)
		if first = append(first, r); len(first) == rows {
			break
		}
	}
	return first
}

func (s *Sheet) blank() bool { return len(s.start()) == 0 }

// blank: an empty row, as spreadsheets leave them.
func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

func (s *Sheet) origin(line int) ksb.Origin { return ksb.Origin{File: s.file, Line: line} }

// Rows yields the rows below the header that have something in them, numbered from 1.
// A row that cannot be read takes a number, too. Problems of the header go to problems:
// unknown columns are named and ignored (ErrUnknownKey), of a column that stands twice
// the first counts (ErrDuplicateKey), and without a required one there is no row
// (ErrMissing). So do rows of broken syntax and values outside of the columns.
func (s *Sheet) Rows(layout Layout, problems *ksb.Problems) iter.Seq[*Row] {
	return s.numbered(layout, new(int), problems)
}

func (s *Sheet) numbered(layout Layout, number *int, problems *ksb.Problems) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		h := s.header(layout)
		if h == nil {
			(&Book{File: s.file, Sheets: []*Sheet{s}}).Unsuitable(layout, problems)
			return
		}
		if !s.checkHeader(h, layout, problems) {
			return
		}
		strays, noted := 0, false
		for r := range s.records {
			if r.line <= h.line || r.broken == nil && blank(r.cells) && len(r.marks) == 0 {
				continue
			}
			*number++
			row := &Row{Position: *number, Origin: s.origin(r.line), sheet: s, header: h, record: r, problems: problems}
			row.note(&noted)
			if !row.broken() && row.inColumns(&strays) && !yield(row) {
				return
			}
		}
	}
}

// checkHeader reports what is wrong with the header and tells whether it can be used.
func (s *Sheet) checkHeader(h *header, layout Layout, problems *ksb.Problems) bool {
	at := s.origin(h.line)
	if len(h.other) > 0 {
		problems.Add(at, s.path("header"), ksb.ErrUnknownKey, "the columns %s are ignored", quoted(h.found(h.other)))
	}
	if len(h.twice) > 0 {
		problems.Add(at, s.path("header"), ksb.ErrDuplicateKey, "the columns %s stand twice: the first counts", quoted(h.found(h.twice)))
	}
	missing := h.lacks(layout, func(c Column) bool { return c.Key || c.Required })
	if len(missing) > 0 {
		problems.Add(at, s.path("header"), ksb.ErrMissing, "the columns %s; found are %s", quoted(missing), quoted(slices.DeleteFunc(slices.Clone(h.cells), func(c string) bool { return c == "" })))
	}
	return len(missing) == 0
}

// path names a part of the sheet.
func (s *Sheet) path(part string) string {
	if s.Name == "" {
		return part
	}
	return s.Name + "!" + part
}
