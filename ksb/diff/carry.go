package diff

import "github.com/skillgap-go/skillgap/ksb"

// Outcome is what becomes of the evidence about a statement.
type Outcome string

// The outcomes. A level that rose, or another weight, is no loss: the evidence is carried
// and judged anew.
const (
	Carried Outcome = "carried" // by itself: kept, renumbered or moved
	Confirm Outcome = "confirm" // if a person says so: reworded, proposed, or on another scale
	Lost    Outcome = "lost"    // the statement is gone
	Asked   Outcome = "asked"   // newly asked: there can be no evidence yet
)

// Fate is the outcome for one statement of the older edition, or for one that is new.
type Fate struct {
	Outcome    Outcome         `json:"outcome"`
	From       ksb.StatementID `json:"from,omitempty"` // "": newly asked
	FromCode   string          `json:"fromCode,omitempty"`
	To         ksb.StatementID `json:"to,omitempty"` // "": lost
	ToCode     string          `json:"toCode,omitempty"`
	By         Match           `json:"by,omitempty"`
	Similarity float64         `json:"similarity"`
	Changed    []Facet         `json:"changed,omitempty"`
}

// Carry tells what becomes of evidence, in the order of the statements: every one of the
// older edition stands in it once, and so does every one of the newer. If a person denies
// what is to be confirmed, the older statement is lost and the newer one asked; a
// [Decision] records either answer.
func (c Changes) Carry() []Fate {
	list := make([]Fate, 0, len(c.Statements))
	for _, p := range c.Statements {
		fate := Fate{Outcome: c.outcome(p), By: p.By, Similarity: p.Similarity, Changed: p.Changed}
		if p.From != nil {
			fate.From, fate.FromCode = p.From.ID, p.From.Code
		}
		if p.To != nil {
			fate.To, fate.ToCode = p.To.ID, p.To.Code
		}
		list = append(list, fate)
	}
	return list
}

func (c Changes) outcome(p Pair[Statement]) Outcome {
	switch {
	case p.From == nil:
		return Asked
	case p.To == nil:
		return Lost
	case p.By == ByDecision:
		return Carried
	case p.By == ByWords, p.Has(Scale), p.Similarity < c.Basis.CarryAt:
		return Confirm
	}
	return Carried
}
