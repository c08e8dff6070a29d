package render_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
)

// The scan sees what it is meant to see.
func TestCodesOfAssess(t *testing.T) {
	c := codesOfAssess(t)
	require.Empty(t, c.unseen, "the scan must be taught where else codes come from")
	require.Subset(t, c.findings, []string{"repeated", "level-off-scale", "reference-ambiguous", "nothing-to-require", "newest-evidence", "lapsed", "not-one-decision", "verifier-not-permitted"})
	require.Subset(t, c.causes, []string{"all-met", "requirement-open", "gate-in-grace", "assured-too-little"})
	require.Subset(t, c.reasons, []string{"overridden", "critical", "no-evidence", "waiting", "lapsed"})
}

func TestEveryFindingHasItsWording(t *testing.T) {
	for _, code := range codesOfAssess(t).findings {
		text := asText(t, &assess.Report{Findings: []assess.Finding{{Check: "the-check", Code: code, Statement: "S1", Evidence: "e1", Refs: []string{"ref"}}}})
		require.NotContains(t, text, "the-check: "+code)
		require.Contains(t, text, "To check")
		require.NotContains(t, text, "{", code)
	}
}

func TestEveryCauseHasItsWording(t *testing.T) {
	for _, code := range codesOfAssess(t).causes {
		text := asText(t, &assess.Report{ReadyBecause: []assess.Cause{{Code: code, Refs: []string{"ref"}}}})
		require.NotContains(t, text, code+": ref", code)
	}
}

// The reasons of a gap: each changes what is said of it. Critical stands beside the
// status, not among the sentences.
func TestEveryReasonHasItsWording(t *testing.T) {
	said := func(code string) string {
		return asText(t, &assess.Report{Gaps: []assess.Gap{{
			Statement: "S1", Text: "Does it", Level: 1, AtLeast: []float64{0.5}, Override: &assess.Override{Met: new(true)},
			Because: []assess.Reason{{Code: code, Refs: []string{"e1"}}},
		}}})
	}
	list := codesOfAssess(t).reasons
	for s := assess.NotEvidenced; s < assess.NotApplicable; s++ {
		list = append(list, s.String())
	}
	for _, code := range list {
		if code != "critical" {
			require.NotEqual(t, said("no such code"), said(code), "%q has no wording", code)
		}
	}
	critical := asText(t, &assess.Report{Gaps: []assess.Gap{{Statement: "S1", Level: 1, Critical: true, AtLeast: []float64{0}}}})
	require.Contains(t, critical, "critical")
}

// Statuses, actions, verdicts and states of gates: each in words of its own.
func TestEveryNameHasItsWording(t *testing.T) {
	seen := map[string]string{}
	distinct := func(name, text string) {
		require.NotContains(t, seen, text, "%s reads like %s", name, seen[text])
		seen[text] = name
	}
	for s := assess.NotEvidenced; s <= assess.NotApplicable; s++ {
		distinct("status "+s.String(), asText(t, &assess.Report{Gaps: []assess.Gap{{Statement: "S1", Text: "status", Level: 1, Status: s}}}))
	}
	for a := assess.None; a <= assess.Develop; a++ {
		distinct("action "+a.String(), asText(t, &assess.Report{Gaps: []assess.Gap{{Statement: "S1", Text: "action", Level: 1, Action: a}}}))
	}
	for v := assess.Unknown; v <= assess.No; v++ {
		distinct("verdict "+v.String(), asText(t, &assess.Report{Worker: "verdict", Ready: v}))
	}
	for g := assess.GateUnknown; g <= assess.GateNotMet; g++ {
		distinct("gate "+g.String(), asText(t, &assess.Report{Worker: "gate", Gates: []assess.GateResult{{Gate: "G", State: g}}}))
	}
}
