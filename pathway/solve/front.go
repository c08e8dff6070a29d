package solve

import (
	"context"
	"fmt"
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
// the cheapest plan in one of them is the next point, and splits it. Where there is one criterion
// beside cost, a search finds a few of them at a time. What a search has
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
	basis    []int32      // of the first relaxation of the latest search
	guide    *guide       // of all searches
	latest   []int32      // the actions of the latest point
	found    found        // by all searches
	points   int          // that a search looks for, where it can look for several
	ahead    []*candidate // points that are proved
	complete bool
	unproved bool
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
	f := &Front{in: in, by: by, points: mostPoints}
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
