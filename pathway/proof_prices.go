package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// proves applies a list of prices, and takes the case down if they suffice; otherwise it
// drops what no better plan can afford. When the context has ended, the proof is lost.
func (w *replay) proves(p *solve.Prices) bool {
	left := w.left(p)
	each := w.lower(p, left)
	l := leaf{unit: p.Unit, presses: p.Multiples}
	for k, i := range p.Rows {
		if w.gone(k) {
			return true
		}
		if w.barred(i) {
			w.eachDear(i)
			return true
		}
		l.add(w.told(i), each[k])
	}
	for r, m := range p.Multiples {
		l.add(amountOf(WithinLimit, w.claim.names[r]), -m*w.limits[r])
	}
	if w.overcharge(&l, left); w.ended() {
		w.lost = true
		return true
	}
	afford := max(0, p.Unit*(w.value-1))
	if l.total > afford {
		w.close(l)
		return true
	}
	w.dropDear(left, &l, afford-l.total)
	return false
}

// gone tells, every few of many rows, whether the proof is lost.
func (w *replay) gone(row int) bool {
	w.lost = w.lost || row%aFew == 0 && w.ended()
	return w.lost
}

// left is what each action is worth beyond the prices of the rows that it is in.
func (w *replay) left(p *solve.Prices) []int64 {
	left := make([]int64, len(w.cost))
	for a := range left {
		left[a] = p.Unit * w.cost[a]
		for r, m := range p.Multiples {
			left[a] += m * w.uses[r][a]
		}
	}
	for k, i := range p.Rows {
		if w.gone(k) {
			break
		}
		for _, a := range w.list[i].acts {
			left[a] -= p.Each[k]
		}
	}
	return left
}

// lower takes prices off actions that are charged more than they are worth: it would have
// to be taken off again, so nothing is lost.
func (w *replay) lower(p *solve.Prices, left []int64) (each []int64) {
	each = slices.Clone(p.Each)
	for k, i := range p.Rows {
		if w.gone(k) {
			break
		}
		for _, a := range w.list[i].acts {
			if w.state[a] > takenHere || w.state[a] == undecided && w.groupOf[a] >= 0 {
				continue
			}
			if cut := min(each[k], -left[a]); cut > 0 {
				each[k] -= cut
				for _, b := range w.list[i].acts {
					left[b] += cut
				}
			}
		}
	}
	return each
}

// barred tells whether no action of a row may be taken any more.
func (w *replay) barred(i int) bool {
	return !slices.ContainsFunc(w.list[i].acts, func(a int) bool { return w.state[a] <= takenHere })
}

// overcharge adds what taken actions have left, and takes off what the others have less
// than nothing left: of a group, of which a plan holds one at most, the most.
func (w *replay) overcharge(l *leaf, left []int64) {
	least, of := make([]int64, w.groups), make([]int, w.groups)
	for a, n := range left {
		switch g := w.groupOf[a]; {
		case w.state[a] == takenHere:
			l.add(w.called(a, TakenHere), n)
		case w.state[a] != undecided || n >= 0:
		case g < 0:
			l.add(w.called(a, CountedTwice), n)
		case n < least[g]:
			least[g], of[g] = n, a
		}
	}
	for g, n := range least {
		if n < 0 {
			l.add(w.called(of[g], CountedTwice), n)
			l.items[len(l.items)-1].group = g
		}
	}
}

// dropDear drops the actions with which the amounts come to more than the gap allows.
func (w *replay) dropDear(left []int64, l *leaf, gap int64) {
	l.split, l.dropped = slices.Clone(w.split), slices.Contains(w.state, dear)
	off := make([]int64, w.groups) // what a plan with one of a group is spared
	for _, one := range l.items {
		if one.group >= 0 {
			off[one.group] += one.n
		}
	}
	if w.dearAs == nil {
		w.dearAs = make([]dearness, len(left))
	}
	for a, n := range left {
		if w.state[a] != undecided {
			continue
		}
		more := n
		if g := w.groupOf[a]; g >= 0 {
			more -= off[g]
		}
		if more > gap {
			w.settle(a, dear)
			w.dearAs[a] = dearness{l, n}
		}
	}
}

// with is the case of a plan that takes one action more, of a group of which nothing else
// can be taken then.
func (l *leaf) with(a Amount, n int64, group int) leaf {
	more := *l
	more.total += n
	more.items = nil
	for _, one := range l.items {
		if group >= 0 && one.group == group {
			more.total -= one.n
		} else {
			more.items = append(more.items, one)
		}
	}
	more.items = append(more.items, item{a, n, -1})
	return more
}

// eachDear takes down that a row has to be met by an action that no better plan affords:
// a case for each. If there is none, nothing is left for it.
func (w *replay) eachDear(i int) {
	acts := slices.DeleteFunc(slices.Clone(w.list[i].acts), func(a int) bool { return w.state[a] != dear })
	for _, a := range acts {
		d := w.dearAs[a]
		l := d.without.with(w.called(a, TakenHere), d.more, w.groupOf[a])
		l.split = append(slices.Clone(w.split), decision{a, true})
		if len(acts) == 1 && a < len(w.courses) {
			l.split, l.items = slices.Clone(w.split), slices.Clone(l.items)
			own := &l.items[len(l.items)-1]
			own.Amount = w.list[i].need
			own.Courses = []string{w.courses[a].ID}
		}
		w.cases = append(w.cases, l)
	}
	if len(acts) == 0 {
		cannot := w.told(i)
		w.close(leaf{cannot: &cannot})
	}
}
