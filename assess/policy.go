package assess

import (
	"math"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// PolicyFormat is the name and number of the file format that Policy mirrors.
const PolicyFormat = "policy/1"

// Policy is every number that a judgement hangs on. There are no hidden defaults: a
// zero means zero. Start from [DefaultPolicy] and change what you must.
type Policy struct {
	Format string `json:"format"`

	// The ledger: how evidence adds up.
	PriorWeight        float64     `json:"priorWeight"`         // evidence that the base rate stands for, above 0
	SameSourceDiscount float64     `json:"sameSourceDiscount"`  // what the next piece of one source still counts, 0 to 1
	Spread             float64     `json:"spread"`              // how far apart people are, as a share of the top level
	HalfLifeDays       HalfLives   `json:"halfLifeDays"`        // where the statement has none of its own
	Reliability        Reliability `json:"reliability"`         // of one piece, by kind
	BaseRates          []BaseRate  `json:"baseRates,omitempty"` // what is assumed of somebody unknown; none: every level alike
	// Inference is γ, what a piece about a statement counts for its prerequisites, and
	// against what builds on it, one step away; 0, the default: nothing is inferred.
	Inference float64 `json:"inference,omitempty"`
	Carry     Carry   `json:"carry,omitzero"` // what is left of a piece over a confirmed link; none given: the defaults of Carry

	// The thresholds: what a requirement's numbers are called.
	Met              float64 `json:"met"`              // probability from which a requirement is met
	MetCritical      float64 `json:"metCritical"`      // the same where it is critical
	NonSelfBelief    float64 `json:"nonSelfBelief"`    // belief that others than the person must give
	Contested        float64 `json:"contested"`        // conflict from which it is contested
	NotEvidenced     float64 `json:"notEvidenced"`     // certainty of others under which nobody looked
	BelowProbability float64 `json:"belowProbability"` // probability up to which it is below
	BelowDisbelief   float64 `json:"belowDisbelief"`   // disbelief from which it is below

	// The role: how requirements become one answer.
	ErrorCorrelation float64   `json:"errorCorrelation"` // between the errors of two statements, 0 to 1
	Tied             float64   `json:"tied"`             // P(this above the next) under which two gaps are tied
	CriticalFactor   float64   `json:"criticalFactor"`   // how much more a critical statement is worth assessing
	VerifiedBy       Verifiers `json:"verifiedBy"`       // who may sign off, where the statement does not say
	ReadyRule        ReadyRule `json:"readyRule"`        // what ready means
	ReadyShare       float64   `json:"readyShare"`       // assured share that an internal move needs
	InRole           bool      `json:"inRole"`           // registration and retention gates count too

	SmallGroup int `json:"smallGroup"` // fewest people that a figure about a group may rest on
}

// HalfLives are the days after which a piece counts half, by kind of statement.
type HalfLives struct {
	Knowledge int `json:"knowledge"`
	Skill     int `json:"skill"`
	Behaviour int `json:"behaviour"`
}

// Reliability is the share of the truth in one fresh piece of each kind, above 0.
type Reliability struct {
	Self        float64 `json:"self"`
	Peer        float64 `json:"peer"`
	Supervisor  float64 `json:"supervisor"`
	WorkProduct float64 `json:"work-product"`
	Observation float64 `json:"observation"`
	Certificate float64 `json:"certificate"`
	Test        float64 `json:"test"`
	SignOff     float64 `json:"sign-off"`
}

// Verifiers are the parties that may sign a statement of a kind off; none: anyone.
type Verifiers struct {
	Knowledge Parties `json:"knowledge"`
	Skill     Parties `json:"skill"`
	Behaviour Parties `json:"behaviour"`
}

// ReadyRule is what makes a person ready for a role.
type ReadyRule string

// The rules of readiness. Both also ask that every gate that counts is met.
const (
	ReadyAll      ReadyRule = "all"           // every requirement met
	ReadyInternal ReadyRule = "internal-move" // critical requirements met, and assured >= ReadyShare
)

// DefaultPolicy is the documented policy: the parameters of the published model.
func DefaultPolicy() Policy {
	return Policy{
		Format:      PolicyFormat,
		PriorWeight: 1, SameSourceDiscount: 0.3, Spread: 0.25,
		HalfLifeDays: HalfLives{Knowledge: 1095, Skill: 730, Behaviour: 730},
		Reliability: Reliability{
			Self: 0.15, Peer: 0.42, Supervisor: 0.60, WorkProduct: 0.60,
			Observation: 0.75, Certificate: 0.75, Test: 0.80, SignOff: 0.90,
		},
		Met: 0.80, MetCritical: 0.90, NonSelfBelief: 0.40, Contested: 0.40,
		NotEvidenced: 0.30, BelowProbability: 0.20, BelowDisbelief: 0.50,
		ErrorCorrelation: 0.15, Tied: 0.6, CriticalFactor: 3,
		ReadyRule: ReadyAll, ReadyShare: 0.85, SmallGroup: 5,
	}
}

// Ledger is the belief model with the parameters of the policy.
func (p Policy) Ledger() belief.Ledger {
	return belief.Ledger{PriorWeight: p.PriorWeight, SameSource: p.SameSourceDiscount, Spread: p.Spread}
}

// Check returns all that is wrong with the policy as [ksb.Problems], each with the key
// as its path and wrapping [ksb.ErrValue]; or nil.
func (p Policy) Check() error {
	var problems ksb.Problems
	require := func(ok bool, key string, value any, want string) {
		if !ok {
			problems.Add(ksb.Origin{}, key, ksb.ErrValue, "%v is not %s", value, want)
		}
	}
	positive := func(key string, v float64) { require(v > 0 && !math.IsInf(v, 1), key, v, "above 0") }
	share := func(key string, v float64) { require(v >= 0 && v <= 1, key, v, "from 0 to 1") }
	positive("priorWeight", p.PriorWeight)
	positive("spread", p.Spread)
	positive("criticalFactor", p.CriticalFactor)
	for _, s := range p.shares() {
		share(s.key, s.value)
	}
	for kind := Self; kind <= SignOff; kind++ {
		r := p.Reliability.Of(kind)
		require(r > 0 && r <= 1, "reliability."+kind.String(), r, "above 0 and up to 1")
	}
	for kind := ksb.Knowledge; kind <= ksb.Behaviour; kind++ {
		require(p.HalfLifeDays.Of(kind) > 0, "halfLifeDays."+kind.String(), p.HalfLifeDays.Of(kind), "above 0")
		for _, party := range p.VerifiedBy.Of(kind) {
			require(party.known(), "verifiedBy."+kind.String(), party, "apprentice, employer, provider or assessor")
		}
	}
	require(p.ReadyRule == ReadyAll || p.ReadyRule == ReadyInternal, "readyRule", p.ReadyRule, `"all" or "internal-move"`)
	require(p.SmallGroup >= 1, "smallGroup", p.SmallGroup, "1 or more")
	p.checkBaseRates(&problems)
	return problems.Sort().Err()
}

type namedShare struct {
	key   string
	value float64
}

func (p Policy) shares() []namedShare {
	return []namedShare{
		{"sameSourceDiscount", p.SameSourceDiscount}, {"met", p.Met}, {"metCritical", p.MetCritical},
		{"nonSelfBelief", p.NonSelfBelief}, {"contested", p.Contested}, {"notEvidenced", p.NotEvidenced},
		{"belowProbability", p.BelowProbability}, {"belowDisbelief", p.BelowDisbelief},
		{"errorCorrelation", p.ErrorCorrelation}, {"tied", p.Tied}, {"readyShare", p.ReadyShare},
		{"inference", p.Inference}, {"carry.close", p.Carry.Of(ksb.Close)}, {"carry.narrow", p.Carry.Of(ksb.Narrow)},
	}
}

// Of is the half-life for statements of a kind, in days.
func (h HalfLives) Of(k ksb.Kind) int {
	switch k {
	case ksb.Knowledge:
		return h.Knowledge
	case ksb.Skill:
		return h.Skill
	}
	return h.Behaviour
}

// Of is the reliability of a kind of evidence; 0 for the zero kind.
func (r Reliability) Of(k EvidenceKind) float64 {
	return [...]float64{
		0, r.Self, r.Peer, r.Supervisor, r.WorkProduct, r.Observation, r.Certificate, r.Test, r.SignOff,
	}[min(k, SignOff)]
}

// Of are the parties that may sign off statements of a kind; none: anyone.
func (v Verifiers) Of(k ksb.Kind) Parties {
	switch k {
	case ksb.Knowledge:
		return v.Knowledge
	case ksb.Skill:
		return v.Skill
	}
	return v.Behaviour
}
