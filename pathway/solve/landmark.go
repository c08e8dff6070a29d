package solve

import "slices"

// landmark is a set of actions of which every plan holds one, ascending.
type landmark []int32

// grow returns the landmark that is left when as many actions as possible are
// switched on, in the given order, while goal stays out of reach. It leaves r as it
// found it.
func (r *reach) grow(goal int32, order []int32) (left landmark) {
	before := r.mark()
	for _, a := range order {
		if r.on[a] {
			continue
		}
		here := r.mark()
		if r.add(a, goal) {
			r.undo(here)
			left = append(left, a)
		}
	}
	r.undo(before)
	slices.Sort(left)
	return left
}

// decision is what a node of the search has made of an action.
type decision uint8

const (
	undecided decision = iota
	taken
	dropped
)

// view is a way of pricing actions: cost times weight, plus a multiple of the use of
// each resource. For every plan, the priced sum is at least the sum of the prices of
// the landmarks, which bounds its cost from below.
type view struct {
	weight int64   // of the cost; 0: the view bounds the use of resources alone
	spare  int64   // the multiples times the limits, summed
	worth  []int64 // by action: its priced sum
	prices []int64 // by landmark of the pool; absent: 0
	left   []int64 // by action: what the landmarks have not used up
	order  []int32 // in which landmarks are grown: dear actions are switched on first
}

// ruledOut is more than anything is worth.
const ruledOut = 1 << 62

// reset starts a bound at a node: what is taken is paid in full, and is free from
// then on.
func (v *view) reset(state []decision) (paid int64) {
	for a, d := range state {
		switch d {
		case undecided:
			v.left[a] = v.worth[a]
		case taken:
			paid += v.worth[a]
			v.left[a] = 0
		case dropped:
			v.left[a] = ruledOut
		}
	}
	return paid
}

// charge uses up to most of what every action of the landmark has left, and returns
// how much; ruledOut: none of them may be used.
func (v *view) charge(l landmark, most int64) int64 {
	for _, a := range l {
		if most = min(most, v.left[a]); most == 0 {
			return 0
		}
	}
	if most == ruledOut {
		return ruledOut
	}
	for _, a := range l {
		if v.left[a] < ruledOut {
			v.left[a] -= most
		}
	}
	return most
}
