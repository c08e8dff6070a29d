package match

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
)

//go:embed confidence.json
var confidenceFile []byte

// calibration turns the signs of a suggestion into the probability that it is right: a
// logistic function of their weighted sum. What was found by its words is judged apart
// from what is merely alike, and the first suggestion apart from the others.
type calibration struct {
	How     string               `json:"how"`     // how the weights were found
	Signs   []string             `json:"signs"`   // what the weights are for, after the constant
	Weights map[string][]float64 `json:"weights"` // by the name of the case
}

func readCalibration() (calibration, error) {
	var c calibration
	if err := json.Unmarshal(confidenceFile, &c); err != nil {
		return c, fmt.Errorf("confidence.json: %w", err)
	}
	for _, name := range caseNames() {
		if n := len(c.Weights[name]); n != byCount+1 {
			return c, fmt.Errorf("confidence.json: %q has %d weights, not %d", name, n, byCount+1)
		}
	}
	return c, nil
}

func caseNames() []string { return []string{"alike first", "alike", "found first", "found"} }

// caseName says which weights judge a suggestion.
func (s *titleSigns) caseName() string {
	at := 0
	if !s.first {
		at++
	}
	if s.found {
		at += 2
	}
	return caseNames()[at]
}

// of is the probability that the suggestion with these signs is right.
func (c *calibration) of(s titleSigns) float64 {
	return logistic(c.Weights[s.caseName()], s.values[:])
}

// logistic is 1 / (1 + e^-z), z the constant weights[0] and the weighted sum of the values.
func logistic(weights, values []float64) float64 {
	z := weights[0]
	for i, v := range values {
		z += float64(weights[i+1] * v)
	}
	return 1 / (1 + math.Exp(-z))
}
