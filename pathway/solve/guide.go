package solve

import (
	"cmp"
	"math"
	"slices"
)

// guide remembers by how much the bound rose when an action was taken or dropped, per
// unit of change, and so chooses what to branch on (pseudo-costs, tested before they
// are trusted: Achterberg, Koch and Martin 2005).
type guide struct {
	sum   [2][]float64 // by action: dropped, taken
	count [2][]int32
	space lpState
	// dropFirst: the action chosen last is likely not in the best plan.
	dropFirst bool
}

func newGuide(n int) guide {
	var g guide
	for side := range g.sum {
		g.sum[side], g.count[side] = make([]float64, n), make([]int32, n)
	}
	return g
}

// trust is how often an action must have been tested before its past is enough.
const trust = 1

// note adds a gain per unit.
func (g *guide) note(side int, a int32, gain float64) {
	g.sum[side][a] += gain
	g.count[side][a]++
}

func (g *guide) mean(side int, a int32) float64 {
	return g.sum[side][a] / float64(max(1, g.count[side][a]))
}

// choose is the action in part whose two sides raise the bound most; -1: none is taken
// in part.
func (g *guide) choose(s *search) int32 {
	g.dropFirst = false
	best, most := int32(-1), -1.0
	tested := 0
	candidates := s.inPart()
	if len(candidates) == 0 {
		return -1
	}
	s.relax.follow(s)
	s.relax.lp.settle()
	for _, a := range candidates {
		if s.ended() {
			break
		}
		x := s.relax.x[a]
		down, up := float64(g.mean(0, a)*x), float64(g.mean(1, a)*(1-x))
		if min(g.count[0][a], g.count[1][a]) < trust && tested < 4 {
			down, up = g.test(s, a, x)
			tested++
		} else if min(g.count[0][a], g.count[1][a]) == 0 {
			continue
		}
		if score := float64(max(down, 1e-6) * max(up, 1e-6)); score > most {
			best, most = a, score
			g.dropFirst = down < up
		}
	}
	if best < 0 {
		best = candidates[0]
	}
	return best
}

// inPart are the actions taken in part, those nearest to a half first.
func (s *search) inPart() (list []int32) {
	x := s.relax.x
	for a, d := range s.state {
		if d == undecided && x[a] > 1e-6 && x[a] < 1-1e-6 {
			list = append(list, int32(a))
		}
	}
	slices.SortStableFunc(list, func(a, b int32) int {
		return cmp.Compare(math.Abs(x[a]-0.5), math.Abs(x[b]-0.5))
	})
	return list[:min(len(list), 60)]
}

// test solves both sides of an action, for a few steps.
func (g *guide) test(s *search, a int32, x float64) (down, up float64) {
	l := s.relax.lp
	g.space.save(l)
	base := l.object
	limit := float64(s.wanted()) + 0.05
	gain := func(lo, up float64) float64 {
		l.fix(a, lo, up)
		v := l.run(limit, 8, s.ended)
		rose := max(0, l.object-base)
		if v == hopeless || v == enough {
			rose = max(rose, limit-base, 1e-3)
			if s.best == nil {
				rose = max(base, 1)
			}
		}
		l.fix(a, 0, 1)
		g.space.load(l)
		return rose
	}
	down, up = gain(0, 0), gain(1, 1)
	l.saved = nil
	g.note(0, a, down/x)
	g.note(1, a, up/(1-x))
	return down, up
}
