package solve

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// weighed is the search that leaves open what the limits of an instance do not allow.
func weighed(t *testing.T, in *Instance) *search {
	require.NoError(t, in.check(&pulse{}))
	s := newSearch(context.Background(), compile(context.Background(), in).waived(in, &pulse{}), false, DefaultNodes)
	s.weighing = true
	s.leaveAll()
	return s
}

// confined invents an instance with a limit, a deadline, exclusions and goals that need two
// sources.
func confined(rng *rand.Rand) *Instance {
	late := 2 + rng.IntN(8)
	in := &Instance{Facts: 12, Limits: []int64{int64(5 + rng.IntN(20)), 15}, Deadline: &late}
	for i := range 14 {
		a := Action{Adds: []int{rng.IntN(12), rng.IntN(12)}, Cost: 1, Uses: []int64{int64(1 + rng.IntN(8)), int64(rng.IntN(4))}, Time: 1 + rng.IntN(3)}
		if rng.IntN(2) == 0 {
			a.Needs = []int{rng.IntN(12)}
		}
		if i > 0 && rng.IntN(5) == 0 {
			a.Excludes = []int{rng.IntN(i)}
		}
		in.Actions = append(in.Actions, a)
	}
	for f := range 9 {
		in.Goals = append(in.Goals, Goal{Fact: f, Weight: int64(1 + rng.IntN(20)), Sources: 1 + rng.IntN(2)})
	}
	return in
}

// What is added up step by step is what a count from scratch finds, and nothing that fits
// and closes something is left.
func TestGrowthAddsUp(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(8, 2026))
	for i := range 2_000 {
		s := weighed(t, confined(rng))
		g := s.newGrowth(s.courses())
		g.fill(-1)
		plan, open := slices.Clone(g.plan), g.open
		require.True(t, s.p.allowed(plan), i)
		for r, limit := range s.p.caps {
			require.Equal(t, limit-s.used(plan, r), g.room[r], i)
		}
		require.Equal(t, s.lost(plan), open, i)
		for _, a := range s.courses() {
			if more := append(slices.Clone(plan), a); !slices.Contains(plan, a) && s.p.allowed(more) {
				require.Equal(t, open, s.lost(more), "instance %d: action %d fits", i, a)
			}
		}
	}
}

// used is the use of a resource by a plan.
func (s *search) used(plan []int32, r int) (sum int64) {
	for _, a := range plan {
		sum += s.p.acts[a].uses[r]
	}
	return sum
}

// Plans that are looked for at the root are plans, and never worse than what was there.
func TestImproveNeverWorsens(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(9, 2026))
	better := 0
	for i := range 1_000 {
		s := weighed(t, confined(rng))
		before := s.best.cost
		s.seed()
		s.makeRelaxation()
		s.relax.solve(s, math.Inf(1), 5_000)
		s.relax.read()
		s.improve()
		require.LessOrEqual(t, s.best.cost, before, i)
		require.True(t, s.p.allowed(s.best.actions) && s.main.closes(s.best.actions), i)
		if s.best.cost < before {
			better++
		}
	}
	require.Greater(t, better, 500)
}

func TestExchange(t *testing.T) {
	t.Parallel()
	use := func(needs, adds []int, n int64) Action { return Action{Needs: needs, Adds: adds, Uses: []int64{n}} }
	for _, c := range []struct {
		why     string
		actions []Action
		limit   int64
		from    []int32 // the plan before
		open    int64   // afterwards; the goals are facts 0 to 2, which weigh 5, 7 and 9
	}{
		{"what fits is filled in", []Action{use(nil, []int{0}, 3), use(nil, []int{2}, 4)}, 7, nil, 7},
		{"one goes for one that closes more", []Action{use(nil, []int{0}, 3), use(nil, []int{2}, 4)}, 4, []int32{0}, 12},
		{"one goes for two", []Action{use(nil, []int{2}, 4), use(nil, []int{0}, 2), use(nil, []int{1}, 2)}, 4, []int32{0}, 9},
		{"one comes with what it needs", []Action{use(nil, []int{3}, 1), use([]int{3}, []int{2}, 2), use(nil, []int{0}, 3)}, 3, []int32{2}, 12},
		{"both do not fit", []Action{use(nil, []int{3}, 2), use([]int{3}, []int{2}, 2), use(nil, []int{0}, 3)}, 3, []int32{2}, 16},
		{"less use makes room", []Action{use(nil, []int{2}, 4), use(nil, []int{2}, 2), use(nil, []int{0}, 2)}, 4, []int32{0}, 7},
	} {
		t.Run(c.why, func(t *testing.T) {
			t.Parallel()
			in := &Instance{Facts: 4, Actions: c.actions, Limits: []int64{c.limit}}
			for f, weight := range []int64{5, 7, 9} {
				in.Goals = append(in.Goals, Goal{Fact: f, Weight: weight})
			}
			s := weighed(t, in)
			g := s.newGrowth(s.courses())
			g.exchange(c.from)
			unreached := int64(21)
			for w := s.p.courses; w < len(s.p.acts); w++ {
				unreached -= s.p.acts[w].cost
			}
			require.Equal(t, c.open, s.best.cost+unreached, fmt.Sprint(s.best))
		})
	}
}
