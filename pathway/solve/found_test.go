package solve

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// What is kept of many plans answers as all of them would: the cheapest within any limits.
func TestFoundKeepsTheCheapestForEveryLimit(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 2026))
	for range 200 {
		p := &problem{caps: make([]int64, 3)}
		for range 30 {
			p.acts = append(p.acts, act{uses: []int64{rng.Int64N(9), rng.Int64N(9), rng.Int64N(9)}})
		}
		f := found{resources: []int{0, 2}, timed: true}
		var all []*candidate
		for a := range int32(30) {
			c := &candidate{actions: []int32{a}, cost: rng.Int64N(9), span: rng.Int32N(9)}
			all = append(all, c)
			f.put(p, c)
		}
		for range 20 {
			p.caps, p.deadline = []int64{0, 0, rng.Int64N(9)}, rng.Int32N(9)
			p.caps[0] = rng.Int64N(9)
			least := int64(-1)
			for _, c := range all {
				uses := p.acts[c.actions[0]].uses
				if uses[0] <= p.caps[0] && uses[2] <= p.caps[2] && c.span <= p.deadline && (least < 0 || c.cost < least) {
					least = c.cost
				}
			}
			got := f.within(p)
			require.Equal(t, least < 0, got == nil, "a plan is known if and only if one fits")
			if got != nil {
				require.Equal(t, least, all[got[0]].cost, "the cheapest that fits")
			}
		}
	}
}

// The guide learns once from each turn, per unit of what was changed.
func TestGuideLearnsFromTurns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		turn   turn
		object float64
		side   int
		mean   float64
	}{
		{"taken: three quarters more of it cost 6", turn{action: 1, taken: true, part: 0.25, object: 10}, 16, 1, 8},
		{"dropped: a quarter less of it cost 6", turn{action: 1, part: 0.25, object: 10}, 16, 0, 24},
		{"floats may fall by a trifle: nothing is learnt to be cheaper", turn{action: 1, part: 0.5, object: 10}, 9.9, 0, 0},
	} {
		g := newGuide(2)
		g.learn(&c.turn, c.object)
		require.Equal(t, int32(1), g.count[c.side][1], c.why)
		require.InDelta(t, c.mean, g.mean(c.side, 1), 1e-9, c.why)
		g.learn(&c.turn, 99)
		require.Equal(t, int32(1), g.count[c.side][1], "%s; and not again", c.why)
	}
}
