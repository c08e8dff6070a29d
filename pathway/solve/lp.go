package solve

import (
	"math"
	"slices"
)

// lp is a linear relaxation: the least cost of actions taken in part, between 0 and 1,
// that keep to rows "at most". A bounded dual simplex over a factored basis. It only
// suggests: what its prices prove is computed in integers (see tally). Products are rounded
// one by one, so that every processor agrees.
type lp struct {
	n       int       // actions; the slack of row i is variable n+i
	cost    []float64 // by action
	cols    [][]entry // by action
	rows    [][]entry // by row: its actions
	rhs     []float64 // by row
	lo, up  []float64 // by variable
	place   []int32   // by variable: its position in the basis, -1: none
	atUpper []bool    // by variable out of the basis
	reduced []float64 // by variable: reduced cost
	stand   []float64 // by action: its value when it is out of the basis
	live    []int32   // actions that are not retired
	retired []bool    // by action: it is 0 for good, and left out of rows
	free    []int32   // actions that may move, and some that were fixed since settle
	height  int       // how long the columns are together of those out of the basis

	basis  []int32   // by position: variable
	value  []float64 // by position
	weight []float64 // by position: square of the length of its row of the inverse
	factor *factor
	spare  *factor // another, while the first is to be kept
	room   factoring
	rough  bool        // lengths are left as they are: for a few steps that is good enough
	saved  *lpState    // to which the simplex will come back; nil: none
	ended  func() bool // asked in long loops, after which nothing is right any more; nil: it is not
	beats  int         // units of work until it is asked again

	pivots   int       // since values and reduced costs were computed afresh
	object   float64   // value of the objective
	hit      []int32   // variables in the row of the tableau
	marked   []bool    // by action
	alpha    []float64 // by variable: row of the tableau
	line     []float64 // by row: row of the inverse
	column   []float64 // by position: column of the tableau
	inColumn []int32   // positions at which it is not 0
	steep    []float64 // by position: the inverse times line
	ray      []float64 // by row: multipliers that show that no point exists
	permute  []float64 // by variable
}

// entry is a coefficient of a column, or, with the action for the row, of a row.
type entry struct {
	row int32
	v   float64
}

// The tolerances of the simplex.
const (
	feasible = 1e-7
	tiny     = 1e-9
)

// newLP has actions of these costs and no rows, but room for so many. Once ended, if it is
// given, turns true, it is of no use.
func newLP(cost []float64, m int, ended func() bool) *lp {
	n := len(cost)
	l := &lp{n: n, cost: cost, cols: make([][]entry, n), factor: &factor{}, ended: ended}
	if l.over() {
		return l
	}
	l.lo, l.up, l.place = make([]float64, n, n+m), make([]float64, n, n+m), make([]int32, n, n+m)
	if l.over() {
		return l
	}
	l.stand, l.marked, l.retired = make([]float64, n), make([]bool, n), make([]bool, n)
	l.atUpper, l.reduced, l.alpha = make([]bool, n, n+m), make([]float64, n, n+m), make([]float64, n, n+m)
	if l.over() {
		return l
	}
	l.rows, l.rhs, l.basis, l.value = make([][]entry, 0, m), make([]float64, 0, m), make([]int32, 0, m), make([]float64, 0, m)
	l.weight, l.column = make([]float64, 0, m), make([]float64, 0, m)
	l.line, l.steep = make([]float64, 0, m), make([]float64, 0, m)
	l.live = make([]int32, n)
	for a := range n {
		l.up[a], l.place[a], l.reduced[a], l.live[a] = 1, -1, cost[a], int32(a)
	}
	return l
}

// makeRoom makes room for so many rows of each action, a part at a time.
func (l *lp) makeRoom(rows []int32) {
	total := 0
	for _, n := range rows {
		total += int(n)
	}
	var room []entry
	for a, n := range rows {
		if len(room) < int(n) {
			if l.over() {
				return
			}
			room = make([]entry, max(int(n), min(total, mostRoom)))
		}
		l.cols[a], room = room[:0:n], room[n:]
		total -= int(n)
	}
}

// mostRoom is how many entries room is made for at once.
const mostRoom = 1 << 15

// addRow adds sum(v x) <= rhs. Its slack joins the basis.
func (l *lp) addRow(acts []int32, v func(i int) float64, rhs float64) {
	row := make([]entry, 0, len(acts))
	for i, a := range acts {
		if l.stops(i) {
			break
		}
		if c := v(i); c != 0 && !l.retired[a] {
			row = append(row, entry{a, c})
		}
	}
	l.join(row, rhs)
}

// addEqual is addRow where v is the same of all actions.
func (l *lp) addEqual(acts []int32, v, rhs float64) {
	row := make([]entry, 0, len(acts))
	for _, a := range acts {
		if !l.retired[a] {
			row = append(row, entry{a, v})
		}
	}
	l.join(row, rhs)
}

// join adds a row.
func (l *lp) join(row []entry, rhs float64) {
	m := len(l.rhs)
	value := rhs
	var basic []entry
	for i, e := range row {
		if l.stops(i) {
			break
		}
		a, c := e.row, e.v
		l.cols[a] = append(l.cols[a], entry{int32(m), c})
		if p := l.place[a]; p >= 0 {
			value -= float64(c * l.value[p])
			basic = append(basic, entry{p, c})
		} else if x := l.stand[a]; x != 0 {
			value -= float64(c * x)
		}
	}
	l.factor.border(m, basic)
	l.rhs, l.rows = append(l.rhs, rhs), append(l.rows, row)
	l.basis = append(l.basis, int32(l.n+m))
	l.lo, l.up = append(l.lo, 0), append(l.up, math.Inf(1))
	l.place, l.atUpper = append(l.place, int32(m)), append(l.atUpper, false)
	l.reduced, l.alpha = append(l.reduced, 0), append(l.alpha, 0)
	l.value, l.column = append(l.value, value), append(l.column, 0)
	l.line, l.steep = append(l.line, 0), append(l.steep, 0)
	l.weight = append(l.weight, 1)
}

func squares(list []float64) (sum float64) {
	for _, v := range list {
		if v != 0 {
			sum += float64(v * v)
		}
	}
	return sum
}

// retire leaves the actions that are fixed at 0 and out of the basis out of all rows,
// for good.
func (l *lp) retire() {
	l.live = slices.DeleteFunc(l.live, func(a int32) bool {
		l.retired[a] = l.up[a] == 0 && l.place[a] < 0
		return l.retired[a]
	})
	for i, row := range l.rows {
		if l.after(len(row)) {
			return
		}
		l.rows[i] = slices.DeleteFunc(row, func(e entry) bool { return l.retired[e.row] })
	}
}

// fix sets the bounds of an action.
func (l *lp) fix(a int32, lo, up float64) { l.lo[a], l.up[a] = lo, up }

// at is the value of a variable.
func (l *lp) at(j int32) float64 {
	switch p := l.place[j]; {
	case p >= 0:
		return l.value[p]
	case l.atUpper[j]:
		return l.up[j]
	}
	return l.lo[j]
}

// settle puts every action out of the basis at the bound that suits its reduced cost, and
// lets the values follow.
func (l *lp) settle() {
	moved := false
	clear(l.column)
	l.free, l.height = l.free[:0], 0
	for n, a := range l.live {
		if l.stops(n) {
			return
		}
		if l.up[a] > l.lo[a] {
			l.free = append(l.free, a)
		}
		if l.place[a] >= 0 {
			continue
		}
		if l.up[a] > l.lo[a] {
			l.height += len(l.cols[a])
			l.reduced[a] = l.priced(a)
			l.atUpper[a] = l.reduced[a] < 0
		}
		if x := l.at(a); x != l.stand[a] {
			for _, e := range l.cols[a] {
				l.column[e.row] += float64(e.v * (x - l.stand[a]))
			}
			l.stand[a], moved = x, true
		}
	}
	if moved {
		l.factor.solve(l.column)
		for p, c := range l.column {
			l.value[p] -= c
		}
	}
	l.object = l.objective()
}

// stops tells, every few of many steps, whether to stop.
func (l *lp) stops(n int) bool { return n%1024 == 1023 && l.over() }

// over tells whether to stop.
func (l *lp) over() bool { return l.ended != nil && l.ended() }

// after tells, once in a while, after n units of work, whether to stop.
func (l *lp) after(n int) bool {
	if l.beats -= n; l.beats < 0 {
		l.beats = beat
		return l.over()
	}
	return false
}

// objective is what the actions cost at their values.
func (l *lp) objective() (sum float64) {
	for _, a := range l.live {
		if p := l.place[a]; p >= 0 {
			sum += float64(l.cost[a] * l.value[p])
		} else if x := l.stand[a]; x != 0 {
			sum += float64(l.cost[a] * x)
		}
	}
	return sum
}

// priced is the reduced cost of an action out of the basis.
func (l *lp) priced(a int32) float64 { return l.cost[a] + product(l.cols[a], l.reduced[l.n:]) }

// shift changes what a row allows.
func (l *lp) shift(row int, by float64) {
	l.rhs[row] += by
	clear(l.column)
	l.column[row] = by
	l.factor.solve(l.column)
	for p, c := range l.column {
		l.value[p] += c
	}
}

// fresh computes all values from the bounds at which variables stand.
func (l *lp) fresh() {
	copy(l.value, l.rhs)
	for _, a := range l.live {
		if l.place[a] >= 0 {
			continue
		}
		l.stand[a] = l.at(a)
		if x := l.stand[a]; x != 0 {
			for _, e := range l.cols[a] {
				l.value[e.row] -= float64(e.v * x)
			}
		}
	}
	l.factor.solve(l.value)
}

// keepRows drops the rows that are not kept and whose slack is in the basis, and tells
// which rows stay; false: it ended, and all rows are there still.
func (l *lp) keepRows(keep func(row int) bool) (stay []int32, done bool) {
	number := make([]int32, len(l.rhs))
	gone := make([]bool, len(l.rhs)) // by position
	for i := range number {
		p := l.place[l.n+i]
		if number[i] = -1; p >= 0 && !keep(i) {
			gone[p] = true
			continue
		}
		number[i] = int32(len(stay))
		stay = append(stay, int32(i))
	}
	if len(stay) < len(number) {
		if !l.renumber(number) {
			return nil, false
		}
		l.keepOnly(stay, number, gone)
		l.refactor()
	}
	return stay, true
}

// renumber gives rows other numbers in the columns, and drops those below 0; false: it ended.
func (l *lp) renumber(number []int32) bool {
	for _, a := range l.live {
		if l.after(1 + len(l.cols[a])) {
			return false
		}
		rest := l.cols[a][:0]
		for _, e := range l.cols[a] {
			if number[e.row] >= 0 {
				rest = append(rest, entry{number[e.row], e.v})
			}
		}
		l.cols[a] = rest
	}
	return true
}

// keepOnly gives the rows that stay their new numbers in the basis.
func (l *lp) keepOnly(stay, number []int32, gone []bool) {
	p := 0
	for q, v := range l.basis {
		if gone[q] {
			continue
		}
		if int(v) >= l.n {
			v = int32(l.n) + number[int(v)-l.n]
		}
		l.basis[p], l.weight[p], l.value[p] = v, l.weight[q], l.value[q]
		p++
	}
	for k, i := range stay {
		l.rows[k] = l.rows[i]
		l.rhs[k], l.reduced[l.n+k], l.place[l.n+k] = l.rhs[i], l.reduced[l.n+int(i)], -1
	}
	l.shorten(len(stay))
	for q, v := range l.basis {
		l.place[v] = int32(q)
	}
}

// shorten forgets all rows but the first m.
func (l *lp) shorten(m int) {
	l.rows, l.rhs = l.rows[:m], l.rhs[:m]
	l.basis, l.weight, l.value = l.basis[:m], l.weight[:m], l.value[:m]
	l.column, l.line, l.steep = l.column[:m], l.line[:m], l.steep[:m]
	l.lo, l.up, l.place = l.lo[:l.n+m], l.up[:l.n+m], l.place[:l.n+m]
	l.atUpper, l.reduced, l.alpha = l.atUpper[:l.n+m], l.reduced[:l.n+m], l.alpha[:l.n+m]
}

// dropLast drops the last row, of the given actions. The basis is no basis until another
// is loaded.
func (l *lp) dropLast(acts []int32) {
	m := len(l.rhs) - 1
	for _, a := range acts {
		if n := len(l.cols[a]) - 1; n >= 0 && int(l.cols[a][n].row) == m {
			l.cols[a] = l.cols[a][:n]
		}
	}
	l.shorten(m)
}
