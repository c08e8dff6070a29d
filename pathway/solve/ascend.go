package solve

import (
	"cmp"
	"slices"
)

// ascend finds a basis with prices that are no price too high: each row in turn, those of few
// actions first, is priced as high as what its actions have left allows, and one that then
// has nothing left joins the basis; of the rows without a price the slack does. No action
// that joined is in a row that is priced later, so the basis is a triangle, and its prices
// are these. The simplex is spared the way up to them. When it ended there are fewer.
func (l *lp) ascend() (basis []int32) {
	left, order := slices.Clone(l.cost), make([]int32, len(l.rows))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(i, k int32) int { return cmp.Compare(len(l.rows[i]), len(l.rows[k])) })
	for _, i := range order {
		if l.after(2 * len(l.rows[i])) {
			return basis
		}
		joins := l.scarcest(i, left)
		if joins < 0 {
			basis = append(basis, int32(l.n)+i)
			continue
		}
		price := left[joins]
		for _, e := range l.rows[i] {
			left[e.row] -= price
		}
		basis = append(basis, joins)
	}
	return basis
}

// scarcest is the action of a row that has least left; -1: one has nothing left, or the row does
// not ask for one action.
func (l *lp) scarcest(row int32, left []float64) (least int32) {
	least = -1
	for _, e := range l.rows[row] {
		if e.v != -1 || l.rhs[row] != -1 || left[e.row] < tiny {
			return -1
		}
		if least < 0 || left[e.row] < left[least] {
			least = e.row
		}
	}
	return least
}
