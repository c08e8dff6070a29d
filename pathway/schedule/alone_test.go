package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// TestAlone: what leaves no room beside it stands before or after the others, if it can.
func TestAlone(t *testing.T) {
	t.Parallel()
	starting := act(1, 10)
	starting.Starts = []int{3}
	for _, c := range []struct {
		why         string
		acts        []schedule.Activity
		beside      int
		first, last []int
	}{
		{"there is room beside it", []schedule.Activity{act(1, 60), act(1, 40)}, 0, nil, nil},
		{"there is none", []schedule.Activity{act(1, 61), act(1, 40), act(1, 50)}, 0, []int{0}, nil},
		{"none beside any of them", []schedule.Activity{act(1, 61), act(1, 62)}, 0, []int{0, 1}, nil},
		{"it builds on something", []schedule.Activity{act(1, 10), act(1, 20), act(1, 99, 0, 1)}, 0, nil, []int{2}},
		{"and so does the last", []schedule.Activity{act(1, 30), act(1, 20), act(1, 99, 0), act(2, 198, 2)}, 0, nil, []int{2, 3}},
		{"something builds on it", []schedule.Activity{act(1, 99), act(1, 20, 0), act(1, 20)}, 0, []int{0}, nil},
		{"both", []schedule.Activity{act(1, 10), act(1, 99, 0), act(1, 20, 1), act(1, 20)}, 0, nil, nil},
		{"both, but what it builds on stands first itself", []schedule.Activity{act(1, 99), act(1, 98, 0), act(1, 20, 1), act(1, 20)}, 0, []int{0, 1}, nil},
		{"what it has room beside must follow it", []schedule.Activity{act(1, 60), act(1, 40, 0), act(1, 50)}, 0, []int{0}, nil},
		{"one at a time", []schedule.Activity{act(1, 10), act(1, 20, 0), act(1, 30, 1)}, 1, []int{0, 1, 2}, nil},
		{"a minute more only in its first week", []schedule.Activity{act(2, 121), act(1, 40), act(1, 39)}, 0, nil, nil},
		{"weeks without minutes are beside it", []schedule.Activity{act(1, 99), act(1, 0)}, 0, nil, nil},
		{"it takes no week", []schedule.Activity{act(0, 99), act(1, 50), act(1, 40)}, 0, nil, nil},
		{"it is one of a choice", []schedule.Activity{act(1, 99), act(1, 20), {Weeks: 1, Minutes: 30, After: [][]int{{0, 1}}}, act(1, 40)}, 0, []int{0}, nil},
		{"it builds on one of a choice, and another stands first", []schedule.Activity{act(1, 99), act(1, 20), {Weeks: 1, Minutes: 98, After: [][]int{{0, 1}}}, act(1, 40, 2), act(1, 10)}, 0, []int{0, 2}, nil},
		{"weeks are not alike", []schedule.Activity{act(1, 61), act(1, 40), starting}, 0, nil, nil},
	} {
		first, last, _, wrong := schedule.Alone(&schedule.Instance{Minutes: 100, Beside: c.beside, Activities: c.acts})
		require.Empty(t, wrong, c.why)
		require.Equal(t, [][]int{c.first, c.last}, [][]int{first, last}, c.why)
	}
}

// TestAloneLosesNothing: with what stands alone before and after the others the whole ends
// as soon.
func TestAloneLosesNothing(t *testing.T) {
	t.Parallel()
	rng, some := rand.New(rand.NewPCG(29, 2026)), 0
	for i := range 2_000 {
		in := invent(rng)
		if i%2 == 0 { // much of which little fits side by side
			in = courses(rng, 1+rng.IntN(7), false)
			in.Minutes = 330
			in.Beside = rng.IntN(3)
		}
		text := fmt.Sprintf("problem %d: %+v", i, *in)
		first, last, end, wrong := schedule.Alone(in)
		require.Empty(t, wrong, text)
		require.Equal(t, schedule.Searched(in, 0), end, text)
		if len(first)+len(last) > 0 {
			some++
		}
	}
	require.Greater(t, some, 500)
}
