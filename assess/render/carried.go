package render

import "github.com/skillgap-go/skillgap/assess"

// Carried says over which confirmed link a piece came, and what is left of it: "test e1,
// carried from B/K2 (B/K2 is close to K1), counts 75%."; nothing for a piece that was not
// carried.
func (v Voice) Carried(part assess.Part) string {
	c := part.Carried
	if c == nil {
		return ""
	}
	key := "carried." + c.Link.Relation.String()
	if !v.words.Has(key) {
		key = "carried.close"
	}
	return v.say(key, "kind", v.EvidenceKind(part.Kind), "piece", v.name(part.Evidence), "from", v.name(string(c.From)),
		"one", v.name(string(c.Link.From)), "other", v.name(string(c.Link.To)), "share", v.Percent(c.Relevance))
}

// carried writes what counts for a requirement though it is about another statement.
func (t *text) carried() {
	headed := false
	for i := range t.r.Gaps {
		g := &t.r.Gaps[i]
		for _, part := range g.Parts {
			said := t.Carried(part)
			if said == "" {
				continue
			}
			if !headed {
				t.page.Heading(t.say("carried.title"))
				headed = true
			}
			t.page.Item("  "+Column(Label(g), 4)+" ", said)
		}
	}
}
