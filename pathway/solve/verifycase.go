package solve

import (
	"math"
	"slices"
)

// claim is what a proof is about: what actions cost and use, and what there is. Action
// n+g is the waiver of goal g, where n is the number of actions of the instance.
type claim struct {
	cost   []int64
	uses   [][]int64 // by resource
	limits []int64
	waive  bool
}

// mandatory: every goal that can be reached is to be closed.
func (v *verifier) mandatory() *claim {
	n := len(v.in.Actions)
	c := &claim{cost: make([]int64, n+len(v.in.Goals)), limits: slices.Clone(v.in.Limits)}
	for r := range v.in.Limits {
		c.uses = append(c.uses, make([]int64, len(c.cost)))
		for i, a := range v.in.Actions {
			if r < len(a.Uses) {
				c.uses[r][i] = a.Uses[r]
			}
		}
	}
	for i, a := range v.in.Actions {
		c.cost[i] = a.Cost
	}
	return c
}

// weighing: goals may stay open, and only that costs.
func (v *verifier) weighing() *claim {
	c := v.mandatory()
	c.waive = true
	clear(c.cost)
	for g, goal := range v.in.Goals {
		if first := v.goals[g]; first >= 0 {
			c.cost[len(v.in.Actions)+first] += goal.Weight
		}
	}
	return c
}

// losing: goals may stay open, but of no greater weight than most.
func (v *verifier) losing(most int64) *claim {
	c := v.weighing()
	weights := c.cost
	c.cost, c.limits = make([]int64, len(weights)), append(c.limits, most)
	c.uses = append(c.uses, weights)
	for i, a := range v.in.Actions {
		c.cost[i] = a.Cost
	}
	return c
}

// prover goes through the cases of one proof.
type prover struct {
	*claim
	v       *verifier
	value   int64
	rows    []row
	against [][]int
	groupOf []int
	state   []int8 // by action: 1 taken, -1 dropped
	left    []int64
	least   []int64 // by group
	used    []int64
	stack   []int
	zone    []int // by fact: its label; 0: none
	seen    []int // by action: the last landmark, from 1, that it enters
}

// row is a landmark with its actions.
type row struct {
	acts  []int
	count []int64
	need  int64
}

// proves checks that no plan costs less than value.
func (v *verifier) proves(name string, p *Proof, c *claim, value int64) error {
	if value <= 0 {
		return nil
	}
	if p == nil || p.Case == nil {
		return faulty("%s: no proof", name)
	}
	w := &prover{claim: c, v: v, value: value, state: make([]int8, len(c.cost)), left: make([]int64, len(c.cost)), used: make([]int64, len(c.limits)), zone: make([]int, v.in.Facts), seen: make([]int, len(v.in.Actions))}
	if err := w.prepare(p); err != nil {
		return err
	}
	if !w.closed(p.Case) {
		return faulty("%s: the cases do not prove %d", name, value)
	}
	return nil
}

// prepare derives the rows from the zones, and checks the groups.
func (w *prover) prepare(p *Proof) error {
	for k := range p.Landmarks {
		r, ok := w.row(&p.Landmarks[k])
		if !ok {
			return faulty("landmark %d is none", k)
		}
		w.rows = append(w.rows, r)
	}
	w.against = make([][]int, len(w.cost))
	for i, a := range w.v.in.Actions {
		for _, other := range a.Excludes {
			w.against[i], w.against[other] = append(w.against[i], other), append(w.against[other], i)
		}
	}
	w.groupOf, w.least = make([]int, len(w.cost)), make([]int64, len(p.Groups))
	for i := range w.groupOf {
		w.groupOf[i] = -1
	}
	for g, group := range p.Groups {
		for k, a := range group {
			if a < 0 || a >= len(w.v.in.Actions) || w.groupOf[a] >= 0 {
				return faulty("group %d", g)
			}
			w.groupOf[a] = g
			for _, b := range group[:k] {
				if !slices.Contains(w.against[a], b) {
					return faulty("group %d: actions %d and %d do not exclude each other", g, a, b)
				}
			}
		}
	}
	return nil
}

// row derives the actions of a landmark from its zone.
func (w *prover) row(l *Landmark) (r row, ok bool) {
	in := w.v.in
	if l.Goal < 0 || l.Goal >= len(in.Goals) || w.v.goals[l.Goal] != l.Goal {
		return r, false
	}
	for _, z := range l.Zone {
		if z.Fact < 0 || z.Fact >= in.Facts || w.v.start[z.Fact] || z.Time == 0 {
			return r, false
		}
		w.zone[z.Fact] = z.Time
	}
	r.need = int64(w.v.lacks[l.Goal])
	this := len(w.rows) + 1
	for _, z := range l.Zone {
		for _, a := range w.v.adders[z.Fact] {
			if w.seen[a] == this {
				continue
			}
			if end, ok := w.entry(a); ok && (w.zone[z.Fact] < 0 || end < w.zone[z.Fact]) {
				w.seen[a] = this
				r.acts, r.count = append(r.acts, a), append(r.count, r.need)
			}
		}
	}
	for _, a := range w.v.adders[in.Goals[l.Goal].Fact] {
		if w.seen[a] == this {
			continue
		}
		if _, ok := w.entry(a); ok {
			r.acts, r.count = append(r.acts, a), append(r.count, 1)
		}
	}
	if w.waive {
		r.acts, r.count = append(r.acts, len(in.Actions)+l.Goal), append(r.count, r.need)
	}
	for _, z := range l.Zone {
		w.zone[z.Fact] = 0
	}
	return r, true
}

// entry is when an action ends if facts come true when w.zone says; false: not in
// time, or the action is removed.
func (w *prover) entry(a int) (end int, ok bool) {
	if w.v.out[a] || !w.v.can[a] {
		return 0, false
	}
	for _, f := range w.v.in.Actions[a].Needs {
		if w.zone[f] < 0 {
			return 0, false
		}
		end = max(end, w.zone[f])
	}
	end += w.v.in.Actions[a].Time
	return end, w.v.in.Deadline == nil || end <= *w.v.in.Deadline
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
	for _, b := range w.against[a] {
		if w.state[b] > 0 {
			return false
		}
		if w.state[b] == 0 {
			w.decide(b, -1)
		}
	}
	for r, n := range w.used {
		if n > w.limits[r] {
			return false
		}
	}
	return true
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
	if !w.worth(p) {
		return false
	}
	sure, barred := int64(0), false
	for k, i := range p.Rows {
		r := &w.rows[i]
		open := int64(0)
		for j, a := range r.acts {
			w.left[a] -= r.count[j] * p.Each[k]
			if w.state[a] >= 0 {
				open += r.count[j]
			}
		}
		barred = barred || open < r.need
		sure += r.need * p.Each[k]
	}
	if barred {
		return true
	}
	for r, m := range p.Multiples {
		sure -= m * w.limits[r]
	}
	afford := int64(0)
	if p.Unit > 0 {
		afford = p.Unit * (w.value - 1)
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

// worth sets what each action is worth, and tells whether all sums of the list fit.
func (w *prover) worth(p *Prices) bool {
	total, ok := int64(0), len(p.Multiples) == len(w.limits) && len(p.Each) == len(p.Rows) && p.Unit >= 0
	add := func(n, times int64) {
		ok = ok && n >= 0 && times >= 0 && (n == 0 || times <= mostWorth/n) && n*times <= mostWorth-total
		if ok {
			total += n * times
		}
	}
	for r := range min(len(p.Multiples), len(w.limits)) {
		add(p.Multiples[r], w.limits[r])
	}
	add(p.Unit, w.value)
	for k, i := range p.Rows {
		if i < 0 || i >= len(w.rows) {
			return false
		}
		if ok {
			add(p.Each[k], w.rows[i].need)
		}
	}
	if !ok {
		return false
	}
	total = 0
	for a := range w.left {
		w.left[a] = 0
		add(p.Unit, w.cost[a])
		for r, m := range p.Multiples {
			add(m, w.uses[r][a])
		}
		if !ok {
			return false
		}
		w.left[a] = p.Unit * w.cost[a]
		for r, m := range p.Multiples {
			w.left[a] += m * w.uses[r][a]
		}
	}
	return true
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
