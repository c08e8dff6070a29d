package solve

import (
	"math"
	"math/bits"
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
	left  []int64 // by action
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

// note adds the price of a landmark.
func (t *tally) note(landmark int, price int64) {
	if price > 0 {
		t.rows, t.prices = append(t.rows, int32(landmark)), append(t.prices, price)
	}
}

// add adds a tally up at the present node: what is sure to be paid, less the limits at
// their multiples. What actions have left is in s.tally.left. If a landmark cannot be met,
// it returns what shows that; nil: all can be. When the context has ended it is of no use.
func (s *search) add(t *tally) (sure int64, dead *tally) {
	left := s.tally.left
	for _, a := range s.live {
		left[a] = s.p.worth(a, t)
	}
	for k, i := range t.rows {
		l := &s.pool[i]
		if s.after(len(l.acts)) {
			return 0, t
		}
		if s.unmeetable(l) {
			return 0, s.unmet(int(i))
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
	return sure + s.overcharged(), nil
}

func (p *problem) worth(a int32, t *tally) int64 {
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

// unmet is a tally that shows that a landmark cannot be met: what is left in it is charged more
// than it is worth, which is nothing, but less in all than the landmark is sure to be paid.
func (s *search) unmet(landmark int) *tally {
	return &tally{multiples: make([]int64, len(s.p.caps)), rows: []int32{int32(landmark)}, prices: []int64{1}}
}

// overcharged is what the taken actions have left, which may be below 0, and what the
// others have less than nothing left; of a group only one can count.
func (s *search) overcharged() (sum int64) {
	clear(s.tally.least)
	for _, a := range s.live {
		left := s.tally.left[a]
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

// topUp raises the prices of landmarks of which every action has something left, and tells
// by how much.
func (s *search) topUp(t *tally) (more int64) {
	for k, i := range t.rows {
		if l := &s.pool[i]; l.coefs == nil {
			if s.after(len(l.acts)) {
				return more
			}
			most := s.leastLeft(l)
			t.prices[k] += most
			more += most
			for _, a := range l.acts {
				s.tally.left[a] -= most
			}
		}
	}
	return more
}

// leastLeft is how much the price of a landmark can rise without overcharging any of its
// actions.
func (s *search) leastLeft(l *landmark) int64 {
	most := int64(math.MaxInt64)
	for _, a := range l.acts {
		switch s.state[a] {
		case taken:
			return 0
		case undecided:
			if most = min(most, s.tally.left[a]); most <= 0 {
				return 0
			}
		}
	}
	if most > 1<<56 {
		return 0
	}
	return most
}

// dropDear drops the actions that have more left than a plan can afford.
func (s *search) dropDear(afford int64) (any bool) {
	for _, a := range s.live {
		if s.state[a] == undecided && s.spare(a) > afford {
			s.drop(a)
			any = true
		}
	}
	return any
}

// spare is what an action has left, beside what another of its group is overcharged.
func (s *search) spare(a int32) int64 {
	left := s.tally.left[a]
	if g := s.p.groupOf[a]; g >= 0 {
		left -= s.tally.least[g]
	}
	return left
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
