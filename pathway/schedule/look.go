package schedule

import (
	"cmp"
	"context"
	"slices"
)

// rest weighs what is not placed, and tells in units of a week when it could end at the
// earliest; false: there is nothing to weigh, or the context has ended.
func (f *front) rest(ctx context.Context, p *partial) (z *sizes, end int64, ok bool) {
	z = f.sizesOf(func(i int) bool { return p.at[i] == never })
	busy := p.week
	for i, s := range p.at {
		if s < never {
			busy = max(busy, s+f.acts[i].span)
		}
	}
	z.among(p.left.minutes[p.week:busy])
	if len(z.list) == 0 || !z.weigh(ctx) {
		return nil, 0, false
	}
	weight, work := int64(0), int64(0)
	for k, s := range z.list {
		weight, work = weight+z.weights[k]*int64(s.weeks), work+int64(s.cells*s.weeks)*unit/int64(z.cells)
	}
	for _, minutes := range p.left.minutes[p.week:busy] {
		weight, work = weight-z.holds[z.count(minutes)], work-int64(z.count(minutes))*unit/int64(z.cells)
	}
	return z, int64(busy)*unit + (max(weight, 0)+max(work, 0))/2, true
}

// use takes up weights, mixed with what activities take of a week.
func (f *front) use(z *sizes) {
	for k, s := range z.list {
		z.weights[k] = (z.weights[k] + int64(s.cells)*unit/int64(z.cells)) / 2
	}
	z.pack()
	f.z, f.weights = z, [2][]int64{}
	for i := range f.acts {
		f.weights[0] = append(f.weights[0], z.of(f.acts[i].base+1))
		f.weights[1] = append(f.weights[1], z.of(f.acts[i].base))
	}
}

// look weighs what is left of the best partial schedules from a week on anew. They are the
// only ones that are kept, and returned, the best first.
func (f *front) look(ctx context.Context, week int) []*partial {
	var list []*partial
	for w := week; w < len(f.weeks); w++ {
		list = append(list, f.weeks[w]...)
		f.weeks[w] = nil
	}
	slices.SortStableFunc(list, better)
	list = list[:min(len(list), frontWeighs)]
	var best *sizes
	least := int64(0)
	for _, p := range list {
		z, end, ok := f.rest(ctx, p)
		if !ok {
			continue
		}
		if p.waste = end; best == nil || end < least {
			best, least = z, end
		}
	}
	if best != nil {
		f.use(best)
	}
	slices.SortStableFunc(list, better)
	for _, p := range list {
		f.keep(p)
	}
	return list
}

func better(p, q *partial) int { return cmp.Compare(p.score(), q.score()) }
