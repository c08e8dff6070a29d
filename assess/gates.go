package assess

import (
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// fillGates judges every gate of the role, whether or not it counts towards ready.
func (a *assessment) fillGates() {
	a.report.Gates = []GateResult{}
	for i := range a.brief.Role.Gates {
		a.report.Gates = append(a.report.Gates, a.gate(&a.brief.Role.Gates[i]))
	}
	a.fileStrayWaivers()
}

// gate judges one gate: a person whom it does not concern, and one from whom it was
// waived, need not open it.
func (a *assessment) gate(g *ksb.Gate) GateResult {
	r := GateResult{Gate: g.ID, Phase: g.Phase, State: a.p.claim(&g.Rule, nil), Opens: [][]string{}, Waiver: a.waiver(g.ID)}
	concerns, asks := a.concerns(g.AppliesIf)
	r.Exempt, r.Asks = concerns == GateNotMet, asks
	switch {
	case r.Exempt || r.Waiver != nil:
		r.State = GateMet
	case concerns == GateUnknown && r.State == GateNotMet:
		r.State = GateUnknown
	}
	if r.State == GateMet {
		r.Asks = nil // whatever the answer, it is met
		return r
	}
	r.Opens = a.p.opens(&g.Rule)
	if start := a.p.facts.Start(); start != 0 && g.GraceDays > 0 {
		r.Due = start.AddDays(g.GraceDays)
	}
	return r
}

// claim judges a rule in three-valued logic: what is not known stays unknown unless
// the rest decides. assumed is what is taken for granted of single claims, by their
// atom; nil: nothing.
func (p *Profile) claim(r *ksb.Rule, assumed map[string]GateState) GateState {
	switch {
	case len(r.Any) > 0:
		return p.count(r.Any, 1, assumed)
	case len(r.All) > 0:
		return p.count(r.All, len(r.All), assumed)
	case len(r.Of) > 0:
		return p.count(r.Of, int(r.AtLeast), assumed)
	case r.Not != nil:
		return not(p.claim(r.Not, assumed))
	}
	if assumed != nil {
		if state, given := assumed[p.atom(r, true)]; given {
			return state
		}
	}
	return p.singleClaim(r)
}

func (p *Profile) singleClaim(r *ksb.Rule) GateState {
	switch {
	case r.Credential != "":
		h, listed := p.wallet[r.Credential]
		return known(listed, h.held)
	case r.Credits != nil:
		h, listed := p.wallet[r.Credits.Of]
		return known(listed, h.credits >= r.Credits.AtLeast)
	}
	fact, listed := p.facts[r.Fact]
	return known(listed && fact.Date == 0, fact.Number >= r.AtLeast)
}

func known(listed, holds bool) GateState {
	switch {
	case !listed:
		return GateUnknown
	case holds:
		return GateMet
	}
	return GateNotMet
}

func not(s GateState) GateState {
	switch s {
	case GateMet:
		return GateNotMet
	case GateNotMet:
		return GateMet
	}
	return GateUnknown
}

// count: at least n of the rules hold.
func (p *Profile) count(rules []ksb.Rule, n int, assumed map[string]GateState) GateState {
	met, unknown := 0, 0
	for i := range rules {
		switch p.claim(&rules[i], assumed) {
		case GateMet:
			met++
		case GateUnknown:
			unknown++
		}
	}
	switch {
	case met >= n:
		return GateMet
	case met+unknown < n:
		return GateNotMet
	}
	return GateUnknown
}

// atom is what would make a single claim hold, in the words of a report: a
// credential's ID; "degree+80" for eighty more credits of it; "hoursAWeek>=30" for a
// fact; with "not " before it where the claim must not hold.
func (p *Profile) atom(r *ksb.Rule, holds bool) string {
	var text strings.Builder
	if !holds {
		text.WriteString("not ")
	}
	switch {
	case r.Credential != "":
		text.WriteString(string(r.Credential))
	case r.Credits != nil:
		missing := max(r.Credits.AtLeast-p.wallet[r.Credits.Of].credits, 0)
		text.WriteString(string(r.Credits.Of) + "+" + strconv.Itoa(missing))
	default:
		text.WriteString(r.Fact + ">=" + strconv.FormatFloat(r.AtLeast, 'f', -1, 64))
	}
	return text.String()
}
