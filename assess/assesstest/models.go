package assesstest

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
)

// Model is what is measured: a model of belief under a policy.
type Model struct {
	Name   string
	Doc    string
	Policy assess.Policy
	Model  belief.Model // nil: the ledger with the parameters of the policy
}

// Models are the ledger, the other models of package belief, and what spreadsheets do.
func Models() []Model {
	p := assess.DefaultPolicy()
	return []Model{
		{"ledger", "the default", p, nil},
		{"latent", "graded response on a grid", p, belief.DefaultLatent()},
		{"evidential-reasoning", "belief distributions, combined by weight", p, belief.DefaultEvidentialReasoning()},
		{"bkt", "knowledge tracing: made for repeated passes and failures", p, belief.DefaultBKT()},
		{"mean", "the average rating; nothing is level 0", p, belief.Mean{}},
		{"last", "the newest rating; nothing is level 0", p, belief.Last{}},
		{"max", "the greatest rating; nothing is level 0", p, belief.Max{}},
		{"mean-middle", "the average rating; nothing is the middle level", p, MeanOrMiddle{}},
	}
}

// MeanOrMiddle is the average rating, and the middle of the scale where there is none. It
// shows how much of what spreadsheets lose is lost by taking nothing for level 0.
type MeanOrMiddle struct{ belief.Mean }

// Name is "mean-middle".
func (MeanOrMiddle) Name() string { return "mean-middle" }

// Estimate takes the average of the ratings.
func (m MeanOrMiddle) Estimate(dst *belief.Estimate, s belief.Scale, pieces []belief.Piece) {
	if len(pieces) == 0 {
		pieces = []belief.Piece{{Level: float64(s.Top) / 2, Reliability: 0.5, Weight: 1}}
	}
	m.Mean.Estimate(dst, s, pieces)
}
