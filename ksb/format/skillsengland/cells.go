package skillsengland

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openPart starts a table or a part of one.
func (r *blockReader) openPart(t html.Token) {
	switch t.DataAtom {
	case atom.Table:
		r.openTable()
	case atom.Tr:
		r.openRow()
	case atom.Td, atom.Th:
		r.openCell(t)
	}
}

func (r *blockReader) closePart(a atom.Atom) {
	switch a {
	case atom.Table:
		r.tables = max(0, r.tables-1)
	case atom.Td, atom.Th:
		r.inCell, r.items = r.inCell && r.tables > 1, 0
	}
}

// openTable starts a table; one within another is taken for text.
func (r *blockReader) openTable() {
	if r.tables++; r.tables == 1 {
		r.items, r.heading = 0, false
		r.table = len(r.blocks)
		r.blocks = append(r.blocks, block{form: tableForm})
	}
}

func (r *blockReader) openRow() {
	if r.tables == 1 {
		r.blocks[r.table].table = append(r.blocks[r.table].table, nil)
		r.inCell = false
	}
}

// row is the last row of the table that is open; nil: there is none.
func (r *blockReader) row() *[]*cell {
	if r.tables == 0 {
		return nil
	}
	rows := r.blocks[r.table].table
	if len(rows) == 0 {
		return nil
	}
	return &rows[len(rows)-1]
}

func (r *blockReader) openCell(t html.Token) {
	row := r.row()
	if r.tables != 1 || row == nil {
		return
	}
	c := &cell{cols: 1, rows: 1}
	for _, a := range t.Attr {
		n, _ := strconv.Atoi(strings.TrimSpace(a.Val))
		switch a.Key {
		case "colspan":
			c.cols = min(max(n, 1), 20)
		case "rowspan":
			c.rows = min(max(n, 1), 1000)
		}
	}
	*row = append(*row, c)
	r.inCell, r.items = true, 0
}
