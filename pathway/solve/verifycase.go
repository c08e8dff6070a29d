package solve

import (
	"math"
	"math/bits"
	"slices"
)

// prover goes through the cases of one proof.
type prover struct {
	*verifier
	*claim
	value  int64
	better int64   // the greatest cost below value that a plan can have
	pay    []int64 // by twice the row: what the list at hand pays an action that counts as often as is needed, and one that counts once
	least  []int64 // by group: the least that one of it has left, of what is below 0
	used   []int64 // by resource
	depth  int     // of the case at hand
	at     []int32 // by action: its choice, from 1; 0: it is no choice, or dropped for good. Nil: no case was split yet
}

// proves checks that no plan costs less than value, by the proof whose table is at hand.
func (v *verifier) proves(name string, p *Proof, c *claim, value int64) error {
	if value <= 0 {
		return nil
	}
	if p == nil || p.Case == nil {
		return faulty("%s: no proof", name)
	}
	w := &prover{verifier: v, claim: c, value: value, better: value - 1}
	longs := make([]int64, 2*len(p.Landmarks)+len(p.Groups)+1+len(c.limits))
	w.pay, w.used, w.least = cut(&longs, 2*len(p.Landmarks)), cut(&longs, len(c.limits)), longs
	if c.step.size > 0 {
		w.better -= w.better % c.step.size
	}
	if c.waive {
		v.waivers(p, c.weights)
	}
	if err := v.group(p.Groups); err != nil {
		return err
	}
	if v.stack = v.stack[:0]; !w.closed(p.Case) {
		return faulty("%s: the cases do not prove %d", name, value)
	}
	return nil
}

// afresh is proves, with a table that is yet to be made.
func (v *verifier) afresh(name string, p *Proof, c *claim, value int64) error {
	if value > 0 && p != nil {
		if err := v.fill(p); err != nil {
			return err
		}
	}
	return v.proves(name, p, c, value)
}

// group checks that the members of each group exclude each other, and notes it.
func (v *verifier) group(groups [][]int) error {
	clear(v.actions.group)
	for g, group := range groups {
		for k, a := range group {
			if uint(a) >= uint(len(v.actions.fate)) || v.actions.group[a] > 0 {
				return faulty("group %d", g)
			}
			v.actions.group[a] = int32(g + 1)
			v.excluded(a)
			for _, b := range group[:k] {
				if v.actions.seen[b] != v.looks {
					return faulty("group %d: actions %d and %d do not exclude each other", g, a, b)
				}
			}
		}
	}
	return nil
}

// groupOf is the group of an action, from 1; 0: none.
func (v *verifier) groupOf(a int32) int32 {
	if int(a) >= len(v.actions.group) {
		return 0 // a waiver
	}
	return v.actions.group[a]
}

// closed tells whether no plan of a case is better. It leaves everything as it was. No case
// lies deeper than there are actions and waivers to split on: one that does goes round in a
// circle.
func (w *prover) closed(c *Case) bool {
	if c == nil || w.depth > len(w.in.Actions)+len(w.in.Goals) {
		return false
	}
	w.depth++
	before := len(w.stack)
	closed := w.shut(c)
	w.back(before)
	w.depth--
	return closed
}

// shut is closed, but leaves what was decided.
func (w *prover) shut(c *Case) bool {
	for k := range c.Prices {
		if w.enough(&c.Prices[k]) {
			return true
		}
	}
	if w.at == nil {
		w.settle()
	}
	if c.With == nil && c.Without == nil || c.Action < 0 || c.Action >= len(w.at) {
		return false
	}
	i := w.at[c.Action] - 1
	switch {
	case i < 0 || w.choices[i].state < 0:
		return w.closed(c.Without)
	case w.choices[i].state > 0:
		return w.closed(c.With)
	}
	here := len(w.stack)
	if w.take(i) && !w.closed(c.With) {
		return false
	}
	w.back(here)
	w.decide(i, -1)
	return w.closed(c.Without)
}

// settle forgets the choices that are dropped for good, and finds the others.
func (w *prover) settle() {
	w.choices = slices.DeleteFunc(w.choices, func(c choice) bool { return c.state < 0 })
	w.stack = w.stack[:0]
	w.at = make([]int32, len(w.in.Actions)+len(w.in.Goals))
	for i := range w.choices {
		w.at[w.choices[i].action] = int32(i + 1)
	}
}

// usesOf is what an action or a waiver uses, by resource.
func (w *prover) usesOf(a int32) []int64 {
	n := len(w.limits)
	return w.claim.uses[int(a)*n:][:n]
}

func (w *prover) decide(i int32, as int8) {
	w.choices[i].state = as
	w.stack = append(w.stack, i)
	if as > 0 {
		for r, n := range w.usesOf(w.choices[i].action) {
			w.used[r] += n
		}
	}
}

// take takes an action and drops those that it excludes; false: it does not go with
// what was taken before.
func (w *prover) take(i int32) bool {
	w.decide(i, 1)
	for r, n := range w.used {
		if n > w.limits[r] {
			return false
		}
	}
	a := int(w.choices[i].action)
	if a >= len(w.in.Actions) {
		return true // a waiver
	}
	for _, b := range w.in.Actions[a].Excludes {
		if !w.bar(b) {
			return false
		}
	}
	for k := w.actions.rivals[a]; k > 0; k = w.links[k].next {
		if !w.bar(int(w.links[k].of)) {
			return false
		}
	}
	return true
}

// bar drops an action; false: it is taken.
func (w *prover) bar(a int) bool {
	i := w.at[a] - 1
	if i < 0 {
		return true
	}
	if w.choices[i].state == 0 {
		w.decide(i, -1)
	}
	return w.choices[i].state < 0
}

func (w *prover) back(to int) {
	for _, i := range w.stack[to:] {
		c := &w.choices[i]
		if c.state > 0 {
			for r, n := range w.usesOf(c.action) {
				w.used[r] -= n
			}
		}
		c.state = 0
	}
	w.stack = w.stack[:to]
}

// mostWorth bounds every number of a sum of prices, so that none overflows.
const mostWorth = math.MaxInt64 / 4

// enough applies a list of prices: true, if no plan of the case is better. Otherwise it
// drops the actions that no better plan can hold.
func (w *prover) enough(p *Prices) bool {
	sure, ok := w.set(p)
	if !ok {
		return false
	}
	owed, ok := w.charge(p)
	if !ok {
		return false
	}
	gap := -sure - owed
	if p.Unit > 0 {
		gap += p.Unit * w.better
	}
	if gap >= 0 {
		w.dropDear(gap)
	}
	return gap < 0
}

// set sets the prices of the rows, and tells what is sure to be paid, less the limits at
// their multiples; false: the list makes no sense, or some sum of it may overflow.
func (w *prover) set(p *Prices) (sure int64, ok bool) {
	if len(p.Multiples) != len(w.limits) || len(p.Each) != len(p.Rows) {
		return 0, false
	}
	paid, worth := room{most: mostWorth}, room{most: mostWorth}
	paid.take(p.Unit, w.value)
	worth.take(p.Unit, w.total)
	for r, m := range p.Multiples {
		paid.take(m, w.limits[r])
		worth.take(m, w.all[r])
		sure -= m * w.limits[r]
	}
	clear(w.pay)
	rows, pay, prices := w.rows, w.pay, p.Each
	for k, i := range p.Rows {
		if uint(i) >= uint(len(rows)) {
			return 0, false
		}
		each, need := prices[k], int64(rows[i].need)
		paid.take(each, need)
		pay[2*i] += each * need
		pay[2*i+1] += each
		sure += each * need
	}
	return sure, !paid.full && !worth.full
}

// room is how much more can be added to a sum.
type room struct {
	most int64
	full bool
}

// take takes n times m of it, neither of which may be below 0.
func (r *room) take(n, m int64) {
	high, low := bits.Mul64(uint64(n), uint64(m))
	if n < 0 || m < 0 || high > 0 || low > uint64(r.most) {
		r.full = true
		return
	}
	r.most -= int64(low)
}

// charge takes the prices of the rows from what actions are worth. It returns what taken
// actions have left, and what the others have less than nothing left, of a group the one
// that has least; false: the sum does not fit.
func (w *prover) charge(p *Prices) (owed int64, ok bool) {
	clear(w.least)
	choices, unit := w.choices, p.Unit
	for i := range choices {
		c := &choices[i]
		if c.state < 0 {
			continue
		}
		left := unit*c.cost - w.paid(c)
		for r, m := range p.Multiples {
			left += m * w.usesOf(c.action)[r]
		}
		if c.left = left; left >= 0 && c.state == 0 {
			continue
		}
		if g := w.groupOf(c.action); c.state > 0 || g == 0 {
			owed += left
		} else if left < w.least[g] {
			owed += left - w.least[g]
			w.least[g] = left
		}
		if owed < -mostWorth || owed > mostWorth {
			return 0, false
		}
	}
	return owed, true
}

// paid is what the rows of an action pay it.
func (w *prover) paid(c *choice) (sum int64) {
	pay := w.pay
	for _, cell := range w.cells[c.from:c.to] {
		sum += pay[cell]
	}
	return sum
}

// dropDear drops the actions that have more left than the gap; one of a group comes
// in the place of the others.
func (w *prover) dropDear(gap int64) {
	choices := w.choices
	for i := range choices {
		if c := &choices[i]; c.state == 0 && c.left-w.least[w.groupOf(c.action)] > gap {
			w.decide(int32(i), -1)
		}
	}
}
