package skillsengland

import "strings"

// block is a piece of a page that stands by itself.
type block struct {
	form  form
	parts []string // of the text: an item has one for each line of it
	bold  bool     // all of it
	table [][]*cell
}

type form uint8

const (
	paragraphForm form = iota
	headingForm
	itemForm // of a list, with the lists within it
	tableForm
)

func (b block) text() string { return strings.Join(b.parts, " ") }

// leadsIn tells whether a text introduces what follows.
func (b block) leadsIn() bool {
	return len(b.parts) > 0 && strings.HasSuffix(b.parts[len(b.parts)-1], ":")
}

// cell is a cell of a table and the blocks in it.
type cell struct {
	blocks     []block
	cols, rows int // how far it reaches, from 1
}

// text is all that stands in a cell.
func (c *cell) text() string {
	var words []string
	for _, b := range c.blocks {
		words = append(words, b.parts...)
	}
	return strings.Join(words, " ")
}
