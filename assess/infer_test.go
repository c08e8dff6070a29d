package assess_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// inferring is the default policy with γ.
func inferring(gamma float64) assess.Policy {
	p := assess.DefaultPolicy()
	p.Inference = gamma
	return p
}

// chain is n statements on five rungs, each requiring the one before it, and a role that
// asks for level 3 of all.
func chain(n int, critical bool) ksb.Framework {
	f := ksb.Framework{ID: "chain", Scales: scales()}
	role := ksb.Role{ID: "R"}
	for i := range n {
		s := ksb.Statement{ID: ksb.StatementID("S" + strconv.Itoa(i+1)), Code: "K" + strconv.Itoa(i+1), Kind: ksb.Skill, Scale: "k4"}
		if i > 0 {
			s.Requires = []ksb.StatementID{f.Statements[i-1].ID}
		}
		f.Statements = append(f.Statements, s)
		role.Requirements = append(role.Requirements, ksb.Requirement{Statement: s.ID, Level: 3, Critical: critical, Weight: 1})
	}
	f.Roles = []ksb.Role{role}
	return f
}

// sumsOf are the sums of the parts of a gap.
func sumsOf(g *assess.Gap) (support, counter float64) {
	for _, p := range g.Parts {
		support, counter = support+p.For, counter+p.Against
	}
	return support, counter
}

// TestInferenceIsThePublishedFormula: R_A += γ^h R_B and S_B += γ^h S_A, for h up to 3.
func TestInferenceIsThePublishedFormula(t *testing.T) {
	t.Parallel()
	const r, s = 2.440983, .559017 // one observation of level 3, required 3
	worker := assess.Worker{Evidence: []assess.Evidence{says("e1", "S5", assess.Observation, 3, "a", 0)}}
	report := newWorld(t, chain(9, false), inferring(.5)).report(worker, "R", today)
	want := map[ksb.StatementID][2]float64{
		"S1": {}, "S2": {r / 8, 0}, "S3": {r / 4, 0}, "S4": {r / 2, 0}, "S5": {r, s},
		"S6": {0, s / 2}, "S7": {0, s / 4}, "S8": {0, s / 8}, "S9": {},
	}
	for id, sums := range want {
		g := gapOf(report, id)
		support, counter := sumsOf(g)
		if diff := cmp.Diff(sums, [2]float64{support, counter}, cmpopts.EquateApprox(0, 1e-6)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
		ledger := belief.DefaultLedger()
		require.InDelta(t, ledger.Probability(belief.Scale{Top: 4}, 3, support, counter), g.Probability(), slack, id)
		for _, p := range g.Parts {
			require.Equal(t, id != "S5", p.Inferred != "", "marked: %s", id)
			require.Equal(t, "e1", p.Evidence)
		}
	}
}

// TestInferenceShapes: what is passed on, and what is not.
func TestInferenceShapes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*ksb.Framework)
		seen   string
		at     ksb.StatementID
		want   float64 // of what was shown for it
	}{
		{"one step", func(*ksb.Framework) {}, "S2", "S1", .5},
		{"two ways round count once, by the shorter", func(f *ksb.Framework) { f.Statements[3].Requires = []ksb.StatementID{"S3", "S2", "S1"} }, "S4", "S1", .5},
		{"two ways of one length count once", func(f *ksb.Framework) {
			f.Statements[2].Requires, f.Statements[3].Requires = []ksb.StatementID{"S1"}, []ksb.StatementID{"S2", "S3"}
		}, "S4", "S1", .25},
		{"levels of another scale mean something else", func(f *ksb.Framework) { f.Statements[0].Scale = "k5" }, "S2", "S1", 0},
		{"it passes through a statement on another scale", func(f *ksb.Framework) { f.Statements[1].Scale = "k5" }, "S3", "S1", .25},
		{"what is not accepted infers nothing", func(*ksb.Framework) {}, "draft", "S1", 0},
	} {
		f := chain(4, false)
		c.change(&f)
		e := says("e1", c.seen, assess.Observation, 3, "a", 0)
		if c.seen == "draft" {
			e.Statements, e.State = assess.Refs("S2"), assess.Draft
		}
		report := newWorld(t, f, inferring(.5)).report(assess.Worker{Evidence: []assess.Evidence{e}}, "R", today)
		support, _ := sumsOf(gapOf(report, c.at))
		require.InDelta(t, c.want*2.440983, support, 1e-6, c.why)
	}
}

// TestInferredIsNeverEnoughWhereItIsCritical: seven sure witnesses of what builds on it
// make a statement met, and not where it is critical; there it must be shown.
func TestInferredIsNeverEnoughWhereItIsCritical(t *testing.T) {
	t.Parallel()
	var evidence []assess.Evidence
	for i := range 7 {
		by := "assessor " + strconv.Itoa(i)
		evidence = append(evidence, says("e"+strconv.Itoa(i), "S2", assess.Test, 4, by, 0))
	}
	weak := says("own", "S1", assess.Peer, 3, "peer", 0)
	enough := []assess.Evidence{says("x", "S1", assess.Test, 4, "x", 0), says("y", "S1", assess.Test, 4, "y", 0)}
	for _, c := range []struct {
		critical bool
		more     []assess.Evidence
		want     assess.Status
		code     string
		why      string
	}{
		{false, nil, assess.Met, "inferred", "opted in: what builds on it was shown"},
		{true, nil, assess.NotEvidenced, "inferred-not-enough", "nobody has looked at it"},
		{true, []assess.Evidence{weak}, assess.Uncertain, "inferred-not-enough", "a peer's word does not become enough by inference"},
		{true, enough, assess.Met, "inferred", "it was shown itself"},
	} {
		w := newWorld(t, chain(2, c.critical), inferring(.5))
		worker := assess.Worker{Evidence: append(slices.Clone(evidence), c.more...)}
		g := gapOf(w.report(worker, "R", today), "S1")
		require.Equal(t, c.want, g.Status, c.why)
		require.Greater(t, g.Probability(), .9, c.why)
		require.True(t, slices.ContainsFunc(g.Because, func(r assess.Reason) bool { return r.Code == c.code }), "%s: %+v", c.why, g.Because)
		require.Equal(t, c.want == assess.Met && c.critical || !c.critical, slices.ContainsFunc(w.report(worker, "R", today).Gaps, func(h assess.Gap) bool {
			return h.Statement == "S1" && h.Status == assess.Met
		}))
	}
}

// TestSelfInfersNoMet: a person's own word about what builds on it is no more than that.
func TestSelfInfersNoMet(t *testing.T) {
	t.Parallel()
	var evidence []assess.Evidence
	for i := range 50 {
		e := says("e"+strconv.Itoa(i), "S2", assess.Self, 4, "name "+strconv.Itoa(i), 0)
		e.Reliability = .95
		evidence = append(evidence, e)
	}
	r := newWorld(t, chain(2, false), inferring(1)).report(assess.Worker{Evidence: evidence}, "R", today)
	require.Zero(t, r.Met)
	require.Equal(t, assess.NotEvidenced, gapOf(r, "S1").Status)
}

// TestNotSeenIsAssessedFirst: a failed prerequisite makes what builds on it doubtful, but
// nobody has looked there, so nobody is sent to train for it.
func TestNotSeenIsAssessedFirst(t *testing.T) {
	t.Parallel()
	failed := says("e1", "S1", assess.Test, 1, "exam", 0)
	failed.Mode = assess.Below
	r := newWorld(t, chain(2, false), inferring(.5)).report(assess.Worker{Evidence: []assess.Evidence{failed}}, "R", today)
	require.Equal(t, assess.BelowLevel, gapOf(r, "S1").Status)
	g := gapOf(r, "S2")
	require.Less(t, g.Probability(), .2)
	require.Equal(t, assess.NotEvidenced, g.Status)
	require.Equal(t, assess.Assess, g.Action)
}

// requiring adds random prerequisites to a random framework, on few scales.
func requiring(rng *rand.Rand) ksb.Framework {
	f := randomFramework(rng)
	for i := range f.Statements {
		s := &f.Statements[i]
		if rng.IntN(2) == 0 {
			s.Scale = "k6" // no requirement asks for more than its own top
		}
		for j := range i {
			if rng.IntN(3) == 0 {
				s.Requires = append(s.Requires, f.Statements[j].ID)
			}
		}
	}
	return f
}

// inferTry tries a property on random workers where prerequisites are declared.
func inferTry(t *testing.T, seed uint64, h habits, p property) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2026))
	workers := 50
	if testing.Short() {
		workers = 10
	}
	for range 40 {
		w := newWorld(t, requiring(rng), inferring(oneOf(rng, .5, .5, 1, rng.Float64()+.01)))
		for i := range workers {
			worker := randomWorker(rng, h)
			if broken := p(rng, w, worker); broken != "" {
				t.Fatalf("worker %d of seed %d: %s\n%+v\n%+v", i, seed, broken, worker, w.framework.Statements)
			}
		}
	}
}

// TestInferenceAddsUp: parts still sum to the ledger and shares to the estimate, the
// order of the input does not show, and the bare core counts what the report counts.
func TestInferenceAddsUp(t *testing.T) {
	t.Parallel()
	inferTry(t, 90, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		r, shares := w.report(worker, role, today), 0.0
		for i := range r.Gaps {
			g := &r.Gaps[i]
			shares += g.Share
			if broken := partsAddUp(g); broken != "" {
				return broken
			}
			for _, p := range g.Parts {
				if p.Inferred == g.Statement || p.Inferred != "" && p.For*p.Against != 0 {
					return fmt.Sprintf("inferred from itself, or both ways: %+v", p)
				}
			}
		}
		if r.Of > 0 && !equal(shares, 1-r.Estimate) {
			return fmt.Sprintf("shares %v, estimate %v", shares, r.Estimate)
		}
		if again := w.report(shuffle(rng, worker), role, today); written(t, again) != written(t, r) {
			return cmp.Diff(r, again, cmpopts.IgnoreUnexported(assess.Gap{}))
		}
		return ""
	})
	inferTry(t, 91, habits{until: true, overrides: true}, func(_ *rand.Rand, w *world, worker assess.Worker) string {
		p := w.engine.Profile(worker, today)
		for m := range w.engine.Nearest(p) {
			if r := w.of(p, m.Role); r.Met != m.Met || r.Of != m.Of || !near(r.Assured, m.Assured) {
				return fmt.Sprintf("%+v, and the report: %d of %d, %v", m, r.Met, r.Of, r.Assured)
			}
		}
		return ""
	})
}

// TestInferredCriticalNeverMet: taking all that was shown of a critical statement itself
// away takes Met away; and adding inference never makes a critical statement met.
func TestInferredCriticalNeverMet(t *testing.T) {
	t.Parallel()
	inferTry(t, 92, habits{until: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		without, err := assess.New(w.ix, assess.DefaultPolicy())
		if err != nil {
			return err.Error()
		}
		role := oneOf(rng, w.roles...)
		plain, err := without.Assess(without.Profile(worker, today), role)
		if err != nil {
			return err.Error()
		}
		for _, g := range w.report(worker, role, today).Gaps {
			if g.Critical && g.Status == assess.Met && gapOf(plain, g.Statement).Status != assess.Met {
				return fmt.Sprintf("critical, and met by inference: %+v", g)
			}
		}
		return ""
	})
}

// TestInferredDeltas: what a part says it moves is what leaving the piece out moves.
func TestInferredDeltas(t *testing.T) {
	t.Parallel()
	inferTry(t, 93, habits{until: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		if len(worker.Evidence) == 0 {
			return ""
		}
		for i := range worker.Evidence { // about one statement each, under its own ID
			worker.Evidence[i].Statements = worker.Evidence[i].Statements[:1]
		}
		at := rng.IntN(len(worker.Evidence))
		role := oneOf(rng, w.roles...)
		all := w.report(worker, role, today)
		worker.Evidence = slices.Delete(slices.Clone(worker.Evidence), at, at+1)
		return deltasHold(all, w.report(worker, role, today), "e"+strconv.Itoa(at+1))
	})
}

// TestInferenceByCode: evidence by code infers within the role as evidence by ID does.
func TestInferenceByCode(t *testing.T) {
	t.Parallel()
	w := newWorld(t, chain(5, false), inferring(.5))
	byID := []assess.Evidence{says("e1", "S4", assess.Observation, 3, "a", 9), says("e2", "S2", assess.Observation, 1, "b", 0)}
	byCode := slices.Clone(byID)
	byCode[0].Statements, byCode[1].Statements = assess.Refs("K4"), assess.Refs("K2")
	mixed := []assess.Evidence{byID[0], byCode[1]}
	want := w.report(assess.Worker{Evidence: byID}, "R", today)
	for _, evidence := range [][]assess.Evidence{byCode, mixed} {
		got := w.report(assess.Worker{Evidence: evidence}, "R", today)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(assess.Gap{})); diff != "" {
			t.Errorf("(-by ID +by code):\n%s", diff)
		}
	}
}

// TestNoInferenceUnlessAsked: prerequisites alone change nothing.
func TestNoInferenceUnlessAsked(t *testing.T) {
	t.Parallel()
	worker := assess.Worker{Evidence: []assess.Evidence{says("e1", "S2", assess.Observation, 3, "a", 0)}}
	linked, bare := chain(3, true), chain(3, true)
	for i := range bare.Statements {
		bare.Statements[i].Requires = nil
	}
	one := newWorld(t, linked, assess.DefaultPolicy()).report(worker, "R", today)
	two := newWorld(t, bare, assess.DefaultPolicy()).report(worker, "R", today)
	one.Basis.Index, two.Basis.Index = "", ""
	require.Equal(t, written(t, two), written(t, one))
	require.NotContains(t, written(t, one), "inferred")
}

// TestSettlesKnowsInference: what Settles foretells is what the report then says, also
// where part of the sums is inferred.
func TestSettlesKnowsInference(t *testing.T) {
	t.Parallel()
	inferTry(t, 94, habits{until: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		before := w.report(worker, role, today)
		g := &before.Gaps[rng.IntN(len(before.Gaps))]
		kind, level := assess.EvidenceKind(1+rng.IntN(8)), float64(rng.IntN(len(g.AtLeast)+1))
		more := worker
		more.Evidence = append(slices.Clone(worker.Evidence), says("new", string(g.Statement), kind, level, "a stranger", 0))
		after := gapOf(w.report(more, role, today), g.Statement)
		if got := before.Settles(g, kind, level); got != (after.Status == assess.Met) {
			return fmt.Sprintf("%v at %v settles: %v, and then: %+v", kind, level, got, after)
		}
		return ""
	})
}

// TestSureInference: at γ = 1 a proof of the last is as good a proof of the first.
func TestSureInference(t *testing.T) {
	t.Parallel()
	worker := assess.Worker{Evidence: []assess.Evidence{says("e1", "S4", assess.Certificate, 3, "issuer", 0)}}
	r := newWorld(t, chain(4, false), inferring(1)).report(worker, "R", today)
	require.Equal(t, 4, r.Met)
	for _, g := range r.Gaps {
		require.True(t, math.Abs(g.Probability()-.948216) < 1e-6, g.Statement)
	}
}
