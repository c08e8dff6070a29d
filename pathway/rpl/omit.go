package rpl

import "github.com/skillgap-go/skillgap/ksb"

// notNeeded is how many minutes of an activity a method counts as not needed, rounded
// down, and whether the arithmetic fits.
func (m Method) notNeeded(a planned, prior []Standing) (minutes int64, fits bool) {
	if len(a.taught) == 0 {
		return 0, true
	}
	sum, fits := fraction{0, 1}, true
	for _, i := range a.taught {
		ok := true
		switch s := prior[i]; {
		case s.Met():
			sum, ok = sum.add(1, 1)
		case m == Sliding && s.Level > 0:
			sum, ok = sum.add(s.Level, s.Needed)
		}
		fits = fits && ok
	}
	parts := int64(len(a.taught) + len(a.unknown))
	if m == ActivityOmission {
		return whenAll(sum, parts, a.Minutes), fits
	}
	bottom, ok1 := times(parts, sum.d)
	minutes, ok2 := mulDiv(a.Minutes, sum.n, bottom)
	return minutes, fits && ok1 && ok2
}

// whenAll is the minutes of an activity all of whose statements are met, else 0.
func whenAll(sum fraction, parts, minutes int64) int64 {
	if sum == (fraction{parts, 1}) {
		return minutes
	}
	return 0
}

// line is what becomes of an activity by the method of the result.
func (c *calculation) line(a planned) Line {
	minutes, fits := c.result.Method.notNeeded(a, c.prior.Statements)
	if !fits {
		c.overflow("activities[" + a.ID + "]")
	}
	l := Line{Activity: a.ID, Title: a.Title, Minutes: a.Minutes, NotNeededMinutes: minutes, Outcome: Shortened,
		Met: []ksb.StatementID{}, Partly: []ksb.StatementID{}, Missing: []string{}}
	for _, i := range a.taught {
		switch s := c.prior.Statements[i]; {
		case s.Met():
			l.Met = append(l.Met, s.Statement)
		case s.Level > 0:
			l.Partly = append(l.Partly, s.Statement)
		default:
			l.Missing = append(l.Missing, string(s.Statement))
		}
	}
	l.Missing = append(l.Missing, a.unknown...)
	switch {
	case len(l.Met) > 0 && len(l.Partly)+len(l.Missing) == 0:
		l.Outcome, l.NotNeededWeeks = LeftOut, a.Weeks
	case minutes == 0:
		l.Outcome = Stays
	}
	return l
}

// lines makes a line of each activity, and adds them up.
func (c *calculation) lines() {
	used := map[int]bool{}
	var sum, weeks int64
	for _, a := range c.activities {
		l := c.line(a)
		c.result.Lines = append(c.result.Lines, l)
		sum += l.NotNeededMinutes // at most the sum of the activities, which fits
		weeks = min(weeks, c.delivery.Weeks) + min(l.NotNeededWeeks, c.delivery.Weeks)
		c.saysWeeks = c.saysWeeks || a.Weeks > 0
		for _, i := range a.taught {
			used[i] = true
		}
	}
	for i, s := range c.prior.Statements {
		if used[i] {
			c.result.Statements = append(c.result.Statements, s)
		}
	}
	c.result.Minutes.NotNeeded, c.result.Weeks.NotNeeded = sum, min(weeks, c.delivery.Weeks)
	c.figure("minutes.notNeeded", sum, Minutes, c.result.Method.rule(), number("activities", int64(len(c.activities)), Count))
}

// compare adds what each method comes to.
func (c *calculation) compare() {
	for _, m := range Methods() {
		out := MethodResult{Method: m}
		for _, a := range c.activities {
			minutes, fits := m.notNeeded(a, c.prior.Statements)
			if !fits {
				c.overflow("activities[" + a.ID + "]")
			}
			out.NotNeeded += minutes
		}
		if floor, _, known := PriceFloor(c.delivery.BandMaxPence, out.NotNeeded, c.result.Minutes.Total); known && c.rules.HasPriceFloor {
			out.FloorPence = &floor
		}
		c.result.Methods = append(c.result.Methods, out)
	}
}
