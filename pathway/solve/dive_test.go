package solve

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// bounded is a node of a search that leaves goals open, with its relaxation solved.
func bounded(t *testing.T, in *Instance) *node {
	s := weighed(t, in)
	s.seed()
	for i := range s.pool {
		s.first = append(s.first, int32(i))
	}
	s.makeRelaxation()
	s.seen = 2 // at the root more is done
	n := &node{search: s, trace: &trace{action: -1}}
	if n.price() {
		s.relax.read()
	}
	return n
}

// A dive decides nothing: it finds plans within the limits, or none, and leaves the node as it
// was.
func TestDiveDecidesNothing(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(11, 2026))
	found, dropped := 0, 0
	for range 500 {
		n := bounded(t, confined(rng))
		if n.done || n.tied(n.lower) {
			continue
		}
		state, stack, last, rows, before := slices.Clone(n.state), slices.Concat([]int32{}, n.stack), n.last, slices.Clone(n.relax.rows), n.best
		n.aside(func() {
			n.dropAbove(n.aim(n.lower))
			dropped += len(n.stack) - len(stack)
		})
		n.dive(n.lower)
		require.Equal(t, state, n.state, "what a dive drops and takes is undone")
		require.True(t, slices.Equal(stack, n.stack), "what a dive drops and takes is undone")
		require.True(t, last == n.last, "the prices are those from before")
		require.True(t, slices.Equal(rows, n.relax.rows), "so are the rows")
		require.True(t, n.main.closes(n.best.actions) && n.p.allowed(n.best.actions), "the best is a plan within the limits")
		if n.best != before {
			found++
		}
	}
	require.Greater(t, found, 50)
	require.Greater(t, dropped, 50)
}

// Where goals are weighed, what a dive is after lies halfway between bound and best plan; else
// it is any plan that is wanted.
func TestAim(t *testing.T) {
	t.Parallel()
	s := &search{p: &problem{step: 1}, best: &candidate{cost: 101}}
	require.EqualValues(t, 100, s.aim(40), "all goals are asked for: any cheaper plan will do")
	s.weighing = true
	require.EqualValues(t, 70, s.aim(40), "half of the way from 100 to 40")
	require.EqualValues(t, 100, s.aim(100), "nothing lies between")
	require.EqualValues(t, 99, s.aim(99), "rounded down: the best that there can be")
}

// A better plan rules actions out at once: the prices are applied again.
func TestGainedAppliesThePricesAgain(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(12, 2026))
	ruled := 0
	for range 300 {
		n := bounded(t, confined(rng))
		if n.done || n.tied(n.lower) {
			continue
		}
		before := len(n.stack)
		n.gained(func() {})
		require.Len(t, n.stack, before, "nothing was found, so nothing is ruled out")
		n.gained(func() { n.best = &candidate{actions: n.best.actions, cost: n.lower + 1} })
		again := len(n.stack)
		ruled += again - before
		n.again()
		require.Len(t, n.stack, again, "all that the prices rule out is ruled out")
	}
	require.Greater(t, ruled, 50)
}
