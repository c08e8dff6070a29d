package render

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
)

// when is the courses on a line of weeks. The chart is as wide as the screen and its
// letters are of one size everywhere, so it is drawn in shares of the width and in pixels
// of the height. It is several pictures, one right below the other, so that it can go on
// from one page to the next; some begin with the weeks.
func (h *planHTML) when() web.Section {
	if len(h.p.Steps) == 0 {
		return web.Section{}
	}
	g := newGantt(h)
	charts := make([]web.Node, 0, 1+len(g.rows)/rowsOfChart)
	for from := 0; from < len(g.rows); from += rowsOfChart {
		charts = append(charts, g.chart(from, min(from+rowsOfChart, len(g.rows))))
	}
	s := h.section("when", "plan.when", web.El("p", web.Text(h.say("plan.when.words"))), g.key(), web.List(charts...))
	s.Wide = true
	return s
}

// gantt is the courses as bars.
type gantt struct {
	h      *planHTML
	rows   []ganttRow
	weeks  int
	dates  bool
	room   string  // for titles
	before [][]int // the rows that come first, for each
}

type ganttRow struct {
	from, to int // weeks
	mark     web.Mark
	said     string // all that the bar says
	title    string
	period   string
}

func newGantt(h *planHTML) *gantt {
	before := h.before()
	order := inChains(before)
	g := &gantt{h: h, weeks: 1, dates: h.p.Start != 0, before: make([][]int, len(order))}
	for row, i := range order {
		s := h.p.Steps[i]
		mark := web.MarkOutside
		if len(s.Closes) > 0 {
			mark = web.MarkFull
		}
		title := h.words.Number(i+1) + ". " + orElse(s.Title, s.Course)
		g.rows = append(g.rows, ganttRow{max(s.StartWeek, 0), max(s.EndWeek, s.StartWeek, 0), mark, title + ": " + h.period(s), title, h.period(s)})
		g.weeks = max(g.weeks, s.EndWeek)
		for _, first := range before[i] {
			g.before[row] = append(g.before[row], slices.Index(order, first))
		}
	}
	g.room = g.roomForTitles()
	return g
}

// inChains orders steps so that what builds on a step stands as near below it as can be:
// each is followed by those that then have all they build on above them.
func inChains(before [][]int) (order []int) {
	placed := make([]bool, len(before))
	var place func(at int)
	place = func(at int) {
		placed[at] = true
		order = append(order, at)
		for next := at + 1; next < len(before); next++ {
			if !placed[next] && slices.Contains(before[next], at) && !slices.ContainsFunc(before[next], func(first int) bool { return !placed[first] }) {
				place(next)
			}
		}
	}
	for at := range before {
		if !placed[at] && !slices.ContainsFunc(before[at], func(first int) bool { return !placed[first] }) {
			place(at)
		}
	}
	return order
}

// before lists for each step the earlier ones that it builds on.
func (h *planHTML) before() [][]int {
	list := make([][]int, len(h.p.Steps))
	for i, s := range h.p.Steps {
		for _, r := range s.Because {
			if r.Code != pathway.SuppliesLevel && r.Code != pathway.SuppliesCredential && r.Code != pathway.ComesBefore {
				continue
			}
			if to, here := h.place[firstRef(r)]; here && to > i && !slices.Contains(list[to], i) {
				list[to] = append(list[to], i)
			}
		}
	}
	return list
}

// key says what the bars and lines mean.
func (g *gantt) key() web.Node {
	return web.El("ul", web.Class("key"),
		web.El("li", web.Badge(web.MarkFull, g.h.say("plan.key.closes"))),
		web.El("li", web.Badge(web.MarkOutside, g.h.say("plan.key.helps"))),
		web.If(slices.ContainsFunc(g.before, func(list []int) bool { return len(list) > 0 }), web.El("li", web.Text("→ "+g.h.say("plan.key.after")))))
}
