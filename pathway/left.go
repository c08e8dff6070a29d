package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/solve"
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
func (t *task) left(ctx context.Context, s solve.Solution, o Options) ([]Left, error) {
	open := map[ksb.StatementID]int{}
	for _, i := range s.Open {
		open[t.goals[i].Statement] = i
	}
	all := t.supply(func(int) bool { return true })
	list := []Left{}
	for i := range t.report.Gaps {
		g := &t.report.Gaps[i]
		goal, isOpen := open[g.Statement]
		switch {
		case isOpen:
			l, err := t.leave(ctx, goal, all, s, o)
			if err != nil {
				return nil, err
			}
			list = append(list, l)
		case !o.AssumeUnmet && (g.Action == assess.Assess || g.Action == assess.Moderate):
			list = append(list, Left{g.Statement, AssessFirst, []string{}})
		}
	}
	return list, nil
}

// leave says why a goal stays open. all is what can be had if every course may be
// taken.
func (t *task) leave(ctx context.Context, goal int, all []bool, s solve.Solution, o Options) (Left, error) {
	l := Left{Statement: t.goals[goal].Statement, Refs: []string{}}
	switch {
	case !t.taught(goal):
		l.Reason = NoCourse
		return l, nil
	case !all[t.aims[goal]]:
		l.Reason, l.Refs = Blocked, t.missing(goal, all)
		return l, nil
	}
	alone, err := t.closable(ctx, goal, o.Nodes)
	if err != nil {
		return l, err
	}
	if l.Reason = OverBudget; !alone || !o.Limits.any() {
		l.Reason, l.Refs = Blocked, t.inTheWay(goal, s.Items)
	}
	return l, nil
}

// taught tells whether any course teaches a goal to its level.
func (t *task) taught(goal int) bool {
	return slices.ContainsFunc(t.adds, func(facts []int) bool { return slices.Contains(facts, t.aims[goal]) })
}

// supply tells, by fact, what the courses that may be taken can make true, whatever
// they exclude.
func (t *task) supply(may func(course int) bool) []bool {
	have := make([]bool, len(t.facts))
	for _, f := range t.start {
		have[f] = true
	}
	for changed := true; changed; {
		changed = false
		for c := range t.courses {
			if !may(c) || slices.ContainsFunc(t.needs[c], func(f int) bool { return !have[f] }) {
				continue
			}
			for _, f := range t.adds[c] {
				changed = changed || !have[f]
				have[f] = true
			}
		}
	}
	return have
}

// closable tells whether a plan without limits closes a goal, whatever else stays open;
// it gives the benefit of the doubt when the context has ended.
func (t *task) closable(ctx context.Context, goal, nodes int) (bool, error) {
	if !slices.ContainsFunc(t.courses, func(c course) bool { return len(c.Excludes) > 0 }) {
		return true, nil
	}
	in := t.instance(Limits{}, nodes)
	in.Goals = []solve.Goal{{Fact: t.aims[goal], Weight: 1}}
	s, err := solve.Exact(ctx, in)
	return s.Lost == 0 || !s.Proved, err
}
