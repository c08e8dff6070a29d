package assess_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// onlyGap assesses evidence about S1 against one level of five rungs.
func onlyGap(t *testing.T, p assess.Policy, critical bool, evidence ...assess.Evidence) *assess.Gap {
	t.Helper()
	f := ladder(4)
	for i := range f.Roles {
		f.Roles[i].Requirements[0].Critical = critical
	}
	return &newWorld(t, f, p).report(assess.Worker{Evidence: evidence}, "R3", today).Gaps[0]
}

// TestThresholdsAreIncluded: each threshold is set to the very number that the ledger
// gives, and then to the next number that a float64 can hold.
func TestThresholdsAreIncluded(t *testing.T) {
	t.Parallel()
	observed, rated := says("e1", "S1", assess.Observation, 3, "a", 0), says("e1", "S1", assess.Supervisor, 3, "a", 0)
	failed, other := says("e1", "S1", assess.Test, 3, "exam", 0), says("e2", "S1", assess.Observation, 1, "b", 0)
	failed.Mode = assess.Below
	high := says("e1", "S1", assess.Observation, 4, "a", 0)
	for _, c := range []struct {
		name     string
		critical bool
		evidence []assess.Evidence
		at       func(*assess.Gap) float64
		set      func(*assess.Policy, float64)
		up       bool // the threshold is passed from above
		on, off  assess.Status
		why      string
	}{
		{"met", false, []assess.Evidence{observed}, probability, func(p *assess.Policy, v float64) { p.Met = v }, false, assess.Met, assess.Uncertain, "q at least .80"},
		{"metCritical", true, []assess.Evidence{observed}, probability, func(p *assess.Policy, v float64) { p.MetCritical = v }, false, assess.Met, assess.Uncertain, "q at least .90 where it is critical"},
		{"nonSelfBelief", false, []assess.Evidence{observed}, believed, func(p *assess.Policy, v float64) { p.NonSelfBelief = v }, false, assess.Met, assess.Uncertain, "belief of others at least .40"},
		{"contested", false, []assess.Evidence{high, other}, conflict, func(p *assess.Policy, v float64) { p.Contested = v }, false, assess.Contested, assess.Uncertain, "conflict at least .40"},
		{"notEvidenced", false, []assess.Evidence{rated}, certainty, func(p *assess.Policy, v float64) { p.NotEvidenced = v }, false, assess.Uncertain, assess.NotEvidenced, "certainty below .30; at .30 somebody has looked"},
		{"belowProbability", false, []assess.Evidence{failed}, probability, onlyProbability, true, assess.BelowLevel, assess.Uncertain, "q at most .20"},
		{"belowDisbelief", false, []assess.Evidence{failed}, disbelief, onlyDisbelief, false, assess.BelowLevel, assess.Uncertain, "disbelief at least .50"},
	} {
		border := c.at(onlyGap(t, contestedShown(), c.critical, c.evidence...))
		beyond := math.Nextafter(border, 1)
		if c.up {
			beyond = math.Nextafter(border, 0)
		}
		on, off := assess.DefaultPolicy(), assess.DefaultPolicy()
		c.set(&on, border)
		c.set(&off, beyond)
		require.Equal(t, c.on, onlyGap(t, on, c.critical, c.evidence...).Status, "%s at the border: %s", c.name, c.why)
		require.Equal(t, c.off, onlyGap(t, off, c.critical, c.evidence...).Status, "%s beyond it: %s", c.name, c.why)
	}
}

// contestedShown makes every gap say its conflict.
func contestedShown() assess.Policy {
	p := assess.DefaultPolicy()
	p.Met, p.MetCritical, p.Contested = 1, 1, 0
	return p
}

func probability(g *assess.Gap) float64 { return g.Probability() }
func believed(g *assess.Gap) float64    { return g.Belief }
func disbelief(g *assess.Gap) float64   { return g.Disbelief }
func certainty(g *assess.Gap) float64   { return g.Belief + g.Disbelief }

func conflict(g *assess.Gap) float64 {
	value, _ := g.Because[0].Numbers.Of("conflict")
	return value
}

func onlyProbability(p *assess.Policy, v float64) { p.BelowProbability, p.BelowDisbelief = v, 1 }
func onlyDisbelief(p *assess.Policy, v float64)   { p.BelowProbability, p.BelowDisbelief = 0, v }

// TestFirstStatusThatFits: where several fit, the order decides.
func TestFirstStatusThatFits(t *testing.T) {
	t.Parallel()
	lapsed := says("e0", "S1", assess.Certificate, 3, "issuer", 400)
	lapsed.Until = today - 1
	failed := says("e3", "S1", assess.Test, 3, "exam", 0)
	failed.Mode = assess.Below
	weakPass, weakFail := says("e1", "S1", assess.Peer, 3, "a", 0), says("e2", "S1", assess.Peer, 2, "b", 0)
	for _, c := range []struct {
		evidence []assess.Evidence
		want     assess.Status
		action   assess.Action
		why      string
	}{
		{[]assess.Evidence{says("e1", "S1", assess.Observation, 4, "a", 0), says("e2", "S1", assess.Observation, 4, "b", 0), says("e4", "S1", assess.SignOff, 4, "c", 0), failed}, assess.Met, assess.None, "met although they differ: met comes before contested"},
		{[]assess.Evidence{says("e1", "S1", assess.Observation, 4, "a", 0), failed}, assess.Contested, assess.Moderate, "contested comes before below"},
		{[]assess.Evidence{lapsed}, assess.Expired, assess.Renew, "expired comes before not evidenced"},
		{[]assess.Evidence{lapsed, says("e1", "S1", assess.Peer, 2, "a", 0)}, assess.Expired, assess.Renew, "expired comes before uncertain"},
		{nil, assess.NotEvidenced, assess.Assess, "nobody looked"},
		{[]assess.Evidence{says("e1", "S1", assess.Self, 0, "me", 0)}, assess.NotEvidenced, assess.Assess, "a person's own doubt is not evidence either"},
		{[]assess.Evidence{failed}, assess.BelowLevel, assess.Develop, "shown not to be there"},
		{[]assess.Evidence{weakPass}, assess.Uncertain, assess.Assess, "one peer is not enough"},
		{[]assess.Evidence{weakPass, weakFail}, assess.Uncertain, assess.Assess, "two peers who differ by a rung are not in dispute"},
	} {
		g := onlyGap(t, assess.DefaultPolicy(), false, c.evidence...)
		require.Equal(t, c.want, g.Status, c.why)
		require.Equal(t, c.action, g.Action, c.why)
		require.Equal(t, c.want.String(), g.Because[0].Code, "the first reason is the one that decided: %s", c.why)
	}
}

// TestExpiredNeedsACertificateThatWasEnough: what never met the requirement is not
// renewed, and what a person says of himself does not lapse into anything.
func TestExpiredNeedsACertificateThatWasEnough(t *testing.T) {
	t.Parallel()
	lapsed := func(kind assess.EvidenceKind, level float64) assess.Evidence {
		e := says("e1", "S1", kind, level, "issuer", 400)
		e.Until = today - 1
		return e
	}
	for _, c := range []struct {
		piece    assess.Evidence
		critical bool
		want     assess.Status
		why      string
	}{
		{lapsed(assess.Certificate, 3), false, assess.Expired, "it was enough"},
		{lapsed(assess.Certificate, 3), true, assess.Expired, "it was enough for a critical requirement too"},
		{lapsed(assess.Certificate, 2), false, assess.NotEvidenced, "a certificate for level 2 was never enough for 3"},
		{lapsed(assess.Observation, 3), false, assess.Expired, "graded pieces lapse too"},
		{lapsed(assess.Observation, 3), true, assess.NotEvidenced, "q .83 was never enough for a critical requirement"},
		{lapsed(assess.Self, 4), false, assess.NotEvidenced, "his own word was never enough"},
	} {
		require.Equal(t, c.want, onlyGap(t, assess.DefaultPolicy(), c.critical, c.piece).Status, c.why)
	}
	require.Equal(t, ksb.Level(3), onlyGap(t, assess.DefaultPolicy(), false).Level)
}
