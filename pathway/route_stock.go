package pathway

import (
	"context"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// stock is a catalogue in small integers, for one person: made once, and asked about many
// sets of goals. Facts are credentials, courses that others come after, and levels that
// courses ask for; a question adds the levels of its goals.
type stock struct {
	ix        *ksb.Index
	courses   []*course
	teachers  [][]teaching // by statement number
	held      []ksb.Level  // by statement number: what the evidence shows
	rungs     map[goal]int // facts that are levels
	start     []int        // facts that hold, but for levels
	actions   []solve.Action
	givers    [][]int // by fact: courses
	facts     int
	unit      int64
	excluding bool // some course excludes another

	dear, soon []int64 // by course: the least pence, and weeks, by which it can have been taken
}

// goal is a level of a statement that is to be reached.
type goal struct {
	statement int32
	level     ksb.Level
}

func (g goal) compare(h goal) int {
	if g.statement != h.statement {
		return int(g.statement) - int(h.statement)
	}
	return int(g.level) - int(h.level)
}

// teaching is a course, by number, and the level to which it teaches.
type teaching struct {
	course int
	level  ksb.Level
}

// unreached is a cost or time at which nothing arrives.
const unreached = math.MaxInt64 / 4

func newStock(ix *ksb.Index, p *Planner, held assess.Held, setting string) *stock {
	s := &stock{ix: ix, teachers: make([][]teaching, ix.Statements()), held: make([]ksb.Level, ix.Statements()), rungs: map[goal]int{}, unit: 1}
	for _, c := range p.courses {
		if setting == "" || len(c.Settings) == 0 || slices.Contains(c.Settings, setting) {
			s.courses = append(s.courses, c)
		}
	}
	for _, h := range held.Levels {
		if n, known := ix.NumberOf(h.Statement); known {
			s.held[n] = max(s.held[n], h.Level)
		}
	}
	n := numbering{stock: s, named: map[string]int{}}
	for _, id := range held.Credentials {
		s.start = append(s.start, n.at("credential "+string(id)))
	}
	n.readNeeds()
	n.readAdds()
	s.givers = make([][]int, s.facts)
	for i := range s.actions {
		for _, f := range s.actions[i].Adds {
			s.givers[f] = append(s.givers[f], i)
		}
	}
	s.foresee()
	return s
}

// numbering gives numbers to the facts of a stock.
type numbering struct {
	*stock
	named map[string]int
	place map[string]int // courses by ID
}

func (n *numbering) at(name string) int {
	f, known := n.named[name]
	if !known {
		f = n.facts
		n.named[name] = f
		n.facts++
	}
	return f
}

func (n *numbering) readNeeds() {
	n.place = map[string]int{}
	for i := range n.courses {
		n.place[n.courses[i].ID] = i
	}
	for i := range n.courses {
		c := n.courses[i]
		a := solve.Action{Time: c.Weeks}
		for _, r := range c.Requires {
			a.Needs = append(a.Needs, n.rung(r))
		}
		for _, id := range c.Needs {
			a.Needs = append(a.Needs, n.at("credential "+string(id)))
		}
		for _, id := range c.After {
			a.Needs = append(a.Needs, n.at("course "+id))
		}
		for _, id := range c.Excludes {
			if at, usable := n.place[id]; usable {
				a.Excludes = append(a.Excludes, at)
				n.excluding = true
			}
		}
		n.actions = append(n.actions, a)
		n.unit += c.Minutes
	}
}

func (n *numbering) rung(a Attainment) int {
	number, _ := n.ix.NumberOf(a.Statement)
	g := goal{number, a.Level}
	f, known := n.rungs[g]
	if !known {
		f = n.facts
		n.rungs[g] = f
		n.facts++
	}
	return f
}

func (n *numbering) readAdds() {
	asked := n.rungsOf()
	for i := range n.courses {
		c, a := n.courses[i], &n.actions[i]
		a.Cost = c.pence*n.unit + c.Minutes
		for _, t := range c.Teaches {
			number, _ := n.ix.NumberOf(t.Statement)
			n.teachers[number] = append(n.teachers[number], teaching{i, t.Level})
			for _, g := range asked[number] {
				if g.level <= t.Level {
					a.Adds = append(a.Adds, n.rungs[g])
				}
			}
		}
		for _, id := range c.Awards {
			a.Adds = append(a.Adds, n.at("credential "+string(id)))
		}
		if f, waited := n.named["course "+c.ID]; waited {
			a.Adds = append(a.Adds, f)
		}
	}
}

func (s *stock) rungsOf() map[int32][]goal {
	by := map[int32][]goal{}
	for g := range s.rungs { // any order: facts are sets
		by[g.statement] = append(by[g.statement], g)
	}
	return by
}

// bundle is the best set of courses for a set of goals.
type bundle struct {
	items          []int // courses, ascending
	left           int   // goals that stay open
	pence, minutes int64
	bound          int64 // pence
	proved         bool
}

// best finds the cheapest courses that close the goals, or as many of them as can be.
func (s *stock) best(ctx context.Context, goals []goal) (bundle, error) {
	may := s.helpful(goals)
	in := s.instance(goals, goals, may, nil)
	solved, err := solve.Exact(ctx, in)
	b := bundle{left: len(goals) - len(in.Goals) + len(solved.Open), bound: solved.Bound / s.unit, proved: solved.Proved}
	for _, at := range solved.Items {
		i := may[at]
		b.items = append(b.items, i)
		b.pence += s.courses[i].pence
		b.minutes += s.courses[i].Minutes
	}
	return b, err
}

// helpful are the courses that teach a goal, or supply what such a course builds on, and
// so on: no other is of any use.
func (s *stock) helpful(goals []goal) (may []int) {
	helps := make([]bool, len(s.courses))
	add := func(c int) {
		if !helps[c] {
			helps[c] = true
			may = append(may, c)
		}
	}
	for _, g := range goals {
		for _, t := range s.teachers[g.statement] {
			if t.level >= g.level {
				add(t.course)
			}
		}
	}
	for i := 0; i < len(may); i++ {
		for _, f := range s.actions[may[i]].Needs {
			for _, c := range s.givers[f] {
				add(c)
			}
		}
	}
	slices.Sort(may)
	return may
}

// instance is the question which of some courses close some goals, once those of done
// have been taken. Of a statement with a goal among shut nothing at its level or above is
// held, whatever the evidence makes of it. Goals that none of the courses teaches are
// left out; action i is the course may[i].
func (s *stock) instance(goals, shut []goal, may, done []int) *solve.Instance {
	in := &solve.Instance{Facts: s.facts, Start: slices.Clone(s.start)}
	at := make([]int, len(s.courses)) // by course: the action and 1
	for i, c := range may {
		at[c] = i + 1
	}
	for _, c := range may {
		a := s.actions[c]
		a.Adds, a.Excludes = slices.Clip(a.Adds), nil
		for _, other := range s.actions[c].Excludes {
			if at[other] > 0 {
				a.Excludes = append(a.Excludes, at[other]-1)
			}
		}
		in.Actions = append(in.Actions, a)
	}
	for _, c := range done {
		in.Start = append(in.Start, s.actions[c].Adds...)
	}
	lid := map[int32]ksb.Level{}
	for _, g := range shut {
		if least, known := lid[g.statement]; !known || g.level < least {
			lid[g.statement] = g.level
		}
	}
	for g, f := range s.rungs { // any order: facts are sets
		if least, known := lid[g.statement]; s.held[g.statement] >= g.level && (!known || g.level < least) {
			in.Start = append(in.Start, f)
		}
	}
	for _, g := range goals {
		s.aim(in, g, at)
	}
	slices.Sort(in.Start)
	in.Start = slices.Compact(in.Start)
	return in
}

// aim adds a goal that some course teaches.
func (s *stock) aim(in *solve.Instance, g goal, at []int) {
	f, known := s.rungs[g]
	taught := false
	for _, t := range s.teachers[g.statement] {
		if at[t.course] == 0 || t.level < g.level {
			continue
		}
		if taught = true; !known {
			a := &in.Actions[at[t.course]-1]
			a.Adds = append(a.Adds, in.Facts)
		}
	}
	if !taught {
		return
	}
	if !known {
		f = in.Facts
		in.Facts++
	}
	in.Goals = append(in.Goals, solve.Goal{Fact: f, Weight: 1})
}
