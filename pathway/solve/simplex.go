package solve

import "math"

// verdict is how a simplex ended.
type verdict uint8

const (
	optimal  verdict = iota
	hopeless         // no point keeps to the rows; lp.ray shows it
	enough           // the objective has passed the limit
	stopped          // asked to stop, or too many steps: prices are sound, not best
)

// solve runs the dual simplex until the values are feasible, or the objective exceeds
// limit. ended is asked before every step.
func (l *lp) solve(limit float64, most int, ended func() bool) verdict {
	l.settle()
	return l.run(limit, most, ended)
}

// run is solve from the values that there are: no variable out of the basis has moved.
func (l *lp) run(limit float64, most int, ended func() bool) verdict {
	for step := 0; ; step++ {
		if l.object > limit {
			return enough
		}
		if step >= most || ended() {
			return stopped
		}
		if l.pivots > 150+2*len(l.rhs) {
			l.refresh()
		}
		p, off := l.leaving()
		if p < 0 {
			return optimal
		}
		l.tableauRow(p)
		q := l.entering(off)
		if q < 0 {
			l.keepRay(p, off)
			return hopeless
		}
		if !l.pivot(p, q, off) {
			if l.pivots == 0 {
				return stopped
			}
			l.refresh()
		}
	}
}

// leaving is the position whose value is farthest from its bounds, and by how much:
// below 0, under the lower.
func (l *lp) leaving() (best int, off float64) {
	best = -1
	most := 0.0
	for p, x := range l.value {
		v := l.basis[p]
		far := 0.0
		if x < l.lo[v]-feasible {
			far = x - l.lo[v]
		} else if x > l.up[v]+feasible {
			far = x - l.up[v]
		} else {
			continue
		}
		if score := float64(far*far) / max(l.weight[p], 1e-12); score > most {
			best, off, most = p, far, score
		}
	}
	return best, off
}

// tableauRow computes the row of the tableau at a position, and lists the variables out
// of the basis that may move and are in it.
func (l *lp) tableauRow(p int) {
	l.hit = l.hit[:0]
	for k, b := range l.inverse[p] {
		if b == 0 {
			continue
		}
		if slack := int32(l.n + k); l.place[slack] < 0 {
			l.alpha[slack] = b
			l.hit = append(l.hit, slack)
		}
		for _, e := range l.rows[k] {
			if !l.marked[e.row] {
				l.marked[e.row] = true
				l.alpha[e.row] = 0
				l.hit = append(l.hit, e.row)
			}
			l.alpha[e.row] += float64(b * e.v)
		}
	}
	rest := l.hit[:0]
	for _, j := range l.hit {
		if int(j) < l.n {
			l.marked[j] = false
		}
		if l.place[j] < 0 && l.up[j] > l.lo[j] && math.Abs(l.alpha[j]) > tiny {
			rest = append(rest, j)
		}
	}
	l.hit = rest
}

// entering is the variable that joins the basis: the ratio test of Harris (1973), of
// the ratios near the least the one with the largest pivot; -1: none can.
func (l *lp) entering(off float64) int32 {
	sign := 1.0
	if off < 0 {
		sign = -1
	}
	least := l.infinite
	for _, j := range l.hit {
		if a := l.towards(j, sign); a > 0 {
			least = min(least, (math.Abs(l.reduced[j])+1e-9)/a)
		}
	}
	best, widest := int32(-1), 0.0
	for _, j := range l.hit {
		a := l.towards(j, sign)
		if (a > widest || a == widest && j < best) && a > 0 && math.Abs(l.reduced[j])/a <= least {
			best, widest = j, a
		}
	}
	return best
}

// towards is how much variable j helps per unit; 0 or less: not at all.
func (l *lp) towards(j int32, sign float64) float64 {
	if l.atUpper[j] {
		return -l.alpha[j] * sign
	}
	return l.alpha[j] * sign
}

// pivot lets a variable take position p; false: the pivot is too small to trust.
func (l *lp) pivot(p int, q int32, off float64) bool {
	l.columnOf(q)
	pivot := l.column[p]
	if math.Abs(pivot) < 1e-7 || math.Abs(pivot-l.alpha[q]) > float64(1e-6*(1+math.Abs(pivot))) {
		return false
	}
	ratio := l.reduced[q] / pivot
	for _, j := range l.hit {
		l.reduced[j] -= float64(ratio * l.alpha[j])
	}
	step := off / pivot
	for i, c := range l.column {
		if c != 0 {
			l.value[i] -= float64(step * c)
		}
	}
	l.object += math.Abs(float64(ratio * off))
	l.swap(p, q, l.at(q)+step, off > 0, ratio)
	l.update(p, pivot)
	l.pivots++
	return true
}

// swap exchanges the variable at position p for another.
func (l *lp) swap(p int, q int32, x float64, upper bool, ratio float64) {
	out := l.basis[p]
	l.value[p], l.basis[p] = x, q
	l.place[q], l.place[out] = int32(p), -1
	l.reduced[q], l.reduced[out] = 0, -ratio
	l.atUpper[out] = upper
	if int(out) < l.n {
		l.stand[out] = l.at(out)
	}
}

// columnOf computes the column of the tableau of a variable.
func (l *lp) columnOf(q int32) {
	if int(q) >= l.n {
		k := int(q) - l.n
		for p, line := range l.inverse {
			l.column[p] = line[k]
		}
		return
	}
	col := l.cols[q]
	for p, line := range l.inverse {
		sum := 0.0
		for _, e := range col {
			if b := line[e.row]; b != 0 {
				sum += float64(b * e.v)
			}
		}
		l.column[p] = sum
	}
}

// update changes the inverse for a pivot at position p, and the lengths of its rows.
func (l *lp) update(p int, pivot float64) {
	line := l.changing(p)
	l.touched = l.touched[:0]
	for k, b := range line {
		if b != 0 {
			if math.Abs(b) < 1e-13 {
				line[k] = 0
				continue
			}
			line[k] = b / pivot
			l.touched = append(l.touched, int32(k))
		}
	}
	for i, c := range l.column {
		if i == p || c == 0 {
			continue
		}
		if math.Abs(c) < 1e-12 {
			continue
		}
		other := l.changing(i)
		grown := 0.0
		for _, k := range l.touched {
			was := other[k]
			now := was - float64(c*line[k])
			other[k] = now
			grown += float64(now*now) - float64(was*was)
		}
		l.weight[i] = max(l.weight[i]+grown, 1e-6)
	}
	l.weight[p] = squares(line)
}

// changing is a row of the inverse that is about to change.
func (l *lp) changing(p int) []float64 {
	if l.saved != nil {
		l.saved.keep(l, p)
	}
	return l.inverse[p]
}

// keepRay keeps the multipliers that show that the row at position p cannot be met.
func (l *lp) keepRay(p int, off float64) {
	l.ray = append(l.ray[:0], l.inverse[p]...)
	if off > 0 {
		for i := range l.ray {
			l.ray[i] = -l.ray[i]
		}
	}
}

// refresh makes the inverse, the reduced costs and the values afresh.
func (l *lp) refresh() {
	m := len(l.rhs)
	inBasis := []int32{}
	for _, v := range l.basis {
		if int(v) < l.n {
			inBasis = append(inBasis, v)
		}
		l.place[v] = -1
	}
	slackIn := make([]bool, m)
	for _, v := range l.basis {
		if int(v) >= l.n {
			slackIn[int(v)-l.n] = true
		}
	}
	for i := range m {
		line := l.changing(i)
		clear(line)
		line[i] = 1
		l.basis[i], l.place[l.n+i], l.weight[i] = int32(l.n+i), int32(i), 1
	}
	for _, v := range inBasis {
		l.join(v, slackIn)
	}
	l.pivots = 0
	l.price()
	l.fresh()
	l.settle()
}

// join brings an action into the basis in the place of the best slack that was not in
// it; it stays out if there is none.
func (l *lp) join(v int32, slackIn []bool) {
	l.columnOf(v)
	best, widest := -1, 1e-7
	for p, c := range l.column {
		if s := int(l.basis[p]) - l.n; s >= 0 && !slackIn[s] && math.Abs(c) > widest {
			best, widest = p, math.Abs(c)
		}
	}
	if best < 0 {
		return
	}
	l.place[l.basis[best]] = -1
	l.basis[best], l.place[v] = v, int32(best)
	l.update(best, l.column[best])
}

// price computes the reduced costs from the basis. Slacks that come out below 0 are
// set to 0: their prices are no prices.
func (l *lp) price() {
	duals := make([]float64, len(l.rhs))
	for p, line := range l.inverse {
		if v := l.basis[p]; int(v) < l.n && l.cost[v] != 0 {
			for k, b := range line {
				if b != 0 {
					duals[k] += float64(l.cost[v] * b)
				}
			}
		}
	}
	for j := range l.place {
		switch {
		case l.place[j] >= 0:
			l.reduced[j] = 0
		case j >= l.n:
			l.reduced[j] = max(0, -duals[j-l.n])
		default:
			sum := l.cost[j]
			for _, e := range l.cols[j] {
				sum -= float64(duals[e.row] * e.v)
			}
			l.reduced[j] = sum
		}
	}
}
