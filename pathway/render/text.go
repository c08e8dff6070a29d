package render

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// Text writes a plan for a manager: 80 columns, no colour, plain English. What to find
// out comes first, then the courses, what they come to, what stays open and how sure
// the plan is. r is the report that the plan was made for; nil: statements are called
// by their IDs. The only errors are those of w.
func Text(w io.Writer, r *assess.Report, p *pathway.Plan) error { return Options{}.Text(w, r, p) }

// Text is [Text] with choices.
func (o Options) Text(w io.Writer, r *assess.Report, p *pathway.Plan) error {
	t := o.text(r, p)
	before, after := t.sections()
	t.headline()
	for _, s := range before {
		t.onPage(s)
	}
	t.steps()
	for _, s := range after {
		t.onPage(s)
	}
	return t.Flush(w)
}

// text is a plan on its way to a page.
type text struct {
	planVoice
	reports.Page
	r     *assess.Report
	p     *pathway.Plan
	label func(id string) string
}

func (o Options) text(r *assess.Report, p *pathway.Plan) *text {
	if r == nil {
		r = &assess.Report{}
	}
	return &text{planVoice: newPlanVoice(o.Words), r: r, p: p, label: reports.Labels(r)}
}

func (t *text) headline() {
	t.Heading(t.say("plan.title", "worker", t.worker(), "role", t.role()))
	if t.nothing() {
		t.Item("", t.say("plan.nothing"))
	}
}

func (t *text) worker() string { return orElse(t.p.Worker, t.say("page.worker")) }

func (t *text) role() string { return orElse(t.r.Role.Title, string(t.p.Role)) }

// nothing: there is nothing to do.
func (t *text) nothing() bool { return len(t.p.Steps)+len(t.p.AssessFirst)+len(t.p.Left) == 0 }

// wording is the text of a statement, "" if the report does not have it.
func (t *text) wording(id ksb.StatementID) string {
	if g := t.gap(id); g != nil {
		return g.Text
	}
	return ""
}

func (t *text) gap(id ksb.StatementID) *assess.Gap {
	for i := range t.r.Gaps {
		if t.r.Gaps[i].Statement == id {
			return &t.r.Gaps[i]
		}
	}
	return nil
}

func (t *text) steps() {
	if len(t.p.Steps) == 0 {
		return
	}
	t.Heading(t.say("plan.steps"))
	for i, s := range t.p.Steps {
		t.Item(fmt.Sprintf("%3s. ", t.words.Number(i+1)), titleOf(s)+": "+t.when(s))
		t.Item("     ", t.why(s))
	}
}

// titleOf is the title of a course and its ID.
func titleOf(s pathway.Step) string {
	if s.Title == "" {
		return s.Course
	}
	return s.Title + " [" + s.Course + "]"
}

// when says in which weeks a step takes place, and from which day where it is tied to one.
func (t *text) when(s pathway.Step) string {
	if s.Begins == 0 {
		return t.period(s)
	}
	return t.commas([]string{t.period(s), t.say("plan.from", "day", s.Begins.String())})
}

func (t *text) leftWords(l pathway.Left) string {
	switch key := "plan.text.left." + string(l.Reason); {
	case l.Reason == pathway.Blocked:
		return t.blocked(l.Refs)
	case t.words.Has(key):
		return t.say(key)
	}
	return string(l.Reason) + "."
}

func (t *text) labels(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.label(id)
	}
	return t.commas(names)
}
