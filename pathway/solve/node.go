package solve

import (
	"math"
	"slices"
)

// node is a node of the search while it is bounded.
type node struct {
	*search
	trace *trace
	lower int64  // none of its plans costs less
	lead  *tally // it showed so last; nil: what showed it belongs to the parent
	done  bool   // it holds no plan that is wanted
}

// tighten bounds the present node, drops what cannot be in a plan that is still wanted,
// and returns the least cost of any plan of the node, at least lower; false: the node
// is done with.
func (s *search) tighten(lower int64, t *trace) (int64, bool) {
	n := &node{search: s, trace: t, lower: lower}
	for _, work := range []func(){n.reuse, n.relaxed, n.iterate, n.sample, n.remember} {
		if work(); n.done || s.ended() {
			return n.lower, !n.done
		}
	}
	return n.lower, s.ties || !s.tied(n.lower)
}

// atRoot tells whether nothing is decided but for good.
func (s *search) atRoot() bool { return s.seen <= 1 }

// reuse applies the prices that there are: those of the parent or of the sibling, or, at
// the root, the first ones.
func (n *node) reuse() {
	if n.atRoot() && n.ascent != nil {
		n.try(&n.plain, n.cheap())
		n.apply(n.ascent)
	}
	if n.last != nil && !n.done {
		n.apply(n.last)
	}
}

// relaxed makes the relaxation, at the root: the first prices have told what can be left out
// of it.
func (n *node) relaxed() {
	if n.relax == nil {
		n.makeRelaxation()
	}
}

// apply bounds the node by a tally.
func (n *node) apply(t *tally) {
	sure, dead := n.add(t)
	n.conclude(t, sure, dead)
}

// conclude bounds the node by a tally that was added up, and drops what a wanted plan
// cannot afford. It keeps the tally in the trace if that did anything, or what shows that the
// node is dead.
func (n *node) conclude(t *tally, sure int64, dead *tally) {
	if n.ended() {
		return
	}
	if dead != nil {
		n.done = true
		n.keep(dead, n.trace)
		return
	}
	if n.stretch != nil {
		n.closeBoxes(t, sure)
		return
	}
	afford := -sure
	if t.unit > 0 {
		if shown := n.p.rounded(ceilDiv(sure, t.unit)); shown > n.lower {
			n.lower, n.lead = shown, t
		}
		afford = t.unit*n.wanted() - sure
	}
	if n.done = afford < 0; n.done || n.dropDear(afford) || n.tied(n.lower) {
		n.keep(t, n.trace)
	}
}

// iterate solves the relaxation, and again with the landmarks that its answer breaks, for
// as long as that pays.
func (n *node) iterate() {
	patience := patience{most: n.often(8, 3), was: -1}
	if n.atRoot() {
		patience.most = 100
	}
	for round := 0; n.price(); round++ {
		n.relax.read()
		if n.atRoot() {
			if n.atRootRound(round); n.ended() {
				return
			}
		} else if round == 0 && n.seen%n.often(32, 4) == 0 {
			n.suggest()
		}
		part := n.fractional()
		if !part && n.tryWhole() || part && patience.over(n.relax.lp.object) || n.separate() == 0 {
			return
		}
	}
}

// patience is how many more rounds are worth their while.
type patience struct {
	most, stale int
	was         float64
}

// over tells, after a round that came to the given bound, whether to stop.
func (p *patience) over(bound float64) bool {
	p.most--
	if p.stale++; bound > p.was+float64(1e-3*(1+math.Abs(p.was))) {
		p.stale, p.was = 0, bound
	}
	return p.most < 0 || p.stale > 6
}

// price solves the relaxation and applies its prices; false: there is nothing to gain
// from its answer.
func (n *node) price() bool {
	v := n.priceUpTo(float64(n.wanted()))
	if v == enough && !n.done && !n.ended() {
		v = n.relax.solve(n.search, math.Inf(1), 5_000)
		n.applyRelaxed(v)
	}
	return !n.done && !n.ended() && v != hopeless // numbers too coarse to prove it: branch
}

// priceUpTo solves the relaxation up to a limit and applies its prices; in a stretch again for
// as long as they close the box that leads, or what is taken is a new plan.
func (n *node) priceUpTo(limit float64) verdict {
	lead := n.leads()
	if n.turn.use != lead.use {
		n.turn = turn{} // what the relaxation comes to cannot be compared
	}
	v := n.relax.solve(n.search, limit+0.05+float64(limit*1e-9), 5_000)
	if v == hopeless {
		n.guide.learn(&n.turn, max(limit, n.relax.lp.object))
	} else if v != stopped {
		n.guide.learn(&n.turn, n.relax.lp.object)
	}
	if n.applyRelaxed(v); n.stretch == nil || n.done || n.ended() {
		return v
	}
	if n.leads() == lead && v == optimal {
		n.tryAlong()
	}
	if n.leads() != lead && !n.done {
		return n.priceUpTo(float64(n.wanted()))
	}
	return v
}

// applyRelaxed applies the prices of the relaxation, and what is left of them.
func (n *node) applyRelaxed(v verdict) {
	if n.ended() {
		return
	}
	t := n.suggested(v)
	sure, dead := n.add(t)
	if t.unit > 0 {
		if n.last = t; dead == nil && v != optimal {
			sure += n.topUp(t)
		}
	}
	n.conclude(t, sure, dead)
}

// atRootRound looks for plans now and then, and keeps the relaxation small. What it says in
// the first rounds is no guide to plans, unless the plain rows say all.
func (n *node) atRootRound(round int) {
	if round%8 == 0 && (round > 0 || n.relax.flat) {
		n.suggest()
	}
	if round > 0 && round%3 == 0 {
		n.relax.purge()
		n.retire()
	}
}

// often is one of two numbers: with limits, where the tree is large and plans are made whole
// at some cost, or without.
func (n *node) often(limited, free int) int {
	if len(n.p.caps) > 0 {
		return limited
	}
	return free
}

// tryWhole offers what the relaxation takes, which is nothing in part; false: it breaks
// landmarks.
func (n *node) tryWhole() bool {
	whole := n.whole()
	if n.best != nil && slices.Equal(whole, n.best.actions) {
		return true
	}
	if !n.main.closes(whole) {
		return false
	}
	n.try(&n.plain, whole)
	return true
}

// sample looks for cheaper plans from here, at nodes that become rarer. A front knows good
// plans from the points before.
func (n *node) sample() {
	if n.tied(n.lower) {
		n.again()
		return
	}
	if n.found != nil && n.best != nil {
		return
	}
	rare := n.seen&(n.seen-1) == 0
	if rare {
		n.gained(n.improve)
	}
	if n.done || n.tied(n.lower) || !rare && n.seen%n.often(8, 64) != 0 {
		return
	}
	n.gained(func() {
		before := n.best
		if n.dive(n.lower); n.best != before {
			n.polish()
		}
	})
}

// gained applies the latest prices again if a look for plans finds a better one.
func (n *node) gained(look func()) {
	before := n.best
	if look(); n.best != before {
		n.again()
	}
}

// again applies the latest prices, which rule out more now that there is a better plan.
func (n *node) again() {
	if n.last != nil {
		n.apply(n.last)
	}
}

// remember keeps what the children need, and what shows the bound: that is not always the
// latest prices.
func (n *node) remember() {
	for _, t := range []*tally{n.lead, n.last} {
		if t != nil {
			n.keep(t, n.trace)
		}
	}
	if r := n.relax; n.atRoot() || len(r.rows) > r.most {
		r.read()
		r.purge()
		r.most = 2*len(r.rows) + 50
	}
	if n.atRoot() && !n.ended() {
		n.rooted = n.last
		n.first, n.basis = n.relax.tight()
		n.retire()
	}
}

// retire forgets, at the root, the actions that are dropped for good.
func (s *search) retire() {
	s.relax.follow(s)
	if s.relax.lp.settle(); s.ended() {
		return
	}
	if s.relax.lp.retire(); s.ended() {
		return
	}
	s.live = slices.DeleteFunc(s.live, func(a int32) bool {
		if s.relax.isRetired(a) {
			s.relax.x[a] = 0
		}
		return s.relax.isRetired(a)
	})
	for i := range s.pool {
		if s.after(len(s.pool[i].acts)) {
			return
		}
		s.trim(&s.pool[i])
	}
}

// admit adds a landmark to the pool.
func (s *search) admit(l landmark) int {
	s.trim(&l)
	s.pool = append(s.pool, l)
	return len(s.pool) - 1
}

// trim leaves the actions that are retired out of a landmark.
func (s *search) trim(l *landmark) {
	if s.relax == nil {
		return
	}
	retired, gone := s.relax.lp.retired, 0
	for _, a := range l.acts {
		if retired[a] {
			gone++
		}
	}
	if gone == 0 {
		return
	}
	if l.all == nil {
		l.all, l.allCoefs = l.acts, l.coefs
	}
	acts, coefs := make([]int32, 0, len(l.acts)-gone), []int32(nil)
	for i, a := range l.acts {
		if retired[a] {
			continue
		}
		acts = append(acts, a)
		if l.coefs != nil {
			coefs = append(coefs, l.coefs[i])
		}
	}
	l.acts = acts
	if l.coefs != nil {
		l.coefs = coefs
	}
}

// fractional tells whether an action is taken in part.
func (s *search) fractional() bool {
	return slices.ContainsFunc(s.live, func(a int32) bool { return partly(s.relax.x[a]) })
}

func partly(x float64) bool { return x > 1e-6 && x < 1-1e-6 }

// whole are the actions that the relaxation takes.
func (s *search) whole() (actions []int32) {
	for _, a := range s.live {
		if s.relax.x[a] > 0.5 {
			actions = append(actions, a)
		}
	}
	return actions
}
