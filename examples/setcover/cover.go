package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// cover is a set-cover problem: every row needs a column that covers it.
type cover struct {
	costs []int64
	rows  [][]int // by row: the columns that cover it, from 0, ascending
}

// layout is the order of the numbers in a file.
type layout string

// The layouts. Both begin with the numbers of rows and of columns. By rows: all costs,
// then for each row how many columns cover it, and which, from 1. By columns: for each
// column its cost, how many rows it covers, and which, from 1.
const (
	byRows    layout = "rows"
	byColumns layout = "columns"
	anyLayout layout = "any"
)

// load reads a file.
func (o *options) load(file string, stdin io.Reader) (*cover, error) {
	r, name := stdin, "standard input"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r, name = f, file
	}
	data, p := input.Read(r, name)
	if p != nil {
		return nil, p
	}
	return read(data, name, o.layout)
}

// read reads a problem. Without a layout it is the one that fits; the error is then
// that of the layout by rows, unless only the other one came to the end.
func read(data []byte, name string, l layout) (*cover, error) {
	if l != anyLayout {
		return readAs(data, name, l)
	}
	rows, wrongRows := readAs(data, name, byRows)
	columns, wrongColumns := readAs(data, name, byColumns)
	switch {
	case wrongRows == nil && wrongColumns == nil && !reflect.DeepEqual(rows, columns):
		return nil, fmt.Errorf("%s: fits both layouts; say which with -layout", name)
	case wrongRows == nil:
		return rows, nil
	case wrongColumns == nil:
		return columns, nil
	case laterThan(wrongColumns, wrongRows):
		return nil, wrongColumns
	}
	return nil, wrongRows
}

// laterThan tells whether a reader came farther than another.
func laterThan(err, other error) bool {
	var p, q *ksb.Problem
	return errors.As(err, &p) && errors.As(other, &q) && p.Origin.Line > q.Origin.Line
}

func readAs(data []byte, name string, l layout) (*cover, error) {
	n := &numbers{name: name, data: data, line: 1, layout: l}
	rows, columns := n.size("rows"), n.size("columns")
	c := &cover{}
	if n.err != nil {
		return nil, n.err
	}
	if l == byColumns {
		c.readColumns(n, rows, columns)
	} else {
		c.readRows(n, rows, columns)
	}
	n.end()
	for i := range c.rows {
		if n.err == nil && len(c.rows[i]) == 0 {
			n.fail(ksb.ErrMissing, "no column covers row %d", i+1)
		}
	}
	if n.err != nil {
		return nil, n.err
	}
	return c, nil
}

func (c *cover) readRows(n *numbers, rows, columns int) {
	c.costs = make([]int64, 0, columns)
	for j := 0; j < columns && n.err == nil; j++ {
		c.cost(n, j)
	}
	c.rows = make([][]int, 0, rows)
	for i := 0; i < rows && n.err == nil; i++ {
		c.rows = append(c.rows, n.members("row", i, "column", columns))
	}
}

// cost reads the cost of a column.
func (c *cover) cost(n *numbers, j int) {
	v, ok := n.next()
	if !ok {
		n.refuse("the cost of column %d", j+1)
	}
	c.costs = append(c.costs, v)
}

func (c *cover) readColumns(n *numbers, rows, columns int) {
	c.rows = make([][]int, rows)
	for j := 0; j < columns && n.err == nil; j++ {
		if c.cost(n, j); n.err != nil {
			return
		}
		for _, i := range n.members("column", j, "row", len(c.rows)) {
			c.rows[i] = append(c.rows[i], j)
		}
	}
}

// instance is the problem for the solver: a goal for each row, an action for each column.
func (c *cover) instance() *solve.Instance {
	in := &solve.Instance{Facts: len(c.rows), Actions: make([]solve.Action, len(c.costs)), AnyBest: true, Nodes: 1 << 40}
	sizes, total := make([]int, len(c.costs)), 0
	for _, columns := range c.rows {
		total += len(columns)
		for _, j := range columns {
			sizes[j]++
		}
	}
	room := make([]int, total)
	for j, cost := range c.costs {
		in.Actions[j] = solve.Action{Cost: cost, Adds: room[:0:sizes[j]]}
		room = room[sizes[j]:]
	}
	for i, columns := range c.rows {
		in.Goals = append(in.Goals, solve.Goal{Fact: i, Weight: 1})
		for _, j := range columns {
			in.Actions[j].Adds = append(in.Actions[j].Adds, i)
		}
	}
	return in
}
