package pathway

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

// Funding pays for part of the courses that name a FundingMaxPence: of the price up to
// that maximum (in England the maximum of the funding band of an apprenticeship) all
// but the employer's share. What a course costs above its maximum the employer pays.
// Rates differ by employer and by year, so they are given and not known here.
type Funding struct {
	// ShareBasisPoints is the employer's share in hundredths of a percent: 0 where a levy
	// account pays all, 500 for a co-investment of 5 %. The part funded is rounded down
	// to a penny.
	ShareBasisPoints int64
	// PotPence is the most that may be drawn for one plan, as from what is left in a levy
	// account; nil: there is enough. A plan that would draw more is no plan.
	PotPence *int64
}

// Whole is the share, in basis points, of an employer who pays for everything.
const Whole = 10_000

func (f *Funding) check() error {
	switch {
	case f == nil:
		return nil
	case f.ShareBasisPoints < 0 || f.ShareBasisPoints > Whole:
		return fmt.Errorf("%w: an employer's share of %d basis points", ksb.ErrValue, f.ShareBasisPoints)
	case f.PotPence != nil && *f.PotPence < 0:
		return fmt.Errorf("%w: funding of %d pence", ksb.ErrValue, *f.PotPence)
	}
	return nil
}

// pays is what funding pays of a course, in whole pence.
func (f *Funding) pays(c *course) int64 {
	if f == nil {
		return 0
	}
	whole, rest := min(c.pence, c.FundingMaxPence)/Whole, min(c.pence, c.FundingMaxPence)%Whole
	return whole*(Whole-f.ShareBasisPoints) + rest*(Whole-f.ShareBasisPoints)/Whole
}

// limited tells whether what funding pays has to be watched.
func (f *Funding) limited() bool { return f != nil && f.PotPence != nil }
