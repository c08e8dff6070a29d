package pathway

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Traveller is one who stands somewhere on the map: a person, or somebody of whom no more
// is known than the role. It remembers what it has worked out, and is for one goroutine
// at a time.
type Traveller struct {
	atlas   *Atlas
	engine  *assess.Engine
	profile *assess.Profile
	worker  string
	in      ksb.RoleID  // "": nowhere
	has     []ksb.Level // by class of statements: what the role asks for, of one known by it; nil: a person
	reports map[ksb.RoleID]*assess.Report
}

// Person puts a person on the map. in is the role that the person holds; "": none, and a
// route then begins with those where careers begin, and with any role of which the
// evidence covers as much as makes a computed link, unless a gate of entry is shut or one
// of registration is not open. The errors wrap
// [ksb.ErrUnknownRole] and [assess.ErrOtherEngine]; the engine rests on the Index of the
// map.
func (a *Atlas) Person(e *assess.Engine, p *assess.Profile, in ksb.RoleID) (*Traveller, error) {
	t := &Traveller{atlas: a, engine: e, profile: p, in: in, reports: map[ksb.RoleID]*assess.Report{}}
	if _, known := a.node(in); in != "" && !known {
		return nil, fmt.Errorf("person in a role: %w: %q", ksb.ErrUnknownRole, in)
	}
	if len(a.briefs) == 0 {
		return t, nil
	}
	r, err := t.report(a.briefs[0].Role.ID)
	if err != nil {
		return nil, err
	}
	t.worker = r.Worker
	return t, nil
}

// Holder puts somebody on the map who can do all that a role asks for, and of whom
// nothing else is known: what other roles ask is then taken to be unmet. Statements that
// count as the same (see [Atlas]) carry over. The error wraps [ksb.ErrUnknownRole].
func (a *Atlas) Holder(role ksb.RoleID) (*Traveller, error) {
	at, known := a.nodes[role]
	if !known {
		return nil, fmt.Errorf("holder of a role: %w: %q", ksb.ErrUnknownRole, role)
	}
	e, err := assess.New(a.ix, assess.DefaultPolicy())
	if err != nil {
		return nil, err
	}
	t := &Traveller{atlas: a, engine: e, profile: e.Profile(assess.Worker{}, 0), in: role, has: make([]ksb.Level, a.ix.Statements()), reports: map[ksb.RoleID]*assess.Report{}}
	for _, n := range a.briefs[at].Needs {
		class := a.cover.class[n.Statement]
		t.has[class] = max(t.has[class], n.Level)
	}
	return t, nil
}

// report is where the traveller stands against a role.
func (t *Traveller) report(role ksb.RoleID) (*assess.Report, error) {
	if r, known := t.reports[role]; known {
		return r, nil
	}
	r, err := t.engine.Assess(t.profile, role)
	if err != nil {
		return nil, err
	}
	t.grant(r)
	t.reports[role] = r
	return r, nil
}

// grant closes the gaps of one who is known by a role, as far as that role goes.
func (t *Traveller) grant(r *assess.Report) {
	if t.has == nil {
		return
	}
	for i := range r.Gaps {
		g := &r.Gaps[i]
		if n, _ := t.atlas.ix.NumberOf(g.Statement); t.has[t.atlas.cover.class[n]] >= g.Level {
			g.Status, g.Action = assess.Met, assess.None
		}
	}
	for n := range int32(t.atlas.ix.Statements()) {
		level := min(t.has[t.atlas.cover.class[n]], t.atlas.ix.ScaleAt(n).Top())
		if level > 0 {
			r.Held.Levels = append(r.Held.Levels, assess.HeldLevel{Statement: t.atlas.ix.StatementAt(n).ID, Level: level})
		}
	}
}

// assume tells whether what nobody has looked at is to be closed.
func (t *Traveller) assume(o RouteOptions) bool { return o.AssumeUnmet || t.has != nil }

// goals are the gaps of a report that courses are to close, by statement.
func (t *Traveller) goals(r *assess.Report, assumeUnmet bool) (goals []goal) {
	for i := range r.Gaps {
		if g := &r.Gaps[i]; toClose(g.Action, assumeUnmet) {
			n, _ := t.atlas.ix.NumberOf(g.Statement)
			goals = append(goals, goal{n, g.Level})
		}
	}
	slices.SortFunc(goals, goal.compare)
	return goals
}

// toClose tells whether a plan buys courses for a gap.
func toClose(a assess.Action, assumeUnmet bool) bool {
	switch a {
	case assess.Develop, assess.Renew:
		return true
	case assess.Assess, assess.Moderate:
		return assumeUnmet
	}
	return false
}

// open are the statements of a report with anything to do, by number.
func (t *Traveller) open(r *assess.Report) (open []int32) {
	for i := range r.Gaps {
		if r.Gaps[i].Action != assess.None {
			n, _ := t.atlas.ix.NumberOf(r.Gaps[i].Statement)
			open = append(open, n)
		}
	}
	slices.Sort(open)
	return open
}

// grips are the knowledge and skills that the traveller holds.
func (t *Traveller) grips(held assess.Held) []grip {
	var list []grip
	for _, h := range held.Levels {
		n, known := t.atlas.ix.NumberOf(h.Statement)
		if known && t.atlas.ix.StatementAt(n).Kind != ksb.Behaviour {
			list = append(list, grip{t.atlas.cover.class[n], h.Level, t.atlas.cover.top(n)})
		}
	}
	return strongest(list)
}

// starts tells which roles can be the first of a route to a target, and why: nil for a
// traveller who holds a role.
func (t *Traveller) starts(target int32) (map[int32]Start, error) {
	a := t.atlas
	if t.in != "" {
		return nil, nil
	}
	r, err := t.report(a.briefs[target].Role.ID)
	if err != nil {
		return nil, err
	}
	grips, starts := t.grips(r.Held), map[int32]Start{}
	for _, i := range a.entries {
		starts[i] = StartEntry
	}
	for i := range a.briefs {
		if a.least[i] > 1 || a.briefs[i].OptionOf != "" || !a.reaches(a.cover.of(grips, &a.briefs[i], int32(i)), int32(i)) {
			continue
		}
		if r, err = t.report(a.briefs[i].Role.ID); err != nil {
			return nil, err
		}
		if mayBegin(r) {
			starts[int32(i)] = StartCovered
		}
	}
	if len(starts) == 0 {
		starts[target] = StartTarget
	}
	return starts, nil
}

// mayBegin tells whether no gate is known to keep a person from beginning in a role: none
// of entry is shut, and none of registration is shut or not known to be open.
func mayBegin(r *assess.Report) bool {
	return !slices.ContainsFunc(r.Gates, func(g assess.GateResult) bool {
		return g.Phase == ksb.Entry && g.State == assess.GateNotMet || g.Phase == ksb.Registration && g.State != assess.GateMet
	})
}
