package solve

import "fmt"

// ErrCertificate is wrapped by what [Certificate.Check] finds.
const ErrCertificate Error = "certificate does not hold"

// Check goes through the certificate and tells what does not hold, nil if all does: the
// items are a plan within the limits that costs Value and loses Lost; every landmark is
// one; no prices are overcharged unaccounted; the cases leave nothing out; and in each of
// them the prices add up to what is proved. It shares no code with the search and knows
// nothing of it. The error wraps ErrCertificate, or is that of an instance that makes no
// sense.
//
// It reads the lists of the instance once, and once more for each proof beside that of the
// cost.
func (c *Certificate) Check(in *Instance) error {
	if err := in.checkFrame(); err != nil {
		return err
	}
	var v verifier
	v.begin(in, c)
	if err := v.survey(c); err != nil {
		return err
	}
	if err := v.removals(c.Removals); err != nil {
		return err
	}
	all, err := v.plan(c)
	if err != nil {
		return err
	}
	if all {
		return v.proves("cost", c.Cost, v.mandatory(), c.Value)
	}
	return v.weighs(c)
}

// weighs checks the proofs of a plan that leaves goals open that can be reached. That of the
// cost comes first, since its table is at hand.
func (v *verifier) weighs(c *Certificate) error {
	avoidable := c.Lost - v.unavoidable()
	if err := v.proves("cost", c.Cost, v.losing(avoidable), c.Value); err != nil {
		return err
	}
	if avoidable == 0 {
		if err := v.afresh("impossible", c.Impossible, v.mandatory(), v.cost+1); err != nil {
			return err
		}
	}
	return v.afresh("least", c.Least, v.weighing(), avoidable)
}

// verifier knows the facts of an instance that every proof stands on, and the table of the
// proof at hand.
type verifier struct {
	in       *Instance
	deadline int32 // without one 0, and no action takes time
	facts    factNotes
	actions  actionNotes
	goals    goalNotes
	links    []link  // the entries of all lists
	order    []int32 // the items, as they can be carried out
	lacks    []int32 // by item: facts that it needs and that are not true yet
	looks    int32   // so far
	several  bool    // some goal asks for several sources
	cost     int64   // of all actions
	time     int64   // of all actions
	used     []int64 // by resource: by all actions
	step     gauge   // of all costs
	table
}

// factNotes are what is noted of each fact.
type factNotes struct {
	kind    []int32
	seen    []int32 // the last look that met it
	soon    []int32 // with a deadline, if it isLate: when it comes true at the soonest
	zones   []int32 // its list of the rows whose zone it is in, and when it comes true; ^row: the row is of a goal that asks for it
	waits   []int32 // its list of the items that need it; before, the last goal, from 1, that asks for it and stands for others
	sources []int32 // how many items make it true
}

// What is known of a fact.
const (
	isHeld    = 1 << iota // it holds from the start
	isSeveral             // a goal asks for several sources of it
	isIdle                // no goal can come to need it
	isLate                // it comes true at a certain time at the soonest
	isZoned               // it is in a zone
	isSought              // a goal asks for it from outside of a zone
)

// actionNotes are what is noted of each action.
type actionNotes struct {
	fate   []int32 // why no plan, or none that is needed, holds it; 0: it may be in one
	seen   []int32 // the last look that met it
	rivals []int32 // its list of the actions that say that they exclude it
	group  []int32 // in the proof at hand, from 1; 0: none
}

// Why an action is left out.
const (
	cannot  = 1 << iota // it cannot be carried out, or not within the limits
	outdone             // another stands in for it
)

// goalNotes are what is noted of each goal.
type goalNotes struct {
	lacks []int32 // sources to be found
	first []int32 // the first goal that asks for the same; -1: it is closed or out of reach
	next  []int32 // the goal, from 1, before it that asks for the same fact and stands for others; 0: none
	rows  []int32 // its list of rows
}

// notEver is the time of what does not come true: later than any sum of times.
const notEver = MostTime + 1

// begin makes room, and notes what holds from the start. Most of the room is one piece.
func (v *verifier) begin(in *Instance, c *Certificate) {
	facts, actions, goals, items, rows := in.Facts, len(in.Actions), len(in.Goals), len(c.Items), 0
	if c.Cost != nil {
		rows = len(c.Cost.Landmarks)
	}
	v.in, v.used = in, make([]int64, len(in.Limits))
	v.links, v.choices = make([]link, 1, 8+actions/4+2*items+4*rows), make([]choice, 0, actions)
	room, timed := make([]int32, 6*facts+4*goals+2*items+8*actions), 0
	if in.Deadline != nil {
		v.deadline, timed = int32(min(*in.Deadline, MostTime)), facts
	}
	v.facts = factNotes{cut(&room, facts), cut(&room, facts), cut(&room, timed), cut(&room, facts), cut(&room, facts), cut(&room, facts)}
	v.goals = goalNotes{cut(&room, goals), cut(&room, goals), cut(&room, goals), cut(&room, goals)}
	v.order, v.lacks = cut(&room, items)[:0], cut(&room, items)
	v.actions = actionNotes{cut(&room, actions), cut(&room, actions), cut(&room, actions), cut(&room, actions)}
	v.stack, v.cells = cut(&room, actions)[:0], room[:0]
	for _, f := range in.Start {
		v.facts.kind[f] |= isHeld
	}
}

// link is an entry of a list: the position in links of the one before it, of what it speaks,
// and from when on. Position 0 is no entry.
type link struct{ next, of, time int32 }

// add puts an entry before a list.
func (v *verifier) add(list *int32, of, time int32) {
	v.links = append(v.links, link{*list, of, time})
	*list = int32(len(v.links) - 1)
}

// cut cuts so many entries off a room.
func cut[T any](room *[]T, n int) (part []T) {
	part, *room = (*room)[:n:n], (*room)[n:]
	return part
}

// takes is how long an action takes.
func (v *verifier) takes(a *Action) int32 {
	if v.in.Deadline == nil {
		return 0
	}
	return int32(a.Time)
}

// at is when a label says that its fact comes true; false: it makes no sense.
func (v *verifier) at(l Label) (at int32, ok bool) {
	if uint(l.Fact) >= uint(len(v.facts.kind)) || v.facts.kind[l.Fact]&isHeld != 0 || l.Time == 0 || l.Time > 0 && v.in.Deadline == nil {
		return 0, false
	}
	if l.Time < 0 || l.Time > int(v.deadline) {
		return notEver, true
	}
	return int32(l.Time), true
}

func faulty(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrCertificate, fmt.Sprintf(format, args...))
}
