package solve

import (
	"cmp"
	"math"
	"slices"
)

// factoring is the room in which triangles are made.
type factoring struct {
	columns []int32   // variables that have no pivot yet
	pivoted []bool    // by row
	rows    [][]int32 // by row: columns, by their position in columns
	active  []int32   // by column: its rows without a pivot
	done    []bool    // by column
	dense   []float64 // by row
	touched []int32
	todo    []int32
	ends    []int32 // by row: where its entries end
	stepped []bool  // by row
}

// make factors a basis. The answer has, for each row, the variable that has its pivot
// there: a slack where no column of the basis was fit to.
func (f *factor) make(l *lp, w *factoring) []int32 {
	f.lower, f.upper, f.changes = f.lower[:0], f.upper[:0], f.changes[:0]
	f.entries, f.later = f.entries[:0], f.later[:0]
	order := w.reset(l)
	w.peelColumns(f, l, order)
	w.peelRows(f, l, order)
	w.eliminate(f, l, order)
	f.turn(w)
	return order
}

// turn lists the upper triangle by rows: first those without a step, then in the order of
// the steps.
func (f *factor) turn(w *factoring) {
	w.countRows(f)
	f.turned = sized(f.turned, int(w.ends[len(w.ends)-1]))
	w.stepped = sized(w.stepped, len(w.pivoted))
	for i := range f.upper {
		s := &f.upper[i]
		w.stepped[s.at] = true
		for _, e := range f.entries[s.from:s.to] {
			f.turned[w.ends[e.row]] = entry{s.at, e.v}
			w.ends[e.row]++
		}
	}
	f.across = f.across[:0]
	for i, stepped := range w.stepped {
		if from, to := w.span(i); !stepped && to > from {
			f.across = append(f.across, step{at: int32(i), pivot: 1, from: from, to: to})
		}
	}
	for i := range f.upper {
		from, to := w.span(int(f.upper[i].at))
		f.across = append(f.across, step{at: f.upper[i].at, pivot: f.upper[i].pivot, from: from, to: to})
	}
}

// countRows sets ends to where the entries of each row of the upper triangle begin, and
// the last to how many there are.
func (w *factoring) countRows(f *factor) {
	w.ends = sized(w.ends, len(w.pivoted)+1)
	for i := range f.upper {
		for _, e := range f.entries[f.upper[i].from:f.upper[i].to] {
			w.ends[e.row]++
		}
	}
	total := int32(0)
	for i, n := range w.ends {
		w.ends[i], total = total, total+n
	}
}

// span is where the entries of a row are, once they are in place.
func (w *factoring) span(row int) (from, to int32) {
	if row > 0 {
		from = w.ends[row-1]
	}
	return from, w.ends[row]
}

// reset gives the slacks of the basis their rows.
func (w *factoring) reset(l *lp) (order []int32) {
	m := len(l.rhs)
	w.columns, w.todo = w.columns[:0], w.todo[:0]
	w.pivoted, w.dense = sized(w.pivoted, m), sized(w.dense, m)
	if len(w.rows) < m {
		w.rows = append(w.rows, make([][]int32, m-len(w.rows))...)
	}
	order = make([]int32, m)
	for i := range order {
		order[i] = int32(l.n + i)
		w.rows[i] = w.rows[i][:0]
	}
	for _, v := range l.basis {
		if int(v) >= l.n {
			w.pivoted[int(v)-l.n] = true
		} else {
			w.columns = append(w.columns, v)
		}
	}
	w.register(l)
	return order
}

// register lists the columns of each row that has no pivot.
func (w *factoring) register(l *lp) {
	w.active, w.done = sized(w.active, len(w.columns)), sized(w.done, len(w.columns))
	for k, v := range w.columns {
		for _, e := range l.cols[v] {
			if !w.pivoted[e.row] {
				w.rows[e.row] = append(w.rows[e.row], int32(k))
				w.active[k]++
			}
		}
	}
}

// sized is a list of n zeros, in the room of another if that is enough.
func sized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, n+n/2)
	}
	list = list[:n]
	clear(list)
	return list
}

// peelColumns pivots, again and again, in the columns that have one row left.
func (w *factoring) peelColumns(f *factor, l *lp, order []int32) {
	for k, n := range w.active {
		if n == 1 {
			w.todo = append(w.todo, int32(k))
		}
	}
	for n := 0; n < len(w.todo); n++ {
		k := w.todo[n]
		column := l.cols[w.columns[k]]
		at := slices.IndexFunc(column, func(e entry) bool { return !w.pivoted[e.row] })
		if w.done[k] || at < 0 || math.Abs(column[at].v) < smallest {
			continue
		}
		w.pivot(f, column, order, k, column[at])
		for _, other := range w.rows[column[at].row] {
			if w.active[other]--; w.active[other] == 1 {
				w.todo = append(w.todo, other)
			}
		}
	}
}

// smallest is the least pivot that is taken unseen.
const smallest = 1e-6

// peelRows pivots, again and again, in the rows that have one column left.
func (w *factoring) peelRows(f *factor, l *lp, order []int32) {
	left := make([]int32, len(order))
	w.todo = w.todo[:0]
	for i := range left {
		if left[i] = w.columnsLeft(i); left[i] == 1 {
			w.todo = append(w.todo, int32(i))
		}
	}
	for n := 0; n < len(w.todo); n++ {
		i := w.todo[n]
		if w.pivoted[i] || left[i] != 1 {
			continue
		}
		k := w.rows[i][slices.IndexFunc(w.rows[i], func(k int32) bool { return !w.done[k] })]
		column := l.cols[w.columns[k]]
		at := slices.IndexFunc(column, func(e entry) bool { return e.row == i })
		if math.Abs(column[at].v) < smallest {
			continue
		}
		w.pivot(f, column, order, k, column[at])
		for _, e := range column {
			if left[e.row]--; left[e.row] == 1 && !w.pivoted[e.row] {
				w.todo = append(w.todo, e.row)
			}
		}
	}
}

func (w *factoring) columnsLeft(row int) (n int32) {
	if w.pivoted[row] {
		return 0
	}
	for _, k := range w.rows[row] {
		if !w.done[k] {
			n++
		}
	}
	return n
}

// pivot takes a column as it is: those before it do not change it.
func (w *factoring) pivot(f *factor, column []entry, order []int32, k int32, at entry) {
	w.pivoted[at.row], w.done[k], order[at.row] = true, true, w.columns[k]
	f.split(at, column, w.pivoted)
}

// split adds a column to the triangles: what is in rows with a pivot to the upper, what
// is in others, divided by the pivot, to the lower.
func (f *factor) split(at entry, column []entry, pivoted []bool) {
	from := int32(len(f.entries))
	for _, e := range column {
		if e.row != at.row && pivoted[e.row] {
			f.entries = append(f.entries, e)
		}
	}
	f.upper = append(f.upper, step{at: at.row, pivot: at.v, from: from, to: int32(len(f.entries))})
	from = int32(len(f.entries))
	for _, e := range column {
		if !pivoted[e.row] {
			f.entries = append(f.entries, entry{e.row, e.v / at.v})
		}
	}
	if to := int32(len(f.entries)); to > from {
		f.lower = append(f.lower, step{at: at.row, pivot: 1, from: from, to: to})
	}
}

// eliminate pivots in the columns that are left, those with few rows first.
func (w *factoring) eliminate(f *factor, l *lp, order []int32) {
	rest := w.todo[:0]
	for k := range w.columns {
		if !w.done[k] {
			rest = append(rest, int32(k))
		}
	}
	slices.SortStableFunc(rest, func(a, b int32) int { return cmp.Compare(w.active[a], w.active[b]) })
	first := len(f.lower)
	for _, k := range rest {
		column := w.reduced(l.cols[w.columns[k]], f, first)
		if at := w.fittest(column); at.row >= 0 {
			w.pivoted[at.row], order[at.row] = true, w.columns[k]
			f.split(at, column, w.pivoted)
		}
	}
}

// reduced is a column after the steps of the lower triangle since first.
func (w *factoring) reduced(column []entry, f *factor, first int) []entry {
	w.touched = w.touched[:0]
	touch := func(i int32, v float64) {
		if w.dense[i] == 0 {
			w.touched = append(w.touched, i)
		}
		w.dense[i] += v
	}
	for _, e := range column {
		touch(e.row, e.v)
	}
	for i := first; i < len(f.lower); i++ {
		s := &f.lower[i]
		if v := w.dense[s.at]; v != 0 {
			for _, e := range f.entries[s.from:s.to] {
				touch(e.row, -float64(e.v*v))
			}
		}
	}
	made := make([]entry, 0, len(w.touched))
	for _, i := range w.touched {
		if v := w.dense[i]; math.Abs(v) > 1e-13 {
			made = append(made, entry{i, v})
		}
		w.dense[i] = 0
	}
	return made
}

// fittest is where a column has its pivot: of the entries that are not small beside
// the largest the one in the shortest row; row -1: all are too small.
func (w *factoring) fittest(column []entry) (best entry) {
	most := 1e-7
	for _, e := range column {
		if !w.pivoted[e.row] {
			most = max(most, math.Abs(e.v))
		}
	}
	best.row = -1
	for _, e := range column {
		if w.pivoted[e.row] || math.Abs(e.v) < 0.1*most {
			continue
		}
		if best.row < 0 || cmp.Or(cmp.Compare(len(w.rows[e.row]), len(w.rows[best.row])), cmp.Compare(e.row, best.row)) < 0 {
			best = e
		}
	}
	return best
}
