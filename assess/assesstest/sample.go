package assesstest

import (
	"errors"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// ErrWorld is returned for a world or a size that cannot be drawn.
var ErrWorld = errors.New("cannot be drawn")

// Sample is people of one world with the standards that they are assessed by.
type Sample struct {
	World  World
	People []*Person
	Index  *ksb.Index
}

// Draw draws people with a number of statements each. The same seed draws the same
// people, and a greater number of them draws the same ones first.
func Draw(w World, seed uint64, people, statements int) (*Sample, error) {
	if people < 1 || statements < 2 || !w.drawable() {
		return nil, fmt.Errorf("assesstest: world %q, %d people, %d statements: %w", w.Name, people, statements, ErrWorld)
	}
	s := &Sample{World: w}
	f := ksb.Framework{Format: ksb.Format, ID: "simulated", Scales: []ksb.Scale{{ID: "levels"}}}
	for k := range w.Top + 1 {
		f.Scales[0].Rungs = append(f.Scales[0].Rungs, fmt.Sprintf("level %d", k))
	}
	for n := range statements {
		id := statementID(n)
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Code: string(id), Kind: ksb.Skill, Text: "Statement " + string(id), Scale: "levels"})
	}
	for number := range people {
		p := w.person(seed, number, statements)
		s.People = append(s.People, p)
		f.Roles = append(f.Roles, p.Role)
	}
	var problems ksb.Problems
	s.Index, problems = ksb.Compile(f)
	return s, problems.Err()
}

// drawable: there is something to ask, somebody to say something, and no certificate for a
// level that is off the scale.
func (w World) drawable() bool {
	return w.Top >= 1 && w.Top <= 200 && len(w.Required) > 0 && len(w.Sources) > 0 && w.Pieces >= 1 &&
		len(w.CutShares) > 0 && len(w.CutShares) <= w.Top
}

// Shortfall is by how many rungs a person is truly below what the role asks, times the
// weight: what a perfect ranking would rank by.
func (p *Person) Shortfall(n int) float64 {
	q := p.Role.Requirements[n]
	return q.Weight * float64(max(int(q.Level)-p.Levels[n], 0))
}

// Readiness is the truth that a report's estimate guesses at.
func (p *Person) Readiness() float64 {
	var short, all float64
	for n, q := range p.Role.Requirements {
		short += p.Shortfall(n)
		all += q.Weight * float64(q.Level)
	}
	return 1 - short/all
}

// engine is one that judges this sample by a model; nil: that of the policy.
func (s *Sample) engine(m Model) (*assess.Engine, error) {
	e, err := assess.New(s.Index, m.Policy)
	if err != nil || m.Model == nil {
		return e, err
	}
	return e.Using(m.Model), nil
}
