package solve

import (
	"math"
	"slices"
)

// verdict is how a simplex ended.
type verdict uint8

const (
	optimal  verdict = iota
	hopeless         // no point keeps to the rows; lp.ray shows it
	enough           // the objective has passed the limit
	stopped          // asked to stop, or too many steps: prices are sound, not best
)

// solve runs the dual simplex until the values are feasible, or the objective exceeds
// limit. ended is asked before and within every step.
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
		if l.factor.heavy() {
			if l.renew(); ended() {
				return stopped
			}
		}
		p, off := l.leaving()
		if p < 0 {
			return optimal
		}
		if l.tableauRow(p); ended() {
			return stopped
		}
		q := l.entering(off)
		if q < 0 {
			l.keepRay(p, off)
			return hopeless
		}
		if !l.pivot(p, q, off) && !l.passOver(p) {
			return stopped
		}
	}
}

// passOver goes on where a pivot at position p is too small to trust: what drifts is computed
// afresh, and where nothing does p leaves only after all others; false: it came last already.
func (l *lp) passOver(p int) bool {
	if l.pivots > 0 {
		l.refresh()
		return true
	}
	const longest = 1e18 // no row of an inverse is
	last := l.weight[p] >= longest
	l.weight[p] = longest
	return !last
}

// leaving is the position whose value is farthest from its bounds, and by how much:
// below 0, under the lower.
func (l *lp) leaving() (best int, off float64) {
	best = -1
	most := 0.0
	for p, x := range l.value {
		v := l.basis[p]
		if int(v) >= l.n && x >= -feasible {
			continue
		}
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
	clear(l.line)
	l.line[p] = 1
	l.combine()
}

// combine computes the sum of rows of the tableau, each times what line says of its position,
// as tableauRow does: from the rows that count, or, where these are long, from the columns of
// the actions that may move.
func (l *lp) combine() {
	l.hit = l.hit[:0]
	l.factor.solveBack(l.line)
	length := 0
	for k, b := range l.line {
		if math.Abs(b) < 1e-13 {
			continue
		}
		length += len(l.rows[k])
		if slack := int32(l.n + k); l.place[slack] < 0 && math.Abs(b) > tiny {
			l.alpha[slack] = b
			l.hit = append(l.hit, slack)
		}
	}
	if 2*length < l.height {
		l.combineRows()
	} else {
		l.combineColumns()
	}
}

// combineColumns computes the row of the tableau action by action.
func (l *lp) combineColumns() {
	for part := range slices.Chunk(l.free, mostRoom/4) {
		if l.after(len(part)) {
			return
		}
		for _, a := range part {
			if l.place[a] >= 0 || l.up[a] <= l.lo[a] {
				continue
			}
			if l.alpha[a] = product(l.cols[a], l.line); math.Abs(l.alpha[a]) > tiny {
				l.hit = append(l.hit, a)
			}
		}
	}
}

// combineRows computes the row of the tableau row by row.
func (l *lp) combineRows() {
	first := len(l.hit)
	for k, b := range l.line {
		if math.Abs(b) < 1e-13 {
			continue
		}
		if l.after(len(l.rows[k])) {
			break
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
	rest := l.hit[:first]
	for _, j := range l.hit[first:] {
		l.marked[j] = false
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
	least := math.Inf(1)
	for _, j := range l.hit {
		a, d := l.towards(j, sign), math.Abs(l.reduced[j])+1e-9
		if a > 0 && d < float64(least*a) {
			least = d / a
		}
	}
	least += float64(1e-12 * least) // beside large costs the tolerance above is lost in rounding
	best, widest := int32(-1), 0.0
	for _, j := range l.hit {
		a := l.towards(j, sign)
		if (a > widest || a == widest && j < best) && a > 0 && math.Abs(l.reduced[j]) <= float64(least*a) {
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
	for _, i := range l.inColumn {
		l.value[i] -= float64(step * l.column[i])
	}
	l.object += math.Abs(float64(ratio * off))
	l.steepen(p, pivot)
	l.swap(p, q, l.at(q)+step, off > 0, ratio)
	l.factor.exchange(p, l.column, l.inColumn)
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
	clear(l.column)
	if int(q) >= l.n {
		l.column[int(q)-l.n] = 1
	} else {
		for _, e := range l.cols[q] {
			l.column[e.row] = e.v
		}
	}
	l.factor.solve(l.column)
	l.inColumn = l.inColumn[:0]
	for p, c := range l.column {
		if math.Abs(c) > 1e-13 {
			l.inColumn = append(l.inColumn, int32(p))
		}
	}
}

// steepen changes the lengths of the rows of the inverse for a pivot at position p
// (Forrest and Goldfarb 1992).
func (l *lp) steepen(p int, pivot float64) {
	if l.rough {
		return
	}
	copy(l.steep, l.line)
	l.factor.solve(l.steep)
	length := squares(l.line)
	for _, i := range l.inColumn {
		if int(i) == p {
			continue
		}
		ratio := l.column[i] / pivot
		l.weight[i] = max(l.weight[i]-float64(2*ratio*l.steep[i])+float64(float64(ratio*ratio)*length), 1e-6)
	}
	l.weight[p] = length / float64(pivot*pivot)
}

// keepRay keeps the multipliers that show that the row at position p cannot be met.
func (l *lp) keepRay(p int, off float64) {
	l.ray = append(l.ray[:0], l.line...)
	if off > 0 {
		for i := range l.ray {
			l.ray[i] = -l.ray[i]
		}
	}
}

// renew factors the basis afresh, and now and then the reduced costs and the values too.
func (l *lp) renew() {
	if l.pivots > 150 {
		l.refresh()
	} else {
		l.refactor()
	}
}

// refresh makes the factor, the reduced costs and the values afresh.
func (l *lp) refresh() {
	l.refactor()
	l.pivots = 0
	l.price()
	l.fresh()
	l.settle()
}

// refactor factors the basis afresh. Variables may come to stand at other positions, and
// those that depend on others leave.
func (l *lp) refactor() {
	if l.saved != nil && l.saved.factor == l.factor {
		if l.spare == nil {
			l.spare = &factor{}
		}
		l.factor, l.spare = l.spare, nil
	}
	order := l.factor.make(l, &l.room)
	l.arrange(order, l.value)
	l.arrange(order, l.weight)
	for _, v := range l.basis {
		l.place[v] = -1
	}
	same := true
	for p, v := range order {
		l.place[v] = int32(p)
	}
	for _, v := range l.basis {
		same = same && l.place[v] >= 0
	}
	copy(l.basis, order)
	if !same {
		l.price()
		l.fresh()
		l.settle()
	}
}

// arrange brings what is listed by position into another order of the basis; what joins
// it has 1.
func (l *lp) arrange(order []int32, list []float64) {
	l.permute = sized(l.permute, len(l.place))
	for _, v := range order {
		l.permute[v] = 1
	}
	for p, v := range l.basis {
		l.permute[v] = list[p]
	}
	for p, v := range order {
		list[p] = l.permute[v]
	}
}

// price computes the reduced costs from the basis. Slacks that come out below 0 are
// set to 0: their prices are no prices.
func (l *lp) price() {
	for p, v := range l.basis {
		l.line[p] = 0
		if int(v) < l.n {
			l.line[p] = l.cost[v]
		}
	}
	l.factor.solveBack(l.line)
	for i, d := range l.line {
		l.reduced[l.n+i] = 0
		if l.place[l.n+i] < 0 {
			l.reduced[l.n+i] = max(0, -d)
		}
	}
	for n, a := range l.live {
		if l.stops(n) {
			return
		}
		if l.reduced[a] = 0; l.place[a] < 0 {
			l.reduced[a] = l.priced(a)
		}
	}
}

// begin makes a basis of the given variables, as far as they do not depend on each other,
// and of slacks.
func (l *lp) begin(variables []int32) {
	for i := range l.rhs {
		l.place[l.n+i], l.weight[i] = -1, 1
	}
	for _, v := range l.basis {
		l.place[v] = -1
	}
	l.basis = append(l.basis[:0], variables...)
	l.basis = l.factor.make(l, &l.room)
	for p, v := range l.basis {
		l.place[v] = int32(p)
	}
	l.price()
	l.fresh()
	l.settle()
}
