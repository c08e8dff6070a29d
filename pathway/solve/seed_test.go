package solve

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A landmark is dropped if and only if it holds all actions of another that asks for as
// little, or is the later of two alike: plain comparison of all pairs.
func TestWithoutWider(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(57, 2026))
	for range 500 {
		var pool []landmark
		for range 1 + rng.IntN(30) {
			l := landmark{need: 1 + int32(rng.IntN(8)/7), goal: len(pool)}
			for a := range int32(70) { // more than there are marks
				if rng.IntN(30) < 1+int(a)%5 && len(l.acts) < 6 {
					l.acts = append(l.acts, a)
				}
			}
			if len(pool) > 0 && rng.IntN(4) == 0 {
				l.acts = slices.Clone(pool[rng.IntN(len(pool))].acts)
			}
			pool = append(pool, l)
		}
		slices.SortStableFunc(pool, func(a, b landmark) int { return len(a.acts) - len(b.acts) })
		var want []int
		for i := range pool {
			drop := false
			for j := range pool {
				all := !slices.ContainsFunc(pool[j].acts, func(a int32) bool { return !slices.Contains(pool[i].acts, a) })
				alike := len(pool[i].acts) == len(pool[j].acts)
				drop = drop || i != j && all && pool[i].need == 1 && pool[j].need == 1 && (!alike || j < i)
			}
			if !drop {
				want = append(want, pool[i].goal)
			}
		}
		var got []int
		for _, l := range withoutWider(pool, 70) {
			got = append(got, l.goal)
		}
		require.Equal(t, want, got)
	}
}

// What the first prices rule out is in no row of the relaxation, and what they do not stays alive.
func TestRelaxationWithoutWhatTheFirstPricesRuleOut(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(91, 2026))
	gone := 0
	for range 100 {
		s := newSearch(t.Context(), compile(t.Context(), cover(rng)), false, 10)
		s.firstPlan()
		s.seed()
		for i := range s.pool {
			s.first = append(s.first, int32(i))
		}
		n := &node{search: s, trace: &trace{}}
		if n.reuse(); n.done {
			continue
		}
		n.relaxed()
		in := make([]bool, len(s.p.acts))
		for _, row := range s.relax.lp.rows {
			for _, e := range row {
				in[e.row] = true
			}
		}
		for a, d := range s.state {
			require.Equal(t, d != dropped, slices.Contains(s.live, int32(a)), "action %d", a)
			if d == dropped {
				require.False(t, in[a], "action %d", a)
				gone++
			}
		}
	}
	require.Greater(t, gone, 100)
}

// cover is a random cover.
func cover(rng *rand.Rand) *Instance {
	in := &Instance{Facts: 10 + rng.IntN(20), AnyBest: true}
	for f := range in.Facts {
		in.Goals = append(in.Goals, Goal{Fact: f, Weight: 1})
	}
	for range 30 + rng.IntN(60) {
		a := Action{Cost: int64(1 + rng.IntN(20))}
		for range 1 + rng.IntN(6) {
			a.Adds = append(a.Adds, rng.IntN(in.Facts))
		}
		in.Actions = append(in.Actions, a)
	}
	return in
}
