package solve

import (
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
	if err := in.check(); err != nil {
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
	adders  [][]int // by fact: actions, ascending, each once
	needers [][]int // by fact, likewise
	can     []bool  // by action: it can be carried out if all may be
	goals   []int   // by goal: the first that asks for the same; -1: closed or out of reach
	lacks   []int   // by goal: sources to be found
	out     []bool  // by action: removed
}

func newVerifier(in *Instance) *verifier {
	v := &verifier{in: in, start: make([]bool, in.Facts), out: make([]bool, len(in.Actions))}
	for _, f := range in.Start {
		v.start[f] = true
	}
	v.adders = in.byFact(func(a *Action) []int { return a.Adds })
	v.needers = in.byFact(func(a *Action) []int { return a.Needs })
	every := make([]bool, len(in.Actions))
	for i, a := range in.Actions {
		every[i] = !slices.Contains(a.Excludes, i)
		for r, n := range a.Uses {
			every[i] = every[i] && n <= in.Limits[r]
		}
	}
	_, v.can = v.carryOut(every)
	v.findGoals()
	return v
}

// byFact lists the actions that name each fact.
func (in *Instance) byFact(names func(*Action) []int) [][]int {
	ends := make([]int, in.Facts+1)
	for i := range in.Actions {
		for _, f := range names(&in.Actions[i]) {
			ends[f+1]++
		}
	}
	for f := range in.Facts {
		ends[f+1] += ends[f]
	}
	all, lists := make([]int, ends[in.Facts]), make([][]int, in.Facts)
	for f := range lists {
		lists[f] = all[ends[f]:ends[f]:ends[f+1]]
	}
	for i := range in.Actions {
		for _, f := range names(&in.Actions[i]) {
			if n := len(lists[f]); n == 0 || lists[f][n-1] != i {
				lists[f] = append(lists[f], i)
			}
		}
	}
	return lists
}

// carryOut tells when each fact comes true if all the given actions may be carried out
// (below 0: never), and which of them can be, before the deadline.
func (v *verifier) carryOut(may []bool) (at []int, can []bool) {
	at, can = make([]int, v.in.Facts), make([]bool, len(may))
	for f := range at {
		if at[f] = -1; v.start[f] {
			at[f] = 0
		}
	}
	todo := make([]int, 0, 2*len(may))
	for i := range may {
		todo = append(todo, i)
	}
	for n := 0; n < len(todo); n++ {
		i := todo[n]
		if !may[i] {
			continue
		}
		end := v.end(i, at)
		if end < 0 {
			continue
		}
		can[i] = true
		for _, f := range v.in.Actions[i].Adds {
			if at[f] < 0 || end < at[f] {
				at[f] = end
				todo = append(todo, v.needers[f]...)
			}
		}
	}
	return at, can
}

// end is when an action ends; below 0: not in time.
func (v *verifier) end(i int, at []int) int {
	begin := 0
	for _, f := range v.in.Actions[i].Needs {
		if at[f] < 0 {
			return -1
		}
		begin = max(begin, at[f])
	}
	if end := begin + v.in.Actions[i].Time; v.in.Deadline == nil || end <= *v.in.Deadline {
		return end
	}
	return -1
}

// findGoals puts goals that ask for the same together.
func (v *verifier) findGoals() {
	v.goals, v.lacks = make([]int, len(v.in.Goals)), make([]int, len(v.in.Goals))
	first := map[[2]int]int{}
	for g, goal := range v.in.Goals {
		v.lacks[g] = v.lacking(goal)
		key := [2]int{goal.Fact, max(1, goal.Sources)}
		if _, known := first[key]; !known {
			first[key] = g
		}
		v.goals[g] = first[key]
		if v.lacks[g] == 0 || v.count(goal.Fact, v.can) < v.lacks[g] {
			v.goals[g] = -1
		}
	}
}

func (v *verifier) lacking(g Goal) int {
	if v.start[g.Fact] {
		return max(1, g.Sources) - 1
	}
	return max(1, g.Sources)
}

// count is how many of the actions make a fact true.
func (v *verifier) count(fact int, among []bool) (n int) {
	for _, i := range v.adders[fact] {
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
	for _, i := range c.Items {
		if i < 0 || i >= len(may) || may[i] {
			return false, faulty("item %d", i)
		}
		may[i] = true
		cost += v.in.Actions[i].Cost
		for r, n := range v.in.Actions[i].Uses {
			uses[r] += n
		}
	}
	_, can := v.carryOut(may)
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
