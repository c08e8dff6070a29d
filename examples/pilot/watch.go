package main

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// busiest is the week, counted from 0, in which somebody's courses ask for most time, if
// each spreads its time evenly over its weeks; the first of equals.
type busiest struct {
	Week    int   `json:"week"`
	Minutes int64 `json:"minutes"` // rounded up
}

func (p *pilot) busiest(plan *pathway.Plan) (most busiest) {
	for _, s := range plan.Steps { // it is a week in which something begins
		now := busiest{Week: s.StartWeek}
		for _, other := range plan.Steps {
			if weeks := int64(max(other.EndWeek-other.StartWeek, 1)); other.StartWeek <= now.Week && now.Week < other.StartWeek+int(weeks) {
				minutes := courseOf(p.now.catalogue, other.Course).Minutes
				now.Minutes += minutes/weeks + min(minutes%weeks, 1)
			}
		}
		if now.Minutes > most.Minutes {
			most = now
		}
	}
	return most
}

// runsOut is a credential that somebody holds, that lapses before their plan ends, and
// that no course of the plan awards.
type runsOut struct {
	Credential ksb.CredentialID `json:"credential"`
	Until      ksb.Date         `json:"until"`
	Courses    []string         `json:"courses"` // that award it and fit the area, in order of bytes
}

// takes tells whether one of some courses is in the plan.
func (m *member) takes(ids []string) bool {
	return slices.ContainsFunc(m.plan.Steps, func(s pathway.Step) bool { return slices.Contains(ids, s.Course) })
}

func (m *member) runsOut(c pathway.Catalogue) []runsOut {
	list, end := []runsOut{}, m.plan.Start.AddDays(7*m.plan.Weeks)
	for _, held := range m.worker.Credentials {
		if held.Until < m.plan.Start || held.Until >= end || held.Held != nil && !*held.Held {
			continue
		}
		r := runsOut{held.ID, held.Until, []string{}}
		for _, course := range c.Courses {
			if slices.Contains(course.Awards, held.ID) && fits(course, m.area) {
				r.Courses = append(r.Courses, course.ID)
			}
		}
		slices.Sort(r.Courses)
		if !m.takes(r.Courses) {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b runsOut) int { return strings.Compare(string(a.Credential), string(b.Credential)) })
	return list
}
