package schedule

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
)

// together finds which parts of activities of a model could run in one week and weigh
// most.
type together struct {
	parts  []part
	base   []int64    // of the parts
	apart  [][]uint64 // by part: those that never run in a week with it, as bits
	beside int
	most   int // sets that are looked at to find the one that weighs most
	nodes  int
	ctx    context.Context
	// of one question:
	weights []int64
	order   []int
	room    int64
	chosen  []int
	best    int64
	set     []int
}

// mostTogether is how many sets are looked at to find the one that weighs most, where
// activities are few; a fifth of that where they are many.
const mostTogether = 100_000

// part is weeks of an activity that take as much: those that take a minute more, the head,
// or the others.
type part struct {
	act, from, to int // weeks of the activity
	base          int64
}

// parts are those of all activities, the heads last.
func (m *model) parts() (list []part) {
	for i := range m.acts {
		from, to := m.acts[i].light()
		list = append(list, part{i, from, to, m.acts[i].base})
	}
	for i := range m.acts {
		if a := &m.acts[i]; a.tail && a.extra > 0 {
			list = append(list, part{i, a.span - a.extra, a.span, a.base + 1})
		} else if a.extra > 0 {
			list = append(list, part{i, 0, a.extra, a.base + 1})
		}
	}
	return list
}

// together keeps parts apart of one activity, of activities of which one must follow the
// other, and those which cannot meet between the first and last starts.
func (m *model) together(ctx context.Context, early, late []int) *together {
	t := &together{beside: int(m.beside), ctx: ctx, parts: m.parts(), most: mostTogether}
	if len(m.acts) > mostSearched {
		t.most /= 5
	}
	after := m.chains()
	for _, p := range t.parts {
		t.base = append(t.base, p.base)
		row := make([]uint64, (len(t.parts)+63)/64)
		for j, q := range t.parts {
			if p.act == q.act || has(after[p.act], q.act) || has(after[q.act], p.act) || late[p.act]+p.to <= early[q.act]+q.from || late[q.act]+q.to <= early[p.act]+p.from {
				row[j/64] |= 1 << (j % 64)
			}
		}
		t.apart = append(t.apart, row)
	}
	return t
}

func has(row []uint64, i int) bool { return row[i/64]>>(i%64)&1 == 1 }

// chains are, by activity, those that start only after it has ended and its weeks are
// over.
func (m *model) chains() [][]uint64 {
	n := len(m.acts)
	list := make([][]uint64, n)
	done := make([]bool, n)
	var follow func(i int) []uint64
	follow = func(i int) []uint64 {
		if done[i] {
			return list[i]
		}
		done[i], list[i] = true, make([]uint64, (n+63)/64)
		for _, j := range m.acts[i].next {
			if m.acts[i].lag > 0 {
				list[i][j/64] |= 1 << (j % 64)
			}
			for w, row := range follow(j) {
				list[i][w] |= row
			}
		}
		return list[i]
	}
	for i := range n {
		follow(i)
	}
	return list
}

// heaviest is the weight of the parts that weigh most among those that can run in
// a week with so many minutes; false: it took too long to find.
func (t *together) heaviest(weights []int64, minutes int64) (int64, []int, bool) {
	t.weights, t.room, t.best, t.set, t.chosen, t.nodes = weights, minutes, 0, nil, nil, t.most
	t.order = t.order[:0]
	for i, w := range weights {
		if w > 0 && t.base[i] <= minutes {
			t.order = append(t.order, i)
		}
	}
	slices.SortFunc(t.order, t.dearer)
	t.try(0, minutes, 0, make([]uint64, len(t.apart[0])))
	return t.best, t.set, t.nodes > 0
}

// dearer sorts by weight for each minute, descending.
func (t *together) dearer(i, j int) int {
	high1, low1 := bits.Mul64(uint64(t.weights[i]), uint64(t.base[j]))
	high2, low2 := bits.Mul64(uint64(t.weights[j]), uint64(t.base[i]))
	return cmp.Or(cmp.Compare(high2, high1), cmp.Compare(low2, low1), cmp.Compare(i, j))
}

func (t *together) try(k int, left, sum int64, shut []uint64) {
	if t.nodes--; t.nodes <= 0 || t.nodes%512 == 0 && t.ctx.Err() != nil {
		t.nodes = 0
		return
	}
	if sum > t.best {
		t.best, t.set = sum, slices.Clone(t.chosen)
	}
	if len(t.chosen) == t.beside || k == len(t.order) || !t.canBeat(k, left, sum, shut) {
		return
	}
	i := t.order[k]
	if t.base[i] <= left && !has(shut, i) {
		more := slices.Clone(shut)
		for w, row := range t.apart[i] {
			more[w] |= row
		}
		t.chosen = append(t.chosen, i)
		t.try(k+1, left-t.base[i], sum+t.weights[i], more)
		t.chosen = t.chosen[:len(t.chosen)-1]
	}
	t.try(k+1, left, sum, shut)
}

// canBeat tells whether what is left could weigh more than the best, if it could be cut
// to measure.
func (t *together) canBeat(k int, left, sum int64, shut []uint64) bool {
	for _, i := range t.order[k:] {
		if has(shut, i) {
			continue
		}
		if t.base[i] > left {
			high, low := bits.Mul64(uint64(t.weights[i]), uint64(left))
			part, _ := bits.Div64(high, low, uint64(t.base[i]))
			return sum+int64(part) > t.best
		}
		if sum, left = sum+t.weights[i], left-t.base[i]; sum > t.best {
			return true
		}
	}
	return false
}
