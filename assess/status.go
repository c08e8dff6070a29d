package assess

import "github.com/skillgap-go/skillgap/ksb"

// Status says where a person stands on one requirement. The kinds of nothing are
// told apart: not looked at, lapsed, disputed, not asked for. See [Policy] for the
// thresholds; the first status that fits, in the order Met, Contested, Expired,
// NotEvidenced, Below, Uncertain, is the one.
type Status uint8

// The statuses. The zero Status is NotEvidenced: nobody looked.
const (
	NotEvidenced  Status = iota // nobody but the person has said enough
	Met                         // shown
	Contested                   // sources contradict each other
	Expired                     // was shown, and has lapsed
	BelowLevel                  // shown not to be there yet
	Uncertain                   // looked at, not enough to tell
	NotApplicable               // a person decided that it is not asked for
)

func statuses() []string {
	return []string{"not-evidenced", "met", "contested", "expired", "below", "uncertain", "not-applicable"}
}

// Action is what a status calls for.
type Action uint8

// The actions. The zero Action is None.
const (
	None     Action = iota
	Assess          // look: nobody has, or not enough
	Moderate        // have a second assessor decide
	Renew           // bring up to date what was shown once
	Develop         // learn
)

func actions() []string { return []string{"none", "assess", "moderate", "renew", "develop"} }

// Action is what the status calls for.
func (s Status) Action() Action {
	switch s {
	case NotEvidenced, Uncertain:
		return Assess
	case Contested:
		return Moderate
	case Expired:
		return Renew
	case BelowLevel:
		return Develop
	}
	return None
}

// Verdict is an answer that knows when it does not know. The zero Verdict is Unknown.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota
	Yes
	No
)

func verdicts() []string { return []string{"unknown", "yes", "no"} }

// GateState is whether a gate is open.
type GateState uint8

// The states of a gate. The zero state is GateUnknown: something it asks is not known.
const (
	GateUnknown GateState = iota
	GateMet
	GateNotMet
)

func gateStates() []string { return []string{"unknown", "met", "not-met"} }

// String names the status as the files do.
func (s Status) String() string { return nameOf(statuses(), uint8(s)) }

// MarshalText writes the name; it never fails for a status of this package.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (s *Status) UnmarshalText(text []byte) error { return parseName(statuses(), text, (*uint8)(s)) }

// String names the action as the files do.
func (a Action) String() string { return nameOf(actions(), uint8(a)) }

// MarshalText writes the name; it never fails for an action of this package.
func (a Action) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (a *Action) UnmarshalText(text []byte) error { return parseName(actions(), text, (*uint8)(a)) }

// String names the verdict as the files do.
func (v Verdict) String() string { return nameOf(verdicts(), uint8(v)) }

// MarshalText writes the name; it never fails for a verdict of this package.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (v *Verdict) UnmarshalText(text []byte) error { return parseName(verdicts(), text, (*uint8)(v)) }

// String names the state as the files do.
func (g GateState) String() string { return nameOf(gateStates(), uint8(g)) }

// MarshalText writes the name; it never fails for a state of this package.
func (g GateState) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (g *GateState) UnmarshalText(text []byte) error {
	return parseName(gateStates(), text, (*uint8)(g))
}

// nameOf and parseName serve the sets whose zero value has a name.
func nameOf(names []string, i uint8) string { return append(ksb.Names{""}, names...).Name(i + 1) }

func parseName(names []string, text []byte, i *uint8) error {
	at, err := append(ksb.Names{""}, names...).Parse(text)
	if err == nil {
		*i = at - 1
	}
	return err
}
