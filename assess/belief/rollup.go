package belief

import (
	"fmt"
	"math"
)

// Distribution is how far each grade is believed in, the worst first. What is missing
// from 1 is unassigned: it is not known which grade it is.
type Distribution []float64

// Unassigned is the belief that no grade has, 0 to 1.
func (d Distribution) Unassigned() float64 {
	rest := 1.0
	for _, b := range d {
		rest -= b
	}
	return max(rest, 0)
}

// Utility is the expected worth, where each grade is worth a number: between all of the
// unassigned belief going to the worst grade and all of it going to the best. An error
// wraps [ErrParameter]: as many utilities as grades, never decreasing.
func (d Distribution) Utility(utilities []float64) (low, high float64, err error) {
	if len(utilities) != len(d) || len(d) == 0 {
		return 0, 0, fmt.Errorf("%w: %d utilities for %d grades", ErrParameter, len(utilities), len(d))
	}
	for n, u := range utilities {
		if math.IsNaN(u) || math.IsInf(u, 0) || n > 0 && u < utilities[n-1] {
			return 0, 0, fmt.Errorf("%w: utilities %v decrease or are not finite", ErrParameter, utilities)
		}
		low += float64(d[n] * u)
	}
	unassigned := d.Unassigned()
	return low + float64(unassigned*utilities[0]), low + float64(unassigned*utilities[len(d)-1]), nil
}

// Distribution is the estimate as belief over the levels 0 to the top: level k has what
// is believed of "at k or above" and not of "at k+1 or above", level 0 the disbelief in
// level 1. So a pass, which says nothing of higher levels, is taken at its word and no more.
func (e *Estimate) Distribution() Distribution {
	d := make(Distribution, len(e.Opinion)+1)
	for k := range e.Opinion {
		d[k+1] = e.Opinion[k].Belief
		if k+1 < len(e.Opinion) {
			d[k+1] = max(d[k+1]-e.Opinion[k+1].Belief, 0)
		}
	}
	if len(e.Opinion) > 0 {
		d[0] = e.Opinion[0].Disbelief
	}
	return d
}

// Node is a thing that is judged: a statement with a Belief of its own, or a duty or a
// role that consists of Parts. Weights are relative to those beside it.
type Node struct {
	Name   string
	Weight float64      // 0: it does not count
	Belief Distribution // of a leaf
	Parts  []Node       // of any other
}

// RollUp is the belief in a node, from the leaves up, by modified evidential reasoning
// (Yang and Xu 2002): statement to duty to role, what is unassigned kept apart all the
// way. The error wraps [ErrParameter] and names the node: a leaf without belief,
// beliefs that are no shares of 1, grades that differ in number, weights that are
// negative or all 0, a node that has both belief and parts.
func (n Node) RollUp() (Distribution, error) {
	switch {
	case len(n.Belief) > 0 && len(n.Parts) > 0:
		return nil, fmt.Errorf("%w: %q has belief and parts", ErrParameter, n.Name)
	case len(n.Parts) == 0:
		return n.leaf()
	}
	var m mixture
	total := 0.0
	for _, part := range n.Parts {
		if err := m.take(part); err != nil {
			return nil, err
		}
		total += part.Weight
	}
	if !(total > 0) || math.IsInf(total, 1) {
		return nil, fmt.Errorf("%w: the weights under %q sum to %v", ErrParameter, n.Name, total)
	}
	d := make(Distribution, m.grades)
	m.combine(d)
	return d, nil
}

// take adds a part, rolled up itself.
func (m *mixture) take(part Node) error {
	believed, err := part.RollUp()
	if err != nil {
		return err
	}
	if len(m.weights) == 0 {
		m.begin(len(believed))
	}
	if len(believed) != m.grades {
		return fmt.Errorf("%w: %q has %d grades, others beside it %d", ErrParameter, part.Name, len(believed), m.grades)
	}
	if !(part.Weight >= 0) || math.IsInf(part.Weight, 1) {
		return fmt.Errorf("%w: weight %v of %q", ErrParameter, part.Weight, part.Name)
	}
	copy(m.add(part.Weight), believed)
	return nil
}

// leaf checks the belief of a leaf; 1e-9 forgives the rounding of its sum.
func (n Node) leaf() (Distribution, error) {
	total := 0.0
	for _, b := range n.Belief {
		if !(b >= 0) {
			return nil, fmt.Errorf("%w: belief %v of %q", ErrParameter, b, n.Name)
		}
		total += b
	}
	if len(n.Belief) == 0 || total > 1+1e-9 {
		return nil, fmt.Errorf("%w: the beliefs of %q sum to %v over %d grades", ErrParameter, n.Name, total, len(n.Belief))
	}
	return n.Belief, nil
}
