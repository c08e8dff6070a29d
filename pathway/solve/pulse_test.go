package solve

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Lists of every length around those at which runs are merged come out as the plain sort
// has them; and a sort that is told to end does, soon, and says so.
func TestSorting(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(51, 2026))
	never := func() bool { return false }
	for _, n := range []int{0, 1, 2, run - 1, run, run + 1, 2 * run, 3*run - 1, 3*run + 1, 9*run + 77} {
		list, key := make([]int32, n), make([]int, n)
		for i := range list {
			list[i], key[i] = int32(i), rng.IntN(50)
		}
		order := func(a, b int32) int { return cmp.Or(cmp.Compare(key[a], key[b]), -cmp.Compare(a, b)) }
		want := slices.Clone(list)
		slices.SortFunc(want, order)
		cut := slices.Clone(list)
		require.True(t, sorting(list, order, never))
		require.Equal(t, want, list, n)
		for _, questions := range []int{0, 1, n / run, 2 * n / run} {
			asked := 0
			ended := func() bool { asked++; return asked > questions }
			if sorted := sorting(cut, order, ended); sorted {
				require.Equal(t, want, cut)
				require.LessOrEqual(t, asked, questions)
			} else {
				require.Equal(t, questions+1, asked, "nothing is done after the end")
			}
			slices.Sort(cut)
			require.Equal(t, n, len(slices.Compact(cut)), "no action is lost")
		}
	}
}

// The zero pulse never ends; another asks once in a while, and remembers the answer.
func TestPulse(t *testing.T) {
	t.Parallel()
	require.False(t, (&pulse{}).after(1<<40))
	ctx, cancel := context.WithCancel(context.Background())
	p := pulse{ctx: ctx}
	require.False(t, p.after(1))
	cancel()
	late := 0
	for !p.after(1) {
		late++
	}
	require.LessOrEqual(t, late, beat)
	p.ctx = context.Background()
	require.True(t, p.after(0), "it remembers")
}
