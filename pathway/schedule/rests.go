package schedule

import (
	"math/bits"
	"slices"
)

// rests are weights of activities that were not placed at dead ends which took long to
// find, and which these weights would have shown at once. Others like them they do show.
type rests struct {
	together *together
	list     gauges
	few      int // nodes: a dead end that took no more is not learned from
}

const (
	fewNodes  = 100 // that few is at first; the more it is the more often nothing was learned
	mostFew   = 20  // times that
	mostRests = 24
)

// room tells whether the weeks from t on have room for all that is not placed.
func (r *rests) room(x *search, t int) bool {
	for k, one := range r.list {
		if !x.holds(one, t) {
			one.hits++
			r.list.raise(k)
			return false
		}
	}
	return true
}

// learned learns from a dead end in week t, and from fewer of them where that came to nothing.
func (r *rests) learned(x *search, t int) {
	if r.learn(x, t) {
		r.few = max(r.few/2, x.m.few)
	} else {
		r.few = min(r.few+r.few/4, mostFew*x.m.few)
	}
}

// learn looks for weights that show a dead end in week t, and keeps them in place of those
// that were of least use; false: there are none.
func (r *rests) learn(x *search, t int) bool {
	one := x.rest()
	x.settle(t)
	if one != nil {
		for p := x.open(); p != 0; p &= p - 1 {
			one.open += one.work[bits.TrailingZeros64(p)]
		}
	}
	if one == nil || x.holds(one, t) {
		return false
	}
	if len(r.list) > 0 {
		one.hits = r.list[0].hits/2 + 1
	}
	if len(r.list) < mostRests {
		r.list = append(r.list, one)
		return true
	}
	least := 0
	for k := range r.list {
		r.list[k].hits -= r.list[k].hits / 8
		if r.list[k].hits < r.list[least].hits {
			least = k
		}
	}
	r.list = append(slices.Delete(r.list, least, least+1), one)
	return true
}

// rest weighs what is not placed; nil: it took too long.
func (x *search) rest() *gauge {
	t := x.rests.together
	weights := x.m.weigh(x.ctx, t, func(i int) bool { return x.placed>>i&1 == 0 })
	if weights == nil {
		return nil
	}
	s := x.m.weights(t, weights)
	most, _, ok := t.heaviest(weights, x.m.mostMinutes())
	if !ok {
		return nil
	}
	for _, minutes := range x.m.minutes[:x.end] {
		s.room = append(s.room, min(most, s.fill.of(minutes)))
	}
	return x.m.gauge(s, x.end)
}
