package schedule

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// mostSearched is how many activities the search can tell apart.
const mostSearched = 64

// search looks for a schedule that ends within so many weeks, from week to week: in tries,
// each of which goes on from one partial schedule to its end before it looks at the next,
// and in waves, of which the comment at wave argues that they lose nothing.
//
// It leaves out three kinds of branches. Those that a bound rules out hold no schedule
// at all. Those in which an activity could start earlier (idle, wasted) hold only
// schedules that this would turn into another one, which lies in the branch where it
// did start then; that branch was searched before, since a week's activities are tried
// in before they are left out. And where the same activities were placed before and left
// as much of every week (seen), every schedule that goes on from here goes on from there
// as well, and that was searched before. So if a schedule were left out, another one would
// have been left out before it, and so on without end; but the first was not. Of
// activities that are alike one starts no later than the other (twins): that is asked of
// all schedules, those that come about by starting something earlier keep it, and of any
// schedule that does not keep it another does in which the two have changed places.
type search struct {
	m        *model
	ctx      context.Context
	end      int
	late     []int // latest starts
	order    []int // activities, the most pressing first
	early    []int // activities by earliest start
	heads    []int
	twins    [][]int  // by activity: those that start no later
	awaits   []uint64 // by activity: those that start no sooner than it, or may build on it, as bits
	at       starts
	ready    []int // by activity: when what it builds on has ended, of what is placed
	left     room
	placed   uint64
	seen     memory
	nodes    int // that may still be visited
	work     work
	gauges   gauges
	rests    rests
	running  []int     // activities that are placed and not at an end
	busy     int       // week before which all ends that is placed
	ahead    []stretch // up to it
	best     int       // how often a gauge showed a dead end between first and last starts
	tries    int
	patience int // nodes that the next try visits
	visited  int // nodes, in all tries and waves
	swept    int // nodes, in waves
	wave     *wave
	waves    int     // that are over
	width    int     // of the next wave
	sweeping bool    // it goes on with a wave, not with a try
	now      past    // what is left, while it is looked at
	reach    []int64 // by minutes: the most of them that activities can take together; nil: that is not known
}

// outcome of a search.
type outcome uint8

const (
	cut outcome = iota // nodes or context ended it
	none
	found
)

// patience is how many nodes the first try visits; each visits a quarter more.
const patience = 400

// search looks for a schedule that ends within so many weeks, in so many nodes, and
// returns how many are left.
func (m *model) search(ctx context.Context, end, nodes int) (starts, outcome, int) {
	x := m.searcher(ctx, end)
	if x == nil {
		return nil, none, nodes
	}
	for {
		o, left := x.try(nodes)
		if nodes = left; o != cut || nodes <= 0 || ctx.Err() != nil {
			return x.at, o, nodes
		}
	}
}

// searcher is a search that has not begun; nil: there is no schedule.
func (m *model) searcher(ctx context.Context, end int) *search {
	x := &search{m: m, ctx: ctx, end: end, late: m.latest(end), heads: m.heads(), twins: m.twins(), seen: memory{list: map[uint64][]past{}}, work: newWork(m), patience: patience, width: firstWidth}
	if !m.possible(ctx, end, x.heads, x.late) {
		return nil
	}
	for _, s := range m.scales {
		x.gauges = append(x.gauges, m.gauge(s, end))
	}
	if s, ok := m.weighed(ctx, end, x.heads, x.late); ok {
		x.gauges = append(x.gauges, m.gauge(s, end))
	}
	x.rests = rests{together: m.together(ctx, x.heads, x.late), few: m.few}
	x.early = m.order(func(i int) int { return x.heads[i] })
	x.awaits, x.reach = m.awaits(x.twins), m.reachable()
	return x
}

// sweeps is how many times the nodes of tries waves visit.
const sweeps = 3

// more goes on for a while, with a try or, where activities are few, a wave, and returns how
// many of so many nodes are left.
func (x *search) more(nodes int) (outcome, int) {
	if len(x.m.acts) > few || x.swept > sweeps*(x.visited-x.swept) {
		return x.try(nodes)
	}
	return x.sweep(nodes)
}

// try begins anew, with activities ranked a little differently each time, since most of
// what ends in a dead end does so early on. What the tries have seen they share.
func (x *search) try(nodes int) (outcome, int) {
	most := min(x.patience, nodes)
	x.start(most)
	rng := rand.New(rand.NewPCG(uint64(x.end), uint64(x.tries)))
	x.order = x.m.order(func(i int) int { return x.late[i]*MostWeeks - x.m.acts[i].span + rng.IntN(1+min(x.tries, 8)*MostWeeks) })
	o := x.week(0)
	x.visited += most - x.nodes
	x.tries++
	x.patience += x.patience / 4
	return o, nodes - (most - x.nodes)
}

// start clears what is placed.
func (x *search) start(nodes int) {
	x.nodes, x.placed, x.left = nodes, 0, x.m.room()
	x.at = slices.Repeat(starts{never}, len(x.m.acts))
	x.ready = make([]int, len(x.m.acts))
	for i := range x.m.acts {
		x.ready[i] = x.readyAt(i)
	}
	for _, list := range []gauges{x.gauges, x.rests.list} {
		for _, g := range list {
			g.open = sum(g.work)
		}
	}
}

// awaits are, by activity, those of which it can change when they are ready, as bits.
func (m *model) awaits(twins [][]int) []uint64 {
	list := make([]uint64, len(m.acts))
	for j := range m.acts {
		for _, group := range m.acts[j].groups {
			for _, i := range group {
				list[i] |= 1 << j
			}
		}
		for _, i := range twins[j] {
			list[i] |= 1 << j
		}
	}
	return list
}

// week decides what starts from week t on.
func (x *search) week(t int) outcome {
	if x.nodes <= 0 && !x.sweeping || x.nodes%32 == 0 && x.ctx.Err() != nil {
		return cut
	}
	x.nodes--
	if x.sweeping {
		return x.wave.keep(t)
	}
	if x.placed == 1<<len(x.at)-1 {
		return found
	}
	if !x.hopeful(t) || x.seen.covers(x, t) {
		return none
	}
	before := x.nodes
	o := x.choose(t, 0)
	if o == none {
		if before-x.nodes > x.rests.few {
			x.rests.learned(x, t)
		}
		x.seen.keep(x, t)
	}
	return o
}

// choose starts activities in week t: each with it first, then without it.
func (x *search) choose(t int, without uint64) outcome {
	i := x.candidate(t, without)
	if i < 0 {
		return x.advance(t)
	}
	x.place(i, t)
	if o := x.choose(t, without); o != none {
		return o
	}
	x.remove(i, t)
	if x.late[i] <= t {
		return none
	}
	return x.choose(t, without|1<<i)
}

// candidate is the most pressing activity that can start in week t and not earlier; -1:
// there is none.
func (x *search) candidate(t int, without uint64) int {
	for _, i := range x.order {
		a := &x.m.acts[i]
		if (x.placed|without)>>i&1 == 0 && x.ready[i] <= t && a.allowed[t] && t <= x.late[i] && x.left.clash(a, t) < 0 && !x.idle(i, t) {
			return i
		}
	}
	return -1
}

// idle tells whether an activity that starts in week t could start earlier, if nothing
// else starts before t any more: all weeks before t have room for it, and in the others
// it takes no more than it would anyway. It could not start so early that it had ended by
// t: that would be wasted. What takes a minute more in its last weeks would take that
// sooner, from weeks that others may need.
func (x *search) idle(i, t int) bool {
	a := &x.m.acts[i]
	return (a.extra == 0 || !a.tail) && x.free(i, t-a.span+1, t-1, t)
}

// free tells whether an activity has room in its weeks before t if it starts in some week
// from one up to last.
func (x *search) free(i, from, last, t int) bool {
	a := &x.m.acts[i]
	for s := max(x.ready[i], from); s <= last; s++ {
		if a.allowed[s] && x.fits(a, s, t) {
			return true
		}
	}
	return false
}

// fits tells whether an activity that starts in week s has room in its weeks before t.
func (x *search) fits(a *act, s, t int) bool {
	for k := min(a.span, t-s) - 1; k >= 0; k-- {
		if x.left.minutes[s+k] < a.share(k) || x.left.places[s+k] == 0 {
			return false
		}
	}
	return true
}

// advance goes on to the next week in which something can start.
func (x *search) advance(t int) outcome {
	next := never
	if x.open() != 0 && t < x.end && !x.roomy(t+1) {
		x.nodes--
		return none
	}
	for i := range x.at {
		if x.placed>>i&1 == 0 && x.ready[i] < never {
			next = x.left.earliest(&x.m.acts[i], max(x.ready[i], t+1), next)
		}
	}
	if x.open() != 0 && (next > x.end || x.wasted(t, next)) {
		return none
	}
	return x.week(next)
}

// wasted tells whether an activity that is not placed could have been and ended by week
// t, after the week from, for which that was asked before.
func (x *search) wasted(from, t int) bool {
	for i := range x.at {
		if a := &x.m.acts[i]; x.placed>>i&1 == 0 && x.free(i, from-max(a.span, 1)+1, t-max(a.span, 1), t) {
			return true
		}
	}
	return false
}

func (x *search) place(i, t int) {
	x.at[i] = t
	x.placed |= 1 << i
	x.left.take(&x.m.acts[i], t)
	x.count(i, -1)
	x.refresh(i)
}

func (x *search) remove(i, t int) {
	x.at[i] = never
	x.placed &^= 1 << i
	x.left.give(&x.m.acts[i], t)
	x.count(i, 1)
	x.refresh(i)
}

// count takes an activity from what the gauges hold open, or adds it.
func (x *search) count(i int, sign int64) {
	for _, g := range x.gauges {
		g.open += sign * g.work[i]
	}
	for _, g := range x.rests.list {
		g.open += sign * g.work[i]
	}
}

// refresh counts anew when those can start that wait for an activity.
func (x *search) refresh(i int) {
	for p := x.awaits[i] & x.open(); p != 0; p &= p - 1 {
		j := bits.TrailingZeros64(p)
		x.ready[j] = x.readyAt(j)
	}
}

// readyAt is when all has ended that an activity builds on, and its twins have started, of
// what is placed.
func (x *search) readyAt(j int) int {
	ready := x.m.ready(j, x.at)
	for _, i := range x.twins[j] {
		ready = max(ready, x.at[i])
	}
	return ready
}
