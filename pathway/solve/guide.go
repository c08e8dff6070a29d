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
	total [2]float64 // of all actions
	tests [2]float64
	space lpState
	list  []fork
	// dropFirst: the action chosen last is likely not in the best plan.
	dropFirst bool
}

// fork is an action to branch on, and by how much the bound is said to rise without it
// and with it.
type fork struct {
	action   int32
	down, up float64
}

// score is more if both sides rise.
func (f *fork) score() float64 { return float64(max(f.down, 1e-6) * max(f.up, 1e-6)) }

func newGuide(n int) guide {
	var g guide
	for side := range g.sum {
		g.sum[side], g.count[side] = make([]float64, n), make([]int32, n)
	}
	return g
}

// times is what it remembers, in units of which one is worth so many of those before.
func (g *guide) times(worth float64) guide {
	scaled := *g
	for side := range g.sum {
		scaled.sum[side] = slices.Clone(g.sum[side])
		for a := range scaled.sum[side] {
			scaled.sum[side][a] *= worth
		}
		scaled.count[side] = slices.Clone(g.count[side])
		scaled.total[side] *= worth
	}
	return scaled
}

// How far tests go.
const (
	trust     = 1 // tests of an action after which its past is enough
	lookahead = 4 // tests in a row that find nothing better
	testSteps = 4 // of the simplex
)

// note adds a gain per unit.
func (g *guide) note(side int, a int32, gain float64) {
	g.sum[side][a] += gain
	g.count[side][a]++
	g.total[side] += gain
	g.tests[side]++
}

// turn is the side of a split that a node is on: part is how much of the action the
// relaxation took before, and object what it came to.
type turn struct {
	action       int32
	taken        bool
	part, object float64
	use          int64 // the limit of the box that led
}

// learn notes by how much the relaxation rose after a turn, which is then forgotten.
func (g *guide) learn(t *turn, object float64) {
	if rose := max(0, object-t.object); !partly(t.part) {
		return
	} else if t.taken {
		g.note(1, t.action, rose/(1-t.part))
	} else {
		g.note(0, t.action, rose/t.part)
	}
	*t = turn{}
}

// mean is the gain per unit so far, that of all actions for one that was never tested.
func (g *guide) mean(side int, a int32) float64 {
	if n := g.count[side][a]; n > 0 {
		return g.sum[side][a] / float64(n)
	}
	return g.total[side] / max(1, g.tests[side])
}

// choose is the action in part whose two sides raise the bound most; -1: none is taken
// in part.
func (g *guide) choose(s *search) int32 {
	g.dropFirst = false
	if g.forks(s); len(g.list) == 0 {
		return -1
	}
	s.relax.follow(s)
	s.relax.lp.settle()
	if len(s.relax.lp.factor.changes) > 4*testSteps {
		s.relax.lp.refactor() // once, and not in the middle of each test
	}
	best, patience := g.list[0], lookahead
	most := -1.0
	for _, f := range g.list {
		if s.ended() {
			break
		}
		if min(g.count[0][f.action], g.count[1][f.action]) < trust {
			if patience == 0 {
				continue
			}
			patience--
			f.down, f.up = g.test(s, f.action, s.relax.x[f.action])
		}
		if score := f.score(); score > most {
			best, most, patience = f, score, max(patience, lookahead)
		}
	}
	g.dropFirst = best.down < best.up
	return best.action
}

// forks lists the actions taken in part, the most promising first.
func (g *guide) forks(s *search) {
	x := s.relax.x
	g.list = g.list[:0]
	for _, a := range s.live {
		if s.state[a] == undecided && partly(x[a]) {
			g.list = append(g.list, fork{a, float64(g.mean(0, a) * x[a]), float64(g.mean(1, a) * (1 - x[a]))})
		}
	}
	slices.SortStableFunc(g.list, func(f, h fork) int {
		return cmp.Or(-cmp.Compare(f.score(), h.score()), cmp.Compare(math.Abs(x[f.action]-0.5), math.Abs(x[h.action]-0.5)))
	})
}

// test solves both sides of an action, for a few steps.
func (g *guide) test(s *search, a int32, x float64) (down, up float64) {
	l := s.relax.lp
	g.space.save(l)
	base := l.object
	limit := float64(s.wanted()) + 0.05
	gain := func(lo, up float64) float64 {
		l.fix(a, lo, up)
		v := l.run(limit, testSteps, s.ended)
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
	l.rough = true
	down, up = gain(0, 0), gain(1, 1)
	l.rough = false
	l.saved = nil
	g.note(0, a, down/x)
	g.note(1, a, up/(1-x))
	return down, up
}
