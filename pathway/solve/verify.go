package solve

import (
	"cmp"
	"fmt"
	"slices"
)

// ErrCertificate is wrapped by what [Certificate.Check] finds.
const ErrCertificate Error = "certificate does not hold"

// Check goes through the certificate and tells what does not hold, nil if all does: the
// items are a plan within the limits that costs Value and loses Lost; every landmark is
// one; no prices are overcharged unaccounted; the cases leave nothing out; and in each of
// them the prices add up to what is proved. It shares no code with the search and knows
// nothing of it. The error wraps ErrCertificate, or is that of an instance that makes no
// sense.
func (c *Certificate) Check(in *Instance) error {
	if err := in.check(&pulse{}); err != nil {
		return err
	}
	v := newVerifier(in)
	if err := v.removals(c.Removals); err != nil {
		return err
	}
	all, err := v.plan(c)
	if err != nil {
		return err
	}
	if all {
		return v.proves("cost", c.Cost, v.mandatory(), c.Value)
	}
	return v.weighs(c)
}

// weighs checks the proofs of a plan that leaves goals open that can be reached.
func (v *verifier) weighs(c *Certificate) error {
	avoidable := c.Lost - v.unavoidable()
	if avoidable == 0 {
		if err := v.proves("impossible", c.Impossible, v.mandatory(), v.costs()+1); err != nil {
			return err
		}
	}
	if err := v.proves("least", c.Least, v.weighing(), avoidable); err != nil {
		return err
	}
	return v.proves("cost", c.Cost, v.losing(avoidable), c.Value)
}

// verifier knows the facts of an instance that every proof stands on.
type verifier struct {
	in      *Instance
	start   []bool
	needers lists  // by fact: actions that the limits leave alone, ascending, each once
	adders  lists  // by fact: actions that can be carried out, likewise
	rivals  lists  // by action: those that say that they exclude it, likewise
	can     []bool // by action: it can be carried out if all may be
	goals   []int  // by goal: the first that asks for the same; -1: closed or out of reach
	lacks   []int  // by goal: sources to be found
	out     []bool // by action: removed
}

func newVerifier(in *Instance) *verifier {
	v := &verifier{in: in, start: make([]bool, in.Facts), out: make([]bool, len(in.Actions))}
	for _, f := range in.Start {
		v.start[f] = true
	}
	every, may := make([]int32, 0, len(in.Actions)), make([]bool, len(in.Actions))
	for i := range in.Actions {
		if may[i] = v.alone(i); may[i] {
			every = append(every, int32(i))
		}
	}
	v.needers = in.naming(in.Facts, may, func(a *Action) []int { return a.Needs })
	v.can = v.carryOut(every, may)
	v.adders = in.naming(in.Facts, v.can, func(a *Action) []int { return a.Adds })
	v.rivals = in.naming(len(in.Actions), v.can, func(a *Action) []int { return a.Excludes })
	v.findGoals()
	return v
}

// alone tells whether an action keeps to the limits, and does not exclude itself.
func (v *verifier) alone(i int) bool {
	a := &v.in.Actions[i]
	for r, n := range a.Uses {
		if n > v.in.Limits[r] {
			return false
		}
	}
	return !slices.Contains(a.Excludes, i)
}

// carryOut tells which of some actions can be carried out before the deadline, if they may
// be and no others. Without a deadline time plays no part.
func (v *verifier) carryOut(list []int32, may []bool) (can []bool) {
	at := make([]int, v.in.Facts) // when a fact comes true; below 0: never
	for f := range at {
		if at[f] = -1; v.start[f] {
			at[f] = 0
		}
	}
	can = make([]bool, len(may))
	todo, waiting := slices.Clone(list), slices.Clone(may)
	for n := 0; n < len(todo); n++ {
		i := todo[n]
		waiting[i] = false
		end := v.end(i, at)
		if end < 0 {
			continue
		}
		can[i] = true
		for _, f := range v.in.Actions[i].Adds {
			if at[f] >= 0 && end >= at[f] {
				continue
			}
			at[f] = end
			for _, k := range v.needers.of(f) {
				if may[k] && !waiting[k] {
					waiting[k] = true
					todo = append(todo, k)
				}
			}
		}
	}
	return can
}

// end is when an action ends; below 0: not in time.
func (v *verifier) end(i int32, at []int) int {
	a, begin := &v.in.Actions[i], 0
	for _, f := range a.Needs {
		if at[f] < 0 {
			return -1
		}
		begin = max(begin, at[f])
	}
	if v.in.Deadline == nil {
		return begin
	}
	if end := begin + a.Time; end <= *v.in.Deadline {
		return end
	}
	return -1
}

// findGoals puts goals that ask for the same together.
func (v *verifier) findGoals() {
	v.goals, v.lacks = make([]int, len(v.in.Goals)), make([]int, len(v.in.Goals))
	order := make([]int, len(v.in.Goals))
	for g := range order {
		order[g] = g
	}
	slices.SortFunc(order, func(g, h int) int { return cmp.Or(v.askLike(g, h), cmp.Compare(g, h)) })
	first := 0
	for k, g := range order {
		if k == 0 || v.askLike(first, g) != 0 {
			first = g
		}
		goal := v.in.Goals[g]
		v.goals[g], v.lacks[g] = first, v.lacking(goal)
		if v.lacks[g] == 0 || v.count(goal.Fact, v.can) < v.lacks[g] {
			v.goals[g] = -1
		}
	}
}

// askLike is 0 for goals that ask for the same.
func (v *verifier) askLike(g, h int) int {
	x, y := v.in.Goals[g], v.in.Goals[h]
	return cmp.Or(cmp.Compare(x.Fact, y.Fact), cmp.Compare(max(1, x.Sources), max(1, y.Sources)))
}

func (v *verifier) lacking(g Goal) int {
	if v.start[g.Fact] {
		return max(1, g.Sources) - 1
	}
	return max(1, g.Sources)
}

// count is how many of the actions make a fact true.
func (v *verifier) count(fact int, among []bool) (n int) {
	for _, i := range v.adders.of(fact) {
		if among[i] {
			n++
		}
	}
	return n
}

// costs is the cost of all actions: no plan costs more.
func (v *verifier) costs() (sum int64) {
	for i := range v.in.Actions {
		sum += v.in.Actions[i].Cost
	}
	return sum
}

// unavoidable is the weight of the goals that nothing reaches.
func (v *verifier) unavoidable() (weight int64) {
	for g, first := range v.goals {
		if first < 0 && v.lacks[g] > 0 {
			weight += v.in.Goals[g].Weight
		}
	}
	return weight
}

// plan checks the plan, and tells whether it closes every goal that can be reached.
func (v *verifier) plan(c *Certificate) (all bool, err error) {
	may := make([]bool, len(v.in.Actions))
	uses := make([]int64, len(v.in.Limits))
	cost, lost := int64(0), int64(0)
	items := make([]int32, 0, len(c.Items))
	for _, i := range c.Items {
		if i < 0 || i >= len(may) || may[i] {
			return false, faulty("item %d", i)
		}
		may[i] = true
		items = append(items, int32(i))
		cost += v.in.Actions[i].Cost
		for r, n := range v.in.Actions[i].Uses {
			uses[r] += n
		}
	}
	can := v.carryOut(items, may)
	for _, i := range c.Items {
		if !can[i] || slices.ContainsFunc(v.in.Actions[i].Excludes, func(b int) bool { return may[b] }) {
			return false, faulty("item %d cannot be carried out", i)
		}
	}
	for r, n := range uses {
		if n > v.in.Limits[r] {
			return false, faulty("resource %d: %d of %d used", r, n, v.in.Limits[r])
		}
	}
	all = true
	for g, goal := range v.in.Goals {
		if v.count(goal.Fact, can) < v.lacks[g] {
			lost += goal.Weight
			all = all && v.goals[g] < 0
		}
	}
	if cost != c.Value || lost != c.Lost {
		return false, faulty("the items cost %d and lose %d", cost, lost)
	}
	return all, nil
}

func faulty(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrCertificate, fmt.Sprintf(format, args...))
}
