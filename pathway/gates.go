package pathway

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// purse is what a person has earned by a point of the plan.
type purse struct {
	credentials map[ksb.CredentialID]bool
	credits     map[ksb.CredentialID]int // earned by the plan
}

// openGates names, for each step, the gates that can be opened once it and all earlier
// steps have ended, and not before; and for the gates that remain what would help.
func (t *task) openGates(p *Plan, s schedule) {
	earned := purse{map[ksb.CredentialID]bool{}, map[ksb.CredentialID]int{}}
	for _, id := range t.report.Held.Credentials {
		earned.credentials[id] = true
	}
	open := map[ksb.GateID]bool{}
	for _, g := range t.report.Gates {
		open[g.Gate] = g.State == assess.GateMet || earned.opens(g)
	}
	for i := range p.Steps {
		earned.earn(t.courses[s.runs[i].course])
		for _, g := range t.report.Gates {
			if !open[g.Gate] && earned.opens(g) {
				open[g.Gate] = true
				p.Steps[i].Opens = append(p.Steps[i].Opens, g.Gate)
			}
		}
	}
	left := slices.DeleteFunc(slices.Clone(t.report.Gates), func(g assess.GateResult) bool { return open[g.Gate] })
	p.Gates = t.offers(left, earned)
}

func (p purse) earn(c *course) {
	for _, id := range c.Awards {
		p.credentials[id] = true
	}
	if c.Credits != nil {
		p.credits[c.Credits.Of] += c.Credits.Adds
	}
}

// opens tells whether all things of one of the sets that open a gate are there.
func (p purse) opens(g assess.GateResult) bool {
	return slices.ContainsFunc(g.Opens, func(set []string) bool {
		return !slices.ContainsFunc(set, func(thing string) bool { return !p.has(thing) })
	})
}

// has understands a credential and "credential+80": 80 more credits towards it. What
// else a gate may ask for (an age, that something is not held) no course gives.
func (p purse) has(thing string) bool {
	if p.credentials[ksb.CredentialID(thing)] {
		return true
	}
	at := strings.LastIndexByte(thing, '+')
	if at < 0 {
		return false
	}
	more, err := strconv.Atoi(thing[at+1:])
	return err == nil && p.credits[ksb.CredentialID(thing[:at])] >= more && more > 0
}
