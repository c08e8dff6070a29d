package schedule

import (
	"cmp"
	"slices"
)

// option is an activity that can start, and how little of the weeks that it wastes.
type option struct {
	act  int
	cost int64
	lost int64
}

// options are the activities that can start in the week of a partial schedule, the best
// first.
func (f *front) options(p *partial) (list []option) {
	for i := range f.acts {
		if o, can := f.option(p, i); can && f.ready(i, p.at) <= p.week {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b option) int { return cmp.Compare(a.cost, b.cost) })
	return list
}

// cheapest is the best of some options that are left.
func (f *front) cheapest(p *partial, list []option) (best option, any bool) {
	for _, was := range list {
		if o, can := f.option(p, was.act); can && (!any || o.cost < best.cost) {
			best, any = o, true
		}
	}
	return best, any
}

// option is an activity that starts in the week of a partial schedule; false: it cannot.
func (f *front) option(p *partial, i int) (option, bool) {
	a, t := &f.acts[i], p.week
	if p.at[i] < never || !a.allowed[t] || a.span > 0 && p.left.minutes[t] < a.share(0) || p.left.clash(a, t) >= 0 {
		return option{}, false
	}
	lost := int64(0)
	for k := range a.span {
		minutes, weight := p.left.minutes[t+k], f.weights[1][i]
		if k < a.extra {
			weight = f.weights[0][i]
		}
		lost += f.z.holds[f.z.count(minutes)] - weight - f.z.holds[f.z.count(minutes-a.share(k))]
	}
	return option{i, lost - f.hard[i], lost}, true
}

func (f *front) place(p *partial, o option) {
	p.at[o.act] = p.week
	for k, a := 0, &f.acts[o.act]; k < a.span; k++ {
		p.left.minutes[p.week+k] -= a.share(k) // its places, of which there are enough, it shares
	}
	p.placed++
	p.waste += o.lost
	p.hard += f.hard[o.act]
	p.mark += uint64(o.act+1) * 0x9e3779b97f4a7c15 * uint64(o.act+2)
}
