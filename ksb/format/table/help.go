package table

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// help writes the sheet that explains the others.
func (b *builder) help(lines []string, pages []Page) {
	s := b.stream(HelpSheet)
	if s == nil {
		return
	}
	widths := []float64{24, 28, 90}
	b.widths(s, widths)
	b.try(s.SetRow("A1", []any{excelize.Cell{StyleID: b.title, Value: HelpSheet}}))
	row := 2
	put := func(cells ...any) {
		b.try(s.SetRow("A"+strconv.Itoa(row), cells))
		row++
	}
	for _, line := range lines {
		put(line)
	}
	put()
	head := func(text string) excelize.Cell { return excelize.Cell{StyleID: b.bold, Value: text} }
	put(head("Sheet"), head("Column"), head("What goes in it"))
	cell := func(text string) excelize.Cell { return excelize.Cell{StyleID: b.wrap, Value: text} }
	for _, p := range pages {
		for _, c := range p.Columns {
			b.try(s.SetRow("A"+strconv.Itoa(row), []any{cell(p.Name), cell(c.Name), cell(c.Note)}, high(widths, []any{p.Name, c.Name, c.Note})))
			row++
		}
	}
	b.try(s.Flush())
}
