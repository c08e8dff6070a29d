package solve

// table has a row for each landmark of a proof, derived from its zone, and the actions that a
// plan may hold, with the rows that each is in.
type table struct {
	rows    []row
	cells   []int32 // of one choice after the other: see choice
	choices []choice
	stack   []int32 // room: choices that were decided, in that order
}

// row is what is noted of a landmark.
type row struct {
	need int32 // what the counts of a plan add up to at least
	// delay is when, in the zone, an action (from 1) can begin; notEver: it cannot, or it has
	// entered. Of any other action it is 0.
	action, delay int32
}

// choice is an action that a plan may hold, or a waiver: action n+g is that of goal g, where n
// is the number of actions of the instance.
type choice struct {
	cost     int64
	left     int64 // what it is worth, less the prices of its rows, of the list at hand
	from, to int32 // the part of the cells: 2*row: it counts as often as the row needs; 2*row+1: it counts once
	action   int32
	state    int8 // 1 taken, -1 dropped
}

// zones begins the table of a proof: it notes the zones of the landmarks, at their facts. The
// actions are yet to enter.
func (v *verifier) zones(p *Proof) error {
	v.rows, v.choices, v.cells = make([]row, len(p.Landmarks)), v.choices[:0], v.cells[:0]
	for k := range p.Landmarks {
		if !v.zone(&p.Landmarks[k], int32(k)) {
			return faulty("landmark %d is none", k)
		}
	}
	return nil
}

// zone notes the labels of a landmark, and its goal, unless that is in the zone and never
// comes true: who makes it true then enters. False: that makes no sense.
func (v *verifier) zone(l *Landmark, row int32) bool {
	if uint(l.Goal) >= uint(len(v.goals.first)) || int(v.goals.first[l.Goal]) != l.Goal {
		return false
	}
	v.rows[row].need = v.goals.lacks[l.Goal]
	fact, within := v.in.Goals[l.Goal].Fact, false
	for _, z := range l.Zone {
		at, ok := v.at(z)
		if !ok {
			return false
		}
		v.facts.kind[z.Fact] |= isZoned
		v.add(&v.facts.zones[z.Fact], row, at)
		within = within || z.Fact == fact && at == notEver
	}
	if !within {
		v.facts.kind[fact] |= isSought
		v.add(&v.facts.zones[fact], ^row, 0)
	}
	return true
}

// fill makes the table of another proof.
func (v *verifier) fill(p *Proof) error {
	for f := range v.in.Facts {
		v.facts.kind[f] &^= isZoned | isSought
		v.facts.zones[f] = 0
	}
	if err := v.zones(p); err != nil {
		return err
	}
	for i := range v.in.Actions {
		if a := &v.in.Actions[i]; v.actions.fate[i] == 0 {
			needs, _ := v.kinds(a.Needs)
			v.enter(int32(i), a, needs)
		}
	}
	return nil
}

// enter makes an action a choice, and lists the rows that it is in: it counts as often as the
// goal needs sources where it enters the zone, and once where it closes the goal from outside.
// Nothing is listed twice. It returns all that is known of what the action adds; false: some of
// it does not exist.
func (v *verifier) enter(i int32, a *Action, needs int32) (adds int32, ok bool) {
	from, takes := int32(len(v.cells)), v.takes(a)
	if needs&isZoned != 0 {
		v.await(i, a)
	}
	zones := v.facts.zones
	kind := v.facts.kind[:len(zones)]
	for _, f := range a.Adds {
		if uint(f) >= uint(len(zones)) {
			return 0, false
		}
		adds |= kind[f]
		if k := zones[f]; k > 0 {
			v.reach(i, takes, k)
		}
	}
	if adds&isSought != 0 {
		v.source(i, a)
	}
	n := len(v.choices)
	v.choices = v.choices[:n+1] // there is room for all actions
	v.choices[n] = choice{cost: a.Cost, from: from, to: int32(len(v.cells)), action: i}
	return adds, true
}

// await notes when an action can begin in each zone that it needs something of.
func (v *verifier) await(i int32, a *Action) {
	for _, f := range a.Needs {
		for k := v.facts.zones[f]; k > 0; k = v.links[k].next {
			if l := &v.links[k]; l.of >= 0 {
				r := &v.rows[l.of]
				r.action, r.delay = i+1, max(r.begin(i), l.time)
			}
		}
	}
}

// begin is when an action can begin in the zone of a row.
func (r *row) begin(i int32) int32 {
	if r.action == i+1 {
		return r.delay
	}
	return 0
}

// reach lists the rows whose zone an action enters by one fact, from an entry of its list on.
func (v *verifier) reach(i, takes, k int32) {
	links, rows := v.links, v.rows
	for ; k > 0; k = links[k].next {
		l := &links[k]
		if l.of < 0 {
			continue
		}
		r := &rows[l.of]
		if end := r.begin(i) + takes; end <= v.deadline && end < l.time {
			r.action, r.delay = i+1, notEver
			v.cells = append(v.cells, 2*l.of)
		}
	}
}

// source lists the rows of goals that an action closes from outside the zone.
func (v *verifier) source(i int32, a *Action) {
	for _, f := range a.Adds {
		for k := v.facts.zones[f]; k > 0; k = v.links[k].next {
			of := ^v.links[k].of
			if of < 0 {
				continue
			}
			if r := &v.rows[of]; r.begin(i)+v.takes(a) <= v.deadline {
				r.action, r.delay = i+1, notEver
				v.cells = append(v.cells, 2*of+1)
			}
		}
	}
}

// waivers makes the waiver of each goal a choice: it is in all rows of the goal. With weights
// it costs that of the goal, and actions cost nothing.
func (v *verifier) waivers(p *Proof, weights []int64) {
	for i := range v.choices {
		if weights != nil {
			v.choices[i].cost = 0
		}
	}
	for g := range v.in.Goals {
		v.goals.rows[g] = 0
	}
	for k := range p.Landmarks {
		v.add(&v.goals.rows[p.Landmarks[k].Goal], int32(k), 0)
	}
	for g := range v.in.Goals {
		c := choice{from: int32(len(v.cells)), action: int32(len(v.in.Actions) + g)}
		if weights != nil {
			c.cost = weights[g]
		}
		for k := v.goals.rows[g]; k > 0; k = v.links[k].next {
			v.cells = append(v.cells, 2*v.links[k].of)
		}
		c.to = int32(len(v.cells))
		if int(v.goals.first[g]) == g {
			v.choices = append(v.choices, c)
		}
	}
}
