package assess_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
)

// today is the day of every test that has no reason for another.
const today ksb.Date = 739797 // 2026-06-30

// slack forgives the rounding of two ways to the same real number, nothing else.
const slack = 1e-12

// world is a set of standards with its engine.
type world struct {
	framework ksb.Framework
	ix        *ksb.Index
	engine    *assess.Engine
	roles     []ksb.RoleID
}

func newWorld(t testing.TB, f ksb.Framework, p assess.Policy) *world {
	t.Helper()
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	engine, err := assess.New(ix, p)
	require.NoError(t, err)
	w := &world{framework: f, ix: ix, engine: engine}
	for r := range ix.Roles() {
		w.roles = append(w.roles, r.ID)
	}
	return w
}

// report assesses a worker.
func (w *world) report(worker assess.Worker, role ksb.RoleID, day ksb.Date) *assess.Report {
	return w.of(w.engine.Profile(worker, day), role)
}

// of assesses a profile; the role is one of the world, so nothing can go wrong.
func (w *world) of(p *assess.Profile, role ksb.RoleID) *assess.Report {
	r, err := w.engine.Assess(p, role)
	if err != nil {
		panic(err)
	}
	return r
}

// gapOf is the gap of a statement, nil if the role does not ask for it.
func gapOf(r *assess.Report, id ksb.StatementID) *assess.Gap {
	for i := range r.Gaps {
		if r.Gaps[i].Statement == id {
			return &r.Gaps[i]
		}
	}
	return nil
}

func written(t testing.TB, r *assess.Report) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, r))
	return out.String()
}

// scales have 2 to 7 rungs: "k1" to "k6".
func scales() (list []ksb.Scale) {
	for top := 1; top <= 6; top++ {
		rungs := []string{"not yet"}
		for k := 1; k <= top; k++ {
			rungs = append(rungs, "rung "+strconv.Itoa(k))
		}
		list = append(list, ksb.Scale{ID: scaleOf(top), Rungs: rungs})
	}
	return list
}

func scaleOf(top int) ksb.ScaleID { return ksb.ScaleID("k" + strconv.Itoa(top)) }

// randomFramework has six statements on mixed scales and four roles: R1 asks for some
// by weight, R2 for those and for more, R3 through duties, R4 with gates.
func randomFramework(rng *rand.Rand) ksb.Framework {
	f := ksb.Framework{ID: "random", Scales: scales()}
	tops := map[ksb.StatementID]int{}
	for i := range 6 {
		id := ksb.StatementID("S" + strconv.Itoa(i+1))
		tops[id] = 1 + rng.IntN(6)
		f.Statements = append(f.Statements, ksb.Statement{
			ID: id, Code: "K" + strconv.Itoa(i+1), Kind: ksb.Kind(1 + rng.IntN(3)), Scale: scaleOf(tops[id]),
			HalfLifeDays: oneOf(rng, 0, 200, 730),
		})
	}
	var asked []ksb.Requirement
	for _, at := range rng.Perm(6) {
		id := f.Statements[at].ID
		asked = append(asked, ksb.Requirement{
			Statement: id, Level: ksb.Level(1 + rng.IntN(tops[id])), Critical: rng.IntN(3) == 0,
			Weight: oneOf(rng, 1, 1, 0.5, 0.1+rng.Float64()),
		})
	}
	some := 1 + rng.IntN(4)
	f.Roles = []ksb.Role{
		{ID: "R1", Requirements: asked[:some]}, {ID: "R2", Requirements: asked},
		{ID: "R3", Requirements: unweighted(asked[:some+1]), Duties: randomDuties(rng, asked[:some+1])},
		{ID: "R4", Requirements: asked[:1], Gates: randomGates(rng)},
	}
	return f
}

func unweighted(list []ksb.Requirement) []ksb.Requirement {
	list = slices.Clone(list)
	for i := range list {
		list[i].Weight = 0
	}
	return list
}

func randomDuties(rng *rand.Rand, asked []ksb.Requirement) (list []ksb.Duty) {
	for i := range 1 + rng.IntN(3) {
		d := ksb.Duty{ID: ksb.DutyID("D" + strconv.Itoa(i+1)), Code: "D" + strconv.Itoa(i+1), Weight: oneOf(rng, 0, 1, 0.3, 2)}
		for _, q := range asked {
			if rng.IntN(2) == 0 {
				d.Statements = append(d.Statements, q.Statement)
			}
		}
		list = append(list, d)
	}
	return list
}

func randomGates(rng *rand.Rand) (list []ksb.Gate) {
	for i := range rng.IntN(4) {
		list = append(list, ksb.Gate{
			ID: ksb.GateID("G" + strconv.Itoa(i+1)), Phase: ksb.Phase(1 + rng.IntN(5)),
			GraceDays: oneOf(rng, 0, 90), Rule: randomRule(rng, 2),
		})
	}
	return list
}

// property tells how a promise is broken; "" means that it is kept.
type property func(rng *rand.Rand, w *world, worker assess.Worker) string

// holds tries a property on 20,000 random workers. The seed makes a failure repeat.
func holds(t *testing.T, seed uint64, h habits, p property) {
	t.Helper()
	try(t, seed, h, 500, p)
}

// try takes so many workers over each of 40 random frameworks.
func try(t *testing.T, seed uint64, h habits, workers int, p property) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2026))
	for range 40 {
		w := newWorld(t, randomFramework(rng), assess.DefaultPolicy())
		for i := range workers {
			worker := randomWorker(rng, h)
			if broken := p(rng, w, worker); broken != "" {
				t.Fatalf("worker %d of seed %d: %s\n%+v\n%+v", i, seed, broken, worker, w.framework.Roles)
			}
		}
	}
}

// TestWorlds guards the generator: a property proved on dull workers is not proved.
func TestWorlds(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	try(t, 1, anything(), 100, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		r := w.report(worker, oneOf(rng, w.roles...), today)
		seen["ready "+r.Ready.String()]++
		for _, g := range r.Gaps {
			seen[g.Status.String()]++
			seen[fmt.Sprint("tied ", g.TiedWithNext)]++
		}
		for _, g := range r.Gates {
			seen["gate "+g.State.String()]++
		}
		for _, f := range r.Findings {
			seen[f.Code]++
		}
		return ""
	})
	require.Len(t, seen, 3+7+2+3+7, "%v", seen)
	for what, n := range seen {
		require.Greater(t, n, 10, what)
	}
}
