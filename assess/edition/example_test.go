package edition_test

import (
	"fmt"
	"os"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/edition"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// editions are two of a role: one statement moved on by a new one, one reworded, one cut.
func editions() diff.Changes {
	older, _ := ksb.Compile(role("1.0", know("a", "K1", lift), know("b", "K2", "Check the request before an examination"), know("c", "K3", "Develop film")))
	newer, _ := ksb.Compile(role("1.1", know("d", "K1", "What consent is"), know("a", "K2", lift), know("b", "K3", "Check the request and the person before an examination")))
	changes, _ := diff.Roles(diff.Edition{Index: older, Role: "R"}, diff.Edition{Index: newer, Role: "R"}, diff.Options{})
	return changes
}

func person() assess.Worker {
	level := 1.0
	seen := func(id string, code ...string) assess.Evidence {
		return assess.Evidence{ID: id, Statements: assess.Refs(code...), Kind: assess.Observation, Level: &level, By: "assessor-a"}
	}
	return assess.Worker{ID: "w-17", Evidence: []assess.Evidence{seen("e1", "K1", "K2"), seen("e2", "K3"), seen("e3", "K2")}}
}

func ExampleMove() {
	worker, moved := edition.Move(person(), editions())
	for _, e := range worker.Evidence {
		fmt.Println(e.ID, "is about", e.Statements[0].ID)
	}
	for _, s := range moved.Statements {
		fmt.Println(s.FromCode, "->", s.ToCode, s.Outcome, s.Evidence)
	}
	// Output:
	// e1 is about a
	// K1 -> K2 carried [e1]
	// K2 -> K3 confirm [e1 e3]
	// K3 ->  lost [e2]
	//  -> K1 asked []
}

// Somebody who knows the work confirms that the two wordings ask for the same: the
// decision is recorded, the editions are compared again, and the worker moves again.
func ExampleMove_confirmed() {
	older, _ := ksb.Compile(role("1.0", know("b", "K2", "Check the request before an examination")))
	newer, _ := ksb.Compile(role("1.1", know("b", "K3", "Check the request and the person before an examination")))
	changes, _ := diff.Roles(diff.Edition{Index: older, Role: "R"}, diff.Edition{Index: newer, Role: "R"},
		diff.Options{Decided: []diff.Decision{{From: "b", To: "b", Same: true}}})
	_, moved := edition.Move(person(), changes)
	statements, mentions := moved.Count(diff.Carried)
	fmt.Println("carried:", statements, "statement,", mentions, "pieces of evidence")
	// Output:
	// carried: 1 statement, 2 pieces of evidence
}

func ExampleText() {
	_, moved := edition.Move(person(), editions())
	_ = edition.Text(os.Stdout, moved)
	// Output:
	// w-17: from Imaging assistant 1.0 to Imaging assistant 1.1
	// ---------------------------------------------------------
	// Carried: 1 statement (1 mention). Carried if somebody confirms: 1 statement (2
	// mentions). Lost: 1 statement (1 mention). Newly asked: 1 statement.
	//
	// Carried if somebody confirms it
	// -------------------------------
	//   K2 -> K3 Check the request {+and the person+} before an examination [reworded,
	//            80% alike; evidence e1, e3]
	//
	// Lost: no longer asked
	// ---------------------
	//   K3   Develop film [evidence e2]
	//
	// Newly asked
	// -----------
	//   K1   What consent is
	//
	// Carried
	// -------
	//   K1 -> K2 Lift and move people with the hoist [evidence e1]
}
