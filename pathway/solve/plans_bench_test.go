package solve_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// shortfall invents a problem in which a person already holds much of what a role asks
// for: courses raise a few statements to a level, and cost a multiple of 5. 35 of 100 ask
// for a lower level of a statement that they teach, or for a level of another; 25 are
// variants of the one before; and 10 ask for a qualification that some courses give.
func shortfall(seed uint64, statements, courses int) *solve.Instance {
	rng := rand.New(rand.NewPCG(seed, 2026))
	const levels, qualifications = 4, 6
	in := &solve.Instance{Facts: statements*levels + qualifications}
	fact := func(s, level int) int { return s*levels + level - 1 }
	for s := range statements {
		held, asked := rng.IntN(levels), 1+rng.IntN(levels)
		for level := 1; level <= held; level++ {
			in.Start = append(in.Start, fact(s, level))
		}
		if asked > held {
			in.Goals = append(in.Goals, solve.Goal{Fact: fact(s, asked), Weight: int64(1 + rng.IntN(100))})
		}
	}
	for i := range courses {
		if i > 0 && rng.IntN(100) < 25 {
			in.Actions = append(in.Actions, variant(rng, in.Actions[i-1], i-1))
			continue
		}
		var a solve.Action
		for range 1 + rng.IntN(6) {
			s, top := rng.IntN(statements), 1+rng.IntN(levels)
			for level := 1; level <= top; level++ {
				a.Adds = append(a.Adds, fact(s, level))
			}
			if a.Cost += 5 * int64(top*(4+rng.IntN(20))); len(a.Needs) == 0 && top > 1 && rng.IntN(100) < 35 {
				a.Needs = append(a.Needs, fact(s, top-1))
			}
		}
		if rng.IntN(100) < 35 {
			a.Needs = append(a.Needs, fact(rng.IntN(statements), 1+rng.IntN(2)))
		}
		if rng.IntN(100) < 10 {
			a.Needs = append(a.Needs, statements*levels+rng.IntN(qualifications))
		} else if rng.IntN(100) < 10 {
			a.Adds = append(a.Adds, statements*levels+rng.IntN(qualifications))
		}
		a.Time = 1 + rng.IntN(12)
		in.Actions = append(in.Actions, a)
	}
	return in
}

// variant is another form of the course before, which it excludes.
func variant(rng *rand.Rand, twin solve.Action, before int) solve.Action {
	twin.Cost = twin.Cost * int64(80+rng.IntN(40)) / 500 * 5
	twin.Excludes = []int{before}
	return twin
}

// budgeted limits the cost to a share of that of the best plan.
func budgeted(b *testing.B, in *solve.Instance, percent int64) *solve.Instance {
	full, err := solve.Exact(context.Background(), in)
	if err != nil {
		b.Fatal(err)
	}
	for i := range in.Actions {
		in.Actions[i].Uses = []int64{in.Actions[i].Cost}
	}
	in.Limits = []int64{full.Value * percent / 100}
	return in
}

// kind is many problems of one size and shape.
type kind struct {
	name                string
	invent              func(seed uint64, statements, courses int) *solve.Instance
	statements, courses int
	percent             int64 // of the cost of the best plan; 0: no budget
	seeds               uint64
}

func (k kind) instance(b *testing.B, seed uint64) *solve.Instance {
	in := k.invent(seed, k.statements, k.courses)
	if k.percent > 0 {
		in = budgeted(b, in, k.percent)
	}
	return in
}

func kinds() []kind {
	all := func(seed uint64, statements, courses int) *solve.Instance {
		return catalogue(seed, statements, courses, 0)
	}
	return []kind{
		{"20x40", all, 20, 40, 0, 60},
		{"72x500", all, 72, 500, 0, 60},
		{"300x2000", all, 300, 2000, 0, 15},
		{"600x2000", all, 600, 2000, 0, 8},
		{"72x500-25%", all, 72, 500, 25, 20},
		{"72x500-50%", all, 72, 500, 50, 20},
		{"72x500-75%", all, 72, 500, 75, 20},
		{"72x500-90%", all, 72, 500, 90, 20},
		{"shortfall-20x40", shortfall, 20, 40, 0, 60},
		{"shortfall-72x500", shortfall, 72, 500, 0, 60},
		{"shortfall-300x2000", shortfall, 300, 2000, 0, 15},
		{"shortfall-600x2000", shortfall, 600, 2000, 0, 8},
		{"shortfall-72x500-75%", shortfall, 72, 500, 75, 20},
	}
}

// Many problems of a kind each: what most of them take, and what the worst.
//
//	go test -run '^$' -bench Plans -benchtime 1x ./pathway/solve
func BenchmarkPlans(b *testing.B) {
	for _, kind := range kinds() {
		b.Run(kind.name, func(b *testing.B) {
			var ms []float64
			var nodes []int
			for b.Loop() {
				for seed := range kind.seeds {
					in := kind.instance(b, seed+1)
					begun := time.Now()
					s, err := solve.Exact(context.Background(), in)
					if ms = append(ms, float64(time.Since(begun).Microseconds())/1000); err != nil || !s.Proved {
						b.Fatal(err, s)
					}
					nodes = append(nodes, s.Nodes)
				}
			}
			slices.Sort(ms)
			slices.Sort(nodes)
			b.ReportMetric(ms[len(ms)/2], "p50-ms")
			b.ReportMetric(ms[len(ms)*95/100], "p95-ms")
			b.ReportMetric(float64(nodes[len(nodes)*95/100]), "p95-nodes")
		})
	}
}

// What another form of the search could get wrong: problems of real size, of both kinds,
// whose proofs must hold.
func TestShortfallsAreProved(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		in := shortfall(seed, 72, 300)
		certified(t, in)
		for i := range in.Actions {
			in.Actions[i].Uses = []int64{in.Actions[i].Cost}
		}
		in.Limits = []int64{3_000}
		certified(t, in)
	}
}

// A problem of which many plans cost as little and end later: looked at one by one, they once
// took 1,700 nodes.
func TestTiesAreRuledOutTogether(t *testing.T) {
	t.Parallel()
	s, err := solve.Exact(context.Background(), shortfall(8, 300, 2_000))
	require.NoError(t, err)
	require.True(t, s.Proved)
	require.Less(t, s.Nodes, 200)
}
