package assess

import "github.com/skillgap-go/skillgap/assess/belief"

// blindSpots tries a model on two made-up profiles and names the statuses that it cannot
// tell apart, whatever it is called:
//
//   - contested: two sources contradict each other, and the model keeps no account of who
//     said what. Such a requirement is shown as met, below or uncertain.
//   - not evidenced: one piece that has as good as aged away leaves the model without
//     doubt. Anybody's faintest word counts as having looked.
func blindSpots(m belief.Model, infer bool) (list []Finding) {
	note := func(code string, statuses ...Status) {
		f := finding("model", code, "", "", m.Name())
		for _, s := range statuses {
			f.Refs = append(f.Refs, s.String())
		}
		list = append(list, f)
	}
	var e belief.Estimate
	s := belief.Scale{Top: 1, HalfLifeDays: 1}
	fresh := belief.Piece{ID: "for", Source: 1, Level: 1, Reliability: 0.75, Weight: 1}
	against := belief.Piece{ID: "against", Source: 2, Level: 0, Reliability: 0.75, Weight: 1}
	if m.Estimate(&e, s, []belief.Piece{fresh, against}); len(e.Sources) < 2 {
		note("contested-not-told", Met, BelowLevel, Uncertain)
	}
	fresh.AgeDays = 100
	if m.Estimate(&e, s, []belief.Piece{fresh}); e.Opinion[0].Uncertainty < 0.5 {
		note("not-evidenced-not-told", Met, BelowLevel, Uncertain)
	}
	if _, ledger := m.(belief.Ledger); infer && !ledger {
		note("nothing-inferred")
	}
	return list
}
