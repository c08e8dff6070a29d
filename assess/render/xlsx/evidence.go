package xlsx

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
)

// evidence is every piece for every requirement, with what it adds, and the pieces that
// wait for a decision.
func (v *view) evidence() Sheet {
	s := Sheet{Name: v.say("sheet.evidence"), Columns: []Column{
		v.column("code", 9), v.column("text", 60), v.column("piece", 24), v.column("piecekind", 16), v.column("by", 24), v.column("as", 14),
		v.column("at", 12), v.column("until", 12), v.bar("for", 10), v.bar("against", 10), v.column("delta", 14), v.column("inferred", 20), v.column("note", 44),
	}}
	for i := range v.r.Gaps {
		g := &v.r.Gaps[i]
		for _, p := range g.Parts {
			s.Add(render.Label(g), g.Text, p.Evidence, v.EvidenceKind(p.Kind), p.By, v.Party(p.As), p.At, p.Until,
				p.For, p.Against, Percent(p.Delta), v.from(p), v.carried(p))
		}
		for _, id := range g.Waiting {
			s.Add(render.Label(g), g.Text, id, nil, nil, nil, nil, nil, nil, nil, nil, nil, v.say("waiting"))
		}
	}
	return s
}

// from is the statement that a piece is about, where it is another one.
func (v *view) from(p assess.Part) string {
	if p.Inferred == "" {
		return ""
	}
	return v.label(string(p.Inferred))
}

// carried says over which link a piece has come; "": it names the statement itself.
func (v *view) carried(p assess.Part) string {
	if p.Carried == nil {
		return ""
	}
	return v.Carried(p)
}
