package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// gaps writes what is not shown, in order of rank; what a person has decided apart;
// and what is shown in one list.
func gaps(p *Page, r *assess.Report) {
	p.Heading("Gaps, the most important first")
	held := heldLevels(r)
	var met []string
	var decided []*assess.Gap
	rank := 0
	for i := range r.Gaps {
		switch g := &r.Gaps[i]; {
		case g.Override != nil:
			decided = append(decided, g)
		case g.Status == assess.Met:
			met = append(met, Label(g))
		default:
			rank++
			gap(p, fmt.Sprintf("%4d. ", rank), g, held[g.Statement])
		}
	}
	if rank == 0 {
		p.Item("  ", "None.")
	}
	if slices.SortFunc(met, ksb.CompareCodes); len(met) > 0 {
		p.Item("  Met: ", strings.Join(met, ", "))
	}
	decisions(p, decided, held)
}

// decisions writes what people have overruled: the evidence is as it was.
func decisions(p *Page, decided []*assess.Gap, held map[ksb.StatementID]ksb.Level) {
	if len(decided) == 0 {
		return
	}
	p.Heading("Decided by a person; the evidence is unchanged")
	for _, g := range decided {
		gap(p, "    - ", g, held[g.Statement])
	}
}

func heldLevels(r *assess.Report) map[ksb.StatementID]ksb.Level {
	held := make(map[ksb.StatementID]ksb.Level, len(r.Held.Levels))
	for _, h := range r.Held.Levels {
		held[h.Statement] = h.Level
	}
	return held
}

func gap(p *Page, lead string, g *assess.Gap, held ksb.Level) {
	facts := []string{strings.ToUpper(statusWord(g.Status))}
	if g.Critical {
		facts = append(facts, "critical")
	}
	if action := actionWords(g.Action); action != "" {
		facts = append(facts, action)
	}
	p.Item(lead, Label(g)+"  "+facts[0]+suffix(facts[1:]))
	if g.Text != "" {
		p.Item("      ", g.Text)
	}
	p.Item("      ", fmt.Sprintf("Needs %s%s. %s", Rung(g, g.Level), dutyWords(g), reasons(g, held)))
}

func suffix(facts []string) string {
	if len(facts) == 0 {
		return ""
	}
	return ": " + strings.Join(facts, "; ")
}

func dutyWords(g *assess.Gap) string {
	if len(g.Duties) == 0 {
		return ""
	}
	names := make([]string, len(g.Duties))
	for i, d := range g.Duties {
		names[i] = string(d)
	}
	return ", for " + some(names)
}
