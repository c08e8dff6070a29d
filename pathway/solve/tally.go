package solve

import (
	"math"
	"math/bits"
	"slices"
)

// tally is a list of prices. Cost times unit, plus the multiples of the use of each
// resource, is what actions are worth; the prices of the landmarks that a plan meets,
// less what its actions are overcharged, are no more than it is worth.
type tally struct {
	unit      int64 // 0: it shows that no plan keeps to the limits
	multiples []int64
	rows      []int32 // landmarks, in the order of the relaxation
	prices    []int64
}

// tallying is the room in which prices are added up.
type tallying struct {
	unit  int64
	left  []int64
	least []int64 // by group: the most that one of it is overcharged, below 0
}

// mostUnit is the precision of prices: millionths of a unit of cost.
const mostUnit = 1_000_000

func newTallying(p *problem) tallying {
	total := p.costs + 1
	unit := int64(1)
	if room := int64(1<<56) / total; room > 1 {
		unit = min(room, mostUnit)
	}
	return tallying{unit: unit, left: make([]int64, len(p.acts)), least: make([]int64, len(p.groups))}
}

// wanted is the greatest cost of a plan that is still wanted.
func (s *search) wanted() int64 {
	switch {
	case s.best == nil:
		return s.ceiling
	case s.ties:
		return s.best.cost
	}
	return s.best.cost - 1
}

// suggested turns the multipliers of the relaxation into whole prices, rounded down.
func (s *search) suggested(v verdict) *tally {
	l := s.relax.lp
	t := &tally{unit: s.tally.unit, multiples: make([]int64, len(s.p.caps))}
	dual := func(row int) float64 { return l.reduced[l.n+row] }
	factor := float64(t.unit)
	if v == hopeless {
		t.unit = 0
		dual = func(row int) float64 { return l.ray[row] }
		factor = s.rayScale()
	}
	for row, i := range s.relax.rows {
		d := dual(row)
		if d <= 1e-12 || i == isGroup {
			continue
		}
		if i < 0 {
			k := int(-1 - i)
			t.multiples[k] = s.p.tame(k, math.Round(factor*d/s.relax.scale[k]))
			continue
		}
		if price := int64(min(factor*d, 1<<56)); price > 0 {
			t.rows, t.prices = append(t.rows, i), append(t.prices, price)
		}
	}
	return t
}

// rayScale makes the multipliers of a ray precise as whole numbers.
func (s *search) rayScale() float64 {
	most := 1e-9
	for row, i := range s.relax.rows {
		d := math.Abs(s.relax.lp.ray[row])
		if i < 0 && i != isGroup {
			d = d / s.relax.scale[-1-i] * (float64(s.p.total(int(-1-i))) + 1)
		}
		most = max(most, d)
	}
	return float64(1<<40) / most
}

// tame keeps a multiple of resource k so small that nothing overflows.
func (p *problem) tame(k int, multiple float64) int64 {
	room := int64(1<<57) / int64(len(p.caps)) / (p.total(k) + 1)
	return int64(min(multiple, float64(room)))
}

// add adds a tally up at the present node: what is sure to be paid, less the limits at
// their multiples; false: a landmark has no actions left. What actions have left is in
// s.tally.left.
func (s *search) add(t *tally) (sure int64, alive bool) {
	left := s.tally.left
	for a := range left {
		left[a] = s.p.worth(a, t)
	}
	for k, i := range t.rows {
		l := &s.pool[i]
		if s.unmeetable(l) {
			return 0, false
		}
		price := t.prices[k]
		sure += price * int64(l.need)
		for j, a := range l.acts {
			left[a] -= price * int64(l.coef(j))
		}
	}
	for r, m := range t.multiples {
		sure -= m * s.p.caps[r]
	}
	return sure + s.overcharged(), true
}

func (p *problem) worth(a int, t *tally) int64 {
	worth := t.unit * p.acts[a].cost
	for r, m := range t.multiples {
		worth += m * p.acts[a].uses[r]
	}
	return worth
}

// unmeetable tells whether the actions that are not dropped cannot meet a landmark.
func (s *search) unmeetable(l *landmark) bool {
	sum := int32(0)
	for i, a := range l.acts {
		if s.state[a] != dropped {
			if sum += l.coef(i); sum >= l.need {
				return false
			}
		}
	}
	return true
}

// overcharged is what the taken actions have left, which may be below 0, and what the
// others have less than nothing left; of a group only one can count.
func (s *search) overcharged() (sum int64) {
	clear(s.tally.least)
	for a, left := range s.tally.left {
		switch g := s.p.groupOf[a]; {
		case s.state[a] == taken:
			sum += left
		case s.state[a] == dropped || left >= 0:
		case g < 0:
			sum += left
		case left < s.tally.least[g]:
			sum += left - s.tally.least[g]
			s.tally.least[g] = left
		}
	}
	return sum
}

// topUp raises the prices of landmarks of which every action has something left.
func (s *search) topUp(t *tally) {
	left := s.tally.left
	for k, i := range t.rows {
		l := &s.pool[i]
		if l.coefs != nil {
			continue
		}
		most := int64(math.MaxInt64)
		for _, a := range l.acts {
			if s.state[a] == taken {
				most = 0
			} else if s.state[a] == undecided {
				most = min(most, left[a])
			}
			if most <= 0 {
				break
			}
		}
		if most <= 0 || most > 1<<56 {
			continue
		}
		t.prices[k] += most
		for _, a := range l.acts {
			left[a] -= most
		}
	}
}

// apply bounds the present node by a tally and drops what a wanted plan cannot afford;
// false: the node is done with. It keeps the tally in the trace if that did anything.
func (s *search) apply(t *tally, lower int64, tr *trace) (int64, bool) {
	sure, alive := s.add(t)
	if !alive {
		s.keep(t, tr)
		return lower, false
	}
	if t.unit > 0 {
		lower = max(lower, ceilDiv(sure, t.unit))
	}
	afford := -sure
	if t.unit > 0 {
		afford = t.unit*s.wanted() - sure
	}
	if afford < 0 {
		s.keep(t, tr)
		return lower, false
	}
	if s.dropDear(afford) || s.tied(lower) {
		s.keep(t, tr)
	}
	return lower, true
}

// dropDear drops the actions that have more left than a plan can afford.
func (s *search) dropDear(afford int64) (any bool) {
	for a, left := range s.tally.left {
		if s.state[a] != undecided {
			continue
		}
		if g := s.p.groupOf[a]; g >= 0 {
			left -= s.tally.least[g]
		}
		if left > afford {
			s.drop(int32(a))
			any = true
		}
	}
	return any
}

// tighten bounds the present node, drops what cannot be in a plan that is still wanted,
// and returns the least cost of any plan of the node, at least lower; false: the node
// is done with.
func (s *search) tighten(lower int64, tr *trace) (int64, bool) {
	alive := true
	if s.seen == 1 && s.ascent != nil {
		s.try(&s.plain, s.cheap())
		if lower, alive = s.apply(s.ascent, lower, tr); !alive {
			return lower, false
		}
	}
	if s.last != nil {
		if lower, alive = s.apply(s.last, lower, tr); !alive {
			return lower, false
		}
	}
	rounds, stale := s.rounds(), 0
	was := -1.0
	for round := 0; ; round++ {
		limit := float64(s.wanted())
		v := s.relax.solve(s, limit+0.05+float64(limit*1e-9), 5_000)
		if s.ended() {
			return lower, true
		}
		if lower, alive = s.price(v, lower, tr); !alive {
			return lower, false
		}
		if v == enough {
			v = s.relax.solve(s, math.Inf(1), 5_000)
			if lower, alive = s.price(v, lower, tr); !alive {
				return lower, false
			}
		}
		if v == hopeless {
			return lower, true // numbers too coarse to prove it: branch
		}
		s.relax.read()
		if s.seen <= 1 && round%4 == 0 || s.seen%32 == 0 && round == 0 {
			s.suggest()
		}
		if s.seen <= 1 && round > 0 && round%3 == 0 {
			s.relax.purge()
		}
		if stale++; s.relax.lp.object > was+float64(1e-3*(1+math.Abs(was))) {
			stale, was = 0, s.relax.lp.object
		}
		if fraction := s.fractional(); fraction && (round >= rounds || stale > 6) || s.separate() == 0 {
			if whole := s.whole(); !fraction && (s.best == nil || !slices.Equal(whole, s.best.actions)) {
				s.try(&s.plain, whole)
			}
			break
		}
	}
	if s.seen&(s.seen-1) == 0 || s.seen%64 == 0 {
		s.dive()
		if lower, alive = s.price(s.relax.solve(s, math.Inf(1), 5_000), lower, tr); !alive || s.ended() {
			return lower, alive
		}
		s.relax.read()
	}
	if s.last != nil {
		s.keep(s.last, tr)
	}
	if s.seen <= 1 || len(s.relax.rows) > s.relax.most {
		s.relax.read()
		s.relax.purge()
		if s.seen == 1 {
			s.relax.follow(s)
			s.relax.lp.retire()
		}
		s.relax.most = 2*len(s.relax.rows) + 50
	}
	if s.tied(lower) && !s.ties {
		return lower, false
	}
	return lower, true
}

func (s *search) rounds() int {
	if s.seen <= 1 {
		return 100
	}
	return 3
}

// price applies the prices of the relaxation, and then what is left of them.
func (s *search) price(v verdict, lower int64, tr *trace) (int64, bool) {
	t := s.suggested(v)
	if t.unit > 0 {
		if _, alive := s.add(t); alive {
			s.topUp(t)
		}
		s.last = t
	}
	return s.apply(t, lower, tr)
}

// fractional tells whether an action is taken in part.
func (s *search) fractional() bool {
	for _, x := range s.relax.x {
		if x > 1e-6 && x < 1-1e-6 {
			return true
		}
	}
	return false
}

// whole are the actions that the relaxation takes.
func (s *search) whole() (actions []int32) {
	for a, x := range s.relax.x {
		if x > 0.5 {
			actions = append(actions, int32(a))
		}
	}
	return actions
}

// ceilDiv is a/b rounded up, at least 0.
func ceilDiv(a, b int64) int64 {
	if a <= 0 {
		return 0
	}
	q, r := bits.Div64(0, uint64(a), uint64(b))
	if r > 0 {
		q++
	}
	return int64(q)
}
