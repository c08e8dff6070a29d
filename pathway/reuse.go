package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Reuse is what can be done with what is already provided, before anything new is
// bought. What the person already holds is no gap and is counted before either.
type Reuse struct {
	Courses []string          `json:"courses"` // provided courses that close Closes, in order of bytes
	Closes  []ksb.StatementID `json:"closes"`  // gaps that provided courses alone can close, in the order of Report.Gaps
	Residue []ksb.StatementID `json:"residue"` // gaps that need something new, in the order of Report.Gaps
}

// reuse adds to a plan what provided courses alone can close, if that was asked for.
func (t *task) reuse(ctx context.Context, p *Plan) error {
	if !t.options.Reuse || ctx.Err() != nil {
		return nil
	}
	alone := t.only(func(int) bool { return true }, func(c int) bool { return t.courses[c].Provided })
	if t.ended() {
		return nil
	}
	s, err := alone.best(ctx, Limits{})
	if err != nil {
		return err
	}
	p.Reuse = &Reuse{Courses: []string{}, Closes: []ksb.StatementID{}, Residue: []ksb.StatementID{}}
	for _, c := range s.Items {
		p.Reuse.Courses = append(p.Reuse.Courses, t.courses[c].ID)
	}
	for i, g := range t.goals {
		if slices.Contains(s.Open, i) {
			p.Reuse.Residue = append(p.Reuse.Residue, g.Statement)
		} else {
			p.Reuse.Closes = append(p.Reuse.Closes, g.Statement)
		}
	}
	return nil
}
