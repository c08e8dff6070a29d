package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// catalogue invents a problem of the shape of a real one: statements at levels 1 to
// 4, courses that teach a few of them, a third of which ask for others first, and a
// quarter of which come in variants that exclude each other.
func catalogue(seed uint64, statements, courses, resources int) *solve.Instance {
	rng := rand.New(rand.NewPCG(seed, 72))
	const levels = 4
	in := &solve.Instance{Facts: statements * levels}
	fact := func(s, level int) int { return s*levels + level - 1 }
	for s := range statements {
		in.Goals = append(in.Goals, solve.Goal{Fact: fact(s, 2+rng.IntN(3)), Weight: int64(1 + rng.IntN(100))})
		if rng.IntN(3) == 0 {
			in.Start = append(in.Start, fact(s, 1))
		}
	}
	for i := range courses {
		if i > 0 && rng.Float64() < 0.25 {
			twin := in.Actions[i-1]
			twin.Cost = twin.Cost * int64(80+rng.IntN(40)) / 100
			twin.Excludes = []int{i - 1}
			in.Actions = append(in.Actions, twin)
			continue
		}
		var a solve.Action
		for range 1 + rng.IntN(5) {
			s, top := rng.IntN(statements), 1+rng.IntN(levels)
			for level := 1; level <= top; level++ {
				a.Adds = append(a.Adds, fact(s, level))
			}
			a.Cost += int64(top*(50+rng.IntN(200))) * 5
			if rng.Float64() < 0.35 && top > 1 {
				a.Needs = append(a.Needs, fact(s, top-1))
			}
		}
		if rng.Float64() < 0.35 {
			a.Needs = append(a.Needs, fact(rng.IntN(statements), 1+rng.IntN(2)))
		}
		a.Time = 1 + rng.IntN(12)
		in.Actions = append(in.Actions, a)
	}
	if resources > 0 {
		total := int64(0)
		for i := range in.Actions {
			in.Actions[i].Uses = []int64{in.Actions[i].Cost}
			total += in.Actions[i].Cost
		}
		in.Limits = []int64{total / 30}
	}
	return in
}

func BenchmarkExact(b *testing.B) {
	for _, size := range []struct {
		name                           string
		statements, courses, resources int
	}{
		{"20x40", 20, 40, 0},
		{"30x40", 30, 40, 0},
		{"30x40-limited", 30, 40, 1},
		{"72x200", 72, 200, 0},
		{"72x500", 72, 500, 0},
		{"72x500-limited", 72, 500, 1},
		{"300x2000", 300, 2000, 0},
	} {
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			in := catalogue(3, size.statements, size.courses, size.resources)
			for b.Loop() {
				if s, err := solve.Exact(context.Background(), in); err != nil || !s.Proved {
					b.Fatal(err, s)
				}
			}
		})
	}
}

// The check of a proof ought to take a twentieth of the time of the search: over many
// problems of a kind, in the mean. Of each problem the quickest of a few runs of either counts.
//
//	go test -run '^$' -bench CertificateCheck -benchtime 1x ./pathway/solve
func BenchmarkCertificateCheck(b *testing.B) {
	for _, kind := range kinds() {
		b.Run(kind.name, func(b *testing.B) {
			var solving, checking time.Duration
			for b.Loop() {
				for seed := range kind.seeds {
					in := kind.instance(b, seed+1)
					var s solve.Solution
					solving += quickest(3, func() { s, _ = solve.Exact(context.Background(), in) })
					if s.Certificate == nil {
						b.Fatal(s)
					}
					checking += quickest(9, func() {
						if err := s.Certificate.Check(in); err != nil {
							b.Fatal(err)
						}
					})
				}
			}
			checks := float64(b.N) * float64(kind.seeds)
			b.ReportMetric(100*float64(checking)/float64(solving), "%solving")
			b.ReportMetric(float64(checking.Microseconds())/checks, "µs/check")
			b.ReportMetric(float64(solving.Microseconds())/checks, "µs/solve")
		})
	}
}

// quickest is the least time that some runs take.
func quickest(runs int, run func()) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range runs {
		begun := time.Now()
		run()
		least = min(least, time.Since(begun))
	}
	return least
}

func BenchmarkGreedy(b *testing.B) {
	b.ReportAllocs()
	in := catalogue(3, 72, 500, 0)
	for b.Loop() {
		if _, err := solve.Greedy(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}

// The whole front of cost and weight lost.
func BenchmarkFront(b *testing.B) {
	for name, in := range map[string]*solve.Instance{ // any order: each stands alone
		"15x60": catalogue(3, 15, 60, 0), "72x200": catalogue(2, 72, 200, 0), "shortfall-72x200": shortfall(1, 72, 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			points := 0
			for b.Loop() {
				points = wholeFront(b, in)
			}
			b.ReportMetric(float64(points), "points")
		})
	}
}

func wholeFront(b *testing.B, in *solve.Instance) (points int) {
	f, err := solve.NewFront(context.Background(), in, solve.Criteria{Lost: true})
	if err != nil {
		b.Fatal(err)
	}
	for {
		if _, more := f.Next(context.Background()); !more {
			break
		}
		points++
	}
	if !f.Complete() {
		b.Fatal("not complete")
	}
	return points
}

// Set cover of the sizes and densities of families 6 and A to E of the OR-Library, with
// costs from 1 to 100 (E: 1).
func BenchmarkCover(b *testing.B) {
	for _, family := range []struct {
		name          string
		rows, columns int
		percent       int
		dearest       int64
	}{
		{"4", 200, 1000, 2, 100},
		{"5", 200, 2000, 2, 100},
		{"6", 200, 1000, 5, 100},
		{"a", 300, 3000, 2, 100},
		{"b", 300, 3000, 5, 100},
		{"c", 400, 4000, 2, 100},
		{"d", 400, 4000, 5, 100},
		{"e", 50, 500, 20, 1},
	} {
		b.Run(family.name, func(b *testing.B) {
			b.ReportAllocs()
			in := cover(1, family.rows, family.columns, family.percent, family.dearest)
			for b.Loop() {
				if s, err := solve.Exact(context.Background(), in); err != nil || !s.Proved {
					b.Fatal(err, s)
				}
			}
		})
	}
}

// cover invents a set-cover problem: each row is a goal, each column an action.
func cover(seed uint64, rows, columns, percent int, dearest int64) *solve.Instance {
	rng := rand.New(rand.NewPCG(seed, 1990))
	in := &solve.Instance{Facts: rows, AnyBest: true, Nodes: 1 << 30}
	for i := range rows {
		in.Goals = append(in.Goals, solve.Goal{Fact: i, Weight: 1})
	}
	for j := range columns {
		a := solve.Action{Cost: 1 + rng.Int64N(dearest), Adds: []int{j % rows}}
		for i := range rows {
			if rng.IntN(100) < percent {
				a.Adds = append(a.Adds, i)
			}
		}
		in.Actions = append(in.Actions, a)
	}
	return in
}

func TestRealSizesAreProved(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		for _, limited := range []int{0, 1} {
			in := catalogue(seed, 72, 200, limited)
			s, err := solve.Exact(context.Background(), in)
			require.NoError(t, err)
			require.NoError(t, s.Certificate.Check(in))
			require.True(t, s.Proved, "seed %d, %d limits: %+v", seed, limited, s)
		}
	}
}

func TestContextIsHonouredPromptly(t *testing.T) {
	t.Parallel()
	in := catalogue(1, 300, 2_000, 1)
	in.Nodes = 1 << 30
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	done := make(chan solve.Solution, 1)
	go func() {
		s, _ := solve.Exact(ctx, in)
		done <- s
	}()
	select {
	case s := <-done:
		require.False(t, s.Proved)
		require.LessOrEqual(t, s.LeastLost, s.Lost)
	case <-time.After(10 * time.Second): // generous: the race detector is slow
		t.Fatal("the context was not noticed")
	}
}
