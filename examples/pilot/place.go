package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// place moves the courses of a plan to weeks in which there is time for them, and returns
// those for which there is not time enough: they then come last, one after another, unless
// they are booked and have begun.
// Without a limit of hours the plan stays as it is.
func (p *pilot) place(ctx context.Context, planner *pathway.Planner, r *assess.Report, plan *pathway.Plan, booked []string) ([]string, error) {
	crowded := []string{}
	if p.options.minutes == 0 {
		return crowded, nil
	}
	c := pathway.Calendar{Start: monday(plan.Start), MinutesPerWeek: p.options.minutes}
	for _, id := range booked {
		c.Booked = append(c.Booked, pathway.Booking{Course: id, Begins: c.Start})
	}
	found, err := planner.Timetable(ctx, r, plan, c)
	if err != nil {
		return nil, err
	}
	plan.Start, plan.Weeks = found.Start, found.Weeks
	for i := range plan.Steps {
		s := &plan.Steps[i]
		at := slices.IndexFunc(found.Lessons, func(l pathway.Lesson) bool { return l.Course == s.Course })
		if at < 0 {
			crowded = append(crowded, s.Course)
			if slices.Contains(booked, s.Course) {
				plan.Weeks = max(plan.Weeks, s.EndWeek)
				continue
			}
			s.StartWeek, s.EndWeek = plan.Weeks, plan.Weeks+s.EndWeek-s.StartWeek
			s.Begins, plan.Weeks = 0, s.EndWeek
			continue
		}
		s.StartWeek, s.EndWeek = found.Lessons[at].StartWeek, found.Lessons[at].EndWeek
		if s.Begins != 0 {
			s.Begins = found.Lessons[at].Begins
		}
	}
	slices.SortStableFunc(plan.Steps, byWeek)
	plan.Proved = plan.Proved && found.Proved
	return crowded, nil
}

func byWeek(a, b pathway.Step) int {
	return cmp.Or(a.StartWeek-b.StartWeek, a.EndWeek-b.EndWeek)
}

// monday is the first Monday that is not before a day.
func monday(d ksb.Date) ksb.Date {
	return d.AddDays((7 - int(d-1)%7) % 7) // 0001-01-01, which is day 1, was a Monday
}

// remaining is a course of which some weeks have passed: its time is spread evenly.
func remaining(c pathway.Course, weeks int) pathway.Course {
	if whole := int64(c.Weeks); whole > 0 {
		part := c.Minutes / whole * int64(weeks)
		c.Minutes = part + c.Minutes%whole*int64(weeks)/whole
	}
	c.Weeks, c.Starts = weeks, nil
	return c
}

// taken is a course that was taken: nothing of it is left to do.
func taken(c pathway.Course) pathway.Course {
	c.Minutes, c.Weeks, c.Starts, c.Requires, c.Needs, c.After = 0, 0, nil, nil, nil, nil
	return c
}
