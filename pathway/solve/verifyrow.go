package solve

import "math"

// table has a row for each landmark of a proof, derived from its zone, and for each action
// the rows that it is in.
type table struct {
	v      *verifier
	need   []int64 // by row: what the counts of a plan add up to at least
	cells  []int32 // of each action in turn, and then of each waiver, its rows; ^row: it counts only once there
	ends   []int32 // by action: where its cells begin, which is where those before end
	zones  chains  // by fact: the rows whose zone it is in, and when it comes true; see also the marks
	delays []delay // by row
}

// delay is when, in the zone of a landmark, an action can begin; notEver: it cannot, or it
// has entered.
type delay struct{ action, begin int32 }

// markLate is an entry of a fact that isLate; ^row is one of the fact of the goal of a row.
const markLate = math.MinInt32

// What an action turns out to add when its rows are looked for.
const (
	addsLate   uint8 = 1 << iota // a fact that isLate
	addsSource                   // the fact of a goal that it may close from outside of the zone
	addsStray                    // a fact that does not exist
)

// table notes the zones of the landmarks of a proof, at their facts, and what is said to be
// late. The actions are yet to enter.
func (v *verifier) table(p *Proof, late []Label) (*table, error) {
	n := len(v.in.Actions)
	clear(v.first)
	t := &table{v: v, need: make([]int64, len(p.Landmarks)), delays: make([]delay, len(p.Landmarks))}
	t.zones = chains{first: v.first, links: make([]link, 1, 1+3*len(p.Landmarks)+len(late))}
	ints := make([]int32, 4*n+len(v.in.Goals)+1)
	t.ends, t.cells = cut(&ints, n+len(v.in.Goals)+1)[:1], ints[:0]
	for _, l := range late {
		t.zones.add(l.Fact, markLate, 0)
	}
	for k := range p.Landmarks {
		if !t.zone(&p.Landmarks[k], int32(k)) {
			return nil, faulty("landmark %d is none", k)
		}
	}
	return t, nil
}

// zone notes the labels of a landmark, and its goal, unless that is in the zone and never
// comes true: who makes it true then enters. False: that makes no sense.
func (t *table) zone(l *Landmark, row int32) bool {
	v := t.v
	if l.Goal < 0 || l.Goal >= len(v.in.Goals) || v.goals[l.Goal] != l.Goal {
		return false
	}
	t.need[row] = int64(v.lacks[l.Goal])
	fact, within := v.in.Goals[l.Goal].Fact, false
	for _, z := range l.Zone {
		at, ok := v.time(z)
		if !ok {
			return false
		}
		t.zones.add(z.Fact, row, at)
		within = within || z.Fact == fact && at == notEver
	}
	if !within {
		t.zones.add(fact, ^row, 0)
	}
	return true
}

// fill lets all actions enter that are not left out.
func (t *table) fill() {
	for i := range t.v.in.Actions {
		if t.v.fate[i] == 0 {
			t.enter(int32(i), &t.v.in.Actions[i])
		}
		t.end()
	}
}

// end ends the list of an action.
func (t *table) end() { t.ends = append(t.ends, int32(len(t.cells))) }

// enter lists the rows that an action is in: it counts as often as the goal needs sources
// where it enters the zone, and once where it closes the goal from outside. Nothing is
// listed twice. It returns what else there is to the action.
func (t *table) enter(i int32, a *Action) (found uint8) {
	first, links := t.zones.first, t.zones.links
	for _, f := range a.Needs {
		for k := first[f]; k > 0; k = links[k].next {
			if l := &links[k]; l.of >= 0 {
				t.delays[l.of] = delay{i + 1, max(t.begin(l.of, i), l.time)}
			}
		}
	}
	for _, f := range a.Adds {
		if uint(f) >= uint(len(first)) {
			return addsStray
		}
		if k := first[f]; k > 0 {
			found |= t.reach(i, a, k)
		}
	}
	if found&addsSource != 0 {
		t.source(i, a)
	}
	return found
}

// reach lists the rows of the zones that an action enters by one fact, from an entry of its
// list on.
func (t *table) reach(i int32, a *Action, k int32) (found uint8) {
	takes := t.v.takes(a)
	for ; k > 0; k = t.zones.links[k].next {
		switch l := t.zones.links[k]; {
		case l.of == markLate:
			found |= addsLate
		case l.of < 0:
			found |= addsSource
		default:
			if end := t.begin(l.of, i) + takes; end <= t.v.deadline && end < l.time {
				t.delays[l.of] = delay{i + 1, notEver}
				t.cells = append(t.cells, l.of)
			}
		}
	}
	return found
}

// source lists the rows of goals that an action closes from outside the zone.
func (t *table) source(i int32, a *Action) {
	for _, f := range a.Adds {
		for k := t.zones.first[f]; k > 0; k = t.zones.links[k].next {
			if row := ^t.zones.links[k].of; row >= 0 && row != ^markLate && t.begin(row, i)+t.v.takes(a) <= t.v.deadline {
				t.delays[row] = delay{i + 1, notEver}
				t.cells = append(t.cells, ^row)
			}
		}
	}
}

func (t *table) begin(row, action int32) int32 {
	if d := t.delays[row]; d.action == action+1 {
		return d.begin
	}
	return 0
}

// waivers lists the rows that the waiver of each goal is in: those of the goal.
func (t *table) waivers(p *Proof) {
	of := chains{first: make([]int32, len(t.v.in.Goals)), links: make([]link, 1, 1+len(p.Landmarks))}
	for k := range p.Landmarks {
		of.add(p.Landmarks[k].Goal, int32(k), 0)
	}
	for _, k := range of.first {
		for ; k > 0; k = of.links[k].next {
			t.cells = append(t.cells, of.links[k].of)
		}
		t.end()
	}
}
