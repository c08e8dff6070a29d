package assess

import (
	"encoding/json"
	"fmt"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// EvidenceKind is how something became known. Each kind has a reliability of its
// own in the policy. The zero kind is refused.
type EvidenceKind uint8

// The kinds of evidence.
const (
	Self        EvidenceKind = iota + 1 // the person's own rating
	Peer                                // a colleague or witness
	Supervisor                          // somebody who directs the work
	WorkProduct                         // a piece of work that was looked at
	Observation                         // seen by a trained observer with a rubric
	Certificate                         // awarded by somebody else
	Test                                // a moderated test
	SignOff                             // a decision by somebody who may make it
)

func evidenceKinds() ksb.Names {
	return ksb.Names{"", "self", "peer", "supervisor", "work-product", "observation", "certificate", "test", "sign-off"}
}

// String names the kind as the files do; the zero kind is "".
func (k EvidenceKind) String() string { return evidenceKinds().Name(uint8(k)) }

// MarshalText writes the name; the zero kind is an error that wraps [ksb.ErrValue].
func (k EvidenceKind) MarshalText() ([]byte, error) { return evidenceKinds().Marshal(uint8(k)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (k *EvidenceKind) UnmarshalText(text []byte) error {
	i, err := evidenceKinds().Parse(text)
	*k = EvidenceKind(i)
	return err
}

// Mode is what a piece says about its level. The zero Mode leaves it to the kind:
// certificates and sign-offs are AtLeast, everything else is Graded.
type Mode uint8

// The modes of evidence.
const (
	Graded  Mode = iota + 1 // performed at this level
	AtLeast                 // passed at this level; says nothing of higher ones
	Below                   // failed at this level; says nothing of lower ones
)

func modes() ksb.Names { return ksb.Names{"", "graded", "at-least", "below"} }

// String names the mode as the files do; the zero Mode is "".
func (m Mode) String() string { return modes().Name(uint8(m)) }

// MarshalText writes the name; the zero Mode is an error that wraps [ksb.ErrValue].
func (m Mode) MarshalText() ([]byte, error) { return modes().Marshal(uint8(m)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (m *Mode) UnmarshalText(text []byte) error {
	i, err := modes().Parse(text)
	*m = Mode(i)
	return err
}

// of resolves the zero Mode by the kind of the piece.
func (m Mode) of(k EvidenceKind) belief.Mode {
	switch {
	case m == Graded:
		return belief.Graded
	case m == Below:
		return belief.Below
	case m == AtLeast, k == Certificate, k == SignOff:
		return belief.AtLeast
	}
	return belief.Graded
}

// State is how far a piece has come. Only accepted pieces count; the zero State is
// accepted, and the others are listed as waiting.
type State uint8

// The states of a piece.
const (
	Accepted State = iota + 1
	Submitted
	Draft
	Rejected
)

func states() ksb.Names {
	return ksb.Names{"", "accepted", "submitted", "draft", "rejected"}
}

// String names the state as the files do; the zero State is "".
func (s State) String() string { return states().Name(uint8(s)) }

// MarshalText writes the name; the zero State is an error that wraps [ksb.ErrValue].
func (s State) MarshalText() ([]byte, error) { return states().Marshal(uint8(s)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (s *State) UnmarshalText(text []byte) error {
	i, err := states().Parse(text)
	*s = State(i)
	return err
}

func (s State) counts() bool { return s == 0 || s == Accepted }

// Party is the capacity in which somebody gives evidence: apprentice, employer,
// provider or assessor. "" is not said.
type Party string

// UnmarshalText reads one of the four or nothing; any other text is an error that
// wraps [ksb.ErrValue].
func (p *Party) UnmarshalText(text []byte) error {
	*p = Party(text)
	if *p != "" && !p.known() {
		return fmt.Errorf("%w: %q is none of apprentice, employer, provider, assessor", ksb.ErrValue, text)
	}
	return nil
}

func (p Party) known() bool {
	return p == "apprentice" || p == "employer" || p == "provider" || p == "assessor"
}

// Parties are several; none is written as an empty list.
type Parties []Party

// MarshalJSON writes a list.
func (p Parties) MarshalJSON() ([]byte, error) { return json.Marshal(nonNil([]Party(p))) }
