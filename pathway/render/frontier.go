package render

import (
	"fmt"
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/pathway"
)

// FrontierText writes the plans of a frontier beside each other, in their order: what
// each costs, takes and lasts, how much it closes, and in which courses it differs from
// the first. whole tells whether no plan is missing. r is the report that they were made
// for; nil: the role goes without its title. The only errors are those of w.
func FrontierText(w io.Writer, r *assess.Report, plans []*pathway.Plan, whole bool) error {
	return Options{}.FrontierText(w, r, plans, whole)
}

// FrontierText is [FrontierText] with choices.
func (o Options) FrontierText(w io.Writer, r *assess.Report, plans []*pathway.Plan, whole bool) error {
	t := o.text(r, &pathway.Plan{})
	if len(plans) > 0 {
		t.p = plans[0]
	}
	t.choices()
	for i, p := range plans {
		t.choice(i, p)
	}
	t.Heading(t.say("frontier.sure"))
	t.Item("", t.certainty(plans, whole))
	return t.Flush(w)
}

func (t *text) choices() {
	t.Heading(t.say("frontier.title", "worker", t.worker(), "role", t.role()))
	t.Item("", t.say("frontier.words"))
}

// choice is one plan of a frontier.
func (t *text) choice(i int, p *pathway.Plan) {
	t.Item(fmt.Sprintf("%3s. ", t.words.Number(i+1)), t.commas(append([]string{t.paid(p.CostPence, p.FundedPence), t.hours(p.Minutes), t.weeks(p.Weeks)}, t.closing(p)...)))
	courses := func(p *pathway.Plan) (ids []string) {
		for _, s := range p.Steps {
			ids = append(ids, s.Course)
		}
		slices.Sort(ids)
		return ids
	}
	mine, first := courses(p), courses(t.p)
	if i == 0 {
		t.Item("     ", t.say("frontier.courses", "names", t.orNone(mine)))
		return
	}
	t.differs("frontier.takes", mine, first)
	t.differs("frontier.without", first, mine)
}

// differs lists the courses of one list that another lacks.
func (t *text) differs(key string, has, lacks []string) {
	list := slices.DeleteFunc(slices.Clone(has), func(id string) bool { return slices.Contains(lacks, id) })
	if len(list) > 0 {
		t.Item("     ", t.say(key, "names", t.commas(list)))
	}
}

// closing says how much a plan within limits closes.
func (t *text) closing(p *pathway.Plan) []string {
	if p.BoundShare == nil || !p.Proved {
		return nil
	}
	return []string{t.say("frontier.closes", "share", t.Percent(*p.BoundShare))}
}

func (t *text) certainty(plans []*pathway.Plan, whole bool) string {
	if !whole {
		return t.say("frontier.cut-short")
	}
	return t.say("frontier.proved", "n", len(plans))
}
