package solve

import (
	"math"
	"slices"
)

// lp is a linear relaxation: the least cost of actions taken in part, between 0 and 1,
// that keep to rows "at most". A bounded dual simplex over an explicit inverse of which
// zeros are skipped. It only suggests: what its prices prove is computed in integers
// (see tally). Products are rounded one by one, so that every processor agrees.
type lp struct {
	n        int         // actions; the slack of row i is variable n+i
	cost     []float64   // by action
	cols     [][]entry   // by action
	rhs      []float64   // by row
	lo, up   []float64   // by variable
	place    []int32     // by variable: its position in the basis, -1: none
	atUpper  []bool      // by variable out of the basis
	reduced  []float64   // by variable: reduced cost
	basis    []int32     // by position: variable
	value    []float64   // by position
	stand    []float64   // by action: its value when it is out of the basis
	inverse  [][]float64 // by position, by row
	weight   []float64   // by position: square of the length of its row of inverse
	pivots   int         // since the inverse was made afresh
	object   float64     // value of the objective
	rows     [][]entry   // by row: its actions
	hit      []int32     // variables in the row of the tableau
	marked   []bool      // by action
	retired  []bool      // by action: it is 0 for good, and left out of rows
	alpha    []float64   // by variable: row of the tableau
	column   []float64   // by position: column of the tableau
	touched  []int32
	ray      []float64 // by row: multipliers that show that no point exists
	saved    *lpState  // which keeps rows of the inverse before they change; nil: none
	infinite float64
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

func newLP(cost []float64) *lp {
	n := len(cost)
	l := &lp{n: n, cost: cost, cols: make([][]entry, n), infinite: math.Inf(1)}
	l.lo, l.up, l.place = make([]float64, n), make([]float64, n), make([]int32, n)
	l.stand, l.marked = make([]float64, n), make([]bool, n)
	l.retired = make([]bool, n)
	l.atUpper, l.reduced, l.alpha = make([]bool, n), make([]float64, n), make([]float64, n)
	for a := range n {
		l.up[a], l.place[a], l.reduced[a] = 1, -1, cost[a]
	}
	return l
}

// addRow adds sum(v x) <= rhs. Its slack joins the basis.
func (l *lp) addRow(acts []int32, v func(i int) float64, rhs float64) {
	m := len(l.rhs)
	for p := range l.inverse {
		l.inverse[p] = append(l.inverse[p], 0)
	}
	fresh := make([]float64, m+1, m+64)
	fresh[m] = 1
	value := rhs
	var row []entry
	for i, a := range acts {
		c := v(i)
		if c == 0 {
			continue
		}
		l.cols[a] = append(l.cols[a], entry{int32(m), c})
		if !l.retired[a] {
			row = append(row, entry{a, c})
		}
		if p := l.place[a]; p < 0 {
			value -= float64(c * l.stand[a])
		} else {
			value -= float64(c * l.value[p])
			for k, b := range l.inverse[p] {
				if b != 0 {
					fresh[k] -= float64(c * b)
				}
			}
		}
	}
	l.rhs, l.rows = append(l.rhs, rhs), append(l.rows, row)
	l.inverse = append(l.inverse, fresh)
	l.basis = append(l.basis, int32(l.n+m))
	l.lo, l.up = append(l.lo, 0), append(l.up, l.infinite)
	l.place, l.atUpper = append(l.place, int32(m)), append(l.atUpper, false)
	l.reduced, l.alpha = append(l.reduced, 0), append(l.alpha, 0)
	l.value, l.column = append(l.value, value), append(l.column, 0)
	l.weight = append(l.weight, squares(fresh))
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
	for a := range l.retired {
		l.retired[a] = l.retired[a] || l.up[a] == 0 && l.place[a] < 0
	}
	for i, row := range l.rows {
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

// settle puts every variable out of the basis at the bound that suits its reduced
// cost, and lets the values follow.
func (l *lp) settle() {
	for j := range l.place {
		if l.place[j] >= 0 {
			continue
		}
		if l.up[j] > l.lo[j] {
			if j < l.n {
				l.reduced[j] = l.priced(j)
				l.atUpper[j] = l.reduced[j] < 0
			}
		}
		if j < l.n {
			l.move(int32(j))
		}
	}
	l.object = 0
	for a, c := range l.cost {
		if p := l.place[a]; p >= 0 {
			l.object += float64(c * l.value[p])
		} else if l.stand[a] != 0 {
			l.object += float64(c * l.stand[a])
		}
	}
}

// priced is the reduced cost of an action out of the basis.
func (l *lp) priced(a int) float64 {
	sum := l.cost[a]
	for _, e := range l.cols[a] {
		if d := l.reduced[l.n+int(e.row)]; d != 0 {
			sum += float64(d * e.v)
		}
	}
	return sum
}

// move takes an action out of the basis from where it stands to its bound.
func (l *lp) move(a int32) {
	x := l.at(a)
	by := x - l.stand[a]
	if by == 0 {
		return
	}
	l.stand[a] = x
	l.columnOf(a)
	for p, c := range l.column {
		if c != 0 {
			l.value[p] -= float64(by * c)
		}
	}
}

// fresh computes all values from the bounds at which variables stand.
func (l *lp) fresh() {
	rest := append([]float64{}, l.rhs...)
	for a := range int32(l.n) {
		if l.place[a] >= 0 {
			continue
		}
		l.stand[a] = l.at(a)
		if x := l.stand[a]; x != 0 {
			for _, e := range l.cols[a] {
				rest[e.row] -= float64(e.v * x)
			}
		}
	}
	for p, line := range l.inverse {
		sum := 0.0
		for k, b := range line {
			if b != 0 {
				sum += float64(b * rest[k])
			}
		}
		l.value[p] = sum
	}
}

// keepRows drops the rows that are not kept and whose slack is in the basis, and tells
// which rows stay.
func (l *lp) keepRows(keep func(row int) bool) (stay []int32) {
	m := len(l.rhs)
	number := make([]int32, m)
	gone := make([]bool, m) // by position
	for i := range m {
		p := l.place[l.n+i]
		if number[i] = -1; p >= 0 && !keep(i) {
			gone[p] = true
			continue
		}
		number[i] = int32(len(stay))
		stay = append(stay, int32(i))
	}
	l.renumber(stay, number, gone)
	return stay
}

func (l *lp) renumber(stay, number []int32, gone []bool) {
	for a := range l.cols {
		rest := l.cols[a][:0]
		for _, e := range l.cols[a] {
			if number[e.row] >= 0 {
				rest = append(rest, entry{number[e.row], e.v})
			}
		}
		l.cols[a] = rest
	}
	p := 0
	for q := range l.basis {
		if gone[q] {
			continue
		}
		line := l.inverse[q]
		for k, i := range stay {
			line[k] = line[i]
		}
		l.inverse[p], l.basis[p], l.weight[p], l.value[p] = line[:len(stay)], l.basis[q], l.weight[q], l.value[q]
		if v := l.basis[p]; int(v) >= l.n {
			l.basis[p] = int32(l.n) + number[int(v)-l.n]
		}
		p++
	}
	for k, i := range stay {
		l.rows[k] = l.rows[i]
		l.rhs[k], l.reduced[l.n+k], l.place[l.n+k] = l.rhs[i], l.reduced[l.n+int(i)], -1
	}
	m := len(stay)
	l.rows = l.rows[:m]
	l.rhs, l.basis, l.inverse, l.weight, l.value, l.column = l.rhs[:m], l.basis[:p], l.inverse[:p], l.weight[:p], l.value[:p], l.column[:p]
	l.lo, l.up, l.place = l.lo[:l.n+m], l.up[:l.n+m], l.place[:l.n+m]
	l.atUpper, l.reduced, l.alpha = l.atUpper[:l.n+m], l.reduced[:l.n+m], l.alpha[:l.n+m]
	for q, v := range l.basis {
		l.place[v] = int32(q)
	}
}

// dropLast drops the last row, of the given actions. The basis is no basis until another
// is loaded.
func (l *lp) dropLast(acts []int32) {
	m := len(l.rhs) - 1
	l.rows = l.rows[:m]
	for _, a := range acts {
		if n := len(l.cols[a]) - 1; n >= 0 && int(l.cols[a][n].row) == m {
			l.cols[a] = l.cols[a][:n]
		}
	}
	l.rhs, l.basis, l.inverse, l.weight, l.value, l.column = l.rhs[:m], l.basis[:m], l.inverse[:m], l.weight[:m], l.value[:m], l.column[:m]
	for p := range l.inverse {
		l.inverse[p] = l.inverse[p][:m]
	}
	l.lo, l.up, l.place = l.lo[:l.n+m], l.up[:l.n+m], l.place[:l.n+m]
	l.atUpper, l.reduced, l.alpha = l.atUpper[:l.n+m], l.reduced[:l.n+m], l.alpha[:l.n+m]
}
