package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// need says what the actions of a row are needed for: a fact of the zone that all of them
// give, if there is one.
func (r *rows) need(l *solve.Landmark, acts []int) Amount {
	a := amountOf(ForWay)
	a.For = r.statements(l.Goal)
	best, goal := -1, l.Goal
	for _, z := range l.Zone {
		f := z.Fact
		all := !slices.ContainsFunc(acts, func(i int) bool { return !slices.Contains(r.in.Actions[i].Adds, f) })
		if all && (best < 0 || r.before(f, best, goal)) {
			best = f
		}
	}
	if best >= 0 {
		r.name(&a, best, goal)
		a.Later = r.later(best, acts)
	}
	return a
}

// later are the courses that give a fact, but need something of the zone themselves.
func (r *rows) later(fact int, acts []int) (names []string) {
	for _, i := range r.adders[fact] {
		if i < len(r.courses) && r.can[i] && !r.out[i] && !slices.Contains(acts, i) {
			names = append(names, r.courses[i].ID)
		}
	}
	return names
}

// statements is the gap of a goal; none: the goal is a course that was asked for.
func (r *rows) statements(goal int) []ksb.StatementID {
	if goal < len(r.goals) {
		return []ksb.StatementID{r.goals[goal].Statement}
	}
	return []ksb.StatementID{}
}

// before sorts the facts that a need may be called by: the goal itself, statements,
// credentials, courses, and what days ask for.
func (r *rows) before(f, g, goal int) bool {
	if a, b := r.rank(f, goal), r.rank(g, goal); a != b {
		return a < b
	}
	return f < g
}

func (r *rows) rank(f, goal int) int {
	switch {
	case goal < len(r.aims) && f == r.aims[goal]:
		return 0
	case f >= len(r.facts):
		return 4
	case r.facts[f].statement != "":
		return 1
	case r.facts[f].credential != "":
		return 2
	}
	return 3
}

// name calls a need by its fact.
func (r *rows) name(a *Amount, f, goal int) {
	switch r.rank(f, goal) {
	case 0:
		a.Code = ForGap
	case 1:
		a.Code, a.Level = ForLevel, r.facts[f].level
	case 2:
		a.Code = ForCredential
	case 3:
		a.Code = ForCourse
	case 4:
		a.Code = InTime
		return
	}
	a.Refs = append(a.Refs, r.facts[f].ref())
}
