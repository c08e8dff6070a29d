package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestNearestIsAssess holds the two speeds equal: for every role what Nearest says is
// what the report says. References are by ID, since a code needs a role.
func TestNearestIsAssess(t *testing.T) {
	t.Parallel()
	holds(t, 40, habits{until: true, overrides: true}, func(_ *rand.Rand, w *world, worker assess.Worker) string {
		p := w.engine.Profile(worker, today)
		matches := slices.Collect(w.engine.Nearest(p))
		if len(matches) != len(w.roles) || !slices.IsSortedFunc(matches, assess.Match.Compare) {
			return fmt.Sprintf("%+v", matches)
		}
		for _, got := range matches {
			r, err := w.engine.Assess(p, got.Role)
			if err != nil {
				return err.Error()
			}
			if got.Met != r.Met || got.Of != r.Of || !equal(got.Assured, r.Assured) || !equal(got.Belief, beliefOf(r)) {
				return fmt.Sprintf("%+v: assured %v, belief %v", got, r.Assured, beliefOf(r))
			}
		}
		return ""
	})
}

// beliefOf is the importance of what speaks for the worker over all importance.
func beliefOf(r *assess.Report) float64 {
	var belief, importance float64
	for _, g := range r.Gaps {
		if g.Status != assess.NotApplicable {
			belief += g.Importance * g.Belief
			importance += g.Importance
		}
	}
	if importance == 0 {
		return 0
	}
	return belief / importance
}

// TestNearestCountsNoCodes: what K1 is depends on the role, so a reference by code
// counts in a report and not here.
func TestNearestCountsNoCodes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ladder(1), assess.DefaultPolicy())
	p := w.engine.Profile(assess.Worker{Evidence: []assess.Evidence{says("e1", "K1", assess.Certificate, 1, "issuer", 0)}}, today)
	r, err := w.engine.Assess(p, "R1")
	require.NoError(t, err)
	require.Equal(t, 1, r.Met)
	for m := range w.engine.Nearest(p) {
		require.Zero(t, m.Met)
	}
}

// TestNearestOrder: most assured first, then most belief, then the order of the roles;
// the estimate plays no part.
func TestNearestOrder(t *testing.T) {
	t.Parallel()
	ask := func(id ksb.RoleID, statements ...ksb.StatementID) (r ksb.Role) {
		r.ID = id
		for _, s := range statements {
			r.Requirements = append(r.Requirements, ksb.Requirement{Statement: s, Level: 3})
		}
		return r
	}
	f := publishedFramework()
	f.Roles = []ksb.Role{
		ask("nothing 10", "S6"), ask("nothing 2", "S6"), ask("some belief", "S2", "S6"),
		ask("all", "S1"), ask("half, and belief", "S1", "S2"), ask("half", "S1", "S6"),
	}
	w := newWorld(t, f, assess.DefaultPolicy())
	p := w.engine.Profile(assess.Worker{Evidence: []assess.Evidence{
		says("e1", "S1", assess.Observation, 3, "a", 0), says("e2", "S2", assess.Supervisor, 3, "b", 0),
	}}, today)
	var got []ksb.RoleID
	for m := range w.engine.Nearest(p) {
		got = append(got, m.Role)
	}
	want := []ksb.RoleID{"all", "half, and belief", "half", "some belief", "nothing 2", "nothing 10"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for m := range w.engine.Nearest(p) {
		require.Equal(t, ksb.RoleID("all"), m.Role, "stopped after the first")
		break
	}
}

// TestNearestEmptyRole: a role with nothing to require is listed, with nothing.
func TestNearestEmptyRole(t *testing.T) {
	t.Parallel()
	ix, problems := ksb.Compile(ksb.Framework{Roles: []ksb.Role{{ID: "empty"}}})
	require.ErrorIs(t, problems.Err(), ksb.ErrEmptyRole)
	engine, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	got := slices.Collect(engine.Nearest(engine.Profile(assess.Worker{}, today)))
	want := []assess.Match{{Role: "empty"}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(assess.Match{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNearestAllocatesNothingPerRole: as often for a thousand roles as for ten. Not
// parallel, since the count is of the whole process.
func TestNearestAllocatesNothingPerRole(t *testing.T) {
	allocations := func(roles int) float64 {
		w := newWorld(t, manyRoles(200, roles, 5), assess.DefaultPolicy())
		p := w.engine.Profile(documented(120, 200), today)
		return testing.AllocsPerRun(20, func() {
			for range w.engine.Nearest(p) {
			}
		})
	}
	require.Equal(t, allocations(10), allocations(1000))
}

// manyRoles ask for some of many statements each, on five rungs.
func manyRoles(statements, roles, least int) ksb.Framework {
	rng := rand.New(rand.NewPCG(uint64(roles), 2026))
	f := ksb.Framework{ID: "many", Scales: scales()}
	for i := range statements {
		id := fmt.Sprint("S", i)
		f.Statements = append(f.Statements, ksb.Statement{ID: ksb.StatementID(id), Code: "K" + id[1:], Kind: ksb.Skill, Scale: "k4"})
	}
	for i := range roles {
		r := ksb.Role{ID: ksb.RoleID(fmt.Sprint("R", i))}
		for _, at := range rng.Perm(statements)[:least+rng.IntN(33)] {
			r.Requirements = append(r.Requirements, ksb.Requirement{
				Statement: f.Statements[at].ID, Level: ksb.Level(1 + rng.IntN(4)), Critical: rng.IntN(8) == 0, Weight: 0.1 + rng.Float64(),
			})
		}
		f.Roles = append(f.Roles, r)
	}
	return f
}

// documented has pieces about the first statements of manyRoles, in turn.
func documented(pieces, statements int) assess.Worker {
	rng := rand.New(rand.NewPCG(120, 2026))
	w := assess.Worker{ID: "w"}
	for i := range pieces {
		e := says(fmt.Sprint("e", i), fmt.Sprint("S", rng.IntN(statements)), assess.EvidenceKind(1+rng.IntN(8)), float64(rng.IntN(5)), oneOf(rng, "a", "b", "c"), rng.IntN(900))
		w.Evidence = append(w.Evidence, e)
	}
	return w
}
