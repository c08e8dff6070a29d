package match

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Measured is a suggestion with the signs that its confidence rests on.
type Measured struct {
	Suggestion
	Signs []float64
}

// Measure is Suggest with the signs.
func (s *Statements) Measure(text string, k int) (list []Measured) {
	d := &statementDesk{}
	d.read(s, text)
	for i, h := range s.fuse(d) {
		if i == k {
			break
		}
		x := s.signs(d, h.Doc, s.nearest(d, h.Doc))
		list = append(list, Measured{s.suggestion(d, h, i+1, nil, asStatement), x[:]})
	}
	return list
}

// RaceEnabled tells whether all is slow because races are looked for.
const RaceEnabled = raceEnabled

// Refit tells whether the weights are to be fitted anew and written.
func Refit() bool { return *refit }

// WriteStatementWeights puts weights, the constant first, into statement_confidence.json.
func WriteStatementWeights(name string, weights []float64) error {
	const file = "statement_confidence.json"
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var list []string
	for _, w := range weights {
		list = append(list, fmt.Sprintf("%.2f", w))
	}
	line := regexp.MustCompile(`"` + name + `": \[.*\]`)
	return os.WriteFile(file, line.ReplaceAll(text, fmt.Appendf(nil, "%q: [%s]", name, strings.Join(list, ", "))), 0o644)
}

func TestStatementWeightsAreForTheSigns(t *testing.T) {
	c, err := readStatementConfidence()
	require.NoError(t, err)
	require.Equal(t, statementSigns(), c.Signs, "fitted for other signs: fit anew with -refit")
	require.Len(t, statementSigns(), signs)
	require.NotEmpty(t, c.How, "whoever reads the weights learns where they come from")
}
