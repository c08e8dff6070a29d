package rpl

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// checkDelivery refuses what nothing can be computed from.
func (c *calculation) checkDelivery() bool {
	d := &c.delivery
	atLeast := func(key string, value, least int64) {
		if value < least {
			c.refuse(key, ksb.ErrValue, "%d is below %d", value, least)
		}
	}
	atLeast("weeks", d.Weeks, 1)
	atLeast("bandMaxPence", d.BandMaxPence, 1)
	atLeast("weeklyMinutes", d.WeeklyMinutes, 0)
	atLeast("totalMinutes", d.TotalMinutes, 0)
	atLeast("publishedMinutes", d.PublishedMinutes, 0)
	atLeast("agreedPence", valueOf(d.AgreedPence), 0)
	atLeast("offeredPence", valueOf(d.OfferedPence), 0)
	if d.CourseType > ApprenticeshipUnit {
		c.refuse("courseType", ksb.ErrValue, "%d is no type of course", d.CourseType)
	}
	return !c.refused
}

// refuse reports a problem after which there is no result.
func (c *calculation) refuse(path string, fault ksb.Fault, detail string, args ...any) {
	c.refused = true
	c.problems.Add(c.delivery.Origin, path, fault, detail, args...)
}

func (c *calculation) overflow(path string) {
	c.refuse(path, ksb.ErrValue, "the result is beyond the whole numbers of 64 bits")
}

// checkActivities keeps the sound activities. One that is not sound stays in the
// programme: its minutes are never removed.
func (c *calculation) checkActivities() bool {
	count := map[string]int{}
	for _, a := range c.delivery.Activities {
		count[a.ID]++
	}
	sum, fits := int64(0), true
	for _, a := range c.delivery.Activities {
		if !c.sound(a, count[a.ID]) {
			c.unsound = true
			continue
		}
		c.activities = append(c.activities, c.resolve(a))
		var ok bool
		sum, ok = plus(sum, a.Minutes)
		fits = fits && ok
	}
	return c.checkTotal(sum, fits)
}

func (c *calculation) sound(a Activity, same int) bool {
	path := "activities[" + a.ID + "]"
	switch {
	case a.ID == "":
		c.problems.Add(a.Origin, "activities[]", ksb.ErrMissingID, "")
	case same > 1:
		c.problems.Add(a.Origin, path, ksb.ErrDuplicateID, "%q stands %d times: none of them is left out", a.ID, same)
	case a.Minutes < 0:
		c.problems.Add(a.Origin, path+".minutes", ksb.ErrValue, "%d is below zero", a.Minutes)
	case a.Weeks < 0:
		c.problems.Add(a.Origin, path+".weeks", ksb.ErrValue, "%d is below zero", a.Weeks)
	default:
		return true
	}
	return false
}

// checkTotal: the total is what is given, or the sum of the activities if all are sound.
func (c *calculation) checkTotal(sum int64, fits bool) bool {
	m := &c.result.Minutes
	m.Total = c.delivery.TotalMinutes
	switch {
	case !fits:
		c.overflow("activities")
	case m.Total == 0 && c.unsound:
		c.refuse("totalMinutes", ksb.ErrMissing, "not every activity can be used, so they cannot be added up")
	case m.Total == 0 && sum == 0:
		c.refuse("totalMinutes", ksb.ErrMissing, "there are no hours to reduce")
	case m.Total == 0:
		m.Total = sum
	case sum > m.Total:
		c.refuse("totalMinutes", ksb.ErrValue, "%d is less than the activities have together, %d", m.Total, sum)
	}
	return !c.refused
}

// planned is a sound activity, with its statements found.
type planned struct {
	Activity
	taught  []int    // positions in the prior learning, each once
	unknown []string // references that the role does not have
}

func (c *calculation) resolve(a Activity) planned {
	p := planned{Activity: a}
	for _, reference := range a.Statements {
		switch i, known := c.find.find(reference); {
		case !known && slices.Contains(p.unknown, reference):
		case !known:
			p.unknown = append(p.unknown, reference)
			c.problems.Add(a.Origin, "activities["+a.ID+"].statements["+reference+"]", ksb.ErrUnknownStatement,
				"%q is not of the role, or not of one statement alone: the activity stays", reference)
		case !slices.Contains(p.taught, i):
			p.taught = append(p.taught, i)
		}
	}
	return p
}
