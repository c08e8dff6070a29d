package render

import "github.com/skillgap-go/skillgap/pathway"

// lapses says which credentials run out before the plan ends, and what that means.
func (t *text) lapses() section {
	s := section{title: t.say("plan.lapses")}
	for _, l := range t.p.Lapses {
		s.sayAfter(string(l.Credential), t.say("plan.text.lapses", "day", l.Until.String(), "then", t.lapse(l)))
	}
	return s
}

func (t *text) lapse(l pathway.Lapse) string {
	n, needed := len(l.NeededBy), t.commas(l.NeededBy)
	switch {
	case len(l.RenewedBy) > 0 && n > 0:
		return t.say("plan.text.lapses.renewed", "n", n, "needed", needed, "names", t.commas(l.RenewedBy))
	case len(l.RenewedBy) > 0:
		return t.say("plan.lapses.renewed", "names", t.commas(l.RenewedBy))
	case n > 0 && len(l.Renews) == 0:
		return t.say("plan.text.lapses.stuck", "n", n, "needed", needed)
	case n > 0:
		return t.say("plan.text.lapses.dear", "n", n, "needed", needed, "names", t.either(l.Renews))
	case len(l.Renews) > 0:
		return t.say("plan.lapses.keep", "names", t.either(l.Renews))
	}
	return t.say("plan.lapses.gone")
}
