package solve

import (
	"context"
	"fmt"
	"math"
	"slices"
)

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
	start, targets := in.held(), p.targets(in.Facts)
	for _, goal := range in.Goals {
		held := goal.sources() == 1 && start[goal.Fact]
		if !held && targets.of(goal) < 0 {
			weight += goal.Weight
		}
	}
	return weight
}

// closesAll tells whether the goals left open are all out of reach.
func (f *Front) closesAll(open []int) bool {
	targets := f.p.targets(f.in.Facts)
	for _, g := range open {
		if targets.of(f.in.Goals[g]) >= 0 {
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
