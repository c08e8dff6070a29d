package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestWeightsBySizeAreABound: no schedule is shorter than they say, whatever the minutes
// are counted in, and often none is longer.
func TestWeightsBySizeAreABound(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(23, 2026))
	tight := 0
	for i := range some(1_500) {
		in := invent(rng)
		if i%2 == 0 { // more minutes than are told apart
			enlarge(rng, in, 300+rng.Int64N(5_000))
		}
		got, text := solved(t, in), fmt.Sprintf("problem %d: %+v", i, *in)
		require.True(t, got.Proved, text)
		bound := schedule.Sized(in)
		require.LessOrEqual(t, bound, got.Weeks, text)
		if bound == got.Weeks && bound > 0 {
			tight++
		}
	}
	require.Greater(t, tight, some(150))
}

// enlarge counts minutes in smaller units, and adds a few of them to each activity.
func enlarge(rng *rand.Rand, in *schedule.Instance, by int64) {
	in.Minutes *= by
	for i := range in.Weeks {
		in.Weeks[i].Minutes *= by
	}
	for i := range in.Activities {
		a := &in.Activities[i]
		a.Minutes = max(0, a.Minutes*by-rng.Int64N(3)*rng.Int64N(by))
	}
}

// TestManySizesAreABound: activities of many sizes fill 80 weeks to the last minute, and no
// rounding of sizes makes them look like more.
func TestManySizesAreABound(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(24, 2026))
	for _, by := range []int64{1, 7, 1_000_003} {
		for range some(8) {
			in := &schedule.Instance{Minutes: 360, Activities: full(rng, 80, 360)}
			for range 3 {
				in.Activities = append(in.Activities, schedule.Activity{})
			}
			enlarge(rng, in, by)
			bound := schedule.Sized(in)
			require.LessOrEqual(t, bound, 80, "%+v", *in)
			require.Greater(t, bound, 70, "%+v", *in)
		}
	}
}

// TestSizesThatLeaveRoom: the weights see what the sum of all minutes does not.
func TestSizesThatLeaveRoom(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why  string
		acts []schedule.Activity
		rest []schedule.Week
		want int
	}{
		{"none", nil, nil, 0},
		{"two of three fit side by side", []schedule.Activity{act(2, 80), act(2, 80), act(2, 80)}, nil, 3},
		{"a minute more in the first week", []schedule.Activity{act(2, 101), act(2, 101)}, nil, 3},
		{"no three side by side", []schedule.Activity{act(2, 68), act(2, 68), act(2, 68), act(2, 68), act(2, 68)}, nil, 5},
		{"a week with room for the small ones", []schedule.Activity{act(4, 240), act(4, 160)}, []schedule.Week{{At: 0, Minutes: 40}}, 5},
		{"a week without room", []schedule.Activity{act(4, 240), act(4, 160)}, []schedule.Week{{At: 0, Minutes: 30}}, 5},
	} {
		in := &schedule.Instance{Minutes: 100, Activities: c.acts, Weeks: c.rest}
		require.Equal(t, c.want, schedule.Sized(in), c.why)
	}
	require.GreaterOrEqual(t, schedule.Sized(table("plain", 120, 1)), 454, "the sum of the minutes gives 438, sizes cut in two 448")
}
