package schedule_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestSearchAgreesWithLearning: what the search learns from every dead end, and leaves out
// since it has seen as good, changes no end.
func TestSearchAgreesWithLearning(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(18, 2026))
	for i := range some(300) {
		n := 4 + rng.IntN(7)
		in := courses(rng, n, i%3 == 0)
		switch i % 4 {
		case 1:
			in = light(rng, n)
		case 2:
			in.Beside = 2 + rng.IntN(3)
		case 3: // many of a kind
			for j := range n / 2 {
				k := rng.IntN(n)
				in.Activities[j].Weeks, in.Activities[j].Minutes = in.Activities[k].Weeks, in.Activities[k].Minutes
			}
		}
		if i%5 == 0 { // minutes too many to list
			in.Minutes *= 20
			for j := range in.Activities {
				in.Activities[j].Minutes = 20*in.Activities[j].Minutes - int64(rng.IntN(3))
			}
			for j := range in.Weeks {
				in.Weeks[j].Minutes *= 20
			}
		}
		text := fmt.Sprintf("problem %d: %+v", i, *in)
		want, _, all := schedule.Learned(context.Background(), in, 0)
		require.True(t, all, text)
		require.Equal(t, want, schedule.Searched(in, rng.IntN(2)*3), text)
		swept, wrong := schedule.Swept(in, 1+rng.IntN(2)*1_000, i%2 == 0)
		require.Empty(t, wrong, text)
		require.Equal(t, want, swept, text)
		if i%2 > 0 {
			continue
		}
		turned, wrong, ok := schedule.Turned(in)
		require.True(t, ok, text)
		require.Empty(t, wrong, text)
		require.Equal(t, want, turned, text)
	}
}

// TestBackToFront: back to front a problem has schedules as short as the right way round,
// whatever is in it. What cannot be turned round says so.
func TestBackToFront(t *testing.T) {
	t.Parallel()
	rng, turned, problems := rand.New(rand.NewPCG(23, 2026)), 0, some(2_000)
	for i := range problems {
		in := invent(rng)
		got, wrong, ok := schedule.Turned(in)
		if !ok {
			continue
		}
		turned++
		text := fmt.Sprintf("problem %d: %+v", i, *in)
		require.Empty(t, wrong, text)
		require.Equal(t, solved(t, in).Weeks, got, text)
	}
	require.Greater(t, turned, problems/3)
	for _, c := range []struct {
		why  string
		acts []schedule.Activity
		want bool
	}{
		{"one after the other", []schedule.Activity{act(2, 60), act(1, 60, 0)}, true},
		{"a choice", []schedule.Activity{act(2, 60), act(1, 60), {Weeks: 1, After: [][]int{{0, 1}}}}, false},
		{"in the same week", []schedule.Activity{act(0, 60), act(1, 60, 0)}, false},
		{"no time at all", []schedule.Activity{act(0, 0), act(1, 60, 0)}, true},
	} {
		_, _, ok := schedule.Turned(&schedule.Instance{Minutes: 100, Activities: c.acts})
		require.Equal(t, c.want, ok, c.why)
	}
}

// TestTwins: of two activities that could change places one is tried first.
func TestTwins(t *testing.T) {
	t.Parallel()
	starting := act(2, 60)
	starting.Starts = []int{0, 4}
	for _, c := range []struct {
		why  string
		acts []schedule.Activity
		want [][]int
	}{
		{"alike", []schedule.Activity{act(2, 60), act(2, 60)}, [][]int{nil, {0}}},
		{"three alike", []schedule.Activity{act(2, 60), act(2, 60), act(2, 60)}, [][]int{nil, {0}, {0, 1}}},
		{"other weeks", []schedule.Activity{act(2, 60), act(1, 30)}, [][]int{nil, nil}},
		{"other minutes", []schedule.Activity{act(2, 60), act(2, 80)}, [][]int{nil, nil}},
		{"a minute more in the first week", []schedule.Activity{act(2, 60), act(2, 61)}, [][]int{nil, nil}},
		{"other starts", []schedule.Activity{act(2, 60), starting}, [][]int{nil, nil}},
		{"more waits for the second", []schedule.Activity{act(2, 60), act(2, 60), act(1, 10, 1)}, [][]int{{1}, nil, nil}},
		{"the second waits for more", []schedule.Activity{act(2, 60), act(2, 60, 2), act(1, 10)}, [][]int{nil, {0}, nil}},
		{"each has something that the other has not", []schedule.Activity{act(2, 60), act(2, 60), act(1, 10, 0), act(1, 20, 1)}, [][]int{nil, nil, nil, nil}},
		{"both wait for the same, and the same waits for both", []schedule.Activity{act(1, 10), act(2, 60, 0), act(2, 60, 0), act(1, 20, 2, 1)}, [][]int{nil, nil, {1}, nil}},
		{"one of a choice", []schedule.Activity{act(2, 60), act(2, 60), {Weeks: 1, After: [][]int{{0, 1}}}}, [][]int{nil, nil, nil}},
		{"with a choice", []schedule.Activity{act(2, 60), {Weeks: 2, Minutes: 60, After: [][]int{{2, 3}}}, act(1, 10), act(1, 20)}, [][]int{nil, nil, nil, nil}},
	} {
		require.Empty(t, cmp.Diff(c.want, schedule.Twins(&schedule.Instance{Minutes: 100, Activities: c.acts})), c.why)
	}
}

// TestFilling: what minutes hold is what the best of all sets weighs, in which each
// activity is in one of its first weeks, in one of the others or not there.
func TestFilling(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(19, 2026))
	for range 300 {
		in := &schedule.Instance{Minutes: 60}
		var heads, shares []int64
		for range rng.IntN(7) {
			weeks := 1 + rng.IntN(3)
			in.Activities = append(in.Activities, act(weeks, int64(weeks*(1+rng.IntN(40))+rng.IntN(weeks))))
			shares = append(shares, int64(rng.IntN(9)))
			heads = append(heads, shares[len(shares)-1]+int64(rng.IntN(3)))
		}
		var best func(i int, left int64) int64
		best = func(i int, left int64) int64 {
			if i == len(in.Activities) {
				return 0
			}
			a, most := in.Activities[i], best(i+1, left)
			if share := a.Minutes / int64(a.Weeks); share <= left {
				most = max(most, shares[i]+best(i+1, left-share))
			}
			if share := a.Minutes / int64(a.Weeks); a.Minutes%int64(a.Weeks) > 0 && share < left {
				most = max(most, heads[i]+best(i+1, left-share-1))
			}
			return most
		}
		minutes := rng.Int64N(61)
		require.Equal(t, best(0, minutes), schedule.Filled(in, heads, shares, minutes), "%+v in %d", *in, minutes)
	}
}

// TestProved are plans of which the shortest schedule was long unknown: what shows it must
// not be lost.
func TestProved(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why           string
		kind          string
		n, seed, ends int
	}{
		{"weeks that take a minute more leave less room", "plain", 30, 0, 112},
		{"the same, and few dead ends", "plain", 30, 12, 105},
		{"and many dead ends, from which weights are learned", "plain", 20, 5, 60},
		{"many sets fit into a week", "light", 30, 12, 48},
		{"of many partial schedules few lead to a schedule", "plain", 30, 3, 93},
	}[:some(5)] {
		got := solved(t, table(c.kind, c.n, c.seed))
		require.True(t, got.Proved, c.why)
		require.Equal(t, c.ends, got.Weeks, c.why)
	}
}

// TestSeenKnowsWhatEachGroupWaitsFor: activity 8 waits for 4, which is placed later, and for
// 5. Two partial schedules without 4 leave as much, but one of them ends 5 a week sooner.
func TestSeenKnowsWhatEachGroupWaitsFor(t *testing.T) {
	t.Parallel()
	in := &schedule.Instance{Minutes: 138, Activities: []schedule.Activity{
		act(1, 73), act(4, 476), act(3, 296), act(1, 36, 2), act(1, 39, 3), act(3, 82), act(5, 312, 4),
		act(4, 114, 0), act(1, 78, 4, 5), act(2, 261), act(1, 56), act(2, 46), act(5, 328),
	}}
	require.Equal(t, 18, schedule.Searched(in, 0))
	for _, width := range []int{1, 30, 1_000} {
		got, wrong := schedule.Swept(in, width, false)
		require.Empty(t, wrong)
		require.Equal(t, 18, got, width)
	}
}
