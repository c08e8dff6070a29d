package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// view is where the team stands, today or as it is expected to.
type view struct {
	Team  []standing `json:"team"`
	Areas []coverage `json:"areas"`
}

// standing is what one of the team shows of what the role needs in their area. Of the
// statements that apply each is in one of the four lists.
type standing struct {
	Worker      string            `json:"worker"`
	Area        string            `json:"area"`
	Role        ksb.RoleID        `json:"role"`
	Of          int               `json:"of"`
	Shown       []ksb.StatementID `json:"shown"`
	NotLookedAt []ksb.StatementID `json:"notLookedAt"` // nobody but the person has said anything
	Unclear     []ksb.StatementID `json:"unclear"`     // looked at, and not enough to tell, or sources disagree
	ToDevelop   []ksb.StatementID `json:"toDevelop"`   // shown not to be there, or lapsed
	Gates       []gateShut        `json:"gates"`       // in the order of the report
}

// gateShut is a gate that is not open.
type gateShut struct {
	Gate  ksb.GateID       `json:"gate"`
	State assess.GateState `json:"state"` // not-met, or unknown
	Due   ksb.Date         `json:"due"`   // the last day of grace; 0: none, or it is not known
}

// coverage is who shows what in an area.
type coverage struct {
	Area       string              `json:"area"`
	Title      string              `json:"title"`
	People     []string            `json:"people"`
	NotHere    []string            `json:"notHere"` // codes of the duties of the role that are no part of the work here
	Statements []statementCoverage `json:"statements"`
	Duties     []dutyCoverage      `json:"duties"`
}

type statementCoverage struct {
	Statement ksb.StatementID `json:"statement"`
	ShownBy   []string        `json:"shownBy"`
}

// dutyCoverage is who could do a duty: to cover it is to show all that it needs.
type dutyCoverage struct {
	Duty       ksb.DutyID        `json:"duty"`
	Code       string            `json:"code"`
	Text       string            `json:"text"`
	Statements []ksb.StatementID `json:"statements"`
	CoveredBy  []string          `json:"coveredBy"`
	InPart     []string          `json:"inPart"`
}

// moment is when the team is looked at.
type moment bool

// The moments: as the reports say, and as it will be if everything taught is shown.
const (
	today moment = false
	after moment = true
)

// met tells whether somebody is taken to meet a requirement.
func (at moment) met(m *member, g *assess.Gap) bool {
	return g.Status == assess.Met || at == after && g.Action != assess.None && !m.leaves(g.Statement)
}

func (p *pilot) views(at moment) (v view) {
	for _, a := range p.areas {
		for _, m := range a.members {
			v.Team = append(v.Team, p.standing(m, at))
		}
		v.Areas = append(v.Areas, p.coverage(a, at))
	}
	return v
}

func (p *pilot) standing(m *member, at moment) standing {
	s := standing{Worker: m.worker.ID, Area: m.area.id, Role: m.area.role}
	for i := range m.report.Gaps {
		g := &m.report.Gaps[i]
		switch list := s.listFor(g.Status); {
		case g.Status == assess.NotApplicable:
			continue
		case at.met(m, g):
			s.Shown = append(s.Shown, g.Statement)
		default:
			*list = append(*list, g.Statement)
		}
		s.Of++
	}
	for _, list := range []*[]ksb.StatementID{&s.Shown, &s.NotLookedAt, &s.Unclear, &s.ToDevelop} {
		*list = p.now.sorted(*list)
	}
	s.Gates = m.shut(at)
	return s
}

func (s *standing) listFor(status assess.Status) *[]ksb.StatementID {
	switch status {
	case assess.NotEvidenced:
		return &s.NotLookedAt
	case assess.Uncertain, assess.Contested:
		return &s.Unclear
	}
	return &s.ToDevelop
}

func (p *pilot) coverage(a *area, at moment) coverage {
	c := coverage{Area: a.id, Title: a.title, People: []string{}, NotHere: []string{}, Statements: []statementCoverage{}, Duties: []dutyCoverage{}}
	here, _ := p.now.index.Role(a.role)
	for _, m := range a.members {
		c.People = append(c.People, m.worker.ID)
	}
	for _, id := range p.asked(a) {
		c.Statements = append(c.Statements, statementCoverage{id, a.who(func(m *member) bool { return m.meets(id, at) })})
	}
	for _, d := range slices.SortedFunc(slices.Values(here.Duties), byDutyCode) {
		c.Duties = append(c.Duties, p.duty(a, d, at))
	}
	whole, _ := p.now.index.Role(p.role)
	for _, d := range slices.SortedFunc(slices.Values(whole.Duties), byDutyCode) {
		if !slices.ContainsFunc(here.Duties, func(e ksb.Duty) bool { return e.ID == d.ID }) {
			c.NotHere = append(c.NotHere, cmp.Or(d.Code, string(d.ID)))
		}
	}
	return c
}

func byDutyCode(a, b ksb.Duty) int {
	return cmp.Or(ksb.CompareCodes(a.Code, b.Code), strings.Compare(string(a.ID), string(b.ID)))
}

// duty tells who covers a duty: everything of it that applies to them.
func (p *pilot) duty(a *area, d ksb.Duty, at moment) dutyCoverage {
	c := dutyCoverage{Duty: d.ID, Code: cmp.Or(d.Code, string(d.ID)), Text: d.Text, Statements: p.now.sorted(d.Statements)}
	parts := func(m *member) (held, of int) {
		for _, g := range m.report.Gaps {
			if slices.Contains(d.Statements, g.Statement) && g.Status != assess.NotApplicable {
				of++
				if at.met(m, &g) {
					held++
				}
			}
		}
		return held, of
	}
	c.CoveredBy = a.who(func(m *member) bool { held, of := parts(m); return of > 0 && held == of })
	c.InPart = a.who(func(m *member) bool { held, of := parts(m); return held > 0 && held < of })
	return c
}

// who are the people of an area of whom something is so.
func (a *area) who(so func(*member) bool) []string {
	names := []string{}
	for _, m := range a.members {
		if so(m) {
			names = append(names, m.worker.ID)
		}
	}
	return names
}

// asked are the statements that anybody in an area needs.
func (p *pilot) asked(a *area) (ids []ksb.StatementID) {
	for _, m := range a.members {
		for _, g := range m.report.Gaps {
			if g.Status != assess.NotApplicable {
				ids = append(ids, g.Statement)
			}
		}
	}
	return p.now.sorted(ids)
}

func (m *member) meets(id ksb.StatementID, at moment) bool {
	i := slices.IndexFunc(m.report.Gaps, func(g assess.Gap) bool { return g.Statement == id })
	return i >= 0 && at.met(m, &m.report.Gaps[i])
}

// shut are the gates that are not open; afterwards, without those that the plan opens.
func (m *member) shut(at moment) []gateShut {
	list := []gateShut{}
	for _, g := range m.report.Gates {
		if g.State != assess.GateMet && !(at == after && m.opensIn(g.Gate) > 0) {
			list = append(list, gateShut{g.Gate, g.State, g.Due})
		}
	}
	return list
}

func (o offer) compare(a, b ksb.StatementID) int {
	return cmp.Or(ksb.CompareCodes(o.label(a), o.label(b)), strings.Compare(string(a), string(b)))
}
