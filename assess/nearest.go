package assess

import (
	"cmp"
	"iter"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Match is a role and how near a worker is to it.
type Match struct {
	Role    ksb.RoleID
	Assured float64 // as in a Report
	Belief  float64 // importance x belief over importance: what speaks for the worker
	Met     int
	Of      int

	place int32 // of the role, in the order of the Index
}

// Compare orders matches: 1. Assured, descending; 2. Belief, descending, both rounded
// to six decimals; 3. the natural order of the roles.
func (m Match) Compare(n Match) int {
	return cmp.Or(
		cmp.Compare(round6(n.Assured), round6(m.Assured)),
		cmp.Compare(round6(n.Belief), round6(m.Belief)),
		cmp.Compare(m.place, n.place),
	)
}

// Nearest yields every role, the nearest first (see [Match.Compare]). It builds no
// explanations and allocates nothing for a role. References by code do not count: a
// code means another statement in every role. To print the five nearest:
//
//	for m := range engine.Nearest(profile) {
//		fmt.Println(m.Role, m.Assured)
//		if n++; n == 5 {
//			break
//		}
//	}
func (e *Engine) Nearest(p *Profile) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		briefs := e.ix.Briefs()
		matches := make([]Match, len(briefs))
		for i := range briefs {
			matches[i] = p.match(&briefs[i])
			matches[i].place = int32(i)
		}
		slices.SortFunc(matches, Match.Compare)
		for _, m := range matches {
			if !yield(m) {
				return
			}
		}
	}
}

// match is the bare core of Assess.
func (p *Profile) match(b *ksb.Brief) Match {
	m := Match{Role: b.Role.ID}
	var importance float64
	policy := &p.engine.policy
	for i := range b.Needs {
		q := &b.Needs[i]
		if p.outside != nil && p.outside[q.Statement] {
			continue
		}
		m.Of++
		importance += q.Importance
		at := p.place[q.Statement]
		if at == 0 {
			continue
		}
		mark := &p.standings[at-1].marks[q.Level-1]
		m.Belief += float64(q.Importance * mark.opinion.Belief)
		if policy.metBy(mark, q.Critical) {
			m.Met++
			m.Assured += q.Importance
		}
	}
	if importance > 0 {
		m.Assured /= importance
		m.Belief /= importance
	}
	return m
}
