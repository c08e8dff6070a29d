package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// linked says that a person confirmed a link.
func linked(from string, r ksb.Relation, to string) ksb.Link {
	return ksb.Link{From: ksb.StatementID(from), To: ksb.StatementID(to), Relation: r, Confirmed: true}
}

// carrying is a world whose engine carries over links.
func carrying(t testing.TB, f ksb.Framework, p assess.Policy, links ...ksb.Link) *world {
	t.Helper()
	w := newWorld(t, f, p)
	w.engine = w.engine.Carrying(links)
	return w
}

// twoRoles ask for one statement each, A and B, of two rungs.
func twoRoles(critical bool) ksb.Framework {
	f := ksb.Framework{ID: "two"}
	for _, id := range []string{"A", "B", "C"} {
		f.Statements = append(f.Statements, ksb.Statement{ID: ksb.StatementID(id), Code: "K" + id, Kind: ksb.Skill})
		f.Roles = append(f.Roles, ksb.Role{ID: ksb.RoleID("role " + id), Requirements: []ksb.Requirement{{Statement: ksb.StatementID(id), Critical: critical}}})
	}
	return f
}

// TestCarryLeaves: what a piece about A counts for B, by the link between them.
func TestCarryLeaves(t *testing.T) {
	t.Parallel()
	half, none := new(0.25), new(0.0)
	for _, c := range []struct {
		why   string
		links []ksb.Link
		carry assess.Carry
		want  float64
	}{
		{"no link, nothing", nil, assess.Carry{}, 0},
		{"exact carries wholly", []ksb.Link{linked("A", ksb.Exact, "B")}, assess.Carry{}, 1},
		{"and both ways", []ksb.Link{linked("B", ksb.Exact, "A")}, assess.Carry{}, 1},
		{"close with the stated relevance", []ksb.Link{linked("A", ksb.Close, "B")}, assess.Carry{}, .75},
		{"and both ways", []ksb.Link{linked("B", ksb.Close, "A")}, assess.Carry{}, .75},
		{"B is narrower: who shows the whole shows something of the part", []ksb.Link{linked("A", ksb.Narrow, "B")}, assess.Carry{}, .5},
		{"the same said from the other end", []ksb.Link{linked("B", ksb.Broad, "A")}, assess.Carry{}, .5},
		{"B is broader: who shows the part does not show the whole", []ksb.Link{linked("A", ksb.Broad, "B")}, assess.Carry{}, 0},
		{"the same said from the other end", []ksb.Link{linked("B", ksb.Narrow, "A")}, assess.Carry{}, 0},
		{"a proposal is not a link", []ksb.Link{{From: "A", To: "B", Relation: ksb.Exact}}, assess.Carry{}, 0},
		{"never two in a row", []ksb.Link{linked("A", ksb.Exact, "C"), linked("C", ksb.Exact, "B")}, assess.Carry{}, 0},
		{"of several the one that leaves most, once", []ksb.Link{linked("A", ksb.Narrow, "B"), linked("A", ksb.Close, "B"), linked("B", ksb.Close, "A")}, assess.Carry{}, .75},
		{"by the policy", []ksb.Link{linked("A", ksb.Close, "B")}, assess.Carry{Close: half}, .25},
		{"which may refuse", []ksb.Link{linked("A", ksb.Narrow, "B")}, assess.Carry{Narrow: none}, 0},
		{"each relation for itself", []ksb.Link{linked("A", ksb.Narrow, "B")}, assess.Carry{Close: none}, .5},
		{"to itself leads nowhere", []ksb.Link{linked("B", ksb.Exact, "B")}, assess.Carry{}, 0},
		{"to what is not here leads nowhere", []ksb.Link{linked("A", ksb.Exact, "elsewhere"), linked("elsewhere", ksb.Exact, "B")}, assess.Carry{}, 0},
	} {
		p := assess.DefaultPolicy()
		p.Carry = c.carry
		w := carrying(t, twoRoles(false), p, c.links...)
		worker := assess.Worker{Evidence: []assess.Evidence{says("e1", "A", assess.Observation, 1, "a", 0)}}
		support, counter := sumsOf(gapOf(w.report(worker, "role B", today), "B"))
		require.InDelta(t, c.want*3, support+counter, 1e-9, c.why)
		require.GreaterOrEqual(t, support, counter, c.why)
	}
}

// TestCarriedIsShown: from which statement, over which link, and what is left of it.
func TestCarriedIsShown(t *testing.T) {
	t.Parallel()
	link := linked("B", ksb.Broad, "A")
	w := carrying(t, twoRoles(false), assess.DefaultPolicy(), link)
	worker := assess.Worker{Evidence: []assess.Evidence{says("e1", "A", assess.Observation, 1, "a", 0)}}
	r := w.report(worker, "role B", today)
	want := &assess.Carried{From: "A", Link: link, Relevance: .5}
	if diff := cmp.Diff(want, gapOf(r, "B").Parts[0].Carried); diff != "" {
		t.Error(diff)
	}
	require.Nil(t, gapOf(w.report(worker, "role A", today), "A").Parts[0].Carried, "there it is about the statement itself")
	require.NotEmpty(t, r.Basis.Links)
	require.NotContains(t, codesOf(gapOf(r, "B")), "no-evidence")
	none := newWorld(t, twoRoles(false), assess.DefaultPolicy())
	idle := none.engine.Carrying([]ksb.Link{{From: "A", To: "B", Relation: ksb.Exact}, linked("A", ksb.Exact, "elsewhere")})
	before := written(t, none.report(worker, "role B", today))
	none.engine = idle
	require.Equal(t, before, written(t, none.report(worker, "role B", today)), "without a confirmed link here nothing changes")
}

func codesOf(g *assess.Gap) (list []string) {
	for _, r := range g.Because {
		list = append(list, r.Code)
	}
	return list
}

// TestCarryRules: what passes and what does not.
func TestCarryRules(t *testing.T) {
	t.Parallel()
	type list = []assess.Evidence
	seen := func(id, statement string, change ...func(*assess.Evidence)) assess.Evidence {
		e := says(id, statement, assess.Observation, 1, "a", 0)
		for _, c := range change {
			c(&e)
		}
		return e
	}
	for _, c := range []struct {
		why      string
		evidence list
		change   func(*ksb.Framework)
		want     []string // ID, statement that it is from, and its part of what an observation weighs
		finding  string
	}{
		{why: "one that names both counts as it says there, once", evidence: list{{ID: "e1", Statements: assess.Refs("A", "B"), Kind: assess.Observation, By: "a", At: today, Level: new(1.0)}}, want: []string{"e1  1.00"}},
		{why: "one that says another thing there, likewise", evidence: list{{ID: "e1", Statements: []assess.StatementRef{{ID: "A", Level: new(1.0)}, {ID: "B", Level: new(0.0)}}, Kind: assess.Observation, By: "a", At: today}}, want: []string{"e1  1.00"}},
		{why: "of two statements, over the link that leaves most", evidence: list{{ID: "e1", Statements: assess.Refs("A", "C"), Kind: assess.Observation, By: "a", At: today, Level: new(1.0)}}, want: []string{"e1 A 1.00"}},
		{why: "beside what is there; one source still counts less each time", evidence: list{seen("e1", "A"), seen("e2", "B")}, want: []string{"e1 A 1.00", "e2  0.30"}},
		{why: "two sources count in full", evidence: list{seen("e1", "A"), seen("e2", "B", func(e *assess.Evidence) { e.By = "b" })}, want: []string{"e1 A 1.00", "e2  1.00"}},
		{why: "a draft waits where it is", evidence: list{seen("e1", "A", func(e *assess.Evidence) { e.State = assess.Draft })}},
		{why: "what is refused there is refused", evidence: list{seen("e1", "A", func(e *assess.Evidence) { e.At = today + 1 })}},
		{why: "two of one ID that differ are refused, there and here", evidence: list{seen("e1", "A"), seen("e1", "A", func(e *assess.Evidence) { e.By = "b" })}},
		{why: "what waits here does not come round", evidence: list{seen("e1", "A"), seen("e1", "B", func(e *assess.Evidence) { e.State = assess.Draft })}},
		{why: "its own relevance stays", evidence: list{seen("e1", "C", func(e *assess.Evidence) { e.Relevance = .5 })}, want: []string{"e1 C 0.38"}},
		{why: "what has lapsed stands there and adds nothing", evidence: list{seen("e1", "A", func(e *assess.Evidence) { e.At, e.Until = today-9, today-1 })}, want: []string{"e1 A 0.00"}},
		{why: "rungs that differ: nothing passes, and that is said", evidence: list{seen("e1", "A")}, finding: "link-between-scales", change: func(f *ksb.Framework) {
			f.Scales = []ksb.Scale{{ID: "pass", Rungs: []string{"fail", "pass"}}}
			f.Statements[0].Scale = "pass"
		}},
		{why: "another name for the same rungs is no other scale", evidence: list{seen("e1", "A")}, want: []string{"e1 A 1.00"}, change: func(f *ksb.Framework) {
			f.Scales = []ksb.Scale{{ID: "same", Rungs: []string{"not yet", "competent"}}}
			f.Statements[0].Scale = "same"
		}},
		{why: "signed off by one who may not do so there: a supervisor's word", finding: "verifier-not-permitted", evidence: list{seen("e1", "A", func(e *assess.Evidence) { e.Kind, e.Mode, e.As = assess.SignOff, assess.Graded, "provider" })},
			want: []string{"e1 A 0.50"}, change: func(f *ksb.Framework) { f.Statements[1].VerifiedBy = []string{"employer"} }},
		{why: "or may not do so here", evidence: list{seen("e1", "A", func(e *assess.Evidence) { e.Kind, e.Mode, e.As = assess.SignOff, assess.Graded, "provider" })},
			want: []string{"e1 A 0.50"}, change: func(f *ksb.Framework) { f.Statements[0].VerifiedBy = []string{"employer"} }},
	} {
		f := twoRoles(false)
		if c.change != nil {
			c.change(&f)
		}
		w := carrying(t, f, assess.DefaultPolicy(), linked("A", ksb.Exact, "B"), linked("C", ksb.Close, "B"))
		r := w.report(assess.Worker{Evidence: c.evidence}, "role B", today)
		var got []string
		for _, p := range gapOf(r, "B").Parts {
			from := ""
			if p.Carried != nil {
				from = string(p.Carried.From)
			}
			got = append(got, fmt.Sprintf("%s %s %.2f", p.Evidence, from, (p.For+p.Against)/3))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		require.Equal(t, c.finding != "", slices.Contains(codes(r), c.finding), "%s: %v", c.why, codes(r))
	}
}

// TestWhatCarryMeans: the reasons that the defaults are given.
func TestWhatCarryMeans(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why      string
		relation ksb.Relation
		kinds    []assess.EvidenceKind
		critical bool
		want     assess.Status
	}{
		{"a supervisor's word over a close link is enough by itself", ksb.Close, []assess.EvidenceKind{assess.Supervisor}, false, assess.Met},
		{"not where it is critical", ksb.Close, []assess.EvidenceKind{assess.Supervisor}, true, assess.Uncertain},
		{"there a second one is needed", ksb.Close, []assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, true, assess.Met},
		{"a supervisor's word over a narrow link is not", ksb.Narrow, []assess.EvidenceKind{assess.Supervisor}, false, assess.Uncertain},
		{"two are", ksb.Narrow, []assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, false, assess.Met},
		{"and so is an observation", ksb.Narrow, []assess.EvidenceKind{assess.Observation}, false, assess.Met},
		{"not where it is critical", ksb.Narrow, []assess.EvidenceKind{assess.Observation}, true, assess.Uncertain},
		{"a person's own word is not, carried or not", ksb.Exact, []assess.EvidenceKind{assess.Self, assess.Self, assess.Self}, false, assess.NotEvidenced},
	} {
		w := carrying(t, twoRoles(c.critical), assess.DefaultPolicy(), linked("A", c.relation, "B"))
		var worker assess.Worker
		for i, kind := range c.kinds {
			worker.Evidence = append(worker.Evidence, says("e"+strconv.Itoa(i), "A", kind, 1, "source "+strconv.Itoa(i), 0))
		}
		g := gapOf(w.report(worker, "role B", today), "B")
		require.Equal(t, c.want, g.Status, "%s: %.3f", c.why, g.Probability())
	}
}

// TestCarriedInTheRole: a code of the role counts like an ID, and leads over links too.
func TestCarriedInTheRole(t *testing.T) {
	t.Parallel()
	f := twoRoles(false)
	f.Roles = append(f.Roles, ksb.Role{ID: "both", Requirements: []ksb.Requirement{{Statement: "A"}, {Statement: "B"}}})
	for _, gamma := range []float64{0, .5} {
		w := carrying(t, f, inferring(gamma), linked("A", ksb.Exact, "B"))
		r := w.report(assess.Worker{Evidence: []assess.Evidence{says("e1", "KA", assess.Test, 1, "a", 0)}}, "both", today)
		require.Equal(t, 2, r.Met)
		require.Equal(t, ksb.StatementID("A"), gapOf(r, "B").Parts[0].Carried.From)
	}
}

// TestCarriedIsHeld: a planner may build on what was carried.
func TestCarriedIsHeld(t *testing.T) {
	t.Parallel()
	w := carrying(t, twoRoles(false), assess.DefaultPolicy(), linked("A", ksb.Exact, "B"))
	r := w.report(assess.Worker{Evidence: []assess.Evidence{says("e1", "A", assess.Test, 1, "a", 0)}}, "role C", today)
	require.Equal(t, []assess.HeldLevel{{Statement: "A", Level: 1}, {Statement: "B", Level: 1}}, r.Held.Levels)
}

// TestNothingIsInferredFromWhatWasCarried: a link and a prerequisite are two steps.
func TestNothingIsInferredFromWhatWasCarried(t *testing.T) {
	t.Parallel()
	f := twoRoles(false)
	f.Statements[1].Requires = []ksb.StatementID{"C"}
	w := carrying(t, f, inferring(.5), linked("A", ksb.Exact, "B"))
	r := w.report(assess.Worker{Evidence: []assess.Evidence{says("e1", "A", assess.Test, 1, "a", 0)}}, "role C", today)
	support, _ := sumsOf(gapOf(r, "C"))
	require.Zero(t, support)
}

// TestQuickCarries: the links of the framework are at hand there.
func TestQuickCarries(t *testing.T) {
	t.Parallel()
	f := twoRoles(false)
	f.Links = []ksb.Link{linked("A", ksb.Exact, "B")}
	r, err := assess.Quick(f, assess.Worker{Evidence: []assess.Evidence{says("e1", "A", assess.Test, 1, "a", 0)}}, "role B", today)
	require.NoError(t, err)
	require.Equal(t, 1, r.Met)
}

// randomLinks join the six statements of a random framework, some without confirmation.
func randomLinks(rng *rand.Rand) (list []ksb.Link) {
	for range rng.IntN(9) {
		l := linked("S"+strconv.Itoa(1+rng.IntN(6)), ksb.Relation(1+rng.IntN(4)), "S"+strconv.Itoa(1+rng.IntN(6)))
		l.Confirmed = rng.IntN(5) > 0
		list = append(list, l)
	}
	return list
}

// carryTry tries a property on random workers in random worlds with random links.
func carryTry(t *testing.T, seed uint64, h habits, p func(rng *rand.Rand, w *world, links []ksb.Link, worker assess.Worker) string) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2026))
	for range 60 {
		f := requiring(rng)
		for i := range f.Statements {
			if rng.IntN(2) == 0 {
				f.Statements[i].Scale = "k6" // so that many share their rungs
			}
		}
		links, policy := randomLinks(rng), inferring(oneOf(rng, 0, .5))
		w := carrying(t, f, policy, links...)
		for i := range 40 {
			worker := randomWorker(rng, h)
			if broken := p(rng, w, links, worker); broken != "" {
				t.Fatalf("worker %d of seed %d: %s\n%+v\n%+v\n%+v", i, seed, broken, worker, links, f.Statements)
			}
		}
	}
}

// TestCarriedNearestIsAssess holds the two speeds equal.
func TestCarriedNearestIsAssess(t *testing.T) {
	t.Parallel()
	seen := 0
	carryTry(t, 201, habits{until: true, overrides: true}, func(_ *rand.Rand, w *world, _ []ksb.Link, worker assess.Worker) string {
		p := w.engine.Profile(worker, today)
		for m := range w.engine.Nearest(p) {
			r := w.of(p, m.Role)
			if m.Met != r.Met || m.Of != r.Of || !equal(m.Assured, r.Assured) || !equal(m.Belief, beliefOf(r)) {
				return fmt.Sprintf("%+v: met %d, assured %v, belief %v", m, r.Met, r.Assured, beliefOf(r))
			}
			for _, g := range r.Gaps {
				seen += len(carriedParts(&g))
			}
		}
		return ""
	})
	require.Greater(t, seen, 1000)
}

func carriedParts(g *assess.Gap) (list []assess.Part) {
	for _, p := range g.Parts {
		if p.Carried != nil {
			list = append(list, p)
		}
	}
	return list
}

// TestCarriedAddsUp: the parts of a gap still sum to what the probability rests on.
func TestCarriedAddsUp(t *testing.T) {
	t.Parallel()
	carryTry(t, 202, anything(), func(rng *rand.Rand, w *world, _ []ksb.Link, worker assess.Worker) string {
		r := w.report(worker, oneOf(rng, w.roles...), today)
		for i := range r.Gaps {
			if broken := partsAddUp(&r.Gaps[i]); broken != "" {
				return broken
			}
		}
		return ""
	})
}

// TestCarryOrder: neither the order of the links nor saying one twice changes a byte.
func TestCarryOrder(t *testing.T) {
	t.Parallel()
	carryTry(t, 203, anything(), func(rng *rand.Rand, w *world, links []ksb.Link, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		other := *w
		other.engine = w.engine.Carrying(append(mixed(rng, links), links...))
		return cmp.Diff(written(t, w.report(worker, role, today)), written(t, other.report(worker, role, today)))
	})
}
