package assess_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestDefaultPolicy: the published parameters.
func TestDefaultPolicy(t *testing.T) {
	t.Parallel()
	p := assess.DefaultPolicy()
	require.NoError(t, p.Check())
	got := []float64{
		p.PriorWeight, p.SameSourceDiscount, p.Spread, p.Met, p.MetCritical, p.NonSelfBelief, p.Contested, p.NotEvidenced,
		p.BelowProbability, p.BelowDisbelief, p.ErrorCorrelation, p.Tied, p.CriticalFactor, p.ReadyShare,
	}
	want := []float64{1, .3, .25, .80, .90, .40, .40, .30, .20, .50, .15, .6, 3, .85}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-published +got):\n%s", diff)
	}
	require.Equal(t, assess.HalfLives{Knowledge: 1095, Skill: 730, Behaviour: 730}, p.HalfLifeDays)
	var reliabilities []float64
	for kind := assess.Self; kind <= assess.SignOff; kind++ {
		reliabilities = append(reliabilities, p.Reliability.Of(kind))
	}
	require.Equal(t, []float64{.15, .42, .60, .60, .75, .75, .80, .90}, reliabilities)
	require.Equal(t, belief.DefaultLedger(), p.Ledger())
}

// TestPolicyCheck: every parameter has a range, and its border belongs to it or not.
func TestPolicyCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key    string
		set    func(*assess.Policy, float64)
		fine   []float64
		faulty []float64
	}{
		{"priorWeight", func(p *assess.Policy, v float64) { p.PriorWeight = v }, []float64{1e-9, 2}, []float64{0, -1, math.NaN(), math.Inf(1)}},
		{"spread", func(p *assess.Policy, v float64) { p.Spread = v }, []float64{0.2}, []float64{0, -1, math.NaN(), math.Inf(1)}},
		{"criticalFactor", func(p *assess.Policy, v float64) { p.CriticalFactor = v }, []float64{0.5, 3}, []float64{0, -1, math.NaN(), math.Inf(1)}},
		{"sameSourceDiscount", func(p *assess.Policy, v float64) { p.SameSourceDiscount = v }, []float64{0, 1}, outOfUnit()},
		{"met", func(p *assess.Policy, v float64) { p.Met = v }, []float64{0, 1}, outOfUnit()},
		{"metCritical", func(p *assess.Policy, v float64) { p.MetCritical = v }, []float64{0, 1}, outOfUnit()},
		{"nonSelfBelief", func(p *assess.Policy, v float64) { p.NonSelfBelief = v }, []float64{0, 1}, outOfUnit()},
		{"contested", func(p *assess.Policy, v float64) { p.Contested = v }, []float64{0, 1}, outOfUnit()},
		{"notEvidenced", func(p *assess.Policy, v float64) { p.NotEvidenced = v }, []float64{0, 1}, outOfUnit()},
		{"belowProbability", func(p *assess.Policy, v float64) { p.BelowProbability = v }, []float64{0, 1}, outOfUnit()},
		{"belowDisbelief", func(p *assess.Policy, v float64) { p.BelowDisbelief = v }, []float64{0, 1}, outOfUnit()},
		{"errorCorrelation", func(p *assess.Policy, v float64) { p.ErrorCorrelation = v }, []float64{0, 1}, outOfUnit()},
		{"tied", func(p *assess.Policy, v float64) { p.Tied = v }, []float64{0, 1}, outOfUnit()},
		{"readyShare", func(p *assess.Policy, v float64) { p.ReadyShare = v }, []float64{0, 1}, outOfUnit()},
		{"reliability.self", func(p *assess.Policy, v float64) { p.Reliability.Self = v }, []float64{1e-9, 1}, append(outOfUnit(), 0)},
		{"reliability.sign-off", func(p *assess.Policy, v float64) { p.Reliability.SignOff = v }, []float64{1e-9, 1}, append(outOfUnit(), 0)},
		{"halfLifeDays.skill", func(p *assess.Policy, v float64) { p.HalfLifeDays.Skill = int(v) }, []float64{1}, []float64{0, -1}},
		{"smallGroup", func(p *assess.Policy, v float64) { p.SmallGroup = int(v) }, []float64{1}, []float64{0, -1}},
	} {
		for _, v := range c.fine {
			p := assess.DefaultPolicy()
			c.set(&p, v)
			require.NoError(t, p.Check(), "%s %v", c.key, v)
		}
		for _, v := range c.faulty {
			p := assess.DefaultPolicy()
			c.set(&p, v)
			err := p.Check()
			require.ErrorIs(t, err, ksb.ErrValue, "%s %v", c.key, v)
			var problems ksb.Problems
			require.ErrorAs(t, err, &problems)
			require.Len(t, problems, 1)
			require.Equal(t, c.key, problems[0].Path, "the parameter is named")
		}
	}
}

func outOfUnit() []float64 { return []float64{-0.001, 1.001, math.NaN(), math.Inf(-1)} }

// TestPolicyVerifiers: parties are the four that evidence knows.
func TestPolicyVerifiers(t *testing.T) {
	t.Parallel()
	p := assess.DefaultPolicy()
	p.VerifiedBy.Skill = assess.Parties{"apprentice", "employer", "provider", "assessor"}
	require.NoError(t, p.Check())
	p.VerifiedBy.Skill = assess.Parties{"employer", "emploier"}
	require.ErrorIs(t, p.Check(), ksb.ErrValue)
}

// TestPolicyReportsAllFaults in one go, and New refuses what Check refuses.
func TestPolicyReportsAllFaults(t *testing.T) {
	t.Parallel()
	_, err := assess.New(newWorld(t, ladder(1), assess.DefaultPolicy()).ix, assess.Policy{})
	var problems ksb.Problems
	require.ErrorAs(t, err, &problems)
	keys := map[string]bool{}
	for _, p := range problems {
		require.ErrorIs(t, p, ksb.ErrValue)
		keys[p.Path] = true
	}
	// A zero means zero: wrong for three factors, eight reliabilities, three
	// half-lives, the rule and the group; right for a share.
	require.Len(t, keys, 3+8+3+1+1)
}

// TestUsing: the engine takes another model; the first one stays as it is.
func TestUsing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ladder(4), assess.DefaultPolicy())
	evidence := []assess.Evidence{says("e1", "S1", assess.Observation, 4, "a", 9), says("e2", "S1", assess.Observation, 1, "b", 0)}
	for _, c := range []struct {
		model  belief.Model
		mean   float64
		status assess.Status
		nobody float64
		why    string
	}{
		{assess.DefaultPolicy().Ledger(), 2.391, assess.Contested, 2, "both sides are kept"},
		{belief.Mean{}, 2.5, assess.BelowLevel, 0, "the average is a level that nobody saw"},
		{belief.Last{}, 1, assess.BelowLevel, 0, "the newest hides the other"},
		{belief.Max{}, 4, assess.Met, 0, "the greatest hides the other"},
	} {
		e := w.engine.Using(c.model)
		r, err := e.Assess(e.Profile(assess.Worker{Evidence: evidence}, today), "R3")
		require.NoError(t, err)
		require.Equal(t, c.model.Name(), r.Basis.Model)
		require.InDelta(t, c.mean, r.Gaps[0].Mean, 0.02, c.why)
		require.Equal(t, c.status, r.Gaps[0].Status, c.why)
		r, err = e.Assess(e.Profile(assess.Worker{}, today), "R3")
		require.NoError(t, err)
		require.InDelta(t, c.nobody, r.Gaps[0].Mean, slack, "without evidence")
		require.Zero(t, r.Assured)
	}
	require.Equal(t, "ledger", w.report(assess.Worker{}, "R1", today).Basis.Model)
}

// TestEngineErrors: misuse is an error that can be told apart; data never is one.
func TestEngineErrors(t *testing.T) {
	t.Parallel()
	w, other := newWorld(t, ladder(1), assess.DefaultPolicy()), newWorld(t, ladder(1), assess.DefaultPolicy())
	r, err := w.engine.Assess(w.engine.Profile(assess.Worker{}, today), "R9")
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	require.Nil(t, r)
	r, err = w.engine.Assess(other.engine.Profile(assess.Worker{}, today), "R1")
	require.ErrorIs(t, err, assess.ErrOtherEngine)
	require.Nil(t, r)
	_, err = w.engine.Using(belief.Mean{}).Assess(w.engine.Profile(assess.Worker{}, today), "R1")
	require.ErrorIs(t, err, assess.ErrOtherEngine, "another model is another engine")
}

// TestQuick: one call, the same report; faults of the framework come beside it.
func TestQuick(t *testing.T) {
	t.Parallel()
	f, worker := publishedFramework(), publishedWorker()
	r, err := assess.Quick(f, worker, "R1", today)
	require.NoError(t, err)
	require.Equal(t, written(t, newWorld(t, f, assess.DefaultPolicy()).report(worker, "R1", today)), written(t, r))

	r, err = assess.Quick(f, worker, "R9", today)
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	require.Nil(t, r)

	f.Roles = append(f.Roles, ksb.Role{ID: "empty"})
	r, err = assess.Quick(f, worker, "R1", today)
	var problems ksb.Problems
	require.True(t, errors.As(err, &problems))
	require.Len(t, problems, 1)
	require.Equal(t, 1, r.Met, "the sound parts are assessed")
}
