package ksb_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

func ExampleCompile() {
	framework := ksb.Framework{
		ID: "imaging",
		Statements: []ksb.Statement{
			{ID: "S10", Code: "S10", Kind: ksb.Skill, Text: "Position a patient"},
			{ID: "S2", Code: "S2", Kind: ksb.Skill, Text: "Check a request"},
		},
		Roles: []ksb.Role{{
			ID: "R1", Title: "Imaging assistant",
			Duties: []ksb.Duty{{ID: "D1", Weight: 3, Statements: []ksb.StatementID{"S2", "S10"}}, {ID: "D2", Statements: []ksb.StatementID{"S2", "S7"}}},
		}},
	}
	index, problems := ksb.Compile(framework)
	fmt.Println("problem:", problems.Err())

	brief, _ := index.Brief("R1")
	for _, need := range brief.Needs {
		s := index.StatementAt(need.Statement)
		fmt.Printf("%s: %s, importance %.2f\n", s.Code, s.Text, need.Importance)
	}
	// Output:
	// problem: roles[R1].duties[D2].statements: unknown statement: "S7"
	// S2: Check a request, importance 1.00
	// S10: Position a patient, importance 0.75
}
