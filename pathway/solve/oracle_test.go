package solve_test

import (
	"context"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// oracle finds the best plan by looking at every set of actions. It shares no code
// and no idea with the solver.
type oracle struct {
	in   *solve.Instance
	must bool // all goals that can be reached can be closed at once
}

// outcome is what a set of actions comes to.
type outcome struct {
	items []int
	cost  int64
	lost  int64
	span  int
}

// run carries out as much of the set as can be; false: not all of it, or not within
// the limits.
func (o oracle) run(set uint) (out outcome, ok bool) {
	at := o.times(set)
	uses := make([]int64, len(o.in.Limits))
	out.items = []int{}
	for i, a := range o.in.Actions {
		if set>>i&1 == 0 {
			continue
		}
		end := o.end(a, at)
		if end < 0 || o.in.Deadline != nil && end > *o.in.Deadline {
			return out, false
		}
		for _, other := range a.Excludes {
			if set>>other&1 == 1 {
				return out, false
			}
		}
		for r, n := range a.Uses {
			uses[r] += n
		}
		out.items, out.cost, out.span = append(out.items, i), out.cost+a.Cost, max(out.span, end)
	}
	for r, n := range uses {
		if n > o.in.Limits[r] {
			return out, false
		}
	}
	for _, g := range o.in.Goals {
		if !o.closes(g, set, at) {
			out.lost += g.Weight
		}
	}
	return out, true
}

// closes counts the sources of a goal.
func (o oracle) closes(g solve.Goal, set uint, at map[int]int) bool {
	n := 0
	if slices.Contains(o.in.Start, g.Fact) {
		n++
	}
	for i, a := range o.in.Actions {
		end := o.end(a, at)
		if set>>i&1 == 1 && end >= 0 && (o.in.Deadline == nil || end <= *o.in.Deadline) && slices.Contains(a.Adds, g.Fact) {
			n++
		}
	}
	return n >= max(1, g.Sources)
}

// times is when each fact comes true: a plain fixed point.
func (o oracle) times(set uint) map[int]int {
	at := map[int]int{}
	for _, f := range o.in.Start {
		at[f] = 0
	}
	for changed := true; changed; {
		changed = false
		for i, a := range o.in.Actions {
			end := o.end(a, at)
			if set>>i&1 == 0 || end < 0 || o.in.Deadline != nil && end > *o.in.Deadline {
				continue
			}
			for _, f := range a.Adds {
				if was, known := at[f]; !known || end < was {
					at[f], changed = end, true
				}
			}
		}
	}
	return at
}

func (o oracle) end(a solve.Action, at map[int]int) int {
	begin := 0
	for _, f := range a.Needs {
		t, known := at[f]
		if !known {
			return -1
		}
		begin = max(begin, t)
	}
	return begin + a.Time
}

func (o oracle) missesReachable(set uint) bool {
	usable := uint(0)
	for i, a := range o.in.Actions {
		fits := !slices.Contains(a.Excludes, i)
		for r, n := range a.Uses {
			fits = fits && n <= o.in.Limits[r]
		}
		if fits {
			usable |= 1 << i
		}
	}
	all, got := o.times(usable), o.times(set)
	return slices.ContainsFunc(o.in.Goals, func(g solve.Goal) bool {
		return o.closes(g, usable, all) && !o.closes(g, set, got)
	})
}

func (o oracle) best() outcome {
	sets := uint(1) << len(o.in.Actions)
	fits := make([]bool, sets)
	outs := make([]outcome, sets)
	for set := range sets {
		outs[set], fits[set] = o.run(set)
	}
	complete := make([]bool, sets)
	for set := range sets {
		complete[set] = fits[set] && !o.missesReachable(set)
	}
	o.must = slices.Contains(complete, true)
	least := int64(-1)
	for set := range sets {
		if fits[set] && (least < 0 || outs[set].lost < least) {
			least = outs[set].lost
		}
	}
	good := make([]bool, sets) // does what is asked
	for set := range sets {
		good[set] = fits[set] && outs[set].lost == least
		if o.must {
			good[set] = complete[set]
		}
	}
	var best *outcome
	needless := withGoodPart(good)
	for set := range sets {
		if good[set] && !needless[set] && (best == nil || before(outs[set], *best)) {
			best = &outs[set]
		}
	}
	return *best
}

// withGoodPart tells which sets have a good proper part.
func withGoodPart(good []bool) []bool {
	has := make([]bool, len(good))
	for set := range good {
		for rest := uint(set); rest != 0; rest &= rest - 1 {
			part := set &^ (1 << bits.TrailingZeros(rest))
			has[set] = has[set] || good[part] || has[part]
		}
	}
	return has
}

func before(a, b outcome) bool {
	if a.cost != b.cost {
		return a.cost < b.cost
	}
	if a.span != b.span {
		return a.span < b.span
	}
	return slices.Compare(a.items, b.items) < 0
}

// random invents an instance with everything in it: rings of needs, credentials,
// exclusions, free actions, ties, limits, deadlines, goals that nothing reaches.
func random(rng *rand.Rand) *solve.Instance {
	in := &solve.Instance{Facts: 2 + rng.IntN(9)}
	fact := func() int { return rng.IntN(in.Facts) }
	some := func(most int) (list []int) {
		for range rng.IntN(most + 1) {
			list = append(list, fact())
		}
		return list
	}
	in.Start = some(2)
	resources := 0
	if rng.IntN(2) == 0 {
		resources = rng.IntN(3)
	}
	dear := []int{1, 3, 20}[rng.IntN(3)]
	hasty := []int{1, 3, 6}[rng.IntN(3)]
	excluding := rng.IntN(3) == 0
	actions := rng.IntN(11)
	if rng.IntN(100) == 0 {
		actions = 14
	}
	demanding := rng.IntN(3) == 0
	for range actions {
		a := solve.Action{Needs: some(2), Adds: some(3), Cost: int64(rng.IntN(dear + 1)), Time: rng.IntN(hasty)}
		for range resources {
			a.Uses = append(a.Uses, int64(rng.IntN(8)))
		}
		if excluding && rng.IntN(3) == 0 {
			a.Excludes = append(a.Excludes, rng.IntN(actions))
		}
		in.Actions = append(in.Actions, a)
	}
	for range rng.IntN(6) {
		g := solve.Goal{Fact: fact(), Weight: int64(rng.IntN(6))}
		if demanding {
			g.Sources = rng.IntN(4)
		}
		in.Goals = append(in.Goals, g)
	}
	for range resources {
		in.Limits = append(in.Limits, int64(rng.IntN(25)))
	}
	if rng.IntN(3) == 0 {
		deadline := rng.IntN(12)
		in.Deadline = &deadline
	}
	return in
}

func TestExactAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2026))
	for i := range 6_000 {
		in := random(rng)
		want := oracle{in: in}.best()
		got, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		require.True(t, got.Proved, "instance %d: %+v", i, in)
		text := fmt.Sprintf("instance %d: %+v", i, in)
		require.Empty(t, cmp.Diff(want.items, got.Items), text)
		require.Equal(t, []int64{want.cost, want.cost, want.lost, want.lost}, []int64{got.Value, got.Bound, got.Lost, got.LeastLost}, text)
		require.NotNil(t, got.Certificate, text)
		require.NoError(t, got.Certificate.Check(in), text)
	}
}

func TestCutShortIsHonest(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 2026))
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	for i := range 2_000 {
		in := random(rng)
		want := oracle{in: in}.best()
		for ctx, nodes := range map[context.Context]int{context.Background(): 1 + rng.IntN(3), ended: 0} {
			in.Nodes = nodes
			got, err := solve.Exact(ctx, in)
			require.NoError(t, err)
			text := fmt.Sprintf("instance %d, %d nodes: %+v\n%+v\n%+v", i, nodes, in, want, got)
			set := uint(0)
			for _, item := range got.Items {
				set |= 1 << item
			}
			out, ok := oracle{in: in}.run(set)
			require.True(t, ok && bits.OnesCount(set) == len(got.Items), text)
			require.Equal(t, []int64{out.cost, out.lost}, []int64{got.Value, got.Lost}, text)
			require.LessOrEqual(t, got.LeastLost, want.lost, text)
			require.LessOrEqual(t, got.Bound, got.Value, text)
			if got.Lost == want.lost {
				require.LessOrEqual(t, got.Bound, want.cost, text)
			}
			if got.Proved {
				require.Equal(t, want.items, got.Items, text)
			}
		}
	}
}
