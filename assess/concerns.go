package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// concerns tells whether a person fits the condition of a gate, in three-valued logic:
// met if every part fits, not met if one does not, else unknown, and then asks names the
// facts that would settle it. No condition: everybody fits.
func (a *assessment) concerns(c *ksb.Condition) (state GateState, asks []string) {
	if c == nil {
		return GateMet, nil
	}
	age, start := a.p.fitsAge(c), a.p.fitsStart(c)
	parts := []GateState{a.fitsOption(c), age, start}
	switch {
	case slices.Contains(parts, GateNotMet):
		return GateNotMet, nil
	case !slices.Contains(parts, GateUnknown):
		return GateMet, nil
	}
	if age == GateUnknown {
		asks = append(asks, "ageAtStart")
	}
	if start == GateUnknown {
		asks = append(asks, "start")
	}
	return GateUnknown, asks
}

// fitsOption is known at once: the role assessed says which option it is. The role
// without option has the gates of all its options, as it has their KSBs.
func (a *assessment) fitsOption(c *ksb.Condition) GateState {
	whole := a.brief.OptionOf
	fits := len(c.Options) == 0 || whole == "" || slices.ContainsFunc(c.Options, func(o ksb.OptionID) bool {
		return ksb.OptionRole(whole, o) == a.brief.Role.ID
	})
	return stateOf(fits)
}

func (p *Profile) fitsAge(c *ksb.Condition) GateState {
	if c.AgeFrom == 0 && c.AgeUnder == 0 {
		return GateMet
	}
	age, told := p.facts["ageAtStart"]
	fits := age.Number >= float64(c.AgeFrom) && (c.AgeUnder == 0 || age.Number < float64(c.AgeUnder))
	return known(told && age.Date == 0, fits)
}

func (p *Profile) fitsStart(c *ksb.Condition) GateState {
	if c.StartFrom == 0 && c.StartUntil == 0 {
		return GateMet
	}
	start := p.facts.Start()
	return known(start != 0, start >= c.StartFrom && (c.StartUntil == 0 || start <= c.StartUntil))
}
