package edition

import (
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// Format is the name and number of the form that Moved has as JSON.
const Format = "moved/1"

// Moved tells what became of a worker's evidence between two editions. Every reference of
// every piece stands in it once: under its statement, among those held, or elsewhere.
type Moved struct {
	Format     string      `json:"format"` // "moved/1"
	Worker     string      `json:"worker"`
	From       diff.Role   `json:"from"`
	To         diff.Role   `json:"to"`
	Statements []Statement `json:"statements"`          // of both editions, each once, in the order of the changes
	Held       []Reference `json:"held,omitempty"`      // kept out: no one statement could be found for them
	Elsewhere  []Reference `json:"elsewhere,omitempty"` // left as they are: about what the older role does not ask
}

// Statement is one statement and what became of what was said about it.
type Statement struct {
	diff.Fate
	Text      string      `json:"text"`                // as in the newer edition; of a lost one as in the older
	Words     []diff.Edit `json:"words,omitempty"`     // what changed of the text
	Evidence  []string    `json:"evidence,omitempty"`  // IDs of the pieces about it, in the order of the worker's list
	Overrides []Override  `json:"overrides,omitempty"` // in the order of the worker's list
}

// Override is a decision of a person about a statement, and whether it still stands.
type Override struct {
	By      string   `json:"by,omitempty"`
	At      ksb.Date `json:"at,omitzero"`
	Carried bool     `json:"carried"`
}

// Reference is one mention of a statement by a piece of evidence, or by an override,
// which has no ID.
type Reference struct {
	Evidence  string `json:"evidence,omitempty"`
	Statement string `json:"statement"` // as written: an ID or a code
	Why       Why    `json:"why"`
}

// Why is the reason for which a reference was not moved.
type Why string

// The reasons.
const (
	NotAsked  Why = "not-asked"   // the older role asks for no such statement; left as it is
	TwoOfCode Why = "two-of-code" // two statements of the older role have this code; held
	NewerCode Why = "newer-code"  // nothing in the older role, but a code of the newer one; held
)

// Count is how many statements had an outcome, and how many of their pieces of evidence.
func (m Moved) Count(o diff.Outcome) (statements, pieces int) {
	for _, s := range m.Statements {
		if s.Outcome == o {
			statements++
			pieces += len(s.Evidence)
		}
	}
	return statements, pieces
}
