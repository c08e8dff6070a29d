package solve

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Sorted as numbers or by comparison, actions come in one order.
func TestDearestFirst(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(21, 2026))
	for range 200 {
		n, most := 1+rng.IntN(100), []int64{1, 40, 1 << 31, 1 << 50}[rng.IntN(4)]
		if rng.IntN(50) == 0 {
			n = 4*run + rng.IntN(3) // as many as are sorted as numbers, and more
		}
		v := view{worth: make([]int64, n)}
		var got []int32
		for a := range n {
			if v.worth[a] = rng.Int64N(most); rng.IntN(4) > 0 {
				got = append(got, int32(a))
			}
		}
		want := slices.Clone(got)
		slices.SortFunc(want, func(a, b int32) int { return cmp.Or(-cmp.Compare(v.worth[a], v.worth[b]), cmp.Compare(a, b)) })
		v.sort(got, func() bool { return false })
		require.Equal(t, want, got)
	}
}

// A target is found by its fact and its sources, whichever others ask for the same fact.
func TestTargets(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(22, 2026))
	for range 200 {
		p, facts := &problem{}, 1+rng.IntN(6)
		for range rng.IntN(8) {
			g := target{from: int32(rng.IntN(facts)), asked: 1 + rng.IntN(3)}
			if !slices.Contains(p.goals, g) {
				p.goals = append(p.goals, g)
			}
		}
		targets := p.targets(facts)
		for fact := range facts {
			for sources := range 4 {
				g := Goal{Fact: fact, Sources: sources}
				want := slices.IndexFunc(p.goals, func(h target) bool { return int(h.from) == fact && h.asked == g.sources() })
				require.Equal(t, want, targets.of(g), "%+v in %+v", g, p.goals)
			}
		}
	}
}

// Each action that another outdoes is removed, whatever order they come in: plain comparison of
// all pairs.
func TestWhoIsOutdone(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(23, 2026))
	removed := 0
	for range 300 {
		in := cover(rng)
		if rng.IntN(2) == 0 {
			slices.SortStableFunc(in.Actions, func(a, b Action) int { return cmp.Compare(a.Cost, b.Cost) })
		}
		var want, got []int
		for a, x := range in.Actions {
			if slices.ContainsFunc(in.Actions, func(y Action) bool {
				return y.Cost < x.Cost && !slices.ContainsFunc(x.Adds, func(f int) bool { return !slices.Contains(y.Adds, f) })
			}) || slices.ContainsFunc(in.Actions[:a], func(y Action) bool {
				return y.Cost == x.Cost && !slices.ContainsFunc(x.Adds, func(f int) bool { return !slices.Contains(y.Adds, f) })
			}) {
				want = append(want, a)
			}
		}
		for _, r := range compile(t.Context(), in).removals {
			got = append(got, r.Action)
		}
		slices.Sort(got)
		require.Equal(t, want, got, "%+v", in)
		removed += len(got)
	}
	require.Greater(t, removed, 1_000)
}
