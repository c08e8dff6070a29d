package probe_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// pair is one scan by listing and one by messages.
func pair(t *testing.T, list []ksb.Statement) (listed, messages *probe.Scan) {
	t.Helper()
	o, err := probe.New(list...)
	require.NoError(t, err)
	listed, err = probe.Start(o, probe.Options{MaxStates: 1 << 20})
	require.NoError(t, err)
	messages, err = probe.Start(o, probe.Options{MaxStates: -1})
	require.NoError(t, err)
	return listed, messages
}

func apart(a, b *probe.Scan) (worst, mean float64) {
	others := b.Standings()
	for i, s := range a.Standings() {
		d := math.Abs(s.Probability - others[i].Probability)
		worst, mean = max(worst, d), mean+d/float64(len(others))
	}
	return worst, mean
}

// TestPropagationOnTrees: without loops messages and enumeration are the same.
func TestPropagationOnTrees(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		list := tree(r, 2+r.IntN(11))
		if seed%3 == 0 {
			list = chain(2 + r.IntN(20))
		}
		listed, messages := pair(t, list)
		require.True(t, messages.Exact())
		for range 12 {
			worst, _ := apart(listed, messages)
			require.Less(t, worst, 1e-8, "seed %d", seed)
			id, yes := list[r.IntN(len(list))].ID, r.IntN(2) == 0
			require.NoError(t, listed.Answer(id, yes))
			require.NoError(t, messages.Answer(id, yes))
		}
	}
}

// TestPropagationAgainstEnumeration measures the approximation where there are loops.
func TestPropagationAgainstEnumeration(t *testing.T) {
	const structures, size, asked = 300, 12, 6
	var mean, worst, prerequisites float64
	same, loops := 0, 0
	for seed := range uint64(structures) {
		r := rand.New(rand.NewPCG(seed, 2))
		list := web(r, size, 0.21)
		listed, messages := pair(t, list)
		for _, s := range list {
			prerequisites += float64(len(s.Requires)) / structures
		}
		if !messages.Exact() {
			loops++
		}
		o, _ := probe.New(list...)
		can := ability(r, o)
		for range asked {
			q, more := listed.Next()
			if !more {
				break
			}
			if p, _ := messages.Next(); p.Statement == q.Statement {
				same++
			}
			yes := says(r, can[q.Statement], probe.Chance{Slip: .1, Guess: .1})
			require.NoError(t, listed.Answer(q.Statement, yes))
			require.NoError(t, messages.Answer(q.Statement, yes))
		}
		w, m := apart(listed, messages)
		worst, mean = max(worst, w), mean+m/structures
	}
	agree := float64(same) / (structures * asked)
	t.Logf("%d of %d orders with loops, %.1f prerequisites: mean error %.4f, worst %.4f, the same question in %.0f %%",
		loops, structures, prerequisites, mean, worst, 100*agree)
	require.Greater(t, loops, structures/2, "the test is about loops")
	require.Less(t, mean, 0.002)
	require.Less(t, worst, 0.05)
	require.Greater(t, agree, 0.95)
}

// TestStateIsFeasible: with a statement what it requires is there, by messages too.
func TestStateIsFeasible(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 3))
		list := web(r, 40, 0.1)
		o, err := probe.New(list...)
		require.NoError(t, err)
		scan, err := probe.Start(o, probe.Options{MaxStates: 200})
		require.NoError(t, err)
		for range 30 {
			require.NoError(t, scan.Answer(list[r.IntN(len(list))].ID, r.IntN(2) == 0))
		}
		in := map[ksb.StatementID]bool{}
		for _, id := range scan.State() {
			in[id] = true
		}
		for _, s := range list {
			for _, needed := range s.Requires {
				require.True(t, !in[s.ID] || in[needed], fmt.Sprint(seed, s.ID, needed))
			}
		}
	}
}
