package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
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
	p.Heading(fmt.Sprintf("%s against %s, on %s", orUnnamed(r.Worker), title, orUndated(r.AsOf)))
	p.Item("", verdict(r)+" "+because(r))
	p.Item("", "")
	p.Item("  Shown      ", fmt.Sprintf("%d of %d requirements, which is %s of what the role needs.", r.Met, r.Of, Percent(r.Assured)))
	p.Item("  Looked at  ", fmt.Sprintf("%s of the role so far.", Percent(r.Coverage)))
	guess := "a guess at what a full assessment would find."
	if strictjson.Round6(r.Coverage) == 0 {
		guess = "which is what is usual before anybody has looked, and says nothing of this person."
	}
	p.Item("  Estimate   ", fmt.Sprintf("%s (likely between %s and %s), %s", Percent(r.Estimate), Percent(r.Low), Percent(r.High), guess))
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

func duties(p *Page, r *assess.Report) {
	if len(r.Duties) == 0 {
		return
	}
	p.Heading("Duties")
	mapped := func(d assess.DutyReadiness) bool { return d.Of > 0 }
	if !slices.ContainsFunc(r.Duties, mapped) {
		p.Item("  ", fmt.Sprintf("None of the %d duties says which statements it needs, so how far each is shown cannot be told.", len(r.Duties)))
		return
	}
	for _, d := range r.Duties {
		label := d.Code
		if label == "" {
			label = string(d.Duty)
		}
		shown := fmt.Sprintf("%2d of %2d shown", d.Met, d.Of)
		if !mapped(d) {
			shown = "not mapped"
		}
		p.Item("  "+Column(label, 4)+" "+Column(shown, 14)+"  ", d.Text)
	}
}

// next lists the statements whose assessment would tell most, without those that a
// person has decided.
func next(p *Page, r *assess.Report) {
	const most = 5
	open := undecided(r)
	if len(open) == 0 {
		return
	}
	p.Heading("Worth assessing next")
	for _, g := range open[:min(len(open), most)] {
		p.Item("  "+Column(Label(g), 4)+" ", g.Text)
	}
	if more := len(open) - most; more > 0 {
		p.Item("  ", fmt.Sprintf("and %d more statements", more))
	}
}

func undecided(r *assess.Report) (list []*assess.Gap) {
	gaps := map[ksb.StatementID]*assess.Gap{}
	for i := range r.Gaps {
		gaps[r.Gaps[i].Statement] = &r.Gaps[i]
	}
	for _, probe := range r.Next {
		if g := gaps[probe.Statement]; g != nil && g.Override == nil {
			list = append(list, g)
		}
	}
	return list
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
	p.Item("  ", fmt.Sprintf("Standards %s, model %s, rules %s. A person decides: every status can be overruled, "+
		"with a name and a reason, and is then shown as overruled.", r.Basis.Index, r.Basis.Model, r.Basis.Engine))
}
