package rpl

// service fills in what the official service asks for, and checks it as it would. Hours
// are whole there: all of them rounded up, what is removed rounded down.
func (c *calculation) service() {
	r, limits := c.result, c.rules.Limits
	r.Percent = percentOf(r.Minutes.NotNeeded, r.Minutes.Total)
	if limits == (Limits{}) || r.Minutes.NotNeeded == 0 {
		return
	}
	total, reduced := (r.Minutes.Total-1)/60+1, r.Minutes.Removed/60
	band, cut := r.Price.BandMaxPence/100, r.Price.CutPence/100
	r.Entry = Entry{TotalHours: &total, ReducedHours: &reduced, PriceReducedPounds: &cut, BandMaxPounds: &band}
	if r.Weeks.Removed > 0 {
		weeks := r.Weeks.Removed
		r.Entry.WeeksReduced, r.Entry.Accelerated = &weeks, weeks >= limits.AcceleratedWeeks
	}
	if pounds, known := ServiceValue(band, total, reduced); known {
		pence := pounds * 100
		r.Price.ServicePence = &pence
		c.figure("price.servicePence", pence, Pence, RuleService,
			number("entry.bandMaxPounds", band, Pounds), number("entry.reducedHours", reduced, Hours), number("entry.totalHours", total, Hours))
		if pence != valueOf(r.Price.FloorPence) {
			c.warnings.add(ServiceDiffers, RuleService, number("service", pence, Pence), number("floor", valueOf(r.Price.FloorPence), Pence),
				number("reduced", reduced, Hours), number("notNeeded", r.Minutes.NotNeeded, Minutes))
		}
	}
	c.warnings.list = append(c.warnings.list, limits.Check(r.Entry, limits.MinHours)...)
}

// percentOf is for reading only: floats, each the nearest to the exact value.
func percentOf(notNeeded, total int64) Percent {
	share := float64(notNeeded) / float64(total)
	return Percent{NotNeeded: float64(share * 100), PriceCut: float64(share * 50)}
}
