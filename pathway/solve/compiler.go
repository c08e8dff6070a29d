package solve

import (
	"context"
	"slices"
)

// compiler finds out what of an instance can be reached and can matter.
type compiler struct {
	pulse
	in       *Instance
	start    []bool
	deadline int32
	adders   [][]int32 // by fact
	needers  [][]int32
	multiple []bool    // by fact: a goal asks for several sources of it
	needs    [][]int32 // by action that is kept: the facts that it needs and that matter, ascending
	adds     [][]int32
	room     []int32 // for more of these
	goals    []int   // positions of those that can be reached
	removals []Removal
	beyond   []Label // see Certificate
}

func newCompiler(ctx context.Context, in *Instance) *compiler {
	c := &compiler{pulse: pulse{ctx: ctx}, in: in, start: in.held(), deadline: never - 1, multiple: make([]bool, in.Facts)}
	if in.Deadline != nil {
		c.deadline = int32(min(*in.Deadline, never-1))
	}
	c.needers = turned(&c.pulse, in.Facts, len(in.Actions), func(i int) []int { return in.Actions[i].Needs })
	c.adders = turned(&c.pulse, in.Facts, len(in.Actions), func(i int) []int { return in.Actions[i].Adds })
	for _, g := range in.Goals {
		c.multiple[g.Fact] = c.multiple[g.Fact] || g.sources() > 1
	}
	return c
}

// held tells of each fact whether it holds from the start.
func (in *Instance) held() []bool {
	start := make([]bool, in.Facts)
	for _, f := range in.Start {
		start[f] = true
	}
	return start
}

// turned lists, for each of so many facts, the actions on whose list it is, ascending; when
// the pulse has ended, not all of them.
func turned[F int | int32](p *pulse, facts, actions int, list func(action int) []F) [][]int32 {
	count, total, by := make([]int32, facts), 0, make([][]int32, facts)
	for i := range actions {
		on := list(i)
		if total += len(on); p.after(len(on)) {
			return by
		}
		for _, f := range on {
			count[f]++
		}
	}
	room, left := []int32(nil), total
	for f, n := range count {
		if len(room) < int(n) {
			if p.ended() {
				return by
			}
			room = make([]int32, max(int(n), min(left, 2*mostRoom)))
		}
		by[f], room = room[:0:n], room[n:]
		left -= int(n)
	}
	for i := 0; i < actions && total > 0; i++ {
		on := list(i)
		if total -= len(on); p.after(len(on)) {
			return by
		}
		for _, f := range on {
			by[f] = append(by[f], int32(i))
		}
	}
	return by
}

// lacking is how many sources of a goal are to be found.
func (c *compiler) lacking(g Goal) int {
	if c.start[g.Fact] {
		return g.sources() - 1
	}
	return g.sources()
}

// forward returns the actions that can be carried out if all may be, and notes which
// goals can then be closed.
func (c *compiler) forward() []bool {
	at := make([]int32, c.in.Facts)
	for f := range at {
		if at[f] = never; c.start[f] {
			at[f] = 0
		}
	}
	done := make([]bool, len(c.in.Actions))
	queue, waiting := make([]int32, len(done)), make([]bool, len(done))
	for i := range queue {
		queue[i], waiting[i] = int32(i), true
	}
	for n := 0; n < len(queue); n++ {
		if c.after(4) {
			return done
		}
		i := queue[n]
		waiting[i] = false
		end, ok := c.end(int(i), at)
		if !ok {
			continue
		}
		done[i] = true
		for _, f := range c.in.Actions[i].Adds {
			if end >= at[f] {
				continue
			}
			at[f] = end
			for _, k := range c.needers[f] {
				if !waiting[k] {
					waiting[k] = true
					queue = append(queue, k)
				}
			}
		}
	}
	c.findGoals(done)
	c.findBeyond(at)
	return done
}

// findBeyond notes when the facts come true that actions or goals need, and that are not
// there from the start.
func (c *compiler) findBeyond(at []int32) {
	asked := make([]bool, len(at))
	for _, g := range c.in.Goals {
		asked[g.Fact] = true
	}
	for f, time := range at {
		if asked[f] = asked[f] || len(c.needers[f]) > 0; !asked[f] || time == 0 || time < never && c.in.Deadline == nil {
			continue
		}
		if time == never {
			time = -1
		}
		c.beyond = append(c.beyond, Label{f, int(time)})
	}
}

// idle lists the facts that actions make true and that are not wanted.
func (c *compiler) idle(wanted []bool) (list []int) {
	for f, want := range wanted {
		if !want && !c.start[f] && len(c.adders[f]) > 0 {
			list = append(list, f)
		}
	}
	return list
}

// end is when action i ends at the earliest; false: not before the deadline.
func (c *compiler) end(i int, at []int32) (int32, bool) {
	a := &c.in.Actions[i]
	begin := int32(0)
	for _, f := range a.Needs {
		begin = max(begin, at[f])
	}
	if begin == never || slices.Contains(a.Excludes, i) || c.overLimit(a) {
		return 0, false
	}
	end := begin + int32(a.Time)
	return end, end <= c.deadline
}

// overLimit tells whether the action alone uses more than there is.
func (c *compiler) overLimit(a *Action) bool {
	for r, n := range a.Uses {
		if n > c.in.Limits[r] {
			return true
		}
	}
	return false
}

// findGoals notes the goals that have enough sources if all is done that can be.
func (c *compiler) findGoals(done []bool) {
	for g, goal := range c.in.Goals {
		lacking, adders := c.lacking(goal), c.adders[goal.Fact]
		for k := 0; lacking > 0 && k < len(adders); k++ {
			if again := k > 0 && adders[k-1] == adders[k]; done[adders[k]] && !again {
				lacking--
			}
		}
		if lacking == 0 {
			c.goals = append(c.goals, g)
		}
	}
}

// relevant returns the actions that a goal can come to need, ascending, and the facts
// for which they are needed.
func (c *compiler) relevant(done []bool) (kept []int, wanted []bool) {
	wanted = make([]bool, c.in.Facts)
	var queue []int32
	want := func(f int) {
		if !wanted[f] {
			wanted[f] = true
			queue = append(queue, int32(f))
		}
	}
	for _, g := range c.goals {
		want(c.in.Goals[g].Fact)
	}
	keep := make([]bool, len(c.in.Actions))
	for n := 0; n < len(queue); n++ {
		f := queue[n]
		if c.start[f] && !c.multiple[f] {
			continue
		}
		if c.after(len(c.adders[f])) {
			return nil, wanted
		}
		for _, i := range c.adders[f] {
			if done[i] && !keep[i] {
				keep[i] = true
				for _, need := range c.in.Actions[i].Needs {
					want(need)
				}
			}
		}
	}
	for i, ok := range keep {
		if ok {
			kept = append(kept, i)
		}
	}
	return kept, wanted
}
