package solve

import "slices"

// undominated drops the actions that no best plan can hold, since another does as much
// at less cost: it asks for no more, gives no less, takes no more time or resources, and
// excludes nothing that the dropped one does not. Equal costs dominate nothing: there
// the time and the numbers of whole plans decide.
func (c *compiler) undominated(kept []int, wanted []bool) []int {
	needs, adds := make(map[int][]int32, len(kept)), make(map[int][]int32, len(kept))
	for _, i := range kept {
		needs[i], adds[i] = c.facts(c.in.Actions[i].Needs, wanted), c.facts(c.in.Actions[i].Adds, wanted)
	}
	excludes := c.exclusions()
	return slices.DeleteFunc(slices.Clone(kept), func(a int) bool {
		return slices.ContainsFunc(kept, func(b int) bool {
			return c.cheaper(b, a) && within(needs[b], needs[a]) && within(adds[a], adds[b]) &&
				!slices.ContainsFunc(excludes[b], func(other int) bool { return other != a && !slices.Contains(excludes[a], other) })
		})
	})
}

// cheaper tells whether b costs less than a and takes no more of anything else.
func (c *compiler) cheaper(b, a int) bool {
	x, y := &c.in.Actions[b], &c.in.Actions[a]
	for r := range c.in.Limits {
		if use(x, r) > use(y, r) {
			return false
		}
	}
	return x.Cost < y.Cost && x.Time <= y.Time
}

func use(a *Action, r int) int64 {
	if r < len(a.Uses) {
		return a.Uses[r]
	}
	return 0
}

// exclusions are the actions that each excludes, or that exclude it.
func (c *compiler) exclusions() [][]int {
	mutual := make([][]int, len(c.in.Actions))
	for i := range c.in.Actions {
		for _, other := range c.in.Actions[i].Excludes {
			mutual[i], mutual[other] = append(mutual[i], other), append(mutual[other], i)
		}
	}
	return mutual
}

// within tells whether all facts of a sorted list are in another.
func within(some, all []int32) bool {
	for _, f := range some {
		if _, found := slices.BinarySearch(all, f); !found {
			return false
		}
	}
	return true
}
