package assess

import (
	"cmp"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// ReportFormat is the name and number of the file format that Report mirrors.
const ReportFormat = "report/1"

// Report is one worker against one role. It holds all that a writer needs: nothing
// in it refers to an Index or to the worker's file. Lists are never nil. Numbers are
// unrounded; writers round them once.
type Report struct {
	Format       string          `json:"format"`
	Worker       string          `json:"worker"`
	Role         RoleName        `json:"role"`
	AsOf         ksb.Date        `json:"asOf"`
	Ready        Verdict         `json:"ready"`
	ReadyBecause []Cause         `json:"readyBecause"`
	Met          int             `json:"met"`      // requirements met by the ledger
	Of           int             `json:"of"`       // requirements that apply
	Assured      float64         `json:"assured"`  // importance of the met over all importance
	Estimate     float64         `json:"estimate"` // the model's guess at true readiness: 1 - the sum of the shares
	Low          float64         `json:"low"`      // the middle 90 % of the estimate
	High         float64         `json:"high"`
	Coverage     float64         `json:"coverage"` // how much of the role has been looked at
	Gaps         []Gap           `json:"gaps"`     // every requirement, by Gap.Compare
	Duties       []DutyReadiness `json:"duties"`   // by code in natural order, then by ID
	Gates        []GateResult    `json:"gates"`    // by phase, then by ID
	Next         []Probe         `json:"next"`     // worth assessing by the ledger, most valuable first
	Held         Held            `json:"held"`
	Findings     []Finding       `json:"findings"`
	Basis        Basis           `json:"basis"`
}

// RoleName is the role of a report.
type RoleName struct {
	ID      ksb.RoleID `json:"id"`
	Edition string     `json:"edition"`
	Title   string     `json:"title"`
}

// Cause is a reason in code, with what it refers to; wording is a view.
type Cause struct {
	Code string   `json:"code"`
	Refs []string `json:"refs"`
}

// Reason is a reason in code, with its numbers and what it refers to.
type Reason struct {
	Code    string   `json:"code"`
	Numbers Numbers  `json:"numbers"`
	Refs    []string `json:"refs"`
}

// Gap is one requirement and where the person stands on it.
type Gap struct {
	Statement    ksb.StatementID `json:"statement"`
	Code         string          `json:"code"`
	Kind         ksb.Kind        `json:"kind"`
	Text         string          `json:"text"`
	Rungs        []string        `json:"rungs"`
	Level        ksb.Level       `json:"level"` // required
	Critical     bool            `json:"critical"`
	Status       Status          `json:"status"` // as shown: an override stands here
	Action       Action          `json:"action"`
	Belief       float64         `json:"belief"` // at the required level, as Disbelief and Uncertainty
	Disbelief    float64         `json:"disbelief"`
	Uncertainty  float64         `json:"uncertainty"`
	AtLeast      []float64       `json:"atLeast"`    // probability of level 1.. or above
	Mean         float64         `json:"mean"`       // expected level
	Low          float64         `json:"low"`        // the middle 90 % of the level score
	High         float64         `json:"high"`       //
	Expected     float64         `json:"expected"`   // expected shortfall, in rungs
	Importance   float64         `json:"importance"` // see ksb.Need
	Priority     float64         `json:"priority"`   // Importance x Expected
	Share        float64         `json:"share"`      // of what the role asks in all; shares sum to 1 - Estimate
	TiedWithNext bool            `json:"tiedWithNext"`
	Duties       []ksb.DutyID    `json:"duties"`
	Parts        []Part          `json:"parts"`   // by ID of the evidence in natural order; then what is inferred, by statement
	Waiting      []string        `json:"waiting"` // pieces that are not accepted
	Override     *Override       `json:"override"`
	Because      []Reason        `json:"because"`

	tier   tier
	ledger Status // without the override
}

// tier is the first key of the order of gaps.
type tier uint8

const (
	criticalNotMet tier = iota // by the ledger, whatever a person overrode
	ranked
	outside // does not apply
)

// Part is what one piece of evidence adds at the required level.
type Part struct {
	Evidence string       `json:"evidence"`
	Kind     EvidenceKind `json:"kind"`
	By       string       `json:"by"`
	As       Party        `json:"as"`
	At       ksb.Date     `json:"at"`
	Until    ksb.Date     `json:"until"`
	For      float64      `json:"for"`     // the For of all parts sum to the ledger's
	Against  float64      `json:"against"` // likewise
	Delta    float64      `json:"delta"`   // the probability with it less that without it
	// Inferred is the statement that the piece is about, where it counts here only by
	// inference: one that builds on this one, or that this one builds on. "": it is
	// about this statement.
	Inferred ksb.StatementID `json:"inferred,omitempty"`
	// Carried tells over which link the piece has come; nil: it names this statement itself.
	Carried *Carried `json:"carried,omitempty"`
}

// Probability is that of being at the required level or above.
func (g *Gap) Probability() float64 { return g.AtLeast[g.Level-1] }

// DutyReadiness is how far the statements of one duty are shown.
type DutyReadiness struct {
	Duty       ksb.DutyID `json:"duty"`
	Code       string     `json:"code"`
	Text       string     `json:"text"`
	Importance float64    `json:"importance"` // its share of the weight of all duties
	Met        int        `json:"met"`
	Of         int        `json:"of"`
	Assured    float64    `json:"assured"`
	Estimate   float64    `json:"estimate"`
}

// GateResult is the state of one gate.
type GateResult struct {
	Gate  ksb.GateID `json:"gate"`
	Phase ksb.Phase  `json:"phase"`
	State GateState  `json:"state"`
	Due   ksb.Date   `json:"due"`   // last day of grace for a gate that is not open; 0: none, or the start is not known
	Opens [][]string `json:"opens"` // the smallest sets of things that would open it; none for an open gate
	// Exempt: the gate has a condition that the person does not fit, so it is met.
	Exempt bool `json:"exempt,omitempty"`
	// Asks are the facts, not known, on which it hangs whether the gate concerns the
	// person at all: until then it is not said to be shut. None for an open gate.
	Asks []string `json:"asks,omitempty"`
	// Waiver is the decision by which the gate is met; nil: none.
	Waiver *Waiver `json:"waiver,omitempty"`
}

// Probe is a statement that is worth assessing next: the value is the variance of
// the decision, importance x q(1-q), times the policy's factor if it is critical.
type Probe struct {
	Statement ksb.StatementID `json:"statement"`
	Value     float64         `json:"value"`
}

// Held is what a planner may build on, here and outside the role.
type Held struct {
	Levels      []HeldLevel        `json:"levels"`      // by statement ID in natural order
	Credentials []ksb.CredentialID `json:"credentials"` // valid on the as-of day, in natural order
}

// HeldLevel is the greatest level of a statement whose test for Met passes.
type HeldLevel struct {
	Statement ksb.StatementID `json:"statement"`
	Level     ksb.Level       `json:"level"`
}

// Finding is something a person should know that no number says.
type Finding struct {
	Check     string   `json:"check"`
	Statement string   `json:"statement"`
	Evidence  string   `json:"evidence"`
	Code      string   `json:"code"`
	Numbers   Numbers  `json:"numbers"`
	Refs      []string `json:"refs"`
}

// Compare orders findings by check, code, statement, evidence and references.
func (f Finding) Compare(g Finding) int {
	return cmp.Or(
		strings.Compare(f.Check, g.Check),
		strings.Compare(f.Code, g.Code),
		compareNatural(f.Statement, g.Statement),
		compareNatural(f.Evidence, g.Evidence),
		compareNatural(strings.Join(f.Refs, "\x00"), strings.Join(g.Refs, "\x00")),
	)
}

// compareNatural is natural order made total by the bytes.
func compareNatural(a, b string) int {
	if order := ksb.CompareCodes(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

// Basis is what the report rests on: same basis and same worker, same bytes.
type Basis struct {
	Index  string `json:"index"` // fingerprint of the standards
	Policy Policy `json:"policy"`
	Model  string `json:"model"`
	Engine string `json:"engine"`
	Links  string `json:"links,omitempty"` // fingerprint of the links that evidence is carried over; "": none
}

// EngineVersion names the rules of this package; it changes whenever a number may.
const EngineVersion = "skillgap/1"
