package render

import (
	"slices"
	"strings"

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
			s.say(t.caseWords(c) + ": " + t.caseLeast(p, c))
		default:
			list = append(list, section{title: t.say("proof.case", "n", i+1, "which", t.caseWords(c))})
			t.amounts(&list[len(list)-1], p, c)
		}
	}
	if len(p.Outdone) > 0 {
		list[0].say(t.outdoneWords(p.Outdone)) // it is about all cases
	}
	return list
}

// proofHead says what is proved, and how to read it.
func (t *text) proofHead(p *pathway.Proof) section {
	key := "proof.share"
	switch p.Of {
	case pathway.OfCost:
		key = "proof.cost"
	case pathway.OfCritical:
		key = "proof.critical"
	}
	least := t.amount(p, p.Least)
	s := section{title: t.say(key, "least", least)}
	s.say(t.say(key+".words", "least", least))
	if len(p.Cases) > 1 {
		s.say(t.say("proof.cases", "n", len(p.Cases)))
	}
	return s
}

// caseWords says which plans fall under a case.
func (t *text) caseWords(c pathway.ProofCase) string {
	var said []string
	for _, id := range c.With {
		said = append(said, t.say("proof.case.with", "course", id))
	}
	for _, id := range c.Without {
		said = append(said, t.say("proof.case.without", "course", id))
	}
	if len(c.Open) > 0 {
		said = append(said, t.say("proof.case.open", "names", t.statements(c.Open)))
	}
	if len(c.Closed) > 0 {
		said = append(said, t.say("proof.case.closed", "names", t.statements(c.Closed)))
	}
	return t.commas(said)
}

func (t *text) caseLeast(p *pathway.Proof, c pathway.ProofCase) string {
	if c.Cannot != nil {
		return t.say("proof.case.none")
	}
	return t.amount(p, c.Least) + "."
}

// amounts lists what a case comes to, the smallest put together if they are many.
func (t *text) amounts(s *section, p *pathway.Proof, c pathway.ProofCase) {
	if c.Cannot != nil {
		s.say(t.say("proof.cannot", "why", t.cannot(*c.Cannot)))
		return
	}
	off := slices.IndexFunc(c.Amounts, func(a pathway.Amount) bool { return a.Adds < 0 })
	if off < 0 {
		off = len(c.Amounts)
	}
	t.foremost(s, p, c.Amounts[:off], "proof.smaller.needs")
	taken := slices.Clone(c.Amounts[off:])
	slices.Reverse(taken)
	t.foremost(s, p, taken, "proof.smaller.taken")
	s.sayUnder(t.amount(p, c.Least), t.say("proof.in-all"))
}

// foremost lists the first amounts, and puts the rest together if they are many.
func (t *text) foremost(s *section, p *pathway.Proof, list []pathway.Amount, others string) {
	told, rest := list, int64(0)
	if len(list) > mostAmountsTold {
		told = list[:mostAmountsTold-1]
	}
	for _, a := range told {
		s.sayUnder(t.amount(p, a.Adds), t.need(a))
	}
	for _, a := range list[len(told):] {
		rest += a.Adds
	}
	if n := len(list) - len(told); n > 0 {
		s.sayUnder(t.amount(p, rest), t.say(others, "n", n))
	}
}

// amount is an amount in pounds, or in per cent of what matters.
func (t *text) amount(p *pathway.Proof, n int64) string {
	if p.Of == pathway.OfCost {
		return t.money(n)
	}
	return t.say("percent", "n", t.words.Decimal(float64(float64(n)*100)/float64(max(p.All, 1)), 1, 1))
}

func firstOf(list []string) string {
	return strings.Join(slices.Clone(list[:min(len(list), 1)]), "")
}
