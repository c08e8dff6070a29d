package ksb

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// Compile checks frameworks and freezes them into one Index. It reports every
// mistake at once, in file, line and path order, and keeps the sound parts: the
// Index is never nil.
//
// Statements and roles are told apart by ID over all frameworks, scales within
// their own. An exact repetition counts once; of two things that share an ID and
// differ, neither is kept, since nobody can tell which was meant. Each option of a
// role becomes a role of its own (see [OptionRole]).
//
// The problems wrap the faults ErrMissingID, ErrDuplicateID, ErrUnknownStatement,
// ErrUnknownScale, ErrUnknownOption, ErrUnknownRole, ErrKind, ErrScale, ErrLevel,
// ErrWeight, ErrValue, ErrMissing, ErrRing, ErrEmptyRole and ErrGate.
func Compile(frameworks ...Framework) (*Index, Problems) {
	c := &compiler{at: map[StatementID]int32{}, unmapped: map[RoleID]struct{}{}}
	for i := range frameworks {
		c.readStatements(&frameworks[i])
	}
	c.freezeStatements()
	for i := range frameworks {
		c.roles = append(c.roles, frameworks[i].Roles...)
	}
	c.freezeRoles()
	for i := range frameworks {
		c.checkLinks(&frameworks[i])
	}
	ix := c.index(frameworks)
	return ix, c.problems.Sort()
}

// compiler gathers the sound parts of the frameworks and the problems of the rest.
type compiler struct {
	problems   Problems
	statements []graded // by ID once frozen
	at         map[StatementID]int32
	roles      []Role              // by ID in natural order once frozen
	links      []Link              // the sound ones, as they were given
	unmapped   map[RoleID]struct{} // options whose role maps nothing
}

// graded is a statement with the scale it is judged on.
type graded struct {
	Statement
	On Scale `json:"on"`
}

// unique keeps the items whose ID stands once. An item without an ID is refused; an
// exact repetition counts once; of items that share an ID and differ none is kept.
func unique[T any](c *compiler, items []T, id func(*T) string, at func(*T) Origin, path string) []T {
	groups := map[string][]*T{}
	for i := range items {
		groups[id(&items[i])] = append(groups[id(&items[i])], &items[i])
	}
	var kept []T
	for i := range items {
		item, name := &items[i], id(&items[i])
		switch same := groups[name]; {
		case name == "":
			c.problems.Add(at(item), path+"[]", ErrMissingID, "")
		case len(same) == 1:
			kept = append(kept, *item)
		case !allEqual(same):
			c.problems.Add(at(item), path+"["+name+"]", ErrDuplicateID, "%q stands %d times, not alike: none is used", name, len(same))
		case same[0] == item:
			kept = append(kept, *item)
		default:
			c.problems.Add(at(item), path+"["+name+"]", ErrDuplicateID, "%q is repeated: it counts once", name)
		}
	}
	return kept
}

// allEqual compares by content: where things were read does not matter.
func allEqual[T any](items []*T) bool {
	first, err := json.Marshal(items[0])
	for _, item := range items[1:] {
		next, nextErr := json.Marshal(item)
		if err != nil || nextErr != nil || !bytes.Equal(first, next) {
			return false
		}
	}
	return true
}

// sorted returns a sorted copy without repetitions.
func sorted[S ~[]E, E ~string](list S) S {
	copied := slices.Clone(list)
	slices.Sort(copied)
	return slices.Compact(copied)
}

func (c *compiler) checkLinks(f *Framework) {
	for _, l := range f.Links {
		_, known := c.at[l.From]
		whole := l.To != "" && l.Relation != 0
		if !known {
			c.problems.Add(l.Origin, "links["+string(l.From)+"]", ErrUnknownStatement, "%q", l.From)
		}
		if !whole {
			c.problems.Add(l.Origin, "links["+string(l.From)+"]", ErrMissing, "a link has a from, a to and a relation")
		}
		if known && whole {
			c.links = append(c.links, l)
		}
	}
	for _, l := range f.Related {
		if !slices.Contains([]string{"progression", "related", "lateral"}, l.Relation) {
			c.problems.Add(l.Origin, "relatedRoles["+string(l.From)+"].relation", ErrValue, "%q is none of progression, related, lateral", l.Relation)
		}
		for _, end := range []RoleID{l.From, l.To} {
			if !c.hasRole(end) {
				c.problems.Add(l.Origin, "relatedRoles["+string(l.From)+"]", ErrUnknownRole, "%q", end)
			}
		}
	}
}

func (c *compiler) hasRole(id RoleID) bool {
	_, found := slices.BinarySearchFunc(c.roles, id, func(r Role, id RoleID) int { return compareIDs(string(r.ID), string(id)) })
	return found
}

// compareIDs is the natural order of IDs, made total by their bytes.
func compareIDs(a, b string) int {
	if order := CompareCodes(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}
