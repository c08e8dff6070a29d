package probe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Order is which statements build on which, checked and frozen. It is safe for use by
// many goroutines at once.
type Order struct {
	statements []ksb.Statement // by code in natural order, then by ID
	at         map[ksb.StatementID]int
	notionOf   []int     // by statement
	notions    []notion  // by their first statements
	parts      []part    // by their first notions
	partOf     []int     // by notion
	placeOf    []int     // by notion: its place in its part
	after      []numbers // by notion: all that it requires, itself included
}

// notion is the statements that come together: one, but for rings.
type notion struct {
	members  []int // statements, ascending
	requires []int // notions, ascending, without those that others imply
}

// New makes an order of the statements that can be asked. A prerequisite that is not
// among them is passed over: list it, or use [ForRole], which knows the others. The
// error wraps [ksb.ErrDuplicateID].
func New(statements ...ksb.Statement) (*Order, error) {
	o := &Order{statements: slices.Clone(statements), at: map[ksb.StatementID]int{}}
	slices.SortFunc(o.statements, func(a, b ksb.Statement) int {
		return cmp.Or(ksb.CompareCodes(a.Code, b.Code), ksb.CompareCodes(string(a.ID), string(b.ID)), strings.Compare(string(a.ID), string(b.ID)))
	})
	for i, s := range o.statements {
		if _, twice := o.at[s.ID]; twice {
			return nil, fmt.Errorf("probe: %w: %q", ksb.ErrDuplicateID, s.ID)
		}
		o.at[s.ID] = i
	}
	o.gatherNotions()
	o.divide()
	return o, nil
}

// ForRole makes an order of what a role requires. Prerequisites lead through statements
// that the role does not require: if C requires B and B requires A, and the role asks
// for A and C, then C requires A. The error wraps [ksb.ErrUnknownRole].
func ForRole(ix *ksb.Index, role ksb.RoleID) (*Order, error) {
	r, known := ix.Role(role)
	if !known {
		return nil, fmt.Errorf("probe: %w: %q", ksb.ErrUnknownRole, role)
	}
	asked := map[ksb.StatementID]bool{}
	for _, q := range r.Requirements {
		asked[q.Statement] = true
	}
	list := make([]ksb.Statement, len(r.Requirements))
	for i, q := range r.Requirements {
		list[i], _ = ix.Statement(q.Statement)
		list[i].Requires = nearest(ix, list[i], asked)
	}
	return New(list...)
}

// nearest are the first statements asked on every way down the prerequisites.
func nearest(ix *ksb.Index, from ksb.Statement, asked map[ksb.StatementID]bool) (found []ksb.StatementID) {
	seen := map[ksb.StatementID]bool{}
	queue := slices.Clone(from.Requires)
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		if seen[id] {
			continue
		}
		seen[id] = true
		if asked[id] {
			found = append(found, id)
			continue
		}
		s, _ := ix.Statement(id)
		queue = append(queue, s.Requires...)
	}
	return found
}

// Statements are what can be asked, by code in natural order and then by ID.
func (o *Order) Statements() []ksb.Statement { return slices.Clone(o.statements) }

// Components is how many groups of statements there are that prerequisites join.
func (o *Order) Components() int { return len(o.parts) }

// gatherNotions finds the rings and what each notion requires.
func (o *Order) gatherNotions() {
	n := len(o.statements)
	direct := make([][]int, n)
	for i, s := range o.statements {
		for _, id := range s.Requires {
			if at, asked := o.at[id]; asked && at != i {
				direct[i] = append(direct[i], at)
			}
		}
	}
	reach := closure(direct)
	o.notionOf = make([]int, n)
	for i := range n {
		first := slices.IndexFunc(o.notions, func(x notion) bool { return reach[i].has(x.members[0]) && reach[x.members[0]].has(i) })
		if first < 0 {
			first = len(o.notions)
			o.notions = append(o.notions, notion{})
		}
		o.notionOf[i] = first
		o.notions[first].members = append(o.notions[first].members, i)
	}
	o.relate(direct)
}

// relate carries the prerequisites over from statements to notions, without those that
// others imply.
func (o *Order) relate(direct [][]int) {
	between := make([][]int, len(o.notions))
	for i, list := range direct {
		for _, j := range list {
			if o.notionOf[i] != o.notionOf[j] {
				between[o.notionOf[i]] = append(between[o.notionOf[i]], o.notionOf[j])
			}
		}
	}
	o.after = closure(between)
	for k, list := range between {
		slices.Sort(list)
		list = slices.Compact(list)
		for _, j := range list {
			implied := slices.ContainsFunc(list, func(other int) bool { return other != j && o.after[other].has(j) })
			if !implied {
				o.notions[k].requires = append(o.notions[k].requires, j)
			}
		}
	}
}

// numbers is a set of small numbers without a bound.
type numbers []uint64

func (s numbers) has(i int) bool { return s[i/64]>>(i%64)&1 == 1 }
func (s numbers) add(i int)      { s[i/64] |= 1 << (i % 64) }

// closure is, for each node, all that its edges lead to in any number of steps, itself
// included. Rings do no harm.
func closure(direct [][]int) []numbers {
	reach := make([]numbers, len(direct))
	for i := range direct {
		reach[i] = make(numbers, len(direct)/64+1)
		reach[i].add(i)
		for stack := []int{i}; len(stack) > 0; {
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, j := range direct[last] {
				if !reach[i].has(j) {
					reach[i].add(j)
					stack = append(stack, j)
				}
			}
		}
	}
	return reach
}
