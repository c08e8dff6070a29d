package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Text writes a report for people: 80 columns, no colour, plain English. The headline
// comes first, then the gates, the gaps in order of importance, what is shown, what
// to assess next, and what the report rests on. The only errors are those of w.
func Text(w io.Writer, r *assess.Report) error {
	p := &Page{}
	headline(p, r)
	gates(p, r)
	gaps(p, r)
	duties(p, r)
	next(p, r)
	findings(p, r)
	basis(p, r)
	return p.Flush(w)
}

func headline(p *Page, r *assess.Report) {
	title := r.Role.Title
	if r.Role.Edition != "" {
		title += ", edition " + r.Role.Edition
	}
	p.Heading(fmt.Sprintf("%s against %s, as of %s", orUnnamed(r.Worker), title, orUndated(r.AsOf)))
	p.Item("", verdict(r)+" "+because(r))
	p.Item("", "")
	p.Item("  Shown     ", fmt.Sprintf("%d of %d requirements, which is %s of what the role needs.", r.Met, r.Of, Percent(r.Assured)))
	p.Item("  Estimate  ", fmt.Sprintf("%s (likely between %s and %s), a guess at what a full assessment would find.", Percent(r.Estimate), Percent(r.Low), Percent(r.High)))
	p.Item("  Looked at ", fmt.Sprintf("%s of the role so far.", Percent(r.Coverage)))
}

func orUnnamed(worker string) string {
	if worker == "" {
		return "This worker"
	}
	return worker
}

func orUndated(day ksb.Date) string {
	if day == 0 {
		return "no known day"
	}
	return day.String()
}

func verdict(r *assess.Report) string {
	switch r.Ready {
	case assess.Yes:
		return "READY."
	case assess.No:
		return "NOT READY."
	}
	return "NOT KNOWN YET."
}

// because says what stands in the way, each cause with at most a line of names.
func because(r *assess.Report) string {
	label := Labels(r)
	var said []string
	for _, c := range r.ReadyBecause {
		names := make([]string, len(c.Refs))
		for i, ref := range c.Refs {
			names[i] = label(ref)
		}
		said = append(said, causeWords(c.Code, some(names)))
	}
	return strings.Join(said, " ")
}

func causeWords(code, names string) string {
	switch code {
	case "all-met":
		return "Everything the role asks for is shown, and every gate that counts is open."
	case "requirement-below":
		return "Not yet met: " + names + "."
	case "requirement-open":
		return "Still to be settled: " + names + "."
	case "gate-not-met":
		return "Gates that are shut: " + names + "."
	case "gate-in-grace":
		return "Gates still to be opened in time: " + names + "."
	case "gate-unknown":
		return "Gates nobody has checked: " + names + "."
	case "assured-too-little":
		return "Too little of the role is shown."
	}
	return code + ": " + names + "."
}

// some joins names, with a count in place of those beyond the eighth.
func some(names []string) string {
	const most = 8
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

func gates(p *Page, r *assess.Report) {
	if len(r.Gates) == 0 {
		return
	}
	p.Heading("Gates")
	for _, g := range r.Gates {
		state := map[assess.GateState]string{
			assess.GateMet: "[x] open     ", assess.GateNotMet: "[ ] shut     ", assess.GateUnknown: "[?] not known",
		}[g.State]
		p.Item("  "+state+"  ", fmt.Sprintf("%s (%s)%s", g.Gate, g.Phase, gateWords(g, r.AsOf)))
	}
}

func gateWords(g assess.GateResult, asOf ksb.Date) (words string) {
	switch {
	case g.Due != 0 && asOf > g.Due:
		words = ", was due by " + g.Due.String()
	case g.Due != 0:
		words = ", due by " + g.Due.String()
	}
	ways := make([]string, len(g.Opens))
	for i, way := range g.Opens {
		ways[i] = strings.Join(way, " and ")
	}
	if len(ways) > 0 {
		words += "; opens with " + alternatives(ways)
	}
	return words
}

// alternatives joins alternatives, three at most.
func alternatives(ways []string) string {
	const most = 3
	if len(ways) > most {
		return fmt.Sprintf("%s, or %d other ways", strings.Join(ways[:most], ", or "), len(ways)-most)
	}
	return strings.Join(ways, ", or ")
}

// gaps writes what is not shown, in order of rank, and what is in one list.
func gaps(p *Page, r *assess.Report) {
	p.Heading("Gaps, the most important first")
	var met, outside []string
	rank := 0
	for i := range r.Gaps {
		switch g := &r.Gaps[i]; {
		case g.Status == assess.NotApplicable:
			outside = append(outside, Label(g))
		case g.Status == assess.Met && g.Override == nil:
			met = append(met, Label(g))
		default:
			rank++
			gap(p, rank, g)
		}
	}
	if rank == 0 {
		p.Item("  ", "None.")
	}
	list(p, "  Met:            ", met)
	list(p, "  Not applicable: ", outside)
}

func list(p *Page, lead string, labels []string) {
	slices.SortFunc(labels, ksb.CompareCodes)
	if len(labels) > 0 {
		p.Item(lead, strings.Join(labels, ", "))
	}
}

func gap(p *Page, rank int, g *assess.Gap) {
	facts := []string{statusWord(g.Status)}
	if g.Critical {
		facts = append(facts, "critical")
	}
	if action := actionWords(g.Action); action != "" {
		facts = append(facts, action)
	}
	p.Item(fmt.Sprintf("%4d. ", rank), fmt.Sprintf("%s  %s", Label(g), strings.ToUpper(facts[0])+suffix(facts[1:])))
	p.Item("      ", g.Text)
	p.Item("      ", fmt.Sprintf("Needs %s%s. %s", Rung(g, g.Level), dutyWords(g), reasons(g)))
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

func duties(p *Page, r *assess.Report) {
	if len(r.Duties) == 0 {
		return
	}
	p.Heading("Duties")
	for _, d := range r.Duties {
		label := d.Code
		if label == "" {
			label = string(d.Duty)
		}
		shown := fmt.Sprintf("%2d of %2d shown", d.Met, d.Of)
		if d.Of == 0 {
			shown = "not mapped"
		}
		p.Item("  "+Column(label, 4)+" "+Column(shown, 14)+"  ", d.Text)
	}
}

// next lists the statements whose assessment would tell most.
func next(p *Page, r *assess.Report) {
	const most = 5
	if len(r.Next) == 0 {
		return
	}
	p.Heading("Worth assessing next")
	undecided := map[ksb.StatementID]*assess.Gap{}
	for i := range r.Gaps {
		if g := &r.Gaps[i]; g.Override == nil {
			undecided[g.Statement] = g
		}
	}
	shown, more := 0, 0
	for _, probe := range r.Next {
		g := undecided[probe.Statement]
		switch {
		case g == nil: // a person has decided
		case shown == most:
			more++
		default:
			shown++
			p.Item("  "+Column(Label(g), 5), g.Text)
		}
	}
	if more > 0 {
		p.Item("  ", fmt.Sprintf("and %d more", more))
	}
}

func findings(p *Page, r *assess.Report) {
	if len(r.Findings) == 0 {
		return
	}
	p.Heading("To check")
	label := Labels(r)
	for _, f := range r.Findings {
		p.Item("  - ", findingWords(f, label))
	}
}

func basis(p *Page, r *assess.Report) {
	p.Heading("What this rests on")
	p.Item("  ", fmt.Sprintf("Standards %s, policy %s, model %q, rules %s. A person decides: every status can be "+
		"overruled, with a name and a reason, and is then shown as overruled.", r.Basis.Index, r.Basis.Policy.Format, r.Basis.Model, r.Basis.Engine))
}
