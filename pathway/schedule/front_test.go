package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestFrontMakesSchedules: what is placed from week to week, and finished otherwise, is a
// schedule, whatever there is of starts, choices, closed weeks and weeks with other minutes,
// and none is shorter than the shortest.
func TestFrontMakesSchedules(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(25, 2026))
	made := 0
	for i := range some(800) {
		in := invent(rng)
		if i%4 == 0 {
			in = courses(rng, 5+rng.IntN(10), i%8 == 0)
			for j := range in.Activities { // a choice here and there
				if k := rng.IntN(4 * (j + 1)); k < j {
					in.Activities[j].After = append(in.Activities[j].After, []int{k, j / 2})
				}
			}
		}
		if i%3 == 0 { // as many side by side as there are
			in.Beside = len(in.Activities)
		}
		text := fmt.Sprintf("problem %d: %+v", i, *in)
		got, any := schedule.Fronted(in)
		if !any {
			continue
		}
		require.NoError(t, got.Check(in), text)
		if i%4 > 0 {
			require.GreaterOrEqual(t, got.Weeks, solved(t, in).Weeks, text)
		}
		made++
	}
	require.Greater(t, made, some(800)/4)
}

// TestManyActivitiesAreNearTheBound: schedules of many activities take few weeks more than
// the bound shows that they must.
func TestManyActivitiesAreNearTheBound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind  string
		weeks int // over the bound, of five schedules
	}{{"plain", 35}, {"light", 8}} {
		over := 0
		for seed := range 5 {
			in := table(c.kind, 120, seed)
			got := solved(t, in)
			require.Less(t, got.Weeks, got.Bound+got.Bound/25)
			over += got.Weeks - got.Bound
		}
		require.LessOrEqual(t, over, c.weeks, c.kind)
	}
}
