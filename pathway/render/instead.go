package render

import (
	"io"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// WhyText writes why a course is in the best plan, or why it is not, and what it would
// come to if it were otherwise, and then why the best plan cannot be better. r is the report that the plan was made for; nil:
// statements are called by their IDs. The only errors are those of w.
func WhyText(w io.Writer, r *assess.Report, why *pathway.Why) error {
	return Options{}.WhyText(w, r, why)
}

// WhyText is [WhyText] with choices.
func (o Options) WhyText(w io.Writer, r *assess.Report, why *pathway.Why) error {
	t := o.text(r, &pathway.Plan{})
	t.answer(why)
	for _, reason := range why.Because {
		if words := t.instead(why, reason); words != "" {
			t.Item("  - ", words)
		}
	}
	t.bills(why)
	if !why.Proved {
		t.Item("", t.say("why.cut-short"))
	}
	for _, s := range t.proofs(why.Proof) {
		t.onPage(s)
	}
	return t.Flush(w)
}

func (t *text) answer(why *pathway.Why) {
	name := titleOf(pathway.Step{Course: why.Course, Title: why.Title})
	if why.InPlan {
		t.Heading(t.say("why.title", "course", name))
		t.Item("", t.say("why.in")+" "+t.why(pathway.Step{Because: why.Because}))
		return
	}
	t.Heading(t.say("why.title.not", "course", name))
	t.Item("", t.say("why.out"))
}

// bills is the best plan, the other one, and how they differ.
func (t *text) bills(why *pathway.Why) {
	best, with, without, differs := t.say("why.best"), t.say("why.with"), t.say("why.without"), t.say("why.differs")
	width := widest(best, with, without, differs)
	other := with
	if why.InPlan {
		other = without
	}
	t.Heading(t.say("why.totals"))
	t.Item("  "+reports.Column(best, width)+" ", t.bill(why.Best, why.BestShare))
	if why.Other != nil {
		t.Item("  "+reports.Column(other, width)+" ", t.bill(*why.Other, why.OtherShare))
		t.Item("  "+reports.Column(differs, width)+" ", t.difference(why))
	}
}

func (t *text) bill(c pathway.Conditional, share float64) string {
	return t.say("why.bill", "cost", t.paid(c.CostPence, c.FundedPence), "hours", t.hours(c.Minutes), "weeks", t.weeks(c.Weeks), "share", t.Percent(share))
}

func (t *text) difference(why *pathway.Why) string {
	said := []string{
		t.more("why.cost.", why.MorePence, t.money),
		t.more("why.hours.", why.MoreMinutes, t.hours),
		t.more("why.weeks.", int64(why.MoreWeeks), func(n int64) string { return t.weeks(int(n)) }),
	}
	if why.OtherShare != why.BestShare {
		said = append(said, t.say("why.closes", "share", t.Percent(why.OtherShare), "best", t.Percent(why.BestShare)))
	}
	return t.commas(said) + "."
}

// more says a difference; below 0 it is less.
func (t *text) more(set string, n int64, write func(int64) string) string {
	switch {
	case n > 0:
		return t.say(set+"more", "amount", write(n))
	case n < 0:
		return t.say(set+"less", "amount", write(-n))
	}
	return t.say(set + "same")
}

// instead says the reasons that a step does not have; "": it is one of a step.
func (t *text) instead(why *pathway.Why, r assess.Reason) string {
	key := "why.because." + r.Code
	if r.Code == pathway.NotAllowed {
		key = "why.barred." + firstRef(r)
	}
	if in := key + ".in"; why.InPlan && t.words.Has(in) {
		key = in
	}
	if !t.words.Has(key) {
		return ""
	}
	return t.say(key, "names", t.labels(r.Refs))
}
