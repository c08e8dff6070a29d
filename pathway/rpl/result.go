package rpl

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// ResultFormat is the name and number of the file format that Result mirrors.
const ResultFormat = "rpl/1"

// Result is what is recognised and what follows from it. It holds all that a writer
// needs. Lists are never nil.
type Result struct {
	Format     string          `json:"format"` // "rpl/1"
	Worker     string          `json:"worker"`
	Role       assess.RoleName `json:"role"`
	Delivery   string          `json:"delivery"` // its ID
	Title      string          `json:"title"`
	Provider   string          `json:"provider"`
	Standard   string          `json:"standard"`
	CourseType CourseType      `json:"courseType"`
	Start      ksb.Date        `json:"start"`
	AsOf       ksb.Date        `json:"asOf"` // of the assessment of prior learning; 0: not known
	Method     Method          `json:"method"`
	RuleSet    RuleSetName     `json:"ruleSet"`
	Statements []Standing      `json:"statements"` // what the activities teach and how far it is shown, in the order of the prior learning
	Lines      []Line          `json:"activities"` // in the order of the delivery
	Minutes    MinutesResult   `json:"minutes"`
	Weeks      WeeksResult     `json:"weeks"`
	Price      Price           `json:"price"`
	Percent    Percent         `json:"percent"`
	Methods    []MethodResult  `json:"methods"` // all three, for comparison
	Entry      Entry           `json:"entry"`   // what the service asks for
	Warnings   []Warning       `json:"warnings"`
	Keep       []Kept          `json:"keep"`
	Figures    []Figure        `json:"figures"`
	Rules      []Rule          `json:"rules"` // all that figures and warnings name, in the order of the rule set
}

// Recognised are the statements that remove hours by the method of the result: of the
// activities that are left out or get shorter those that are met, and by Sliding also
// those that are shown in part.
func (r *Result) Recognised() (list []Standing) {
	counts := map[ksb.StatementID]bool{}
	for _, l := range r.Lines {
		if l.Outcome == Stays {
			continue
		}
		for _, id := range l.Met {
			counts[id] = true
		}
		for _, id := range l.Partly {
			counts[id] = counts[id] || r.Method == Sliding
		}
	}
	for _, s := range r.Statements {
		if counts[s.Statement] {
			list = append(list, s)
		}
	}
	return list
}

// RuleSetName tells which rules were followed.
type RuleSetName struct {
	ID      string   `json:"id"`
	From    ksb.Date `json:"from"`
	Until   ksb.Date `json:"until"`
	Edition string   `json:"edition"`
	Source  string   `json:"source"`
}

// Line is what becomes of one activity.
type Line struct {
	Activity         string            `json:"activity"`
	Title            string            `json:"title"`
	Minutes          int64             `json:"minutes"`
	NotNeededMinutes int64             `json:"notNeededMinutes"`
	NotNeededWeeks   int64             `json:"notNeededWeeks"`
	Outcome          Outcome           `json:"outcome"`
	Met              []ksb.StatementID `json:"met"`     // of the statements it teaches, in the order of the delivery
	Partly           []ksb.StatementID `json:"partly"`  // shown in part
	Missing          []string          `json:"missing"` // not shown, or not of the role
}

// Outcome is what becomes of an activity.
type Outcome string

// The outcomes.
const (
	LeftOut   Outcome = "left-out"
	Shortened Outcome = "shortened"
	Stays     Outcome = "kept"
)

// MinutesResult is what becomes of the off-the-job training.
type MinutesResult struct {
	Total     int64 `json:"total"`     // planned for somebody without prior learning
	Published int64 `json:"published"` // published minimum of the standard; 0: not given, or not asked by the rules
	NotNeeded int64 `json:"notNeeded"` // the sum of the lines
	Minimum   int64 `json:"minimum"`   // that must be left
	Removed   int64 `json:"removed"`   // what is not needed, as far as the minimum allows
	Remaining int64 `json:"remaining"`
}

// WeeksResult is what becomes of the duration.
type WeeksResult struct {
	Planned   int64 `json:"planned"`
	NotNeeded int64 `json:"notNeeded"`
	Minimum   int64 `json:"minimum"` // that must be left
	Removed   int64 `json:"removed"`
	Remaining int64 `json:"remaining"`
}

// Percent are the two shares of the rule, in per cent, for reading; nothing is computed
// from them.
type Percent struct {
	NotNeeded float64 `json:"notNeeded"` // of all hours
	PriceCut  float64 `json:"priceCut"`  // half of it
}

// MethodResult is what a method comes to.
type MethodResult struct {
	Method     Method `json:"method"`
	NotNeeded  int64  `json:"notNeededMinutes"`
	FloorPence *int64 `json:"floorPence"`
}

// Figure accounts for one number of the result: where it stands, by which rule, and from
// what it was computed.
type Figure struct {
	Figure  string   `json:"figure"` // path in the result
	Value   int64    `json:"value"`
	Unit    Unit     `json:"unit"`
	Rule    string   `json:"rule"`
	Says    string   `json:"says"`
	Edition string   `json:"edition"`
	Source  string   `json:"source"`
	From    []Number `json:"from"`
}

// Kept is something to keep in the evidence pack.
type Kept struct {
	Code string   `json:"code"`
	Refs []string `json:"refs"` // evidence, by its ID
}

// What to keep.
const (
	KeepAssessment   = "assessment"    // the scan or report, with its day and the edition of the standard
	KeepEvidence     = "evidence"      // the pieces that justify what is recognised
	KeepDecision     = "decision"      // the record of each decision that stands for evidence
	KeepEmployer     = "employer"      // the employer's confirmation
	KeepDiscussion   = "discussion"    // the record of the discussion
	KeepStatement    = "statement"     // what is recognised, and the hours, duration and price that follow
	KeepTrainingPlan = "training-plan" // the plan, changed and signed
)
