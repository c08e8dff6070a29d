package pathway

import (
	"context"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// assessFirst lists the gaps to assess or moderate, the most telling first.
func assessFirst(r *assess.Report, assumeUnmet bool) []Assessment {
	list := []Assessment{}
	if assumeUnmet {
		return list
	}
	place := map[ksb.StatementID]int{}
	for i, probe := range r.Next {
		place[probe.Statement] = i - len(r.Next)
	}
	for i := range r.Gaps {
		if g := &r.Gaps[i]; g.Action == assess.Assess || g.Action == assess.Moderate {
			list = append(list, Assessment{Statement: g.Statement, Action: g.Action})
		}
	}
	slices.SortStableFunc(list, func(a, b Assessment) int { return place[a.Statement] - place[b.Statement] })
	return list
}

// left lists the gaps with something to do that the plan does not close, and why.
func (t *task) left(ctx context.Context, s answer, p *Plan) error {
	open := map[ksb.StatementID]int{}
	for _, i := range s.Open {
		if i < len(t.goals) {
			open[t.goals[i].Statement] = i
		}
	}
	var all *clock // what can be had if every course may be taken; nil: there is no time to find out
	if len(open) > 0 && !t.ended() {
		all = t.supply()
	}
	for i := range t.report.Gaps {
		g := &t.report.Gaps[i]
		goal, isOpen := open[g.Statement]
		switch {
		case isOpen:
			l, err := t.leave(ctx, goal, all, s, p)
			if err != nil {
				return err
			}
			p.Left = append(p.Left, l)
		case !t.options.AssumeUnmet && (g.Action == assess.Assess || g.Action == assess.Moderate):
			p.Left = append(p.Left, Left{g.Statement, AssessFirst, []string{}})
		}
	}
	return nil
}

// leave says why a goal stays open. all is what can be had if every course may be
// taken. When the context has ended it says what is likely, and no more.
func (t *task) leave(ctx context.Context, goal int, all *clock, s answer, p *Plan) (Left, error) {
	l := Left{Statement: t.goals[goal].Statement, Refs: []string{}}
	likely := l
	if likely.Reason = Blocked; t.limited() {
		likely.Reason = OverBudget
	}
	switch {
	case all == nil || t.ended():
		return likely, nil
	case len(t.givers[t.aims[goal]]) == 0:
		l.Reason = NoCourse
		return l, nil
	case !all.has(t.aims[goal]):
		facts, late := t.missing(t.aims[goal], all)
		if t.ended() {
			return likely, nil
		}
		l.Reason, l.Refs = Blocked, t.block(p, facts, late)
		return l, nil
	}
	can, err := t.closable(ctx, goal, s.Items)
	if l.Reason = OverBudget; !can {
		l.Reason, l.Refs = Blocked, t.inTheWay(goal, s.Items)
	}
	if t.ended() {
		return likely, err
	}
	return l, err
}

// supply is the clock with all courses that the question allows, whatever they exclude;
// nil: the context ended before that was known.
func (t *task) supply() *clock {
	all := t.clock(math.MaxInt - 1)
	for c := range t.courses {
		if c%aWhile == 0 && t.ended() {
			return nil
		}
		all.add(c)
	}
	return all
}

// closable tells whether a goal that a plan leaves open could be closed without the limits:
// by the best plan without them, or else by some plan, if no course of this one stands in
// the way. It gives the benefit of the doubt when the context has ended.
func (t *task) closable(ctx context.Context, goal int, chosen []int) (bool, error) {
	excluding := slices.ContainsFunc(t.courses, func(c *course) bool { return len(c.Excludes) > 0 })
	if !t.limited() || !excluding || t.ended() {
		return t.limited(), nil
	}
	if err := t.plenty(ctx); err != nil || !slices.Contains(t.open, goal) {
		return true, err
	}
	if len(t.excluders(goal, chosen)) > 0 {
		return false, nil
	}
	return t.someCloses(ctx, goal)
}

// someCloses tells whether some plan without limits closes a goal, whatever else stays
// open.
func (t *task) someCloses(ctx context.Context, goal int) (bool, error) {
	if can, known := t.alone[goal]; known {
		return can, nil
	}
	alone := t.only(func(i int) bool { return i == goal }, nil)
	alone.options.Funding = nil
	alone.weights = []int64{1}
	s, err := alone.best(ctx, Limits{})
	t.alone[goal] = len(s.Open) == 0 || !s.Proved
	return t.alone[goal], err
}

// plenty notes what the best plan without limits leaves open.
func (t *task) plenty(ctx context.Context) error {
	if t.open != nil {
		return nil
	}
	free := *t
	free.options.Funding = nil
	s, err := free.best(ctx, Limits{})
	if t.open = []int{}; s.Proved {
		t.open = append(t.open, s.Open...)
	}
	return err
}
