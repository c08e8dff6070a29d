package assess

import (
	"cmp"
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

// WorkerFormat is the name and number of the file format that Worker mirrors.
const WorkerFormat = "worker/1"

// Worker is a person as this library knows one: an opaque ID, evidence, credentials
// and the few facts that gates ask for. There is no name and no trait.
type Worker struct {
	Format      string       `json:"format"`
	ID          string       `json:"id"`
	Evidence    []Evidence   `json:"evidence,omitempty"`
	Credentials []Credential `json:"credentials,omitempty"`
	Facts       Facts        `json:"facts,omitempty"`
	Overrides   []Override   `json:"overrides,omitempty"`
	Waivers     []Waiver     `json:"waivers,omitempty"`
}

// EvidenceIDs are the IDs of the evidence, in its order. A piece without one is "row-N",
// N being its place in the file that it was read from, or else in the list, from 1.
func (w Worker) EvidenceIDs() []string {
	ids := make([]string, len(w.Evidence))
	for i, e := range w.Evidence {
		if ids[i] = e.ID; e.ID == "" {
			ids[i] = fmt.Sprintf("row-%d", cmp.Or(e.Row, i+1))
		}
	}
	return ids
}

// Evidence is one piece: somebody saw, tested, certified or said something about
// one or more statements.
type Evidence struct {
	ID          string         `json:"id,omitempty"` // "": "row-N", N being Row or the position in the list
	Statements  []StatementRef `json:"statements"`
	Kind        EvidenceKind   `json:"kind"`
	As          Party          `json:"as,omitempty"`   // in what capacity; "": not said
	Mode        Mode           `json:"mode,omitempty"` // zero: AtLeast for certificates and sign-offs, else Graded
	Level       *float64       `json:"level,omitempty"`
	By          string         `json:"by,omitempty"`   // the source; "": one unnamed source a kind
	At          ksb.Date       `json:"at"`             // required
	Until       ksb.Date       `json:"until,omitzero"` // last valid day, included; none: it ages instead
	Relevance   float64        `json:"relevance,omitempty" strict:"not0"`
	Confidence  float64        `json:"confidence,omitempty" strict:"not0"`
	Reliability float64        `json:"reliability,omitempty" strict:"not0"` // 0: the policy's for the kind
	State       State          `json:"state,omitempty"`                     // zero: accepted
	Row         int            `json:"-" strict:"row"`                      // position in the file, from 1; 0: in the list
	Origin      ksb.Origin     `json:"-"`
}

// Credential is something that a person holds, has lost, or is known not to hold.
// One that is not listed is unknown.
type Credential struct {
	ID      ksb.CredentialID `json:"id"`
	Edition string           `json:"edition,omitempty"`
	At      ksb.Date         `json:"at,omitzero"`
	Until   ksb.Date         `json:"until,omitzero"` // last valid day, included; none: it does not lapse
	Credits int              `json:"credits,omitempty"`
	Held    *bool            `json:"held,omitempty"` // nil: held
	Origin  ksb.Origin       `json:"-"`
}

// Override is a decision of a person about one statement. It changes the status
// that is shown, or takes the requirement out; it never changes evidence, numbers
// or order. Exactly one of Met and Applies is given.
type Override struct {
	Statement string     `json:"statement"` // an ID, or a code within the role assessed
	Met       *bool      `json:"met,omitempty"`
	Applies   *bool      `json:"applies,omitempty"`
	By        string     `json:"by,omitempty"`
	At        ksb.Date   `json:"at,omitzero"`
	Reason    string     `json:"reason,omitempty"`
	Origin    ksb.Origin `json:"-"`
}
