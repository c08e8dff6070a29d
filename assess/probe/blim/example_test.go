package blim_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/assess/probe/blim"
)

// Two items, the second of which builds on the first. Ten people out of a hundred gave
// an answer that no state explains.
func people() (probe.Structure, []blim.Pattern) {
	s, err := probe.NewStructure(2, 0, probe.SetOf(0), probe.SetOf(0, 1))
	if err != nil {
		fmt.Println(err)
	}
	return s, []blim.Pattern{{Yes: 0, People: 30}, {Yes: probe.SetOf(0), People: 20}, {Yes: probe.SetOf(0, 1), People: 40}, {Yes: probe.SetOf(1), People: 10}}
}

func ExampleEstimate() {
	s, data := people()
	fit, err := blim.Estimate(s, data, blim.MD, blim.Limits{})
	fmt.Printf("slip %.3f, guess %.3f, shares %.2f, %v\n", fit.Slip, fit.Guess, fit.Shares, err)
	fmt.Println(fit.Parameters, "parameters from", fit.Patterns, "patterns: too many")
	// Output:
	// slip [0.077 0.000], guess [0.000 0.091], shares [0.35 0.20 0.45], <nil>
	// 6 parameters from 4 patterns: too many
}

func ExampleDiscrepancy() {
	s, data := people()
	fmt.Println(blim.Discrepancy(s, data))
	// Output: 0.1 <nil>
}
