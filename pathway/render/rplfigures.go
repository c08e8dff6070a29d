package render

import (
	"strconv"

	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// sums accounts for hours and weeks.
func (s *recognition) sums() rplSection {
	m, w := s.r.Minutes, s.r.Weeks
	out := rplSection{title: s.say("rpl.sums")}
	out.item(s.say("rpl.not-needed"), s.by("minutes.notNeeded", s.say("rpl.sums.not-needed", "hours", s.hours(m.NotNeeded))))
	out.when(m.Published > 0, s.say("rpl.published"), s.by("minutes.minimum", s.say("rpl.sums.published", "hours", s.hours(m.Published))))
	out.item(s.say("rpl.least"), s.by("minutes.minimum", s.say("rpl.sums.least", "hours", s.hours(m.Minimum))))
	out.item(s.say("rpl.removed"), s.by("minutes.removed", s.say("rpl.sums.removed", "removed", s.hours(m.Removed), "all", s.hours(m.Total), "remaining", s.hours(m.Remaining))))
	out.item(s.say("plan.weeks"), s.by("weeks.minimum", s.say("rpl.sums.weeks", "weeks", s.weeks(int(w.NotNeeded)), "least", s.weeks(int(w.Minimum)))))
	out.item(s.say("rpl.weeks-removed"), s.by("weeks.removed", s.say("rpl.sums.removed", "removed", int(w.Removed), "all", s.weeks(int(w.Planned)), "remaining", s.weeks(int(w.Remaining)))))
	return out
}

// by ends what is said of a figure with the rule that it follows.
func (s *recognition) by(figure, said string) string {
	for _, f := range s.r.Figures {
		if f.Figure == figure {
			return s.say("rpl.by-rule", "said", said, "rule", f.Rule)
		}
	}
	return s.say("rpl.by-none", "said", said)
}

// prices accounts for the money.
func (s *recognition) prices() rplSection {
	p := s.r.Price
	out := rplSection{title: s.say("rpl.price")}
	out.item(s.say("rpl.band"), s.money(p.BandMaxPence))
	if p.FloorPence != nil {
		s.floor(&out)
	}
	if p.ServicePence != nil {
		e := s.r.Entry
		out.item(s.say("rpl.service"), s.by("price.servicePence", s.say("rpl.price.service", "cost", s.money(*p.ServicePence), "reduced", int(*e.ReducedHours), "total", int(*e.TotalHours))))
	}
	if p.OfferedPence != nil {
		out.item(s.say("rpl.offered"), s.money(*p.OfferedPence))
	}
	out.item(s.say("rpl.cut"), s.money(p.CutPence))
	out.item(s.say("rpl.fundable"), s.by("price.maxFundablePence", s.say("rpl.price.fundable", "cost", s.money(p.MaxFundablePence))))
	if p.AgreedPence != nil {
		out.item(s.say("rpl.agreed"), s.by("price.pricePence", s.say("rpl.price.agreed",
			"agreed", s.money(*p.AgreedPence), "price", s.money(*p.PricePence), "funded", s.money(*p.FundedPence), "employer", s.money(*p.EmployerPence))))
	}
	return out
}

// floor is how the least cut follows from the hours.
func (s *recognition) floor(out *rplSection) {
	m, p := s.r.Minutes, s.r.Price
	out.item(s.say("rpl.least-cut"), s.by("price.floorPence", s.say("rpl.price.floor",
		"band", s.money(p.BandMaxPence), "hours", s.hours(m.NotNeeded), "all", s.hours(m.Total), "exact", s.money(*p.ExactPence), "floor", s.money(*p.FloorPence))))
	out.item(s.say("rpl.percent"), s.say("rpl.price.percent", "hours", s.percent(s.r.Percent.NotNeeded), "cut", s.percent(s.r.Percent.PriceCut)))
}

// percent has four decimals at most.
func (s *recognition) percent(x float64) string { return s.words.Decimal(x, 0, 4) }

func (s *recognition) methods() rplSection {
	out := rplSection{title: s.say("rpl.methods")}
	for _, m := range s.r.Methods {
		said := s.say("rpl.methods.hours", "hours", s.hours(m.NotNeeded))
		if m.FloorPence != nil {
			said = s.say("rpl.methods.cut", "said", said, "cost", s.money(*m.FloorPence))
		}
		if m.Method == s.r.Method {
			said = s.say("rpl.methods.used", "said", said)
		}
		out.item(s.code("rpl.methods.name.", m.Method.String()), s.say("rpl.by-none", "said", said))
	}
	return out
}

// entry is what the official service asks for.
func (s *recognition) entry() rplSection {
	out := rplSection{title: s.say("rpl.entry")}
	e := s.r.Entry
	if e.TotalHours == nil {
		return rplSection{}
	}
	out.item(s.say("rpl.entry.total"), strconv.FormatInt(*e.TotalHours, 10))
	out.item(s.say("rpl.entry.reduced"), strconv.FormatInt(*e.ReducedHours, 10))
	if e.WeeksReduced == nil {
		out.item(s.say("rpl.entry.duration"), s.say("rpl.entry.whole"))
	} else {
		out.item(s.say("rpl.entry.duration"), s.say("rpl.entry.less", "weeks", s.weeks(int(*e.WeeksReduced))))
	}
	out.item(s.say("rpl.entry.price"), s.say("money.whole", "pounds", int(*e.PriceReducedPounds)))
	out.when(e.Accelerated, s.say("rpl.entry.accelerated"), s.say("rpl.entry.accelerated.words"))
	return out
}

// rules are those that figures and warnings name; what they say is as the result has it.
func (s *recognition) rules() rplSection {
	out := rplSection{title: s.say("rpl.the-rules")}
	for _, r := range s.r.Rules {
		out.item("", r.ID+": "+r.Says)
		out.under(s.say("rpl.rule.edition"), r.Edition)
		out.under(s.say("rpl.rule.source"), r.Source)
	}
	return out
}

func (s *recognition) decision() rplSection {
	out := rplSection{title: s.say("rpl.decision")}
	out.put(s.say("rpl.decision.words"))
	for _, who := range []string{s.say("rpl.sign.person"), s.say("rpl.sign.apprentice"), s.say("rpl.sign.employer"), s.say("rpl.sign.provider")} {
		out.item(who, "..............................  "+s.say("rpl.sign.date")+" ..............")
	}
	return out
}

// keep lists what belongs in the evidence pack.
func (s *recognition) keep() rplSection {
	out := rplSection{title: s.say("rpl.keep")}
	for _, k := range s.r.Keep {
		out.item(rplBox, s.kept(k))
	}
	return out
}

func (s *recognition) kept(k rpl.Kept) string {
	key := "rpl.keep." + k.Code
	if !s.words.Has(key) {
		return k.Code + ": " + s.commas(k.Refs)
	}
	refs := k.Refs
	if k.Code == rpl.KeepDecision {
		refs = s.labels(refs)
	}
	return s.say(key, "names", s.commas(refs), "day", orElse(s.r.AsOf.String(), s.say("rpl.keep.no-day")), "standard", s.edition(orElse(s.r.Standard, string(s.r.Role.ID))))
}
