package rpl

// Unit is what a number counts.
type Unit string

// The units.
const (
	Minutes Unit = "minutes"
	Hours   Unit = "hours"
	Weeks   Unit = "weeks"
	Pence   Unit = "pence"
	Pounds  Unit = "pounds"
	Count   Unit = "count"
)

// Number is a named number and what it counts.
type Number struct {
	Name  string `json:"name"`
	Value int64  `json:"value"`
	Unit  Unit   `json:"unit"`
}

func number(name string, value int64, unit Unit) Number { return Number{name, value, unit} }

// Warning is something that a person has to look at; wording is a view.
type Warning struct {
	Code    string   `json:"code"`
	Rule    string   `json:"rule"` // "": none, it is about the data
	Numbers []Number `json:"numbers"`
	Refs    []string `json:"refs"`
}

// What warnings say.
const (
	RulesUnconfirmed     = "rules-unconfirmed"     // the texts for this day could not be checked
	NotRequired          = "not-required"          // this type of course need not recognise prior learning
	AssessedAfterStart   = "assessed-after-start"  // prior learning is what was there before
	OwnWordOnly          = "own-word-only"         // claimed in a scan, without evidence: not counted
	NothingOnFile        = "nothing-on-file"       // met, and no piece of evidence is named
	DecidedByPerson      = "decided-by-person"     // met by a decision, not by the evidence
	LapsesBeforeStart    = "lapses-before-start"   // valid evidence that will have ended
	FullTimeAssumed      = "full-time-assumed"     // the contracted hours are not known
	PublishedUnknown     = "published-unknown"     // the minimum of the standard is not given
	BelowPublished       = "below-published"       // the plan has less than the published minimum
	BelowMinimumHours    = "below-minimum-hours"   // even before anything is removed
	HoursLimited         = "hours-limited"         // not all that is not needed can be removed
	BelowMinimumDuration = "below-minimum-weeks"   // even before anything is removed
	WeeksLimited         = "weeks-limited"         // not all the weeks can be removed
	PriceWithoutRule     = "price-without-rule"    // it has to fall, and no rule says by how much
	OfferTooLow          = "offer-too-low"         // below the floor: the floor stands
	OfferBelowExact      = "offer-below-exact"     // at the floor, and pence under the exact product
	AgreedBelowBand      = "agreed-below-band"     // the floor is still counted on the band
	AboveFunding         = "above-funding"         // the employer pays the rest
	ServiceDiffers       = "service-differs"       // the service computes another floor
	ServiceTotal         = "service-total-hours"   // outside what the service accepts, as those below
	ServiceReduction     = "service-reduced-hours" //
	ServiceWeeks         = "service-weeks"
	ServicePrice         = "service-price"

	ServiceReductionAboveTotal = "service-reduction-above-total"
	ServiceHoursLeft           = "service-hours-left"
	ServicePriceTooLow         = "service-price-too-low"
)

// warnings gathers them in the order in which a reader meets the figures.
type warnings struct{ list []Warning }

func (w *warnings) add(code, rule string, numbers ...Number) {
	w.list = append(w.list, Warning{Code: code, Rule: rule, Numbers: append([]Number{}, numbers...), Refs: []string{}})
}

// about adds a warning about things by their IDs; about none there is nothing to warn.
func (w *warnings) about(code, rule string, refs []string) {
	if len(refs) > 0 {
		w.list = append(w.list, Warning{Code: code, Rule: rule, Numbers: []Number{}, Refs: refs})
	}
}

// inside warns of a number of the service that is not within its limits.
func (w *warnings) inside(code string, value, least, most int64, unit Unit) {
	if value < least || value > most {
		w.add(code, RuleLimits, number("entered", value, unit), number("least", least, unit), number("most", most, unit))
	}
}
