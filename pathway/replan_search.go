package pathway

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// replan is the search for the smallest change. It asks what is left of the old plan, and
// then for the plan with the fewest changes, each time with another catalogue made from the
// old one.
type replan struct {
	ctx     context.Context
	from    *Planner
	report  *assess.Report
	options Options
	done    Progress
	whole   *task    // with all courses
	supply  *clock   // of whole, see supply
	old     []string // courses, in order of bytes
	fixed   []string // done or booked, and there
	needed  []string // of the old ones those that the new need still has a use for
	best    *Plan
	size    [3]int64 // of best: changes, pence, minutes
	lost    int64    // weight that no plan can close
	proved  bool
	inForce []bool // by expiry; see task
	scale   changeScale
	visits  int // questions asked for the fewest changes
}

func (q *replan) plan() (*Plan, error) {
	if err := q.fix(); err != nil {
		return nil, err
	}
	q.whole = q.settled(func(string) bool { return true }).task(q.report, q.options)
	if err := q.renew(); err != nil {
		return nil, err
	}
	q.supply = q.whole.supply()
	still, err := q.only(q.old)
	if err != nil {
		return nil, err
	}
	for _, s := range still.Steps {
		if !slices.Contains(q.fixed, s.Course) {
			q.needed = append(q.needed, s.Course)
		}
	}
	q.proved = q.proved && still.Proved
	if q.scale, err = q.whole.changeScale(len(q.needed)); err != nil {
		return nil, err
	}
	if err := q.visit(part{}); err != nil {
		return nil, err
	}
	q.best.Proved = q.proved
	q.best.Proof = nil // it speaks of the courses that are in the plan alone
	q.best.Conditional, err = q.whole.conditional(q.ctx, q.best)
	return q.best, err
}

// renew notes what has to be in force, by the best plan whatever it changes.
func (q *replan) renew() error {
	q.inForce, q.proved = q.whole.inForce, true
	if len(q.inForce) == 0 {
		return nil
	}
	s, err := q.whole.renewing(q.ctx)
	q.proved = s.Proved
	return err
}

// sizeOf counts the changes of a set of courses, its pence and its minutes.
func (q *replan) sizeOf(ids []string) (size [3]int64) {
	for _, id := range ids {
		if c := &q.from.courses[q.from.at[id]]; !slices.Contains(q.done.Done, id) {
			size[1], size[2] = size[1]+c.pence-q.options.Funding.pays(c), size[2]+c.Minutes
		}
		if !slices.Contains(q.options.With, id) && !slices.Contains(q.needed, id) {
			size[0]++
		}
	}
	for _, id := range q.needed {
		if !slices.Contains(ids, id) {
			size[0]++
		}
	}
	return size
}

// fix checks the options and finds the courses that stay.
func (q *replan) fix() error {
	o := &q.options
	for _, id := range q.done.Done {
		if _, there := q.from.at[id]; there {
			q.fixed = append(q.fixed, id)
		}
	}
	q.fixed = append(q.fixed, q.done.Booked...)
	slices.Sort(q.fixed)
	q.fixed = slices.Compact(q.fixed)
	o.With = slices.Concat(o.With, q.fixed)
	slices.Sort(o.With)
	o.With = slices.Compact(o.With)
	o.Without = slices.DeleteFunc(slices.Clone(o.Without), func(id string) bool { return slices.Contains(q.fixed, id) })
	if err := q.from.check(*o); err != nil {
		return fmt.Errorf("%w: booked, asked for or ruled out", err)
	}
	return nil
}

// settled is a planner for which the courses that are done have been paid for and took
// their time, and which can be taken at once.
func (q *replan) settled(may func(id string) bool) *Planner {
	var courses []course
	for _, c := range q.from.courses {
		switch {
		case slices.Contains(q.done.Done, c.ID):
			c.Course = Course{ID: c.ID, Title: c.Title, Teaches: c.Teaches, Awards: c.Awards, Credits: c.Credits, Excludes: c.Excludes, AssessedBy: c.AssessedBy}
			c.pence = 0
		case slices.Contains(q.done.Booked, c.ID):
			c.Settings, c.Mode = nil, 0
			if len(c.Starts) > 0 && slices.Max(c.Starts) < q.options.Start {
				c.Starts = nil // it runs already
			}
		case !may(c.ID):
			continue
		}
		c.Excludes = slices.DeleteFunc(slices.Clone(c.Excludes), func(id string) bool {
			return slices.Contains(q.fixed, c.ID) && slices.Contains(q.fixed, id)
		})
		courses = append(courses, c)
	}
	return newPlanner(courses, q.from.unit)
}

func newPlanner(courses []course, unit int64) *Planner {
	slices.SortFunc(courses, func(a, b course) int { return strings.Compare(a.ID, b.ID) })
	p := &Planner{courses: courses, at: map[string]int{}, unit: unit}
	for i, c := range courses {
		p.at[c.ID] = i
	}
	return p
}

// only is the best plan that can be made of some courses and those that stay.
func (q *replan) only(ids []string) (*Plan, error) {
	p := q.settled(func(id string) bool { return slices.Contains(ids, id) || slices.Contains(q.options.With, id) })
	o := q.options
	o.Without = slices.DeleteFunc(slices.Clone(o.Without), func(id string) bool { _, there := p.at[id]; return !there })
	t := p.task(q.report, o)
	t.inForce = q.inForce
	s, err := t.best(q.ctx, o.Limits)
	if err != nil {
		return nil, err
	}
	return t.whole(q.ctx, s)
}

// prefix begins the names of the statements and courses that stand for keeping and
// dropping an old course; no file has such names.
const prefix = "\x00"

// fewest are the courses of the plan with the fewest changes, which may hold what it has
// no use for. For every old course that
// is still needed there is a statement that it teaches, and a course that teaches this
// alone and stands for dropping it. Either dropping or adding costs one change, which
// weighs more than all else together and which no limit counts.
func (q *replan) fewest(in part) (chosen []string, s answer, err error) {
	p := q.settled(func(string) bool { return true })
	r, o := *q.report, q.options
	o.With, o.Without = slices.Concat(o.With, in.with), slices.Concat(o.Without, in.without)
	r.Gaps = slices.Clone(r.Gaps)
	for i := range p.courses {
		c := &p.courses[i]
		switch keep := (Attainment{Statement: ksb.StatementID(prefix + c.ID), Level: 1}); {
		case slices.Contains(q.needed, c.ID):
			c.Teaches = append(slices.Clip(c.Teaches), keep)
			drop := course{Course: Course{ID: prefix + c.ID, Teaches: []Attainment{keep}}}
			drop.extra = q.scale.change
			p.courses = append(p.courses, drop)
			r.Gaps = append(r.Gaps, assess.Gap{Statement: keep.Statement, Level: 1, Action: assess.Develop, Importance: 1})
		case !slices.Contains(q.options.With, c.ID):
			c.extra = q.scale.change
		}
	}
	t := newPlanner(p.courses, q.scale.unit).task(&r, o)
	t.inForce = q.inForce
	s, err = t.best(q.ctx, t.options.Limits)
	for _, i := range s.Items {
		if id := t.courses[i].ID; !strings.HasPrefix(id, prefix) {
			chosen = append(chosen, id)
		}
	}
	return chosen, s, err
}
