package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// numbers are the numbers of the facts of a task, each kind of fact where it is found soonest.
type numbers struct {
	ladders map[ksb.StatementID]*ladder
	taken   []int         // by course: 1 more than the number of the fact that it has been taken; 0: it has none yet
	others  map[fact]*int // likewise, of all other facts
	scratch []int         // for the facts of one course
	room    []int         // for those of many
}

// ladder are the levels of a statement that anything asks for, ascending, and 1 more than the
// number of the fact of each; 0: it has none yet.
type ladder struct {
	levels []ksb.Level
	facts  []int
}

func (p *Planner) numbers() numbers {
	return numbers{ladders: map[ksb.StatementID]*ladder{}, taken: make([]int, len(p.courses)), others: map[fact]*int{}}
}

// ask notes that something asks for a statement at a level.
func (n *numbers) ask(id ksb.StatementID, level ksb.Level) {
	l := n.ladders[id]
	if l == nil {
		l = &ladder{}
		n.ladders[id] = l
	}
	if i, known := slices.BinarySearch(l.levels, level); !known {
		l.levels, l.facts = slices.Insert(l.levels, i, level), append(l.facts, 0)
	}
}

// keep copies the facts of a course into a room that many share.
func (n *numbers) keep(facts []int) []int {
	n.scratch = facts[:0]
	if cap(n.room)-len(n.room) < len(facts) {
		n.room = make([]int, 0, 4096+len(facts))
	}
	from := len(n.room)
	n.room = append(n.room, facts...)
	return n.room[from:len(n.room):len(n.room)]
}

// at numbers a fact.
func (t *task) at(f fact) int { return t.numbered(t.number.place(t.Planner, f), f) }

// numbered is the number of a fact, which has its place there.
func (t *task) numbered(place *int, f fact) int {
	if *place == 0 {
		t.facts = append(t.facts, f)
		*place = len(t.facts)
	}
	return *place - 1
}

// place is where the number of a fact is kept.
func (n *numbers) place(p *Planner, f fact) *int {
	switch {
	case f.statement != "":
		if l := n.ladders[f.statement]; l != nil {
			if i, known := slices.BinarySearch(l.levels, f.level); known {
				return &l.facts[i]
			}
		}
	case f.course != "":
		if c, usable := p.position(f.course); usable {
			return &n.taken[c]
		}
	}
	place := n.others[f]
	if place == nil {
		place = new(int)
		n.others[f] = place
	}
	return place
}

// upTo adds to a list the facts of a statement up to a level.
func (t *task) upTo(facts []int, id ksb.StatementID, most ksb.Level) []int {
	l := t.number.ladders[id]
	if l == nil {
		return facts
	}
	for i, level := range l.levels {
		if level <= most {
			facts = append(facts, t.numbered(&l.facts[i], fact{statement: id, level: level}))
		}
	}
	return facts
}

// collectRungs notes the levels that a goal or a course asks for; false: it ended.
func (t *task) collectRungs() bool {
	for _, g := range t.goals {
		t.number.ask(g.Statement, g.Level)
	}
	for i := range t.courses {
		if i%aWhile == 0 && t.ended() {
			return false
		}
		for _, a := range t.courses[i].Requires {
			t.number.ask(a.Statement, a.Level)
		}
	}
	return true
}
