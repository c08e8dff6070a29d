package schedule

import "slices"

// rests are weights of activities that were not placed at dead ends which took long to
// find, and which these weights would have shown at once. Others like them they do show.
type rests struct {
	together *together
	list     []rest
	best     int // of hits
	few      int // nodes: a dead end that took no more is not learned from
}

// rest is a scale of weights.
type rest struct {
	scale
	work []int64 // by activity
	from []int64 // by week: the room from it to the end
	hits int     // how often it showed a dead end
}

const (
	fewNodes  = 100 // that few is at first; the more it is the more often nothing was learned
	mostFew   = 20  // times that
	mostRests = 24
)

// room tells whether the weeks from t on have room for all that is not placed.
func (r *rests) room(x *search, t int) bool {
	for k := range r.list {
		one := &r.list[k]
		if one.hits*16 < r.best && (x.nodes+k)%8 != 0 {
			continue
		}
		if !one.room(x, t) {
			one.hits++
			r.best = max(r.best, one.hits)
			return false
		}
	}
	return true
}

func (r *rest) room(x *search, t int) bool {
	work := int64(0)
	for i, w := range r.work {
		if x.placed>>i&1 == 0 {
			work += w
		}
	}
	if work > r.from[t] {
		return false
	}
	work -= r.from[x.busy]
	for w := t; w < x.busy; w++ {
		work -= r.fill.of(x.left.minutes[w])
	}
	return work <= 0
}

// learn looks for weights that show a dead end in week t, and keeps them in place of those
// that were of least use.
func (r *rests) learn(x *search, t int) {
	one, ok := x.rest()
	if !ok || !x.inTime(t) || one.room(x, t) {
		r.few = min(r.few+r.few/4, mostFew*x.m.few)
		return
	}
	r.few = max(r.few/2, x.m.few)
	one.hits = r.best/2 + 1
	if len(r.list) < mostRests {
		r.list = append(r.list, one)
		return
	}
	least := 0
	for k := range r.list {
		r.list[k].hits -= r.list[k].hits / 8
		if r.list[k].hits < r.list[least].hits {
			least = k
		}
	}
	r.list = append(slices.Delete(r.list, least, least+1), one)
}

// rest weighs what is not placed; false: it took too long.
func (x *search) rest() (rest, bool) {
	t := x.rests.together
	weights := x.m.weigh(x.ctx, t, func(i int) bool { return x.placed>>i&1 == 0 })
	if weights == nil {
		return rest{}, false
	}
	r := rest{scale: x.m.weights(t, weights), work: make([]int64, len(x.at)), from: make([]int64, x.end+1)}
	most, _, ok := t.heaviest(weights, x.m.mostMinutes())
	for w := x.end - 1; w >= 0; w-- {
		r.from[w] = r.from[w+1] + min(most, r.fill.of(x.m.minutes[w]))
	}
	for i := range x.at {
		r.work[i] = r.upTo(&x.m.acts[i], i, x.m.acts[i].span)
	}
	return r, ok
}
