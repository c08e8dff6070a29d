package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// countdown is a context that ends when it has been asked so many times whether it has.
type countdown struct {
	context.Context
	left *atomic.Int64
}

func (c countdown) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func after(questions int64) countdown {
	c := countdown{context.Background(), &atomic.Int64{}}
	c.left.Store(questions)
	return c
}

// isHonest checks what an answer that was cut short says against the whole one: its items
// are a plan that comes to what it says, and its bounds are not above what is true.
func isHonest(t *testing.T, in *solve.Instance, cut, whole solve.Solution, text string) {
	t.Helper()
	if cut.Proved {
		require.Equal(t, []any{whole.Value, whole.Lost}, []any{cut.Value, cut.Lost}, text)
	}
	require.LessOrEqual(t, cut.LeastLost, whole.Lost, text)
	require.GreaterOrEqual(t, cut.Lost, whole.Lost, text)
	require.LessOrEqual(t, cut.Bound, cut.Value, text)
	if len(cut.Open) == len(whole.Open) && cut.Lost == whole.Lost {
		require.LessOrEqual(t, cut.Bound, whole.Value, text)
		require.GreaterOrEqual(t, cut.Value, whole.Value, text)
	}
	plan := &solve.Certificate{Items: cut.Items, Value: cut.Value, Lost: cut.Lost}
	if err := plan.Check(in); err != nil {
		require.NotContains(t, err.Error(), "item", text)
		require.NotContains(t, err.Error(), "resource", text)
	}
}

// Wherever the context ends, at each of the questions that the search asks it, the answer is
// honest.
func TestCutShortAnywhere(t *testing.T) {
	t.Parallel()
	var list []*solve.Instance
	for seed := range uint64(2) {
		tight := catalogue(seed, 30, 100, 1)
		tight.Limits[0] /= 3
		list = append(list, catalogue(seed, 60, 250, 0), catalogue(seed, 30, 120, 1), tight, shortfall(seed, 40, 150))
	}
	rng := rand.New(rand.NewPCG(53, 2026))
	for range 100 {
		list = append(list, random(rng))
	}
	for i, in := range list {
		all := after(1 << 40)
		whole, err := solve.Exact(all, in)
		require.NoError(t, err)
		asked := 1<<40 - all.left.Load()
		for k := int64(0); k < asked; k += 1 + k/4 {
			cut, err := solve.Exact(after(k), in)
			require.NoError(t, err)
			isHonest(t, in, cut, whole, fmt.Sprintf("instance %d, cut at %d of %d", i, k, asked))
		}
	}
}

// The same of plans that are found fast: none is dearer than it says, or bounded above the
// best.
func TestGreedyCutAnywhere(t *testing.T) {
	t.Parallel()
	list := []*solve.Instance{catalogue(1, 60, 250, 0), catalogue(1, 30, 120, 1), shortfall(1, 40, 150)}
	rng := rand.New(rand.NewPCG(54, 2026))
	for range 300 {
		list = append(list, random(rng))
	}
	for i, in := range list {
		whole, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		all := after(1 << 40)
		_, err = solve.Greedy(all, in)
		require.NoError(t, err)
		asked := 1<<40 - all.left.Load()
		for k := range asked + 1 {
			cut, err := solve.Greedy(after(k), in)
			require.NoError(t, err)
			isHonest(t, in, cut, whole, fmt.Sprintf("instance %d, cut at %d of %d", i, k, asked))
		}
	}
}

// A front whose searches are cut short learns nothing that is wrong: what it finds
// afterwards, when nothing stops it, is the front.
func TestFrontAfterCuts(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		in := catalogue(seed, 12, 40, 1)
		by := solve.Criteria{Lost: true, Time: seed%2 == 0}
		whole := pointsOf(t, in, by, 1<<40)
		for _, questions := range []int64{3, 40, 150, 400, 1_500} {
			cut := pointsOf(t, in, by, questions)
			for _, p := range cut {
				if p.Proved {
					require.Contains(t, whole, p, "seed %d, cut at %d", seed, questions)
				}
			}
		}
	}
}

// pointsOf are the points of a front, each looked for until the context was asked so often.
func pointsOf(t *testing.T, in *solve.Instance, by solve.Criteria, questions int64) (points []solve.Point) {
	t.Helper()
	f, err := solve.NewFront(context.Background(), in, by)
	require.NoError(t, err)
	for range 300 {
		point, found := f.Next(after(questions))
		if !found {
			break
		}
		points = append(points, point)
	}
	return points
}

// A front whose context ends while it is prepared, or later, finds no more points, and does not
// say that it is whole.
func TestFrontCutAnywhere(t *testing.T) {
	t.Parallel()
	in := catalogue(3, 12, 40, 1)
	for _, by := range []solve.Criteria{{Lost: true}, {Resources: []int{0}}, {Time: true}} {
		for end := int64(0); end < 4_000; end += 1 + end/8 {
			ctx := after(end)
			f, err := solve.NewFront(ctx, in, by)
			require.NoError(t, err)
			for {
				p, more := f.Next(ctx)
				if !more {
					break
				}
				require.NotNil(t, p.Items)
			}
			require.False(t, f.Complete() && ctx.left.Load() < 0, "ended at question %d", end)
		}
	}
}
