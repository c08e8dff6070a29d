package pathway

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// round puts the amounts of the same need together and makes them whole. They add up to
// what the case comes to at least, which is the bound or more; of a case that speaks of
// better plans alone, it is the bound. What no amount accounts for is due to prices being
// whole.
func (w *replay) round(l *leaf, m measure) (least int64, list []Amount) {
	by := l.unit * m.scale
	least = max(ceilDiv(ceilDiv(l.total, l.unit)/m.scale, m.step)*m.step, m.bound)
	items := w.together(l)
	rest := least
	for i := range items {
		items[i].Adds = floorDiv(items[i].n, by)
		items[i].n -= items[i].Adds * by
		rest -= items[i].Adds
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(b.n, a.n) })
	for i := range items {
		if rest > 0 {
			items[i].Adds, rest = items[i].Adds+1, rest-1
		}
		list = append(list, items[i].Amount)
	}
	whole := amountOf(WholePrices)
	whole.Adds = rest
	list = append(list, whole)
	if l.dropped && least > m.bound {
		trim(list, least-m.bound)
		least = m.bound
	}
	return least, slices.DeleteFunc(list, func(a Amount) bool { return a.Adds == 0 })
}

// together puts the items of the same need, met by the same courses, together. When the
// context has ended, the proof is lost.
func (w *replay) together(l *leaf) (items []item) {
	at := map[string]int{}
	for i, one := range l.items {
		if w.lost = w.lost || i%aFew == 0 && w.ended(); w.lost {
			return items
		}
		key := fmt.Sprint(one.Code, one.Refs, one.Level, one.Courses, one.TooDear, one.Later)
		if one.Code == ForWay || one.Code == InTime {
			key = fmt.Sprint(key, one.For)
		}
		place, known := at[key]
		if !known {
			at[key] = len(items)
			items = append(items, one)
			continue
		}
		items[place].n += one.n
		items[place].For = merged(items[place].For, one.For)
	}
	return items
}

func merged[T ~string](a, b []T) []T {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// trim takes something off the amounts, of the last first.
func trim(list []Amount, off int64) {
	for i := len(list) - 1; i >= 0 && off > 0; i-- {
		cut := min(off, max(list[i].Adds, 0))
		list[i].Adds, off = list[i].Adds-cut, off-cut
	}
}

func ceilDiv(a, b int64) int64 { return -floorDiv(-a, b) }

func floorDiv(a, b int64) int64 {
	if a%b < 0 {
		return a/b - 1
	}
	return a / b
}

// sortAmounts puts the largest first, and what is taken off last.
func sortAmounts(list []Amount) {
	slices.SortFunc(list, func(a, b Amount) int {
		return cmp.Or(cmp.Compare(b.Adds, a.Adds), strings.Compare(string(a.Code), string(b.Code)), slices.Compare(a.Refs, b.Refs), slices.Compare(a.For, b.For), slices.Compare(a.Courses, b.Courses))
	})
}
