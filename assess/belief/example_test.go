package belief_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess/belief"
)

// A visitor and the supervisor saw level 3, the worker claims 4: is 3 reached?
func ExampleLedger_Estimate() {
	scale := belief.Scale{Top: 4, HalfLifeDays: 730}
	pieces := []belief.Piece{
		{ID: "site visit", Source: 1, Level: 3, Reliability: 0.75, Weight: 1, AgeDays: 100},
		{ID: "supervisor", Source: 2, Level: 3, Reliability: 0.60, Weight: 1},
		{ID: "own claim", Source: 3, Level: 4, Reliability: 0.15, Weight: 1},
	}
	var e belief.Estimate // keep it: the next Estimate uses its memory again
	belief.DefaultLedger().Estimate(&e, scale, pieces)
	o := e.Opinion[3-1]
	fmt.Printf("level 3 with probability %.2f\n", e.AtLeast[3-1])
	fmt.Printf("belief %.2f, disbelief %.2f, uncertainty %.2f\n", o.Belief, o.Disbelief, o.Uncertainty)
	fmt.Printf("expected level %.1f, between %.1f and %.1f\n", e.Mean, e.Low, e.High)
	// Output:
	// level 3 with probability 0.86
	// belief 0.64, disbelief 0.17, uncertainty 0.19
	// expected level 2.9, between 1.8 and 3.8
}

// Every piece tells what it added, and what would be lost without it.
func ExampleLedger_Explain() {
	scale := belief.Scale{Top: 4, HalfLifeDays: 730}
	pieces := []belief.Piece{
		{ID: "certificate", Source: 1, Mode: belief.AtLeast, Level: 3, Reliability: 0.75, Weight: 1, AgeDays: 400},
		{ID: "failed test", Source: 2, Mode: belief.Below, Level: 3, Reliability: 0.80, Weight: 1},
		{ID: "own claim", Source: 3, Level: 4, Reliability: 0.15, Weight: 1},
	}
	for i, c := range belief.DefaultLedger().Explain(nil, scale, pieces, 3) {
		fmt.Printf("%-11s  for %.2f  against %.2f  %+.2f\n", pieces[i].ID, c.For, c.Against, c.Delta)
	}
	// Output:
	// certificate  for 1.95  against 0.00  +0.19
	// failed test  for 0.00  against 3.87  -0.69
	// own claim    for 0.13  against 0.04  +0.01
}

// The average of a dispute is a level that neither assessor saw, and looks certain.
func ExampleMean() {
	scale := belief.Scale{Top: 4}
	dispute := []belief.Piece{
		{ID: "one", Source: 1, Level: 4, Reliability: 0.75, Weight: 1},
		{ID: "two", Source: 2, Level: 0, Reliability: 0.75, Weight: 1},
	}
	for _, m := range []belief.Model{belief.Mean{}, belief.DefaultLedger()} {
		var e belief.Estimate
		m.Estimate(&e, scale, dispute)
		fmt.Printf("%s: level %.1f, between %.1f and %.1f\n", m.Name(), e.Mean, e.Low, e.High)
	}
	// Output:
	// mean: level 2.0, between 1.6 and 2.5
	// ledger: level 2.0, between -0.3 and 4.3
}
