package schedule

import (
	"context"
	"slices"
)

const (
	frontWidth  = 8 // partial schedules that are kept at a week
	frontTries  = 3 // activities that are tried first in a week
	frontWeighs = 4 // partial schedules of which it is weighed
)

// front places activities from week to week and keeps the partial schedules of each week
// that waste least (beam search, Ow and Morton 1988). What a week wastes is what it could
// hold at most, by weight, less what runs in it. Of those that waste as little the best has
// placed what is hardest to place.
type front struct {
	*model
	z       *sizes
	weights [2][]int64   // of activities: in the first weeks, in the others
	hard    []int64      // by activity
	week    int          // that is reached
	weeks   [][]*partial // by week
	spare   []*partial
	slot    []bool // by week: some activity may start in it and not in the week before
}

// partial is a schedule of some activities.
type partial struct {
	at     starts
	left   room
	placed int
	week   int   // nothing more starts before it
	waste  int64 // in units of a week
	hard   int64 // of what is placed
	mark   uint64
}

// score is less for the better.
func (p *partial) score() int64 { return p.waste - p.hard/5 }

// front sets out with nothing placed; false: there is nothing to weigh.
func (m *model) front(ctx context.Context) (*front, bool) {
	f := &front{model: m, weeks: make([][]*partial, m.horizon+1), slot: make([]bool, m.horizon+1)}
	p := &partial{at: slices.Repeat(starts{never}, len(m.acts)), left: m.room()}
	z, _, ok := f.rest(ctx, p)
	if !ok {
		return nil, false
	}
	for i := range m.acts {
		a := &m.acts[i]
		cells, all := int64(z.count(a.share(0))), int64(z.cells)
		f.hard = append(f.hard, cells*cells*cells*unit/(all*all*all)*int64(a.span))
		for w := range a.allowed {
			f.slot[w] = f.slot[w] || a.allowed[w] && (w == 0 || !a.allowed[w-1])
		}
	}
	f.use(z)
	f.keep(p)
	return f, true
}

// run goes on up to a week, and returns the best that there are then.
func (f *front) run(ctx context.Context, to int) []*partial {
	for ; f.week < to && ctx.Err() == nil; f.week++ {
		for _, p := range f.weeks[f.week] {
			f.goOn(p)
		}
		f.spare = append(f.spare, f.weeks[f.week]...)
		f.weeks[f.week] = nil
	}
	return f.look(ctx, to)
}

// keep adds a partial schedule to those of its week, if it is one of the best.
func (f *front) keep(p *partial) {
	list := f.weeks[p.week]
	k := 0
	for k < len(list) && list[k].score() <= p.score() {
		if list[k].mark == p.mark && list[k].score() == p.score() {
			f.spare = append(f.spare, p)
			return
		}
		k++
	}
	if list = slices.Insert(list, k, p); len(list) > frontWidth {
		f.spare = append(f.spare, list[frontWidth])
		list = list[:frontWidth]
	}
	f.weeks[p.week] = list
}

// goOn starts in a week what can start, in some ways.
func (f *front) goOn(p *partial) {
	list := f.options(p)
	if len(list) == 0 {
		f.advance(f.copy(p))
	}
	for k := range min(len(list), frontTries) {
		q := f.copy(p)
		f.place(q, list[k])
		for {
			// What came first in another try is not added again.
			next, any := f.cheapest(q, list[k+1:])
			if !any {
				break
			}
			f.place(q, next)
		}
		f.advance(q)
	}
}

// advance goes on to the next week in which something may start, with all that is wasted
// before it.
func (f *front) advance(p *partial) {
	for more := true; more && p.week < f.horizon; {
		w := p.week
		p.waste += f.z.holds[f.z.count(p.left.minutes[w])]
		p.week++
		more = p.week < f.horizon && !f.slot[p.week] && p.left.minutes[p.week] <= p.left.minutes[w]
	}
	f.keep(p)
}

// copy is a partial schedule like another one from its week on.
func (f *front) copy(p *partial) *partial {
	if len(f.spare) == 0 {
		q := *p
		q.at, q.left.minutes = slices.Clone(p.at), slices.Clone(p.left.minutes)
		return &q
	}
	q := f.spare[len(f.spare)-1]
	f.spare = f.spare[:len(f.spare)-1]
	at, left := q.at, q.left
	*q = *p
	q.at, q.left = at, left
	copy(at, p.at)
	copy(left.minutes[p.week:], p.left.minutes[p.week:])
	return q
}
