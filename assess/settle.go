package assess

import (
	"github.com/skillgap-go/skillgap/assess/belief"
)

// Settles tells whether one more piece of evidence, fresh and of this kind, would
// make a gap of the report met: as when a course ends with a test. level is what the
// piece would show, 0 to the top rung. The piece is taken to come from a source that
// has said nothing so far. Where the report does not rest on a ledger, a level that
// is high enough settles.
func (r *Report) Settles(g *Gap, kind EvidenceKind, level float64) bool {
	policy := &r.Basis.Policy
	ledger := policy.Ledger()
	if r.Basis.Model != ledger.Name() {
		return level >= float64(g.Level)
	}
	top := len(g.AtLeast)
	scale := belief.Scale{Top: top, Base: policy.baseOf(g.Statement, top)}
	adds := ledger.Explain(nil, scale, []belief.Piece{{
		Mode: Mode(0).of(kind), Level: level, Weight: 1, Reliability: policy.Reliability.Of(kind),
	}}, int(g.Level))[0]
	met := func(counts func(Part) bool, critical bool) bool {
		all, others := adds, adds
		if kind == Self {
			others = belief.Contribution{}
		}
		for _, part := range g.Parts {
			if !counts(part) {
				continue
			}
			all.For, all.Against = all.For+part.For, all.Against+part.Against
			if part.Kind != Self {
				others.For, others.Against = others.For+part.For, others.Against+part.Against
			}
		}
		q := ledger.Probability(scale, int(g.Level), all.For, all.Against)
		return policy.met(q, others.For/(others.For+others.Against+policy.PriorWeight), critical)
	}
	shown := func(p Part) bool { return p.Inferred == "" }
	return met(func(Part) bool { return true }, g.Critical) && (!g.Critical || met(shown, true))
}
