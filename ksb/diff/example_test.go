package diff_test

import (
	"fmt"
	"os"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// imaging10 and imaging11 are two editions of a role as publishers make them: a statement
// slipped in, so that codes move on; one cut; one told better; one filed elsewhere; one
// that came back under another ID; and more asked of what stayed.
func imaging10() ksb.Framework {
	return ksb.Framework{
		ID: "imaging", Edition: "1.0",
		Statements: []ksb.Statement{
			k("a1", "K1", "The limits of own role, and when to ask for help"),
			k("a2", "K2", "How ionising radiation harms, and how people are shielded from it"),
			k("a3", "K3", "How film is stored and developed"),
			s("b1", "S1", "Check the request and the identity of the person before an examination"),
			s("b2", "S2", "Prepare the room and the equipment for an examination"),
			s("b3", "S3", "Help people to undress, move and dress with dignity"),
			s("b4", "S4", "Treat everybody with respect"),
			b("c1", "B1", "Speak up when something is unsafe"),
		},
		Roles: []ksb.Role{{
			ID: "IM_1.0", Edition: "1.0", Title: "Imaging assistant", Qual: 2,
			Requirements: asks("a1", "a2", "a3", "b1", "b2", "b3", "b4", "c1"),
			Duties: []ksb.Duty{
				{ID: "d1", Code: "D1", Text: "Receive people and prepare them", Statements: uuids("a1", "b1", "b3", "b4")},
				{ID: "d2", Code: "D2", Text: "Keep the room ready", Statements: uuids("a2", "a3", "b2", "c1")},
			},
			Options: []ksb.Option{{ID: "o1", Title: "General"}, {ID: "o2", Title: "Breast screening"}},
			Gates:   []ksb.Gate{{ID: "english", Phase: ksb.Gateway, Rule: ksb.Rule{Credential: "fs-english-1"}}},
			Facts:   ksb.Facts{FundingMaxPence: 300_000, DurationMonths: 12, Status: "retired"},
		}},
	}
}

func imaging11() ksb.Framework {
	f := ksb.Framework{
		ID: "imaging", Edition: "1.1",
		Statements: []ksb.Statement{
			k("a1", "K1", "The limits of own role, and when to ask for help"),
			k("a4", "K2", "What consent is, and how it can be withdrawn"),
			k("a2", "K3", "How ionising radiation harms, and how people and staff are shielded from it"),
			s("b1", "S1", "Check the request and the identity of the person before an examination"),
			s("b9", "S2", "Prepare and clean the room and the equipment for an examination"),
			s("b3", "S3", "Help people to undress, move and dress with dignity."),
			b("c1", "B1", "Speak up when something is unsafe"),
			b("b4", "B2", "Treat everybody with respect"),
		},
		Roles: []ksb.Role{{
			ID: "IM_1.1", Edition: "1.1", Title: "Imaging assistant", Qual: 3,
			Requirements: asks("a1", "a4", "a2", "b1", "b9", "b3", "c1", "b4"),
			Duties: []ksb.Duty{
				{ID: "d1", Code: "D1", Text: "Receive people and prepare them", Statements: uuids("a1", "a4", "b1", "b3", "b4")},
				{ID: "d2", Code: "D2", Text: "Keep the room ready", Statements: uuids("a2", "b9", "c1")},
			},
			Options: []ksb.Option{{ID: "o1", Title: "General imaging"}, {ID: "o2", Title: "Breast screening"}},
			Gates: []ksb.Gate{
				{ID: "english", Phase: ksb.Gateway, Rule: ksb.Rule{Credential: "fs-english-2"}},
				{ID: "induction", Phase: ksb.Programme, GraceDays: 84, Rule: ksb.Rule{Credential: "care-certificate"}},
			},
			Facts: ksb.Facts{FundingMaxPence: 500_000, DurationMonths: 15, MinimumOffTheJobMinutes: 25_000, Status: "approved"},
		}},
	}
	f.Roles[0].Requirements[3].Critical = true
	return f
}

func uuids(ids ...string) (list []ksb.StatementID) {
	for _, id := range ids {
		list = append(list, ksb.StatementID("uuid-"+id))
	}
	return list
}

func asks(ids ...string) (list []ksb.Requirement) {
	for _, id := range uuids(ids...) {
		list = append(list, ksb.Requirement{Statement: id})
	}
	return list
}

func ExampleRoles() {
	older, _ := ksb.Compile(imaging10())
	newer, _ := ksb.Compile(imaging11())
	changes, err := diff.Roles(diff.Edition{Index: older, Role: "IM_1.0"}, diff.Edition{Index: newer, Role: "IM_1.1"}, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, fate := range changes.Carry() {
		fmt.Printf("%-2s -> %-2s %-7s %v\n", fate.FromCode, fate.ToCode, fate.Outcome, fate.Changed)
	}
	// Output:
	// B1 -> B1 carried []
	// K1 -> K1 carried []
	// K2 -> K3 confirm [wording code]
	// K3 ->    lost    []
	// S1 -> S1 carried [critical]
	// S2 -> S2 confirm [wording]
	// S3 -> S3 carried [wording]
	// S4 -> B2 carried [code kind]
	//    -> K2 asked   []
}

func ExampleText() {
	older, _ := ksb.Compile(imaging10())
	newer, _ := ksb.Compile(imaging11())
	changes, _ := diff.Roles(diff.Edition{Index: older, Role: "IM_1.0"}, diff.Edition{Index: newer, Role: "IM_1.1"}, diff.Options{})
	_ = diff.Text(os.Stdout, changes)
	// Output:
	// From Imaging assistant, edition 1.0 (IM_1.0) to Imaging assistant, edition 1.1
	// (IM_1.1)
	// --------------------------------------------------------------------------------
	// Of 8 statements, evidence carries over for 5, for 2 more if a person confirms
	// it, and is lost for 1. Newly asked: 1.
	//
	// The role
	// --------
	//   ~ Qualification level: 3, was 2
	//   ~ Maximum funding: £5000, was £3000
	//   ~ Duration: 15 months, was 12 months
	//   ~ Off-the-job training: 416 h 40 min at least, was not stated
	//   ~ Status: approved, was retired
	//
	// To be confirmed by a person
	// ---------------------------
	//   ~ K2 -> K3 How ionising radiation harms and how people {+and staff+} are
	//              shielded from it [92% alike]
	//   ~ S2   Prepare {+and clean+} the room and the equipment for an examination
	//          [proposed, 89% alike]
	//
	// Changed, and carried over
	// -------------------------
	//   ~ S1   Check the request and the identity of the person before an examination
	//          [now critical]
	//   ~ S3   Help people to undress, move and dress with dignity. [the same words]
	//   ~ S4 -> B2 Treat everybody with respect [behaviour, was skill]
	//
	// Removed
	// -------
	//   - K3   How film is stored and developed
	//
	// Added
	// -----
	//   + K2   What consent is, and how it can be withdrawn
	//
	// Duties
	// ------
	//   ~ D1   Receive people and prepare them [now with K2]
	//   ~ D2   Keep the room ready [now without K3]
	//
	// Options
	// -------
	//   ~ General {+imaging+} [57% alike]
	//
	// Gates
	// -----
	//   ~ english gateway gate [other rule]
	//   + induction programme gate
}

func ExampleMeasure_Words() {
	var m diff.Measure
	older, newer := "Work under the supervision of a nurse", "Work with the supervision of a registered nurse"
	fmt.Println(m.Similarity(older, newer))
	for _, e := range m.Words(older, newer) {
		fmt.Println(e.Op, e.Words)
	}
	// Output:
	// 0.8
	// kept Work
	// went under
	// came with
	// kept the supervision of a
	// came registered
	// kept nurse
}
