package solve

import (
	"context"
	"math"
	"slices"
)

// search is one run of branch and bound over a problem: the plan of least cost that
// keeps to the limits and, with ties, the first of those by candidate.compare.
type search struct {
	ctx  context.Context
	p    *problem
	ties bool
	// weighing: the cost is the weight of the goals left open, and only waivers have any.
	weighing bool
	// deep: the plan that it begins with is likely the best, so that every order of nodes
	// comes to as many.
	deep    bool
	ceiling int64 // plans that cost more are not wanted
	nodes   int   // left to visit
	seen    int   // visited

	main   *reach // with the deadline of the problem, if there is one
	clock  *reach // as main, but actions take their time
	tie    *reach // as clock, with a deadline that a better plan would keep to
	pool   []landmark
	first  []int32 // landmarks that the relaxation begins with; later, those that are tight at the root
	basis  []int32 // its basis then
	plain  view    // every action at its cost
	frugal view    // every action at its share of each resource: what a thin plan saves

	haste   view // only what the latest prices have left
	relax   *relaxation
	ascent  *tally // the first prices
	last    *tally // the latest prices: those of the parent, or of the sibling
	tally   tallying
	guide   guide
	found   *found   // where plans are kept for other searches; nil: they are not
	turn    turn     // that led to the present node
	stretch *stretch // nil: one plan is looked for, not several points of a front

	live     []int32 // actions that are not dropped for good
	state    []decision
	stack    []int32 // what was decided, in order
	base     int     // so much of it is decided for good
	queue    waitingList
	births   int    // of nodes that had to wait
	rooted   *tally // the last prices of the root
	narrowed int64  // the cost of the best plan when they were last applied
	order    []int32
	best     *candidate
	cut      bool  // the context or the nodes have ended
	beats    int   // units of work until the context is asked again
	open     int64 // least bound of a node that was not looked at
	root     *trace
	kept     int // prices kept in traces
}

func newSearch(ctx context.Context, p *problem, ties bool, nodes int) *search {
	s := &search{
		ctx: ctx, p: p, ties: ties, nodes: nodes, open: math.MaxInt64,
		main: newReach(p, p.timed), clock: newReach(p, true), tie: newReach(p, true),
		state: make([]decision, len(p.acts)),
	}
	s.ceiling = p.costs
	s.live = make([]int32, len(p.acts))
	for a := range s.live {
		s.live[a] = int32(a)
	}
	s.main.ended, s.clock.ended, s.tie.ended = s.ended, s.ended, s.ended
	s.plain, s.frugal, s.haste = s.view(1, nil), s.view(0, p.shares()), view{}
	s.plain.left, s.haste.left = make([]int64, len(p.acts)), make([]int64, len(p.acts))
	s.plain.order = slices.Clone(s.live)
	s.plain.sort(s.plain.order, s.ended)
	s.tally = newTallying(p)
	s.guide = newGuide(len(p.acts))
	return s
}

// run searches and returns the least cost that any plan can have; the answer is in
// s.best, nil if there is no plan, or none was found before s.cut.
func (s *search) run() int64 {
	if !s.weighing && s.best == nil {
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
	if s.ended() {
		return 0
	}
	s.explore()
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

// after is ended, once in a while, after n units of work.
func (s *search) after(n int) bool {
	if s.beats -= n; s.beats < 0 {
		s.beats = beat
		return s.ended()
	}
	return s.cut
}

// tied tells whether a plan of this cost is no cheaper than the best. In a stretch that says
// nothing.
func (s *search) tied(cost int64) bool {
	return s.stretch == nil && s.best != nil && cost >= s.best.cost
}

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
		switch s.state[other] {
		case undecided:
			s.drop(other)
		case taken:
			return false
		}
	}
	return len(s.p.caps) == 0 || s.fits()
}

func (s *search) unwind(to int) {
	for _, a := range s.stack[to:] {
		s.state[a] = undecided
	}
	s.stack = s.stack[:to]
}
