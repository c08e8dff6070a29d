package diff

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Edition is a role in an index. Both editions may be roles of one index.
type Edition struct {
	Index *ksb.Index
	Role  ksb.RoleID
}

// Roles compares two roles. The errors wrap [ksb.ErrUnknownRole], [ksb.ErrUnknownStatement]
// for a decision about a statement that its role does not require, [ksb.ErrDuplicateID]
// for decisions that contradict each other, and [ksb.ErrValue] for a threshold that is none.
func Roles(from, to Edition, o Options) (Changes, error) {
	o, err := o.resolved()
	if err != nil {
		return Changes{}, err
	}
	older, err := from.read()
	if err != nil {
		return Changes{}, err
	}
	newer, err := to.read()
	if err != nil {
		return Changes{}, err
	}
	for _, d := range o.Decided {
		if !older.asks(d.From) || !newer.asks(d.To) {
			return Changes{}, fmt.Errorf("%w: the decision on %q and %q, of which one is not required", ksb.ErrUnknownStatement, d.From, d.To)
		}
	}
	return compare(older, newer, o), nil
}

// standard is a role laid out for comparing. Where its parts were read is left out.
type standard struct {
	role       Role
	statements []Statement
	duties     []ksb.Duty
	options    []ksb.Option
	gates      []ksb.Gate
}

func (e Edition) read() (*standard, error) {
	if e.Index == nil {
		return nil, fmt.Errorf("%w: %q of no index", ksb.ErrUnknownRole, e.Role)
	}
	r, known := e.Index.Role(e.Role)
	if !known {
		return nil, fmt.Errorf("%w: %q", ksb.ErrUnknownRole, e.Role)
	}
	s := &standard{
		role:    Role{e.Index.Fingerprint(), r.ID, r.Edition, r.Title, r.Aliases, r.Qual, r.Band, r.Codes, r.Facts},
		duties:  bare(r.Duties, func(d *ksb.Duty) *ksb.Origin { return &d.Origin }),
		options: bare(r.Options, func(o *ksb.Option) *ksb.Origin { return &o.Origin }),
		gates:   bare(r.Gates, func(g *ksb.Gate) *ksb.Origin { return &g.Origin }),
	}
	for _, q := range r.Requirements {
		s.statements = append(s.statements, required(e.Index, q))
	}
	return s, nil
}

// bare copies a list and forgets where its parts were read.
func bare[T any](list []T, origin func(*T) *ksb.Origin) []T {
	copied := slices.Clone(list)
	for i := range copied {
		*origin(&copied[i]) = ksb.Origin{}
	}
	return copied
}

func required(ix *ksb.Index, q ksb.Requirement) Statement {
	number, _ := ix.NumberOf(q.Statement)
	s := ix.StatementAt(number)
	return Statement{
		ID: s.ID, Code: s.Code, Kind: s.Kind, Text: s.Text,
		Level: q.Level, Rungs: ix.ScaleAt(number).Rungs, Critical: q.Critical, Weight: q.Weight,
		HalfLifeDays: s.HalfLifeDays, Requires: s.Requires, VerifiedBy: s.VerifiedBy,
	}
}

func (s *standard) asks(id ksb.StatementID) bool {
	return slices.ContainsFunc(s.statements, func(x Statement) bool { return x.ID == id })
}
