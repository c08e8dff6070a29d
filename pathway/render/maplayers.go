package render

import "slices"

// layout is a layered drawing (Sugiyama, Tagawa and Toda 1981): every node in a column,
// lines only between neighbouring columns, and few crossings.
type layout struct {
	nodes   []node
	edges   []edge
	columns [][]int // nodes, from top to bottom
}

// node is a box, or a bend of a line that passes a column.
type node struct {
	box           int // -1: a bend
	column        int
	x, y, height  int // of its middle left, and what room it needs
	before, after []int
}

// edge joins nodes of neighbouring columns.
type edge struct{ line, from, to int }

// layers puts boxes into columns so that lines lead to the right: a box stands as far
// right as its longest way from where something begins. Lines that close a ring are
// turned around for that.
func (c *chart) layers() *layout {
	turned := c.rings()
	l := &layout{}
	for i := range c.boxes {
		l.nodes = append(l.nodes, node{box: i, height: c.boxes[i].height()})
	}
	for range c.boxes { // no way is longer than there are boxes
		for i, line := range c.lines {
			from, to := ends(line, turned[i])
			l.nodes[to].column = max(l.nodes[to].column, l.nodes[from].column+1)
		}
	}
	l.pull(c, turned)
	for i, line := range c.lines {
		from, to := ends(line, turned[i])
		l.bend(i, from, to)
	}
	for i, n := range l.nodes {
		for len(l.columns) <= n.column {
			l.columns = append(l.columns, nil)
		}
		l.columns[n.column] = append(l.columns[n.column], i)
	}
	return l
}

// pull moves what nothing leads to next to what it leads to.
func (l *layout) pull(c *chart, turned []bool) {
	for i := range l.nodes {
		nearest, leads := -1, false
		for j, line := range c.lines {
			from, to := ends(line, turned[j])
			leads = leads || to == i
			if from == i && (nearest < 0 || l.nodes[to].column < nearest) {
				nearest = l.nodes[to].column
			}
		}
		if !leads && nearest > 0 {
			l.nodes[i].column = nearest - 1
		}
	}
}

func ends(l line, turned bool) (from, to int) {
	if turned {
		return l.to, l.from
	}
	return l.from, l.to
}

// rings tells which lines to turn around so that none is left in a ring: those that lead
// back to a box on the way, going deep from where nothing leads to, routes first.
func (c *chart) rings() []bool {
	turned, state := make([]bool, len(c.lines)), make([]int, len(c.boxes))
	leaving := make([][]int, len(c.boxes))
	led := make([]bool, len(c.boxes))
	for i, l := range c.lines {
		leaving[l.from] = append(leaving[l.from], i)
		led[l.to] = true
	}
	for at := range leaving {
		slices.SortStableFunc(leaving[at], func(a, b int) int { return len(c.lines[b].routes) - len(c.lines[a].routes) })
	}
	var visit func(at int)
	visit = func(at int) {
		state[at] = 1
		for _, i := range leaving[at] {
			switch to := c.lines[i].to; state[to] {
			case 0:
				visit(to)
			case 1:
				turned[i] = true
			}
		}
		state[at] = 2
	}
	for _, wanted := range []func(at int) bool{
		func(at int) bool { return c.boxes[at].here }, func(at int) bool { return !led[at] }, func(int) bool { return true },
	} {
		for at := range c.boxes {
			if state[at] == 0 && wanted(at) {
				visit(at)
			}
		}
	}
	return turned
}

// bend leads a line through the columns that it passes.
func (l *layout) bend(line, from, to int) {
	at := from
	for column := l.nodes[from].column + 1; column < l.nodes[to].column; column++ {
		l.nodes = append(l.nodes, node{box: -1, column: column, height: bendHeight})
		l.link(line, at, len(l.nodes)-1)
		at = len(l.nodes) - 1
	}
	l.link(line, at, to)
}

func (l *layout) link(line, from, to int) {
	l.nodes[from].after = append(l.nodes[from].after, to)
	l.nodes[to].before = append(l.nodes[to].before, from)
	l.edges = append(l.edges, edge{line, from, to})
}
