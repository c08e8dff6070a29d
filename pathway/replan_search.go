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
	whole   *task    // with all courses, see settle
	supply  *clock   // of whole, see supplyUnless
	old     []string // courses, in order of bytes
	fixed   []string // done or booked, and there
	still   *Plan    // the best that can be made of the old plan
	left    int64    // weight that it leaves open
	needed  []string // of the old ones those that the new need still has a use for, in order of bytes
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
	if !q.everything() {
		return q.oldAlone()
	}
	if err := q.renew(); err != nil {
		return nil, err
	}
	if q.supply = q.whole.supply(); q.supply == nil {
		return q.oldAlone()
	}
	if err := q.keepNeeded(); err != nil {
		return nil, err
	}
	q.scale = q.whole.changeScale(q.ended, len(q.needed))
	if q.ended() {
		return cutShort(q.still), nil
	}
	if err := q.visit(part{}); err != nil {
		return nil, err
	}
	q.best.Proved = q.proved
	q.best.Proof = nil // it speaks of the courses that are in the plan alone
	var err error
	q.best.Conditional, err = q.whole.conditional(q.ctx, q.best)
	return q.best, err
}

func (q *replan) ended() bool { return q.ctx.Err() != nil }

// keepNeeded finds the courses of the old plan that the new need still has a use for.
func (q *replan) keepNeeded() (err error) {
	if q.still, q.left, err = q.only(q.old); err != nil {
		return err
	}
	for _, s := range q.still.Steps {
		if !slices.Contains(q.fixed, s.Course) {
			q.needed = append(q.needed, s.Course)
		}
	}
	slices.Sort(q.needed)
	q.proved = q.proved && q.still.Proved
	return nil
}

// needs tells whether a course is one of the old ones that are needed still.
func (q *replan) needs(id string) bool { return lists(q.needed, id) }

// oldAlone is what can be made of the old plan, where there is no time for more.
func (q *replan) oldAlone() (*Plan, error) {
	plan, _, err := q.only(q.old)
	if err != nil {
		return nil, err
	}
	return cutShort(plan), nil
}

// cutShort is a plan of which nothing is proved, with its own bill.
func cutShort(p *Plan) *Plan {
	p.Proved, p.Proof, p.Conditional = false, nil, p.bill()
	return p
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
		if c := q.from.courses[q.from.at[id]]; !slices.Contains(q.done.Done, id) {
			size[1], size[2] = size[1]+c.pence-q.options.Funding.pays(c), size[2]+c.Minutes
		}
		if !slices.Contains(q.options.With, id) && !q.needs(id) {
			size[0]++
		}
	}
	sorted := slices.Sorted(slices.Values(ids))
	for _, id := range q.needed {
		if _, kept := slices.BinarySearch(sorted, id); !kept {
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

// settle is a course that stays as the new plan sees it: what is done has been paid for and
// took its time, and can be taken at once.
func (q *replan) settle(from *course) *course {
	c := *from
	switch {
	case slices.Contains(q.done.Done, c.ID):
		c.Course = Course{ID: c.ID, Title: c.Title, Teaches: c.Teaches, Awards: c.Awards, Credits: c.Credits, AssessedBy: c.AssessedBy}
		c.pence = 0
	case slices.Contains(q.done.Booked, c.ID):
		c.Settings, c.Mode = nil, 0
		if len(c.Starts) > 0 && slices.Max(c.Starts) < q.options.Start {
			c.Starts = nil // it runs already
		}
	}
	c.Excludes = slices.DeleteFunc(slices.Clone(from.Excludes), func(id string) bool { return slices.Contains(q.fixed, id) })
	return &c
}

// settleAll settles the courses that stay, as far as a planner has them.
func (q *replan) settleAll(p *Planner) *Planner {
	for _, id := range q.fixed {
		if at, there := p.position(id); there {
			p.courses[at] = q.settle(p.courses[at])
		}
	}
	return p
}

// everything makes the task with all courses; false: the context has ended.
func (q *replan) everything() bool {
	if q.ended() {
		return false
	}
	p := &Planner{courses: slices.Clone(q.from.courses), at: q.from.at, unit: q.from.unit}
	q.whole = q.settleAll(p).taskUnless(q.ended, q.report, q.options)
	return q.whole != nil
}

// some is the task with some courses and those that stay.
func (q *replan) some(ids []string) *task {
	p := q.settleAll(q.from.among(slices.Concat(ids, q.options.With, q.done.Done, q.done.Booked)))
	o := q.options
	o.Without = slices.DeleteFunc(slices.Clone(o.Without), func(id string) bool { _, there := p.at[id]; return !there })
	t := p.cutShort(q.ended, q.report, o)
	if q.inForce != nil {
		t.inForce = q.inForce
	}
	return t
}

// only is the best plan that can be made of some courses and those that stay, and the weight
// that it leaves open. When the context has ended it is all that can be taken of them.
func (q *replan) only(ids []string) (*Plan, int64, error) {
	t := q.some(ids)
	s, err := t.best(q.ctx, t.options.Limits)
	if err != nil {
		return nil, 0, err
	}
	if q.ended() {
		all := make([]int, len(t.courses))
		for c := range all {
			all[c] = c
		}
		if whole := t.asTheyAre(all); whole.Lost < s.Lost {
			s = whole
		}
	}
	plan, err := t.whole(q.ctx, s)
	return plan, s.Lost, err
}

// prefix begins the names of the statements and courses that stand for keeping and
// dropping an old course; no file has such names.
const prefix = "\x00"

// fewest are the courses of the plan with the fewest changes, which may hold what it has
// no use for. For every old course that
// is still needed there is a statement that it teaches, and a course that teaches this
// alone and stands for dropping it. Either dropping or adding costs one change, which
// weighs more than all else together and which no limit counts. Where that does not fit into
// one number, changes are counted first, and then the cheapest of the plans with no more is
// asked for.
func (q *replan) fewest(in part) (chosen []string, s answer, err error) {
	p := q.counting()
	if q.scale.change > 0 {
		return q.solved(p, in, nil)
	}
	p.extra.alone = true
	chosen, s, err = q.solved(p, in, nil)
	if err != nil || !s.Proved || q.ended() {
		s.Proved = false
		return chosen, s, err
	}
	p.extra.alone, p.extra.most = false, new(int64)
	for _, c := range s.Items {
		*p.extra.most += p.extra.each[c]
	}
	cheap, t, err := q.solved(p, in, s.Items)
	if t.Lost > s.Lost { // it was cut short
		return chosen, s, err
	}
	return cheap, t, err
}

// solved asks a planner that counts changes for its best courses in a part of all plans.
func (q *replan) solved(p *Planner, in part, warm []int) (chosen []string, s answer, err error) {
	r, o := *q.report, q.options
	o.With, o.Without = slices.Concat(o.With, in.with), slices.Concat(o.Without, in.without)
	r.Gaps = slices.Clone(r.Gaps)
	for _, id := range q.needed {
		r.Gaps = append(r.Gaps, assess.Gap{Statement: keeping(id)[0].Statement, Level: 1, Action: assess.Develop, Importance: 1})
	}
	t := p.taskIn(q.ctx, &r, o)
	t.inForce, t.warm = q.inForce, warm
	s, err = t.best(q.ctx, t.options.Limits)
	for _, i := range s.Items {
		if id := t.courses[i].ID; !strings.HasPrefix(id, prefix) {
			chosen = append(chosen, id)
		}
	}
	return chosen, s, err
}

// counting is the planner that counts changes.
func (q *replan) counting() *Planner {
	n := len(q.needed)
	p := &Planner{courses: make([]*course, 0, n+len(q.whole.courses)), at: q.from.at, ahead: n, unit: q.scale.unit}
	for _, id := range q.needed {
		p.courses = append(p.courses, &course{Course: Course{ID: prefix + id, Teaches: keeping(id)}})
	}
	p.courses = append(p.courses, q.whole.courses...)
	p.extra.each = slices.Repeat([]int64{max(1, q.scale.change)}, len(p.courses))
	for _, id := range q.needed {
		at, _ := p.position(id)
		kept := *p.courses[at]
		kept.Teaches = slices.Concat(kept.Teaches, keeping(id))
		p.courses[at], p.extra.each[at] = &kept, 0
	}
	for _, id := range q.options.With {
		at, _ := p.position(id)
		p.extra.each[at] = 0
	}
	return p
}

// keeping is what a course teaches besides that stands for keeping it.
func keeping(id string) []Attainment {
	return []Attainment{{Statement: ksb.StatementID(prefix + id), Level: 1}}
}
