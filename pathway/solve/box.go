package solve

import "slices"

// box holds the plans that use no more of a resource and cost no more.
type box struct{ use, cost int64 }

// lies tells whether all of a box is in another.
func (b box) lies(in box) bool { return b.use <= in.use && b.cost <= in.cost }

// without is what is left of boxes that holds nothing that a plan beats, or equals.
func without(boxes []box, plan box) (rest []box) {
	for _, b := range boxes {
		if plan.lies(b) {
			rest = append(rest, box{b.use, plan.cost - 1}, box{plan.use - 1, b.cost})
		} else {
			rest = append(rest, b)
		}
	}
	return rest
}

// outermost is what boxes hold of plans that cost less than last: boxes none of which is empty
// or lies in another, in the order that they had. It changes the list.
func outermost(boxes []box, last int64) (rest []box) {
	for i := range boxes {
		boxes[i].cost = min(boxes[i].cost, last-1)
	}
	for i, b := range boxes {
		around := func(o box) bool { return b.lies(o) && b != o }
		if min(b.use, b.cost) >= 0 && !slices.ContainsFunc(boxes, around) && !slices.Contains(boxes[:i], b) {
			rest = append(rest, b)
		}
	}
	return rest
}
