package assess_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestValidity: what is left of a piece of two years ago. Mass 3 fresh, 1.5 aged.
func TestValidity(t *testing.T) {
	t.Parallel()
	const fresh, aged, none = 1 / (1 + 3.0), 1 / (1 + 1.5), 1.0
	for _, c := range []struct {
		mode  assess.Mode
		until ksb.Date // after today; only where given
		given bool
		want  float64
		why   string
	}{
		{assess.Graded, 0, false, aged, "without until it ages by its half-life"},
		{assess.Graded, 0, true, fresh, "the last valid day is included"},
		{assess.Graded, 1, true, fresh, "a day before the last"},
		{assess.Graded, -1, true, none, "the day after"},
		{assess.Below, 0, true, aged, "a failure ages in spite of its until"},
		{assess.Below, -1, true, aged, "and outlives it"},
		{assess.Below, -700, true, aged, "however long"},
	} {
		e := changed(func(e *assess.Evidence) { e.Mode, e.At = c.mode, today-730 })
		if c.given {
			e.Until = today + c.until
		}
		g := onlyGap(t, assess.DefaultPolicy(), false, e)
		if c.mode == assess.Below { // all of its mass speaks against, times the kernel
			require.InDelta(t, 1.5*.950167, g.Parts[0].Against, 1e-6, c.why)
			continue
		}
		require.InDelta(t, c.want, g.Uncertainty, slack, c.why)
	}
}

// TestLapsedTakesNoPlace: what has lapsed does not stand before a live piece of its
// source and discount it.
func TestLapsedTakesNoPlace(t *testing.T) {
	t.Parallel()
	lapsed := changed(func(e *assess.Evidence) { e.ID, e.At, e.Until, e.Reliability = "e0", today-9, today-1, 0.95 })
	live := changed(func(*assess.Evidence) {})
	both, alone := onlyGap(t, assess.DefaultPolicy(), false, lapsed, live), onlyGap(t, assess.DefaultPolicy(), false, live)
	require.Empty(t, sameLedger(alone, both))
}

// TestHalfLives: the statement's own, else that of its kind.
func TestHalfLives(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind ksb.Kind
		own  int
		days int
		why  string
	}{
		{ksb.Knowledge, 0, 1095, "knowledge keeps for three years"},
		{ksb.Skill, 0, 730, "a skill for two"},
		{ksb.Behaviour, 0, 730, "behaviour for two"},
		{ksb.Knowledge, 90, 90, "its own outranks that of the kind"},
	} {
		f := ladder(4)
		f.Statements[0].Kind, f.Statements[0].HalfLifeDays = c.kind, c.own
		w := newWorld(t, f, assess.DefaultPolicy())
		r := w.report(assess.Worker{Evidence: []assess.Evidence{says("e1", "S1", assess.Observation, 3, "a", c.days)}}, "R3", today)
		require.InDelta(t, 1/(1+1.5), r.Gaps[0].Uncertainty, slack, c.why)
	}
}

// TestAsOf: the day of the newest evidence where none is given, whatever its state.
func TestAsOf(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ladder(4), assess.DefaultPolicy())
	older := says("e1", "S1", assess.Observation, 3, "a", 30)
	draft := says("e2", "S1", assess.Observation, 3, "a", 10)
	draft.State = assess.Draft
	worker := assess.Worker{Evidence: []assess.Evidence{older, draft}, Credentials: []assess.Credential{{ID: "c", At: today}}}
	r := w.report(worker, "R3", 0)
	require.Equal(t, today-10, r.AsOf)
	require.Equal(t, []string{"newest-evidence", "after-as-of-day"}, codes(r))
	require.Equal(t, today-10, w.engine.Profile(worker, 0).AsOf())
	require.Equal(t, today, w.engine.Profile(worker, today).AsOf(), "a day that is given stands")
	require.Empty(t, w.report(worker, "R3", today).Findings)
}

// TestSignOffs: who may decide. r .90 is a mass of 9, the supervisor's .60 one of 1.5.
func TestSignOffs(t *testing.T) {
	t.Parallel()
	const decided, word = 9, 1.5
	for _, c := range []struct {
		statement []string
		policy    assess.Parties
		as        assess.Party
		own       float64
		mass      float64
		finding   bool
		why       string
	}{
		{nil, nil, "", 0, decided, false, "anyone may"},
		{nil, nil, "provider", 0, decided, false, "anyone may"},
		{[]string{"employer"}, nil, "employer", 0, decided, false, "the statement lets him"},
		{[]string{"employer", "assessor"}, nil, "assessor", 0, decided, false, "or him"},
		{[]string{"employer"}, nil, "provider", 0, word, true, "not him"},
		{[]string{"employer"}, nil, "", 0, word, true, "nor somebody unknown"},
		{nil, assess.Parties{"employer"}, "provider", 0, word, true, "the policy does not let him"},
		{nil, assess.Parties{"employer"}, "employer", 0, decided, false, "the policy does"},
		{[]string{"provider"}, assess.Parties{"employer"}, "provider", 0, decided, false, "the statement outranks the policy"},
		{[]string{"provider"}, assess.Parties{"employer"}, "employer", 0, word, true, "both ways"},
		{[]string{"employer"}, nil, "provider", 0.75, 3, true, "its own reliability stands"},
		{nil, nil, "", 0.75, 3, false, "its own reliability stands"},
	} {
		f, p := ladder(4), assess.DefaultPolicy()
		f.Statements[0].VerifiedBy, p.VerifiedBy.Skill = c.statement, c.policy
		e := changed(func(e *assess.Evidence) { e.Kind, e.As, e.Reliability = assess.SignOff, c.as, c.own })
		r := newWorld(t, f, p).report(assess.Worker{Evidence: []assess.Evidence{e}}, "R1", today)
		require.Zero(t, r.Gaps[0].Parts[0].Against, "it keeps its mode: %s", c.why)
		require.InDelta(t, c.mass, r.Gaps[0].Parts[0].For, c.mass*0.03, c.why)
		require.Equal(t, c.finding, len(r.Findings) == 1, c.why)
		if c.finding {
			require.Equal(t, "verifier-not-permitted", r.Findings[0].Code, c.why)
		}
	}
}
