package render

import (
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// drawn is the map of roles with the routes on it, as [MapSVG] draws it, in the colours
// of the page. It keeps its size and scrolls on a narrow screen; the list of routes says
// the same.
func (h *routeHTML) drawn() web.Section {
	if len(h.m.Roles) == 0 {
		return web.Section{}
	}
	c := newChart(h.planVoice, h.m, h.r)
	l := c.layers()
	l.roomy()
	l.order()
	width, height := l.place()
	d := &mapNodes{drawing: &drawing{chart: c, layout: l}}
	said := h.say("route.map.words", "n", len(c.boxes), "links", len(c.lines))
	chart := web.El("svg", web.Attr("role", "img"), web.Attr("width", strconv.Itoa(width)), web.Attr("height", strconv.Itoa(height)), web.Attr("viewBox", "0 0 "+strconv.Itoa(width)+" "+strconv.Itoa(height)),
		web.Attr("font-size", "13"), web.Attr("direction", "ltr"), web.El("title", web.Text(h.say("route.map"))), web.El("desc", web.Text(said)), d.node())
	return web.Section{ID: "route-map", Title: h.say("route.map"), Wide: true, Body: []web.Node{
		web.El("p", web.Text(said)), h.mapKey(),
		web.El("div", web.Class("scroll"), web.Attr("tabindex", "0"), web.Attr("role", "group"), web.Attr("aria-label", h.say("route.map")), chart),
	}}
}

// mapKey says what the lines mean.
func (h *routeHTML) mapKey() web.Node {
	entry := func(key string, line ...web.Node) web.Node {
		return web.El("li", web.El("svg", web.Attr("width", "36"), web.Attr("height", "12"), web.Attr("aria-hidden", "true"),
			web.El("line", web.Attr("x1", "0"), web.Attr("x2", "36"), web.Attr("y1", "6"), web.Attr("y2", "6"), web.List(line...))), web.Text(" "+h.say(key)))
	}
	return web.El("ul", web.Class("key"), entry("route.key.published", lineStyle(true, false)), entry("route.key.computed", lineStyle(false, false)), entry("route.key.route", lineStyle(true, true)))
}

func lineStyle(published, taken bool) web.Node {
	switch {
	case taken:
		return web.List(web.Attr("stroke", "var(--text)"), web.Attr("stroke-width", "4"))
	case published:
		return web.List(web.Attr("stroke", "var(--muted)"), web.Attr("stroke-width", "1.5"))
	}
	return web.List(web.Attr("stroke", "var(--muted)"), web.Attr("stroke-width", "1.2"), web.Attr("stroke-dasharray", "5 4"))
}

// mapNodes draws a map as elements of a page.
type mapNodes struct {
	*drawing
	parts []web.Node
}

func (d *mapNodes) add(n web.Node) { d.parts = append(d.parts, n) }

func (d *mapNodes) node() web.Node {
	for _, taken := range []bool{false, true} {
		for i := range d.lines {
			if len(d.lines[i].routes) > 0 == taken {
				d.line(i)
			}
		}
	}
	for i := range d.nodes {
		if d.nodes[i].box >= 0 {
			d.frame(&d.nodes[i])
		}
	}
	d.onLines()
	return web.List(d.parts...)
}

// line draws a line with its arrowheads.
func (d *mapNodes) line(i int) {
	l, edges := &d.lines[i], d.run(i)
	first, last := edges[0], edges[len(edges)-1]
	start, end := d.port(first, true), d.port(last, false)
	turned := d.nodes[first.from].box == l.to
	atEnd, atStart := l.both || !turned, l.both || turned
	d.add(web.El("path", web.Attr("d", d.curve(edges, inset(start, atStart, 9), inset(end, atEnd, -9))), web.Attr("fill", "none"), lineStyle(l.published, len(l.routes) > 0)))
	if atEnd {
		d.head(end, -1)
	}
	if atStart {
		d.head(start, 1)
	}
}

// head is an arrowhead with its tip at a point; to is 1 if its back is to the right of it.
func (d *mapNodes) head(at point, to int) {
	x, y := strconv.Itoa(at.x+to*11), at.y
	d.add(web.El("path", web.Attr("fill", "var(--text)"), web.Attr("d", "M "+strconv.Itoa(at.x)+" "+strconv.Itoa(y)+" L "+x+" "+strconv.Itoa(y-6)+" L "+x+" "+strconv.Itoa(y+6)+" Z")))
}

func (d *mapNodes) rect(x, y, width, height, round int, thick string) {
	d.add(web.El("rect", web.Attr("x", strconv.Itoa(x)), web.Attr("y", strconv.Itoa(y)), web.Attr("width", strconv.Itoa(width)), web.Attr("height", strconv.Itoa(height)), web.Attr("rx", strconv.Itoa(round)),
		web.Attr("fill", "var(--paper)"), web.Attr("stroke", "var(--text)"), web.Attr("stroke-width", thick)))
}

func (d *mapNodes) text(x, y int, words string, bold bool) {
	d.add(web.El("text", web.Attr("x", strconv.Itoa(x)), web.Attr("y", strconv.Itoa(y)), web.Attr("text-anchor", "middle"), web.Attr("fill", "var(--text)"), web.If(bold, web.Attr("font-weight", "bold")), web.Text(words)))
}

// frame is a role: a second frame for the one that is held, a thick one for the target.
func (d *mapNodes) frame(n *node) {
	b := &d.boxes[n.box]
	top, thick := n.y-n.height/2, "1"
	if b.target {
		thick = "4"
	}
	d.rect(n.x, top, boxWidth, n.height, 6, thick)
	if b.here {
		d.rect(n.x+4, top+4, boxWidth-8, n.height-8, 6, "1")
	}
	words := append(b.words[:len(b.words):len(b.words)], b.noted()...)
	y := n.y - len(words)*lineHeight/2 + lineHeight - 4
	for i, word := range words {
		d.text(n.x+boxWidth/2, y+i*lineHeight, word, i >= len(b.words))
	}
}

// onLines writes on each line the routes that take it, where [MapSVG] does.
func (d *mapNodes) onLines() {
	for i := range d.lines {
		if len(d.lines[i].routes) == 0 {
			continue
		}
		first := d.run(i)[0]
		from, to := d.port(first, true), d.port(first, false)
		middle := (from.x + to.x) / 2
		along := func(a, b, c, d int) int { return (64*a + 48*b + 12*c + d) / 125 }
		x, y, words := along(from.x, middle, middle, to.x), along(from.y, from.y, to.y, to.y), strings.Join(d.lines[i].routes, " ")
		width := 12 + 8*len([]rune(words))
		d.rect(x-width/2, y-9, width, 18, 9, "1.5")
		d.text(x, y+5, words, true)
	}
}
