package solve

import "slices"

// growth is a plan that leaves goals open and takes in actions for as long as the limits
// leave room. It works in s.main.
type growth struct {
	*search
	pool  []int32 // actions that it may take in; of equals the first is taken
	plan  []int32
	open  int64   // weight of the goals that it leaves open
	room  []int64 // of each limit: what is left
	stake []int64 // by fact: the weight of the goals that it closes alone
	many  []int   // goals that need several sources
}

// newGrowth is an empty plan. It is for a search with waivers alone.
func (s *search) newGrowth(pool []int32) *growth {
	g := &growth{search: s, pool: pool, stake: make([]int64, s.p.facts)}
	for i, goal := range s.p.goals {
		if goal.sources > 1 {
			g.many = append(g.many, i)
		} else {
			g.stake[goal.fact] += s.atStake(i)
		}
	}
	g.begin(nil)
	return g
}

// atStake is the weight of a goal.
func (s *search) atStake(goal int) int64 { return s.p.acts[s.p.courses+goal].cost }

// begin starts again from a plan that keeps to the limits.
func (g *growth) begin(plan []int32) {
	g.main.undo(mark{})
	g.plan, g.open, g.room = g.plan[:0], 0, append(g.room[:0], g.p.caps...)
	for i := range g.p.goals {
		g.open += g.atStake(i)
	}
	g.putAll(plan)
}

// putAll takes actions in.
func (g *growth) putAll(actions []int32) {
	for _, a := range actions {
		g.put(a)
	}
}

// stage is a state to come back to.
type stage struct {
	reached mark
	size    int // of the plan
	open    int64
}

func (g *growth) stage() stage { return stage{g.main.mark(), len(g.plan), g.open} }

// back takes out what was put in since a stage.
func (g *growth) back(to stage) {
	g.main.undo(to.reached)
	for _, a := range g.plan[to.size:] {
		for r, n := range g.p.acts[a].uses {
			g.room[r] += n
		}
	}
	g.plan, g.open = g.plan[:to.size], to.open
}

// put takes an action in.
func (g *growth) put(a int32) {
	g.open -= g.gain(a)
	g.plan = append(g.plan, a)
	for r, n := range g.p.acts[a].uses {
		g.room[r] -= n
	}
}

// gain switches an action on, and tells the weight that it closes.
func (g *growth) gain(a int32) int64 {
	here, sum := len(g.main.changes), g.openOfMany()
	g.main.add(a, -1)
	for _, c := range g.main.changes[here:] {
		if c.was == never {
			sum += g.stake[c.fact]
		}
	}
	return sum - g.openOfMany()
}

// openOfMany is the weight of the open goals that need several sources.
func (g *growth) openOfMany() (sum int64) {
	for _, i := range g.many {
		if !g.main.closed(i) {
			sum += g.atStake(i)
		}
	}
	return sum
}

// fits tells whether there is room for an action that nothing in the plan excludes.
func (g *growth) fits(a int32) bool {
	for r, n := range g.p.acts[a].uses {
		if n > g.room[r] {
			return false
		}
	}
	return !g.main.on[a] && !slices.ContainsFunc(g.p.acts[a].excludes, func(b int32) bool { return g.main.on[b] })
}

// fill takes in, for as long as anything fits, what uses least for the weight that it
// closes; never the action out.
func (g *growth) fill(out int32) {
	for !g.ended() {
		var best intake
		for _, a := range g.pool {
			if a != out && g.fits(a) {
				best = best.orBetter(g.offered(a, out))
			}
		}
		if best.gain == 0 {
			return
		}
		if best.first >= 0 {
			g.put(best.first)
		}
		g.put(best.action)
	}
}

// intake is an action, and, unless below 0, another that goes first: the weight that they
// close together, and what they use.
type intake struct {
	first, action int32
	gain, use     int64
}

func (i intake) orBetter(other intake) intake {
	if other.gain > 0 && (i.gain == 0 || lessRatio(uint64(other.use), uint64(other.gain), uint64(i.use), uint64(i.gain))) {
		return other
	}
	return i
}

// offered is an action, after a source of the one fact that it still needs; it gains
// nothing where that is not enough.
func (g *growth) offered(a, out int32) intake {
	first := int32(-1)
	if g.main.end(a) > g.main.deadline {
		if first = g.source(a, out); first < 0 {
			return intake{}
		}
	}
	return g.appraised(intake{first: first, action: a, use: g.frugal.worth[a]})
}

// appraised adds up what an intake gains, which is nothing if its action closes nothing.
func (g *growth) appraised(i intake) intake {
	here := g.main.mark()
	if i.first >= 0 {
		i.gain, i.use = g.gain(i.first), i.use+g.frugal.worth[i.first]
	}
	more := g.gain(i.action)
	g.main.undo(here)
	if more == 0 {
		return intake{}
	}
	i.gain += more
	return i
}

// source is the action that uses least, fits beside a, and makes true the one fact that a
// still needs; -1: there is none.
func (g *growth) source(a, out int32) (best int32) {
	best = -1
	f := g.lacks(a)
	if f < 0 {
		return best
	}
	for _, b := range g.p.adders[f] {
		usable := int(b) < g.p.courses && b != out && g.state[b] != dropped && g.main.end(b) <= g.main.deadline
		if usable && g.fits(b) && g.together(a, b) && (best < 0 || g.frugal.worth[b] < g.frugal.worth[best]) {
			best = b
		}
	}
	return best
}

// lacks is the one fact that an action still needs; -1: it is none, or more.
func (g *growth) lacks(a int32) (fact int32) {
	fact = -1
	for _, f := range g.p.acts[a].needs {
		if g.main.at[f] != never {
			continue
		}
		if fact >= 0 {
			return -1
		}
		fact = f
	}
	return fact
}

// together tells whether there is room for both of two actions, which do not exclude each
// other.
func (g *growth) together(a, b int32) bool {
	for r, n := range g.p.acts[a].uses {
		if n+g.p.acts[b].uses[r] > g.room[r] {
			return false
		}
	}
	_, excluded := slices.BinarySearch(g.p.acts[a].excludes, b)
	return !excluded
}
