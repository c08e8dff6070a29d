package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// front finds the values of the plans that none beats, by looking at every set of
// actions.
func (o oracle) front(by solve.Criteria) (values [][]int64) {
	best := o.best()
	for set := range uint(1) << len(o.in.Actions) {
		_, ok := o.run(set)
		o.must = o.must || ok && !o.missesReachable(set)
	}
	for set := range uint(1) << len(o.in.Actions) {
		out, ok := o.run(set)
		if !ok || !by.Lost && (out.lost > best.lost || o.must && o.missesReachable(set)) {
			continue
		}
		at := []int64{out.cost}
		for _, r := range by.Resources {
			use := int64(0)
			for _, i := range out.items {
				use += o.in.Actions[i].Uses[r]
			}
			at = append(at, use)
		}
		if by.Time {
			at = append(at, int64(out.span))
		}
		if by.Lost {
			at = append(at, out.lost)
		}
		values = append(values, at)
	}
	beaten := func(a []int64) bool {
		return slices.ContainsFunc(values, func(b []int64) bool { return !slices.Equal(a, b) && noneAbove(b, a) })
	}
	slices.SortFunc(values, slices.Compare)
	values = slices.CompactFunc(values, slices.Equal)
	return slices.DeleteFunc(slices.Clone(values), beaten)
}

func noneAbove(a, b []int64) bool {
	for k := range a {
		if a[k] > b[k] {
			return false
		}
	}
	return true
}

func TestFrontAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 2026))
	points := 0
	for i := range 1_000 {
		in := random(rng)
		if len(in.Actions) > 10 {
			continue
		}
		by := solve.Criteria{Time: rng.IntN(2) == 0, Lost: rng.IntN(2) == 0}
		for r := range in.Limits {
			if rng.IntN(2) == 0 {
				by.Resources = append(by.Resources, r)
			}
		}
		want := oracle{in: in}
		text := fmt.Sprintf("instance %d: %+v %+v", i, by, in)
		f, err := solve.NewFront(context.Background(), in, by)
		require.NoError(t, err)
		var got [][]int64
		for len(got) < 2_000 {
			p, ok := f.Next(context.Background())
			if !ok {
				break
			}
			require.True(t, p.Proved, text)
			set := uint(0)
			for _, item := range p.Items {
				set |= 1 << item
			}
			out, ok := want.run(set)
			require.True(t, ok, text)
			require.Equal(t, []int64{out.cost, out.lost, int64(out.span)}, []int64{p.Cost, p.Lost, int64(p.Time)}, text)
			at := []int64{p.Cost}
			for _, r := range by.Resources {
				at = append(at, p.Uses[r])
			}
			if by.Time {
				at = append(at, int64(p.Time))
			}
			if by.Lost {
				at = append(at, p.Lost)
			}
			got = append(got, at)
		}
		require.True(t, f.Complete(), text)
		slices.SortFunc(got, slices.Compare)
		require.Empty(t, cmp.Diff(want.front(by), got, cmpopts.EquateEmpty()), text)
		points += len(got)
	}
	require.Greater(t, points, 800)
}

func TestFrontRefusesNonsense(t *testing.T) {
	t.Parallel()
	_, err := solve.NewFront(context.Background(), &solve.Instance{}, solve.Criteria{Resources: []int{0}})
	require.ErrorIs(t, err, solve.ErrRange)
	_, err = solve.NewFront(context.Background(), &solve.Instance{Actions: []solve.Action{{Cost: -1}}}, solve.Criteria{})
	require.ErrorIs(t, err, solve.ErrNegative)
	half := int64(solve.MostSum / 2)
	_, err = solve.NewFront(context.Background(), &solve.Instance{
		Facts: 1, Goals: []solve.Goal{{}}, Limits: []int64{half}, Actions: []solve.Action{{Adds: []int{0}, Cost: half, Uses: []int64{half}}},
	}, solve.Criteria{Resources: []int{0}})
	require.ErrorIs(t, err, solve.ErrOverflow)
}

// A front that was cut short says so, and its points are plans.
func TestFrontCutShortIsHonest(t *testing.T) {
	t.Parallel()
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	f, err := solve.NewFront(ended, catalogue(1, 20, 60, 1), solve.Criteria{Resources: []int{0}, Time: true, Lost: true})
	require.NoError(t, err)
	_, ok := f.Next(ended)
	require.False(t, ok)
	require.False(t, f.Complete())
}

// Dear and quick, cheap and slow, or nothing at all.
func ExampleFront() {
	in := &solve.Instance{
		Facts: 1, Goals: []solve.Goal{{Fact: 0, Weight: 5}},
		Actions: []solve.Action{
			{Adds: []int{0}, Cost: 90, Time: 2},
			{Adds: []int{0}, Cost: 40, Time: 6},
			{Adds: []int{0}, Cost: 95, Time: 3},
		},
	}
	ctx := context.Background()
	f, err := solve.NewFront(ctx, in, solve.Criteria{Time: true, Lost: true})
	for err == nil {
		p, ok := f.Next(ctx)
		if !ok {
			break
		}
		fmt.Println(p.Items, p.Cost, p.Time, p.Lost)
	}
	fmt.Println(f.Complete())
	// Output:
	// [] 0 0 5
	// [1] 40 6 0
	// [0] 90 2 0
	// true
}
