package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
)

// lapses says which credentials run out before the plan ends, and what that means.
func (t *text) lapses() section {
	s := section{title: "What runs out on the way"}
	for _, l := range t.p.Lapses {
		s.sayUnder(string(l.Credential)+":", "valid until "+l.Until.String()+", before the plan ends. "+lapseWords(l))
	}
	return s
}

func lapseWords(l pathway.Lapse) string {
	needed := joined(l.NeededBy)
	switch {
	case len(l.RenewedBy) > 0 && needed != "":
		return needed + areOrIsAfter(l.NeededBy) + " need of it after that; renewed by " + joined(l.RenewedBy) + "."
	case len(l.RenewedBy) > 0:
		return "Renewed by " + joined(l.RenewedBy) + "."
	case needed != "" && len(l.Renews) == 0:
		return needed + areOrIsAfter(l.NeededBy) + " need of it after that, and no course here awards it: look at this first."
	case needed != "":
		return needed + areOrIsAfter(l.NeededBy) + " need of it after that, and no plan that renews it closes as much: look at this first. It is awarded by " + strings.Join(l.Renews, " or ") + "."
	case len(l.Renews) > 0:
		return "Nothing in the plan needs it after that. To keep it: " + strings.Join(l.Renews, " or ") + "."
	}
	return "Nothing in the plan needs it after that, and no course here awards it."
}

func areOrIsAfter(list []string) string {
	if len(list) == 1 {
		return " has"
	}
	return " have"
}
