package solve

import "slices"

// mostComparisons bounds the work of looking for actions that are outdone.
const mostComparisons = 4_000_000

// undominated drops the actions that no best plan need hold, since another does as much
// at less cost: it asks for no more, gives no less, takes no more time or resources, and
// excludes nothing that the dropped one does not. Equal costs dominate nothing unless
// any best plan will do: there the time and the numbers of whole plans decide. Where a
// goal asks for several sources both may be wanted.
func (c *compiler) undominated(kept []int, wanted []bool) []int {
	if !c.list(kept, wanted) {
		return kept
	}
	d := &dominance{compiler: c, excludes: c.exclusions(), by: c.adders, marks: make([]marks, len(c.in.Actions)), several: slices.Contains(c.multiple, true), rising: c.in.rising()}
	for _, i := range kept {
		if c.after(4) {
			return kept
		}
		d.marks[i] = marks{marksOf(c.needs[i]), marksOf(c.adds[i]), c.in.Actions[i].Cost}
	}
	return slices.DeleteFunc(slices.Clone(kept), func(a int) bool {
		if d.after(1) {
			return false
		}
		b := d.better(a)
		if b >= 0 {
			c.removals = append(c.removals, Removal{Action: a, By: b})
		}
		return b >= 0
	})
}

// dominance compares the actions that are kept.
type dominance struct {
	*compiler
	excludes [][]int
	marks    []marks   // by action
	by       [][]int32 // by fact: the actions that add it; of those that are not kept the lists are empty
	several  bool      // some goal asks for several sources
	rising   bool      // the actions come with the cheapest first
	compared int
}

// marks has a bit for each fact that an action needs or adds; facts share bits. So it shows
// of most lists that one is not within the other.
type marks struct {
	needs, adds uint64
	cost        int64
}

// rising tells whether no action costs less than the one before.
func (in *Instance) rising() bool {
	for i := 1; i < len(in.Actions); i++ {
		if in.Actions[i].Cost < in.Actions[i-1].Cost {
			return false
		}
	}
	return true
}

func marksOf(facts []int32) (marks uint64) {
	for _, f := range facts {
		marks |= 1 << (f % 64)
	}
	return marks
}

// better is the first action that outdoes a, -1: none.
func (d *dominance) better(a int) int {
	if len(d.adds[a]) == 0 || d.several && slices.ContainsFunc(d.in.Actions[a].Adds, func(f int) bool { return d.multiple[f] }) {
		return -1
	}
	rarest := d.adds[a][0]
	for _, f := range d.adds[a] {
		if len(d.by[f]) < len(d.by[rarest]) {
			rarest = f
		}
	}
	others := d.by[rarest]
	if d.compared += len(others); d.compared > mostComparisons || d.after(len(others)) {
		return -1
	}
	marks, own := d.marks, d.marks[a]
	for _, b := range others {
		x := &marks[b]
		if x.cost > own.cost && d.rising {
			break
		}
		if own.adds&^x.adds == 0 && x.cost <= own.cost && x.needs&^own.needs == 0 && !d.after(4) && d.outdoes(int(b), a) {
			return int(b)
		}
	}
	return -1
}

func (d *dominance) outdoes(b, a int) bool {
	return len(d.adds[b]) >= len(d.adds[a]) && d.cheaper(b, a) && within(d.needs[b], d.needs[a]) && within(d.adds[a], d.adds[b]) && d.excludesNoMore(b, a)
}

// excludesNoMore tells whether a excludes all that b does, which may be a itself.
func (d *dominance) excludesNoMore(b, a int) bool {
	return d.excludes == nil || !slices.ContainsFunc(d.excludes[b], func(other int) bool { return other != a && !slices.Contains(d.excludes[a], other) })
}

// cheaper tells whether b costs less than a and takes no more of anything else.
func (c *compiler) cheaper(b, a int) bool {
	x, y := &c.in.Actions[b], &c.in.Actions[a]
	for r := range c.in.Limits {
		if use(x, r) > use(y, r) {
			return false
		}
	}
	less := x.Cost < y.Cost || c.in.AnyBest && x.Cost == y.Cost && b < a
	return less && x.Time <= y.Time
}

func use(a *Action, r int) int64 {
	if r < len(a.Uses) {
		return a.Uses[r]
	}
	return 0
}

// exclusions are the actions that each excludes, or that exclude it; nil: none does.
func (c *compiler) exclusions() [][]int {
	if !slices.ContainsFunc(c.in.Actions, func(a Action) bool { return len(a.Excludes) > 0 }) {
		return nil
	}
	mutual := make([][]int, len(c.in.Actions))
	for i := 0; i < len(c.in.Actions) && !c.after(4); i++ {
		for _, other := range c.in.Actions[i].Excludes {
			mutual[i], mutual[other] = append(mutual[i], other), append(mutual[other], i)
		}
	}
	return mutual
}

// within tells whether all facts of a sorted list are in another.
func within(some, all []int32) bool {
	i := 0
	for _, f := range some {
		for i < len(all) && all[i] < f {
			i++
		}
		if i == len(all) || all[i] != f {
			return false
		}
	}
	return true
}
