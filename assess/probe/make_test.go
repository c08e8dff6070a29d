package probe_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// chain is n statements, each of which requires the one before.
func chain(n int) (list []ksb.Statement) {
	for i := range n {
		s := statement(fmt.Sprintf("S%d", i+1))
		if i > 0 {
			s.Requires = []ksb.StatementID{list[i-1].ID}
		}
		list = append(list, s)
	}
	return list
}

// tree is n statements, each of which requires one of those before it.
func tree(r *rand.Rand, n int) (list []ksb.Statement) {
	for i := range n {
		s := statement(fmt.Sprintf("S%d", i+1))
		if i > 0 {
			s.Requires = []ksb.StatementID{list[r.IntN(i)].ID}
		}
		list = append(list, s)
	}
	return list
}

// web is n statements, each of which requires any of those before it with a chance.
func web(r *rand.Rand, n int, chance float64) (list []ksb.Statement) {
	for i := range n {
		s := statement(fmt.Sprintf("S%d", i+1))
		for _, earlier := range list {
			if r.Float64() < chance {
				s.Requires = append(s.Requires, earlier.ID)
			}
		}
		list = append(list, s)
	}
	return list
}

// loose takes the prerequisites away.
func loose(list []ksb.Statement) (without []ksb.Statement) {
	for _, s := range list {
		s.Requires = nil
		without = append(without, s)
	}
	return without
}

// ability is a state drawn at random: each statement in turn, if the person has what it
// requires.
func ability(r *rand.Rand, o *probe.Order) map[ksb.StatementID]bool {
	s, err := o.Structure(1 << 16)
	if err != nil {
		return nil
	}
	state := s.States[r.IntN(len(s.States))]
	can := map[ksb.StatementID]bool{}
	for i, statement := range o.Statements() {
		can[statement.ID] = state.Has(i)
	}
	return can
}

// says is an answer that may slip or be a lucky guess.
func says(r *rand.Rand, can bool, c probe.Chance) bool {
	if can {
		return r.Float64() >= c.Slip
	}
	return r.Float64() < c.Guess
}
