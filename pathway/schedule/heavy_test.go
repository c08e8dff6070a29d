package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestHeavyActivitiesAreABound: activities which take most of a week need no more weeks
// without the others than with them, whatever there is of starts, choices, closed weeks and
// activities without any time, and often as many.
func TestHeavyActivitiesAreABound(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(26, 2026))
	tight, problems := 0, some(1_500)
	for i := range problems {
		in := invent(rng)
		if i%5 == 0 {
			in = courses(rng, 4+rng.IntN(7), i%10 == 0)
		}
		got, text := solved(t, in), fmt.Sprintf("problem %d: %+v", i, *in)
		require.True(t, got.Proved, text)
		bound := schedule.Heavy(in)
		require.LessOrEqual(t, bound, got.Weeks, text)
		if bound == got.Weeks {
			tight++
		}
	}
	require.Greater(t, tight, problems/3)
}

// TestPartsEndNoLater: whatever is left out, what is kept can end as soon as with it.
func TestPartsEndNoLater(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(27, 2026))
	for i := range some(2_000) {
		in := invent(rng)
		in.Closed = nil
		got, text := solved(t, in), fmt.Sprintf("problem %d: %+v", i, *in)
		var without []int
		for j := range in.Activities {
			if rng.IntN(3) == 0 {
				without = append(without, j)
			}
		}
		require.True(t, schedule.Part(in, without, got.Weeks), "%s without %v", text, without)
	}
}

// TestPart: what is kept builds on what those built on that are left out, and has the time
// that they leave it.
func TestPart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why     string
		acts    []schedule.Activity
		without int
		ends    int
	}{
		{"the one in the middle left out", []schedule.Activity{act(2, 60), act(3, 60, 0), act(2, 60, 1)}, 1, 7},
		{"the first left out", []schedule.Activity{act(2, 60), act(3, 60, 0), act(2, 60, 1)}, 0, 7},
		{"the last left out, which leaves the others as much time", []schedule.Activity{act(2, 60), act(3, 60, 0), act(2, 60, 1)}, 2, 7},
		{"nothing waits for it", []schedule.Activity{act(2, 200), act(3, 300), act(2, 200)}, 1, 4},
		{"one of a choice is left out, and what waits for it starts when it could", []schedule.Activity{act(4, 60), act(3, 60), {Weeks: 2, After: [][]int{{0, 1}}}}, 1, 5},
	} {
		in := &schedule.Instance{Minutes: 100, Activities: c.acts}
		require.True(t, schedule.Part(in, []int{c.without}, c.ends), c.why)
		require.False(t, schedule.Part(in, []int{c.without}, c.ends-1), c.why)
	}
}
