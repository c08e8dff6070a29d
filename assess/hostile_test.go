package assess_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
)

// TestPolicyOfZeros: a policy may set any threshold to 0; what nobody spoke about is not
// contested all the same, and nothing breaks.
func TestPolicyOfZeros(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*assess.Policy)
	}{
		{"contested", func(p *assess.Policy) { p.Contested = 0 }},
		{"not evidenced", func(p *assess.Policy) { p.NotEvidenced = 0 }},
		{"below", func(p *assess.Policy) { p.BelowProbability, p.BelowDisbelief = 0, 0 }},
		{"met", func(p *assess.Policy) { p.Met, p.MetCritical, p.NonSelfBelief = 0, 0, 0 }},
	} {
		policy := assess.DefaultPolicy()
		c.change(&policy)
		if policy.Check() != nil {
			continue // refused: that is an answer, too
		}
		w := newWorld(t, ward(), policy)
		for _, worker := range []assess.Worker{{ID: "newcomer"}, wardWorker()} {
			for _, g := range w.report(worker, "senior", today).Gaps {
				require.False(t, g.Status == assess.Contested && len(g.Parts) == 0, c.why)
			}
		}
	}
}
