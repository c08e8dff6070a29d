package pathway

import "slices"

// takes tells what the better plans of a case take of the limit that bars them, and notes
// the limit; nil: several bar them, or it is not one of pence or minutes.
func (w *replay) takes(l leaf, cannot *Amount) []Amount {
	k := l.pressing()
	if k < 0 || cannot.Code != WithinLimit || w.claim.names[k] == "open" {
		return nil
	}
	*cannot = amountOf(WithinLimit, w.claim.names[k])
	cannot.Adds = w.limits[k]
	l.total, l.unit, l.dropped = l.total+l.presses[k]*w.limits[k], l.presses[k], false
	l.items = slices.DeleteFunc(slices.Clone(l.items), func(i item) bool { return i.Code == WithinLimit })
	_, list := w.round(&l, measure{scale: 1, bound: w.limits[k] + 1, step: w.stepOf(k), part: 1})
	sortAmounts(list)
	return list
}

// pressing is the one limit that shows that there is no plan of a case; -1: it takes
// several, or something else.
func (l *leaf) pressing() int {
	one := -1
	for k, n := range l.presses {
		if n > 0 && one >= 0 {
			return -1
		}
		if n > 0 {
			one = k
		}
	}
	if l.unit != 0 || l.cannot != nil {
		return -1
	}
	return one
}

// stepOf divides whatever plans use of a limit.
func (w *replay) stepOf(k int) int64 {
	return max(w.divisorOf(w.uses[k]), 1)
}
