package diff

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// The thresholds that are used where none is given; the package comment says why.
const (
	ProposeAt = 0.5
	CarryAt   = 1.0
)

// Options say how to compare. The zero value is the careful way.
type Options struct {
	ProposeAt     float64    `json:"proposeAt"`               // least similarity of a proposal, above 0, up to 1; 0: [ProposeAt]
	CarryAt       float64    `json:"carryAt"`                 // least similarity at which evidence follows a reworded statement of the same ID; 0: [CarryAt]
	PositionalIDs bool       `json:"positionalIds,omitempty"` // IDs of statements and duties are places in a list, and settle nothing
	Decided       []Decision `json:"decided,omitempty"`       // by ID once used
}

// Decision is a person's word on two statements.
type Decision struct {
	From ksb.StatementID `json:"from"`
	To   ksb.StatementID `json:"to"`
	Same bool            `json:"same"` // false: they are not one, whatever their ID and wording
}

// resolved fills in the defaults and sorts. A threshold off 0 to 1 is an error that wraps
// [ksb.ErrValue]; decisions that contradict each other wrap [ksb.ErrDuplicateID].
func (o Options) resolved() (Options, error) {
	o.ProposeAt, o.CarryAt = cmp.Or(o.ProposeAt, ProposeAt), cmp.Or(o.CarryAt, CarryAt)
	for _, at := range []float64{o.ProposeAt, o.CarryAt} {
		if !(at > 0 && at <= 1) {
			return o, fmt.Errorf("%w: a threshold of %v is not above 0 and up to 1", ksb.ErrValue, at)
		}
	}
	o.Decided = slices.Clone(o.Decided)
	slices.SortFunc(o.Decided, Decision.Compare)
	o.Decided = slices.Compact(o.Decided)
	return o, o.contradiction()
}

// Compare orders decisions by the older ID, the newer, and then those that part.
func (d Decision) Compare(e Decision) int {
	return cmp.Or(cmp.Compare(d.From, e.From), cmp.Compare(d.To, e.To), one(d.Same)-one(e.Same))
}

// contradiction: a statement is at most one other, and not both that and not that.
func (o Options) contradiction() error {
	from, to := map[ksb.StatementID]bool{}, map[ksb.StatementID]bool{}
	for i, d := range o.Decided {
		both := i > 0 && o.Decided[i-1].From == d.From && o.Decided[i-1].To == d.To
		if both || d.Same && (from[d.From] || to[d.To]) {
			return fmt.Errorf("%w: %q and %q are decided twice, not alike", ksb.ErrDuplicateID, d.From, d.To)
		}
		from[d.From], to[d.To] = from[d.From] || d.Same, to[d.To] || d.Same
	}
	return nil
}
