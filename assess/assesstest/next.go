package assesstest

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Choice is a way to choose which statement to look at next.
type Choice struct {
	Name, Doc string
	pick      func(draw, *assess.Report) (ksb.StatementID, bool)
}

// Choices are the engine's own, and what it is held against.
func Choices() []Choice {
	return []Choice{
		{"value", "the engine's: importance times the variance of the decision", func(_ draw, r *assess.Report) (ksb.StatementID, bool) {
			if len(r.Next) == 0 {
				return "", false
			}
			return r.Next[0].Statement, true
		}},
		{"largest-gap", "the first gap that is not met", func(_ draw, r *assess.Report) (ksb.StatementID, bool) {
			for _, g := range r.Gaps {
				if g.Status != assess.Met {
					return g.Statement, true
				}
			}
			return "", false
		}},
		{"least-evidence", "the statement that is least certain", func(_ draw, r *assess.Report) (ksb.StatementID, bool) {
			least := &r.Gaps[0]
			for i := range r.Gaps {
				if g := &r.Gaps[i]; g.Uncertainty > least.Uncertainty {
					least = g
				}
			}
			return least.Statement, true
		}},
		{"random", "any statement", func(d draw, r *assess.Report) (ksb.StatementID, bool) {
			return r.Gaps[d.IntN(len(r.Gaps))].Statement, true
		}},
	}
}

// Looked is how well met and not met are told apart, weighted by importance, before and
// after a number of statements were looked at once more each.
type Looked struct {
	Choice string  `json:"choice"`
	Doc    string  `json:"doc"`
	Before float64 `json:"before"` // mean weighted square error; 0 is best
	After  float64 `json:"after"`
}

// LookAgain lets every way of choosing add fresh observations, one after another, for every
// person of a sample, each by an assessor who has not been heard before. The error is
// that of a policy or of ctx.
func (s *Sample) LookAgain(ctx context.Context, m Model, seed uint64, times int) ([]Looked, error) {
	engine, err := s.engine(m)
	if err != nil {
		return nil, err
	}
	var list []Looked
	for _, c := range Choices() {
		before, after := make([]float64, len(s.People)), make([]float64, len(s.People))
		spread(len(s.People), func(i int) {
			if ctx.Err() == nil {
				before[i], after[i] = s.look(engine, c, newDraw(seed, uint64(i)), s.People[i], times)
			}
		})
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("assesstest: %w", err)
		}
		list = append(list, Looked{c.Name, c.Doc, mean(before), mean(after)})
	}
	return list, nil
}

// look adds observations about one person and tells the error before and after.
func (s *Sample) look(e *assess.Engine, c Choice, d draw, p *Person, times int) (before, after float64) {
	worker := p.Worker
	worker.Evidence = append([]assess.Evidence(nil), p.Worker.Evidence...)
	for round := range times + 1 {
		report, err := e.Assess(e.Profile(worker, day), p.Role.ID)
		if err != nil {
			return before, after // not so: the role is of this sample
		}
		after = p.blunder(report)
		if round == 0 {
			before = after
		}
		id, found := c.pick(d, report)
		if !found || round == times {
			break
		}
		level := min(max(p.Score[numberOf(id)]+s.World.Severity*d.NormFloat64()+0.6*d.NormFloat64(), 0), float64(s.World.Top))
		worker.Evidence = append(worker.Evidence, assess.Evidence{
			ID: fmt.Sprintf("look-%d", round+1), Statements: assess.Refs(string(id)), Kind: assess.Observation, By: fmt.Sprintf("fresh-%d", round+1), At: day, Level: &level,
		})
	}
	return before, after
}

// blunder is the mean square error of "meets what is required", by importance.
func (p *Person) blunder(r *assess.Report) float64 {
	var sum, all float64
	for i := range r.Gaps {
		g := &r.Gaps[i]
		meets := p.Levels[numberOf(g.Statement)] >= int(g.Level)
		sum += g.Importance * square(g.Probability()-one(meets))
		all += g.Importance
	}
	return sum / all
}
