package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
)

// first is what to find out before anything is bought for it.
func (h *planHTML) first() web.Section {
	if len(h.p.AssessFirst) == 0 {
		return web.Section{}
	}
	return h.section("first", "plan.first",
		web.El("p", web.Text(h.say("plan.first.words"))),
		web.El("ul", web.Each(h.p.AssessFirst, func(a pathway.Assessment) web.Node {
			return web.El("li", h.statement(a.Statement), web.If(a.Action == assess.Moderate, web.Text(" "+h.say("plan.first.moderate"))))
		})))
}

// total is what the courses come to, and how sure it is that nothing is better.
func (h *planHTML) total() web.Section {
	if len(h.p.Steps)+len(h.p.AssessFirst)+len(h.p.Left) == 0 {
		return web.Section{}
	}
	card := func(key, figure string, words string) web.Node {
		return web.El("li", web.Class("card"), web.El("h3", web.Text(h.say(key))), web.El("p", web.Class("big"), web.Text(figure)), web.If(words != "", web.El("p", web.Text(words))))
	}
	funding := ""
	if h.p.FundedPence != 0 {
		funding = h.say("plan.funding", "funding", h.money(h.p.FundedPence))
	}
	from := ""
	if h.p.Start != 0 {
		from = h.say("plan.counted", "day", h.words.Day(h.p.Start))
	}
	return h.section("total", "plan.total",
		web.El("ul", web.Class("cards"),
			card("plan.cost", h.money(h.p.CostPence), funding), card("plan.hours", h.hours(h.p.Minutes), ""), card("plan.weeks", h.weeks(h.p.Weeks), from)),
		web.El("p", web.Class("note"), web.Text(h.proof())), h.told())
}

// proof says how sure it is that there is no better plan.
func (h *planHTML) proof() string {
	p := h.p
	switch {
	case unasked(p):
		return h.say("plan.proof.unasked")
	case p.BoundShare != nil && p.Proved:
		return h.say("plan.proof.share", "share", h.Percent(*p.BoundShare))
	case p.BoundShare != nil:
		return h.say("plan.proof.share-bound", "share", h.Percent(*p.BoundShare))
	case p.Proved:
		return h.say("plan.proof.cost")
	case p.BoundPence != nil && *p.BoundPence == p.CostPence:
		return h.say("plan.proof.cost-only")
	case p.BoundPence != nil:
		return h.say("plan.proof.bound", "cost", h.money(*p.BoundPence))
	}
	return h.say("plan.proof.none")
}

// steps is the courses as a table.
func (h *planHTML) steps() web.Section {
	if len(h.p.Steps) == 0 {
		return web.Section{}
	}
	table := web.Table{Caption: h.say("plan.steps"), Hidden: true, Sort: true, Columns: []web.Column{
		{Name: h.say("plan.column.course")}, {Name: h.say("plan.column.when")}, {Name: h.say("plan.column.cost"), Number: true}, {Name: h.say("plan.column.hours"), Number: true},
		{Name: h.say("plan.column.after")}, {Name: h.say("plan.column.why")},
	}}
	before := h.before()
	for i, s := range h.p.Steps {
		table.Rows = append(table.Rows, []web.Node{
			web.El("span", web.ID(stepAnchor(i)), web.Text(h.words.Number(i+1)+". "), web.Name(h.title(s.Course))),
			web.Sorted(float64(s.StartWeek), web.List(web.El("span", web.Class("whole"), web.Text(h.period(s))), h.begins(s))),
			web.Sorted(taken(s, "pence"), web.Text(h.paid(int64(taken(s, "pence")), int64(taken(s, "fundedPence"))))),
			web.Sorted(taken(s, "minutes"), web.Text(h.hours(int64(taken(s, "minutes"))))),
			h.stepLinks(before[i]),
			h.reasons(s),
		})
	}
	return h.section("steps", "plan.steps", table.Node())
}

func (h *planHTML) begins(s pathway.Step) web.Node {
	if s.Begins == 0 {
		return web.Node{}
	}
	return web.List(web.Text(", "), web.Say(h.words, "plan.from", "day", web.Day(h.words, s.Begins)))
}

// stepLinks lists the steps that come first.
func (h *planHTML) stepLinks(steps []int) web.Node {
	if len(steps) == 0 {
		return web.Text(h.say("plan.none"))
	}
	return web.El("div", web.Each(steps, func(at int) web.Node { return web.El("div", h.stepLink(at)) }))
}

func taken(s pathway.Step, name string) float64 {
	for _, r := range reasonsOf(s, pathway.Takes) {
		if n, given := r.Numbers.Of(name); given {
			return n
		}
	}
	return 0
}

// reasons says what a step is for, a line for each kind of reason.
func (h *planHTML) reasons(s pathway.Step) web.Node {
	return web.El("div", web.Each(h.why(s), func(words string) web.Node { return web.El("div", web.Isolated(words)) }))
}

// why is what a step is for, a sentence for each kind of reason.
func (h *planHTML) why(s pathway.Step) (said []string) {
	for _, code := range []string{
		pathway.AskedFor, pathway.ClosesGap, pathway.SuppliesLevel, pathway.SuppliesCredential, pathway.ComesBefore, pathway.AwardsCredential, pathway.AddsCredits,
	} {
		if found := reasonsOf(s, code); len(found) > 0 {
			said = append(said, h.reason(code, found))
		}
	}
	if len(s.Opens) > 0 {
		said = append(said, h.say("plan.opens", "names", h.words.List(allApart(s.Opens))))
	}
	return said
}

func (h *planHTML) reason(code string, reasons []assess.Reason) string {
	names := func(say func(assess.Reason) string) string {
		var list []string
		for _, r := range reasons {
			if words := say(r); !strings.Contains("\n"+strings.Join(list, "\n")+"\n", "\n"+words+"\n") {
				list = append(list, words)
			}
		}
		return h.words.List(list)
	}
	course := func(r assess.Reason) string { return apart(h.title(firstRef(r))) }
	first := func(r assess.Reason) string { return apart(firstRef(r)) }
	switch code {
	case pathway.AskedFor:
		return h.say("plan.asked")
	case pathway.ClosesGap:
		return h.say("plan.closes", "names", names(func(r assess.Reason) string { return apart(h.label(firstRef(r))) }))
	case pathway.SuppliesLevel:
		return h.say("plan.supplies", "names", names(h.builds))
	case pathway.SuppliesCredential:
		return h.say("plan.supplies", "names", names(func(r assess.Reason) string {
			return h.say("plan.asks-for", "course", course(r), "credential", apart(lastRef(r)))
		}))
	case pathway.ComesBefore:
		return h.say("plan.before", "names", names(course))
	case pathway.AwardsCredential:
		return h.say("plan.awards", "names", names(first))
	}
	credits, _ := reasons[0].Numbers.Of("credits")
	return h.say("plan.credits", "n", int(credits), "names", names(first))
}

// builds says which level a later course builds on.
func (h *planHTML) builds(r assess.Reason) string {
	n, _ := r.Numbers.Of("level")
	level := h.say("level.bare", "level", int(n))
	if g := h.gaps[lastRef(r)]; g != nil && n > 0 && n < 256 {
		level = h.Level(g, ksb.Level(n))
	}
	return h.say("plan.builds-on", "course", apart(h.title(firstRef(r))), "statement", apart(h.label(lastRef(r))), "level", level)
}
