package rpl

// Limits are what the official service accepts, in its own units: whole hours, weeks and
// pounds. The zero Limits are none: the service does not take such data.
type Limits struct {
	MinHours         int64 // in all, and after the reduction, where the course type says nothing else
	MaxHours         int64
	MaxReducedHours  int64
	MaxWeeks         int64
	MinPricePounds   int64
	MaxPricePounds   int64
	AcceleratedWeeks int64 // reduced by so many weeks a programme counts as accelerated
}

// ServiceLimits are the limits of the service as of August 2026.
func ServiceLimits() Limits {
	return Limits{MinHours: 187, MaxHours: 9999, MaxReducedHours: 999, MaxWeeks: 260, MinPricePounds: 100, MaxPricePounds: 18000, AcceleratedWeeks: 12}
}

// Entry is what is typed into the service about one learner's prior learning. nil: the
// field is empty.
type Entry struct {
	TotalHours         *int64 `json:"totalHours"` // without prior learning
	ReducedHours       *int64 `json:"reducedHours"`
	WeeksReduced       *int64 `json:"weeksReduced"` // nil: the duration is not reduced
	PriceReducedPounds *int64 `json:"priceReducedPounds"`
	BandMaxPounds      *int64 `json:"bandMaxPounds"`
	Accelerated        bool   `json:"accelerated"`
}

// Check returns what the service says of an entry, in the order of its fields. minHours
// is the minimum of the course; 0: not known, then it is that of the limits. An empty
// field is not complained of, and the price is too low only if all fields that it is
// reckoned from are there.
func (l Limits) Check(e Entry, minHours int64) []Warning {
	if l == (Limits{}) {
		return nil
	}
	if minHours == 0 {
		minHours = l.MinHours
	}
	var w warnings
	if e.TotalHours != nil {
		w.inside(ServiceTotal, *e.TotalHours, minHours, l.MaxHours, Hours)
	}
	l.checkReduction(&w, e, minHours)
	if e.WeeksReduced != nil {
		w.inside(ServiceWeeks, *e.WeeksReduced, 1, l.MaxWeeks, Weeks)
	}
	if e.PriceReducedPounds != nil {
		w.inside(ServicePrice, *e.PriceReducedPounds, l.MinPricePounds, l.MaxPricePounds, Pounds)
	}
	l.checkPrice(&w, e)
	return w.list
}

func (l Limits) checkReduction(w *warnings, e Entry, minHours int64) {
	if e.ReducedHours == nil {
		return
	}
	w.inside(ServiceReduction, *e.ReducedHours, 1, l.MaxReducedHours, Hours)
	switch {
	case e.TotalHours == nil:
	case *e.ReducedHours >= *e.TotalHours:
		w.add(ServiceReductionAboveTotal, RuleLimits, number("reduced", *e.ReducedHours, Hours), number("total", *e.TotalHours, Hours))
	case *e.TotalHours-*e.ReducedHours < minHours:
		w.add(ServiceHoursLeft, RuleLimits, number("left", *e.TotalHours-*e.ReducedHours, Hours), number("least", minHours, Hours))
	}
}

func (l Limits) checkPrice(w *warnings, e Entry) {
	if e.TotalHours == nil || e.ReducedHours == nil || e.BandMaxPounds == nil || e.PriceReducedPounds == nil {
		return
	}
	least, known := ServiceValue(*e.BandMaxPounds, *e.TotalHours, *e.ReducedHours)
	if known && *e.PriceReducedPounds < least {
		w.add(ServicePriceTooLow, RuleService, number("offered", *e.PriceReducedPounds, Pounds), number("least", least, Pounds))
	}
}
