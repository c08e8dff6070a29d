package solve

import (
	"cmp"
	"slices"
)

// prepare sets the prices of the landmarks at the root.
func (s *search) prepare() {
	for i := range s.views {
		v := &s.views[i]
		if _, alive := s.bound(v); alive {
			s.ascend(v)
		}
	}
}

// ascend improves the prices of a view at the root step by step: a landmark that
// nothing cheap meets becomes dearer, one that several meet becomes cheaper (Held and
// Karp 1971). The best prices seen are kept. Steps are whole numbers, and half as long
// whenever the bound has not risen for a while.
func (s *search) ascend(v *view) {
	const rounds, patience = 400, 15
	a := &ascent{s: s, v: v, left: make([]int64, len(v.worth))}
	a.grow()
	for round, stale := 0, 0; round < rounds && a.halvings <= 8 && !s.ended(); round++ {
		if stale++; a.step(round) {
			stale = 0
		}
		if stale >= patience {
			stale = 0
			a.halvings++
		}
	}
}

// ascent is the state of an ascend.
type ascent struct {
	s        *search
	v        *view
	prices   []int64
	left     []int64 // by action; below 0: overcharged
	best     int64   // greatest bound so far; its prices are in v
	halvings uint
}

// grow takes notice of new landmarks. The first ones start at the worth of their
// cheapest action, shared out among some of those that it is likely to meet.
func (a *ascent) grow() {
	first := len(a.prices) == 0
	for _, l := range a.s.pool[len(a.prices):] {
		price := int64(0)
		if first {
			price = a.cheapest(l) / int64(max(1, len(a.s.pool)/8))
		}
		a.prices = append(a.prices, price)
	}
}

func (a *ascent) cheapest(l landmark) int64 {
	least := int64(ruledOut)
	for _, act := range l {
		least = min(least, a.v.worth[act])
	}
	return least
}

// step evaluates the prices and moves them; it tells whether the bound rose.
func (a *ascent) step(round int) bool {
	bound := a.evaluate()
	rose := bound > a.best
	if rose {
		a.best = bound
		a.v.prices = append(a.v.prices[:0], a.prices...)
	}
	a.separate()
	if round%8 == 7 {
		a.suggest()
	}
	a.move(bound)
	return rose
}

// evaluate is the bound of the present prices (Lagrange): their sum, less what actions
// are overcharged.
func (a *ascent) evaluate() (bound int64) {
	copy(a.left, a.v.worth)
	for i, price := range a.prices {
		if price == 0 {
			continue
		}
		bound += price
		for _, act := range a.s.pool[i] {
			a.left[act] -= price
		}
	}
	for _, left := range a.left {
		bound += min(left, 0)
	}
	return bound
}

// separate adds the landmarks that the cheap actions do not meet, at no price.
func (a *ascent) separate() {
	r := a.s.main
	r.undo(mark{})
	for act, left := range a.left {
		if left <= 0 {
			r.add(int32(act), -1)
		}
	}
	for range 8 {
		goal := r.missing()
		if goal < 0 || len(a.s.pool) >= mostLandmarks {
			break
		}
		l := r.grow(goal, a.v.order)
		a.s.pool = append(a.s.pool, l)
		for _, act := range l {
			r.add(act, -1)
		}
	}
	a.grow()
}

// suggest offers the plan that holds what the prices make cheapest.
func (a *ascent) suggest() {
	actions := slices.Clone(a.v.order)
	slices.SortFunc(actions, func(x, y int32) int {
		return cmp.Or(-cmp.Compare(a.left[x], a.left[y]), -cmp.Compare(a.v.worth[x], a.v.worth[y]), cmp.Compare(x, y))
	})
	a.s.try(a.v, a.s.support(actions))
}

// aim is what the bound can rise to at most.
func (a *ascent) aim() int64 {
	if most := a.s.most(a.v); most < ruledOut {
		return max(most, a.best)
	}
	return a.best + a.best/4
}

// move takes a step along the slope: how far each landmark is from being met once.
func (a *ascent) move(bound int64) {
	slopes := make([]int64, len(a.prices))
	norm := int64(0)
	for i, l := range a.s.pool {
		slopes[i] = a.slope(l, a.prices[i])
		norm += slopes[i] * slopes[i]
	}
	if norm == 0 {
		return
	}
	step := max(1, (a.aim()-bound)/norm>>a.halvings)
	for i, slope := range slopes {
		if slope != 0 {
			a.prices[i] = max(0, a.prices[i]+min(step, ruledOut/8/(1+abs(slope)))*slope)
		}
	}
}

func (a *ascent) slope(l landmark, price int64) (slope int64) {
	slope = 1
	for _, act := range l {
		if a.left[act] < 0 {
			slope--
		}
	}
	if price == 0 {
		return max(slope, 0)
	}
	return slope
}

func abs(n int64) int64 { return max(n, -n) }
