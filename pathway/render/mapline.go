package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// portGap is the least room between two lines at a box, in pixels.
const portGap = 22

// The styles of lines.
const (
	published = `stroke="#444" stroke-width="1.5"`
	computed  = `stroke="#444" stroke-width="1.2" stroke-dasharray="5 4"`
	onRoute   = `stroke="#000" stroke-width="4"`
)

// point is a place in the drawing.
type point struct{ x, y int }

// run is a line as it goes through the columns: its edges from left to right.
func (d *drawing) run(line int) (edges []edge) {
	for _, e := range d.edges {
		if e.line == line {
			edges = append(edges, e)
		}
	}
	return edges
}

// port is where an edge meets a node: lines at one side of a box are spread over it, in
// the order in which they come.
func (d *drawing) port(e edge, right bool) point {
	at := e.to
	if right {
		at = e.from
	}
	n := &d.nodes[at]
	p := point{n.x, n.y}
	if right {
		p.x += boxWidth
	}
	if n.box < 0 {
		return p
	}
	var same []edge
	for _, f := range d.edges {
		if right && f.from == at || !right && f.to == at {
			same = append(same, f)
		}
	}
	other := func(f edge) int {
		if right {
			return d.nodes[f.to].y
		}
		return d.nodes[f.from].y
	}
	slices.SortStableFunc(same, func(f, g edge) int { return cmp.Compare(other(f), other(g)) })
	p.y += (2*slices.Index(same, e) - len(same) + 1) * portGap / 2
	return p
}

// draw draws a line with its arrowheads.
func (d *drawing) draw(i int) {
	l, edges := &d.lines[i], d.run(i)
	first, last := edges[0], edges[len(edges)-1]
	start, end := d.port(first, true), d.port(last, false)
	turned := d.nodes[first.from].box == l.to // drawn from its to to its from
	atEnd, atStart := l.both || !turned, l.both || turned
	style := published
	switch {
	case len(l.routes) > 0:
		style = onRoute
	case !l.published:
		style = computed
	}
	d.path(d.curve(edges, inset(start, atStart, 9), inset(end, atEnd, -9)), style)
	if atEnd {
		d.arrow(end, -1)
	}
	if atStart {
		d.arrow(start, 1)
	}
}

// inset leaves room for an arrowhead.
func inset(p point, arrow bool, by int) point {
	if arrow {
		p.x += by
	}
	return p
}

// curve leads from one point to another, level at both ends, and level through the
// columns in between.
func (d *drawing) curve(edges []edge, start, end point) string {
	var path strings.Builder
	fmt.Fprintf(&path, "M %d %d", start.x, start.y)
	at := start
	for i, e := range edges {
		to := d.port(e, false)
		if i == len(edges)-1 {
			to = end
		}
		middle := (at.x + to.x) / 2
		fmt.Fprintf(&path, " C %d %d %d %d %d %d", middle, at.y, middle, to.y, to.x, to.y)
		if at = to; i < len(edges)-1 {
			at.x += boxWidth
			fmt.Fprintf(&path, " H %d", at.x)
		}
	}
	return path.String()
}

// numbers writes on each line the routes that take it, near where it leaves a box: a
// fifth of its first curve along.
func (d *drawing) numbers() {
	for i := range d.lines {
		if len(d.lines[i].routes) == 0 {
			continue
		}
		first := d.run(i)[0]
		from, to := d.port(first, true), d.port(first, false)
		middle := (from.x + to.x) / 2
		at := func(a, b, c, d int) int { return (64*a + 48*b + 12*c + d) / 125 }
		d.badge(at(from.x, middle, middle, to.x), at(from.y, from.y, to.y, to.y), strings.Join(d.lines[i].routes, " "))
	}
}
