package schedule_test

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

func solved(t *testing.T, in *schedule.Instance) schedule.Solution {
	t.Helper()
	s, err := schedule.Solve(context.Background(), in)
	require.NoError(t, err)
	require.NoError(t, s.Check(in))
	return s
}

func act(weeks int, minutes int64, after ...int) schedule.Activity {
	a := schedule.Activity{Weeks: weeks, Minutes: minutes}
	for _, i := range after {
		a.After = append(a.After, []int{i})
	}
	return a
}

func TestRules(t *testing.T) {
	t.Parallel()
	starting := func(a schedule.Activity, weeks ...int) schedule.Activity {
		a.Starts = append([]int{}, weeks...)
		return a
	}
	either := schedule.Activity{Weeks: 1, After: [][]int{{0, 1}}}
	for _, c := range []struct {
		why    string
		in     schedule.Instance
		starts []int
		weeks  int
		left   []schedule.Left
	}{
		{"nothing", schedule.Instance{}, []int{}, 0, nil},
		{"side by side without a limit", schedule.Instance{Activities: []schedule.Activity{act(2, 100), act(3, 100)}}, []int{0, 0}, 3, nil},
		{"one after the other", schedule.Instance{Activities: []schedule.Activity{act(2, 0), act(3, 0, 0)}}, []int{0, 2}, 5, nil},
		{"no room beside", schedule.Instance{Minutes: 10, Activities: []schedule.Activity{act(2, 12), act(1, 6)}}, []int{0, 2}, 3, nil},
		{"what does not divide falls into the first weeks", schedule.Instance{Minutes: 5, Activities: []schedule.Activity{act(2, 5), starting(act(1, 3), 1)}}, []int{0, 1}, 2, nil},
		{"so there is less room beside those", schedule.Instance{Minutes: 5, Activities: []schedule.Activity{act(2, 5), starting(act(1, 3), 0, 9)}}, []int{1, 0}, 3, nil},
		{"one at a time", schedule.Instance{Beside: 1, Activities: []schedule.Activity{act(1, 0), act(1, 0)}}, []int{0, 1}, 2, nil},
		{"no weeks, some minutes: what follows starts in the same week", schedule.Instance{Activities: []schedule.Activity{act(0, 5), act(1, 5, 0)}}, []int{0, 0}, 1, nil},
		{"unless there is no room in it", schedule.Instance{Minutes: 9, Activities: []schedule.Activity{act(0, 5), act(1, 5, 0)}}, []int{0, 1}, 2, nil},
		{"no weeks at the end count the week that they need", schedule.Instance{Activities: []schedule.Activity{act(2, 0), act(0, 5, 0)}}, []int{0, 2}, 3, nil},
		{"no weeks and no minutes take none", schedule.Instance{Activities: []schedule.Activity{act(2, 0), act(0, 0, 0)}}, []int{0, 2}, 2, nil},
		{"closed weeks are passed over", schedule.Instance{Closed: []int{3, 1, 1, -4}, Activities: []schedule.Activity{act(3, 0), act(1, 0, 0)}}, []int{0, 5}, 6, nil},
		{"a week without minutes is not closed", schedule.Instance{Weeks: []schedule.Week{{1, 0}}, Activities: []schedule.Activity{act(2, 2), act(2, 0)}}, []int{2, 0}, 4, nil},
		{"the smaller of two entries holds", schedule.Instance{Weeks: []schedule.Week{{0, 5}, {0, 1}, {0, 9}}, Activities: []schedule.Activity{act(1, 2)}}, []int{1}, 2, nil},
		{"the first of either is enough", schedule.Instance{Activities: []schedule.Activity{act(4, 0), act(2, 0), either}}, []int{0, 0, 2}, 4, nil},
		{"a start is kept", schedule.Instance{Activities: []schedule.Activity{starting(act(1, 0), 9, 4)}}, []int{4}, 5, nil},
		{"no start at all", schedule.Instance{Activities: []schedule.Activity{starting(act(1, 0))}}, []int{-1}, 0, []schedule.Left{{0, schedule.NoStart, []int{}}}},
		{"a start that is closed", schedule.Instance{Closed: []int{2}, Activities: []schedule.Activity{starting(act(1, 0), 2)}}, []int{-1}, 0, []schedule.Left{{0, schedule.NoStart, []int{}}}},
		{"a start that is too early", schedule.Instance{Activities: []schedule.Activity{act(2, 0), starting(act(1, 0, 0), 1)}}, []int{0, -1}, 2, []schedule.Left{{1, schedule.NoStart, []int{}}}},
		{"too much for any week, and what waits for it", schedule.Instance{Minutes: 5, Activities: []schedule.Activity{act(1, 6), act(1, 1, 0), act(1, 1, 1)}}, []int{-1, -1, -1}, 0, []schedule.Left{{0, schedule.NoRoom, []int{}}, {1, schedule.Waits, []int{0}}, {2, schedule.Waits, []int{1}}}},
		{"a ring waits for itself", schedule.Instance{Activities: []schedule.Activity{act(1, 0, 1), act(1, 0, 0), act(1, 0)}}, []int{-1, -1, 0}, 1, []schedule.Left{{0, schedule.Waits, []int{1}}, {1, schedule.Waits, []int{0}}}},
		{"nobody supplies oneself", schedule.Instance{Activities: []schedule.Activity{act(1, 0, 0)}}, []int{-1}, 0, []schedule.Left{{0, schedule.Waits, []int{0}}}},
		{"the first has the right of way", schedule.Instance{Beside: 1, Activities: []schedule.Activity{starting(act(2, 0), 0), starting(act(1, 0), 1), starting(act(1, 0), 2)}}, []int{0, -1, 2}, 3, []schedule.Left{{1, schedule.Clashes, []int{}}}},
		{"over before it begins", schedule.Instance{Until: 2, Activities: []schedule.Activity{act(2, 0), act(1, 0, 0)}}, []int{0, -1}, 2, []schedule.Left{{1, schedule.NoStart, []int{}}}},
		{"longer than there is", schedule.Instance{Until: 2, Activities: []schedule.Activity{act(3, 0)}}, []int{-1}, 0, []schedule.Left{{0, schedule.NoRoom, []int{}}}},
	} {
		got := solved(t, &c.in)
		require.Empty(t, cmp.Diff(c.starts, got.Starts), c.why)
		require.Equal(t, c.weeks, got.Weeks, c.why)
		require.Empty(t, cmp.Diff(append([]schedule.Left{}, c.left...), got.Left), c.why)
		require.True(t, got.Proved, c.why)
	}
}

func TestShares(t *testing.T) {
	t.Parallel()
	for minutes := range int64(20) {
		for weeks := range 7 {
			sum, last := int64(0), int64(math.MaxInt64)
			for k := range max(weeks, 1) {
				share := schedule.Share(minutes, weeks, k)
				require.LessOrEqual(t, share, last, "never more in a later week")
				sum, last = sum+share, share
			}
			require.Equal(t, minutes, sum, "shares add up")
			require.Zero(t, schedule.Share(minutes, weeks, max(weeks, 1)))
			require.Zero(t, schedule.Share(minutes, weeks, -1))
		}
	}
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why  string
		in   schedule.Instance
		want error
	}{
		{"an activity that is not there", schedule.Instance{Activities: []schedule.Activity{act(1, 1, 1)}}, schedule.ErrRange},
		{"one below zero", schedule.Instance{Activities: []schedule.Activity{act(1, 1, -1)}}, schedule.ErrRange},
		{"weeks", schedule.Instance{Activities: []schedule.Activity{act(-1, 1)}}, schedule.ErrNegative},
		{"minutes", schedule.Instance{Activities: []schedule.Activity{act(1, -1)}}, schedule.ErrNegative},
		{"minutes of the week", schedule.Instance{Minutes: -1}, schedule.ErrNegative},
		{"a week", schedule.Instance{Weeks: []schedule.Week{{-1, 0}}}, schedule.ErrNegative},
		{"too many weeks", schedule.Instance{Activities: []schedule.Activity{act(math.MaxInt, 0), act(1, 0)}}, schedule.ErrTooLarge},
		{"too many minutes", schedule.Instance{Activities: []schedule.Activity{act(1, math.MaxInt64), act(1, 1)}}, schedule.ErrTooLarge},
		{"too many activities", schedule.Instance{Activities: make([]schedule.Activity, schedule.MostActivities+1)}, schedule.ErrTooLarge},
	} {
		_, err := schedule.Solve(context.Background(), &c.in)
		require.ErrorIs(t, err, c.want, c.why)
		require.NotEmpty(t, err.Error())
	}
}

func TestNothingOverflows(t *testing.T) {
	t.Parallel()
	in := &schedule.Instance{
		Minutes: math.MaxInt64, Beside: math.MaxInt, Until: math.MaxInt, Nodes: math.MaxInt, Weeks: []schedule.Week{{math.MaxInt, math.MaxInt64}, {0, math.MaxInt64}}, Closed: []int{math.MaxInt, math.MinInt},
		Activities: []schedule.Activity{act(schedule.MostWeeks-1, schedule.MostMinutes/2), act(1, schedule.MostMinutes/2, 0), {Starts: []int{math.MaxInt, math.MinInt}}},
	}
	got := solved(t, in)
	require.Equal(t, []int{0, schedule.MostWeeks - 1, schedule.NotPlaced}, got.Starts)
	tight := &schedule.Instance{Minutes: schedule.MostMinutes / 4, Activities: slices.Repeat([]schedule.Activity{act(2, schedule.MostMinutes/8)}, 8)}
	require.Equal(t, 4, solved(t, tight).Weeks)
}

// TestCheckCanFail shows that the checker finds what is wrong.
func TestCheckCanFail(t *testing.T) {
	t.Parallel()
	in := &schedule.Instance{Minutes: 10, Beside: 2, Until: 9, Closed: []int{4}, Activities: []schedule.Activity{act(2, 12), act(1, 5, 0), {Weeks: 1, Starts: []int{3}}}}
	require.NoError(t, schedule.Solution{Starts: []int{0, 2, 3}, Weeks: 4}.Check(in))
	for _, c := range []struct {
		why string
		s   schedule.Solution
	}{
		{"too few starts", schedule.Solution{Starts: []int{0, 2}, Weeks: 4}}, {"too early", schedule.Solution{Starts: []int{0, 1, 3}, Weeks: 4}},
		{"no such start", schedule.Solution{Starts: []int{0, 2, 2}, Weeks: 3}}, {"another end", schedule.Solution{Starts: []int{0, 2, 3}, Weeks: 5}},
		{"closed", schedule.Solution{Starts: []int{0, 4, 3}, Weeks: 5}}, {"after the end", schedule.Solution{Starts: []int{8, 10, 3}, Weeks: 11}},
		{"before the start", schedule.Solution{Starts: []int{-2, 2, 3}, Weeks: 4}}, {"what it builds on is not placed", schedule.Solution{Starts: []int{-1, 2, 3}, Weeks: 4}},
	} {
		require.ErrorIs(t, c.s.Check(in), schedule.ErrSchedule, c.why)
	}
	full := *in
	full.Activities = []schedule.Activity{act(1, 6), act(1, 5)}
	require.ErrorIs(t, schedule.Solution{Starts: []int{0, 0}, Weeks: 1}.Check(&full), schedule.ErrSchedule, "too many minutes")
	full.Beside, full.Minutes = 1, 0
	require.ErrorIs(t, schedule.Solution{Starts: []int{0, 0}, Weeks: 1}.Check(&full), schedule.ErrSchedule, "too many beside")
}

// TestMoreIsNeverWorse: what makes a problem easier never makes its best schedule
// longer. Problems are larger than brute force could look at.
func TestMoreIsNeverWorse(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 2026))
	proved := 0
	for i := range some(400) {
		in := courses(rng, 2+rng.IntN(9), i%2 == 0)
		before := solved(t, in)
		ways := eased(rng)
		for _, why := range slices.Sorted(maps.Keys(ways)) {
			easier := *in
			easier.Activities = slices.Clone(in.Activities)
			ways[why](&easier)
			after := solved(t, &easier)
			if proved++; !before.Proved || !after.Proved || len(before.Left) > 0 {
				proved--
				continue
			}
			require.LessOrEqual(t, after.Weeks, before.Weeks, "%s: problem %d: %+v", why, i, in)
		}
		require.LessOrEqual(t, before.Bound, before.Weeks)
	}
	require.Greater(t, proved, some(1_000))
}

func eased(rng *rand.Rand) map[string]func(*schedule.Instance) {
	return map[string]func(*schedule.Instance){
		"more minutes":          func(in *schedule.Instance) { in.Minutes += int64(rng.IntN(300)) },
		"no limit":              func(in *schedule.Instance) { in.Minutes = 0 },
		"a predecessor less":    func(in *schedule.Instance) { in.Activities[len(in.Activities)-1].After = nil },
		"any start":             func(in *schedule.Instance) { in.Activities[rng.IntN(len(in.Activities))].Starts = nil },
		"fewer minutes to take": func(in *schedule.Instance) { in.Activities[0].Minutes /= 2 },
		"an activity less": func(in *schedule.Instance) {
			last := len(in.Activities) - 1
			in.Activities = in.Activities[:last]
		},
	}
}

func TestOrderDoesNotMatterForTheLength(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(8, 2026))
	for range 200 {
		in := light(rng, 2+rng.IntN(8))
		back := schedule.Instance{Minutes: in.Minutes}
		n := len(in.Activities)
		for i := n - 1; i >= 0; i-- {
			a := in.Activities[i]
			a.After = nil
			for _, group := range in.Activities[i].After {
				a.After = append(a.After, []int{n - 1 - group[0]})
			}
			back.Activities = append(back.Activities, a)
		}
		forth, other := solved(t, in), solved(t, &back)
		require.True(t, forth.Proved && other.Proved)
		require.Equal(t, forth.Weeks, other.Weeks)
		again := solved(t, in)
		require.Empty(t, cmp.Diff(forth, again), "the same at every run")
	}
}

func TestEndedContextGivesAnHonestSchedule(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	rng := rand.New(rand.NewPCG(6, 2026))
	for i := range 100 {
		in := courses(rng, 8, i%2 == 0)
		got, err := schedule.Solve(ctx, in)
		require.NoError(t, err)
		require.NoError(t, got.Check(in))
		whole := solved(t, in)
		require.LessOrEqual(t, got.Bound, whole.Weeks)
		require.GreaterOrEqual(t, got.Weeks, whole.Weeks)
		require.Equal(t, got.Proved, got.Bound == got.Weeks)
	}
}

func TestLimitOfNodes(t *testing.T) {
	t.Parallel()
	in := table("starts", 30, 2)
	in.Nodes = 10
	got := solved(t, in)
	require.False(t, got.Proved)
	require.Less(t, got.Bound, got.Weeks)
}

func ExampleSolve() {
	in := &schedule.Instance{Minutes: 120, Activities: []schedule.Activity{
		{Weeks: 2, Minutes: 160},
		{Weeks: 3, Minutes: 120, After: [][]int{{0}}},
		{Weeks: 2, Minutes: 150},
	}}
	s, err := schedule.Solve(context.Background(), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Starts, s.Weeks, s.Bound, s.Proved)
	// Output: [0 2 2] 5 5 true
}

func ExampleSolution_Check() {
	in := &schedule.Instance{Minutes: 120, Activities: []schedule.Activity{{Weeks: 2, Minutes: 160}, {Weeks: 1, Minutes: 60}}}
	fmt.Println(schedule.Solution{Starts: []int{0, 1}, Weeks: 2}.Check(in))
	// Output: not a schedule: week 1 holds 140 minutes, 120 at most
}

func ExampleShare() {
	for week := range 3 {
		fmt.Print(schedule.Share(100, 3, week), " ")
	}
	// Output: 34 33 33
}
