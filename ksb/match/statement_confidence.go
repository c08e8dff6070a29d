package match

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed statement_confidence.json
var statementConfidenceFile []byte

// statementConfidence are the weights that turn the signs of a suggestion into the
// probability that it is right, by what is asked. See [logistic].
type statementConfidence struct {
	How     string               `json:"how"`     // how they were found
	Signs   []string             `json:"signs"`   // what they are for, after the constant
	Weights map[string][]float64 `json:"weights"` // by the name of the case
}

// The cases of statementConfidence.
const (
	asStatement      = "statement"
	asDuty           = "duty"
	asDutyBehaviour  = "duty and behaviour"
	asCrosswalk      = "crosswalk"
	asCrosswalkKinds = "crosswalk of kinds" // two of different kinds
)

func readStatementConfidence() (c statementConfidence, err error) {
	if err := json.Unmarshal(statementConfidenceFile, &c); err != nil {
		return c, fmt.Errorf("match: statement_confidence.json: %w", err)
	}
	for _, name := range []string{asStatement, asDuty, asDutyBehaviour, asCrosswalk, asCrosswalkKinds} {
		for rank := 1; rank <= 2; rank++ {
			if n := len(c.of(name, rank)); n != signs+1 {
				return c, fmt.Errorf("match: statement_confidence.json: %q has %d weights, not %d", name, n, signs+1)
			}
		}
	}
	return c, nil
}

// of are the weights for a suggestion of a rank: the first has some of its own, where there
// were enough to tell.
func (c *statementConfidence) of(name string, rank int) []float64 {
	if w := c.Weights[name+" first"]; rank == 1 && w != nil {
		return w
	}
	return c.Weights[name]
}
