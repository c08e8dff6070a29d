package probe

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Structure is a knowledge structure: which sets of items are feasible as states. It
// need not come from prerequisites.
type Structure struct {
	Items  int   // numbered from 0
	States []Set // each once, by size and then by their first items; see [NewStructure]
}

// NewStructure puts states in order and drops repetitions. The error wraps
// [ksb.ErrValue]: no states, more than 64 items, or a state with an item that there is
// not.
func NewStructure(items int, states ...Set) (Structure, error) {
	switch {
	case items < 0 || items > MaxItems:
		return Structure{}, fmt.Errorf("%w: %d items, at most %d", ksb.ErrValue, items, MaxItems)
	case len(states) == 0:
		return Structure{}, fmt.Errorf("%w: no states", ksb.ErrValue)
	}
	for _, s := range states {
		if !all(items).Holds(s) {
			return Structure{}, fmt.Errorf("%w: state %s of %d items", ksb.ErrValue, s.Pattern(MaxItems), items)
		}
	}
	sorted := slices.Clone(states)
	slices.SortFunc(sorted, compareStates)
	return Structure{items, slices.Compact(sorted)}, nil
}

// compareStates orders by size, then the state with the first item that the other lacks.
func compareStates(a, b Set) int {
	if order := cmp.Compare(a.Len(), b.Len()); order != 0 || a == b {
		return order
	}
	first := (a ^ b) & -(a ^ b)
	if a&first != 0 {
		return -1
	}
	return 1
}

func all(items int) Set {
	if items >= MaxItems {
		return ^Set(0)
	}
	return 1<<items - 1
}

// Has tells whether a set is a state.
func (s Structure) Has(state Set) bool {
	_, found := slices.BinarySearchFunc(s.States, state, compareStates)
	return found
}

// Inner is the inner fringe of a state: the items without any one of which it would
// still be a state. They are what was learned last.
func (s Structure) Inner(state Set) (fringe Set) {
	for i := range state.Items() {
		if s.Has(state &^ (1 << i)) {
			fringe = fringe.With(i)
		}
	}
	return fringe
}

// Outer is the outer fringe of a state: the items with any one of which it would still
// be a state. They are what the person is ready to learn.
func (s Structure) Outer(state Set) (fringe Set) {
	for i := range (all(s.Items) &^ state).Items() {
		if s.Has(state.With(i)) {
			fringe = fringe.With(i)
		}
	}
	return fringe
}

// Prerequisites is, for each item, what every state that has the item has besides: the
// surmise relation. An item that no state has requires nothing.
func (s Structure) Prerequisites() []Set {
	needs := make([]Set, s.Items)
	for i := range needs {
		needs[i] = all(s.Items)
	}
	var seen Set
	for _, state := range s.States {
		seen |= state
		for i := range state.Items() {
			needs[i] &= state
		}
	}
	for i := range needs {
		needs[i] &^= 1 << i
		if !seen.Has(i) {
			needs[i] = 0
		}
	}
	return needs
}

// Closed tells whether the union and the intersection of any two states are states. A
// structure closed under both, with the empty state and the full one, is quasi-ordinal:
// it says no more than its prerequisites do (Birkhoff 1937). It takes a step a pair.
func (s Structure) Closed() (union, intersection bool) {
	union, intersection = true, true
	for i, a := range s.States {
		for _, b := range s.States[:i] {
			union = union && s.Has(a|b)
			intersection = intersection && s.Has(a&b)
		}
	}
	return union, intersection
}

// Locate finds the state of somebody who neither slips nor guesses, by half-split: it
// asks an item that as near as can be to half of the states left have, the first of
// equals, and drops the states that the answer speaks against. It returns the state and
// the items in the order in which they were asked. A structure without states has the
// empty state. The number of items asked is at most that of the states less one.
func (s Structure) Locate(can func(item int) bool) (state Set, asked []int) {
	left := slices.Clone(s.States)
	for len(left) > 1 {
		item := splitter(left, s.Items)
		asked = append(asked, item)
		has := can(item)
		left = slices.DeleteFunc(left, func(k Set) bool { return k.Has(item) != has })
	}
	if len(left) == 0 {
		return 0, nil
	}
	return left[0], asked
}

// splitter is the first of the items that split the states best. Of two different
// states at least one item is in one only.
func splitter(states []Set, items int) (best int) {
	least := len(states) + 1
	for i := range items {
		have := 0
		for _, k := range states {
			have += int(k >> i & 1)
		}
		if off := abs(2*have - len(states)); have > 0 && have < len(states) && off < least {
			best, least = i, off
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
