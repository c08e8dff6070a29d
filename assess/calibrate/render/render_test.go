package render_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/assess/calibrate/render"
	"github.com/skillgap-go/skillgap/ksb"
)

func ExampleSensitivity() {
	_ = render.Sensitivity(os.Stdout, []calibrate.Move{
		{Parameter: "met", From: .8, To: .88, Met: [2]int{2, 1}, Assured: [2]float64{.5, .25},
			Statuses: []calibrate.StatusChange{{Statement: "s-1", Code: "K1", Was: assess.Met, Is: assess.Uncertain}},
			Top:      [2][]ksb.StatementID{{"s-2"}, {"s-2", "s-1"}}},
		{Parameter: "contested", From: .4, To: .36},
	})
	// Output:
	// What hangs on the policy, each number a tenth less or more
	// ----------------------------------------------------------
	//   - met 0.88, from 0.8: K1 uncertain, now met. First gaps s-2, s-1, now s-2.
	//     Shown 25%, now 50%.
	//
	// These change no status, no order and no answer
	// ----------------------------------------------
	//   contested 0.36.
}

func ExampleCalibration() {
	_ = render.Calibration(os.Stdout, &calibrate.Calibration{
		Kinds: []calibrate.Measured{{Kind: assess.Peer, Pairs: 40, People: 40, Sources: 2,
			ICC:   calibrate.Coefficient{Value: .505, Low: .234, High: .699, Defined: true, Bounded: true},
			Alpha: calibrate.Coefficient{Value: .507, Defined: true}, Was: .42, Proposed: .505, Replaced: true}},
		Findings: []assess.Finding{{Check: "calibrate", Code: "no-pairs", Refs: []string{"test"}}},
	})
	// Output:
	// Reliability of one rating, by kind of evidence
	// ----------------------------------------------
	//   peer         0.505 (likely between 0.234 and 0.699) in 40 pairs about 40
	//                people by 2 raters; alpha 0.507. Proposed 0.505 in place of 0.42.
	//
	// To bear in mind
	// ---------------
	//   - test: nobody was rated twice, so nothing can be said.
}

// Every finding has words of its own, and no line is too long.
func TestWords(t *testing.T) {
	t.Parallel()
	c := &calibrate.Calibration{Kinds: []calibrate.Measured{{Kind: assess.Test, Pairs: 2}}}
	for _, code := range []string{"no-pairs", "few-pairs", "few-people", "no-variation", "not-above-chance", "wide-interval", "capped", "self-has-one-source"} {
		c.Findings = append(c.Findings, assess.Finding{Code: code, Refs: []string{"peer"}})
	}
	var out bytes.Buffer
	require.NoError(t, render.Calibration(&out, c))
	for line := range strings.Lines(out.String()) {
		require.LessOrEqual(t, utf8.RuneCountInString(line), 81)
		require.NotContains(t, line, "-pairs")
		require.NotContains(t, line, "not-above")
	}
	require.Contains(t, out.String(), "cannot be told")
	out.Reset()
	require.NoError(t, render.Sensitivity(&out, nil))
	require.Contains(t, out.String(), "No status")
	full := errors.New("the disk is full")
	require.ErrorIs(t, render.Sensitivity(failing{full}, nil), full)
	require.ErrorIs(t, render.Calibration(failing{full}, c), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
