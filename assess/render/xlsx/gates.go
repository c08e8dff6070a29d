package xlsx

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
)

// gates are what no statement can express: each open, shut or not known, never a score.
func (v *view) gates() Sheet {
	s := Sheet{Name: v.say("sheet.gates"), Columns: []Column{
		v.column("gate", 30), v.column("phase", 16),
		v.looking("state", 14, []Look{{v.GateState(assess.GateMet), Good}, {v.GateState(assess.GateNotMet), Short}, {v.GateState(assess.GateUnknown), Faint}}),
		v.column("due", 12), v.column("opens", 60), v.column("note", 40),
	}}
	for _, g := range v.r.Gates {
		s.Add(string(g.Gate), v.Phase(g.Phase), v.GateState(g.State), g.Due, v.ways(g.Opens), v.beside(g))
	}
	return s
}

// ways are the sets of things that would open a gate, by their IDs.
func (v *view) ways(sets [][]string) string {
	ways := make([]string, len(sets))
	for i, set := range sets {
		ways[i] = strings.Join(set, v.Words().Say("gate.and"))
	}
	return strings.Join(ways, v.Words().Say("gate.or"))
}

// beside says why a gate counts as open although nobody opened it, what it hangs on, and
// whether its day has passed.
func (v *view) beside(g assess.GateResult) string {
	switch {
	case g.Waiver != nil && g.Waiver.By != "":
		return v.Words().Say("gate.waived-by", "by", g.Waiver.By, "reason", g.Waiver.Reason)
	case g.Waiver != nil:
		return v.Words().Say("gate.waived", "reason", g.Waiver.Reason)
	case g.Exempt:
		return v.Words().Say("gate.exempt")
	case len(g.Asks) > 0:
		return v.Words().Say("gate.asks", "facts", strings.Join(g.Asks, v.Words().Say("gate.and")))
	}
	return v.Due(g, v.r.AsOf)
}

// duties are how far the statements of each duty are shown.
func (v *view) duties() Sheet {
	s := Sheet{Name: v.say("sheet.duties"), Columns: []Column{
		v.column("duty", 9), v.column("dutytext", 80), v.bar("importance", 12), v.column("met", 10), v.column("of", 10), v.bar("assured", 12), v.bar("estimate", 12),
	}}
	for _, d := range v.r.Duties {
		if d.Of == 0 {
			s.Add(orElse(d.Code, string(d.Duty)), d.Text, Percent(d.Importance), v.say("unmapped"))
			continue
		}
		s.Add(orElse(d.Code, string(d.Duty)), d.Text, Percent(d.Importance), d.Met, d.Of, Percent(d.Assured), Percent(d.Estimate))
	}
	return s
}

// findings are what somebody should check.
func (v *view) findings() Sheet {
	s := Sheet{Name: v.say("sheet.findings"), Columns: []Column{v.column("finding", 100), v.column("code", 12), v.column("piece", 24)}}
	for _, f := range v.r.Findings {
		code := ""
		if f.Statement != "" {
			code = v.label(f.Statement)
		}
		s.Add(v.Finding(f, v.label), code, f.Evidence)
	}
	return s
}
