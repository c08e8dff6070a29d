package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// planning is who takes what, and what it comes to.
type planning struct {
	Start        ksb.Date       `json:"start"` // on which week 0 begins
	People       []personPlan   `json:"people"`
	Areas        []areaPlan     `json:"areas"`
	Bill         bill           `json:"bill"`
	ProvenBill   bill           `json:"provenBill"`   // for what was shown to be missing alone
	WeekMinutes  int64          `json:"weekMinutes"`  // to learn in, for each person; 0: no limit
	HorizonWeeks int            `json:"horizonWeeks"` // 0: none is known
	TooLong      []string       `json:"tooLong"`      // people whose plan ends later
	Reuse        reuse          `json:"reuse"`
	Courses      []courseInPlan `json:"courses"` // provided ones first; each by ID
}

type personPlan struct {
	Worker    string            `json:"worker"`
	Area      string            `json:"area"`
	LookFirst []ksb.StatementID `json:"lookFirst"` // most worth assessing first, three at most
	Busiest   busiest           `json:"busiest"`
	Crowded   []string          `json:"crowded"` // courses that take more hours in a week than there are; they come last
	RunsOut   []runsOut         `json:"runsOut"`
	Plan      *pathway.Plan     `json:"plan"`
}

type areaPlan struct {
	Area       string   `json:"area"`
	Bill       bill     `json:"bill"`
	NotFitting []string `json:"notFitting"` // courses that teach what is asked for here, and cannot be given here
}

// courseInPlan is a course that somebody takes.
type courseInPlan struct {
	Course    string   `json:"course"`
	Title     string   `json:"title"`
	Provider  string   `json:"provider"`
	Provided  bool     `json:"provided"`
	CostPence int64    `json:"costPence"`
	Minutes   int64    `json:"minutes"`
	Weeks     int      `json:"weeks"`
	People    []string `json:"people"`
	Supports  []string `json:"supports"`  // courses that build on it
	Supported []string `json:"supported"` // people for whom it is nothing but support for those
}

// planned is what is planned for one of the team.
type planned struct {
	plan    *pathway.Plan // for everything that is not shown
	proven  *pathway.Plan // for what was shown to be missing
	crowded []string
}

func (m *member) leaves(id ksb.StatementID) bool {
	return slices.ContainsFunc(m.plan.Left, func(l pathway.Left) bool { return l.Statement == id })
}

// opensIn is the number of weeks after which the plan opens a gate; 0: it does not.
func (m *member) opensIn(id ksb.GateID) int {
	i := slices.IndexFunc(m.plan.Steps, func(s pathway.Step) bool { return slices.Contains(s.Opens, id) })
	if i < 0 {
		return 0
	}
	return max(m.plan.Steps[i].EndWeek, 1)
}

// mostToLookAt is how many statements to look at first are named for each person.
const mostToLookAt = 3

// lookFirst are the statements most worth assessing.
func (m *member) lookFirst() []ksb.StatementID {
	ids := []ksb.StatementID{}
	for _, probe := range m.report.Next {
		if len(ids) < mostToLookAt {
			ids = append(ids, probe.Statement)
		}
	}
	return ids
}

// plan plans for everybody.
func (p *pilot) plan(ctx context.Context, in *given) error {
	planner, problems := pathway.NewPlanner(p.now.index, p.now.catalogue)
	in.Note(problems, nil)
	for _, m := range p.members() {
		var err error
		o := pathway.Options{Setting: m.area.id, Start: cmp.Or(p.options.start, p.options.asOf), Reuse: true}
		if m.proven, err = planner.Plan(ctx, m.report, o); err != nil {
			return err
		}
		o.AssumeUnmet = true
		if m.plan, err = planner.Plan(ctx, m.report, o); err != nil {
			return err
		}
		if m.crowded, err = p.place(ctx, planner, m.report, m.plan, nil); err != nil {
			return err
		}
	}
	return p.sum()
}

// sum adds up what was planned.
func (p *pilot) sum() error {
	role, _ := p.now.index.Role(p.role)
	s := planning{WeekMinutes: p.options.minutes, HorizonWeeks: cmp.Or(p.options.horizon, weeksOf(role.Facts.DurationMonths)), TooLong: []string{}}
	for _, a := range p.areas {
		list := areaPlan{Area: a.id, NotFitting: p.notFitting(a)}
		for _, m := range a.members {
			s.People = append(s.People, personPlan{m.worker.ID, a.id, m.lookFirst(), p.busiest(m.plan), m.crowded, m.runsOut(p.now.catalogue), m.plan})
			if s.HorizonWeeks > 0 && m.plan.Weeks > s.HorizonWeeks {
				s.TooLong = append(s.TooLong, m.worker.ID)
			}
			s.Start = m.plan.Start
			if err := cmp.Or(list.Bill.add(billOf(m.plan)), s.ProvenBill.add(billOf(m.proven))); err != nil {
				return err
			}
		}
		if err := s.Bill.add(list.Bill); err != nil {
			return err
		}
		s.Areas = append(s.Areas, list)
	}
	s.Reuse, s.Courses = p.reuse(), p.courses()
	p.planning = s
	return nil
}

// notFitting are the courses that would teach what is asked for in an area, and that
// cannot be given there.
func (p *pilot) notFitting(a *area) []string {
	ids, asked := []string{}, p.asked(a)
	for _, c := range p.now.catalogue.Courses {
		wanted := slices.ContainsFunc(c.Teaches, func(t pathway.Attainment) bool { return slices.Contains(asked, t.Statement) })
		if wanted && !fits(c, a) {
			ids = append(ids, c.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// courses are all courses that somebody takes.
func (p *pilot) courses() []courseInPlan {
	list := []courseInPlan{}
	for _, m := range p.members() {
		for _, s := range m.plan.Steps {
			i := slices.IndexFunc(list, func(c courseInPlan) bool { return c.Course == s.Course })
			if i < 0 {
				c := courseOf(p.now.catalogue, s.Course)
				list = append(list, courseInPlan{s.Course, s.Title, c.Provider, c.Provided, c.CostPence, c.Minutes, c.Weeks, []string{}, []string{}, []string{}})
				i = len(list) - 1
			}
			list[i].People = append(list[i].People, m.worker.ID)
			if built := supports(s); len(built) > 0 {
				list[i].Supports, list[i].Supported = append(list[i].Supports, built...), append(list[i].Supported, m.worker.ID)
			}
		}
	}
	for i := range list {
		slices.Sort(list[i].Supports)
		list[i].Supports = slices.Compact(list[i].Supports)
	}
	slices.SortFunc(list, func(a, b courseInPlan) int {
		return cmp.Or(firstIf(a.Provided, b.Provided), strings.Compare(a.Course, b.Course))
	})
	return list
}

func firstIf(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// supports are the courses that build on a step that closes nothing and opens nothing
// itself.
func supports(s pathway.Step) (ids []string) {
	if len(s.Closes)+len(s.Opens) > 0 {
		return nil
	}
	for _, r := range s.Because {
		if slices.Contains([]string{pathway.SuppliesLevel, pathway.SuppliesCredential, pathway.ComesBefore}, r.Code) && len(r.Refs) > 0 {
			ids = append(ids, r.Refs[0])
		}
	}
	return ids
}
