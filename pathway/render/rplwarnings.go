package render

import (
	"fmt"

	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// warnings words what a person has to look at.
func (s *recognition) warnings() rplSection {
	out := rplSection{title: "To look at before anybody signs"}
	for _, w := range s.r.Warnings {
		out.item("", s.warningWords(w))
	}
	return out
}

func (s *recognition) warningWords(w rpl.Warning) string {
	for _, say := range []func(rpl.Warning) string{s.evidenceWords, hoursWords, priceWords, serviceWords} {
		if text := say(w); text != "" {
			return text
		}
	}
	return w.Code + ": " + joined(w.Refs)
}

// evidenceWords are about the rules and the evidence.
func (s *recognition) evidenceWords(w rpl.Warning) string {
	switch refs := joined(s.labels(w.Refs)); w.Code {
	case rpl.RulesUnconfirmed:
		return "The paragraphs on prior learning of the rules for this start could not be checked in their own text; what is used here stands under the rules below. Check it."
	case rpl.NotRequired:
		return "This type of course need not recognise prior learning."
	case rpl.AssessedAfterStart:
		return "The assessment is dated after the start. Only what could be shown before the start is prior learning."
	case rpl.OwnWordOnly:
		return "Only the person's own word in the skills scan, so not counted: " + refs + "."
	case rpl.NothingOnFile:
		return "Recognised, and no piece of evidence is named: " + refs + "."
	case rpl.DecidedByPerson:
		return "Met by a person's decision and not by the evidence alone: " + refs + ". An auditor will ask for the record."
	case rpl.LapsesBeforeStart:
		return "This evidence will have lapsed when the programme begins: " + refs + "."
	}
	return ""
}

// hoursWords are about hours and weeks.
func hoursWords(w rpl.Warning) string {
	switch w.Code {
	case rpl.FullTimeAssumed:
		return "The contracted hours are not given; 30 hours a week are assumed, from which six hours a week are asked."
	case rpl.PublishedUnknown:
		return "The published minimum hours of the standard are not given. Without prior learning the programme must have at least those."
	case rpl.BelowPublished:
		return fmt.Sprintf("For somebody without prior learning the plan has %s, less than the published minimum of %s.", quantity(w, "total"), quantity(w, "published"))
	case rpl.BelowMinimumHours:
		return fmt.Sprintf("The plan has %s, less than the minimum of %s, so nothing can be removed.", quantity(w, "total"), quantity(w, "minimum"))
	case rpl.HoursLimited:
		return fmt.Sprintf("%s need not be taken, but only %s can be removed: %s must be left. Fill the rest with training that is new to the person; the price falls for all that is not needed. Where there is not enough that is new, this is not the right programme.",
			quantity(w, "notNeeded"), quantity(w, "removed"), quantity(w, "minimum"))
	case rpl.BelowMinimumDuration:
		return fmt.Sprintf("The plan takes %s, less than the minimum of %s, so the duration cannot fall.", quantity(w, "planned"), quantity(w, "minimum"))
	case rpl.WeeksLimited:
		return fmt.Sprintf("The programme could be %s shorter; only %s can be removed, since %s must be left. The price falls all the same.", quantity(w, "notNeeded"), quantity(w, "removed"), quantity(w, "minimum"))
	}
	return ""
}

// priceWords are about the price.
func priceWords(w rpl.Warning) string {
	switch w.Code {
	case rpl.PriceWithoutRule:
		return "The price has to fall, but the rules for this start do not say by how much: agree it and write down why."
	case rpl.OfferTooLow:
		return fmt.Sprintf("The cut of %s that is offered is too low: it must be at least %s.", quantity(w, "offered"), quantity(w, "floor"))
	case rpl.OfferBelowExact:
		return fmt.Sprintf("The cut of %s that is offered is enough in whole pounds, and just below the exact %s.", quantity(w, "offered"), quantity(w, "exact"))
	case rpl.AgreedBelowBand:
		return fmt.Sprintf("The agreed price of %s is below the band maximum. Counted on it the cut would be %s; the rule, and the service, count it on the band maximum: %s.",
			quantity(w, "agreed"), quantity(w, "onAgreed"), quantity(w, "floor"))
	case rpl.AboveFunding:
		return fmt.Sprintf("Of the price %s cannot be funded: provider and employer settle that between themselves.", quantity(w, "employer"))
	}
	return ""
}

// serviceWords are about the official service.
func serviceWords(w rpl.Warning) string {
	entered := func(what string) string {
		return fmt.Sprintf("The service will not take %s of %s: it accepts %s to %s.", what, quantity(w, "entered"), quantity(w, "least"), quantity(w, "most"))
	}
	switch w.Code {
	case rpl.ServiceDiffers:
		return fmt.Sprintf("The service computes a least cut of %s where the rule gives %s: %s", quantity(w, "service"), quantity(w, "floor"), whyServiceDiffers(w))
	case rpl.ServiceTotal:
		return entered("a total")
	case rpl.ServiceReduction:
		return entered("a reduction")
	case rpl.ServiceWeeks:
		return entered("a shorter duration")
	case rpl.ServicePrice:
		return entered("a price cut")
	case rpl.ServiceReductionAboveTotal:
		return fmt.Sprintf("The service will not take a reduction of %s: it must be lower than the total of %s.", quantity(w, "reduced"), quantity(w, "total"))
	case rpl.ServiceHoursLeft:
		return fmt.Sprintf("The service will not take this: %s would be left, and it asks for %s.", quantity(w, "left"), quantity(w, "least"))
	case rpl.ServicePriceTooLow:
		return fmt.Sprintf("The service will warn that a cut of %s is below %s.", quantity(w, "offered"), quantity(w, "least"))
	}
	return ""
}

// whyServiceDiffers: it is told other hours, or it rounds on the way.
func whyServiceDiffers(w rpl.Warning) string {
	if told, all := quantity(w, "reduced"), quantity(w, "notNeeded"); told != all {
		return fmt.Sprintf("it is told of the %s that can be removed, in whole hours, and the rule counts the %s that are not needed.", told, all)
	}
	return "it divides before it multiplies, and takes whole hours in all."
}

// quantity is a number of a warning with its unit.
func quantity(w rpl.Warning, name string) string {
	for _, n := range w.Numbers {
		if n.Name != name {
			continue
		}
		switch n.Unit {
		case rpl.Minutes:
			return hours(n.Value)
		case rpl.Hours:
			return plural(n.Value, "hour")
		case rpl.Weeks:
			return plural(n.Value, "week")
		case rpl.Pence:
			return pounds(n.Value)
		case rpl.Pounds:
			return pounds(n.Value * 100)
		}
		return thousands(n.Value)
	}
	return ""
}
