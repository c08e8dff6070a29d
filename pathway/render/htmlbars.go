package render

import (
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// The measures of a chart, in pixels.
const (
	rowsOfChart = 4
	rowsOfAxis  = 12
	rowHeight   = 44
	barTop      = 24 // within a row
	barHeight   = 14
	axisHeight  = 30
)

// chart draws some of the rows.
func (g *gantt) chart(from, to int) web.Node {
	axis := 0
	if from%rowsOfAxis == 0 {
		axis = g.axisHeight()
	}
	height := axis + (to-from)*rowHeight
	said := make([]string, 0, to-from)
	var lines, rows, heads []web.Node
	for at := from; at < to; at++ {
		top := axis + (at-from)*rowHeight
		line, head := g.arrows(at, top)
		said, lines, rows, heads = append(said, g.rows[at].said), append(lines, line), append(rows, g.row(at, top)), append(heads, head)
	}
	return web.El("svg", web.Attr("role", "img"), web.Attr("width", "100%"), web.Attr("height", strconv.Itoa(height)), web.Attr("display", "block"), web.Attr("overflow", "visible"),
		web.Attr("direction", "ltr"), web.Attr("font-size", "13"),
		web.El("title", web.Text(g.h.say("plan.chart", "n", to-from))), web.El("desc", web.Text(strings.Join(said, "; "))),
		g.grid(axis, height), web.List(lines...), web.List(rows...), web.List(heads...))
}

func (g *gantt) axisHeight() int {
	if g.dates {
		return axisHeight + 14
	}
	return axisHeight
}

// place is how far to the right a week begins, with room for arrows at both ends.
func (g *gantt) place(week int) string {
	const margin = 1.5 // per cent
	return strconv.FormatFloat(margin+(100-2*margin)*float64(week)/float64(g.weeks), 'f', 2, 64) + "%"
}

// grid is upright lines and, where there is room above them, their weeks, and their days
// where there are any.
func (g *gantt) grid(axis, height int) web.Node {
	var parts []web.Node
	step := g.step()
	for week := 0; week <= g.weeks; week += step {
		x := g.place(week)
		parts = append(parts, web.El("line", web.Attr("x1", x), web.Attr("x2", x), web.Attr("y1", strconv.Itoa(max(axis-6, 0))), web.Attr("y2", strconv.Itoa(height)), web.Attr("stroke", "var(--hair)")))
		if axis == 0 || week > 0 && (g.weeks-week)*narrowest < g.wordWidth()*g.weeks {
			continue // no room for words
		}
		parts = append(parts, tick(x, 20, g.h.say("plan.week", "n", week+1)))
		if g.dates {
			parts = append(parts, tick(x, 34, g.h.p.Start.AddDays(7*week).String()))
		}
	}
	return web.El("g", parts...)
}

func tick(x string, y int, words string) web.Node {
	return web.El("text", web.Attr("x", x), web.Attr("y", strconv.Itoa(y)), web.Attr("fill", "var(--muted)"), web.Text(words))
}

// row is a course: its title, its weeks, and its bar below.
func (g *gantt) row(at, top int) web.Node {
	r := &g.rows[at]
	y, middle := strconv.Itoa(top+barTop), strconv.Itoa(top+barTop+barHeight/2)
	fill := web.Attr("fill", "url(#h-"+strings.TrimPrefix(r.mark.Class(), "m-")+")")
	bar := web.El("rect", web.Attr("x", g.place(r.from)), web.Attr("y", y), web.Attr("width", g.wide(r)), web.Attr("height", strconv.Itoa(barHeight)), web.Attr("rx", "3"), web.Attr("stroke", "currentColor"), fill)
	if r.from == r.to { // no time at all: a point
		bar = web.El("circle", web.Attr("cx", g.place(r.from)), web.Attr("cy", middle), web.Attr("r", "6"), web.Attr("stroke", "currentColor"), fill)
	}
	line := strconv.Itoa(top + 14)
	return web.El("g", web.Class(r.mark.Class()), web.El("title", web.Text(r.said)),
		web.El("svg", web.Attr("x", "0"), web.Attr("y", strconv.Itoa(top)), web.Attr("width", g.room), web.Attr("height", "20"),
			web.El("text", web.Attr("x", "2"), web.Attr("y", "14"), web.Attr("fill", "var(--text)"), halo(), web.Text(shortenedTitle(r.title)))),
		web.El("text", web.Attr("x", "100%"), web.Attr("y", line), web.Attr("text-anchor", "end"), web.Attr("fill", "var(--muted)"), halo(), web.Text(r.period)),
		bar)
}

// halo keeps lines off letters.
func halo() web.Node {
	return web.List(web.Attr("stroke", "var(--paper)"), web.Attr("stroke-width", "4"), web.Attr("paint-order", "stroke"), web.Attr("stroke-linejoin", "round"))
}

func (g *gantt) wide(r *ganttRow) string {
	return strconv.FormatFloat(97*float64(r.to-r.from)/float64(g.weeks), 'f', 2, 64) + "%"
}

// shortenedTitle: what goes beyond the widest screen is not drawn.
func shortenedTitle(title string) string {
	const most = 120
	if runes := []rune(title); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return title
}

// arrows lead to a row from those of the rows right above that it builds on; longer ones
// would be a thicket, and the table has them all. They are lines and their heads.
func (g *gantt) arrows(at, top int) (lines, heads web.Node) {
	const longest = 5 // rows
	var drawn, tips []web.Node
	for _, first := range g.before[at] {
		if at-first > longest {
			continue
		}
		x, end := g.place(g.rows[first].to), g.place(g.rows[at].from)
		from, to := top+(first-at)*rowHeight+barTop+barHeight, top+barTop
		if first/rowsOfAxis != at/rowsOfAxis {
			from -= g.axisHeight()
		}
		if g.rows[first].to < g.rows[at].from {
			to += barHeight / 2
			drawn, tips = append(drawn, stroke(x, x, from, to), stroke(x, end, to, to)), append(tips, tip(end, to, "M0 0l-7-4v8z"))
		} else {
			drawn, tips = append(drawn, stroke(x, x, from, to)), append(tips, tip(x, to, "M0 0l-4-7h8z"))
		}
	}
	return web.List(drawn...), web.List(tips...)
}

func stroke(x1, x2 string, y1, y2 int) web.Node {
	return web.El("line", web.Attr("x1", x1), web.Attr("x2", x2), web.Attr("y1", strconv.Itoa(y1)), web.Attr("y2", strconv.Itoa(y2)), web.Attr("stroke", "var(--muted)"), web.Attr("stroke-width", "1.5"))
}

// tip is the head of an arrow, drawn from its point.
func tip(x string, y int, shape string) web.Node {
	return web.El("svg", web.Attr("x", x), web.Attr("y", strconv.Itoa(y)), web.Attr("overflow", "visible"), web.Attr("width", "1"), web.Attr("height", "1"),
		web.El("path", web.Attr("d", shape), web.Attr("fill", "var(--muted)")))
}
