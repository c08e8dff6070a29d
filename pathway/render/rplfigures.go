package render

import (
	"fmt"
	"strconv"

	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// sums accounts for hours and weeks.
func (s *recognition) sums() rplSection {
	m, w := s.r.Minutes, s.r.Weeks
	out := rplSection{title: "Hours and duration"}
	out.item("Not needed", hours(m.NotNeeded)+", the sum of the activities above"+s.by("minutes.notNeeded"))
	out.when(m.Published > 0, "Published", hours(m.Published)+" for somebody without prior learning"+s.by("minutes.minimum"))
	out.item("Must be left", hours(m.Minimum)+" at the least"+s.by("minutes.minimum"))
	out.item("Removed", fmt.Sprintf("%s of %s, which leaves %s%s", hours(m.Removed), hours(m.Total), hours(m.Remaining), s.by("minutes.removed")))
	out.item("Weeks", fmt.Sprintf("%s not needed; at least %s must be left%s", plural(w.NotNeeded, "week"), plural(w.Minimum, "week"), s.by("weeks.minimum")))
	out.item("Weeks removed", fmt.Sprintf("%s of %s, which leaves %s%s", strconv.FormatInt(w.Removed, 10), plural(w.Planned, "week"), plural(w.Remaining, "week"), s.by("weeks.removed")))
	return out
}

// by names the rule that a figure follows.
func (s *recognition) by(figure string) string {
	for _, f := range s.r.Figures {
		if f.Figure == figure {
			return " (rule: " + f.Rule + ")."
		}
	}
	return "."
}

// prices accounts for the money.
func (s *recognition) prices() rplSection {
	m, p := s.r.Minutes, s.r.Price
	out := rplSection{title: "Price"}
	out.item("Band maximum", pounds(p.BandMaxPence))
	if p.FloorPence != nil {
		out.item("Least cut", fmt.Sprintf("%s x %s ÷ (2 x %s) = %s, rounded up to the penny; rounded down to whole pounds: %s%s",
			pounds(p.BandMaxPence), hours(m.NotNeeded), hours(m.Total), pounds(*p.ExactPence), pounds(*p.FloorPence), s.by("price.floorPence")))
		out.item("In per cent", fmt.Sprintf("%s%% of the hours are not needed, so the price falls by at least %s%% of the band maximum.", percent(s.r.Percent.NotNeeded), percent(s.r.Percent.PriceCut)))
	}
	if p.ServicePence != nil {
		out.item("Service", fmt.Sprintf("The official service computes %s from %d of %d whole hours%s", pounds(*p.ServicePence), *s.r.Entry.ReducedHours, *s.r.Entry.TotalHours, s.by("price.servicePence")))
	}
	if p.OfferedPence != nil {
		out.item("Offered", pounds(*p.OfferedPence))
	}
	out.item("Cut", pounds(p.CutPence))
	out.item("Fundable", "at most "+pounds(p.MaxFundablePence)+s.by("price.maxFundablePence"))
	if p.AgreedPence != nil {
		out.item("Agreed price", fmt.Sprintf("%s, less the cut: %s; of that %s is fundable and %s is the employer's%s",
			pounds(*p.AgreedPence), pounds(*p.PricePence), pounds(*p.FundedPence), pounds(*p.EmployerPence), s.by("price.pricePence")))
	}
	return out
}

// percent has four decimals at most.
func percent(x float64) string {
	text := strconv.FormatFloat(x, 'f', 4, 64)
	for text[len(text)-1] == '0' {
		text = text[:len(text)-1]
	}
	if text[len(text)-1] == '.' {
		text = text[:len(text)-1]
	}
	return text
}

func (s *recognition) methods() rplSection {
	out := rplSection{title: "The three methods side by side"}
	for _, m := range s.r.Methods {
		text := hours(m.NotNeeded) + " not needed"
		if m.FloorPence != nil {
			text += ", least cut " + pounds(*m.FloorPence)
		}
		if m.Method == s.r.Method {
			text += " (used here)"
		}
		out.item(m.Method.String(), text+".")
	}
	return out
}

// entry is what the official service asks for.
func (s *recognition) entry() rplSection {
	out := rplSection{title: "To enter in the apprenticeship service"}
	e := s.r.Entry
	if e.TotalHours == nil {
		return rplSection{}
	}
	out.item("Total hours", strconv.FormatInt(*e.TotalHours, 10))
	out.item("Hours reduced", strconv.FormatInt(*e.ReducedHours, 10))
	if e.WeeksReduced == nil {
		out.item("Duration", "not reduced")
	} else {
		out.item("Duration", "reduced by "+plural(*e.WeeksReduced, "week"))
	}
	out.item("Price reduced", "£"+thousands(*e.PriceReducedPounds))
	out.when(e.Accelerated, "Accelerated", "The service will count this as an accelerated apprenticeship.")
	return out
}

// rules are those that figures and warnings name.
func (s *recognition) rules() rplSection {
	out := rplSection{title: "The rules"}
	for _, r := range s.r.Rules {
		out.item("", r.ID+": "+r.Says)
		out.under("Edition", r.Edition)
		out.under("Source", r.Source)
	}
	return out
}

func (s *recognition) decision() rplSection {
	out := rplSection{title: "Decision"}
	out.say("This statement supports a decision and does not make one. It is not in force before a person has decided, and apprentice, employer and provider have signed.")
	for _, who := range []string{"Decided by", "Apprentice", "Employer", "Provider"} {
		out.item(who, "..............................  date ..............")
	}
	return out
}

// kept words what belongs in the evidence pack.
func (s *recognition) keep() rplSection {
	out := rplSection{title: "Keep in the evidence pack"}
	for _, k := range s.r.Keep {
		out.item(rplBox, s.keptWords(k))
	}
	return out
}

func (s *recognition) keptWords(k rpl.Kept) string {
	switch k.Code {
	case rpl.KeepAssessment:
		return "The assessment or skills scan of " + orElse(s.r.AsOf.String(), "a day that is not given") + " against " + orElse(s.r.Standard, string(s.r.Role.ID)) + edition(s.r.Role.Edition) + ", unchanged; a correction is a new one with a later day."
	case rpl.KeepEvidence:
		return "The evidence, with certificates and transcripts: " + joined(k.Refs) + "."
	case rpl.KeepDecision:
		return "The record of who decided that these are met, and why: " + joined(s.labels(k.Refs)) + "."
	case rpl.KeepEmployer:
		return "The employer's confirmation."
	case rpl.KeepDiscussion:
		return "The record of the discussion between apprentice, employer and provider."
	case rpl.KeepStatement:
		return "This statement: what is recognised, hours removed, change of duration and of price, and who decided."
	case rpl.KeepTrainingPlan:
		return "The training plan, changed and signed."
	}
	return k.Code + ": " + joined(k.Refs)
}
