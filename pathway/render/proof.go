package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// The most that is told of a proof; what goes beyond is summed up.
const (
	mostCasesTold   = 6
	mostAmountsTold = 15
	mostOutdoneTold = 6
)

// proofs says why no plan is better, a section a case.
func (t *text) proofs(p *pathway.Proof) (list []section) {
	if p == nil {
		return nil
	}
	list = append(list, t.proofHead(p))
	for i, c := range p.Cases {
		switch s := &list[len(list)-1]; {
		case len(p.Cases) == 1:
			t.amounts(s, p, c)
		case len(p.Cases) > mostCasesTold:
			s.say(t.caseWords(c) + ": " + caseLeast(p, c))
		default:
			list = append(list, section{title: fmt.Sprintf("Case %d: %s", i+1, t.caseWords(c))})
			t.amounts(&list[len(list)-1], p, c)
		}
	}
	if len(p.Outdone) > 0 {
		list[len(list)-1].say(t.outdoneWords(p.Outdone))
	}
	return list
}

// proofHead says what is proved, and how to read it.
func (t *text) proofHead(p *pathway.Proof) section {
	least := amountWords(p, p.Least)
	s := section{}
	switch p.Of {
	case pathway.OfCost:
		s.title = "Why no plan can cost less than " + least
		s.say("Every plan has to meet the needs below, each by one of the courses beside it. What these cost at least is shared out among the needs, so that no course is counted for more than it costs.")
	case pathway.OfCritical:
		s.title = "Why critical gaps stay open within the limits"
		s.say("Critical gaps worth " + least + " of what matters have to stay open. Each gap below is either closed by one of the courses beside it, which uses up the limits, or stays open.")
	default:
		s.title = "Why no plan within the limits can close more"
		s.say("At least " + least + " of what matters has to stay open. Each gap below is either closed by one of the courses beside it, which uses up the limits, or stays open.")
	}
	if len(p.Cases) > 1 {
		s.say(fmt.Sprintf("Every plan falls under one of %d cases.", len(p.Cases)))
	}
	return s
}

// caseWords says which plans fall under a case.
func (t *text) caseWords(c pathway.ProofCase) string {
	var said []string
	for _, id := range c.With {
		said = append(said, "with "+id)
	}
	for _, id := range c.Without {
		said = append(said, "without "+id)
	}
	if len(c.Open) > 0 {
		said = append(said, t.statements(c.Open)+" left open")
	}
	if len(c.Closed) > 0 {
		said = append(said, t.statements(c.Closed)+" closed")
	}
	return strings.Join(said, ", ")
}

func caseLeast(p *pathway.Proof, c pathway.ProofCase) string {
	if c.Cannot != nil {
		return "no better plan."
	}
	return amountWords(p, c.Least) + "."
}

// amounts lists what a case comes to, the smallest put together if they are many.
func (t *text) amounts(s *section, p *pathway.Proof, c pathway.ProofCase) {
	if c.Cannot != nil {
		s.say("No better plan is of this kind: " + t.cannot(*c.Cannot))
		return
	}
	off := slices.IndexFunc(c.Amounts, func(a pathway.Amount) bool { return a.Adds < 0 })
	if off < 0 {
		off = len(c.Amounts)
	}
	t.foremost(s, p, c.Amounts[:off], "%d smaller needs together.")
	taken := slices.Clone(c.Amounts[off:])
	slices.Reverse(taken)
	t.foremost(s, p, taken, "%d smaller amounts that are taken off, together.")
	s.sayUnder(amountWords(p, c.Least), "in all.")
}

// foremost lists the first amounts, and puts the rest together if they are many.
func (t *text) foremost(s *section, p *pathway.Proof, list []pathway.Amount, others string) {
	told, rest := list, int64(0)
	if len(list) > mostAmountsTold {
		told = list[:mostAmountsTold-1]
	}
	for _, a := range told {
		s.sayUnder(amountWords(p, a.Adds), t.need(a))
	}
	for _, a := range list[len(told):] {
		rest += a.Adds
	}
	if n := len(list) - len(told); n > 0 {
		s.sayUnder(amountWords(p, rest), fmt.Sprintf(others, n))
	}
}

// amountWords is an amount in pounds, or in percent of what matters.
func amountWords(p *pathway.Proof, n int64) string {
	if p.Of == pathway.OfCost {
		return pounds(n)
	}
	return fmt.Sprintf("%.1f%%", float64(float64(n)*100)/float64(max(p.All, 1)))
}

// need says what an amount stands for.
func (t *text) need(a pathway.Amount) string {
	ref := firstOf(a.Refs)
	switch a.Code {
	case pathway.ForGap:
		return t.label(ref) + ": " + oneOf(a)
	case pathway.ForLevel:
		return t.label(ref) + " at " + t.rung(ref, a.Level) + onTheWay(t, a.For) + ": " + oneOf(a)
	case pathway.ForCredential:
		return ref + onTheWay(t, a.For) + ": " + oneOf(a)
	case pathway.ForCourse:
		if len(a.For) == 0 {
			return ref + ", which was asked for."
		}
		return ref + onTheWay(t, a.For) + "."
	case pathway.ForWay:
		return "The way to " + t.statements(a.For) + ": " + oneOf(a)
	case pathway.InTime:
		return t.statements(a.For) + " in time: " + oneOf(a)
	}
	return t.takenOff(a)
}

// takenOff says what an amount stands for that no course has to meet.
func (t *text) takenOff(a pathway.Amount) string {
	switch a.Code {
	case pathway.TakenHere:
		if a.Adds < 0 {
			return t.labels(a.Refs) + " is counted for more than it takes: the excess is taken off."
		}
		return t.labels(a.Refs) + " itself, so far as no need here accounts for it."
	case pathway.CountedTwice:
		return t.labels(a.Refs) + " is counted for more than it takes: the excess is taken off."
	case pathway.CountedOver:
		return t.labels(a.Refs) + " is counted for more than it matters: the excess is taken off."
	case pathway.WithinLimit:
		return "The most that " + limitWords(a.Refs) + " can save."
	case pathway.WholePrices:
		return "Sums are whole multiples of more than this, so it is as good as the next."
	case pathway.NothingGives:
		return t.labels(a.Refs) + ": nothing within the limits closes this."
	}
	return string(a.Code)
}

func limitWords(names []string) string {
	words := map[string]string{"pence": "the limit of money", "minutes": "the limit of hours", "funding": "what funding has left", "open": "what has to stay open"}
	var said []string
	for _, n := range names {
		said = append(said, words[n])
	}
	return orElse(strings.Join(said, " and "), "the limits")
}

func (t *text) cannot(a pathway.Amount) string {
	switch a.Code {
	case pathway.WithinLimit:
		return limitWords(a.Refs) + leaves(a.Refs) + " no room."
	case pathway.CriticalFirst:
		return t.labels(a.Refs) + " would stay open, and critical gaps come before all others."
	}
	return "nothing is left that it could take for this. " + t.need(a)
}

func onTheWay(t *text, to []ksb.StatementID) string {
	if len(to) == 0 {
		return ""
	}
	return ", on the way to " + t.statements(to)
}

// oneOf names the courses that meet a need.
func oneOf(a pathway.Amount) string {
	return fromCourses(a) + laterWords(a.Later)
}

// laterWords names the courses that give a thing to those who have it in part.
func laterWords(list []string) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return " " + list[0] + " builds on it."
	}
	return " " + joined(list) + " build on it."
}

func fromCourses(a pathway.Amount) string {
	words := strings.Join(a.Courses, " or ") + "."
	switch dear := joined(a.TooDear); {
	case len(a.Courses) == 0 && dear == "":
		return "no course that is left."
	case len(a.Courses) == 0:
		return dear + " would do, but no plan with that is better."
	case dear != "":
		return words + " " + dear + " would do as well, but no plan with that is better."
	case len(a.Courses) == 1:
		return "only " + words
	}
	return words
}

func (t *text) outdoneWords(list []pathway.Outdone) string {
	told := list[:min(len(list), mostOutdoneTold)]
	var said []string
	for _, o := range told {
		said = append(said, o.Course+" ("+o.By+")")
	}
	words := "Not listed, since the course in brackets asks for no more, gives all that is needed and costs no more: " + strings.Join(said, ", ")
	if n := len(list) - len(told); n > 0 {
		words += fmt.Sprintf(" and %d more", n)
	}
	return words + "."
}

func firstOf(list []string) string {
	return strings.Join(slices.Clone(list[:min(len(list), 1)]), "")
}

func leaves(list []string) string {
	if len(list) == 1 {
		return " leaves"
	}
	return " leave"
}
