package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// Text writes a plan for a manager: 80 columns, no colour, plain English. What to find
// out comes first, then the courses, what they come to, what stays open and how sure
// the plan is. r is the report that the plan was made for; nil: statements are called
// by their IDs. The only errors are those of w.
func Text(w io.Writer, r *assess.Report, p *pathway.Plan) error {
	if r == nil {
		r = &assess.Report{}
	}
	t := &text{r: r, p: p, label: reports.Labels(r)}
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
	reports.Page
	r     *assess.Report
	p     *pathway.Plan
	label func(id string) string
}

func (t *text) headline() {
	worker, role := t.p.Worker, t.r.Role.Title
	if worker == "" {
		worker = "this worker"
	}
	if role == "" {
		role = string(t.p.Role)
	}
	t.Heading("Training plan for " + worker + ": " + role)
	if len(t.p.Steps)+len(t.p.AssessFirst)+len(t.p.Left) == 0 {
		t.Item("", "There is nothing to do: the report shows no gap.")
	}
}

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
	t.Heading("Courses")
	for i, s := range t.p.Steps {
		t.Item(fmt.Sprintf("%3d. ", i+1), titleOf(s)+": "+weeksOf(s)+begins(s))
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

// weeksOf says when a step takes place, counting weeks from 1.
func weeksOf(s pathway.Step) string {
	switch s.EndWeek - s.StartWeek {
	case 0:
		if s.StartWeek == 0 {
			return "at the start"
		}
		return fmt.Sprintf("after week %d", s.StartWeek)
	case 1:
		return fmt.Sprintf("week %d", s.EndWeek)
	}
	return fmt.Sprintf("weeks %d to %d", s.StartWeek+1, s.EndWeek)
}

// begins names the day on which a step begins, where it is tied to one.
func begins(s pathway.Step) string {
	if s.Begins == 0 {
		return ""
	}
	return ", from " + s.Begins.String()
}

func (t *text) leftWords(l pathway.Left) string {
	switch l.Reason {
	case pathway.NoCourse:
		return "no course teaches this to the level needed."
	case pathway.OverBudget:
		return "there is training for it, but not within the limits."
	case pathway.Blocked:
		return t.blocked(l.Refs)
	}
	return string(l.Reason) + "."
}

func (t *text) labels(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.label(id)
	}
	return strings.Join(names, ", ")
}
