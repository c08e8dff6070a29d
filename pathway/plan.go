package pathway

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// PlanFormat is the name and number of the file format that Plan mirrors.
const PlanFormat = "plan/1"

// Plan is training for the gaps of one report. It can be stored and rendered without
// the catalogue. Lists are never nil.
type Plan struct {
	Format            string            `json:"format"`
	Worker            string            `json:"worker"`
	Role              ksb.RoleID        `json:"role"`
	Start             ksb.Date          `json:"start,omitempty"`       // the day on which week 0 begins; 0: none was asked for
	AssessFirst       []Assessment      `json:"assessFirst"`           // in the order of Report.Next
	Steps             []Step            `json:"steps"`                 // in an order in which they can be carried out
	CostPence         int64             `json:"costPence"`             // what the employer pays
	FundedPence       int64             `json:"fundedPence,omitempty"` // what funding pays besides
	Minutes           int64             `json:"minutes"`
	Weeks             int               `json:"weeks"`              // the end of the last step
	Left              []Left            `json:"left"`               // in the order of Report.Gaps
	RuledOut          []RuledOut        `json:"ruledOut,omitempty"` // courses among the refs of Left that the question does not allow, in order of bytes
	TaughtNotYetShown []ksb.StatementID `json:"taughtNotYetShown"`  // in the order of Report.Gaps
	Proved            bool              `json:"proved"`             // it is the best plan there is
	// BoundPence is the least that a plan which closes as much could cost; nil: there
	// are limits.
	BoundPence *int64 `json:"boundPence,omitempty"`
	// BoundShare is the greatest share of the importance of all goals that the best plan
	// within the limits could close; nil: there are no limits.
	BoundShare *float64 `json:"boundShare,omitempty"`
	// Proof tells why that is so; nil: there is nothing to prove, or no proof that could be
	// told.
	Proof       *Proof      `json:"proof,omitempty"`
	Conditional Conditional `json:"conditional"`
	// Lapses are credentials, held at the start, that run out before the plan ends, by ID;
	// nil: none of [Options.Expires] does.
	Lapses []Lapse `json:"lapses,omitempty"`
	// Gates are those that the plan does not open and that courses could help to open, in
	// the order of Report.Gates; nil: there is none.
	Gates []GateLeft `json:"gates,omitempty"`
	// Reuse is what is already provided; nil: not asked for, or the context has ended.
	Reuse *Reuse `json:"reuse,omitempty"`
}

// Assessment is something to look at before anything is bought for it.
type Assessment struct {
	Statement ksb.StatementID `json:"statement"`
	Action    assess.Action   `json:"action"`  // assess or moderate
	Minutes   int64           `json:"minutes"` // 0: not known
}

// Step is a course of a plan.
type Step struct {
	Course    string            `json:"course"`
	Title     string            `json:"title"`
	Closes    []ksb.StatementID `json:"closes"` // gaps that it is the first to bring to the required level, in the order of Report.Gaps
	Opens     []ksb.GateID      `json:"opens"`  // gates that can be opened once it and the earlier steps have ended
	StartWeek int               `json:"startWeek"`
	EndWeek   int               `json:"endWeek"`
	Begins    ksb.Date          `json:"begins,omitempty"` // the day on which it begins; 0: it is not tied to one
	Because   []assess.Reason   `json:"because"`          // why it is in the plan; see the codes of this package
}

// The codes of the reasons of a step.
const (
	ClosesGap          = "closes-gap"          // refs: the statement; level: to which it is taught
	SuppliesLevel      = "supplies-level"      // refs: the later course, the statement; level: that it asks for
	SuppliesCredential = "supplies-credential" // refs: the later course, the credential
	ComesBefore        = "comes-before"        // refs: the later course
	AwardsCredential   = "awards"              // refs: the credential
	AddsCredits        = "adds-credits"        // refs: the credential; credits: how many
	AskedFor           = "asked-for"           // the question wants it in the plan
	Takes              = "takes"               // pence, minutes and, where funding pays, fundedPence, which add up to those of the plan
)

// Left is a gap with something to do that the plan does not close.
type Left struct {
	Statement ksb.StatementID `json:"statement"`
	Reason    LeftReason      `json:"reason"`
	Refs      []string        `json:"refs"` // of blocked: the statements, credentials or courses that stand in the way
}

// LeftReason says why a gap is left.
type LeftReason string

// The reasons why a gap is left.
const (
	NoCourse    LeftReason = "no-course"    // nothing teaches it to that level
	OverBudget  LeftReason = "over-budget"  // it could be closed without the limits, and no course of the plan stands in the way for good
	AssessFirst LeftReason = "assess-first" // nobody knows yet whether there is anything to close
	Blocked     LeftReason = "blocked"      // something teaches it, but what that builds on cannot be had
)

// Conditional is the bill if every gap to assess or moderate turns out unmet: the best
// plan for all gaps, without limits. Gaps that cannot be closed are not in it.
type Conditional struct {
	CostPence   int64    `json:"costPence"`
	FundedPence int64    `json:"fundedPence,omitempty"`
	Minutes     int64    `json:"minutes"`
	Weeks       int      `json:"weeks"`
	Courses     []string `json:"courses"` // in order of bytes
}
