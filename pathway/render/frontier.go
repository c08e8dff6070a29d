package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// FrontierText writes the plans of a frontier beside each other, in their order: what
// each costs, takes and lasts, how much it closes, and in which courses it differs from
// the first. whole tells whether no plan is missing. r is the report that they were made
// for; nil: the role goes without its title. The only errors are those of w.
func FrontierText(w io.Writer, r *assess.Report, plans []*pathway.Plan, whole bool) error {
	if r == nil {
		r = &assess.Report{}
	}
	t := &text{r: r, p: &pathway.Plan{}, label: reports.Labels(r)}
	if len(plans) > 0 {
		t.p = plans[0]
	}
	t.choices()
	for i, p := range plans {
		t.choice(i, p)
	}
	t.Heading("How sure this is")
	t.Item("", t.certainty(plans, whole))
	return t.Flush(w)
}

func (t *text) choices() {
	worker := t.p.Worker
	if worker == "" {
		worker = "this worker"
	}
	title := t.r.Role.Title
	if title == "" {
		title = string(t.p.Role)
	}
	t.Heading("Choices of training for " + worker + ": " + title)
	t.Item("", "No other plan is at least as good as one of these in everything that was compared, and better in something.")
}

// choice is one plan of a frontier.
func (t *text) choice(i int, p *pathway.Plan) {
	t.Item(fmt.Sprintf("%3d. ", i+1), strings.Join([]string{
		money(p.CostPence, p.FundedPence), hours(p.Minutes), plural(int64(p.Weeks), "week") + closed(p),
	}, ", "))
	courses := func(p *pathway.Plan) (ids []string) {
		for _, s := range p.Steps {
			ids = append(ids, s.Course)
		}
		slices.Sort(ids)
		return ids
	}
	mine, first := courses(p), courses(t.p)
	if i == 0 {
		t.Item("     ", "Courses: "+orNone(joined(mine))+".")
		return
	}
	t.differs("Takes", mine, first)
	t.differs("Does without", first, mine)
}

// differs lists the courses of one list that another lacks.
func (t *text) differs(verb string, has, lacks []string) {
	list := slices.DeleteFunc(slices.Clone(has), func(id string) bool { return slices.Contains(lacks, id) })
	if len(list) > 0 {
		t.Item("     ", verb+" "+joined(list)+".")
	}
}

// closed says how much a plan within limits closes.
func closed(p *pathway.Plan) string {
	if p.BoundShare == nil || !p.Proved {
		return ""
	}
	return ", closes " + reports.Percent(*p.BoundShare) + " of what matters"
}

func (t *text) certainty(plans []*pathway.Plan, whole bool) string {
	if !whole {
		return "Not proved: the search was cut short, and there may be other choices."
	}
	if len(plans) == 1 {
		return "Proved: there is no other choice."
	}
	return fmt.Sprintf("Proved: there are %d choices, and no others.", len(plans))
}
