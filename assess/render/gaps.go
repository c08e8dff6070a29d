package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// standing sorts the requirements of a report out, each list in the order of the report.
type standing struct{ open, met, decided []*assess.Gap }

func sorted(r *assess.Report) (s standing) {
	for i := range r.Gaps {
		switch g := &r.Gaps[i]; {
		case g.Override != nil:
			s.decided = append(s.decided, g)
		case g.Status == assess.Met:
			s.met = append(s.met, g)
		default:
			s.open = append(s.open, g)
		}
	}
	return s
}

// gaps writes what is not shown, in order of rank; what a person has decided apart;
// and what is shown in one list.
func (t *text) gaps() {
	t.page.Heading(t.say("gaps.title"))
	all := sorted(t.r)
	for i, g := range all.open {
		t.gap(fmt.Sprintf("%4d. ", i+1), g)
	}
	if len(all.open) == 0 {
		t.page.Item("  ", t.say("gaps.none"))
	}
	if len(all.met) > 0 {
		t.page.Item("  "+t.say("gaps.met")+" ", strings.Join(labelsOf(all.met), t.say("list.comma")))
	}
	t.decisions(all.decided)
}

// labelsOf are the labels of gaps in natural order.
func labelsOf(gaps []*assess.Gap) []string {
	labels := make([]string, len(gaps))
	for i, g := range gaps {
		labels[i] = Label(g)
	}
	slices.SortFunc(labels, ksb.CompareCodes)
	return labels
}

// decisions writes what people have overruled: the evidence is as it was.
func (t *text) decisions(decided []*assess.Gap) {
	if len(decided) == 0 {
		return
	}
	t.page.Heading(t.say("gaps.decided"))
	for _, g := range decided {
		t.gap("    - ", g)
	}
}

func (t *text) gap(lead string, g *assess.Gap) {
	facts := []string{t.words.Upper(t.Status(g.Status))}
	if g.Critical {
		facts = append(facts, t.say("gap.critical"))
	}
	if action := t.Action(g.Action); action != "" {
		facts = append(facts, action)
	}
	t.page.Item(lead, Label(g)+"  "+facts[0]+suffix(facts[1:]))
	if g.Text != "" {
		t.page.Item("      ", g.Text)
	}
	t.page.Item("      ", t.needs(g, strings.Join(t.Reasons(g, t.held[g.Statement]), " ")))
}

func suffix(facts []string) string {
	if len(facts) == 0 {
		return ""
	}
	return ": " + strings.Join(facts, "; ")
}

// needs says which level a gap needs, for which duties, and why it stands there.
func (v Voice) needs(g *assess.Gap, reasons string) string {
	if len(g.Duties) == 0 {
		return v.say("gap.needs", "level", v.Level(g, g.Level), "reasons", reasons)
	}
	names := make([]string, len(g.Duties))
	for i, d := range g.Duties {
		names[i] = string(d)
	}
	return v.say("gap.needs-for", "level", v.Level(g, g.Level), "duties", v.some(names), "reasons", reasons)
}
