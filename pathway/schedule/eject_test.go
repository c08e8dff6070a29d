package schedule_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestEjectorKeepsItsBooks: whoever is placed has room and comes after what it builds
// on, and nobody is forgotten, after every step.
func TestEjectorKeepsItsBooks(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(21, 2026))
	steps := 0
	for i := range 600 {
		in := invent(rng)
		if i%3 == 0 {
			in = courses(rng, 5+rng.IntN(20), i%2 == 0)
			in.Beside = rng.IntN(4)
		}
		n, wrong := schedule.Ejected(in, 20_000)
		require.Empty(t, wrong, fmt.Sprintf("problem %d: %+v", i, *in))
		steps += n
	}
	require.Greater(t, steps, 10_000)
}

// full makes activities that fill so many weeks to the last minute: a block of weeks and
// minutes is cut in two again and again.
func full(rng *rand.Rand, weeks, minutes int) (list []schedule.Activity) {
	switch {
	case weeks > 8 || weeks > 2 && rng.IntN(3) == 0:
		cut := 1 + rng.IntN(weeks-1)
		return append(full(rng, cut, minutes), full(rng, weeks-cut, minutes)...)
	case minutes > 240 || minutes > 80 && rng.IntN(4) > 0:
		cut := 30 + rng.IntN(minutes-59)
		return append(full(rng, weeks, cut), full(rng, weeks, minutes-cut)...)
	}
	return []schedule.Activity{act(weeks, int64(weeks*minutes))}
}

// TestManyActivitiesFitWell: activities that are known to fill the weeks to the last
// minute are placed in next to no more of them, though there are too many to search.
func TestManyActivitiesFitWell(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(22, 2026))
	over := 0
	for range some(5) {
		in := &schedule.Instance{Minutes: 360, Activities: full(rng, 80, 360)}
		rng.Shuffle(len(in.Activities), func(i, j int) { in.Activities[i], in.Activities[j] = in.Activities[j], in.Activities[i] })
		require.Greater(t, len(in.Activities), 64, "too many to search")
		got := solved(t, in)
		require.Equal(t, 80, got.Bound, "there is work for all weeks")
		over += got.Weeks - 80
	}
	require.LessOrEqual(t, over, 7, "of 400 weeks")
}

// TestManyActivitiesStopAtOnce: a context that ends leaves the schedule found so far.
func TestManyActivitiesStopAtOnce(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	in := table("plain", 120, 1)
	got, err := schedule.Solve(ctx, in)
	require.NoError(t, err)
	require.NoError(t, got.Check(in))
	require.Less(t, solved(t, in).Weeks, got.Weeks)
}
