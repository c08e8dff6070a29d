package rpl

// PriceFloor is by how much the price has to fall at the least: band maximum × hours not
// needed ÷ (2 × all hours). floorPence is rounded down to whole pounds, as the rules are
// applied; exactPence is rounded up to the penny, for whoever must not be under the
// product. The hours may be in any unit that is the same for both. Known tells whether
// there is a floor: not without hours, nor without a reduction, nor where a number is
// negative or the result does not fit.
func PriceFloor(bandMaxPence, notNeeded, total int64) (floorPence, exactPence int64, known bool) {
	if bandMaxPence < 0 || notNeeded <= 0 || total <= 0 {
		return 0, 0, false
	}
	twice, ok1 := times(2, total)
	hundredfold, ok2 := times(100, twice)
	pounds, ok3 := mulDiv(bandMaxPence, notNeeded, hundredfold)
	exact, ok4 := mulDivUp(bandMaxPence, notNeeded, twice)
	if !(ok1 && ok2 && ok3 && ok4) {
		return 0, 0, false
	}
	return pounds * 100, exact, true
}

// Price is what becomes of the price. nil: not known, or no rule says it.
type Price struct {
	BandMaxPence     int64  `json:"bandMaxPence"`
	FloorPence       *int64 `json:"floorPence"`    // least cut, in whole pounds; nil: nothing is recognised, or no rule says
	ExactPence       *int64 `json:"exactPence"`    // the same product, rounded up to the penny
	ServicePence     *int64 `json:"servicePence"`  // what the service computes as the least cut
	OnAgreedPence    *int64 `json:"onAgreedPence"` // the floor if it were counted on the agreed price, to compare; no rule asks for it
	OfferedPence     *int64 `json:"offeredPence"`
	CutPence         int64  `json:"cutPence"`         // what was offered, or the floor if that is more
	MaxFundablePence int64  `json:"maxFundablePence"` // band maximum less the floor
	AgreedPence      *int64 `json:"agreedPence"`      // before recognition
	PricePence       *int64 `json:"pricePence"`       // after it
	FundedPence      *int64 `json:"fundedPence"`      // of that, the fundable part
	EmployerPence    *int64 `json:"employerPence"`    // of that, the rest
}

// price works the price out. The hours have been checked.
func (c *calculation) price() {
	p := &c.result.Price
	p.BandMaxPence, p.AgreedPence, p.OfferedPence = c.delivery.BandMaxPence, c.delivery.AgreedPence, c.delivery.OfferedPence
	notNeeded, total := c.result.Minutes.NotNeeded, c.result.Minutes.Total
	if c.rules.HasPriceFloor {
		if floor, exact, known := c.floor(p.BandMaxPence, notNeeded); known {
			p.FloorPence, p.ExactPence = &floor, &exact
			c.figure("price.floorPence", floor, Pence, RulePrice,
				number("bandMaxPence", p.BandMaxPence, Pence), number("minutes.notNeeded", notNeeded, Minutes), number("minutes.total", total, Minutes))
		}
	} else if notNeeded > 0 {
		c.warnings.add(PriceWithoutRule, RulePrice)
	}
	p.CutPence = max(valueOf(p.FloorPence), valueOf(p.OfferedPence))
	p.MaxFundablePence = p.BandMaxPence - valueOf(p.FloorPence)
	c.figure("price.maxFundablePence", p.MaxFundablePence, Pence, RuleFunding, number("bandMaxPence", p.BandMaxPence, Pence), number("price.floorPence", valueOf(p.FloorPence), Pence))
	c.offer()
	c.share()
}

func (c *calculation) floor(bandPence, notNeeded int64) (floor, exact int64, known bool) {
	floor, exact, known = PriceFloor(bandPence, notNeeded, c.result.Minutes.Total)
	if !known && notNeeded > 0 {
		c.overflow("bandMaxPence")
	}
	return floor, exact, known
}

// offer compares what was offered with the floor.
func (c *calculation) offer() {
	p := &c.result.Price
	if p.OfferedPence == nil || p.FloorPence == nil {
		return
	}
	switch offered := number("offered", *p.OfferedPence, Pence); {
	case *p.OfferedPence < *p.FloorPence:
		c.warnings.add(OfferTooLow, RulePrice, offered, number("floor", *p.FloorPence, Pence))
	case *p.OfferedPence < *p.ExactPence:
		c.warnings.add(OfferBelowExact, RulePrice, offered, number("exact", *p.ExactPence, Pence))
	}
}

// share divides the agreed price between what is fundable and the employer.
func (c *calculation) share() {
	p := &c.result.Price
	if p.AgreedPence == nil {
		return
	}
	after := max(*p.AgreedPence-p.CutPence, 0)
	funded := min(after, p.MaxFundablePence)
	employer := after - funded
	p.PricePence, p.FundedPence, p.EmployerPence = &after, &funded, &employer
	c.figure("price.pricePence", after, Pence, RuleFunding, number("agreedPence", *p.AgreedPence, Pence), number("price.cutPence", p.CutPence, Pence))
	if employer > 0 {
		c.warnings.add(AboveFunding, RuleFunding, number("employer", employer, Pence))
	}
	if onAgreed, _, known := PriceFloor(*p.AgreedPence, c.result.Minutes.NotNeeded, c.result.Minutes.Total); known && p.FloorPence != nil {
		p.OnAgreedPence = &onAgreed
		if *p.AgreedPence < p.BandMaxPence {
			c.warnings.add(AgreedBelowBand, RulePrice, number("agreed", *p.AgreedPence, Pence), number("onAgreed", onAgreed, Pence), number("floor", *p.FloorPence, Pence))
		}
	}
}

func valueOf(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
