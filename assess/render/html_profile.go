package render

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// profile draws what is shown against what is asked for, by kind and in natural order.
func (h *html) profile() web.Section {
	if len(h.r.Gaps) == 0 {
		return web.Section{}
	}
	body := []web.Node{paragraph(h.say("page.profile.words")), h.key()}
	for _, k := range []ksb.Kind{ksb.Knowledge, ksb.Skill, ksb.Behaviour, 0} {
		if gaps := h.ofKind(k); len(gaps) > 0 {
			body = append(body, h.strips(k, gaps))
		}
	}
	return h.section("profile", "page.profile", append(body, web.Fold(false, web.Text(h.say("page.profile.table")), h.profileTable()))...)
}

// key names the symbols that occur.
func (h *html) key() web.Node {
	list, _ := tallies(h.r)
	return web.El("ul", web.Class("key"), web.Each(list, func(t tally) web.Node { return web.El("li", h.badge(t.status)) }))
}

func (h *html) ofKind(k ksb.Kind) (gaps []*assess.Gap) {
	for i := range h.r.Gaps {
		if g := &h.r.Gaps[i]; g.Kind == k || k == 0 && g.Kind > ksb.Behaviour {
			gaps = append(gaps, g)
		}
	}
	slices.SortStableFunc(gaps, byLabel)
	return gaps
}

func byLabel(a, b *assess.Gap) int { return ksb.CompareCodes(Label(a), Label(b)) }

func (h *html) strips(k ksb.Kind, gaps []*assess.Gap) web.Node {
	tiles, met := make([]web.Tile, len(gaps)), 0
	for i, g := range gaps {
		tiles[i] = web.Tile{Label: Label(g), Said: h.Status(g.Status), Mark: mark(g.Status), Reach: h.reach(g)}
		if g.Status == assess.Met {
			met++
		}
	}
	return web.List(web.El("h3", web.Text(h.say("page.profile.kind", "kind", h.Kind(k), "met", met, "n", len(gaps)))), web.Strips(h.Kind(k), tiles))
}

// reach is the share of the required level that is shown.
func (h *html) reach(g *assess.Gap) float64 {
	switch {
	case g.Status == assess.Met:
		return 1
	case g.Level == 0:
		return 0
	}
	return float64(h.held[g.Statement]) / float64(g.Level)
}

func (h *html) profileTable() web.Node {
	var rows [][]web.Node
	for _, k := range []ksb.Kind{ksb.Knowledge, ksb.Skill, ksb.Behaviour, 0} {
		for _, g := range h.ofKind(k) {
			rows = append(rows, []web.Node{h.link(g), web.Text(h.Kind(k)), web.Isolated(h.Level(g, g.Level)), web.Isolated(h.heldLevel(g)), h.word(g.Status)})
		}
	}
	return web.Table{Caption: h.say("page.profile.caption"), Rows: rows, Sort: true, Columns: []web.Column{
		{Name: h.say("page.code")}, {Name: h.say("page.kind")}, {Name: h.say("page.asked")}, {Name: h.say("page.shown")}, {Name: h.say("page.stands")}}}.Node()
}

func (h *html) word(s assess.Status) web.Node {
	return web.El("span", web.Class(mark(s).Class()), web.Text(h.Status(s)))
}

func (h *html) heldLevel(g *assess.Gap) string {
	held := h.held[g.Statement]
	if held == 0 {
		return h.say("page.nothing")
	}
	return h.Level(g, held)
}
