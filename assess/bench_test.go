package assess_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// bigRole is one role of 72 requirements and a worker with 120 pieces about them.
func bigRole(b *testing.B) (*world, assess.Worker) {
	f := manyRoles(72, 0, 0)
	role := ksb.Role{ID: "R"}
	for i, s := range f.Statements {
		role.Requirements = append(role.Requirements, ksb.Requirement{Statement: s.ID, Level: ksb.Level(1 + i%4), Critical: i%8 == 0, Weight: float64(1 + i%5)})
	}
	f.Roles = []ksb.Role{role}
	return newWorld(b, f, assess.DefaultPolicy()), documented(120, 72)
}

func BenchmarkProfileAndAssess(b *testing.B) {
	w, worker := bigRole(b)
	b.ReportAllocs()
	for b.Loop() {
		w.report(worker, "R", today)
	}
}

func BenchmarkAssess(b *testing.B) {
	w, worker := bigRole(b)
	p := w.engine.Profile(worker, today)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.engine.Assess(p, "R"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlainAssess is the floor: what a spreadsheet does, averages in a map and a
// list of gaps, sorted.
func BenchmarkPlainAssess(b *testing.B) {
	w, worker := bigRole(b)
	role, known := w.ix.Role("R")
	require.True(b, known)
	b.ReportAllocs()
	for b.Loop() {
		plainGaps(&role, plainRatings(worker))
	}
}

type plainGap struct {
	statement string
	gap       float64
}

func plainRatings(w assess.Worker) map[string][]float64 {
	ratings := map[string][]float64{}
	for _, e := range w.Evidence {
		for _, s := range e.Statements {
			ratings[s.ID] = append(ratings[s.ID], *e.Level)
		}
	}
	return ratings
}

func average(ratings []float64) (mean float64) {
	for _, r := range ratings {
		mean += r / float64(len(ratings))
	}
	return mean
}

func plainGaps(role *ksb.Role, ratings map[string][]float64) []plainGap {
	gaps := make([]plainGap, 0, len(role.Requirements))
	for _, q := range role.Requirements {
		short := max(float64(q.Level)-average(ratings[string(q.Statement)]), 0)
		gaps = append(gaps, plainGap{string(q.Statement), q.Weight * short})
	}
	slices.SortFunc(gaps, func(x, y plainGap) int {
		return cmp.Or(cmp.Compare(y.gap, x.gap), cmp.Compare(x.statement, y.statement))
	})
	return gaps
}

// manyToMatch are a thousand roles of 40 to 72 requirements over 5,000 statements.
func manyToMatch(b *testing.B) (*world, assess.Worker) {
	return newWorld(b, manyRoles(5000, 1000, 40), assess.DefaultPolicy()), documented(120, 5000)
}

func BenchmarkNearest(b *testing.B) {
	w, worker := manyToMatch(b)
	p := w.engine.Profile(worker, today)
	b.ReportAllocs()
	for b.Loop() {
		for range w.engine.Nearest(p) {
		}
	}
	perRole(b, w)
}

// BenchmarkPlainNearest is the floor again: averages in a map, the share of the weight
// that reaches its level, and a sorted list of roles.
func BenchmarkPlainNearest(b *testing.B) {
	w, worker := manyToMatch(b)
	means := map[ksb.StatementID]float64{}
	for id, ratings := range plainRatings(worker) {
		means[ksb.StatementID(id)] = average(ratings)
	}
	roles := slices.Collect(w.ix.Roles())
	b.ReportAllocs()
	for b.Loop() {
		plainNearest(roles, means)
	}
	perRole(b, w)
}

func plainNearest(roles []ksb.Role, means map[ksb.StatementID]float64) []plainGap {
	list := make([]plainGap, 0, len(roles))
	for i := range roles {
		var reached, all float64
		for _, q := range roles[i].Requirements {
			all += q.Weight
			if means[q.Statement] >= float64(q.Level) {
				reached += q.Weight
			}
		}
		list = append(list, plainGap{string(roles[i].ID), reached / all})
	}
	slices.SortFunc(list, func(x, y plainGap) int {
		return cmp.Or(cmp.Compare(y.gap, x.gap), cmp.Compare(x.statement, y.statement))
	})
	return list
}

func perRole(b *testing.B, w *world) {
	b.Helper()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(w.roles)), "ns/role")
}
