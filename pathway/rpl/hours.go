package rpl

import "github.com/skillgap-go/skillgap/ksb"

// WeeklyMinimum is the least off-the-job training in minutes, rounded up, by the rules
// for starts before August 2025: a fifth of the contracted working time over the weeks,
// without statutory leave of 5.6 weeks in 52; the most that counts of a week is a fifth of
// mostPerWeek, 0: of all of it. For 52 weeks of 30 hours it is 278 hours 24 minutes.
// false: a number is negative, or the result does not fit.
func WeeklyMinimum(weeks, weeklyMinutes, mostPerWeek int64) (minutes int64, ok bool) {
	if mostPerWeek > 0 {
		weeklyMinutes = min(weeklyMinutes, mostPerWeek)
	}
	contracted, ok := times(max(weeks, 0), max(weeklyMinutes, 0))
	if !ok || weeks < 0 || weeklyMinutes < 0 {
		return 0, false
	}
	return mulDivUp(contracted, 58, 65*5) // (52 - 5.6) / 52 = 58/65
}

// CalendarMinimum is the same by the days of the programme, in whole hours rounded up, as
// one vendor's form counts it: leave of 28 days in 365, five working days a week. For 365
// days of 30 hours a week it is 280, on purpose not 278: name the method.
func CalendarMinimum(days, weeklyMinutes int64) (hours int64, ok bool) {
	contracted, ok := times(max(days, 0), max(weeklyMinutes, 0))
	if !ok || days < 0 || weeklyMinutes < 0 {
		return 0, false
	}
	return mulDivUp(contracted, 1629, 12775*5*60) // 1/7 - 28/365/5 = 1629/12775
}

// WorkingWeeksMinimum is the same by the weeks that are worked, leave already taken off,
// in minutes rounded up. For 46 weeks of 30 hours it is 276 hours.
func WorkingWeeksMinimum(weeks, weeklyMinutes int64) (minutes int64, ok bool) {
	if weeks < 0 || weeklyMinutes < 0 {
		return 0, false
	}
	return mulDivUp(weeks, weeklyMinutes, 5)
}

const thirtyHours = 30 * 60 // from which a week is full time

// minimumMinutes is what must be left of the hours, after the duration is known.
func (c *calculation) minimumMinutes() int64 {
	weeks, weekly := c.result.Weeks.Remaining, c.delivery.WeeklyMinutes
	from := []Number{number("weeks.remaining", weeks, Weeks), number("weeklyMinutes", weekly, Minutes)}
	var minutes int64
	ok := true
	switch {
	case c.rules.Hours == PublishedMinimum:
		minutes, from = c.rules.MinimumMinutes, []Number{number("minutes.published", c.delivery.PublishedMinutes, Minutes)}
	case c.rules.Hours == FifthOfContract && weekly == 0:
		c.refuse("weeklyMinutes", ksb.ErrMissing, "the rules for this start count the contracted hours")
	case c.rules.Hours == FifthOfContract:
		minutes, ok = WeeklyMinimum(weeks, weekly, 0)
	default:
		if weekly == 0 {
			weekly = thirtyHours
			from[1].Value = weekly
			c.warnings.add(FullTimeAssumed, RuleMinimumHours, from[1])
		}
		minutes, ok = WeeklyMinimum(weeks, weekly, thirtyHours)
	}
	if !ok {
		c.overflow("weeklyMinutes")
	}
	minutes = max(minutes, c.rules.MinimumMinutes)
	c.figure("minutes.minimum", minutes, Minutes, RuleMinimumHours, from...)
	return minutes
}

// hours removes what is not needed as far as the minimum allows.
func (c *calculation) hours() {
	m := &c.result.Minutes
	m.Minimum = c.minimumMinutes()
	m.Removed = min(m.NotNeeded, max(m.Total-m.Minimum, 0))
	m.Remaining = m.Total - m.Removed
	c.figure("minutes.removed", m.Removed, Minutes, RuleReduction,
		number("minutes.notNeeded", m.NotNeeded, Minutes), number("minutes.total", m.Total, Minutes), number("minutes.minimum", m.Minimum, Minutes))
	switch left := number("minimum", m.Minimum, Minutes); {
	case m.Total < m.Minimum:
		c.warnings.add(BelowMinimumHours, RuleMinimumHours, number("total", m.Total, Minutes), left)
	case m.Removed < m.NotNeeded:
		c.warnings.add(HoursLimited, RuleMinimumHours, number("notNeeded", m.NotNeeded, Minutes), number("removed", m.Removed, Minutes), left)
	}
	if c.rules.Hours == PublishedMinimum {
		c.published()
	}
}

// published compares the plan for somebody without prior learning with the standard.
func (c *calculation) published() {
	m := &c.result.Minutes
	m.Published = c.delivery.PublishedMinutes
	switch {
	case m.Published == 0:
		c.warnings.add(PublishedUnknown, RuleMinimumHours)
	case m.Total < m.Published:
		c.warnings.add(BelowPublished, RuleMinimumHours, number("total", m.Total, Minutes), number("published", m.Published, Minutes))
	}
}
