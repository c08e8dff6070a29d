package match

import (
	"cmp"
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

// DutyOptions are what a user may choose. The zero value is right for most.
type DutyOptions struct {
	Most     int       // statements for one duty at most; 0: 10
	Examples *Examples // of duties' texts and statements, of which the rejected are not proposed; nil: none
	Embedder Embedder  // one more ranker; nil: none
}

// DutyProposal is a statement that a duty may need.
type DutyProposal struct {
	Duty ksb.DutyID
	Code string // of the duty
	Suggestion
}

// behavioural is what a behaviour is ahead of other statements. Standards say of a behaviour
// twice as often as of knowledge or a skill that a duty needs it: of 54 % of the pairs in 46
// published standards against 24 %. Among their 640 duties it takes the share of right
// ones among the first five from .56 to .62.
const behavioural = .5

// MapDuties proposes which of a role's statements each of its duties needs, for pages that
// publish no mapping: duty by duty in the order of the role, the likeliest first, equals by
// ID. Nothing in it is more than a proposal. What a duty says already is not looked at. The
// error wraps [ksb.ErrUnknownRole], or is the Embedder's.
func MapDuties(ix *ksb.Index, id ksb.RoleID, o DutyOptions) ([]DutyProposal, error) {
	brief, known := ix.Brief(id)
	if !known {
		return nil, fmt.Errorf("match: %w: %q", ksb.ErrUnknownRole, id)
	}
	s, err := NewStatements(StatementTargets(ix, id), o.Examples.rejections(), StatementOptions{Embedder: o.Embedder})
	if err != nil {
		return nil, err
	}
	behaves := func(id string) bool {
		statement, _ := ix.Statement(ksb.StatementID(id))
		return statement.Kind == ksb.Behaviour
	}
	never := func(string) bool { return false } // a duty is no statement
	f := favour{ahead: behavioural, is: behaves, mayBeExact: never, asked: asDutyBehaviour, others: asDuty, all: true}
	var list []DutyProposal
	for i := range brief.Duties {
		d := brief.Duties[i].Duty
		for _, suggestion := range s.favouring(f, d.Text, cmp.Or(o.Most, 10)) {
			list = append(list, DutyProposal{d.ID, d.Code, suggestion})
		}
	}
	return list, nil
}
