package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// revision is the plan once a new need has come up.
type revision struct {
	Week    int               `json:"week"`
	New     []ksb.StatementID `json:"new"`  // asked for only then, in the order of the codes
	Gone    []ksb.StatementID `json:"gone"` // no longer asked for
	People  []personRevised   `json:"people"`
	Added   bill              `json:"added"`
	Dropped bill              `json:"dropped"`
	TooLong []string          `json:"tooLong"`

	offer offer
}

type personRevised struct {
	Worker  string           `json:"worker"`
	Area    string           `json:"area"`
	Crowded []string         `json:"crowded"`
	Plan    *pathway.Plan    `json:"plan"` // from the end of the week on
	Changes []pathway.Change `json:"changes"`
}

// revise makes everybody's plan anew, with the smallest change. Their evidence is that
// of today; what they were taught by then counts as taught, not as shown.
func (p *pilot) revise(ctx context.Context, in *given) error {
	_, problems := pathway.NewPlanner(in.later.index, in.later.catalogue)
	in.Note(problems, nil)
	engine, err := assess.New(in.later.index, in.policy)
	if err != nil {
		return err
	}
	r := &revision{Week: p.options.week, TooLong: []string{}, offer: *in.later}
	var before, then []ksb.StatementID
	for _, m := range p.members() {
		report, err := engine.Assess(engine.Profile(m.worker, p.options.asOf), m.area.role)
		if err != nil {
			return fmt.Errorf("the later standards: %w", err)
		}
		before, then = append(before, asks(m.report)...), append(then, asks(report)...)
		if err := p.replan(ctx, r, m, report); err != nil {
			return err
		}
	}
	r.New = r.offer.sorted(without(then, before))
	r.Gone = p.now.sorted(without(before, then))
	p.revised = r
	return nil
}

func asks(r *assess.Report) (ids []ksb.StatementID) {
	for _, g := range r.Gaps {
		if g.Status != assess.NotApplicable {
			ids = append(ids, g.Statement)
		}
	}
	return ids
}

func without(list, these []ksb.StatementID) []ksb.StatementID {
	return slices.DeleteFunc(slices.Clone(list), func(id ksb.StatementID) bool { return slices.Contains(these, id) })
}

func (p *pilot) replan(ctx context.Context, r *revision, m *member, report *assess.Report) error {
	progress, catalogue := p.progress(m, r.offer.catalogue)
	planner, _ := pathway.NewPlanner(r.offer.index, catalogue) // its mistakes are known
	start := m.plan.Start.AddDays(7 * p.options.week)
	o := pathway.Options{Setting: m.area.id, Start: start, AssumeUnmet: true, Reuse: true}
	found, err := planner.Replan(ctx, report, m.plan, progress, o)
	if err != nil {
		return err
	}
	crowded, err := p.place(ctx, planner, report, found.Plan, progress.Booked)
	if err != nil {
		return err
	}
	r.People = append(r.People, personRevised{m.worker.ID, m.area.id, crowded, found.Plan, found.Changes})
	end := p.options.week + found.Plan.Weeks
	if p.planning.HorizonWeeks > 0 && end > p.planning.HorizonWeeks {
		r.TooLong = append(r.TooLong, m.worker.ID)
	}
	return r.count(p.now.catalogue, found, p.options.week)
}

// progress is how far somebody's plan has come by the week, and the courses that can then
// be taken: those that have begun last for the weeks that remain of them.
func (p *pilot) progress(m *member, c pathway.Catalogue) (done pathway.Progress, then pathway.Catalogue) {
	then = c
	then.Courses = slices.Clone(c.Courses)
	for _, s := range m.plan.Steps {
		course := &pathway.Course{}
		if s.StartWeek < p.options.week || s.EndWeek <= p.options.week {
			course = keep(&then, courseOf(p.now.catalogue, s.Course))
		}
		switch {
		case s.EndWeek <= p.options.week:
			done.Done = append(done.Done, s.Course)
			*course = taken(*course)
		case s.StartWeek < p.options.week:
			done.Booked = append(done.Booked, s.Course)
			*course = remaining(*course, s.EndWeek-p.options.week)
		}
	}
	return done, then
}

// keep finds a course in a catalogue that may not have it any more: what is done or booked
// is there all the same.
func keep(c *pathway.Catalogue, course pathway.Course) *pathway.Course {
	i := slices.IndexFunc(c.Courses, func(other pathway.Course) bool { return other.ID == course.ID })
	if i < 0 {
		i = len(c.Courses)
		c.Courses = append(c.Courses, course)
	}
	return &c.Courses[i]
}

// count adds the courses that come and go to the bills.
func (r *revision) count(old pathway.Catalogue, found *pathway.Replanned, week int) error {
	for _, change := range found.Changes {
		var err error
		switch change.Change {
		case pathway.Added:
			i := slices.IndexFunc(found.Plan.Steps, func(s pathway.Step) bool { return s.Course == change.Course })
			c := courseOf(r.offer.catalogue, change.Course)
			err = r.Added.add(bill{c.CostPence, c.Minutes, week + found.Plan.Steps[i].EndWeek})
		case pathway.Dropped:
			c := courseOf(old, change.Course)
			err = r.Dropped.add(bill{CostPence: c.CostPence, Minutes: c.Minutes})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
