package assess_test

import (
	"cmp"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// ward is a small framework: three skills on five rungs and two roles.
func ward() ksb.Framework {
	skill := func(id ksb.StatementID, text string) ksb.Statement {
		return ksb.Statement{ID: id, Code: string(id), Kind: ksb.Skill, Text: text, Scale: "five"}
	}
	return ksb.Framework{
		ID:     "ward",
		Scales: []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "guides others"}}},
		Statements: []ksb.Statement{
			skill("S1", "Confirms who the patient is"), skill("S2", "Gives basic life support"), skill("S3", "Records what was done"),
		},
		Roles: []ksb.Role{
			{ID: "assistant", Requirements: []ksb.Requirement{{Statement: "S1", Level: 2}, {Statement: "S2", Level: 2, Critical: true}}},
			{ID: "senior", Requirements: []ksb.Requirement{{Statement: "S1", Level: 3}, {Statement: "S2", Level: 3, Critical: true}, {Statement: "S3", Level: 3}}},
		},
	}
}

// wardWorker was observed twice and has a certificate.
func wardWorker() assess.Worker {
	day, _ := ksb.ParseDate("2026-06-01")
	level := func(l float64) *float64 { return &l }
	return assess.Worker{ID: "w-17", Evidence: []assess.Evidence{
		{ID: "e1", Statements: assess.Refs("S1"), Kind: assess.Observation, Level: level(3), By: "assessor", At: day},
		{ID: "e2", Statements: assess.Refs("S2"), Kind: assess.Certificate, Level: level(2), By: "issuer", At: day, Until: day + 365},
		{ID: "e3", Statements: assess.Refs("S3"), Kind: assess.Observation, Level: level(1), By: "assessor", At: day},
	}}
}

// An engine is made once, a profile once a worker, a report for each question.
func Example() {
	ix, problems := ksb.Compile(ward())
	if problems != nil {
		fmt.Println(problems)
	}
	engine, err := assess.New(ix, assess.DefaultPolicy())
	if err != nil {
		fmt.Println(err)
		return
	}
	day, _ := ksb.ParseDate("2026-06-30")
	profile := engine.Profile(wardWorker(), day)
	report, err := engine.Assess(profile, "senior")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("ready: %v, %d of %d met, assured %.2f\n", report.Ready, report.Met, report.Of, report.Assured)
	for _, g := range report.Gaps {
		fmt.Printf("%s  %-13v  %-7v  %s\n", g.Code, g.Status, g.Action, g.Text)
	}
	// Output:
	// ready: no, 1 of 3 met, assured 0.33
	// S2  not-evidenced  assess   Gives basic life support
	// S3  below          develop  Records what was done
	// S1  met            none     Confirms who the patient is
}

// Every role, the nearest first.
func ExampleEngine_Nearest() {
	ix, _ := ksb.Compile(ward())
	engine, err := assess.New(ix, assess.DefaultPolicy())
	if err != nil {
		fmt.Println(err)
		return
	}
	day, _ := ksb.ParseDate("2026-06-30")
	for m := range engine.Nearest(engine.Profile(wardWorker(), day)) {
		fmt.Printf("%-9s  %d of %d met, assured %.2f\n", m.Role, m.Met, m.Of, m.Assured)
	}
	// Output:
	// assistant  2 of 2 met, assured 1.00
	// senior     1 of 3 met, assured 0.33
}

// One call for one question. Without a day, that of the newest evidence.
func ExampleQuick() {
	report, err := assess.Quick(ward(), wardWorker(), "assistant", 0)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(report.AsOf, report.Ready)
	// Output:
	// 2026-06-01 yes
}

// The same evidence by another model: the report says which, and what it cannot tell.
func ExampleEngine_Using() {
	ix, _ := ksb.Compile(ward())
	engine, err := assess.New(ix, assess.DefaultPolicy())
	if err != nil {
		fmt.Println(err)
		return
	}
	engine = engine.Using(belief.DefaultLatent())
	report, err := engine.Assess(engine.Profile(wardWorker(), 0), "senior")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Basis.Model, report.Met, "of", report.Of)
	for _, f := range report.Findings {
		fmt.Println(f.Check, f.Code, f.Refs)
	}
	// Output:
	// latent 0 of 3
	// as-of newest-evidence [2026-06-01]
	// model contested-not-told [latent met below uncertain]
}

// Whoever was seen to do what builds on a statement has some support for it too; half a
// step's worth here, marked as inferred. It was asked for, so that is enough where it is not
// critical.
func ExamplePolicy_inference() {
	f := ward()
	f.Statements[2].Requires = []ksb.StatementID{"S1"} // recording builds on confirming
	ix, _ := ksb.Compile(f)
	policy := assess.DefaultPolicy()
	policy.Inference = 0.5
	engine, err := assess.New(ix, policy)
	if err != nil {
		fmt.Println(err)
		return
	}
	worker := wardWorker()
	worker.Evidence = worker.Evidence[1:] // nobody saw S1 itself
	*worker.Evidence[1].Level = 3
	report, err := engine.Assess(engine.Profile(worker, 0), "senior")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range report.Gaps {
		for _, p := range g.Parts {
			fmt.Printf("%s %-13v  %s for %.2f against %.2f, about %s\n", g.Code, g.Status, p.Evidence, p.For, p.Against, cmp.Or(p.Inferred, "itself"))
		}
	}
	// Output:
	// S2 not-evidenced  e2 for 0.00 against 0.00, about itself
	// S1 met            e3 for 1.22 against 0.00, about S3
	// S3 met            e3 for 2.44 against 0.56, about itself
}

// A policy is data: start from the default and change what you must. Here people move
// within the house, and the employer alone signs behaviours off.
func ExamplePolicy() {
	policy := assess.DefaultPolicy()
	policy.ReadyRule = assess.ReadyInternal
	policy.VerifiedBy.Behaviour = assess.Parties{"employer"}
	policy.Met = 1.2
	fmt.Println(policy.Check())
	// Output:
	// met: value not allowed: 1.2 is not from 0 to 1
}

// Two standards say nearly the same thing in other words, and a person has confirmed it. What
// was seen in the old role then counts in the new one, for three quarters.
func ExampleEngine_Carrying() {
	f := ksb.Framework{
		Statements: []ksb.Statement{{ID: "ward/S1", Code: "S1", Kind: ksb.Skill}, {ID: "clinic/S4", Code: "S4", Kind: ksb.Skill}},
		Roles:      []ksb.Role{{ID: "clinic", Requirements: []ksb.Requirement{{Statement: "clinic/S4"}}}},
	}
	links := []ksb.Link{{From: "ward/S1", To: "clinic/S4", Relation: ksb.Close, Confirmed: true}}
	ix, _ := ksb.Compile(f)
	engine, _ := assess.New(ix, assess.DefaultPolicy())
	engine = engine.Carrying(links)
	worker := assess.Worker{Evidence: []assess.Evidence{{
		ID: "e1", Statements: assess.Refs("ward/S1"), Kind: assess.Test, At: 739797, Level: new(1.0),
	}}}
	report, _ := engine.Assess(engine.Profile(worker, 0), "clinic")
	gap := report.Gaps[0]
	fmt.Println(gap.Code, gap.Status, "by", gap.Parts[0].Evidence, "from", gap.Parts[0].Carried.From, gap.Parts[0].Carried.Relevance)
	// Output: S4 met by e1 from ward/S1 0.75
}
