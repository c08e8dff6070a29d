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
	number  numbers
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
	spare   *clock       // see with
	warm    []int        // courses of a plan to begin with; nil: none is known
	rivals  [][]int      // by course: those that exclude it, or that it excludes; nil: not looked at yet
	days    bool         // some course can begin only in some weeks
	ended   func() bool  // asked in long loops
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
	ended := func() bool { return ctx.Err() != nil }
	if t := p.taskUnless(ended, r, o); t != nil {
		return t
	}
	return p.among(nil).cutShort(ended, r, o)
}

// cutShort is the task with few courses, which is made to the end even if it has ended before.
func (p *Planner) cutShort(ended func() bool, r *assess.Report, o Options) *task {
	t := p.task(r, o)
	t.ended = ended
	return t
}

// taskUnless is the task; nil: it ended before that was made.
func (p *Planner) taskUnless(ended func() bool, r *assess.Report, o Options) *task {
	o.Expires = o.expiring(r)
	t := &task{
		Planner: p, options: o, report: r, inForce: make([]bool, len(o.Expires)),
		alone: map[int]bool{}, number: p.numbers(), ended: ended,
	}
	for i := range r.Gaps {
		if isGoal(&r.Gaps[i], o.AssumeUnmet) {
			t.goals = append(t.goals, &r.Gaps[i])
		}
	}
	t.weigh()
	if !t.collectRungs() {
		return nil
	}
	for _, g := range t.goals {
		t.aims = append(t.aims, t.at(fact{statement: g.Statement, level: g.Level}))
	}
	if !t.offerAll() {
		return nil
	}
	for _, id := range o.With {
		t.forced = append(t.forced, t.at(fact{course: id}))
	}
	t.forced = distinct(t.forced)
	t.nothing = t.at(fact{})
	t.hold()
	if !t.index() {
		return nil
	}
	return t
}

// aWhile is how many courses are looked at between two questions whether the context has
// ended.
const aWhile = 256

// offerAll adds all courses; false: it ended.
func (t *task) offerAll() bool {
	n := len(t.courses)
	if t.needs, t.adds = make([][]int, 0, n), make([][]int, 0, n); t.ended() {
		return false
	}
	if t.leases, t.begins = make([][]lease, 0, n), make([][]int, 0, n); t.ended() {
		return false
	}
	if t.barred, t.pence = make([]BarReason, 0, n), make([]int64, 0, n); t.ended() {
		return false
	}
	t.facts = append(make([]fact, 0, n+4*len(t.number.ladders)), t.facts...)
	for i := range t.courses {
		if i%aWhile == 0 && t.ended() {
			return false
		}
		t.offer(i, t.courses[i])
	}
	return true
}

// offer adds a course, as far as the options allow it.
func (t *task) offer(i int, c *course) {
	why := t.options.bar(c)
	t.needs, t.adds, t.leases = append(t.needs, t.needsOf(c, why)), append(t.adds, t.addsOf(i, c)), append(t.leases, t.leasesOf(c))
	begins := t.options.begins(c)
	t.barred, t.begins, t.days = append(t.barred, why), append(t.begins, begins), t.days || begins != nil
	t.pence = append(t.pence, c.pence-t.options.Funding.pays(c))
}

// index tells by fact which courses add it, and which wait for it; false: it ended.
func (t *task) index() bool {
	t.givers = turned(t.ended, len(t.facts), t.adds)
	if t.needers = turned(t.ended, len(t.facts), t.needs); t.givers == nil || t.needers == nil {
		return false
	}
	for c, leases := range t.leases {
		for _, l := range leases {
			t.needers[l.again] = append(t.needers[l.again], c)
		}
	}
	t.spare = t.clock(0) // ahead of the end
	return true
}

// turned lists, for each of so many facts, the courses on whose list it is, ascending; nil: it
// ended.
func turned(ended func() bool, facts int, lists [][]int) [][]int {
	count, total := make([]int32, facts), 0
	for c, list := range lists {
		if total += len(list); c%(4*aWhile) == 0 && ended() {
			return nil
		}
		for _, f := range list {
			count[f]++
		}
	}
	by, room := make([][]int, facts), []int(nil)
	for f, n := range count {
		if f%(4*aWhile) == 0 && ended() {
			return nil
		}
		if cap(room)-len(room) < int(n) {
			room = make([]int, 0, min(total, 1<<16+int(n)))
		}
		by[f], room = room[len(room):len(room):len(room)+int(n)], room[:len(room)+int(n)]
	}
	for c, list := range lists {
		if c%(4*aWhile) == 0 && ended() {
			return nil
		}
		for _, f := range list {
			by[f] = append(by[f], c)
		}
	}
	return by
}

func (t *task) needsOf(c *course, why BarReason) []int {
	facts := t.number.scratch[:0]
	for _, a := range c.Requires {
		facts = append(facts, t.at(fact{statement: a.Statement, level: a.Level}))
	}
	for _, id := range c.Needs {
		facts = append(facts, t.at(fact{credential: id}))
	}
	for _, id := range c.After {
		facts = append(facts, t.at(fact{course: id}))
	}
	facts = distinct(facts)
	if why != "" {
		facts = append(facts, t.at(fact{allowed: c.ID}))
	}
	return t.number.keep(facts)
}

func (t *task) addsOf(i int, c *course) []int {
	facts := t.number.scratch[:0]
	for _, a := range c.Teaches {
		facts = t.upTo(facts, a.Statement, a.Level)
	}
	for _, id := range c.Awards {
		facts = append(facts, t.at(fact{credential: id}))
		if t.options.runsOut(id) >= 0 {
			facts = append(facts, t.at(fact{again: id}))
		}
	}
	return t.number.keep(distinct(append(facts, t.numbered(&t.number.taken[i], fact{course: c.ID}))))
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
		t.start = t.upTo(t.start, held.Statement, held.Level)
	}
	for _, id := range t.report.Held.Credentials {
		t.start = append(t.start, t.at(fact{credential: id}))
	}
	t.start = distinct(t.start)
}
