package table_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// readAnyhow reads whatever it is given, which must not panic, and looks at every
// method of its rows.
func readAnyhow(t *testing.T, data []byte) {
	t.Helper()
	book, problem := table.Open(bytes.NewReader(data), "f")
	if problem != nil {
		if book != nil || problem.Fault == "" || problem.Origin.File != "f" {
			t.Errorf("%+v", problem)
		}
		return
	}
	var problems ksb.Problems
	last := 0
	for r := range book.Rows(people(), &problems) {
		if r.Position <= last || r.Origin.Line < 1 {
			t.Errorf("row %d after %d, line %d", r.Position, last, r.Origin.Line)
		}
		last = r.Position
		r.Required("name")
		r.Date("born on")
		r.Number("kind")
		r.Yes("kind")
		r.Whole("half-life", 9)
		r.List("name", ";")
	}
	for _, p := range problems {
		if p.Fault == "" || p.Origin.File != "f" {
			t.Errorf("no place: %+v", p)
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("name,born on,kind\nAnn,2001-02-03,x\n\"B\nob\",y,1,2\n"))
	f.Add([]byte("title\n\nWHO;Born_On;;half life\nA;x;y;10\n\""))
	f.Fuzz(func(t *testing.T, data []byte) { readAnyhow(t, data) })
}

// FuzzWorkbook damages the sheet within a sound workbook, whose checksums are right.
func FuzzWorkbook(f *testing.F) {
	book := workbook(f, func(x *excelize.File, s string) {
		set(f, x, s, "A2", "Ann", 46053.75, true)
		_ = x.MergeCell(s, "A2", "A4")
		_ = x.SetCellFormula(s, "C3", "1+1")
	})
	f.Add(partOf(f, book, firstSheet))
	f.Add([]byte(`<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>99</v></c><c r="C2" t="d"><v>2026-01-31T00:00:00Z</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells></worksheet>`))
	f.Fuzz(func(t *testing.T, sheet []byte) { readAnyhow(t, withPart(t, book, firstSheet, sheet)) })
}

// FuzzStyles damages the formats, by which days are told.
func FuzzStyles(f *testing.F) {
	book := workbook(f, func(x *excelize.File, s string) {
		set(f, x, s, "A2", "Ann", 46053.75, true)
		format := "dd/mm/yyyy"
		id, _ := x.NewStyle(&excelize.Style{CustomNumFmt: &format})
		_ = x.SetCellStyle(s, "B2", "B2", id)
	})
	f.Add(partOf(f, book, "xl/styles.xml"))
	f.Fuzz(func(t *testing.T, styles []byte) { readAnyhow(t, withPart(t, book, "xl/styles.xml", styles)) })
}

// large is a table of many rows, both ways.
func large(b *testing.B) (csv, xlsx []byte) {
	p := table.Page{Name: "People", Columns: []table.Head{{Name: "name"}, {Name: "born on"}, {Name: "kind"}}}
	for i := range 20_000 {
		p.Add(fmt.Sprint("somebody with a number, ", i), ksb.Date(730000+i), float64(i)/4)
	}
	return written(b, p)
}

func BenchmarkCSV(b *testing.B) {
	data, _ := large(b)
	benchmark(b, data)
}

// BenchmarkWorkbook counts the bytes of the sheet, unpacked.
func BenchmarkWorkbook(b *testing.B) {
	_, data := large(b)
	benchmark(b, data)
	b.SetBytes(int64(len(partOf(b, data, "xl/worksheets/sheet2.xml"))))
}

func benchmark(b *testing.B, data []byte) {
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var problems ksb.Problems
		n := 0
		for range open(b, data).Rows(people(), &problems) {
			n++
		}
		if n != 20_000 || problems.Err() != nil {
			b.Fatal(n, problems)
		}
	}
}
