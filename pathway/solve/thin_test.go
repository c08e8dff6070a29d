package solve

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// muddle is a problem in which actions need and add facts at random, some of them in rings.
func muddle(rng *rand.Rand, facts, actions int) *Instance {
	in := &Instance{Facts: facts}
	some := func(most int) (list []int) {
		for range rng.IntN(most + 1) {
			list = append(list, rng.IntN(facts))
		}
		return list
	}
	for range actions {
		in.Actions = append(in.Actions, Action{Needs: some(2), Adds: some(4), Cost: int64(rng.IntN(9)), Time: rng.IntN(4)})
	}
	for _, f := range some(8) {
		in.Goals = append(in.Goals, Goal{Fact: f, Weight: 1, Sources: rng.IntN(3)})
	}
	return in
}

// Actions that a plan cannot spare are kept unseen when it is thinned out: what is left is
// what leaving out one action after the other leaves.
func TestThinLeavesWhatIsNeeded(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(32, 2026))
	unseen, tested := 0, 0
	for range 2_000 {
		p := compile(context.Background(), muddle(rng, 4+rng.IntN(20), 2+rng.IntN(30)))
		s := newSearch(context.Background(), p, true, 1)
		plan := make([]int32, len(p.acts))
		for a := range plan {
			plan[a] = int32(a)
		}
		if len(p.goals) == 0 || !s.main.closes(plan) {
			continue
		}
		sure, rest := s.sole(plan)
		unseen, tested = unseen+len(sure), tested+len(rest)
		thinned := s.thin(&s.plain, slices.Clone(plan))
		slices.SortFunc(plan, func(a, b int32) int {
			return int(2*(s.plain.worth[b]-s.plain.worth[a])) + min(1, max(-1, int(b-a)))
		})
		for i := 0; i < len(plan); {
			if without := slices.Delete(slices.Clone(plan), i, i+1); s.main.closes(without) {
				plan = without
			} else {
				i++
			}
		}
		require.ElementsMatch(t, plan, thinned)
	}
	require.Greater(t, unseen, 1_000)
	require.Greater(t, tested, 1_000)
}
