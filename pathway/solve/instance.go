package solve

import (
	"fmt"
	"math"
)

// Error is a class of misuse, for errors.Is.
type Error string

// Error is the misuse in words.
func (e Error) Error() string { return string(e) }

// The errors of [Exact].
const (
	ErrRange    Error = "number out of range" // a fact, an action, a goal or a resource that does not exist
	ErrNegative Error = "negative number"
	ErrOverflow Error = "sums do not fit 64 bits"
)

// Instance is a problem. Facts are numbered from 0 to Facts-1, actions by their
// position. The answer does not depend on the order within any list but Actions,
// whose order breaks the last ties.
type Instance struct {
	Facts   int
	Start   []int // facts that hold from the start
	Actions []Action
	Goals   []Goal
	Limits  []int64 // of each resource: the most that a plan may use
	// Deadline is the latest end of any action; nil: none.
	Deadline *int
	// AnyBest: of plans that lose and cost as little any will do. The search is then
	// shorter, and its answer still the same at every run.
	AnyBest bool
	// Warm are actions of a plan to start from, for instance that of a similar problem.
	// It saves time and does not change what is proved. What is no plan is ignored.
	Warm []int
	// Nodes is the most nodes that each phase of the search may visit; 0: [DefaultNodes].
	Nodes int
}

// DefaultNodes is the limit of nodes of an Instance that states none.
const DefaultNodes = 50_000

// Action can be carried out once all of Needs are true; Time later, all of Adds are.
type Action struct {
	Needs    []int
	Adds     []int
	Cost     int64
	Uses     []int64 // of each resource; absent: 0
	Excludes []int   // actions that cannot be in one plan with it; either may say so
	Time     int
}

// Goal is a fact that ought to be true. Weight is what is lost if it is not; it
// matters only where not all goals can be closed. Goals of weight 0 are then left.
type Goal struct {
	Fact   int
	Weight int64
	// Sources is how many actions of the plan must make it true, each on its own; 0: one.
	// The start counts as one.
	Sources int
}

func (g Goal) sources() int { return max(1, g.Sources) }

// Solution is the best plan found.
type Solution struct {
	// Items are the actions, ascending. No proper subset closes the same goals
	// within the limits, unless the context ended.
	Items []int
	// Value is their cost, and Bound the least cost that a plan which loses as
	// little could have. Bound <= Value.
	Value, Bound int64
	// Lost is the weight of the goals left open, and LeastLost the least that any
	// plan within the limits leaves open. LeastLost <= Lost.
	Lost, LeastLost int64
	// Open are the goals left open, ascending, as positions in Instance.Goals.
	Open []int
	// Proved: no plan loses less; of those that lose as little none costs less, and,
	// unless AnyBest was set, of those none ends sooner, and of those none comes first
	// by its Items. When false, the context or the limit of nodes ended the search.
	// Value == Bound then still means that none costs less.
	Proved bool
	// Nodes is how many nodes the search visited.
	Nodes int
	// Certificate shows that no plan loses less, and that of those that lose as little
	// none costs less; nil: not proved, or the proof is too long to keep, or the context
	// ended before it was written.
	Certificate *Certificate
}

// check finds mistakes. When the pulse has ended it looks no further than the goals, the
// limits and the start.
func (in *Instance) check(p *pulse) error {
	if err := in.checkFrame(); err != nil {
		return err
	}
	sums := sums{uses: make([]int64, len(in.Limits))}
	for i := range in.Actions {
		a := &in.Actions[i]
		if p.after(len(a.Adds) + 4) {
			return nil
		}
		if err := in.fault(a); err != nil {
			return fmt.Errorf("action %d: %w", i, err)
		}
		if !sums.add(a) {
			return fmt.Errorf("action %d: %w", i, ErrOverflow)
		}
	}
	return nil
}

// checkFrame finds mistakes in all but the actions.
func (in *Instance) checkFrame() error {
	if in.Facts < 0 {
		return fmt.Errorf("%w: %d facts", ErrNegative, in.Facts)
	}
	total := int64(0)
	for i, goal := range in.Goals {
		if goal.Fact < 0 || goal.Fact >= in.Facts {
			return in.noFact("goal", goal.Fact)
		}
		if goal.Weight < 0 {
			return fmt.Errorf("goal on fact %d: %w: weight %d", goal.Fact, ErrNegative, goal.Weight)
		}
		if goal.Weight > MostSum-total {
			return fmt.Errorf("goal %d: %w", i, ErrOverflow)
		}
		total += goal.Weight
	}
	for _, limit := range in.Limits {
		if limit < 0 {
			return fmt.Errorf("%w: limit %d", ErrNegative, limit)
		}
	}
	if in.Deadline != nil && *in.Deadline < 0 {
		return fmt.Errorf("%w: deadline %d", ErrNegative, *in.Deadline)
	}
	if i := stray(in.Start, in.Facts); i >= 0 {
		return in.noFact("start", in.Start[i])
	}
	return nil
}

// fault is what is wrong with an action, nil if nothing is.
func (in *Instance) fault(a *Action) error {
	if k := stray(a.Needs, in.Facts); k >= 0 {
		return in.noFact("needs", a.Needs[k])
	}
	if k := stray(a.Adds, in.Facts); k >= 0 {
		return in.noFact("adds", a.Adds[k])
	}
	if k := stray(a.Excludes, len(in.Actions)); k >= 0 {
		return fmt.Errorf("%w: excludes %d", ErrRange, a.Excludes[k])
	}
	if len(a.Uses) > len(in.Limits) {
		return fmt.Errorf("%w: %d resources used, %d limited", ErrRange, len(a.Uses), len(in.Limits))
	}
	if n := a.least(); n < 0 {
		return fmt.Errorf("%w: %d", ErrNegative, n)
	}
	return nil
}

// least is the least number of an action.
func (a *Action) least() int64 {
	least := min(a.Cost, int64(a.Time))
	for _, n := range a.Uses {
		least = min(least, n)
	}
	return least
}

func (in *Instance) noFact(place string, f int) error {
	return fmt.Errorf("%s: %w: fact %d of %d", place, ErrRange, f, in.Facts)
}

// stray is the position of the first number that is not from 0 to n-1; below 0: none is.
func stray(list []int, n int) int {
	for i, v := range list {
		if uint(v) >= uint(n) {
			return i
		}
	}
	return -1
}

// MostSum is what costs, weights and the use of each resource may add up to: a quarter of the greatest
// int64, so that a bound and a residual can be added without a check.
const MostSum = math.MaxInt64 / 4

// MostTime is what the times may add up to.
const MostTime = math.MaxInt32 / 2

// sums are what the actions so far add up to.
type sums struct {
	cost, time int64
	uses       []int64
}

// add adds an action; false: it does not fit.
func (s *sums) add(a *Action) bool {
	if a.Cost > MostSum-s.cost || int64(a.Time) > MostTime-s.time {
		return false
	}
	s.cost, s.time = s.cost+a.Cost, s.time+int64(a.Time)
	for r, n := range a.Uses {
		if n > MostSum-s.uses[r] {
			return false
		}
		s.uses[r] += n
	}
	return true
}
