package assess

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// decide answers whether the worker is ready, and why: no if something is shown to
// be missing, yes if everything is shown, else not known.
func (a *assessment) decide() {
	var missing, unknown []Cause
	add := func(list *[]Cause, code string, refs []string) {
		if len(refs) > 0 {
			*list = append(*list, Cause{code, refs})
		}
	}
	below, open := a.openRequirements()
	add(&missing, "requirement-below", below)
	add(&unknown, "requirement-open", open)
	if a.policy.ReadyRule == ReadyInternal && a.report.Assured < a.policy.ReadyShare {
		unknown = append(unknown, Cause{"assured-too-little", []string{}})
	}
	add(&missing, "gate-not-met", a.gatesThat(func(g *GateResult) bool { return g.State == GateNotMet && !a.inGrace(g) }))
	add(&unknown, "gate-in-grace", a.gatesThat(func(g *GateResult) bool { return g.State == GateNotMet && a.inGrace(g) }))
	add(&unknown, "gate-unknown", a.gatesThat(func(g *GateResult) bool { return g.State == GateUnknown }))
	r := a.report
	switch {
	case len(missing) > 0:
		r.Ready, r.ReadyBecause = No, append(missing, unknown...)
		slices.SortStableFunc(r.ReadyBecause, requirementsFirst)
	case len(unknown) > 0:
		r.Ready, r.ReadyBecause = Unknown, unknown
	default:
		r.Ready, r.ReadyBecause = Yes, []Cause{{"all-met", []string{}}}
	}
}

// requirementsFirst puts what is said of requirements before what is said of gates.
func requirementsFirst(c, d Cause) int {
	about := func(c Cause) int {
		if strings.HasPrefix(c.Code, "gate-") {
			return 1
		}
		return 0
	}
	return about(c) - about(d)
}

// openRequirements are the statements that the rule of readiness asks for and that
// are shown to be below, and those that are otherwise not met, in order of rank.
func (a *assessment) openRequirements() (below, open []string) {
	for i := range a.report.Gaps {
		g := &a.report.Gaps[i]
		if a.policy.ReadyRule == ReadyInternal && !g.Critical {
			continue
		}
		switch g.Status {
		case Met, NotApplicable:
		case BelowLevel:
			below = append(below, string(g.Statement))
		default:
			open = append(open, string(g.Statement))
		}
	}
	return below, open
}

// gatesThat are the IDs of the gates that count and fit.
func (a *assessment) gatesThat(fits func(*GateResult) bool) (ids []string) {
	for i := range a.report.Gates {
		if g := &a.report.Gates[i]; a.counts(g.Phase) && fits(g) {
			ids = append(ids, string(g.Gate))
		}
	}
	return ids
}

// counts: registration and retention concern only people who are in the role.
func (a *assessment) counts(p ksb.Phase) bool {
	return a.policy.InRole || p != ksb.Registration && p != ksb.Retention
}

// inGrace: the gate has days of grace, and they have not passed as far as is known.
func (a *assessment) inGrace(result *GateResult) bool {
	at := slices.IndexFunc(a.brief.Role.Gates, func(g ksb.Gate) bool { return g.ID == result.Gate })
	if a.brief.Role.Gates[at].GraceDays == 0 {
		return false
	}
	return result.Due == 0 || a.p.asOf <= result.Due
}

// fillFindings gathers what a person should know that no number says.
func (a *assessment) fillFindings() {
	list := slices.Concat(a.p.findings, a.findings, a.blind)
	for i := range a.needs {
		if s := a.needs[i].standing; s != nil {
			list = append(list, s.findings...)
		}
	}
	note := func(code string, holds bool, numbers ...Number) {
		if holds {
			f := finding("role", code, "", "")
			f.Numbers = append(f.Numbers, numbers...)
			list = append(list, f)
		}
	}
	note("nothing-to-require", a.report.Of == 0)
	note("importance-without-duty", a.brief.Unmapped > 0, Number{"statements", float64(a.brief.Unmapped)})
	note("option-without-mapping", a.brief.OptionUnmapped)
	switch {
	case a.p.derived && a.p.asOf != 0:
		list = append(list, finding("as-of", "newest-evidence", "", "", a.p.asOf.String()))
	case a.p.derived:
		list = append(list, finding("as-of", "no-day", "", ""))
	}
	slices.SortFunc(list, Finding.Compare)
	a.report.Findings = nonNil(slices.CompactFunc(list, func(f, g Finding) bool { return f.Compare(g) == 0 }))
}
