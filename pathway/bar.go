package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// RuledOut is a course that stands in the way of a gap that is left, since the question
// does not allow it.
type RuledOut struct {
	Course string    `json:"course"`
	Reason BarReason `json:"reason"`
}

// BarReason says why a course is not to be had.
type BarReason string

// The reasons why a course is not to be had.
const (
	WrongSetting BarReason = "setting"  // it names settings, and not the one asked for
	WrongMode    BarReason = "mode"     // it is given in a way that will not do
	Unwanted     BarReason = "unwanted" // it is one of Options.Without
	NoStart      BarReason = "no-start" // it begins on no day late enough
)

// bar says why the options do not allow a course; "": they do.
func (o *Options) bar(c *course) BarReason {
	switch {
	case slices.Contains(o.Without, c.ID):
		return Unwanted
	case o.Setting != "" && len(c.Settings) > 0 && !slices.Contains(c.Settings, o.Setting):
		return WrongSetting
	case c.Mode != 0 && slices.Contains(o.NotModes, c.Mode):
		return WrongMode
	case o.Start != 0 && len(c.Starts) > 0 && slices.Max(c.Starts) < o.Start:
		return NoStart
	}
	return ""
}

// begins are the weeks in which a course can begin, ascending; nil: any. A day counts
// as the week in which it lies.
func (o *Options) begins(c *course) (weeks []int) {
	if o.Start == 0 || len(c.Starts) == 0 {
		return nil
	}
	for _, day := range c.Starts {
		if day >= o.Start {
			weeks = append(weeks, int(day-o.Start)/7)
		}
	}
	slices.Sort(weeks)
	return slices.Compact(weeks)
}

// startDay is the day on which a course that begins in a given week does so; 0: it
// names no days.
func (o *Options) startDay(c *course, week int) (first ksb.Date) {
	if o.Start == 0 {
		return 0
	}
	for _, day := range c.Starts {
		if day >= o.Start && int(day-o.Start)/7 == week && (first == 0 || day < first) {
			first = day
		}
	}
	return first
}
