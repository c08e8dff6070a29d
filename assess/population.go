package assess

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// BaseRate is the population that people are taken from: the shares at level 1 or above
// and so on to the top. It is for statements whose scale has that many levels above the
// bottom rung; one that names a statement outranks one that names none. Of a statement
// that the standards do not have, it says nothing.
type BaseRate struct {
	Statement ksb.StatementID  `json:"statement,omitempty"` // "": every statement
	AtLeast   belief.BaseRates `json:"atLeast"`
}

// baseOf are the base rates for a statement with a top level; nil: uniform.
func (p *Policy) baseOf(id ksb.StatementID, top int) belief.BaseRates {
	var found belief.BaseRates
	for _, b := range p.BaseRates {
		if len(b.AtLeast) == top && (b.Statement == id || b.Statement == "" && found == nil) {
			found = b.AtLeast
		}
	}
	return found
}

// population is what statements must share to share a prior: the top level and the base
// rates, which the policy holds once.
type population struct {
	top   int
	rates *float64 // the first; nil: uniform
}

func populationOf(s belief.Scale) population {
	if len(s.Base) == 0 {
		return population{top: s.Top}
	}
	return population{s.Top, &s.Base[0]}
}

// checkBaseRates names the base rates that are none, and those given twice.
func (p Policy) checkBaseRates(problems *ksb.Problems) {
	type use struct {
		statement ksb.StatementID
		top       int
	}
	seen := map[use]bool{}
	for i, b := range p.BaseRates {
		path := fmt.Sprintf("baseRates[%d]", i)
		if err := b.AtLeast.Check(); err != nil {
			problems.Add(ksb.Origin{}, path, ksb.ErrValue, "%v", err)
		}
		if at := (use{b.Statement, len(b.AtLeast)}); seen[at] {
			problems.Add(ksb.Origin{}, path, ksb.ErrValue, "base rates for %d levels of %q stand there already", at.top, at.statement)
		} else {
			seen[at] = true
		}
	}
}
