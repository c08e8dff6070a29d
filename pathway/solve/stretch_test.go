package solve

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Boxes hold what no known plan beats, neither less nor more, whatever is found in whatever
// order and wherever the last of them ends.
func TestBoxesHoldWhatNoPlanBeats(t *testing.T) {
	t.Parallel()
	const side = 12
	rng := rand.New(rand.NewPCG(5, 2026))
	for range 2_000 {
		last := int64(side)
		boxes := outermost([]box{{side, side}}, last)
		var plans []box
		for range 1 + rng.IntN(8) {
			plan := box{rng.Int64N(side), rng.Int64N(side)}
			if plans = append(plans, plan); rng.IntN(3) == 0 {
				last = min(last, 1+rng.Int64N(side))
			}
			boxes = outermost(without(boxes, plan), last)
		}
		for use := range int64(side) {
			for cost := range int64(side) {
				spot := box{use, cost}
				want := cost < last && !slices.ContainsFunc(plans, func(p box) bool { return p.lies(spot) })
				got := slices.ContainsFunc(boxes, spot.lies)
				require.Equal(t, want, got, "%v of %v up to %d: %v", spot, plans, last, boxes)
			}
		}
		for i, b := range boxes {
			require.False(t, slices.ContainsFunc(boxes[:i], func(o box) bool { return o.lies(b) || b.lies(o) || o.use < b.use }),
				"the widest first, none in another: %v", boxes)
		}
	}
}

// lattice invents a problem of a few dozen courses, some of which need what others teach or
// exclude the one before, and which use a resource.
func lattice(rng *rand.Rand, goals, courses int) *Instance {
	in := &Instance{Facts: goals, Limits: []int64{math.MaxInt32}}
	for g := range goals {
		in.Goals = append(in.Goals, Goal{Fact: g, Weight: 1 + rng.Int64N(30)})
	}
	for i := range courses {
		a := Action{Cost: 5 + rng.Int64N(60), Uses: []int64{rng.Int64N(40)}}
		for range 1 + rng.IntN(4) {
			a.Adds = append(a.Adds, rng.IntN(goals))
		}
		if rng.IntN(3) == 0 {
			a.Needs = append(a.Needs, rng.IntN(goals))
		}
		if i > 0 && rng.IntN(5) == 0 {
			a.Excludes = []int{i - 1}
		}
		in.Actions = append(in.Actions, a)
	}
	return in
}

// However many points one tree finds, the front is the same as point by point.
func TestFrontIsTheSameByStretches(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(6, 2026))
	stretches := 0
	for range 12 {
		in := lattice(rng, 14, 34)
		for _, by := range []Criteria{{Lost: true}, {Resources: []int{0}}} {
			want := frontBy(t, in, by, 1, nil)
			for _, points := range []int{2, 3, 5, mostPoints} {
				require.Equal(t, want, frontBy(t, in, by, points, &stretches), "%d points at a time", points)
			}
		}
	}
	require.Greater(t, stretches, 200, "or nothing is tested")
}

// frontBy are the values of a front of which so many points are found at a time. It counts the
// points found together with others.
func frontBy(t *testing.T, in *Instance, by Criteria, points int, together *int) (values [][3]int64) {
	f, err := NewFront(context.Background(), in, by)
	require.NoError(t, err)
	f.points = points
	for {
		p, more := f.Next(context.Background())
		if !more {
			break
		}
		require.True(t, p.Proved)
		values = append(values, [3]int64{p.Cost, p.Uses[0], p.Lost})
		if !by.Lost {
			values[len(values)-1][2] = 0
		} else {
			values[len(values)-1][1] = 0
		}
		if together != nil {
			*together += min(1, len(f.ahead))
		}
	}
	require.True(t, f.Complete())
	return values
}

// Where a stretch runs out of nodes, its first point is not proved, and none after it.
func TestStretchCutShortIsHonest(t *testing.T) {
	t.Parallel()
	in := lattice(rand.New(rand.NewPCG(7, 2026)), 14, 34)
	in.Nodes = 3
	f, err := NewFront(context.Background(), in, Criteria{Lost: true})
	require.NoError(t, err)
	proved, unproved := 0, 0
	for {
		p, more := f.Next(context.Background())
		if !more {
			break
		}
		if p.Proved {
			require.Zero(t, unproved, "what comes after a point that is not proved is none for sure")
			proved++
		} else {
			unproved++
		}
	}
	require.False(t, f.Complete(), "three nodes a point are too few")
	require.Positive(t, proved)
	require.Positive(t, unproved)
}
