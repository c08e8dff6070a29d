package render

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
)

// open is what the plan does not close, and why.
func (h *planHTML) open() web.Section {
	var unlooked []ksb.StatementID
	var items []web.Node
	for _, l := range h.p.Left {
		if l.Reason == pathway.AssessFirst {
			unlooked = append(unlooked, l.Statement)
			continue
		}
		items = append(items, web.El("li", h.statement(l.Statement), web.El("div", web.Class("muted"), web.Isolated(h.leftFor(l)))))
	}
	if len(items)+len(unlooked) == 0 {
		return web.Section{}
	}
	return h.section("left", "plan.left",
		web.If(len(items) > 0, web.El("ul", items...)),
		web.If(len(unlooked) > 0, sentence(h.say("plan.left.assess", "names", h.list(h.labels(unlooked))))))
}

func (h *planHTML) leftFor(l pathway.Left) string {
	switch l.Reason {
	case pathway.NoCourse:
		return h.say("plan.left.no-course")
	case pathway.OverBudget:
		return h.say("plan.left.over-budget")
	case pathway.Blocked:
		return h.inTheWay(l.Refs)
	}
	return string(l.Reason)
}

// inTheWay says what stands in the way, first of all courses that the question does not
// allow.
func (h *planHTML) inTheWay(refs []string) string {
	others := slices.Clone(refs)
	said := h.say("plan.left.blocked")
	for _, why := range []pathway.BarReason{pathway.Unwanted, pathway.WrongSetting, pathway.WrongMode, pathway.NoStart} {
		var barred []string
		for _, c := range h.p.RuledOut {
			if at := slices.Index(others, c.Course); c.Reason == why && at >= 0 {
				others = slices.Delete(others, at, at+1)
				barred = append(barred, c.Course)
			}
		}
		if len(barred) > 0 {
			said += " " + h.say("plan.barred."+string(why), "n", len(barred), "names", h.words.List(allApart(barred)))
		}
	}
	if len(others) > 0 {
		names := make([]string, len(others))
		for i, ref := range others {
			names[i] = apart(h.label(ref))
		}
		said += " " + h.say("plan.in-the-way", "names", h.words.List(names))
	}
	return said
}

// taught is what somebody must still assess after the courses.
func (h *planHTML) taught() web.Section {
	if len(h.p.TaughtNotYetShown) == 0 {
		return web.Section{}
	}
	return h.section("taught", "plan.taught", sentence(h.say("plan.taught.words", "names", h.list(h.labels(h.p.TaughtNotYetShown)))))
}

// provided is what can be done with what is already there.
func (h *planHTML) provided() web.Section {
	u := h.p.Reuse
	if u == nil {
		return web.Section{}
	}
	words := h.say("plan.reuse.none")
	if len(u.Closes) > 0 {
		words = h.say("plan.reuse.words", "courses", h.list(allApart(u.Courses)), "names", h.list(h.labels(u.Closes)))
	}
	return h.section("reuse", "plan.reuse", sentence(words),
		web.If(len(u.Residue) > 0, sentence(h.say("plan.reuse.residue", "names", h.list(h.labels(u.Residue))))))
}

// bill is what it could come to if everything that is still to be looked at is unmet.
func (h *planHTML) bill() web.Section {
	c := h.p.Conditional
	if len(h.p.AssessFirst) == 0 {
		return web.Section{}
	}
	return h.section("unmet", "plan.unmet",
		web.El("p", web.Text(h.say("plan.unmet.words"))),
		web.Facts(
			web.Text(h.say("plan.cost")), web.Text(h.paid(c.CostPence, c.FundedPence)), web.Text(h.say("plan.hours")), web.Text(h.hours(c.Minutes)),
			web.Text(h.say("plan.weeks")), web.Text(h.weeks(c.Weeks)), web.Text(h.say("plan.courses")), web.Isolated(h.list(allApart(c.Courses)))))
}
