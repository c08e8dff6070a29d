package render

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/ksb/page"
)

func (t *text) headline() {
	t.Heading(t.say("needs.title", "items", t.count(len(t.r.Items)), "people", t.people(t.r.Respondents)))
	first := 0
	for _, row := range t.r.Items {
		if row.Triple {
			first++
			t.Item("  "+t.say("needs.first")+"  ", name(row))
		}
	}
	if first == 0 {
		t.Item("", t.say("needs.no-first"))
	}
}

func (t *text) count(items int) string { return t.say("needs.items", "n", items) }

func (t *text) people(n int) string { return t.say("needs.people", "n", n) }

func (t *text) items() {
	if len(t.r.Items) == 0 {
		return
	}
	t.Heading(t.say("needs.order"))
	for _, row := range t.r.Items {
		t.Item(fmt.Sprintf("  %3s. ", t.words.Number(row.Borich.Rank)), name(row))
		t.Item("       ", t.say("needs.ranks", "borich", t.number(row.Borich.Value), "first", row.Borich.Rank,
			"ranked", t.number(row.Ranked.Value), "second", row.Ranked.Rank, "difference", t.number(row.Difference.Value), "third", row.Difference.Rank))
		t.Item("       ", t.say("needs.means", "importance", t.number(row.Importance), "performance", t.number(row.Performance), "people", t.people(row.N), "verdict", t.verdict(row)))
	}
}

func name(row needs.Row) string {
	if row.Text == "" {
		return row.Item
	}
	return row.Item + "  " + row.Text
}

// verdict is what the methods without a number say of an item.
func (t *text) verdict(row needs.Row) string {
	said := t.code("needs.quadrant.", row.Quadrant.String(), needs.LowPriority.String())
	if row.Focus == needs.Top {
		said += " " + t.say("needs.top")
	}
	if row.OnLine {
		said += " " + t.say("needs.on-line")
	}
	if row.DIF != nil {
		said += " " + t.code("needs.dif.", row.DIF.String(), needs.NoTraining.String())
	}
	if row.Trainable != nil && row.Trainable.Minority() {
		said += " " + t.say("needs.minority", "yes", row.Trainable.Yes, "of", row.Trainable.Of)
	}
	return said
}

func (t *text) areas() {
	if len(t.r.Areas) == 0 {
		return
	}
	t.Heading(t.say("needs.areas"))
	for _, a := range t.r.Areas {
		t.Item("  "+page.Column(t.number(a.Difference), 7), t.say("needs.area", "area", a.Area, "items", t.count(a.Items)))
	}
}

func (t *text) agreement() {
	t.Heading(t.say("needs.agreement"))
	for _, a := range t.r.Agreement {
		tau := t.say("needs.tau.none")
		if a.Tau != nil {
			tau = t.say("needs.tau", "tau", t.number(*a.Tau))
		}
		t.Item("  - ", t.say("needs.agree", "first", t.method(a.First), "second", t.method(a.Second), "tau", tau, "top", a.Top, "shared", a.Shared, "share", t.Percent(a.Overlap)))
	}
}

func (t *text) method(m needs.Method) string {
	return t.code("needs.method.", m.String(), needs.DIFTree.String())
}

func (t *text) silent() {
	if len(t.r.Silent) == 0 {
		return
	}
	t.Heading(t.say("needs.silent"))
	for _, s := range t.r.Silent {
		t.Item("  - ", t.say("needs.silent.item", "item", s.Item, "n", s.N))
	}
}

// choices are those that the order rests on.
func (t *text) choices() {
	o, at := t.r.Options, t.r.Crossing
	t.Heading(t.say("basis.title"))
	t.Item("  ", t.code("needs.missing.", o.Missing.String(), needs.Pairwise.String()))
	t.Item("  ", t.say("needs.crossing", "importance", t.number(at.Importance), "performance", t.number(at.Performance), "quadrants", t.crossing(o.Quadrants.At),
		"locus-importance", t.number(at.LocusImportance), "discrepancy", t.number(at.LocusDiscrepancy), "locus", t.crossing(o.Locus.At)))
	t.Item("  ", t.say("needs.opinions"))
}

func (t *text) crossing(c needs.Crossing) string {
	return t.code("needs.at.", c.String(), needs.GrandMeans.String())
}
