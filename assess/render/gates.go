package render

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

func gates(p *Page, r *assess.Report) {
	if len(r.Gates) == 0 {
		return
	}
	p.Heading("Gates")
	for _, g := range r.Gates {
		words := fmt.Sprintf("%s (%s)%s%s", g.Gate, g.Phase, gateWords(g, r.AsOf)+besideWords(g), ways(g.Opens))
		if !r.Basis.Policy.InRole && (g.Phase == ksb.Registration || g.Phase == ksb.Retention) {
			words += "; counts once in the role"
		}
		p.Item("  "+gateMark(g.State)+"  ", words)
	}
}

func gateMark(s assess.GateState) string {
	switch s {
	case assess.GateMet:
		return "[x] open     "
	case assess.GateNotMet:
		return "[ ] shut     "
	}
	return "[?] not known"
}

func gateWords(g assess.GateResult, asOf ksb.Date) string {
	switch {
	case g.Due == 0:
		return ""
	case asOf > g.Due:
		return ", overdue since " + g.Due.String()
	}
	return ", due by " + g.Due.String()
}

// besideWords says why a gate counts as open although nobody opened it, or what is to be
// found out before it is said to be shut.
func besideWords(g assess.GateResult) string {
	switch {
	case g.Waiver != nil:
		words := ", waived"
		if g.Waiver.By != "" {
			words += " by " + g.Waiver.By
		}
		return words + ": " + strings.TrimRight(g.Waiver.Reason, ". \n")
	case g.Exempt:
		return ", does not concern this person"
	case len(g.Asks) > 0:
		return ", concerns this person or not, depending on " + strings.Join(g.Asks, " and ")
	}
	return ""
}

// ways says what would open a gate, three alternatives at most.
func ways(sets [][]string) string {
	const most = 3
	if len(sets) == 0 {
		return ""
	}
	said := make([]string, 0, most)
	for _, set := range sets[:min(len(sets), most)] {
		things := make([]string, len(set))
		for i, thing := range set {
			things[i] = thingWords(thing)
		}
		said = append(said, strings.Join(things, " and "))
	}
	words := "; opens with " + strings.Join(said, ", or ")
	if more := len(sets) - most; more > 0 {
		words += fmt.Sprintf(", or %d other ways", more)
	}
	return words
}

// thingWords says an entry of GateResult.Opens.
func thingWords(thing string) string {
	if of, credits, found := strings.Cut(thing, "+"); found {
		return credits + " more credits of " + of
	}
	if fact, least, found := strings.Cut(thing, ">="); found {
		return fact + " of " + least + " or more"
	}
	return thing
}
