package schedule_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// brute tries every start of every activity. It knows a schedule only by the checker.
type brute struct {
	in      *schedule.Instance
	horizon int
}

// canEnd tells whether the activities in keep have a schedule within so many weeks.
func canEnd(in *schedule.Instance, keep []int, weeks int) bool {
	b := &brute{in, weeks}
	s := schedule.Solution{Starts: slices.Repeat([]int{schedule.NotPlaced}, len(in.Activities))}
	return weeks >= 0 && b.try(s, keep)
}

func (b *brute) try(s schedule.Solution, rest []int) bool {
	if s.Weeks = b.end(s); s.Weeks > b.horizon || s.Check(b.without(rest)) != nil {
		return false
	}
	if len(rest) == 0 {
		return true
	}
	i := rest[0]
	for week := range b.horizon + 9 { // what takes no time may stand after closed weeks at the end
		if a := b.in.Activities[i]; a.Starts != nil && !slices.Contains(a.Starts, week) || slices.Contains(b.in.Closed, week) {
			continue
		}
		s.Starts[i] = week
		if b.try(s, rest[1:]) {
			return true
		}
		s.Starts[i] = schedule.NotPlaced
	}
	return false
}

// without is the problem before some activities are placed: a group that has one of
// them may still be met.
func (b *brute) without(rest []int) *schedule.Instance {
	in := *b.in
	in.Activities = slices.Clone(in.Activities)
	for i := range in.Activities {
		in.Activities[i].After = slices.DeleteFunc(slices.Clone(in.Activities[i].After), func(group []int) bool {
			return slices.ContainsFunc(group, func(j int) bool { return slices.Contains(rest, j) })
		})
	}
	return &in
}

func (b *brute) end(s schedule.Solution) (end int) {
	for i, week := range s.Starts {
		a := b.in.Activities[i]
		if week == schedule.NotPlaced {
			continue
		}
		span := a.Weeks
		if span == 0 && a.Minutes > 0 {
			span = 1
		}
		for w := week; span > 0; w++ {
			if !slices.Contains(b.in.Closed, w) {
				if span--; span == 0 {
					week = w + 1
				}
			}
		}
		for a.Weeks == 0 && a.Minutes == 0 && week > 0 && slices.Contains(b.in.Closed, week-1) {
			week--
		}
		end = max(end, week)
	}
	return end
}

// invent makes a small problem with everything in it.
func invent(rng *rand.Rand) *schedule.Instance {
	n := rng.IntN(7)
	in := &schedule.Instance{Minutes: int64(rng.IntN(9)), Beside: max(0, rng.IntN(6)-3)}
	long := 1 + rng.IntN(3)
	for i := range n {
		a := schedule.Activity{Weeks: rng.IntN(long + 1), Minutes: int64(rng.IntN(4) * rng.IntN(4))}
		for i > 0 && rng.IntN(3) == 0 {
			group := []int{rng.IntN(i)}
			for rng.IntN(3) == 0 {
				group = append(group, rng.IntN(n))
			}
			a.After = append(a.After, group)
		}
		if rng.IntN(4) == 0 {
			a.Starts = []int{}
			for range rng.IntN(4) {
				a.Starts = append(a.Starts, rng.IntN(6))
			}
		}
		in.Activities = append(in.Activities, a)
	}
	if rng.IntN(2) == 0 {
		for range rng.IntN(4) {
			in.Weeks = append(in.Weeks, schedule.Week{At: rng.IntN(8), Minutes: int64(rng.IntN(8))})
		}
		for range rng.IntN(4) {
			in.Closed = append(in.Closed, rng.IntN(8))
		}
	}
	if rng.IntN(5) == 0 {
		in.Until = 1 + rng.IntN(8)
	}
	return in
}

// horizon is an end that every problem of invent keeps.
func horizon(in *schedule.Instance) int {
	weeks := 0
	for _, a := range in.Activities {
		weeks += max(a.Weeks, 1)
	}
	if in.Until > 0 {
		return min(in.Until, 8+weeks)
	}
	return 8 + weeks
}

func placed(s schedule.Solution) (list []int) {
	for i, week := range s.Starts {
		if week != schedule.NotPlaced {
			list = append(list, i)
		}
	}
	return list
}

func TestSolveAgreesWithEverySchedule(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 2026))
	tried := 0
	for i := range 5_000 {
		in := invent(rng)
		text := fmt.Sprintf("problem %d: %+v", i, *in)
		got, err := schedule.Solve(context.Background(), in)
		require.NoError(t, err, text)
		require.NoError(t, got.Check(in), text)
		require.True(t, got.Proved, text)
		require.Equal(t, got.Weeks, got.Bound, text)
		if size := math.Pow(float64(got.Weeks), float64(len(placed(got)))); size < 30_000 {
			require.False(t, canEnd(in, placed(got), got.Weeks-1), text)
			tried++
		}
		require.Len(t, got.Left, len(in.Activities)-len(placed(got)), text)
		if len(in.Activities) < 5 {
			requireLeft(t, in, got, text)
		}
	}
	require.Greater(t, tried, 3_500)
}

// requireLeft checks what is left out against the rule: each activity is kept if all
// that were kept can still be placed with it, in their order, until nothing is added.
func requireLeft(t *testing.T, in *schedule.Instance, got schedule.Solution, text string) {
	t.Helper()
	if len(got.Left) == 0 {
		return
	}
	var keep []int
	for again := true; again; {
		again = false
		for i := range in.Activities {
			more := append(slices.Clone(keep), i)
			if !slices.Contains(keep, i) && canEnd(in, more, horizon(in)) {
				keep, again = more, true
			}
		}
	}
	slices.Sort(keep)
	require.Empty(t, cmp.Diff(keep, placed(got)), text)
}
