package solve

import (
	"cmp"
	"slices"
)

// improve looks for better plans that leave goals open: what the relaxation takes, the
// surest first, as far as it fits and down to several thresholds, filled up. The best of
// these has its actions exchanged for others.
func (s *search) improve() {
	if !s.weighing || s.best == nil || s.ended() {
		return
	}
	g := s.newGrowth(s.promising())
	var plan []int32
	var best standing
	for _, least := range []float64{0.999, 0.6, 0.2} {
		g.begin(nil)
		g.fillSure(least)
		g.fill(-1)
		if now := g.standing(); plan == nil || now.compare(best) < 0 {
			plan, best = slices.Clone(g.plan), now
		}
	}
	g.exchange(plan)
}

// polish exchanges actions of the best plan for others.
func (s *search) polish() {
	if s.weighing && s.best != nil && !s.ended() {
		s.newGrowth(s.promising()).exchange(s.coursesOf(s.best.actions))
	}
}

// promising are the actions that the relaxation takes, those of which it takes most first,
// and those that it nearly takes.
func (s *search) promising() (pool []int32) {
	x, reduced := s.relax.x, s.relax.lp.reduced
	near := 0.02 * float64(s.best.cost)
	for _, a := range s.live {
		if int(a) < s.p.courses && s.state[a] != dropped && (x[a] > 1e-6 || reduced[a] < near) {
			pool = append(pool, a)
		}
	}
	slices.SortStableFunc(pool, func(a, b int32) int { return -cmp.Compare(x[a], x[b]) })
	return pool
}

// coursesOf are the actions but waivers.
func (s *search) coursesOf(actions []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(actions), func(a int32) bool { return int(a) >= s.p.courses })
}

// fillSure takes in what fits of the actions that the relaxation takes by least or more.
func (g *growth) fillSure(least float64) {
	for _, a := range g.pool {
		if g.relax.x[a] >= least && g.fits(a) {
			g.put(a)
		}
	}
}

// exchange fills a plan up; then, in turn, it takes each action out and fills up again, for
// as long as that makes the plan better; and offers it.
func (g *growth) exchange(plan []int32) {
	g.begin(plan)
	g.fill(-1)
	plan = slices.Clone(g.plan)
	best := g.standing()
	for better := true; better && !g.ended(); {
		better = false
		g.begin(nil)
		for i := 0; i < len(plan); i++ {
			here := g.stage()
			g.putAll(plan[i+1:])
			g.fill(plan[i])
			if now := g.standing(); now.compare(best) < 0 {
				plan, best, better = slices.Clone(g.plan), now, true
			}
			g.back(here)
			g.putAll(plan[i:min(i+1, len(plan))])
		}
	}
	if best.open < g.best.cost {
		g.search.offer(g.thin(&g.plain, append(plan, g.waiversFor(plan)...)))
	}
}

// standing is how good a plan is: the weight that it leaves open, and what it uses.
type standing struct{ open, use int64 }

func (s standing) compare(t standing) int {
	return cmp.Or(cmp.Compare(s.open, t.open), cmp.Compare(s.use, t.use))
}

func (g *growth) standing() standing {
	use := int64(0)
	for _, a := range g.plan {
		use += g.frugal.worth[a]
	}
	return standing{g.open, use}
}
