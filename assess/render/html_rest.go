package render

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// gates are a table of states: no gate is a matter of points.
func (h *html) gates() web.Section {
	if len(h.r.Gates) == 0 {
		return web.Section{}
	}
	rows := make([][]web.Node, len(h.r.Gates))
	for i, g := range h.r.Gates {
		rows[i] = []web.Node{web.Name(string(g.Gate)), web.Text(h.Phase(g.Phase)), web.Badge(gateMark(g.State), h.GateState(g.State)), web.Text(h.Due(g, h.r.AsOf)), web.Isolated(h.gateNote(h.r, g))}
	}
	return h.section("gates", "gates.title", paragraph(h.say("page.gates.words")), web.Table{Caption: h.say("gates.title"), Hidden: true, Rows: rows,
		Columns: []web.Column{{Name: h.say("page.gate")}, {Name: h.say("page.gate.when")}, {Name: h.say("page.gate.state")},
			{Name: h.say("page.gate.due")}, {Name: h.say("page.gate.note")}}}.Node())
}

func gateMark(s assess.GateState) web.Mark {
	switch s {
	case assess.GateMet:
		return web.MarkFull
	case assess.GateNotMet:
		return web.MarkShort
	}
	return web.MarkOpen
}

// next is what to assess first, each leading to its requirement.
func (h *html) next() web.Section {
	const most = 8
	open := undecided(h.r)
	if len(open) == 0 {
		return web.Section{}
	}
	more := len(open) - most
	return h.section("next", "page.next", paragraph(h.say("page.next.words")),
		web.El("ol", web.Each(open[:min(len(open), most)], func(g *assess.Gap) web.Node {
			return web.El("li", h.link(g), web.Text(" "), web.Prose("span", g.Text))
		})),
		web.If(more > 0, paragraph(h.say("next.more", "n", more))))
}

func (h *html) duties() web.Section {
	duties := h.r.Duties
	switch {
	case len(duties) == 0:
		return web.Section{}
	case !slices.ContainsFunc(duties, mapped):
		return h.section("duties", "duties.title", paragraph(h.say("duties.unmapped", "n", len(duties))))
	}
	rows := make([][]web.Node, len(duties))
	for i := range duties {
		rows[i] = h.dutyRow(&duties[i])
	}
	return h.section("duties", "duties.title", web.Table{Caption: h.say("duties.title"), Hidden: true, Rows: rows, Sort: true,
		Columns: []web.Column{{Name: h.say("page.duty")}, {Name: h.say("page.duty.what")}, {Name: h.say("page.duty.met")}, {Name: h.say("page.duty.assured")}}}.Node())
}

func (h *html) dutyRow(d *assess.DutyReadiness) []web.Node {
	label, shown, share := dutyLabel(d), strings.Join(strings.Fields(h.dutyShown(d)), " "), h.Percent(d.Assured)
	var bar web.Node
	if mapped(*d) {
		chart := web.Bar(h.say("page.duty.chart", "duty", label, "share", share), strictjson.Round6(d.Assured), web.MarkFull)
		bar = web.Sorted(strictjson.Round6(d.Assured), web.List(chart, web.Text(share)))
	}
	return []web.Node{web.Name(label), web.Prose("span", d.Text), web.Sorted(float64(d.Met), web.Text(shown)), bar}
}

func (h *html) findings() web.Section {
	if len(h.r.Findings) == 0 {
		return web.Section{}
	}
	said := make([]string, len(h.r.Findings))
	for i, f := range h.r.Findings {
		said[i] = h.Finding(f, h.label)
	}
	return h.section("check", "findings.title", sentences(said))
}

// rights is what a person may dispute, correct or have a person decide.
func (h *html) rights() web.Section {
	var said []string
	for _, what := range []string{"decides", "see", "correct", "add", "dispute", "human"} {
		said = append(said, h.say("page.rights."+what))
	}
	return h.section("rights", "page.rights", sentences(said))
}
