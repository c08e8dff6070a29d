package render

import (
	"io"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
)

// PlanHTML writes a plan as a page that stands by itself: it loads nothing, reads without
// a script, and prints. What it comes to stands first, then what to find out before
// anything is bought, when each course takes place and what it is for, and what stays
// open. r is the report that the plan was made for; nil: statements are called by their
// IDs. The only errors are those of w.
func PlanHTML(w io.Writer, r *assess.Report, p *pathway.Plan, o reports.HTMLOptions) error {
	h := newPlanHTML(r, p, o)
	title := h.say("plan.title", "worker", h.subject(), "role", apart(orElse(h.r.Role.Title, string(p.Role))))
	page := &web.Document{Words: h.words, Title: together(title), Heading: []web.Node{web.Isolated(title)}, Sections: h.sections(), Assets: o.Assets, Contents: true}
	if len(p.Steps)+len(p.AssessFirst)+len(p.Left) == 0 {
		page.Lead = []web.Node{web.El("p", web.Text(h.say("plan.nothing")))}
	}
	return page.Write(w)
}

// PlanSections are the parts of a plan's page, for a page that holds more than a plan:
// they can stand below those of the report (see [reports.Document]). A part with nothing
// to say has no body.
func PlanSections(r *assess.Report, p *pathway.Plan, o reports.HTMLOptions) []web.Section {
	return newPlanHTML(r, p, o).sections()
}

// planHTML is a plan on its way to a page.
type planHTML struct {
	planVoice
	r     *assess.Report
	p     *pathway.Plan
	gaps  map[string]*assess.Gap
	place map[string]int // of a course among the steps
}

func newPlanHTML(r *assess.Report, p *pathway.Plan, o reports.HTMLOptions) *planHTML {
	if r == nil {
		r = &assess.Report{}
	}
	h := &planHTML{planVoice: newPlanVoice(o.Words), r: r, p: p, gaps: map[string]*assess.Gap{}, place: map[string]int{}}
	for i := range r.Gaps {
		h.gaps[string(r.Gaps[i].Statement)] = &r.Gaps[i]
	}
	for i, s := range p.Steps {
		h.place[s.Course] = i
	}
	return h
}

func (h *planHTML) sections() []web.Section {
	return []web.Section{h.total(), h.first(), h.when(), h.steps(), h.open(), h.gates(), h.taught(), h.runsOut(), h.provided(), h.bill()}
}

func (h *planHTML) section(id, key string, body ...web.Node) web.Section {
	return web.Section{ID: "plan-" + id, Title: h.say(key), Body: body}
}

func (h *planHTML) subject() string {
	if h.p.Worker == "" {
		return h.say("page.worker")
	}
	return apart(h.p.Worker)
}

// label is what people call a statement: its code, or its ID.
func (h *planHTML) label(id string) string {
	if g := h.gaps[id]; g != nil {
		return reports.Label(g)
	}
	return id
}

func (h *planHTML) labels(ids []ksb.StatementID) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = apart(h.label(string(id)))
	}
	return names
}

// statement is the label of a statement and its text.
func (h *planHTML) statement(id ksb.StatementID) web.Node {
	label := web.El("strong", web.Name(h.label(string(id))))
	if g := h.gaps[string(id)]; g != nil && g.Text != "" {
		return web.List(label, web.Text(" "), web.Prose("span", g.Text))
	}
	return label
}

// title is the title of a course, or its ID.
func (h *planHTML) title(course string) string {
	if at, here := h.place[course]; here {
		return orElse(h.p.Steps[at].Title, course)
	}
	return course
}

func stepAnchor(at int) string { return "plan-step-" + strconv.Itoa(at+1) }

// stepLink leads to a step, by its number.
func (h *planHTML) stepLink(at int) web.Node {
	return web.El("a", web.Href("#"+stepAnchor(at)), web.Text(h.words.Number(at+1)+". "), web.Name(h.title(h.p.Steps[at].Course)))
}

func sentence(words string) web.Node { return web.El("p", web.Isolated(words)) }
