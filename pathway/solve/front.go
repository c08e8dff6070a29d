package solve

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// Criteria are what plans are compared by beside their cost. Less is better.
type Criteria struct {
	Resources []int // positions in Instance.Limits: the use of each
	Time      bool  // the end of the last action
	Lost      bool  // the weight of the goals left open
}

// Point is a plan of a front.
type Point struct {
	Items []int // ascending
	Cost  int64
	Uses  []int64 // of each resource of the instance
	Time  int     // the end of the last action, each begun as soon as it can be
	Lost  int64   // the weight of the goals left open, those included that nothing reaches
	Open  []int   // the goals left open, ascending, as positions in Instance.Goals
	// Proved: no plan is at least as good by every criterion and better by one. When
	// false, the context or the limit of nodes ended the search.
	Proved bool
}

// Front finds the plans none of which is beaten: no other is at least as good by every
// criterion and better by one. Of plans that are equal by all it finds one. All of them
// keep to the limits and the deadline of the instance. Unless Lost is a criterion, they
// leave as little weight open as any can.
//
// A front is found point by point (Klamroth, Lacour and Vanderpooten 2015): the points so
// far leave zones in which there may be more, each with an upper limit by every criterion;
// the cheapest plan in one of them is the next point, and splits it. What a search has
// learnt of the landmarks serves the next, and so do the plans that it has met.
type Front struct {
	in       *Instance
	by       Criteria
	plain    *problem
	p        *problem // with waivers if goals may stay open, and the weight lost as the last resource
	base     int64    // the weight of the goals that nothing reaches
	stakes   int64    // what a unit of cost weighs against all other criteria
	zones    [][]int64
	pool     []seeded
	basis    []int32 // of the first relaxation of the latest search
	guide    *guide  // of all searches
	latest   []int32 // the actions of the latest point
	found    found   // by all searches
	complete bool
	unproved bool
}

// seeded is a landmark, and the deadline under which it was found: it holds for earlier
// ones.
type seeded struct {
	landmark
	deadline int32
	tight    bool // in the first relaxation of the latest search that knew it
}

// NewFront prepares a front. The errors are those of [Exact]; ErrOverflow also if cost and
// the other criteria do not fit 64 bits together.
func NewFront(ctx context.Context, in *Instance, by Criteria) (*Front, error) {
	if err := in.check(&pulse{ctx: ctx}); err != nil {
		return nil, err
	}
	for _, r := range by.Resources {
		if r < 0 || r >= len(in.Limits) {
			return nil, fmt.Errorf("criteria: %w: resource %d", ErrRange, r)
		}
	}
	f := &Front{in: in, by: by}
	if f.p = compile(ctx, in); f.p == nil {
		f.unproved = true
		return f, nil
	}
	f.plain = f.p
	if err := f.prepare(ctx); err != nil {
		return nil, err
	}
	if ctx.Err() != nil {
		f.p, f.unproved = nil, true
		return f, nil
	}
	top := make([]int64, 1+len(by.Resources))
	for k := range top {
		top[k] = ruledOut
	}
	if by.Time {
		top = append(top, int64(f.p.deadline)+1)
	}
	if by.Lost {
		top = append(top, ruledOut)
	}
	f.zones = [][]int64{top}
	g := newGuide(len(f.p.acts))
	f.guide, f.found.resources, f.found.timed = &g, f.measured(), f.by.Time
	return f, nil
}

// prepare decides whether goals may stay open, and how much cost weighs. When the context has
// ended the front is of no use.
func (f *Front) prepare(ctx context.Context) error {
	t := &pulse{ctx: ctx}
	f.base = f.in.outOfReach(f.p)
	most := int64(math.MaxInt64)
	if !f.by.Lost {
		in := *f.in
		in.AnyBest = true
		s, err := Exact(ctx, &in)
		if err != nil {
			return err
		}
		f.unproved = !s.Proved
		if most = s.Lost - f.base; most == 0 && f.closesAll(s.Open) {
			return f.weigh(t)
		}
	}
	total := int64(0)
	w := f.p.waived(f.in, t)
	if w == nil {
		return nil
	}
	for _, a := range w.acts {
		total += a.cost
	}
	if w = w.capped(f.p, min(most, total), t); w == nil {
		return nil
	}
	f.p = w
	return f.weigh(t)
}

// outOfReach is the weight of the goals that nothing reaches.
func (in *Instance) outOfReach(p *problem) (weight int64) {
	start := in.held()
	for _, goal := range in.Goals {
		held := goal.sources() == 1 && start[goal.Fact]
		if !held && !slices.ContainsFunc(p.goals, func(h target) bool { return int(h.from) == goal.Fact && h.asked == goal.sources() }) {
			weight += goal.Weight
		}
	}
	return weight
}

// closesAll tells whether the goals left open are all out of reach.
func (f *Front) closesAll(open []int) bool {
	for _, g := range open {
		goal := f.in.Goals[g]
		if slices.ContainsFunc(f.p.goals, func(h target) bool { return int(h.from) == goal.Fact && h.asked == goal.sources() }) {
			return false
		}
	}
	return true
}

// weigh makes cost weigh more than everything else together, so that of equally cheap
// plans none is found that another beats.
func (f *Front) weigh(t *pulse) error {
	all, cost, measured := int64(1), int64(0), f.measured()
	if f.p.acts = copied(f.p.acts, 0, t); f.p.acts == nil {
		return nil
	}
	others := make([]int64, len(f.p.acts))
	for i := range f.p.acts {
		a := &f.p.acts[i]
		for _, r := range measured {
			others[i] = f.sum(others[i], a.uses[r])
		}
		all, cost = f.sum(all, others[i]), cost+a.cost
	}
	if all >= MostSum || cost > MostSum/all-1 {
		return fmt.Errorf("criteria: %w", ErrOverflow)
	}
	f.stakes, f.p.costs, f.p.step = all, (cost+1)*all, 1
	for i := range f.p.acts {
		f.p.acts[i].cost = f.p.acts[i].cost*all + others[i]
	}
	return nil
}

func (f *Front) sum(a, b int64) int64 { return min(a+b, MostSum) }

// measured are the resources of the problem that are criteria.
func (f *Front) measured() []int {
	list := slices.Clone(f.by.Resources)
	if f.by.Lost {
		list = append(list, len(f.p.caps)-1)
	}
	return list
}

// Complete tells whether the points found are the whole front, and proved.
func (f *Front) Complete() bool { return f.complete && !f.unproved }

// Next finds one more point; false: there are no more, or ctx has ended (see Complete).
// The first is the cheapest plan.
func (f *Front) Next(ctx context.Context) (Point, bool) {
	for len(f.zones) > 0 {
		if ctx.Err() != nil {
			return Point{}, false
		}
		slices.SortFunc(f.zones, func(a, b []int64) int { return -slices.Compare(a, b) })
		zone := f.zones[0]
		c, proved := f.cheapest(ctx, zone)
		f.unproved = f.unproved || !proved
		if c == nil {
			f.zones = f.zones[1:]
			continue
		}
		point := f.point(c)
		point.Proved = !f.unproved
		at := f.values(c, &point)
		if !below(at, zone) {
			f.zones, f.unproved = f.zones[1:], true
			continue
		}
		f.latest = c.actions
		f.split(at, proved)
		return point, true
	}
	f.complete = f.p != nil
	return Point{}, false
}

// cheapest finds the cheapest plan below the limits of a zone, and of those the soonest.
func (f *Front) cheapest(ctx context.Context, zone []int64) (*candidate, bool) {
	best, proved := f.solve(ctx, zone)
	for f.by.Time && best != nil && proved {
		sooner := slices.Clone(zone)
		sooner[f.timeAt()] = int64(best.span)
		sooner[0] = best.cost/f.stakes + 1
		c, sure := f.solve(ctx, sooner)
		proved = proved && sure
		if c == nil || c.cost > best.cost {
			break
		}
		best = c
	}
	return best, proved
}

func (f *Front) timeAt() int { return 1 + len(f.by.Resources) }

// solve searches below the limits of a zone.
func (f *Front) solve(ctx context.Context, zone []int64) (*candidate, bool) {
	p := f.within(zone)
	if p.deadline < 0 || slices.ContainsFunc(p.caps, func(n int64) bool { return n < 0 }) {
		return nil, true
	}
	s := newSearch(ctx, p, f.by.Time, cmp.Or(f.in.Nodes, DefaultNodes))
	if zone[0] < ruledOut/f.stakes {
		s.ceiling = min(s.ceiling, zone[0]*f.stakes-1)
	}
	from := f.teach(s)
	s.kept = mostKept // nobody asks for the proof
	s.dropUnfit()
	if f.latest != nil && f.by.Lost && len(zone) == 2 {
		s.swap(f.latest)
	}
	s.advance(f.latest)
	if known := f.found.within(p); known != nil {
		s.offer(known)
	}
	s.deep = s.best != nil
	s.run()
	f.remember(s, from)
	return s.best, !s.cut
}

// within is the problem below the limits of a zone.
func (f *Front) within(zone []int64) *problem {
	p := *f.p
	p.caps = slices.Clone(p.caps)
	for k, r := range f.measured() {
		at := 1 + k
		if f.by.Time && k == len(f.by.Resources) {
			at++
		}
		p.caps[r] = min(p.caps[r], zone[at]-1)
	}
	if f.by.Time {
		limit := zone[f.timeAt()] - 1
		p.timed, p.deadline = p.timed || limit < int64(f.p.deadline), int32(min(int64(p.deadline), limit))
	}
	return &p
}

// teach gives a search what others have learnt. From are the landmarks that hold for it.
func (f *Front) teach(s *search) (from []int32) {
	for i, l := range f.pool {
		if l.deadline >= s.p.deadline {
			s.pool, from = append(s.pool, l.landmark), append(from, int32(i))
			if l.tight {
				s.first = append(s.first, int32(len(s.pool)-1))
			}
		}
	}
	s.guide, s.basis, s.found = *f.guide, f.basis, &f.found
	return from
}

// remember keeps what a search has learnt. From are the landmarks that it was given.
func (f *Front) remember(s *search, from []int32) {
	for i := range s.pool {
		if i < len(from) {
			f.pool[from[i]].tight = false
		} else {
			from = append(from, int32(len(f.pool)))
			f.pool = append(f.pool, seeded{s.pool[i].whole(), s.p.deadline, false})
		}
	}
	for _, i := range s.first {
		f.pool[from[i]].tight = true
	}
	*f.guide, f.basis = s.guide, s.basis
}

// dropUnfit drops the actions that alone break a limit or the deadline.
func (s *search) dropUnfit() {
	for a := range int32(len(s.p.acts)) {
		if a%1024 == 0 && s.ended() {
			return
		}
		if !s.p.allowed([]int32{a}) || s.p.acts[a].time > s.p.deadline {
			s.drop(a)
		}
	}
}

// point turns a candidate into items.
func (f *Front) point(c *candidate) Point {
	e := &exact{ctx: context.Background(), in: f.in, p: f.plain}
	s := e.answer(f.p, c, 0, 0, false)
	point := Point{Items: s.Items, Lost: s.Lost, Open: s.Open, Time: int(c.span), Uses: make([]int64, len(f.in.Limits))}
	for _, i := range s.Items {
		a := &f.in.Actions[i]
		point.Cost += a.Cost
		for r, n := range a.Uses {
			point.Uses[r] += n
		}
	}
	return point
}

// values are the point by each criterion, in the order of zones.
func (f *Front) values(c *candidate, point *Point) []int64 {
	list := []int64{point.Cost}
	for _, r := range f.by.Resources {
		list = append(list, point.Uses[r])
	}
	if f.by.Time {
		list = append(list, int64(point.Time))
	}
	if f.by.Lost {
		list = append(list, point.Lost-f.base)
	}
	return list
}

// split takes what a point beats, or equals, out of all zones. Where it is proved, the
// first of them holds nothing cheaper.
func (f *Front) split(at []int64, proved bool) {
	var rest, made [][]int64
	for i, zone := range f.zones {
		if !below(at, zone) {
			rest = append(rest, zone)
			continue
		}
		for k := range zone {
			part := slices.Clone(zone)
			part[k] = at[k]
			if at[k] > 0 && (i > 0 || k > 0 || !proved) {
				made = append(made, part)
			}
		}
	}
	f.zones = rest
	for i, zone := range made {
		within := func(other []int64) bool { return !slices.Equal(zone, other) && noneAbove(zone, other) }
		if !slices.ContainsFunc(rest, func(o []int64) bool { return noneAbove(zone, o) }) &&
			!slices.ContainsFunc(made, within) && !slices.ContainsFunc(made[:i], func(o []int64) bool { return slices.Equal(zone, o) }) {
			f.zones = append(f.zones, zone)
		}
	}
}

// below tells whether each value is less than its limit.
func below(at, zone []int64) bool {
	for k := range at {
		if at[k] >= zone[k] {
			return false
		}
	}
	return true
}

func noneAbove(a, b []int64) bool {
	for k := range a {
		if a[k] > b[k] {
			return false
		}
	}
	return true
}
