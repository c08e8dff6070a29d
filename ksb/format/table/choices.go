package table

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// choices is the name of the hidden sheet with the drop-down lists, a column a list.
const choices = "Choices"

// dropDown puts the list of a column below its header.
func (b *builder) dropDown(p *Page, column int) {
	c := p.Columns[column]
	last := 1 + len(p.Rows) + p.Empty
	if len(c.Choices) == 0 || last == 1 {
		return
	}
	b.lists = append(b.lists, c.Choices)
	list := letters(len(b.lists) - 1)
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(fmt.Sprintf("%s2:%s%d", letters(column), letters(column), last))
	rule.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", choices, list, list, len(c.Choices)))
	if c.Free {
		rule.ShowErrorMessage = false
	} else {
		rule.SetError(excelize.DataValidationErrorStyleStop, c.Name, "Please choose from the list.")
	}
	b.try(b.file.AddDataValidation(p.Name, rule))
}

// hideChoices writes the lists on a sheet that people need not see.
func (b *builder) hideChoices() {
	if len(b.lists) == 0 {
		return
	}
	s := b.stream(choices)
	if s == nil {
		return
	}
	for row, more := 0, true; more; row++ {
		cells := make([]any, len(b.lists))
		more = false
		for i, list := range b.lists {
			if row < len(list) {
				cells[i], more = list[row], true
			}
		}
		b.try(s.SetRow("A"+strconv.Itoa(row+1), cells))
	}
	b.try(s.Flush())
	b.try(b.file.SetSheetVisible(choices, false))
}
