package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// nation invents a map of the size of a national one: roles in families of twenty that
// share most of what they ask, progressions within and between families, and a catalogue.
func nation(t testing.TB, roles, links, offered int) *land {
	rng := rand.New(rand.NewPCG(1_000, 2026))
	l := &land{framework: ksb.Framework{Format: ksb.Format, ID: "nation", Scales: []ksb.Scale{{ID: "five", Rungs: []string{"0", "1", "2", "3", "4"}}}}}
	statements := 2 * roles
	name := func(i int) ksb.StatementID { return ksb.StatementID(fmt.Sprintf("S%d", i)) }
	for i := range statements {
		l.framework.Statements = append(l.framework.Statements, ksb.Statement{ID: name(i), Code: string(name(i)), Kind: ksb.Skill, Text: fmt.Sprint("does number ", i), Scale: "five"})
	}
	for i := range roles {
		r := ksb.Role{ID: ksb.RoleID(fmt.Sprintf("R%d", i)), Title: fmt.Sprint("role ", i), Qual: ksb.Qual(2 + i%5)}
		seen := map[int]bool{}
		for len(seen) < 25 {
			seen[i/20*40+rng.IntN(60)%statements] = true
		}
		for _, s := range slices.Sorted(func(yield func(int) bool) {
			for s := range seen {
				if !yield(s) {
					return
				}
			}
		}) {
			r.Requirements = append(r.Requirements, ksb.Requirement{Statement: name(min(s, statements-1)), Level: ksb.Level(1 + rng.IntN(4))})
		}
		r.Requirements = slices.CompactFunc(r.Requirements, func(a, b ksb.Requirement) bool { return a.Statement == b.Statement })
		l.framework.Roles = append(l.framework.Roles, r)
	}
	seen := map[[2]int]bool{}
	for len(seen) < links {
		from := rng.IntN(roles)
		to := (from/20*20 + rng.IntN(60)) % roles
		if from != to && !seen[[2]int{from, to}] {
			seen[[2]int{from, to}] = true
			l.framework.Related = append(l.framework.Related, ksb.RoleLink{From: l.framework.Roles[from].ID, To: l.framework.Roles[to].ID, Relation: "progression"})
		}
	}
	for i := range offered {
		c := pathway.Course{ID: fmt.Sprintf("c%03d", i), Minutes: int64(60 * (1 + rng.IntN(40))), Weeks: 1 + rng.IntN(12)}
		at := rng.IntN(statements)
		for range 1 + rng.IntN(5) {
			level := ksb.Level(1 + rng.IntN(4))
			c.Teaches = append(c.Teaches, pathway.Attainment{Statement: name((at + rng.IntN(30)) % statements), Level: level})
			c.CostPence += int64(level) * int64(1+rng.IntN(20)) * 500
		}
		if rng.IntN(3) == 0 {
			c.Requires = []pathway.Attainment{{Statement: name((at + rng.IntN(30)) % statements), Level: ksb.Level(1 + rng.IntN(2))}}
		}
		l.courses = append(l.courses, c)
	}
	l.worker = assess.Worker{Format: assess.WorkerFormat, ID: "w"}
	for i := range 60 {
		l.worker.Evidence = append(l.worker.Evidence, seenAt(name(i), float64(rng.IntN(5)))...)
	}
	return l.settle(t)
}

func seenAt(id ksb.StatementID, level float64) []assess.Evidence { return seen(id, level) }

func BenchmarkNewAtlas(b *testing.B) {
	l := nation(b, 1_000, 20_000, 500)
	b.ReportAllocs()
	for b.Loop() {
		pathway.NewAtlas(l.ix, l.planner, pathway.AtlasOptions{}, l.framework)
	}
}

// BenchmarkRoutes asks for the five cheapest routes with their plans, to another role
// each time; it reports the time that nineteen of twenty questions stay below.
func BenchmarkRoutes(b *testing.B) {
	for _, how := range []struct {
		name    string
		options pathway.RouteOptions
	}{
		{"shown", pathway.RouteOptions{}},
		{"assume-unmet", pathway.RouteOptions{AssumeUnmet: true}},
		{"frontier", pathway.RouteOptions{AssumeUnmet: true, Objectives: []pathway.Objective{pathway.LeastPence, pathway.LeastWeeks, pathway.LeastHops}}},
	} {
		b.Run(how.name, func(b *testing.B) {
			l := nation(b, 1_000, 20_000, 500)
			l.in = "R3"
			b.ReportAllocs()
			var took []time.Duration
			n, proved, routes := 0, 0, 0
			for b.Loop() {
				begun := time.Now()
				to := ksb.RoleID(fmt.Sprintf("R%d", 20+n*7%100))
				ask := l.person(b).Routes
				if len(how.options.Objectives) > 0 {
					ask = l.person(b).Frontier
				}
				r, err := ask(context.Background(), to, how.options)
				require.NoError(b, err)
				took, n, routes = append(took, time.Since(begun)), n+1, routes+len(r.Routes)
				if r.Proved {
					proved++
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1e3, "p95-ms")
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1e3, "p50-ms")
			b.ReportMetric(float64(proved)/float64(n), "proved")
			b.ReportMetric(float64(routes)/float64(n), "routes")
		})
	}
}
