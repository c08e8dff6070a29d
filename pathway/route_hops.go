package pathway

import (
	"context"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// route writes a finished trail out.
func (q *quest) route(ctx context.Context, t *trail) (Route, error) {
	parts, err := q.parts(ctx, t)
	if err != nil {
		return Route{}, fmt.Errorf("routes: %w", err)
	}
	r := Route{Hops: []Hop{}, Asked: int(t.score.asked), Proved: t.bundle.proved, BoundPence: t.bundle.bound}
	w := &walker{quest: q, shut: t.goals, before: q.from, asked: map[int32]ksb.Level{}, looked: map[int32]bool{}, counted: map[goal]bool{}}
	w.begin()
	for i, role := range t.roles {
		hop, err := w.step(ctx, role, parts[i])
		if err != nil {
			return Route{}, fmt.Errorf("routes: %w", err)
		}
		r.Hops = append(r.Hops, hop)
	}
	r.Totals = w.total
	return r, nil
}

// walker goes along a route, role by role.
type walker struct {
	*quest
	shut    []goal              // of all roles of the route
	before  int32               // the role before; -1: none
	asked   map[int32]ksb.Level // by class of statements: what roles so far ask for
	looked  map[int32]bool      // by statement: it has been named as something to assess
	done    []int               // courses
	counted map[goal]bool       // gaps that stay open
	total   Totals
}

// begin: what the role that a person holds asks for is nothing new.
func (w *walker) begin() {
	if w.in != "" {
		w.ask(w.atlas.nodes[w.in])
	}
}

// ask notes what a role asks for.
func (w *walker) ask(at int32) {
	for _, n := range w.atlas.briefs[at].Needs {
		class := w.atlas.cover.class[n.Statement]
		w.asked[class] = max(w.asked[class], n.Level)
	}
}

func (w *walker) step(ctx context.Context, role int32, part []int) (Hop, error) {
	r, err := w.report(w.id(role))
	if err != nil {
		return Hop{}, err
	}
	hop := Hop{RoleLabel: w.atlas.label(w.id(role)), Start: w.starts[role], Links: []Link{}, Gates: slices.Clone(r.Gates), AssessFirst: []Assessment{}}
	if w.before >= 0 {
		hop.Start = ""
	}
	w.lead(&hop, r, role)
	w.sortOut(&hop, r)
	if err := w.train(ctx, &hop, r, part); err != nil {
		return hop, err
	}
	w.total = Totals{w.total.CostPence + hop.CostPence, w.total.Minutes + hop.Minutes, w.total.Weeks + hop.Weeks, w.total.Left}
	w.before = role
	w.ask(w.atlas.nodes[w.id(role)])
	w.leave(&hop, r)
	hop.Total = w.total
	return hop, nil
}

// lead says why the map leads to the role.
func (w *walker) lead(hop *Hop, r *assess.Report, role int32) {
	if w.before < 0 {
		at := w.atlas.nodes[hop.Role]
		hop.Cover = w.atlas.cover.of(w.grips(r.Held), &w.atlas.briefs[at], at)
		return
	}
	for _, l := range w.atlas.leaving(w.before) {
		if w.atlas.nodes[l.To] == role && (l.Kind == PublishedLink || !w.o.PublishedOnly) {
			hop.Links = append(hop.Links, l)
		}
	}
	hop.Cover = w.atlas.Cover(w.id(w.before), hop.Role)
}

// sortOut tells what carries over from what is newly asked, in the order of the codes.
func (w *walker) sortOut(hop *Hop, r *assess.Report) {
	hop.Shown, hop.Built, hop.New = []Asked{}, []Asked{}, []Asked{}
	gaps := slices.Clone(r.Gaps)
	slices.SortFunc(gaps, func(a, b assess.Gap) int { return compareAsked(a.Code, a.Statement, b.Code, b.Statement) })
	for i := range gaps {
		g := &gaps[i]
		n, _ := w.atlas.ix.NumberOf(g.Statement)
		asked := Asked{g.Statement, g.Code, g.Text, g.Level, g.Critical, g.Action}
		switch {
		case g.Status == assess.NotApplicable:
			continue
		case g.Action == assess.None:
			hop.Shown = append(hop.Shown, asked)
		case w.asked[w.atlas.cover.class[n]] >= g.Level:
			hop.Built = append(hop.Built, asked)
		default:
			hop.New = append(hop.New, asked)
		}
		if look := g.Action == assess.Assess || g.Action == assess.Moderate; look && !w.o.AssumeUnmet && !w.looked[n] {
			w.looked[n] = true
			hop.AssessFirst = append(hop.AssessFirst, Assessment{Statement: g.Statement, Action: g.Action})
		}
	}
}

func compareAsked(code string, id ksb.StatementID, otherCode string, other ksb.StatementID) int {
	if c := ksb.CompareCodes(code, otherCode); c != 0 {
		return c
	}
	return ksb.CompareCodes(string(id), string(other))
}

// train plans the courses of the hop, with what has been learned on the way.
func (w *walker) train(ctx context.Context, hop *Hop, r *assess.Report, part []int) error {
	p, problems := NewPlanner(w.atlas.ix, Catalogue{Courses: w.offered(part)})
	if err := problems.Err(); err != nil {
		return err
	}
	plan, err := p.Plan(ctx, w.onTheWay(r), Options{AssumeUnmet: w.o.AssumeUnmet})
	if err != nil {
		return err
	}
	hop.Steps, hop.CostPence, hop.Minutes, hop.Weeks = plan.Steps, plan.CostPence, plan.Minutes, plan.Weeks
	w.done = append(w.done, part...)
	return nil
}

// offered are courses as they stand once others have been taken.
func (w *walker) offered(part []int) (courses []Course) {
	for _, i := range part {
		c := w.courses[i].Course
		c.Excludes = nil
		c.After = slices.DeleteFunc(slices.Clone(c.After), func(id string) bool {
			return slices.ContainsFunc(w.done, func(j int) bool { return w.courses[j].ID == id })
		})
		courses = append(courses, c)
	}
	return courses
}

// onTheWay is a report as it stands once the courses so far have been taken.
func (w *walker) onTheWay(r *assess.Report) *assess.Report {
	now := *r
	now.Gaps = slices.Clone(r.Gaps)
	for i := range now.Gaps {
		g := &now.Gaps[i]
		if n, _ := w.atlas.ix.NumberOf(g.Statement); w.teaches(w.done, goal{n, g.Level}) {
			g.Action = assess.None
		}
	}
	now.Held = assess.Held{Credentials: slices.Clone(r.Held.Credentials)}
	for n := range w.held {
		level := w.held[n]
		for _, g := range w.shut {
			if int(g.statement) == n {
				level = min(level, g.level-1)
			}
		}
		if level = max(level, w.taught(w.done, int32(n))); level > 0 {
			now.Held.Levels = append(now.Held.Levels, assess.HeldLevel{Statement: w.atlas.ix.StatementAt(int32(n)).ID, Level: level})
		}
	}
	for _, c := range w.done {
		now.Held.Credentials = append(now.Held.Credentials, w.courses[c].Awards...)
	}
	return &now
}

// leave lists the gaps of the role that no course so far closes.
func (w *walker) leave(hop *Hop, r *assess.Report) {
	hop.Left = []Left{}
	for i := range r.Gaps {
		g := &r.Gaps[i]
		n, _ := w.atlas.ix.NumberOf(g.Statement)
		if !toClose(g.Action, w.o.AssumeUnmet) || w.teaches(w.done, goal{n, g.Level}) {
			continue
		}
		left := Left{Statement: g.Statement, Reason: NoCourse, Refs: []string{}}
		if slices.ContainsFunc(w.teachers[n], func(t teaching) bool { return t.level >= g.Level }) {
			left.Reason = Blocked
		}
		hop.Left = append(hop.Left, left)
		w.total.Left += w.first(n, g.Level)
	}
}

// first is 1 for a level of a statement that no role before asks for, else 0: a gap that
// two roles have is one.
func (w *walker) first(n int32, level ksb.Level) int {
	g := goal{n, level}
	if w.counted[g] {
		return 0
	}
	w.counted[g] = true
	return 1
}

// label is what a reader needs to know of a role.
func (a *Atlas) label(id ksb.RoleID) RoleLabel {
	r := a.briefs[a.nodes[id]].Role
	return RoleLabel{Role: id, Title: r.Title, Qual: r.Qual, Band: r.Band, Regulator: r.Facts.Regulator}
}
