package probe_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// ward is five skills: c and d build on a and b, e on c.
func ward() *probe.Order {
	o, err := probe.New(
		ksb.Statement{ID: "a"}, ksb.Statement{ID: "b"},
		ksb.Statement{ID: "c", Requires: []ksb.StatementID{"a", "b"}},
		ksb.Statement{ID: "d", Requires: []ksb.StatementID{"a", "b"}},
		ksb.Statement{ID: "e", Requires: []ksb.StatementID{"c"}},
	)
	if err != nil {
		fmt.Println(err)
	}
	return o
}

// A scan asks until every statement is certain. This person can do a, b and d.
func Example() {
	can := map[ksb.StatementID]bool{"a": true, "b": true, "d": true}
	scan, err := probe.Start(ward(), probe.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for q, more := scan.Next(); more; q, more = scan.Next() {
		fmt.Printf("%s? at %.2f, worth %.2f bits\n", q.Statement, q.Probability, q.Gain)
		if err := scan.Answer(q.Statement, can[q.Statement]); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, s := range scan.Standings() {
		fmt.Printf("%s %.3f asked %d\n", s.Statement, s.Probability, s.Asked)
	}
	// Output:
	// c? at 0.44, worth 0.53 bits
	// a? at 0.63, worth 0.50 bits
	// d? at 0.33, worth 0.48 bits
	// d? at 0.82, worth 0.33 bits
	// c? at 0.18, worth 0.33 bits
	// a 0.997 asked 1
	// b 0.987 asked 0
	// c 0.024 asked 2
	// d 0.974 asked 2
	// e 0.012 asked 0
}

func ExampleNew() {
	o := ward()
	fmt.Println(len(o.Statements()), "statements,", o.Components(), "component")
	// Output: 5 statements, 1 component
}

func ExampleForRole() {
	ix, _ := ksb.Compile(ksb.Framework{ID: "f",
		Statements: []ksb.Statement{
			{ID: "hygiene", Kind: ksb.Knowledge}, {ID: "needles", Kind: ksb.Knowledge, Requires: []ksb.StatementID{"hygiene"}},
			{ID: "cannula", Kind: ksb.Skill, Requires: []ksb.StatementID{"needles"}}},
		Roles: []ksb.Role{{ID: "R", Requirements: []ksb.Requirement{{Statement: "cannula"}, {Statement: "hygiene"}}}}})
	o, err := probe.ForRole(ix, "R")
	fmt.Println(o.Statements()[0].ID, "requires", o.Statements()[0].Requires, err)
	// Output: cannula requires [hygiene] <nil>
}

func ExampleStart() {
	_, err := probe.Start(ward(), probe.Options{Certain: 1.5})
	fmt.Println(err)
	// Output: probe: certain: value not allowed: 1.5: above 0.5 and below 1
}

func ExampleScan_Questions() {
	scan, _ := probe.Start(ward(), probe.Options{First: []ksb.StatementID{"e"}})
	for _, q := range scan.Questions() {
		fmt.Printf("%s %.2f\n", q.Statement, q.Probability)
	}
	// Output:
	// e 0.22
	// c 0.44
	// d 0.33
	// a 0.78
	// b 0.78
}

func ExampleScan_Answers() {
	scan, _ := probe.Start(ward(), probe.Options{Chance: probe.Chance{Slip: 0.02, Guess: 0.02}})
	_ = scan.Answer("e", true)
	fmt.Println("said:", scan.Answers())
	fmt.Println("more likely than not:", scan.State())
	// Output:
	// said: [{e true}]
	// more likely than not: [a b c e]
}

func ExampleOrder_Outer() {
	o := ward()
	state := []ksb.StatementID{"a", "b", "d"}
	fmt.Println("learned last:", o.Inner(state))
	fmt.Println("ready for:", o.Outer(state))
	// Output:
	// learned last: [d]
	// ready for: [c]
}

func ExampleOrder_Structure() {
	s, err := ward().Structure(100)
	fmt.Println(len(s.States), "states", err)
	_, err = ward().Structure(5)
	fmt.Println(err)
	// Output:
	// 9 states <nil>
	// probe: 5 statements have more than 5 states: a Scan does not need the list
}

func ExampleStructure_Locate() {
	s, _ := ward().Structure(100)
	state, asked := s.Locate(probe.SetOf(0, 1, 3).Has)
	fmt.Println("state", state.Pattern(5), "after asking", asked)
	// Output: state 11010 after asking [2 0 1 3]
}

func ExampleStructure_Outer() {
	s, _ := probe.NewStructure(3, 0, probe.SetOf(0), probe.SetOf(0, 1), probe.SetOf(0, 2), probe.SetOf(0, 1, 2))
	fmt.Println("inner", s.Inner(probe.SetOf(0, 1)).Pattern(3), "outer", s.Outer(probe.SetOf(0, 1)).Pattern(3))
	fmt.Println("prerequisites of the last:", s.Prerequisites()[2].Pattern(3))
	fmt.Println(s.Closed())
	// Output:
	// inner 010 outer 001
	// prerequisites of the last: 100
	// true true
}

func ExampleParseSet() {
	s, err := probe.ParseSet("11010")
	fmt.Println(s.Len(), "items, the last is", s.Has(3), err)
	// Output: 3 items, the last is true <nil>
}

func ExampleNewBelief() {
	s, _ := ward().Structure(100)
	b, err := probe.NewBelief(s, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f bits\n", b.Entropy())
	b.Answer(2, true, probe.Chance{Slip: 0.1, Guess: 0.1})
	fmt.Printf("%.4f bits, %.4f\n", b.Entropy(), b.Marginals(nil))
	// Output:
	// 3.1699 bits
	// 2.5742 bits, [0.9512 0.9512 0.8780 0.4634 0.4390]
}

func ExampleChance_Gain() {
	careful, hasty := probe.Chance{Slip: 0.02, Guess: 0.02}, probe.Chance{Slip: 0.2, Guess: 0.2}
	fmt.Printf("%.2f and %.2f bits\n", careful.Gain(0.5), hasty.Gain(0.5))
	// Output: 0.86 and 0.28 bits
}
