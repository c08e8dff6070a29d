package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// hostile are instances that nobody would write on purpose.
func hostile() map[string]*solve.Instance {
	many := &solve.Instance{Facts: 1_000}
	for i := range 100_000 {
		many.Actions = append(many.Actions, solve.Action{Adds: []int{i % 1_000, (i * 7) % 1_000}, Cost: int64(1 + i%97), Time: i % 5})
	}
	for g := range 200 {
		many.Goals = append(many.Goals, solve.Goal{Fact: g * 5, Weight: 1})
	}
	chain := &solve.Instance{Facts: 20_001, Goals: []solve.Goal{{Fact: 20_000, Weight: 1}}, Start: []int{0}}
	for i := range 20_000 {
		chain.Actions = append(chain.Actions, solve.Action{Needs: []int{19_999 - i}, Adds: []int{20_000 - i}, Cost: 1})
	}
	ring := &solve.Instance{Facts: 1_000, Goals: []solve.Goal{{Fact: 5, Weight: 1}}}
	for i := range 1_000 {
		ring.Actions = append(ring.Actions, solve.Action{Needs: []int{i}, Adds: []int{(i + 1) % 1_000}})
	}
	alone := &solve.Instance{Facts: 1, Goals: []solve.Goal{{Weight: 1}}, Actions: []solve.Action{{Adds: []int{0}, Excludes: []int{0}}}}
	free := &solve.Instance{Facts: 50}
	for i := range 400 {
		free.Actions = append(free.Actions, solve.Action{Adds: []int{i % 50, i * i % 50}})
	}
	for g := range 50 {
		free.Goals = append(free.Goals, solve.Goal{Fact: g, Weight: 1, Sources: 2})
	}
	same := &solve.Instance{Facts: 40}
	for i := range 400 {
		same.Actions = append(same.Actions, solve.Action{Adds: []int{i % 40}, Cost: 5, Time: 1})
	}
	for g := range 40 {
		same.Goals = append(same.Goals, solve.Goal{Fact: g, Weight: 1})
	}
	return map[string]*solve.Instance{
		"empty": {}, "100,000 actions": many, "a chain of 20,000": chain, "a ring of 1,000": ring, "excludes itself": alone,
		"all free": free, "all alike": same,
		"no budget": {Facts: 1, Limits: []int64{0}, Goals: []solve.Goal{{Weight: 7}}, Actions: []solve.Action{{Adds: []int{0}, Uses: []int64{1}}}},
		"no time":   {Facts: 1, Deadline: ptr(0), Goals: []solve.Goal{{Weight: 7}}, Actions: []solve.Action{{Adds: []int{0}, Time: 1}}},
		"more sources than there are": {
			Facts: 1, Goals: []solve.Goal{{Weight: 7, Sources: 1 << 40}}, Actions: []solve.Action{{Adds: []int{0}, Cost: 1}},
		},
	}
}

func TestHostileInstances(t *testing.T) {
	t.Parallel()
	for name, in := range hostile() { // any order: each stands alone
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(context.Background(), time.Second)
			defer cancel()
			s, err := solve.Exact(ctx, in)
			require.NoError(t, err)
			require.LessOrEqual(t, s.Bound, s.Value)
			require.LessOrEqual(t, s.LeastLost, s.Lost)
			if s.Proved {
				require.NotNil(t, s.Certificate)
				require.NoError(t, s.Certificate.Check(in))
			}
			g, err := solve.Greedy(ctx, in)
			require.NoError(t, err)
			require.LessOrEqual(t, s.LeastLost, g.Lost)
		})
	}
}

// The answer is the same on any number of processors, and at every run.
func TestSameAnswerOnAnyNumberOfProcessors(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 2026))
	var list []*solve.Instance
	for range 200 {
		list = append(list, random(rng))
	}
	list = append(list, catalogue(4, 40, 150, 0), catalogue(5, 30, 60, 1))
	answers := func() (all []solve.Solution) {
		for _, in := range list {
			s, err := solve.Exact(context.Background(), in)
			require.NoError(t, err)
			all = append(all, s)
		}
		return all
	}
	first := answers()
	for _, n := range []int{1, 4} {
		was := runtime.GOMAXPROCS(n)
		again := answers()
		runtime.GOMAXPROCS(was)
		require.Empty(t, cmp.Diff(first, again), "%d processors: certificates and nodes included", n)
	}
}

// Hundreds of pairs that exclude one another, each with something to build on: of each pair
// the goal that weighs less stays open.
func TestPairsThatExcludeOneAnother(t *testing.T) {
	t.Parallel()
	const n = 500
	in, lost := &solve.Instance{Facts: 2 * n}, int64(0)
	for i := range n {
		weight := int64(1 + i%7)
		in.Goals = append(in.Goals, solve.Goal{Fact: i, Weight: weight})
		in.Actions = append(in.Actions, solve.Action{Cost: 5, Adds: []int{i}, Needs: []int{n + i}, Excludes: []int{i ^ 1}})
		if i%2 == 1 {
			lost += min(weight, in.Goals[i-1].Weight)
		}
	}
	for i := range n {
		in.Actions = append(in.Actions, solve.Action{Cost: 3, Adds: []int{n + i}})
	}
	s, err := solve.Exact(context.Background(), in)
	require.NoError(t, err)
	require.Equal(t, []any{lost, int64(8 * n / 2), true}, []any{s.Lost, s.Value, s.Proved})
	require.NoError(t, s.Certificate.Check(in))
}

// A context that has ended is noticed at every size. The figure is logged, not asserted:
// others use the machine too.
func TestContextIsNoticedAtEverySize(t *testing.T) {
	t.Parallel()
	for _, size := range []struct{ statements, courses, resources int }{{30, 60, 1}, {72, 500, 1}, {72, 500, 0}, {300, 2_000, 0}, {600, 4_000, 1}} {
		in := catalogue(2, size.statements, size.courses, size.resources)
		in.Nodes = 1 << 30
		for _, after := range []time.Duration{0, time.Millisecond, 20 * time.Millisecond} {
			ctx, cancel := context.WithTimeout(context.Background(), after)
			<-ctx.Done()
			s, err := solve.Exact(ctx, in)
			require.NoError(t, err)
			require.LessOrEqual(t, s.Bound, s.Value)
			cancel()
			ctx, cancel = context.WithCancel(context.Background())
			var ended time.Time
			timer := time.AfterFunc(after, func() { ended = time.Now(); cancel() })
			s, err = solve.Exact(ctx, in)
			var late time.Duration
			if answered := time.Now(); !timer.Stop() {
				<-ctx.Done() // so that ended is written
				late = answered.Sub(ended)
			}
			cancel()
			require.NoError(t, err)
			require.LessOrEqual(t, s.LeastLost, s.Lost)
			if !s.Proved {
				require.Nil(t, s.Certificate)
				t.Logf("%v after %v: %v late", size, after, late)
			}
		}
	}
}

// A plan to start from changes nothing but the time.
func TestWarmStartChangesNothing(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(17, 2026))
	for i := range 1_000 {
		in := random(rng)
		cold, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		for range 1 + rng.IntN(5) {
			if len(in.Actions) > 0 {
				in.Warm = append(in.Warm, rng.IntN(len(in.Actions)))
			}
		}
		if i%3 == 0 {
			in.Warm = cold.Items
		}
		warm, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		require.Equal(t, []any{cold.Items, cold.Value, cold.Lost, true}, []any{warm.Items, warm.Value, warm.Lost, warm.Proved}, fmt.Sprintf("instance %d: %+v", i, in))
		require.NoError(t, warm.Certificate.Check(in))
	}
}

// Where any best plan will do, it costs and loses the same.
func TestAnyBestCostsTheSame(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(19, 2026))
	for i := range 3_000 {
		in := random(rng)
		first, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		in.AnyBest = true
		other, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		require.Equal(t, []any{first.Value, first.Lost, first.Bound, true}, []any{other.Value, other.Lost, other.Bound, other.Proved}, fmt.Sprintf("instance %d: %+v", i, in))
		require.NoError(t, other.Certificate.Check(in), fmt.Sprintf("instance %d: %+v", i, in))
	}
}
