package solve

import "slices"

// landmark is a row that every plan meets: the actions of it that a plan holds count
// need or more. Where one source is enough each action counts 1 and need is 1: every
// plan holds one of them. See grow for more sources.
type landmark struct {
	acts  []int32 // ascending
	coefs []int32 // what each counts; nil: 1
	need  int32
	goal  int     // position in problem.goals
	zone  []label // what shows that it is one
	// all and allCoefs are the actions with those that are dropped for good; nil: acts.
	all, allCoefs []int32
}

// whole is the landmark with all actions.
func (l landmark) whole() landmark {
	if l.all != nil {
		l.acts, l.coefs, l.all, l.allCoefs = l.all, l.allCoefs, nil, nil
	}
	return l
}

// label says that a fact becomes true no sooner than time without the actions of a
// landmark that enter its zone; never: not at all.
type label struct{ fact, time int32 }

func (l *landmark) coef(i int) int32 {
	if l.coefs == nil {
		return 1
	}
	return l.coefs[i]
}

// grow returns the landmark that is left when as many actions as possible are
// switched on, in the given order, while a goal stays out of reach. It leaves r as it
// found it. If it is ended, the landmark is the plain row of the goal.
//
// The zone are then the facts that are not true in time. An action enters it that
// could be carried out outside it and makes a fact of it true sooner. If a plan holds
// none that enters, the facts stay as they are, and its sources of the goal are among
// those that can be carried out outside the zone. So if an action that enters counts as
// much as all sources that are needed, and every other such source counts 1, the sum is
// no less than what is needed.
func (r *reach) grow(goal int, order []int32) landmark {
	before := r.mark()
	l := landmark{goal: goal, need: r.p.goals[goal].sources}
	for n, a := range order {
		if r.on[a] {
			continue
		}
		if r.stops(n) {
			r.undo(before)
			return r.p.plainRow(goal)
		}
		here := r.mark()
		if r.addFor(a, goal) {
			r.undo(here)
			l.acts = append(l.acts, a)
		}
	}
	r.fill(&l)
	r.undo(before)
	return l
}

// addFor switches an action on and tells whether the goal is then closed.
func (r *reach) addFor(a int32, goal int) bool {
	if g := r.p.goals[goal]; g.sources == 1 {
		return r.add(a, g.fact)
	}
	r.add(a, -1)
	return r.closed(goal)
}

// fill reads off the zone, and the sources outside it that count as well.
func (r *reach) fill(l *landmark) {
	slices.Sort(l.acts)
	for _, f := range r.p.live {
		if r.at[f] > 0 {
			l.zone = append(l.zone, label{f, r.at[f]})
		}
	}
	if l.need == 1 {
		return
	}
	enters := l.acts
	l.acts, l.coefs = nil, nil
	for _, a := range r.p.sources[l.goal] {
		if r.end(a) <= r.deadline {
			l.acts = append(l.acts, a)
		}
	}
	for _, a := range enters {
		if r.enters(a) && !slices.Contains(l.acts, a) {
			l.acts = append(l.acts, a)
		}
	}
	slices.Sort(l.acts)
	for _, a := range l.acts {
		l.coefs = append(l.coefs, 1)
		if int(a) >= r.p.courses || r.enters(a) {
			l.coefs[len(l.coefs)-1] = l.need
		}
	}
}

// enters tells whether an action makes a fact true sooner than it is.
func (r *reach) enters(a int32) bool {
	end := r.end(a)
	return end <= r.deadline && slices.ContainsFunc(r.p.acts[a].adds, func(f int32) bool {
		return f < r.p.base && end < r.at[f]
	})
}

// plainRow is the landmark of the sources of a goal that do not need it.
func (p *problem) plainRow(goal int) landmark {
	g := p.goals[goal]
	l := landmark{goal: goal, need: g.sources}
	if g.asked == 1 && len(p.needers[g.from]) == 0 {
		l.acts, l.zone = slices.Clip(p.sources[goal]), []label{{g.from, never}}
		return l
	}
	l.acts = make([]int32, 0, len(p.sources[goal]))
	for _, a := range p.sources[goal] {
		_, circular := slices.BinarySearch(p.acts[a].needs, g.from)
		if circular && g.asked == 1 {
			continue
		}
		l.acts = append(l.acts, a)
		if g.sources > 1 {
			l.coefs = append(l.coefs, 1)
			if int(a) >= p.courses {
				l.coefs[len(l.coefs)-1] = g.sources
			}
		}
	}
	if g.asked == 1 {
		l.zone = []label{{g.from, never}}
	}
	return l
}

// decision is what a node of the search has made of an action.
type decision uint8

const (
	undecided decision = iota
	taken
	dropped
)

// ruledOut is more than anything is worth.
const ruledOut = 1 << 62
