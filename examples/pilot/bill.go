package main

import (
	"fmt"
	"math"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// bill is what training comes to.
type bill struct {
	CostPence int64 `json:"costPence"`
	Minutes   int64 `json:"minutes"`
	Weeks     int   `json:"weeks"` // the latest end
}

func billOf(p *pathway.Plan) bill { return bill{p.CostPence, p.Minutes, p.Weeks} }

// add adds what training beside it comes to. The error wraps [ksb.ErrTooLarge].
func (b *bill) add(more bill) error {
	if more.CostPence > math.MaxInt64-b.CostPence || more.Minutes > math.MaxInt64-b.Minutes {
		return fmt.Errorf("%w: the costs or the hours of the whole team", ksb.ErrTooLarge)
	}
	b.CostPence, b.Minutes, b.Weeks = b.CostPence+more.CostPence, b.Minutes+more.Minutes, max(b.Weeks, more.Weeks)
	return nil
}
