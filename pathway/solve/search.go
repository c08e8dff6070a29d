package solve

import (
	"context"
	"math"
)

// search is one run of branch and bound over a problem: the plan of least cost that
// keeps to the limits and, with ties, the first of those by candidate.compare.
type search struct {
	ctx  context.Context
	p    *problem
	ties bool
	// weighing: the cost is the weight of the goals left open, and only waivers have any.
	weighing bool
	ceiling  int64 // plans that cost more are not wanted
	nodes    int   // left to visit
	seen     int   // visited

	main   *reach // with the deadline of the problem, if there is one
	clock  *reach // as main, but actions take their time
	tie    *reach // as clock, with a deadline that a better plan would keep to
	pool   []landmark
	first  []int32 // landmarks that the relaxation begins with
	plain  view    // every action at its cost
	frugal view    // every action at its share of each resource: what a thin plan saves

	haste  view // what the latest prices have left
	relax  *relaxation
	ascent *tally // the first prices
	last   *tally // the latest prices: those of the parent, or of the sibling
	tally  tallying
	guide  guide

	state []decision
	stack []int32 // what was decided, in order
	order []int32
	best  *candidate
	cut   bool  // the context or the nodes have ended
	open  int64 // least bound of a node that was not looked at
	root  *trace
	kept  int // prices kept in traces
}

func newSearch(ctx context.Context, p *problem, ties bool, nodes int) *search {
	s := &search{
		ctx: ctx, p: p, ties: ties, nodes: nodes, open: math.MaxInt64,
		main: newReach(p, p.timed), clock: newReach(p, true), tie: newReach(p, true),
		state: make([]decision, len(p.acts)),
	}
	s.ceiling = p.costs
	s.plain, s.frugal, s.haste = s.view(1, nil), s.view(0, p.shares()), s.view(0, nil)
	s.tally = newTallying(p)
	s.guide = newGuide(len(p.acts))
	return s
}

// run searches and returns the least cost that any plan can have; the answer is in
// s.best, nil if there is no plan, or none was found before s.cut.
func (s *search) run() int64 {
	if !s.weighing {
		s.firstPlan()
	}
	if s.ended() {
		return 0
	}
	if s.seed(); s.first == nil {
		for i := range s.pool {
			s.first = append(s.first, int32(i))
		}
	}
	s.relax = s.newRelaxation()
	s.root = s.explore(0)
	if s.best != nil {
		return min(s.open, s.best.cost)
	}
	return s.open
}

// ended tells whether to stop; from then on it is true.
func (s *search) ended() bool {
	s.cut = s.cut || s.ctx.Err() != nil
	return s.cut
}

// explore looks at all plans that agree with what was decided; none costs less than
// lower.
func (s *search) explore(lower int64) *trace {
	t := &trace{action: -1}
	if s.nodes == 0 || s.ended() {
		s.cut, s.open = true, min(s.open, lower)
		return t
	}
	s.nodes--
	s.seen++
	before := len(s.stack)
	tighter, alive := s.tighten(lower, t)
	switch {
	case s.cut:
		s.open = min(s.open, max(lower, tighter))
	case alive && (!s.tied(tighter) || s.ties && s.breaksTie()):
		s.branch(tighter, t)
	}
	s.unwind(before)
	return t
}

// branch splits the node by one action: with it, and without it.
func (s *search) branch(lower int64, t *trace) {
	actions := s.takenActions()
	if s.main.closes(actions) {
		if !s.needless(actions) {
			s.offer(actions)
		}
		return
	}
	if t.action = s.pick(s.ties && s.tied(lower), t); t.action < 0 {
		return
	}
	first := s.guide.dropFirst
	if first {
		t.without = s.without(t.action, lower)
	}
	before := len(s.stack)
	if s.take(t.action) {
		t.with = s.explore(lower)
	}
	s.unwind(before)
	if !first {
		t.without = s.without(t.action, lower)
	}
}

// without explores the plans of a node that do not hold an action.
func (s *search) without(a int32, lower int64) *trace {
	before := len(s.stack)
	s.drop(a)
	t := s.explore(lower)
	s.unwind(before)
	return t
}

// tied tells whether a plan of this cost is no cheaper than the best.
func (s *search) tied(cost int64) bool { return s.best != nil && cost >= s.best.cost }

func (s *search) takenActions() (actions []int32) {
	for _, a := range s.stack {
		if s.state[a] == taken {
			actions = append(actions, a)
		}
	}
	return actions
}

func (s *search) drop(a int32) {
	s.state[a] = dropped
	s.stack = append(s.stack, a)
}

// take decides for an action, and so against those that it excludes; false: it does
// not fit the limits.
func (s *search) take(a int32) bool {
	s.state[a] = taken
	s.stack = append(s.stack, a)
	for _, other := range s.p.acts[a].excludes {
		if s.state[other] == undecided {
			s.drop(other)
		}
	}
	return s.p.allowed(s.takenActions())
}

func (s *search) unwind(to int) {
	for _, a := range s.stack[to:] {
		s.state[a] = undecided
	}
	s.stack = s.stack[:to]
}
