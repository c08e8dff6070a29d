package web

import "strconv"

// Table is a table with its caption and the names of its columns. On a narrow screen the
// rows of one with four columns or more become blocks, each value beside the name of its
// column; it never makes the page wider than the screen.
type Table struct {
	Caption string
	Hidden  bool // the caption is there for screen readers alone: a heading says it
	Columns []Column
	Rows    [][]Node // a cell each; the first names the row
	Sort    bool     // the script offers to sort by a column
}

// Column is the head of a column.
type Column struct {
	Name   string
	Number bool // set to the right, and sorted as numbers
}

// Node is the table as an element.
func (t Table) Node() Node {
	class := "rows"
	if len(t.Columns) < 4 {
		class = "few"
	}
	return El("table", Class(class), Flag("data-sortable", t.Sort && len(t.Rows) > 2),
		El("caption", If(t.Hidden, Class("unseen")), Text(t.Caption)),
		El("thead", El("tr", Each(t.Columns, func(c Column) Node {
			return El("th", Attr("scope", "col"), If(c.Number, Class("number")), Text(c.Name))
		}))),
		El("tbody", Each(t.Rows, t.row)))
}

func (t Table) row(cells []Node) Node {
	parts := make([]Node, len(cells))
	for i, cell := range cells {
		parts[i] = t.cell(i, cell)
	}
	return El("tr", parts...)
}

func (t Table) cell(i int, cell Node) Node {
	var column Column
	if i < len(t.Columns) {
		column = t.Columns[i]
	}
	number := If(column.Number, Class("number"))
	if i == 0 {
		return El("th", Attr("scope", "row"), number, cell)
	}
	// The name of the column is repeated for narrow screens, by the style sheet.
	return El("td", If(len(t.Columns) > 3, Attr("data-column", column.Name)), number, cell)
}

// Sorted gives a cell a value to be sorted by where its text does not sort.
func Sorted(by float64, cell Node) Node {
	return El("data", Attr("value", strconv.FormatFloat(by, 'f', -1, 64)), cell)
}

// Facts are names and what they stand for.
func Facts(pairs ...Node) Node {
	parts := make([]Node, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		parts = append(parts, El("div", El("dt", pairs[i]), El("dd", pairs[i+1])))
	}
	return El("dl", Class("facts"), List(parts...))
}

// Fold is what opens on demand: a summary, and what it leads to. In print it is open.
func Fold(open bool, summary Node, parts ...Node) Node {
	return El("details", Flag("open", open), El("summary", summary), List(parts...))
}
