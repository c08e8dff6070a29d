package rpl

import (
	"time"

	"github.com/skillgap-go/skillgap/ksb"
)

// WeeksOf is the number of weeks from a day that contain so many months, rounded up: a
// year from 1 September 2025 is 53 weeks, since 52 are a day short. Months that the
// calendar does not have in full count on: a month from 31 January ends in March.
func WeeksOf(start ksb.Date, months int) int64 {
	first, err := time.Parse(time.DateOnly, start.String())
	if err != nil {
		return 0
	}
	days := first.AddDate(0, months, 0).Sub(first) / (24 * time.Hour)
	return (int64(days) + 6) / 7
}

// duration removes the weeks that are not needed as far as the minimum allows.
func (c *calculation) duration() {
	w := &c.result.Weeks
	w.Planned, w.Minimum = c.delivery.Weeks, WeeksOf(c.result.Start, c.rules.MinimumMonths)
	if !c.saysWeeks {
		w.NotNeeded, _ = mulDiv(w.Planned, c.result.Minutes.NotNeeded, c.result.Minutes.Total) // at most what is planned
	}
	w.Removed = min(w.NotNeeded, max(w.Planned-w.Minimum, 0))
	w.Remaining = w.Planned - w.Removed
	c.figure("weeks.minimum", w.Minimum, Weeks, RuleMinimumDuration, number("months", int64(c.rules.MinimumMonths), Count))
	c.figure("weeks.removed", w.Removed, Weeks, RuleReduction,
		number("weeks.notNeeded", w.NotNeeded, Weeks), number("weeks.planned", w.Planned, Weeks), number("weeks.minimum", w.Minimum, Weeks))
	switch least := number("minimum", w.Minimum, Weeks); {
	case w.Planned < w.Minimum:
		c.warnings.add(BelowMinimumDuration, RuleMinimumDuration, number("planned", w.Planned, Weeks), least)
	case w.Removed < w.NotNeeded:
		c.warnings.add(WeeksLimited, RuleMinimumDuration, number("notNeeded", w.NotNeeded, Weeks), number("removed", w.Removed, Weeks), least)
	}
}
