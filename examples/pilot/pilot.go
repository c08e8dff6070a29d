package main

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// pilot is one role, a team, and what is worked out about them.
type pilot struct {
	options *options
	now     offer
	policy  assess.Policy
	role    ksb.RoleID
	areas   []*area // in the order of the table of areas

	today, after view
	planning     planning
	revised      *revision // nil: nothing came up
}

// members are the team, area by area.
func (p *pilot) members() (list []*member) {
	for _, a := range p.areas {
		list = append(list, a.members...)
	}
	return list
}

// document is what -format json prints; see the package comment.
type document struct {
	Team  []standing `json:"team"`
	Areas []coverage `json:"areas"`
	Plan  planning   `json:"plan"`
	After view       `json:"after"`
	Later *revision  `json:"later"`
}

func (p *pilot) document() document {
	return document{p.today.Team, p.today.Areas, p.planning, p.after, p.revised}
}

// courseOf is a course of a catalogue, and what it costs: what is provided costs nothing.
func courseOf(c pathway.Catalogue, id string) pathway.Course {
	i := slices.IndexFunc(c.Courses, func(c pathway.Course) bool { return c.ID == id })
	if i < 0 {
		return pathway.Course{ID: id}
	}
	found := c.Courses[i]
	if found.Provided {
		found.CostPence = 0
	}
	return found
}

// fits tells whether a course can be given in an area; one that names no settings can
// be given in any.
func fits(c pathway.Course, a *area) bool {
	return len(c.Settings) == 0 || a.id == "" || slices.Contains(c.Settings, a.id)
}

// labels are what people call statements: their codes, or their IDs.
func (o offer) label(id ksb.StatementID) string {
	if s, known := o.index.Statement(id); known && s.Code != "" {
		return s.Code
	}
	return string(id)
}

// sorted puts statements in the order of their labels, each once.
func (o offer) sorted(ids []ksb.StatementID) []ksb.StatementID {
	list := append([]ksb.StatementID{}, ids...)
	slices.SortFunc(list, o.compare)
	return slices.Compact(list)
}
