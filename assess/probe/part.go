package probe

import (
	"fmt"
	"slices"
)

// part is a component: notions that prerequisites join.
type part struct {
	notions  []int   // so that what a notion requires stands before it
	requires [][]int // by place in notions: places
	edges    int
}

// tree: there is one way at most from any notion to any other.
func (p *part) tree() bool { return p.edges == len(p.notions)-1 }

// divide finds the components.
func (o *Order) divide() {
	o.partOf, o.placeOf = slices.Repeat([]int{-1}, len(o.notions)), make([]int, len(o.notions))
	joined := make([][]int, len(o.notions))
	for i, n := range o.notions {
		for _, j := range n.requires {
			joined[i], joined[j] = append(joined[i], j), append(joined[j], i)
		}
	}
	for i := range o.notions {
		if o.partOf[i] >= 0 {
			continue
		}
		members := []int{i}
		o.partOf[i] = len(o.parts)
		for at := 0; at < len(members); at++ {
			for _, j := range joined[members[at]] {
				if o.partOf[j] < 0 {
					o.partOf[j] = len(o.parts)
					members = append(members, j)
				}
			}
		}
		o.parts = append(o.parts, o.part(members))
	}
}

// part puts the notions of a component in order: those that require fewer, counting
// what is required in turn, come first.
func (o *Order) part(members []int) part {
	slices.Sort(members)
	depth := func(i int) (n int) {
		for _, j := range members {
			if o.after[i].has(j) {
				n++
			}
		}
		return n
	}
	depths := map[int]int{}
	for _, i := range members {
		depths[i] = depth(i)
	}
	slices.SortStableFunc(members, func(i, j int) int { return depths[i] - depths[j] })
	for at, i := range members {
		o.placeOf[i] = at
	}
	p := part{notions: members, requires: make([][]int, len(members))}
	for at, i := range members {
		for _, j := range o.notions[i].requires {
			p.requires[at] = append(p.requires[at], o.placeOf[j])
			p.edges++
		}
	}
	return p
}

// states are the sets of places that hold what their members require, or false where
// there are more than limit of them or more than 64 places.
func (p *part) states(limit int) ([]Set, bool) {
	if len(p.notions) > MaxItems || limit < 1 {
		return nil, false
	}
	states := []Set{0}
	for at, list := range p.requires {
		needs := SetOf(list...)
		for _, k := range states[:len(states):len(states)] {
			if !k.Holds(needs) {
				continue
			}
			if len(states) == limit {
				return nil, false
			}
			states = append(states, k.With(at))
		}
	}
	return states, true
}

// StatesError says that an order has too many states to list them.
type StatesError struct {
	Statements int // in the order
	Limit      int // states that were allowed
}

// Error says what is too large and what to do instead.
func (e *StatesError) Error() string {
	if e.Statements > MaxItems {
		return fmt.Sprintf("probe: %d statements, and a listed state holds at most %d: a Scan does not need the list", e.Statements, MaxItems)
	}
	return fmt.Sprintf("probe: %d statements have more than %d states: a Scan does not need the list", e.Statements, e.Limit)
}

// Structure lists all states, items being the positions in [Order.Statements]. The only
// error is a [*StatesError]: more than limit states, or more than 64 statements.
func (o *Order) Structure(limit int) (Structure, error) {
	if len(o.statements) > MaxItems {
		return Structure{}, &StatesError{len(o.statements), limit}
	}
	states := []Set{0}
	for i := range o.parts {
		own, ok := o.parts[i].states(limit)
		if !ok || len(own)*len(states) > limit {
			return Structure{}, &StatesError{len(o.statements), limit}
		}
		states = o.combine(states, &o.parts[i], own)
	}
	return NewStructure(len(o.statements), states...)
}

// combine is every state with every state of one more component.
func (o *Order) combine(states []Set, p *part, own []Set) []Set {
	product := make([]Set, 0, len(states)*len(own))
	for _, k := range own {
		var members Set
		for at := range k.Items() {
			members |= SetOf(o.notions[p.notions[at]].members...)
		}
		for _, s := range states {
			product = append(product, s|members)
		}
	}
	return product
}
