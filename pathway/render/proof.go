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
	least := t.amount(p, p.Least)
	title, words := proofKeys(p)
	s := section{title: t.say(title, "least", least)}
	if len(p.Beyond) > 0 {
		s.say(t.say("proof.beyond", "names", t.statements(p.Beyond)))
	}
	s.say(t.say(words, "least", least))
	if p.Of != pathway.OfCost && slices.ContainsFunc(p.Cases, func(c pathway.ProofCase) bool { return c.Cannot == nil }) {
		s.say(t.say("proof.either"))
	}
	if len(p.Cases) > 1 {
		s.say(t.say("proof.cases", "n", len(p.Cases)))
	}
	return s
}

// proofKeys are the keys of the title and of the first words of a proof.
func proofKeys(p *pathway.Proof) (title, words string) {
	switch {
	case p.Of == pathway.OfCritical:
		return "proof.critical", "proof.critical.words"
	case p.Of != pathway.OfCost:
		return "proof.share", "proof.share.words"
	case len(p.Beyond) > 0:
		return "proof.cost.as-much", "proof.cost.words"
	}
	return "proof.cost", "proof.cost.words"
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
	switch {
	case len(c.Takes) > 0:
		t.pressed(s, c)
	case c.Cannot != nil:
		s.say(t.say("proof.cannot", "why", t.cannot(*c.Cannot)))
	default:
		t.sum(s, c.Amounts, func(n int64) string { return t.amount(p, n) })
	}
}

// pressed says what a better plan would take of the limit that bars it.
func (t *text) pressed(s *section, c pathway.ProofCase) {
	in := t.money
	if slices.Contains(c.Cannot.Refs, "minutes") {
		in = t.hours
	}
	s.say(t.say("proof.takes", "least", in(total(c.Takes)), "limit", t.limits(c.Cannot.Refs), "most", in(c.Cannot.Adds)))
	t.sum(s, c.Takes, in)
}

func total(list []pathway.Amount) (sum int64) {
	for _, a := range list {
		sum += a.Adds
	}
	return sum
}

// sum lists amounts and what they come to, the smallest put together if they are many.
func (t *text) sum(s *section, list []pathway.Amount, in func(int64) string) {
	off := slices.IndexFunc(list, func(a pathway.Amount) bool { return a.Adds < 0 })
	if off < 0 {
		off = len(list)
	}
	t.foremost(s, list[:off], in, "proof.smaller.needs")
	taken := slices.Clone(list[off:])
	slices.Reverse(taken)
	t.foremost(s, taken, in, "proof.smaller.taken")
	s.sayUnder(in(total(list)), t.say("proof.in-all"))
}

// foremost lists the first amounts, and puts the rest together if they are many.
func (t *text) foremost(s *section, list []pathway.Amount, in func(int64) string, others string) {
	told, rest := list, int64(0)
	if len(list) > mostAmountsTold {
		told = list[:mostAmountsTold-1]
	}
	for _, a := range told {
		s.sayUnder(in(a.Adds), t.need(a))
	}
	for _, a := range list[len(told):] {
		rest += a.Adds
	}
	if n := len(list) - len(told); n > 0 {
		s.sayUnder(in(rest), t.say(others, "n", n))
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
