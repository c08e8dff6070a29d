package ksb

import "slices"

// Gate is a demand that no KSB expresses: a credential, a registration, credits,
// hours, an age. A gate blocks or it does not; it never turns into points.
type Gate struct {
	ID        GateID `json:"id"`
	Phase     Phase  `json:"phase"`
	GraceDays int    `json:"graceDays,omitempty"` // days after the start in which it may still be open
	Source    string `json:"source,omitempty"`    // where the demand is written down
	// AppliesIf narrows whom the gate concerns; nil: everybody.
	AppliesIf *Condition `json:"appliesIf,omitempty"`
	Rule      Rule       `json:"rule"`
	Origin    Origin     `json:"-"`
}

// Phase is the moment at which a gate is looked at.
type Phase uint8

// The phases, in the order of a career.
const (
	Entry        Phase = iota + 1 // before the start
	Programme                     // while in training
	Gateway                       // before the final assessment
	Registration                  // to practise under a protected title
	Retention                     // to go on doing so
)

func phases() Names {
	return Names{"", "entry", "programme", "gateway", "registration", "retention"}
}

// String names the phase as the files do; the zero Phase is "".
func (p Phase) String() string { return phases().Name(uint8(p)) }

// MarshalText writes the name; the zero Phase is an error that wraps [ErrValue].
func (p Phase) MarshalText() ([]byte, error) { return phases().Marshal(uint8(p)) }

// UnmarshalText reads the name; any other text is an error that wraps [ErrValue].
func (p *Phase) UnmarshalText(text []byte) error {
	i, err := phases().Parse(text)
	*p = Phase(i)
	return err
}

// Rule is a tree of claims about a person. Exactly one of Any, All, Not, Of,
// Credential, Credits and Fact is given; AtLeast goes with Of (how many of them)
// and with Fact (the least value).
type Rule struct {
	Any        []Rule       `json:"any,omitempty" strict:"whole"`
	All        []Rule       `json:"all,omitempty" strict:"whole"`
	Not        *Rule        `json:"not,omitempty"`
	Credential CredentialID `json:"credential,omitempty"`
	Credits    *Credits     `json:"credits,omitempty"`
	Fact       string       `json:"fact,omitempty"`
	AtLeast    float64      `json:"atLeast,omitempty"`
	Of         []Rule       `json:"of,omitempty" strict:"whole"`
}

// Credits asks for a number of credits towards a credential.
type Credits struct {
	Of      CredentialID `json:"of"`
	AtLeast int          `json:"atLeast"`
}

// clone copies the rule to the last branch.
func (r Rule) clone() Rule {
	r.Any, r.All, r.Of = cloneRules(r.Any), cloneRules(r.All), cloneRules(r.Of)
	if r.Not != nil {
		inner := r.Not.clone()
		r.Not = &inner
	}
	if r.Credits != nil {
		credits := *r.Credits
		r.Credits = &credits
	}
	return r
}

func cloneRules(rules []Rule) []Rule {
	copied := slices.Clone(rules)
	for i := range copied {
		copied[i] = copied[i].clone()
	}
	return copied
}

// wellFormed tells whether exactly one claim is made, here and below.
func (r Rule) wellFormed() bool {
	claims := 0
	for _, given := range []bool{
		len(r.Any) > 0, len(r.All) > 0, r.Not != nil, len(r.Of) > 0,
		r.Credential != "", r.Credits != nil, r.Fact != "",
	} {
		if given {
			claims++
		}
	}
	return claims == 1 && r.countFits() && r.branchesFit()
}

func (r Rule) countFits() bool {
	switch {
	case len(r.Of) > 0:
		return r.AtLeast >= 1 && r.AtLeast <= float64(len(r.Of)) && r.AtLeast == float64(int(r.AtLeast))
	case r.Fact != "":
		return r.AtLeast-r.AtLeast == 0 // finite
	case r.Credits != nil:
		return r.AtLeast == 0 && r.Credits.Of != "" && r.Credits.AtLeast > 0
	}
	return r.AtLeast == 0
}

func (r Rule) branchesFit() bool {
	for _, list := range [][]Rule{r.Any, r.All, r.Of} {
		for _, branch := range list {
			if !branch.wellFormed() {
				return false
			}
		}
	}
	return r.Not == nil || r.Not.wellFormed()
}
