package pathway

import (
	"cmp"
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// task is one question: which courses close these goals. Facts are numbered; the
// courses are those of the planner, by the same numbers.
type task struct {
	*Planner
	options Options
	report  *assess.Report
	goals   []*assess.Gap // in the order of the report
	plain   []int64       // importance of goals, in parts of the unit
	weights []int64       // of goals: the same, with critical ones ahead of all others
	ahead   int64         // what a critical goal's weight is multiplied by
	parts   [2]int64      // what the weights of other and of critical goals were divided by
	facts   []fact
	number  map[fact]int
	rungs   map[ksb.StatementID][]ksb.Level // levels that anything asks for, ascending
	start   []int
	needs   [][]int // by course: facts
	adds    [][]int
	aims    []int        // by goal: its fact
	forced  []int        // facts: that the courses asked for are taken
	pence   []int64      // by course: what the employer pays
	begins  [][]int      // by course: the weeks in which it can begin; nil: any
	leases  [][]lease    // by course: the credentials that it needs and that run out
	inForce []bool       // by expiry: a course that begins after its last day waits for what awards it again
	barred  []BarReason  // by course
	givers  [][]int      // by fact: courses that add it
	needers [][]int      // by fact: courses that need it, or may have to wait for it
	open    []int        // goals that the best plan without limits leaves open; nil: not asked yet
	alone   map[int]bool // by goal: whether some plan closes it, as far as that was asked
	nothing int          // a fact that is never true
}

// fact is something that can be true of a person. At most one of the five names is
// given.
type fact struct {
	statement  ksb.StatementID
	level      ksb.Level // of the statement: this or above
	credential ksb.CredentialID
	again      ksb.CredentialID // a course has awarded it, whatever was held before
	course     string           // it has been taken
	allowed    string           // the question allows this course; never true of one that is barred
}

// ref is what reasons call the fact.
func (f fact) ref() string {
	return cmp.Or(string(f.statement), string(f.credential), string(f.again), f.course, f.allowed)
}

// isGoal tells whether a plan buys courses for a gap.
func isGoal(g *assess.Gap, assumeUnmet bool) bool {
	switch g.Action {
	case assess.Develop, assess.Renew:
		return true
	case assess.Assess, assess.Moderate:
		return assumeUnmet
	}
	return false
}

// task is a question as it is put to package solve.
func (p *Planner) task(r *assess.Report, o Options) *task {
	return p.taskUnless(func() bool { return false }, r, o)
}

// taskIn is the task; if the context ends before it is made, the same without courses.
func (p *Planner) taskIn(ctx context.Context, r *assess.Report, o Options) *task {
	if t := p.taskUnless(func() bool { return ctx.Err() != nil }, r, o); t != nil {
		return t
	}
	return newPlanner(nil, p.unit).task(r, o)
}

// taskUnless is the task; nil: it ended before that was made.
func (p *Planner) taskUnless(ended func() bool, r *assess.Report, o Options) *task {
	o.Expires = o.expiring(r)
	t := &task{
		Planner: p, options: o, report: r, inForce: make([]bool, len(o.Expires)),
		alone: map[int]bool{}, number: map[fact]int{}, rungs: map[ksb.StatementID][]ksb.Level{},
	}
	for i := range r.Gaps {
		if isGoal(&r.Gaps[i], o.AssumeUnmet) {
			t.goals = append(t.goals, &r.Gaps[i])
		}
	}
	t.weigh()
	if !t.collectRungs(ended) {
		return nil
	}
	for _, g := range t.goals {
		t.aims = append(t.aims, t.at(fact{statement: g.Statement, level: g.Level}))
	}
	for i := range t.courses {
		if i%aWhile == 0 && ended() {
			return nil
		}
		t.offer(&t.courses[i])
	}
	for _, id := range o.With {
		t.forced = append(t.forced, t.at(fact{course: id}))
	}
	t.forced = distinct(t.forced)
	t.nothing = t.at(fact{})
	t.hold()
	if !t.index(ended) {
		return nil
	}
	return t
}

// aWhile is how many courses are looked at between two questions whether the context has
// ended.
const aWhile = 256

// offer adds a course, as far as the options allow it.
func (t *task) offer(c *course) {
	why := t.options.bar(c)
	needs := t.needsOf(c)
	if why != "" {
		needs = append(needs, t.at(fact{allowed: c.ID}))
	}
	t.needs, t.adds, t.leases = append(t.needs, needs), append(t.adds, t.addsOf(c)), append(t.leases, t.leasesOf(c))
	t.barred, t.begins = append(t.barred, why), append(t.begins, t.options.begins(c))
	t.pence = append(t.pence, c.pence-t.options.Funding.pays(c))
}

// index tells by fact which courses add it, and which wait for it; false: it ended.
func (t *task) index(ended func() bool) bool {
	t.givers, t.needers = make([][]int, len(t.facts)), make([][]int, len(t.facts))
	for c := range t.courses {
		if c%aWhile == 0 && ended() {
			return false
		}
		for _, f := range t.adds[c] {
			t.givers[f] = append(t.givers[f], c)
		}
		for _, f := range t.needs[c] {
			t.needers[f] = append(t.needers[f], c)
		}
		for _, l := range t.leases[c] {
			t.needers[l.again] = append(t.needers[l.again], c)
		}
	}
	return true
}

// at numbers a fact.
func (t *task) at(f fact) int {
	n, known := t.number[f]
	if !known {
		n = len(t.facts)
		t.number[f] = n
		t.facts = append(t.facts, f)
	}
	return n
}

// collectRungs lists the levels that a goal or a course asks for; false: it ended.
func (t *task) collectRungs(ended func() bool) bool {
	for _, g := range t.goals {
		t.rungs[g.Statement] = append(t.rungs[g.Statement], g.Level)
	}
	for i := range t.courses {
		if i%aWhile == 0 && ended() {
			return false
		}
		for _, a := range t.courses[i].Requires {
			t.rungs[a.Statement] = append(t.rungs[a.Statement], a.Level)
		}
	}
	for id, levels := range t.rungs { // any order: each statement has its own place
		slices.Sort(levels)
		t.rungs[id] = slices.Compact(levels)
	}
	return true
}

func (t *task) needsOf(c *course) (facts []int) {
	for _, a := range c.Requires {
		facts = append(facts, t.at(fact{statement: a.Statement, level: a.Level}))
	}
	for _, id := range c.Needs {
		facts = append(facts, t.at(fact{credential: id}))
	}
	for _, id := range c.After {
		facts = append(facts, t.at(fact{course: id}))
	}
	return distinct(facts)
}

func (t *task) addsOf(c *course) (facts []int) {
	for _, a := range c.Teaches {
		facts = append(facts, t.upTo(a.Statement, a.Level)...)
	}
	for _, id := range c.Awards {
		facts = append(facts, t.at(fact{credential: id}))
		if t.options.runsOut(id) >= 0 {
			facts = append(facts, t.at(fact{again: id}))
		}
	}
	return distinct(append(facts, t.at(fact{course: c.ID})))
}

// upTo are the facts of a statement up to a level.
func (t *task) upTo(id ksb.StatementID, most ksb.Level) (facts []int) {
	for _, level := range t.rungs[id] {
		if level <= most {
			facts = append(facts, t.at(fact{statement: id, level: level}))
		}
	}
	return facts
}

func distinct(facts []int) []int {
	slices.Sort(facts)
	return slices.Compact(facts)
}

// hold lists what is true at the start. Of a goal no more is held than lies below its
// level: the status shown outranks the ledger.
func (t *task) hold() {
	below := map[ksb.StatementID]ksb.Level{}
	for _, g := range t.goals {
		below[g.Statement] = g.Level
	}
	for _, held := range t.report.Held.Levels {
		if level, isGoal := below[held.Statement]; isGoal {
			held.Level = min(held.Level, level-1)
		}
		t.start = append(t.start, t.upTo(held.Statement, held.Level)...)
	}
	for _, id := range t.report.Held.Credentials {
		t.start = append(t.start, t.at(fact{credential: id}))
	}
	t.start = distinct(t.start)
}
