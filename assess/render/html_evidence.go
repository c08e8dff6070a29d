package render

import (
	"math"
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// evidence is what was looked at, by day and source, and what each piece added.
func (h *html) evidence(g *assess.Gap) web.Node {
	switch {
	case len(g.Parts) == 0 && has(g, "no-evidence"):
		return web.Node{} // the reasons say so
	case len(g.Parts) == 0:
		return paragraph(h.say("page.evidence.none"))
	}
	parts := slices.Clone(g.Parts)
	slices.SortStableFunc(parts, func(a, b assess.Part) int { return int(a.At) - int(b.At) })
	rows := make([][]web.Node, len(parts))
	for i := range parts {
		rows[i] = h.piece(&parts[i])
	}
	return web.Table{Caption: h.say("page.evidence"), Rows: rows, Columns: h.columns}.Node()
}

// evidenceColumns are those of every table of evidence.
func (v Voice) evidenceColumns() []web.Column {
	return []web.Column{{Name: v.say("page.evidence.day")}, {Name: v.say("page.evidence.what")}, {Name: v.say("page.evidence.from")},
		{Name: v.say("page.evidence.sides")}, {Name: v.say("page.evidence.adds")}}
}

func (h *html) piece(p *assess.Part) []web.Node {
	return []web.Node{
		web.Day(h.words, p.At),
		web.List(web.Name(p.Evidence), web.Text(" "+h.EvidenceKind(p.Kind)), h.notes(p)),
		h.from(p),
		web.Text(h.say("page.evidence.for-against", "for", amount(p.For), "against", amount(p.Against))),
		web.Text(h.adds(p)),
	}
}

// notes says until when a piece is valid, and about what it is, where that is another
// statement.
func (h *html) notes(p *assess.Part) web.Node {
	note := func(s string) web.Node { return web.El("div", web.Class("small"), web.Isolated(s)) }
	return web.List(
		web.If(p.Until != 0, note(h.say("page.evidence.until", "day", h.day(p.Until)))),
		web.If(p.Inferred != "", note(h.say("page.evidence.inferred", "label", h.name(h.label(string(p.Inferred)))))),
		web.If(p.Carried != nil, note(h.Carried(*p))))
}

func (h *html) from(p *assess.Part) web.Node {
	by := web.Text(h.say("page.evidence.nobody"))
	if p.By != "" {
		by = web.Name(p.By)
	}
	return web.List(by, web.If(p.As != "", web.El("div", web.Class("small"), web.Text(h.Party(p.As)))))
}

// adds says by how many points a piece has moved the probability.
func (h *html) adds(p *assess.Part) string {
	if p.Until != 0 && p.Until < h.r.AsOf && p.For == 0 && p.Against == 0 {
		return h.say("page.evidence.lapsed")
	}
	switch points := int(math.Round(100 * strictjson.Round6(p.Delta))); {
	case points > 0:
		return h.say("page.evidence.more", "n", points)
	case points < 0:
		return h.say("page.evidence.less", "n", -points)
	}
	return h.say("page.evidence.same")
}

// amount is a quantity of evidence to a tenth.
func amount(x float64) string {
	return strconv.FormatFloat(math.Round(strictjson.Round6(x)*10)/10, 'f', -1, 64)
}

// carriedOver lists what counts though it is about another statement.
func (h *html) carriedOver() web.Section {
	var said []web.Node
	for i := range h.r.Gaps {
		for _, p := range h.r.Gaps[i].Parts {
			if p.Carried != nil {
				said = append(said, web.El("li", h.link(&h.r.Gaps[i]), web.Text(" "), web.Isolated(h.Carried(p))))
			}
		}
	}
	if len(said) == 0 {
		return web.Section{}
	}
	return h.section("carried", "carried.title", web.El("ul", said...))
}
