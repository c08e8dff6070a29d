package render_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestTextOfGates: a gate that nobody opened says why it counts as open, and one that may
// concern nobody says what to find out.
func TestTextOfGates(t *testing.T) {
	waiver := &assess.Waiver{Role: "R", Gate: "G", By: "lead-1", Reason: "Holds a degree in it."}
	for _, c := range []struct {
		give assess.GateResult
		want string
	}{
		{assess.GateResult{State: assess.GateMet}, "[x] open       G (gateway)"},
		{assess.GateResult{State: assess.GateMet, Waiver: waiver}, "[x] open       G (gateway), waived by lead-1: Holds a degree in it"},
		{assess.GateResult{State: assess.GateMet, Waiver: &assess.Waiver{Reason: "x"}}, "[x] open       G (gateway), waived: x"},
		{assess.GateResult{State: assess.GateMet, Exempt: true}, "[x] open       G (gateway), does not concern this person"},
		{
			assess.GateResult{Asks: []string{"ageAtStart"}, Opens: [][]string{{"card"}}},
			"[?] not known  G (gateway), concerns this person or not, depending on ageAtStart; opens with card",
		},
	} {
		c.give.Gate, c.give.Phase = "G", ksb.Gateway
		var out bytes.Buffer
		require.NoError(t, render.Text(&out, &assess.Report{Gates: []assess.GateResult{c.give}}))
		require.Contains(t, squeezed(out.String()), squeezed(c.want))
	}
}

// squeezed is a text with every run of blanks and ends of lines as one blank.
func squeezed(text string) string {
	return string(bytes.Join(bytes.Fields([]byte(text)), []byte(" ")))
}
