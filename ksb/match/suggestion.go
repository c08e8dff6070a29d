package match

import "github.com/skillgap-go/skillgap/ksb"

// Suggestion is a target that the words may mean.
type Suggestion struct {
	ID         string  // of the target
	Text       string  // the one of its texts that is most like the words
	Rank       int     // from 1
	Score      float64 // 0..1, to compare suggestions for the same words, and for nothing else
	Confidence float64 // 0..1, the probability that this is the target meant
	Band       Band    // what may be done with it
	Stage      Stage   // what it was found by
	Repaired   string  // the words with their spelling mended and abbreviations written out; "" if nothing was changed
	Terms      []Term  // what the words and the target share, the weightiest first
}

// Stage is what a suggestion was found by, the strictest first.
type Stage uint8

// The stages.
const (
	ExactName Stage = iota + 1 // one of its texts, but for case, accents and punctuation
	SameWords                  // the same words, in another form or order
	Initials                   // the initials of one of its texts, or a known abbreviation
	Mended                     // one of its texts, once the spelling was repaired
	Alike                      // like its texts
)

func stageNames() ksb.Names {
	return ksb.Names{"", "exact", "words", "initials", "mended", "alike"}
}

// String returns the text of the stage: "exact", "words", "initials", "mended" or "alike".
func (s Stage) String() string { return stageNames().Name(uint8(s)) }

// MarshalText writes the stage as its text; the error wraps [ksb.ErrValue].
func (s Stage) MarshalText() ([]byte, error) { return stageNames().Marshal(uint8(s)) }

// UnmarshalText reads the text of a stage; the error wraps [ksb.ErrValue].
func (s *Stage) UnmarshalText(text []byte) error {
	value, err := stageNames().Parse(text)
	*s = Stage(value)
	return err
}
