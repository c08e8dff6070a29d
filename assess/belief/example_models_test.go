package belief_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess/belief"
)

// Three pieces of evidence, step by step, to the numbers that a status hangs on.
func Example() {
	scale := belief.Scale{Top: 4, HalfLifeDays: 730}
	pieces := []belief.Piece{
		{ID: "observation", Source: 1, Level: 3, Reliability: 0.75, Weight: 1, AgeDays: 365},
		{ID: "supervisor", Source: 2, Level: 2, Reliability: 0.60, Weight: 1},
		{ID: "own claim", Source: 3, Level: 4, Reliability: 0.15, Weight: 1},
	}
	ledger, required := belief.DefaultLedger(), 3
	for i, c := range ledger.Explain(nil, scale, pieces, required) {
		fmt.Printf("%-11s  for %.3f  against %.3f\n", pieces[i].ID, c.For, c.Against)
	}
	var e belief.Estimate
	ledger.Estimate(&e, scale, pieces)
	r, s, o := e.For[required-1], e.Against[required-1], e.Opinion[required-1]
	fmt.Printf("sum          for %.3f  against %.3f, and %g for what nobody said\n", r, s, ledger.PriorWeight)
	fmt.Printf("belief %.3f, disbelief %.3f, uncertainty %.3f\n", o.Belief, o.Disbelief, o.Uncertainty)
	fmt.Printf("level %d or above with probability %.3f\n", required, e.AtLeast[required-1])
	// Output:
	// observation  for 1.726  against 0.395
	// supervisor   for 0.391  against 1.109
	// own claim    for 0.131  against 0.045
	// sum          for 2.249  against 1.549, and 1 for what nobody said
	// belief 0.469, disbelief 0.323, uncertainty 0.208
	// level 3 or above with probability 0.598
}

// One dispute, as every model tells it: the ledger alone keeps both sides.
func ExampleModel() {
	scale := belief.Scale{Top: 4}
	dispute := []belief.Piece{
		{ID: "one", Source: 1, Level: 4, Reliability: 0.75, Weight: 1},
		{ID: "two", Source: 2, Level: 1, Reliability: 0.75, Weight: 1},
	}
	for _, m := range []belief.Model{
		belief.DefaultLedger(), belief.DefaultLatent(), belief.DefaultEvidentialReasoning(),
		belief.DefaultBKT(), belief.Mean{}, belief.Last{}, belief.Max{},
	} {
		var e belief.Estimate
		m.Estimate(&e, scale, dispute)
		fmt.Printf("%-20s  level %.1f, 3 or above %.2f, sources kept apart: %d\n", m.Name(), e.Mean, e.AtLeast[2], len(e.Sources))
	}
	// Output:
	// ledger                level 2.4, 3 or above 0.47, sources kept apart: 2
	// latent                level 2.5, 3 or above 0.51, sources kept apart: 0
	// evidential-reasoning  level 2.4, 3 or above 0.48, sources kept apart: 0
	// bkt                   level 2.1, 3 or above 0.37, sources kept apart: 0
	// mean                  level 2.5, 3 or above 0.50, sources kept apart: 0
	// last                  level 1.0, 3 or above 0.00, sources kept apart: 0
	// max                   level 4.0, 3 or above 1.00, sources kept apart: 0
}

// Two observers; the level between them, with what is left of the spread.
func ExampleLatent_Estimate() {
	var e belief.Estimate
	belief.DefaultLatent().Estimate(&e, belief.Scale{Top: 4}, []belief.Piece{
		{ID: "one", Source: 1, Level: 3, Reliability: 0.75, Weight: 1},
		{ID: "two", Source: 2, Level: 2, Reliability: 0.60, Weight: 1},
	})
	fmt.Printf("level %.1f, between %.1f and %.1f, uncertainty %.2f\n", e.Mean, e.Low, e.High, e.Opinion[0].Uncertainty)
	// Output:
	// level 2.6, between 1.7 and 3.5, uncertainty 0.14
}

// A model without sums tells how far each piece moves the probability.
func ExampleLatent_Explain() {
	pieces := []belief.Piece{
		{ID: "observation", Source: 1, Level: 3, Reliability: 0.75, Weight: 1},
		{ID: "failed test", Source: 2, Mode: belief.Below, Level: 3, Reliability: 0.80, Weight: 1},
	}
	for i, c := range belief.DefaultLatent().Explain(nil, belief.Scale{Top: 4}, pieces, 3) {
		fmt.Printf("%-11s  %+.2f\n", pieces[i].ID, c.Delta)
	}
	// Output:
	// observation  +0.34
	// failed test  -0.37
}

// Four attempts at one test: fail, fail, pass, pass.
func ExampleBKT_Estimate() {
	model := belief.BKT{Initial: 0.4, Learn: 0.1, Slip: 0.1, Guess: 0.2}
	attempts := []belief.Piece{
		{ID: "1", Mode: belief.Below, Level: 1, Reliability: 0.8, Weight: 1, AgeDays: 21},
		{ID: "2", Mode: belief.Below, Level: 1, Reliability: 0.8, Weight: 1, AgeDays: 14},
		{ID: "3", Mode: belief.AtLeast, Level: 1, Reliability: 0.8, Weight: 1, AgeDays: 7},
		{ID: "4", Mode: belief.AtLeast, Level: 1, Reliability: 0.8, Weight: 1},
	}
	var e belief.Estimate
	for n := range attempts {
		model.Estimate(&e, belief.Scale{Top: 1}, attempts[:n+1])
		fmt.Printf("after attempt %d: %.2f\n", n+1, e.AtLeast[0])
	}
	// Output:
	// after attempt 1: 0.17
	// after attempt 2: 0.12
	// after attempt 3: 0.45
	// after attempt 4: 0.81
}

// A weak piece beside a strong one takes certainty away: a consensus, not a sum.
func ExampleEvidentialReasoning_Estimate() {
	scale := belief.Scale{Top: 4}
	pieces := []belief.Piece{
		{ID: "observation", Source: 1, Level: 3, Reliability: 0.75, Weight: 1},
		{ID: "own claim", Source: 2, Level: 4, Reliability: 0.15, Weight: 1},
	}
	var e belief.Estimate
	for n := range pieces {
		belief.DefaultEvidentialReasoning().Estimate(&e, scale, pieces[:n+1])
		o := e.Opinion[2]
		fmt.Printf("belief in 3 or above %.2f, not known %.2f\n", o.Belief, o.Uncertainty)
	}
	// Output:
	// belief in 3 or above 0.75, not known 0.25
	// belief in 3 or above 0.73, not known 0.27
}

// From statements to a duty to a role: what is not known stays apart all the way up, as
// the distance between the least and the most that the role may be worth.
func ExampleNode_RollUp() {
	role := belief.Node{Name: "technician", Parts: []belief.Node{
		{Name: "prepares the room", Weight: 2, Parts: []belief.Node{
			{Name: "S1", Weight: 1, Belief: belief.Distribution{0, 0.2, 0.8}},
			{Name: "S2", Weight: 1, Belief: belief.Distribution{0, 0.5, 0}}, // half is not known
		}},
		{Name: "keeps records", Weight: 1, Belief: belief.Distribution{0.1, 0.6, 0.3}},
	}}
	believed, err := role.RollUp()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("not yet %.2f, with help %.2f, alone %.2f, not known %.2f\n",
		believed[0], believed[1], believed[2], believed.Unassigned())
	low, high, err := believed.Utility([]float64{0, 0.5, 1})
	fmt.Printf("worth %.2f to %.2f %v\n", low, high, err)
	// Output:
	// not yet 0.02, with help 0.43, alone 0.42, not known 0.13
	// worth 0.63 to 0.76 <nil>
}

// The estimate of any model as a leaf of a roll-up.
func ExampleEstimate_Distribution() {
	var e belief.Estimate
	belief.DefaultLedger().Estimate(&e, belief.Scale{Top: 2}, []belief.Piece{
		{ID: "certificate", Source: 1, Mode: belief.AtLeast, Level: 1, Reliability: 0.75, Weight: 1},
	})
	d := e.Distribution()
	fmt.Printf("%.2f of levels 0 to 2, not known %.2f\n", d, d.Unassigned())
	// Output:
	// [0.00 0.75 0.00] of levels 0 to 2, not known 0.25
}

// A population in which few reach the top makes one high grade less believable.
func ExampleSharesAtLeast() {
	rates, err := belief.SharesAtLeast(0.935, 0.713, 0.362, 0.103)
	if err != nil {
		fmt.Println(err)
		return
	}
	seen := []belief.Piece{{ID: "observation", Level: 4, Reliability: 0.6, Weight: 1}}
	for _, base := range []belief.BaseRates{nil, rates} {
		var e belief.Estimate
		belief.DefaultLedger().Estimate(&e, belief.Scale{Top: 4, Base: base}, seen)
		fmt.Printf("level 4 with probability %.2f\n", e.AtLeast[3])
	}
	_, err = belief.SharesAtLeast(0.5, 0.6)
	fmt.Println(err)
	// Output:
	// level 4 with probability 0.54
	// level 4 with probability 0.48
	// parameter out of range: base rate 0.6 of level 2 is above 0.5 of level 1
}

// Ten people of whom the levels are known.
func ExampleMeasuredBaseRates() {
	rates, err := belief.MeasuredBaseRates(3, []float64{0, 1, 1, 2, 2, 2, 2, 3, 3, 1})
	fmt.Printf("%.2f %v\n", rates, err)
	// Output:
	// [0.89 0.59 0.20] <nil>
}

// Check names every parameter that is out of its range.
func ExampleLatent_Check() {
	fmt.Println(belief.Latent{SameSource: 1.5, Spread: 0.25}.Check())
	// Output:
	// parameter out of range: latent: same source 1.5 is not from 0 to 1
	// parameter out of range: latent: cells per level 0 is not from 1 to 1000
}

func ExampleBKT_Check() {
	fmt.Println(belief.BKT{Slip: 0.5, Guess: 0.6}.Check() != nil, belief.DefaultBKT().Check())
	// Output:
	// true <nil>
}

// Support that comes from elsewhere: half of what speaks for a statement that needs this
// one.
func ExampleLedger_Add() {
	scale, ledger := belief.Scale{Top: 1}, belief.DefaultLedger()
	var later, e belief.Estimate
	ledger.Estimate(&later, scale, []belief.Piece{{ID: "test", Mode: belief.AtLeast, Level: 1, Reliability: 0.8, Weight: 1}})
	ledger.Estimate(&e, scale, nil)
	fmt.Printf("%.2f\n", e.AtLeast[0])
	ledger.Add(&e, scale, []float64{later.For[0] / 2}, []float64{0})
	fmt.Printf("%.2f\n", e.AtLeast[0])
	// Output:
	// 0.50
	// 0.92
}

// 18 of 20 people were met again at the level that was assured.
func ExampleWilson() {
	low, high, err := belief.Wilson(18, 20)
	fmt.Printf("%.2f to %.2f %v\n", low, high, err)
	// Output:
	// 0.70 to 0.97 <nil>
}

func ExampleJeffreys() {
	low, high, err := belief.Jeffreys(18, 20)
	fmt.Printf("%.2f to %.2f %v\n", low, high, err)
	// Output:
	// 0.72 to 0.98 <nil>
}

// How much of the second role somebody in the first has already, and the other way.
func ExampleCompare() {
	assistant, senior, weight := []float64{3, 2, 0}, []float64{3, 3, 2}, []float64{1, 1, 1}
	up, err := belief.Compare(assistant, senior, weight)
	down, _ := belief.Compare(senior, assistant, weight)
	fmt.Printf("up %.2f, down %.2f, in common %.2f %v\n", up.Coverage, down.Coverage, up.Ruzicka, err)
	// Output:
	// up 0.62, down 1.00, in common 0.62 <nil>
}
