package render

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// gaps lists what is not shown in order of rank. Each line opens to its reasons and its
// evidence.
func (h *html) gaps(open []*assess.Gap) web.Section {
	if len(open) == 0 {
		return h.section("gaps", "gaps.title", paragraph(h.say("page.gaps.none")))
	}
	items := make([]web.Node, len(open))
	for i, g := range open {
		items[i] = h.item(g, i+1)
	}
	return h.section("gaps", "gaps.title", paragraph(h.say("page.gaps.words")), tools("gap-list"), listOf("ol", "gap-list", items))
}

// decided lists what people have overruled: the evidence is as it was.
func (h *html) decided(decided []*assess.Gap) web.Section {
	if len(decided) == 0 {
		return web.Section{}
	}
	return h.section("decided", "page.decided", paragraph(h.say("page.decided.words")), listOf("ul", "decided-list", h.items(decided)))
}

func (h *html) met(met []*assess.Gap) web.Section {
	if len(met) == 0 {
		return web.Section{}
	}
	met = slices.SortedStableFunc(slices.Values(met), byLabel)
	return h.section("met", "page.met", paragraph(h.say("page.met.words")), tools("met-list"), listOf("ul", "met-list", h.items(met)))
}

// tools is where the script puts its buttons for a list.
func tools(list string) web.Node {
	return web.El("div", web.Class("tools"), web.Attr("data-tools", list))
}

func listOf(ordered, id string, items []web.Node) web.Node {
	parts := append([]web.Node{web.ID(id), web.Class("gaps"), web.Attr("role", "list")}, items...)
	if ordered == "ol" {
		return web.El("ol", parts...)
	}
	return web.El("ul", parts...)
}

func (h *html) items(gaps []*assess.Gap) []web.Node {
	items := make([]web.Node, len(gaps))
	for i, g := range gaps {
		items[i] = h.item(g, 0)
	}
	return items
}

// item is one requirement; rank 0: it has none.
func (h *html) item(g *assess.Gap, rank int) web.Node {
	return web.El("li", web.Attr("data-mark", mark(g.Status).Class()), web.Attr("data-name", h.Status(g.Status)),
		web.El("details", web.ID(h.anchor(g)), web.El("summary", h.line(g, rank)), h.why(g, rank), h.evidence(g)))
}

// line is what stands there before a requirement is opened.
func (h *html) line(g *assess.Gap, rank int) web.Node {
	class := "gap-line"
	if rank == 0 {
		class = "gap-line plain"
	}
	return web.El("span", web.Class(class),
		web.If(rank > 0, web.El("span", web.Class("rank"), web.Text(h.words.Number(rank)))),
		web.El("span", web.Class("code"), web.Name(Label(g))),
		web.El("span", web.Class("what"), web.Prose("span", g.Text), web.El("span", web.Class("told"),
			h.badge(g.Status),
			web.If(g.Critical, web.El("span", web.Class("critical"), web.Text(h.say("gap.critical")))),
			web.If(g.Action != assess.None, web.El("span", web.Text(h.Action(g.Action)))))),
		web.If(rank > 0, h.much(g)))
}

// much is how much of all that is missing a gap makes up.
func (h *html) much(g *assess.Gap) web.Node {
	said := h.say("page.gap.part", "share", h.Percent(ratio(g.Share, h.missing)))
	return web.El("span", web.Class("much"), web.Bar(said, ratio(g.Share, h.most), mark(g.Status)),
		web.El("small", web.Text(said)))
}

func (h *html) why(g *assess.Gap, rank int) web.Node {
	facts := []web.Node{web.Text(h.say("page.gap.level")), web.Isolated(h.Level(g, g.Level))}
	if len(g.Duties) > 0 {
		facts = append(facts, web.Text(h.say("page.gap.duties")), web.Isolated(h.dutyNames(g.Duties)))
	}
	if g.TiedWithNext && rank > 0 {
		facts = append(facts, web.Text(h.say("page.gap.rank")), web.Text(h.say("page.gap.tied")))
	}
	if len(g.AtLeast) > 0 && len(g.Parts) > 0 { // before anybody has looked it says nothing of the person
		facts = append(facts, web.Text(h.say("page.gap.likely")), web.Isolated(h.likely(g)))
	}
	return web.List(sentences(h.Reasons(g, h.held[g.Statement])), web.Facts(facts...))
}

func (h *html) dutyNames(duties []ksb.DutyID) string {
	names := make([]string, len(duties))
	for i, d := range duties {
		names[i] = string(d)
		if label, known := h.duty[d]; known {
			names[i] = label
		}
	}
	return h.all(names)
}

// likely is how probable each level is.
func (h *html) likely(g *assess.Gap) string {
	said := make([]string, len(g.AtLeast))
	for k, q := range g.AtLeast {
		said[k] = h.say("page.gap.likely.level", "level", h.Level(g, ksb.Level(k+1)), "share", h.Percent(q))
	}
	return strings.Join(said, h.say("list.comma"))
}
