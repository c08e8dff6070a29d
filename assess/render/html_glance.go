package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// glance is the answer, the three numbers, what is shown before what is guessed, and all
// requirements by where they stand.
func (h *html) glance() web.Section {
	return h.section("glance", "page.glance",
		web.El("p", web.Class("verdict"), web.Badge(h.verdictMark(), h.Verdict(h.r.Ready))),
		web.If(len(h.r.ReadyBecause) > 0, sentences(h.Causes(h.r))),
		web.El("ul", web.Class("cards"), h.shown(), h.looked(), h.estimate()),
		web.If(len(h.r.Gaps) > 0, h.split()))
}

func (h *html) verdictMark() web.Mark {
	switch h.r.Ready {
	case assess.Yes:
		return web.MarkFull
	case assess.No:
		return web.MarkShort
	}
	return web.MarkOpen
}

func (h *html) shown() web.Node {
	share := h.Percent(h.r.Assured)
	return card(h.say("report.shown"), share, web.Bar(h.say("page.shown.chart", "share", share), strictjson.Round6(h.r.Assured), web.MarkFull),
		h.say("report.shown.words", "met", h.r.Met, "of", h.r.Of, "share", share), h.scale())
}

func (h *html) looked() web.Node {
	share := h.Percent(h.r.Coverage)
	return card(h.say("report.looked"), share, web.Bar(h.say("page.looked.chart", "share", share), strictjson.Round6(h.r.Coverage), web.MarkOutside),
		h.say("report.looked.words", "share", share), h.scale())
}

func (h *html) estimate() web.Node {
	low, high := h.Percent(h.r.Low), h.Percent(h.r.High)
	what, look := h.say("page.range.guess"), web.MarkUnsure
	if strictjson.Round6(h.r.Coverage) == 0 {
		what, look = h.say("page.range.usual"), web.MarkOpen
	}
	chart := web.Interval(h.say("page.range.chart", "low", low, "high", high, "none", h.Percent(0), "all", h.Percent(1)), strictjson.Round6(h.r.Low), strictjson.Round6(h.r.High), look)
	return card(h.say("report.estimate"), h.say("page.range", "low", low, "high", high), chart, what, h.scale())
}

// scale is the axis under a bar.
func (h *html) scale() web.Node {
	tick := func(x float64) web.Node { return web.El("span", web.Text(h.Percent(x))) }
	return web.El("p", web.Class("scale"), web.Attr("aria-hidden", "true"), tick(0), tick(0.5), tick(1))
}

func card(name, figure string, chart web.Node, words string, scale web.Node) web.Node {
	return web.El("li", web.Class("card"), web.El("h3", web.Text(name)), web.El("p", web.Class("big"), web.Text(figure)), chart, scale, paragraph(words))
}

// tally is how many requirements have a status, and how much of the role they are.
type tally struct {
	status     assess.Status
	n          int
	importance float64
}

// tallies are those of all statuses that occur, the met first, then the others in the
// order of how much is known.
func tallies(r *assess.Report) (list []tally, importance float64) {
	for _, s := range []assess.Status{assess.Met, assess.Uncertain, assess.Contested, assess.Expired, assess.BelowLevel, assess.NotEvidenced, assess.NotApplicable} {
		t := tally{status: s}
		for i := range r.Gaps {
			if g := &r.Gaps[i]; g.Status == s {
				t.n++
				t.importance += strictjson.Round6(g.Importance)
			}
		}
		importance += t.importance
		if t.n > 0 {
			list = append(list, t)
		}
	}
	return list, importance
}

// split is the same as a bar and as a table.
func (h *html) split() web.Node {
	list, importance := tallies(h.r)
	slices, rows, said := make([]web.Slice, len(list)), make([][]web.Node, len(list)), make([]string, len(list))
	for i, t := range list {
		share := ratio(t.importance, importance)
		slices[i] = web.Slice{Name: h.Status(t.status), Mark: mark(t.status), Share: float64(t.n) / float64(len(h.r.Gaps))}
		said[i] = h.say("page.split.part", "n", t.n, "status", h.Status(t.status))
		rows[i] = []web.Node{h.badge(t.status), web.Text(h.words.Number(t.n)), web.Text(h.Percent(share))}
	}
	title := h.say("page.split", "n", len(h.r.Gaps))
	return web.List(
		web.El("h3", web.Text(title)),
		web.Stack(h.say("page.split.chart", "parts", strings.Join(said, h.say("list.comma"))), slices),
		web.Table{Caption: title, Hidden: true, Rows: rows, Columns: []web.Column{
			{Name: h.say("page.stands")}, {Name: h.say("page.requirements"), Number: true}, {Name: h.say("page.share"), Number: true}}}.Node(),
		web.If(h.overruled() > 0, paragraph(h.say("page.split.decided", "n", h.overruled()))))
}

// overruled is how many requirements a person has decided: the three numbers do not
// count those decisions.
func (h *html) overruled() (n int) {
	for i := range h.r.Gaps {
		if h.r.Gaps[i].Override != nil {
			n++
		}
	}
	return n
}

func ratio(part, whole float64) float64 {
	if !(whole > 0) {
		return 0
	}
	return strictjson.Round6(strictjson.Round6(part) / whole)
}
