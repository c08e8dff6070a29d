package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

func ptr[T any](v T) *T { return &v }

func TestExact(t *testing.T) {
	t.Parallel()
	goals := func(facts ...int) (list []solve.Goal) {
		for _, f := range facts {
			list = append(list, solve.Goal{Fact: f, Weight: 1})
		}
		return list
	}
	for _, c := range []struct {
		name, why string
		in        solve.Instance
		want      solve.Solution
	}{
		{
			"nothing to do", "no goal needs no action, even a free one",
			solve.Instance{Facts: 1, Actions: []solve.Action{{Adds: []int{0}}}},
			solve.Solution{Proved: true},
		},
		{
			"held", "a goal that holds from the start is closed by nothing",
			solve.Instance{Facts: 1, Start: []int{0}, Goals: goals(0), Actions: []solve.Action{{Adds: []int{0}}}},
			solve.Solution{Proved: true},
		},
		{
			"out of reach", "a goal that nothing adds is left open, and that is the least that can be lost",
			solve.Instance{Facts: 2, Goals: goals(0, 1), Actions: []solve.Action{{Adds: []int{0}, Cost: 4}}},
			solve.Solution{Items: []int{0}, Value: 4, Bound: 4, Lost: 1, LeastLost: 1, Open: []int{1}, Proved: true},
		},
		{
			"circle", "two actions that need each other can never begin, however cheap they are",
			solve.Instance{Facts: 2, Goals: goals(0), Actions: []solve.Action{
				{Needs: []int{1}, Adds: []int{0}, Cost: 1}, {Needs: []int{0}, Adds: []int{1}, Cost: 1}, {Adds: []int{0}, Cost: 50},
			}},
			solve.Solution{Items: []int{2}, Value: 50, Bound: 50, Proved: true},
		},
		{
			"way into a circle", "once something begins it, a circle is as good as a chain",
			solve.Instance{Facts: 3, Goals: goals(0), Actions: []solve.Action{
				{Needs: []int{1}, Adds: []int{0}, Cost: 1}, {Needs: []int{0}, Adds: []int{1}, Cost: 1}, {Adds: []int{1}, Cost: 5}, {Adds: []int{0}, Cost: 50},
			}},
			solve.Solution{Items: []int{0, 2}, Value: 6, Bound: 6, Proved: true},
		},
		{
			"one for many", "a dear action that closes both beats two cheap ones that cost more together",
			solve.Instance{Facts: 2, Goals: goals(0, 1), Actions: []solve.Action{{Adds: []int{0}, Cost: 6}, {Adds: []int{1}, Cost: 6}, {Adds: []int{0, 1}, Cost: 11}}},
			solve.Solution{Items: []int{2}, Value: 11, Bound: 11, Proved: true},
		},
		{
			"shared need", "the cheapest way to each goal alone is not the cheapest way to both",
			solve.Instance{Facts: 3, Goals: goals(0, 1), Actions: []solve.Action{
				{Adds: []int{2}, Cost: 5}, {Needs: []int{2}, Adds: []int{0}, Cost: 1}, {Needs: []int{2}, Adds: []int{1}, Cost: 1},
				{Adds: []int{0}, Cost: 5}, {Adds: []int{1}, Cost: 5},
			}},
			solve.Solution{Items: []int{0, 1, 2}, Value: 7, Bound: 7, Proved: true},
		},
		{
			"sooner", "of equal costs the one that ends sooner, though its number is greater",
			solve.Instance{Facts: 1, Goals: goals(0), Actions: []solve.Action{{Adds: []int{0}, Cost: 3, Time: 4}, {Adds: []int{0}, Cost: 3, Time: 2}}},
			solve.Solution{Items: []int{1}, Value: 3, Bound: 3, Proved: true},
		},
		{
			"first", "of equals in all else the smaller number",
			solve.Instance{Facts: 1, Goals: goals(0), Actions: []solve.Action{{Adds: []int{0}, Cost: 3}, {Adds: []int{0}, Cost: 3}}},
			solve.Solution{Items: []int{0}, Value: 3, Bound: 3, Proved: true},
		},
		{
			"no free extras", "a free action that would only make it sooner is no part of the plan",
			solve.Instance{Facts: 2, Goals: goals(0), Actions: []solve.Action{
				{Adds: []int{1}, Time: 9}, {Adds: []int{1}, Time: 2}, {Needs: []int{1}, Adds: []int{0}, Cost: 1},
			}},
			solve.Solution{Items: []int{1, 2}, Value: 1, Bound: 1, Proved: true},
		},
		{
			"deadline", "what takes too long does not count, what is dear but quick does",
			solve.Instance{Facts: 1, Deadline: ptr(3), Goals: goals(0), Actions: []solve.Action{{Adds: []int{0}, Cost: 1, Time: 4}, {Adds: []int{0}, Cost: 9, Time: 3}}},
			solve.Solution{Items: []int{1}, Value: 9, Bound: 9, Proved: true},
		},
		{
			"exclusion", "it takes one side to exclude, and the dearer pair that gets on wins",
			solve.Instance{Facts: 2, Goals: goals(0, 1), Actions: []solve.Action{{Adds: []int{0}, Cost: 1, Excludes: []int{1}}, {Adds: []int{1}, Cost: 1}, {Adds: []int{1}, Cost: 7}}},
			solve.Solution{Items: []int{0, 2}, Value: 8, Bound: 8, Proved: true},
		},
		{
			"exclusion without a way out", "where goals exclude each other the weightier is closed, though it costs more",
			solve.Instance{Facts: 2, Goals: []solve.Goal{{Fact: 0, Weight: 2}, {Fact: 1, Weight: 3}}, Actions: []solve.Action{{Adds: []int{0}, Cost: 1, Excludes: []int{1}}, {Adds: []int{1}, Cost: 9}}},
			solve.Solution{Items: []int{1}, Value: 9, Bound: 9, Lost: 2, LeastLost: 2, Open: []int{0}, Proved: true},
		},
		{
			"limit", "within a limit the greatest weight comes first, then the cost",
			solve.Instance{Facts: 3, Limits: []int64{10}, Goals: []solve.Goal{{Fact: 0, Weight: 5}, {Fact: 1, Weight: 4}, {Fact: 2, Weight: 4}}, Actions: []solve.Action{
				{Adds: []int{0}, Cost: 10, Uses: []int64{10}}, {Adds: []int{1}, Cost: 5, Uses: []int64{5}}, {Adds: []int{2}, Cost: 5, Uses: []int64{5}},
			}},
			solve.Solution{Items: []int{1, 2}, Value: 10, Bound: 10, Lost: 5, LeastLost: 5, Open: []int{0}, Proved: true},
		},
		{
			"an open goal is not true", "leaving a goal open does not give others what they need",
			solve.Instance{Facts: 2, Limits: []int64{4}, Goals: []solve.Goal{{Fact: 0, Weight: 1}, {Fact: 1, Weight: 9}}, Actions: []solve.Action{
				{Adds: []int{0}, Uses: []int64{3}}, {Needs: []int{0}, Adds: []int{1}, Uses: []int64{3}},
			}},
			solve.Solution{Items: []int{0}, Lost: 9, LeastLost: 9, Open: []int{1}, Proved: true},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := solve.Exact(context.Background(), &c.in)
			require.NoError(t, err)
			options := cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreFields(solve.Solution{}, "Nodes", "Certificate")}
			if diff := cmp.Diff(c.want, got, options); diff != "" {
				t.Errorf("%s\n%s", c.why, diff)
			}
			require.NoError(t, got.Certificate.Check(&c.in))
		})
	}
}

func TestExactRefusesNonsense(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why  string
		in   solve.Instance
		want solve.Error
	}{
		{"a goal on a fact that is not there", solve.Instance{Facts: 1, Goals: []solve.Goal{{Fact: 1}}}, solve.ErrRange},
		{"a start that is not there", solve.Instance{Start: []int{0}}, solve.ErrRange},
		{"a need below zero", solve.Instance{Facts: 1, Actions: []solve.Action{{Needs: []int{-1}}}}, solve.ErrRange},
		{"an effect that is not there", solve.Instance{Facts: 1, Actions: []solve.Action{{Adds: []int{1}}}}, solve.ErrRange},
		{"an exclusion of nobody", solve.Instance{Actions: []solve.Action{{Excludes: []int{1}}}}, solve.ErrRange},
		{"a resource that has no limit", solve.Instance{Actions: []solve.Action{{Uses: []int64{1}}}}, solve.ErrRange},
		{"a negative cost", solve.Instance{Actions: []solve.Action{{Cost: -1}}}, solve.ErrNegative},
		{"a negative time", solve.Instance{Actions: []solve.Action{{Time: -1}}}, solve.ErrNegative},
		{"a negative use", solve.Instance{Limits: []int64{1}, Actions: []solve.Action{{Uses: []int64{-1}}}}, solve.ErrNegative},
		{"a negative weight", solve.Instance{Facts: 1, Goals: []solve.Goal{{Weight: -1}}}, solve.ErrNegative},
		{"a negative limit", solve.Instance{Limits: []int64{-1}}, solve.ErrNegative},
		{"a negative deadline", solve.Instance{Deadline: ptr(-1)}, solve.ErrNegative},
		{"costs that overflow together", solve.Instance{Actions: []solve.Action{{Cost: solve.MostSum}, {Cost: 1}}}, solve.ErrOverflow},
		{"times that overflow", solve.Instance{Actions: []solve.Action{{Time: solve.MostTime + 1}}}, solve.ErrOverflow},
		{"weights that overflow", solve.Instance{Facts: 1, Goals: []solve.Goal{{Weight: math.MaxInt64}}}, solve.ErrOverflow},
	} {
		_, err := solve.Exact(context.Background(), &c.in)
		require.ErrorIs(t, err, c.want, c.why)
	}
}

func TestGreatestNumbersDoNotOverflow(t *testing.T) {
	t.Parallel()
	half := int64(solve.MostSum / 2)
	in := &solve.Instance{
		Facts: 2, Limits: []int64{solve.MostSum, half}, Goals: []solve.Goal{{Fact: 0, Weight: half}, {Fact: 1, Weight: half}},
		Actions: []solve.Action{{Adds: []int{0}, Cost: half, Uses: []int64{half, half}}, {Adds: []int{1}, Cost: half - 1, Uses: []int64{half, half}}},
	}
	got, err := solve.Exact(context.Background(), in)
	require.NoError(t, err)
	require.Equal(t, []int{1}, got.Items)
	require.True(t, got.Proved)
}

// Another way to do things cannot make the best plan worse: it closes more, or as much
// at no greater cost.
func TestMoreActionsAreNeverWorse(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 2026))
	for range 2_000 {
		in := random(rng)
		for g := range in.Goals {
			in.Goals[g].Weight++
		}
		if len(in.Actions) == 0 {
			continue
		}
		after, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		fewer := *in
		last := len(in.Actions) - 1
		fewer.Actions = nil
		for _, a := range in.Actions[:last] {
			var kept []int
			for _, other := range a.Excludes {
				if other != last {
					kept = append(kept, other)
				}
			}
			a.Excludes = kept
			fewer.Actions = append(fewer.Actions, a)
		}
		before, err := solve.Exact(context.Background(), &fewer)
		require.NoError(t, err)
		require.True(t, after.Lost < before.Lost || after.Lost == before.Lost && after.Value <= before.Value, "%+v\n%+v\n%+v", in, before, after)
	}
}
