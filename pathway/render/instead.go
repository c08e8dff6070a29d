package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// WhyText writes why a course is in the best plan, or why it is not, and what it would
// come to if it were otherwise, and then why the best plan cannot be better. r is the report that the plan was made for; nil:
// statements are called by their IDs. The only errors are those of w.
func WhyText(w io.Writer, r *assess.Report, why *pathway.Why) error {
	if r == nil {
		r = &assess.Report{}
	}
	t := &text{r: r, p: &pathway.Plan{}, label: reports.Labels(r)}
	name := titleOf(pathway.Step{Course: why.Course, Title: why.Title})
	if why.InPlan {
		t.Heading("Why " + name)
		t.Item("", "It is in the best plan. "+t.why(pathway.Step{Because: why.Because}))
	} else {
		t.Heading("Why not " + name)
		t.Item("", "It is not in the best plan.")
	}
	for _, reason := range why.Because {
		if words := t.instead(why, reason); words != "" {
			t.Item("  - ", words)
		}
	}
	t.Heading("What it would come to")
	t.Item("  Best plan  ", bill(why.Best, why.BestShare))
	if why.Other != nil {
		t.Item("  "+otherwise(why)+" ", bill(*why.Other, why.OtherShare))
		t.Item("  Difference ", difference(why))
	}
	if !why.Proved {
		t.Item("", "Not proved: the search was cut short, and the figures may be off.")
	}
	for _, s := range t.proofs(why.Proof) {
		t.onPage(s)
	}
	return t.Flush(w)
}

func otherwise(why *pathway.Why) string {
	if why.InPlan {
		return "Without it"
	}
	return "With it   "
}

func bill(c pathway.Conditional, share float64) string {
	return fmt.Sprintf("%s, %s, %s; closes %s of what matters.", money(c.CostPence, c.FundedPence), hours(c.Minutes), plural(int64(c.Weeks), "week"), reports.Percent(share))
}

func difference(why *pathway.Why) string {
	said := []string{
		more(why.MorePence, "dearer", "cheaper", "the same cost", pounds),
		more(why.MoreMinutes, "more", "less", "the same time", hours),
		more(int64(why.MoreWeeks), "longer", "shorter", "the same end", func(n int64) string { return plural(n, "week") }),
	}
	if why.OtherShare != why.BestShare {
		said = append(said, "closes "+reports.Percent(why.OtherShare)+" instead of "+reports.Percent(why.BestShare))
	}
	return strings.Join(said, ", ") + "."
}

// more words a difference; below 0 it is less.
func more(n int64, above, below, none string, say func(int64) string) string {
	switch {
	case n > 0:
		return say(n) + " " + above
	case n < 0:
		return say(-n) + " " + below
	}
	return none
}

// instead words the reasons that a step does not have; "": it is one of a step.
func (t *text) instead(why *pathway.Why, r assess.Reason) string {
	list := t.labels(r.Refs)
	switch r.Code {
	case pathway.NotAllowed:
		return "It is " + barWords(pathway.BarReason(firstRef(r))) + "."
	case pathway.CannotBegin:
		return "It cannot be begun: " + list + " cannot be had."
	case pathway.DoesNotFit:
		return "No plan with it keeps to the limits, or to what it excludes."
	case pathway.ClosesNothing:
		return "It closes none of the gaps, and no course that does builds on it."
	case pathway.ExcludedBy:
		return "It cannot stand beside " + list + "."
	case pathway.TakesPlaceOf:
		if why.InPlan {
			return "The plan would then do without " + list + " as well."
		}
		return "It would take the place of " + list + "."
	case pathway.BringsAlong:
		if why.InPlan {
			return "In its place the plan would take " + list + "."
		}
		return "It would bring along " + list + "."
	case pathway.LeavesOpen:
		return "That would leave " + list + " open."
	case pathway.AsGood:
		return "That would be as good: the choice between the two is by the names of the courses."
	}
	return ""
}
