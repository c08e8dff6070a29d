package solve

import "math"

// prover goes through the cases of one proof.
type prover struct {
	*claim
	v       *verifier
	value   int64
	better  int64 // the greatest cost below value that a plan can have
	allCost int64
	allUses []int64 // by resource
	flat    []int32 // room for the actions of rows
	rows    []row
	groupOf []int32
	state   []int8 // by action: 1 taken, -1 dropped
	left    []int64
	least   []int64 // by group
	used    []int64
	stack   []int
	zone    []int   // by fact: its label; 0: none
	seen    []int32 // by action: the last landmark, from 1, that it enters
}

// row is a landmark with its actions: the first full of them count need, the others 1.
type row struct {
	acts []int32
	full int
	need int64
}

// proves checks that no plan costs less than value.
func (v *verifier) proves(name string, p *Proof, c *claim, value int64) error {
	if value <= 0 {
		return nil
	}
	if p == nil || p.Case == nil {
		return faulty("%s: no proof", name)
	}
	w := newProver(v, c, value)
	if err := w.prepare(p); err != nil {
		return err
	}
	if !w.closed(p.Case) {
		return faulty("%s: the cases do not prove %d", name, value)
	}
	return nil
}

func newProver(v *verifier, c *claim, value int64) *prover {
	w := &prover{
		claim: c, v: v, value: value, better: (value - 1) / c.step() * c.step(), allCost: sum(c.cost),
		state: make([]int8, len(c.cost)), left: make([]int64, len(c.cost)), used: make([]int64, len(c.limits)),
		zone: make([]int, v.in.Facts), seen: make([]int32, len(v.in.Actions)), stack: make([]int, 0, len(c.cost)),
	}
	for _, uses := range c.uses {
		w.allUses = append(w.allUses, sum(uses))
	}
	return w
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

func (w *prover) decide(a int, as int8) {
	w.state[a] = as
	w.stack = append(w.stack, a)
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
	for _, b := range w.v.rivals.of(a) {
		if !w.bar(int(b)) {
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
	w.worth(p)
	sure, barred := w.charge(p)
	if barred {
		return true
	}
	afford := int64(0)
	if p.Unit > 0 {
		afford = p.Unit * w.better
	}
	owed, ok := w.overcharged()
	if !ok {
		return false
	}
	gap := afford - sure - owed
	if gap < 0 {
		return true
	}
	w.dropDear(gap)
	return false
}

// fits tells whether the list makes sense, and no sum of it overflows.
func (w *prover) fits(p *Prices) bool {
	if len(p.Multiples) != len(w.limits) || len(p.Each) != len(p.Rows) || p.Unit < 0 {
		return false
	}
	paid, worth := room{most: mostWorth}, room{most: mostWorth}
	paid.take(p.Unit, w.value)
	worth.take(p.Unit, w.allCost)
	for r, m := range p.Multiples {
		paid.take(m, w.limits[r])
		worth.take(m, w.allUses[r])
	}
	for k, i := range p.Rows {
		if i < 0 || i >= len(w.rows) {
			return false
		}
		paid.take(p.Each[k], w.rows[i].need)
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

// worth sets what each action is worth.
func (w *prover) worth(p *Prices) {
	for a, n := range w.cost {
		w.left[a] = p.Unit * n
	}
	for r, m := range p.Multiples {
		if m == 0 {
			continue
		}
		for a, n := range w.uses[r] {
			w.left[a] += m * n
		}
	}
}

// charge takes the prices of the rows from what actions are worth, and tells what is sure
// to be paid, less the limits at their multiples; barred: a row cannot be met.
func (w *prover) charge(p *Prices) (sure int64, barred bool) {
	for k, i := range p.Rows {
		r, price := &w.rows[i], p.Each[k]
		open := r.need * w.pay(r.acts[:r.full], r.need*price)
		open += w.pay(r.acts[r.full:], price)
		barred = barred || open < r.need
		sure += r.need * price
	}
	for r, m := range p.Multiples {
		sure -= m * w.limits[r]
	}
	return sure, barred
}

// pay takes a price from what some actions are worth, and tells how many of them are not
// dropped.
func (w *prover) pay(acts []int32, price int64) (open int64) {
	for _, a := range acts {
		w.left[a] -= price
		if w.state[a] >= 0 {
			open++
		}
	}
	return open
}

// overcharged is what taken actions have left, and what the others have less than
// nothing left, of a group the one that has least; false: the sum does not fit.
func (w *prover) overcharged() (sum int64, ok bool) {
	clear(w.least)
	for a, left := range w.left {
		g := w.groupOf[a]
		switch {
		case w.state[a] > 0:
			sum += left
		case w.state[a] < 0 || left >= 0:
		case g < 0:
			sum += left
		case left < w.least[g]:
			sum += left - w.least[g]
			w.least[g] = left
		}
		if sum < -mostWorth || sum > mostWorth {
			return 0, false
		}
	}
	return sum, true
}

// dropDear drops the actions that have more left than the gap; one of a group comes
// in the place of the others.
func (w *prover) dropDear(gap int64) {
	for a, left := range w.left {
		if w.state[a] != 0 {
			continue
		}
		if g := w.groupOf[a]; g >= 0 {
			left -= w.least[g]
		}
		if left > gap {
			w.decide(a, -1)
		}
	}
}
