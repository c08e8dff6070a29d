package assess_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestA4Shuffles: whatever order things are listed in, the report is the same: a
// hundred shuffles of each of two hundred inputs. Overrides have an order that counts.
func TestA4Shuffles(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 2026))
	for i := range 200 {
		f, worker := randomFramework(rng), randomWorker(rng, anything())
		role := ksb.RoleID(oneOf(rng, "R1", "R2", "R3", "R4"))
		w := newWorld(t, f, assess.DefaultPolicy())
		want := w.report(worker, role, today)
		for j := range 100 {
			if j%10 == 0 { // a new index is dear
				w = newWorld(t, shuffleFramework(rng, f), assess.DefaultPolicy())
			}
			got := w.report(shuffle(rng, worker), role, today)
			if !reflect.DeepEqual(want, got) || j == 0 && written(t, want) != written(t, got) {
				t.Fatalf("input %d, shuffle %d:\n%s\n%s", i, j, written(t, want), written(t, got))
			}
		}
	}
}

func shuffle(rng *rand.Rand, w assess.Worker) assess.Worker {
	w.Evidence, w.Credentials = mixed(rng, w.Evidence), mixed(rng, w.Credentials)
	for i := range w.Evidence {
		w.Evidence[i].Statements = mixed(rng, w.Evidence[i].Statements)
	}
	return w
}

func shuffleFramework(rng *rand.Rand, f ksb.Framework) ksb.Framework {
	f.Statements, f.Roles, f.Scales = mixed(rng, f.Statements), mixed(rng, f.Roles), mixed(rng, f.Scales)
	for i := range f.Roles {
		r := &f.Roles[i]
		r.Requirements, r.Duties, r.Gates = mixed(rng, r.Requirements), mixed(rng, r.Duties), mixed(rng, r.Gates)
		for j := range r.Duties {
			r.Duties[j].Statements = mixed(rng, r.Duties[j].Statements)
		}
	}
	return f
}

// mixed is a shuffled copy.
func mixed[T any](rng *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// TestA15Scale: what duties and requirements weigh is relative. Multiplying all
// weights changes no share, no order and no headline.
func TestA15Scale(t *testing.T) {
	t.Parallel()
	scaledWorlds := map[*world]*world{}
	holds(t, 15, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		if scaledWorlds[w] == nil {
			scaledWorlds[w] = newWorld(t, scaled(w.framework, oneOf(rng, 2, 10, 0.25, 3)), assess.DefaultPolicy())
		}
		role := oneOf(rng, w.roles...)
		a, b := w.report(worker, role, today), scaledWorlds[w].report(worker, role, today)
		if !equal(a.Assured, b.Assured) || !equal(a.Estimate, b.Estimate) || !equal(a.Low, b.Low) || !equal(a.Coverage, b.Coverage) {
			return fmt.Sprintf("assured %v, %v; estimate %v, %v", a.Assured, b.Assured, a.Estimate, b.Estimate)
		}
		for i := range a.Gaps {
			if g, h := a.Gaps[i], b.Gaps[i]; g.Statement != h.Statement || !equal(g.Share, h.Share) || g.TiedWithNext != h.TiedWithNext {
				return fmt.Sprintf("place %d: %s %v, %s %v", i, g.Statement, g.Share, h.Statement, h.Share)
			}
		}
		return ""
	})
}

// scaled multiplies all weights of duties, and all of requirements.
func scaled(f ksb.Framework, c float64) ksb.Framework {
	f.Roles = slices.Clone(f.Roles)
	for i := range f.Roles {
		r := &f.Roles[i]
		r.Duties, r.Requirements = slices.Clone(r.Duties), slices.Clone(r.Requirements)
		for j := range r.Duties {
			weight := r.Duties[j].Weight
			if weight == 0 {
				weight = 1
			}
			r.Duties[j].Weight = c * weight
		}
		for j := range r.Requirements {
			r.Requirements[j].Weight *= c
		}
	}
	return f
}

// TestA15HasAnEdge: ranks compare six decimals, as the format says, so priorities of
// less than a millionth tie, and the order among them means nothing. Shares have no
// edge.
func TestA15HasAnEdge(t *testing.T) {
	t.Parallel()
	f := ladder(4)
	f.Statements = append(f.Statements, ksb.Statement{ID: "S2", Code: "K2", Kind: ksb.Skill, Scale: scaleOf(4)})
	f.Roles = []ksb.Role{{ID: "R", Requirements: []ksb.Requirement{{Statement: "S1", Weight: 1e-7}, {Statement: "S2", Weight: 2e-7}}}}
	r := newWorld(t, f, assess.DefaultPolicy()).report(assess.Worker{}, "R", today)
	require.Equal(t, ksb.StatementID("S1"), r.Gaps[0].Statement, "by code, not by priority")
	require.InDelta(t, 2*r.Gaps[0].Share, r.Gaps[1].Share, 1e-12)
}

// TestA15Relabelling: names are names. Other IDs and other sources give every
// statement the numbers that it had.
func TestA15Relabelling(t *testing.T) {
	t.Parallel()
	type renamed struct {
		*world
		names map[string]string
	}
	others := map[*world]renamed{}
	holds(t, 151, habits{until: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		if others[w].world == nil {
			names := randomNames(rng)
			others[w] = renamed{newWorld(t, rename(w.framework, names), assess.DefaultPolicy()), names}
		}
		other, role := others[w], oneOf(rng, w.roles...)
		a, b := w.report(worker, role, today), other.report(renameWorker(worker, other.names), role, today)
		for i := range a.Gaps {
			g := &a.Gaps[i]
			h := gapOf(b, ksb.StatementID(other.names[string(g.Statement)]))
			if !equal(g.Belief, h.Belief) || !equal(g.Probability(), h.Probability()) || !equal(g.Share, h.Share) || g.Status != h.Status {
				return fmt.Sprintf("%+v and %+v", g, h)
			}
		}
		return ""
	})
}

// randomNames permutes the statements and the sources.
func randomNames(rng *rand.Rand) map[string]string {
	names := map[string]string{"": ""}
	for _, set := range [][]string{{"S1", "S2", "S3", "S4", "S5", "S6"}, {"a", "b", "c"}} {
		for i, at := range rng.Perm(len(set)) {
			names[set[i]] = set[at]
		}
	}
	return names
}

func rename(f ksb.Framework, names map[string]string) ksb.Framework {
	other := func(id ksb.StatementID) ksb.StatementID { return ksb.StatementID(names[string(id)]) }
	f.Statements, f.Roles = slices.Clone(f.Statements), slices.Clone(f.Roles)
	for i := range f.Statements {
		f.Statements[i].ID = other(f.Statements[i].ID)
	}
	for i := range f.Roles {
		r := &f.Roles[i]
		r.Requirements, r.Duties = slices.Clone(r.Requirements), slices.Clone(r.Duties)
		for j := range r.Requirements {
			r.Requirements[j].Statement = other(r.Requirements[j].Statement)
		}
		for j := range r.Duties {
			r.Duties[j].Statements = slices.Clone(r.Duties[j].Statements)
			for k, id := range r.Duties[j].Statements {
				r.Duties[j].Statements[k] = other(id)
			}
		}
	}
	return f
}

func renameWorker(w assess.Worker, names map[string]string) assess.Worker {
	w.Evidence = slices.Clone(w.Evidence)
	for i := range w.Evidence {
		e := &w.Evidence[i]
		e.By, e.Statements = names[e.By], slices.Clone(e.Statements)
		for j := range e.Statements {
			e.Statements[j].ID = names[e.Statements[j].ID]
		}
	}
	return w
}
