package solve

import (
	"math"
	"slices"
)

// prover goes through the cases of one proof.
type prover struct {
	*claim
	*table
	value   int64
	better  int64   // the greatest cost below value that a plan can have
	allUses []int64 // by resource
	price   []int64 // by row, of the list at hand
	open    []int64 // by row: what the actions that are not dropped count
	groupOf []int32 // by action: its group, from 1; 0: none
	least   []int64 // by group
	live    []int32 // actions that are not dropped for good
	state   []int8  // by action: 1 taken, -1 dropped
	left    []int64 // by action: what it is worth, less the prices of its rows
	used    []int64 // by resource
	stack   []int32
}

// proves checks that no plan costs less than value. The table is that of the proof; nil: it
// is still to be made.
func (v *verifier) proves(name string, p *Proof, t *table, c *claim, value int64) (err error) {
	if value <= 0 {
		return nil
	}
	if p == nil || p.Case == nil {
		return faulty("%s: no proof", name)
	}
	if t == nil {
		if t, err = v.table(p, nil); err != nil {
			return err
		}
		t.fill()
	}
	if c.waive {
		t.waivers(p)
	}
	w := newProver(t, c, p, value)
	if err := w.group(p.Groups); err != nil {
		return err
	}
	if !w.closed(p.Case) {
		return faulty("%s: the cases do not prove %d", name, value)
	}
	return nil
}

func newProver(t *table, c *claim, p *Proof, value int64) *prover {
	n, rows, groups := len(c.cost), len(p.Landmarks), len(p.Groups)
	w := &prover{claim: c, table: t, value: value, better: value - 1, state: make([]int8, n)}
	longs := make([]int64, n+2*rows+2*len(c.limits)+groups+1)
	w.left, w.used, w.allUses = cut(&longs, n), cut(&longs, len(c.limits)), cut(&longs, len(c.limits))
	w.price, w.open, w.least = cut(&longs, rows), cut(&longs, rows), longs
	ints := make([]int32, 2*n)
	w.live, w.groupOf = cut(&ints, n)[:0], ints
	if c.step.size > 0 {
		w.better -= w.better % c.step.size
	}
	for r, uses := range c.uses {
		w.allUses[r] = sum(uses)
	}
	for a := range w.state {
		if a < len(t.v.fate) && t.v.fate[a] != 0 {
			w.state[a] = -1
		} else {
			w.live = append(w.live, int32(a))
		}
	}
	return w
}

// group checks that the members of each group exclude each other.
func (w *prover) group(groups [][]int) error {
	v := w.v
	seen := v.seen[v.in.Facts:]
	for g, group := range groups {
		for k, a := range group {
			if a < 0 || a >= len(v.in.Actions) || w.groupOf[a] > 0 {
				return faulty("group %d", g)
			}
			w.groupOf[a] = int32(g + 1)
			v.excluded(a)
			for _, b := range group[:k] {
				if seen[b] != v.looks {
					return faulty("group %d: actions %d and %d do not exclude each other", g, a, b)
				}
			}
		}
	}
	return nil
}

// sum adds numbers up that are known to fit together.
func sum(list []int64) (total int64) {
	for _, n := range list {
		total += n
	}
	return total
}

// closed tells whether no plan of a case is better.
func (w *prover) closed(c *Case) bool {
	if c == nil {
		return false
	}
	before := len(w.stack)
	defer w.back(before)
	for k := range c.Prices {
		if w.enough(&c.Prices[k]) {
			return true
		}
	}
	if before == 0 {
		w.settle()
	}
	if c.With == nil && c.Without == nil || c.Action < 0 || c.Action >= len(w.state) {
		return false
	}
	if w.state[c.Action] != 0 {
		return w.state[c.Action] > 0 && w.closed(c.With) || w.state[c.Action] < 0 && w.closed(c.Without)
	}
	here := len(w.stack)
	if w.take(c.Action) && !w.closed(c.With) {
		return false
	}
	w.back(here)
	w.decide(c.Action, -1)
	return w.closed(c.Without)
}

// settle forgets the actions that are dropped for good.
func (w *prover) settle() {
	w.live = slices.DeleteFunc(w.live, func(a int32) bool { return w.state[a] < 0 })
}

func (w *prover) decide(a int, as int8) {
	w.state[a] = as
	w.stack = append(w.stack, int32(a))
	if as > 0 {
		for r := range w.used {
			w.used[r] += w.uses[r][a]
		}
	}
}

// take takes an action and drops those that it excludes; false: it does not go with
// what was taken before.
func (w *prover) take(a int) bool {
	w.decide(a, 1)
	for r, n := range w.used {
		if n > w.limits[r] {
			return false
		}
	}
	if a >= len(w.v.in.Actions) {
		return true // a waiver
	}
	for _, b := range w.v.in.Actions[a].Excludes {
		if !w.bar(b) {
			return false
		}
	}
	for k := w.v.rivals.first[a]; k > 0; k = w.v.rivals.links[k].next {
		if !w.bar(int(w.v.rivals.links[k].of)) {
			return false
		}
	}
	return true
}

// bar drops an action; false: it is taken.
func (w *prover) bar(a int) bool {
	if w.state[a] == 0 {
		w.decide(a, -1)
	}
	return w.state[a] < 0
}

func (w *prover) back(to int) {
	for _, a := range w.stack[to:] {
		if w.state[a] > 0 {
			for r := range w.used {
				w.used[r] -= w.uses[r][a]
			}
		}
		w.state[a] = 0
	}
	w.stack = w.stack[:to]
}

// mostWorth bounds every number of a sum of prices, so that none overflows.
const mostWorth = math.MaxInt64 / 4

// enough applies a list of prices: true, if no plan of the case is better. Otherwise it
// drops the actions that no better plan can hold.
func (w *prover) enough(p *Prices) bool {
	if !w.fits(p) {
		return false
	}
	sure := w.set(p)
	owed, ok := w.charge(p)
	if w.barred(p) {
		return true
	}
	afford := int64(0)
	if p.Unit > 0 {
		afford = p.Unit * w.better
	}
	gap := afford - sure - owed
	if ok && gap >= 0 {
		w.dropDear(gap)
	}
	return ok && gap < 0
}

// fits tells whether the list makes sense, and no sum of it overflows.
func (w *prover) fits(p *Prices) bool {
	if len(p.Multiples) != len(w.limits) || len(p.Each) != len(p.Rows) || p.Unit < 0 {
		return false
	}
	paid, worth := room{most: mostWorth}, room{most: mostWorth}
	paid.take(p.Unit, w.value)
	worth.take(p.Unit, w.total)
	for r, m := range p.Multiples {
		paid.take(m, w.limits[r])
		worth.take(m, w.allUses[r])
	}
	for k, i := range p.Rows {
		if i < 0 || i >= len(w.need) {
			return false
		}
		paid.take(p.Each[k], w.need[i])
	}
	return !paid.full && !worth.full
}

// room is how much more can be added to a sum.
type room struct {
	most int64
	full bool
}

// take takes n times m of it, neither of which may be below 0.
func (r *room) take(n, m int64) {
	if n < 0 || m < 0 || n > 0 && m > r.most/n {
		r.full = true
		return
	}
	r.most -= n * m
}

// set sets the prices of the rows, and tells what is sure to be paid, less the limits at
// their multiples.
func (w *prover) set(p *Prices) (sure int64) {
	clear(w.price)
	clear(w.open)
	for k, i := range p.Rows {
		w.price[i] += p.Each[k]
		sure += w.need[i] * p.Each[k]
	}
	for r, m := range p.Multiples {
		sure -= m * w.limits[r]
	}
	return sure
}

// charge takes the prices of the rows from what actions are worth. It returns what taken
// actions have left, and what the others have less than nothing left, of a group the one
// that has least; false: the sum does not fit.
func (w *prover) charge(p *Prices) (owed int64, ok bool) {
	clear(w.least)
	ok = true
	for _, a := range w.live {
		if w.state[a] < 0 {
			continue
		}
		left := p.Unit*w.cost[a] - w.paid(a)
		for r, m := range p.Multiples {
			left += m * w.uses[r][a]
		}
		w.left[a] = left
		switch g := w.groupOf[a]; {
		case w.state[a] > 0 || left < 0 && g == 0:
			owed += left
		case left < w.least[g]:
			owed += left - w.least[g]
			w.least[g] = left
		}
		ok = ok && owed >= -mostWorth && owed <= mostWorth
	}
	return owed, ok
}

// paid is what the rows of an action charge it. They are open as far as it meets them.
func (w *prover) paid(a int32) (sum int64) {
	need, price, open := w.need, w.price, w.open
	for _, c := range w.cells[w.ends[a]:w.ends[a+1]] {
		if c >= 0 {
			sum += price[c] * need[c]
			open[c] += need[c]
		} else {
			sum += price[^c]
			open[^c]++
		}
	}
	return sum
}

// barred tells whether a row cannot be met.
func (w *prover) barred(p *Prices) bool {
	return slices.ContainsFunc(p.Rows, func(i int) bool { return w.open[i] < w.need[i] })
}

// dropDear drops the actions that have more left than the gap; one of a group comes
// in the place of the others.
func (w *prover) dropDear(gap int64) {
	for _, a := range w.live {
		if w.state[a] == 0 && w.left[a]-w.least[w.groupOf[a]] > gap {
			w.decide(int(a), -1)
		}
	}
}
