package render

import (
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// basis is what the report rests on, and the settings that its words stand for.
func (h *html) basis() web.Section {
	b := &h.r.Basis
	facts := []web.Node{
		h.term("page.basis.day"), web.Text(h.asOf(h.r)),
		h.term("page.basis.index"), web.Name(b.Index),
		h.term("page.basis.model"), web.Name(b.Model),
		h.term("page.basis.engine"), web.Name(b.Engine),
	}
	if b.Links != "" {
		facts = append(facts, h.term("page.basis.links"), web.Name(b.Links))
	}
	return h.section("basis", "basis.title", paragraph(h.say("page.basis.words")), web.Facts(facts...),
		web.Fold(false, web.Text(h.say("page.basis.settings")), h.settings(&b.Policy)))
}

func (h *html) term(key string) web.Node { return web.Text(h.say(key)) }

func (h *html) settings(p *assess.Policy) web.Node {
	share := func(x float64) web.Node { return web.Text(h.Percent(x)) }
	return web.List(
		web.Facts(
			h.term("page.basis.met"), share(p.Met), h.term("page.basis.critical"), share(p.MetCritical),
			h.term("page.basis.others"), share(p.NonSelfBelief), h.term("page.basis.contested"), share(p.Contested),
			h.term("page.basis.fades"), h.fades(p.HalfLifeDays)),
		web.Table{Caption: h.say("page.basis.weights"), Rows: h.trust(&p.Reliability),
			Columns: []web.Column{{Name: h.say("page.kind")}, {Name: h.say("page.basis.trust"), Number: true}}}.Node())
}

func (h *html) fades(days assess.HalfLives) web.Node {
	said := func(k ksb.Kind, n int) web.Node {
		return web.El("div", web.Text(h.say("page.basis.fades.days", "n", n, "kind", h.Kind(k))))
	}
	return web.List(said(ksb.Knowledge, days.Knowledge), said(ksb.Skill, days.Skill), said(ksb.Behaviour, days.Behaviour))
}

func (h *html) trust(r *assess.Reliability) (rows [][]web.Node) {
	for k := assess.Self; k <= assess.SignOff; k++ {
		rows = append(rows, []web.Node{web.Text(h.EvidenceKind(k)), web.Text(strconv.FormatFloat(r.Of(k), 'f', -1, 64))})
	}
	return rows
}
