package schedule

import "slices"

const (
	mostCells   = 720 // steps in which the minutes of a week are counted
	mostClasses = 48  // sizes that are told apart
	mostKinds   = 4   // of weeks with other minutes that are told apart
)

// sizes are the weeks of all activities, by what they take of a week. Minutes are counted
// in cells, rounded down: what fits side by side still does.
type sizes struct {
	most    int64 // minutes that are all cells
	cells   int
	list    []size  // by cells, ascending
	kinds   []kind  // of weeks with other minutes than most
	weights []int64 // by size: the more it takes the more it weighs
	holds   []int64 // by cells: how much they hold at most
	takes   [][]bool
	rounds  int // of taking one more, of all sizes
}

// size is all weeks that take so many cells.
type size struct {
	cells, weeks, copies int // copies: how many can run in the same week
}

// kind is the weeks with so many cells.
type kind struct{ cells, weeks int }

// sizes of a model whose schedule takes so many weeks.
func (m *model) sizes(end int) *sizes {
	z := m.sizesOf(func(int) bool { return true })
	z.among(m.minutes[:end])
	return z
}

// sizesOf the activities that count.
func (m *model) sizesOf(counts func(act int) bool) *sizes {
	z := &sizes{most: m.mostMinutes()}
	z.cells = z.count(z.most)
	for i := range m.acts {
		if a := &m.acts[i]; counts(i) {
			z.add(a.base, a.span-a.extra)
			z.add(a.base+1, a.extra)
		}
	}
	z.merge()
	return z
}

// count is how many cells minutes take.
func (z *sizes) count(minutes int64) int {
	if z.most <= mostCells {
		return int(minutes)
	}
	return int(minutes / (z.most/mostCells + 1))
}

// add notes weeks of an activity.
func (z *sizes) add(minutes int64, weeks int) {
	cells := z.count(minutes)
	if weeks == 0 || cells == 0 {
		return
	}
	k, found := slices.BinarySearchFunc(z.list, cells, func(s size, cells int) int { return s.cells - cells })
	if !found {
		z.list = slices.Insert(z.list, k, size{cells: cells})
	}
	z.list[k].weeks += weeks
	z.list[k].copies++
}

// merge counts sizes as the next smaller one, those that come nearest first, until few
// enough are left.
func (z *sizes) merge() {
	for len(z.list) > mostClasses {
		best := 1
		for k := 1; k < len(z.list); k++ {
			if z.lost(k) < z.lost(best) {
				best = k
			}
		}
		z.list[best-1].weeks += z.list[best].weeks
		z.list[best-1].copies += z.list[best].copies
		z.list = slices.Delete(z.list, best, best+1)
	}
}

// lost is how much less work there is if a size counts as the next smaller one.
func (z *sizes) lost(k int) int { return (z.list[k].cells - z.list[k-1].cells) * z.list[k].weeks }

// among notes weeks that are not like the others.
func (z *sizes) among(weeks []int64) {
	for _, minutes := range weeks {
		cells := z.count(minutes)
		k := slices.IndexFunc(z.kinds, func(k kind) bool { return k.cells == cells })
		switch {
		case cells == z.cells:
		case k >= 0:
			z.kinds[k].weeks++
		case len(z.kinds) < mostKinds:
			z.kinds = append(z.kinds, kind{cells, 1})
		}
	}
}

// of minutes the weight: that of the greatest size that takes no more.
func (z *sizes) of(minutes int64) int64 {
	cells := z.count(minutes)
	k, found := slices.BinarySearchFunc(z.list, cells, func(s size, cells int) int { return s.cells - cells })
	if !found {
		k--
	}
	if k < 0 {
		return 0
	}
	return z.weights[k]
}
