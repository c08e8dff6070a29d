package assess_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// From three pieces of evidence to a status, with every number on the way. The skill has
// five rungs, 0 to 4, and the role asks for level 3.
//
// An assessor observed level 3 a hundred days ago: the default reliability of an
// observation is 0.75, which weighs 0.75/0.25 = 3; evidence of a skill halves in 730 days,
// so 3 x 2^(-100/730) = 2.7283 is left. A supervisor saw level 2 a year ago: 0.60/0.40 =
// 1.5, of which 1.0607 is left. The person says 4: 0.15/0.85 = 0.1765, of which 0.1715.
//
// Each mass is split into what speaks for "level 3 or above" and what speaks against, by
// how far the grade is from 2½ and how blurred such a grade is. The parts add up to what
// the ledger holds, and that, with one unit of doubt, to belief, disbelief and uncertainty.
// The probability is that of the Beta distribution above one half.
func Example_worked() {
	level := func(l float64) *float64 { return &l }
	day := ksb.Date(739797) // 2026-06-30
	worker := assess.Worker{ID: "w-17", Evidence: []assess.Evidence{
		{ID: "e1", Statements: assess.Refs("S1"), Kind: assess.Observation, Level: level(3), By: "assessor-a", At: day - 100},
		{ID: "e2", Statements: assess.Refs("S1"), Kind: assess.Supervisor, Level: level(2), By: "supervisor-b", At: day - 365},
		{ID: "e3", Statements: assess.Refs("S1"), Kind: assess.Self, Level: level(4), At: day - 30},
	}}
	report, err := assess.Quick(ward(), worker, "senior", day)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range report.Gaps {
		if g.Statement != "S1" {
			continue
		}
		supports, counters := 0.0, 0.0
		for _, p := range g.Parts {
			fmt.Printf("%s %-11v for %.4f, against %.4f: moves the probability by %+.4f\n", p.Evidence, p.Kind, p.For, p.Against, p.Delta)
			supports, counters = supports+p.For, counters+p.Against
		}
		n := supports + counters + 1
		fmt.Printf("in all      for %.4f, against %.4f, doubt 1\n", supports, counters)
		fmt.Printf("belief      %.4f / %.4f = %.4f\n", supports, n, g.Belief)
		fmt.Printf("disbelief   %.4f / %.4f = %.4f\n", counters, n, g.Disbelief)
		fmt.Printf("uncertainty 1 / %.4f = %.4f\n", n, g.Uncertainty)
		fmt.Printf("probability of level 1, 2, 3, 4 or above: %.4f\n", g.AtLeast)
		fmt.Printf("expected level %.4f, 90 %% interval %.4f to %.4f\n", g.Mean, g.Low, g.High)
		fmt.Printf("expected shortfall %.4f, times importance %.1f: priority %.4f\n", g.Expected, g.Importance, g.Priority)
		fmt.Printf("met needs 0.80, this is %.4f: %v, so %v\n", g.Probability(), g.Status, g.Action)
	}
	// Output:
	// e1 observation for 2.2199, against 0.5084: moves the probability by +0.3981
	// e2 supervisor  for 0.2765, against 0.7841: moves the probability by -0.1177
	// e3 self        for 0.1278, against 0.0437: moves the probability by +0.0109
	// in all      for 2.6242, against 1.3362, doubt 1
	// belief      2.6242 / 4.9604 = 0.5290
	// disbelief   1.3362 / 4.9604 = 0.2694
	// uncertainty 1 / 4.9604 = 0.2016
	// probability of level 1, 2, 3, 4 or above: [0.9949 0.9672 0.7036 0.0453]
	// expected level 2.7110, 90 % interval 1.5653 to 3.4929
	// expected shortfall 0.3343, times importance 1.0: priority 0.3343
	// met needs 0.80, this is 0.7036: uncertain, so assess
}
