package xlsx

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
)

// gaps is every requirement, in the order of the report. What a reader acts on stands
// first and is printed; the numbers behind it follow.
func (v *view) gaps() Sheet {
	s := Sheet{Name: v.say("sheet.gaps"), Printed: 9, Columns: []Column{
		v.column("rank", 7), v.column("code", 9), v.column("text", 56), v.looking("status", 20, v.looks()), v.column("action", 18),
		v.column("needs", 20), v.column("critical", 10), v.bar("priority", 12), v.column("why", 56),
		v.column("kind", 13), v.bar("likely", 13), v.bar("importance", 13), v.bar("share", 13), v.column("tied", 11), v.column("assess", 11),
		v.column("duties", 18), v.column("pieces", 11), v.column("newest", 12), v.column("decision", 44), v.column("statement", 30),
	}}
	next := map[ksb.StatementID]int{}
	for i, probe := range v.r.Next {
		next[probe.Statement] = i + 1
	}
	for i := range v.r.Gaps {
		g := &v.r.Gaps[i]
		s.Add(i+1, render.Label(g), g.Text, v.Status(g.Status), v.Action(g.Action),
			v.Level(g, g.Level), g.Critical, g.Priority, strings.Join(v.Reasons(g, v.held[g.Statement]), " "),
			v.Kind(g.Kind), likely(g), Percent(g.Importance), Percent(g.Share), g.TiedWithNext, orBlank(next[g.Statement]),
			joined(g.Duties), len(g.Parts), newest(g), v.decision(g.Override), string(g.Statement))
	}
	return s
}

func orBlank(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// likely is the probability of being there; blank where there is no level to reach.
func likely(g *assess.Gap) any {
	if g.Level == 0 || int(g.Level) > len(g.AtLeast) {
		return nil
	}
	return Percent(g.Probability())
}

func newest(g *assess.Gap) (day ksb.Date) {
	for _, p := range g.Parts {
		day = max(day, p.At)
	}
	return day
}

// decision is what a person decided, beside the evidence.
func (v *view) decision(o *assess.Override) string {
	switch {
	case o == nil:
		return ""
	case o.At == 0:
		return v.say("decided", "by", orElse(o.By, v.Words().Say("decided.nobody")))
	}
	return v.say("decided.on", "by", orElse(o.By, v.Words().Say("decided.nobody")), "day", o.At.String())
}
