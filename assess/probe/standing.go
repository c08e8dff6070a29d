package probe

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Verdict is what a scan makes of a statement.
type Verdict uint8

// The verdicts.
const (
	Open      Verdict = iota // not certain
	Likely                   // certain that it is in the state
	NotLikely                // certain that it is not
)

// Standing is where a statement stands in a scan. A verdict where Asked is 0 is inferred
// from answers about other statements, and no evidence of anything.
type Standing struct {
	Statement   ksb.StatementID
	Code        string
	Probability float64
	Verdict     Verdict
	Asked       int
}

// Standings are those of all statements, in the order of [Order.Statements].
func (s *Scan) Standings() []Standing {
	list := make([]Standing, len(s.p))
	for i, statement := range s.order.statements {
		list[i] = Standing{statement.ID, statement.Code, s.p[i], s.verdict(i), s.asked[i]}
	}
	return list
}

func (s *Scan) verdict(i int) Verdict {
	switch p := s.p[i]; {
	case p > s.options.Certain:
		return Likely
	case 1-p > s.options.Certain:
		return NotLikely
	}
	return Open
}

// State are the statements that are more likely than not in the state, in the order of
// [Order.Statements]. With every statement also what it requires is there.
func (s *Scan) State() (state []ksb.StatementID) {
	for i, statement := range s.order.statements {
		if s.p[i] > 0.5 {
			state = append(state, statement.ID)
		}
	}
	return state
}

// Inner is the inner fringe of a state: those of its statements that nothing else in it
// requires, which were learned last. Statements of a ring come together. Statements that
// the order does not have are passed over.
func (o *Order) Inner(state []ksb.StatementID) []ksb.StatementID {
	in := o.held(state)
	needed := make([]bool, len(o.notions))
	for i, n := range o.notions {
		for _, j := range n.requires {
			needed[j] = needed[j] || in[i]
		}
	}
	return o.where(func(i int) bool { return in[i] && !needed[i] })
}

// Outer is the outer fringe of a state: the statements outside it all of whose
// prerequisites are in it, which the person is ready to learn.
func (o *Order) Outer(state []ksb.StatementID) []ksb.StatementID {
	in := o.held(state)
	return o.where(func(i int) bool {
		return !in[i] && !slices.ContainsFunc(o.notions[i].requires, func(j int) bool { return !in[j] })
	})
}

// held tells which notions a state has: those all of whose statements it has.
func (o *Order) held(state []ksb.StatementID) []bool {
	has := make([]bool, len(o.statements))
	for _, id := range state {
		if at, known := o.at[id]; known {
			has[at] = true
		}
	}
	in := make([]bool, len(o.notions))
	for i, n := range o.notions {
		in[i] = !slices.ContainsFunc(n.members, func(at int) bool { return !has[at] })
	}
	return in
}

func (o *Order) where(fits func(notion int) bool) (list []ksb.StatementID) {
	for i, statement := range o.statements {
		if fits(o.notionOf[i]) {
			list = append(list, statement.ID)
		}
	}
	return list
}
