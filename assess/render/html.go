package render

import (
	"io"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// HTMLOptions are the choices of a page. The zero value is English, in one file that
// needs nothing else.
type HTMLOptions struct {
	Words  *wording.Words // nil: English
	Assets web.Assets     // where the style sheet and the script are
}

// HTML writes a report as a page that stands by itself: it loads nothing, reads without
// a script, and prints. To print it as PDF, use the print command of any browser.
// Everything that [Text] says is there; besides, each requirement opens to the evidence
// about it. The estimate is shown as a range, and no point of it. The only errors are
// those of w.
func HTML(w io.Writer, r *assess.Report, o HTMLOptions) error { return Document(r, o).Write(w) }

// Document is the page that [HTML] writes, for a writer that adds sections of its own.
func Document(r *assess.Report, o HTMLOptions) *web.Document {
	h := newHTML(r, o)
	title := h.say("page.heading", "worker", h.subject(), "role", h.name(roleTitle(r)))
	return &web.Document{
		Words: h.words, Title: bare(title), Heading: []web.Node{web.Isolated(title)},
		Lead:     []web.Node{web.El("p", web.Class("lead"), web.Isolated(h.lead()))},
		Sections: h.sections(), Assets: o.Assets, Contents: true,
	}
}

// Sections are the parts of a report's page, for a page that holds more than a report:
// what is shown in sum, the profile, the gaps, and the rest down to what a person may do
// about it. A part with nothing to say has no body.
func Sections(r *assess.Report, o HTMLOptions) []web.Section { return newHTML(r, o).sections() }

// html is a report on its way to a page.
type html struct {
	Voice
	r       *assess.Report
	held    map[ksb.StatementID]ksb.Level
	label   func(string) string
	duty    map[ksb.DutyID]string
	places  map[*assess.Gap]int // of a gap in the report
	missing float64             // the sum of all shares
	most    float64             // the greatest of them
	columns []web.Column        // of a table of evidence
}

func newHTML(r *assess.Report, o HTMLOptions) *html {
	h := &html{Voice: NewVoice(o.Words), r: r, held: Held(r), label: Labels(r), duty: map[ksb.DutyID]string{}, places: map[*assess.Gap]int{}}
	h.apart = true
	h.columns = h.evidenceColumns()
	for i := range r.Duties {
		h.duty[r.Duties[i].Duty] = dutyLabel(&r.Duties[i])
	}
	for i := range r.Gaps {
		g := &r.Gaps[i]
		h.places[g] = i + 1
		h.missing += strictjson.Round6(g.Share) // a stored report has no more digits
		h.most = max(h.most, strictjson.Round6(g.Share))
	}
	return h
}

func (h *html) sections() []web.Section {
	all := sorted(h.r)
	return []web.Section{
		h.glance(), h.profile(), h.gaps(all.open), h.decided(all.decided), h.met(all.met), h.carriedOver(),
		h.gates(), h.next(), h.duties(), h.findings(), h.basis(), h.rights(),
	}
}

func (h *html) section(id, key string, body ...web.Node) web.Section {
	return web.Section{ID: id, Title: h.say(key), Body: body}
}

func (h *html) subject() string {
	if h.r.Worker == "" {
		return h.say("page.worker")
	}
	return h.name(h.r.Worker)
}

func roleTitle(r *assess.Report) string {
	if r.Role.Title == "" {
		return string(r.Role.ID)
	}
	return r.Role.Title
}

func (h *html) lead() string {
	if h.r.Role.Edition == "" {
		return h.say("page.lead", "day", h.asOf(h.r))
	}
	return h.say("page.lead-edition", "edition", h.name(h.r.Role.Edition), "day", h.asOf(h.r))
}

// anchor is what a link to a gap leads to.
func (h *html) anchor(g *assess.Gap) string { return "gap-" + strconv.Itoa(h.places[g]) }

// link is the label of a gap, leading to it.
func (h *html) link(g *assess.Gap) web.Node {
	return web.El("a", web.Href("#"+h.anchor(g)), web.Name(Label(g)))
}

// mark is the look of a status.
func mark(s assess.Status) web.Mark {
	switch s {
	case assess.Met:
		return web.MarkFull
	case assess.Contested:
		return web.MarkSplit
	case assess.Expired:
		return web.MarkLapsed
	case assess.BelowLevel:
		return web.MarkShort
	case assess.Uncertain:
		return web.MarkUnsure
	case assess.NotApplicable:
		return web.MarkOutside
	}
	return web.MarkOpen
}

func (h *html) badge(s assess.Status) web.Node { return web.Badge(mark(s), h.Status(s)) }

func sentences(said []string) web.Node {
	return web.El("ul", web.Each(said, func(s string) web.Node { return web.El("li", web.Isolated(s)) }))
}

func paragraph(s string) web.Node { return web.El("p", web.Isolated(s)) }
