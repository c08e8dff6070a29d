package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// plan turns the chosen courses into steps, and says how good they are.
func (t *task) plan(ctx context.Context, s answer) *Plan {
	p, sched := t.taken(s)
	for i, d := range t.deeds(sched) {
		step := &p.Steps[i]
		step.Closes, step.Because = d.closes, t.because(d, sched, i)
	}
	t.openGates(p, sched)
	p.Lapses = t.lapses(sched)
	t.notYetShown(p, s)
	t.bind(ctx, p, s)
	return p
}

// taken is a plan by what its courses take, and when.
func (t *task) taken(s answer) (*Plan, schedule) {
	p := &Plan{
		Format: PlanFormat, Worker: t.report.Worker, Role: t.report.Role.ID,
		AssessFirst: []Assessment{}, Steps: []Step{}, Left: []Left{}, TaughtNotYetShown: []ksb.StatementID{},
		Start: t.options.Start, Proved: s.Proved,
	}
	sched := t.schedule(s.Items)
	p.Steps = make([]Step, 0, len(sched.runs))
	for _, r := range sched.runs {
		c := t.courses[r.course]
		p.Steps = append(p.Steps, Step{
			Course: c.ID, Title: c.Title, StartWeek: r.start.week, EndWeek: r.end.week, Begins: t.options.startDay(c, r.start.week), Opens: []ksb.GateID{},
		})
		p.CostPence, p.Minutes, p.Weeks = p.CostPence+t.pence[r.course], p.Minutes+c.Minutes, max(p.Weeks, r.end.week)
		p.FundedPence += c.pence - t.pence[r.course]
	}
	return p, sched
}

// bind states the bound in the unit of the question, and what proves it.
func (t *task) bind(ctx context.Context, p *Plan, s answer) {
	p.Proof = t.proof(ctx, s)
	if !t.limited() {
		pence := s.Bound / t.unit
		p.BoundPence = &pence
		return
	}
	share := t.share(t.leastLost(s))
	p.BoundShare = &share
}

// share is what part of the importance of all goals is closed if so much is lost.
func (t *task) share(lost int64) float64 {
	if total := sum(t.plain); total > 0 {
		return float64(total-lost) / float64(total)
	}
	return 1
}

// bill sums a plan up.
func (p *Plan) bill() Conditional {
	c := Conditional{CostPence: p.CostPence, FundedPence: p.FundedPence, Minutes: p.Minutes, Weeks: p.Weeks, Courses: []string{}}
	for _, s := range p.Steps {
		c.Courses = append(c.Courses, s.Course)
	}
	slices.Sort(c.Courses)
	return c
}

// deed is what a step does: the goals that it is the first to bring to their level, and
// what it supplies to later steps.
type deed struct {
	closes   []ksb.StatementID
	supplies []assess.Reason
}

func (t *task) deeds(s schedule) []deed {
	list := make([]deed, len(s.runs))
	for i := range list {
		list[i].closes = []ksb.StatementID{}
	}
	for g, f := range t.aims {
		if i, supplied := s.supplier[f]; supplied {
			list[i].closes = append(list[i].closes, t.goals[g].Statement)
		}
	}
	for k, later := range s.runs {
		for _, f := range t.buildsOn(later) {
			if i, supplied := s.supplier[f]; supplied && i < k {
				list[i].supplies = append(list[i].supplies, t.supplies(t.facts[f], t.courses[later.course].ID))
			}
		}
	}
	return list
}

// because says why step i is in the plan: the gaps that it closes, what it supplies to
// later steps, what it awards and what it takes.
func (t *task) because(d deed, s schedule, i int) (reasons []assess.Reason) {
	c := t.courses[s.runs[i].course]
	for _, id := range d.closes {
		reasons = append(reasons, reason(ClosesGap, level(c.teachesTo(id)), string(id)))
	}
	reasons = append(reasons, d.supplies...)
	for _, id := range c.Awards {
		reasons = append(reasons, reason(AwardsCredential, assess.Numbers{}, string(id)))
	}
	if c.Credits != nil {
		adds := assess.Numbers{{Name: "credits", Value: float64(c.Credits.Adds)}}
		reasons = append(reasons, reason(AddsCredits, adds, string(c.Credits.Of)))
	}
	if slices.Contains(t.options.With, c.ID) {
		reasons = append(reasons, assess.Reason{Code: AskedFor, Numbers: assess.Numbers{}, Refs: []string{}})
	}
	return append(reasons, assess.Reason{Code: Takes, Numbers: t.takes(s.runs[i].course), Refs: []string{}})
}

// takes are the time and the money that a course takes, by name.
func (t *task) takes(c int) (takes assess.Numbers) {
	if funded := t.courses[c].pence - t.pence[c]; funded > 0 {
		takes = append(takes, assess.Number{Name: "fundedPence", Value: float64(funded)})
	}
	return append(takes, assess.Number{Name: "minutes", Value: float64(t.courses[c].Minutes)}, assess.Number{Name: "pence", Value: float64(t.pence[c])})
}

// buildsOn are the facts that a run builds on.
func (t *task) buildsOn(r run) []int {
	facts := slices.Clone(t.needs[r.course])
	for _, l := range t.leases[r.course] {
		if t.over(r.course, l, r.start) {
			facts = append(facts, l.again)
		}
	}
	return facts
}

func (t *task) supplies(f fact, to string) assess.Reason {
	switch {
	case f.statement != "":
		return reason(SuppliesLevel, level(f.level), to, string(f.statement))
	case f.credential != "" || f.again != "":
		return reason(SuppliesCredential, assess.Numbers{}, to, f.ref())
	}
	return reason(ComesBefore, assess.Numbers{}, to)
}

func reason(code string, numbers assess.Numbers, refs ...string) assess.Reason {
	return assess.Reason{Code: code, Numbers: numbers, Refs: refs}
}

func level(l ksb.Level) assess.Numbers {
	return assess.Numbers{{Name: "level", Value: float64(l)}}
}

// teachesTo is the level to which a course teaches a statement; 0: not at all.
func (c *course) teachesTo(id ksb.StatementID) (most ksb.Level) {
	for _, a := range c.Teaches {
		if a.Statement == id {
			most = max(most, a.Level)
		}
	}
	return most
}

// notYetShown lists the closed goals that no course of the plan would settle by its own
// assessment.
func (t *task) notYetShown(p *Plan, s answer) {
	settled := t.settledBy(s.Items)
	open := make([]bool, len(t.goals)+len(t.forced))
	for _, i := range s.Open {
		open[i] = true
	}
	for i, g := range t.goals {
		if !open[i] && !settled[g] {
			p.TaughtNotYetShown = append(p.TaughtNotYetShown, g.Statement)
		}
	}
}

// settledBy are the goals that some of the chosen courses settle by their own assessment.
func (t *task) settledBy(chosen []int) map[*assess.Gap]bool {
	goals, settled := map[ksb.StatementID][]*assess.Gap{}, map[*assess.Gap]bool{}
	for _, g := range t.goals {
		goals[g.Statement] = append(goals[g.Statement], g)
	}
	for _, i := range chosen {
		c := t.courses[i]
		for _, a := range c.Teaches {
			for _, g := range goals[a.Statement] {
				to := c.teachesTo(g.Statement)
				settled[g] = settled[g] || to >= g.Level && c.AssessedBy != 0 && t.report.Settles(g, c.AssessedBy, float64(to))
			}
		}
	}
	return settled
}
