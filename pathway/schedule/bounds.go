package schedule

// atom is a bound on the start of an activity: at least a week, or at most. The weeks are
// those of the model.
type atom struct {
	act  int32
	week int32
	up   bool // at least; else at most
}

// not is what holds if an atom does not.
func (d *domains) not(a atom) atom {
	if a.up {
		return atom{a.act, d.prev(a.act, a.week-1), false}
	}
	return atom{a.act, d.next(a.act, a.week+1), true}
}

// step is a bound that was moved, and why.
type step struct {
	atom
	old   int32
	last  int32 // the step that moved the same bound before; -1: none
	level int32
	from  int32 // why: the atoms of the arena from here
	to    int32
}

// domains are the first and last starts that are still possible, with the steps by which
// they came about.
type domains struct {
	m       *model
	bounds  [2][]int32 // last starts, first starts; by activity
	latest  [2][]int32 // by activity: the last step of the bound
	nexts   [][]int32  // by activity and week: the first allowed week from it; the one after the last: none
	prevs   [][]int32
	trail   []step
	levels  []int32 // by level: the length of the trail when it began
	arena   []atom  // reasons
	broken  []atom  // atoms that hold and cannot hold together
	failing bool    // some activity has no start from the outset
}

// noWeek comes after all weeks.
const noWeek = int32(1 << 29)

// side numbers the two kinds of bounds.
func side(up bool) int {
	if up {
		return 1
	}
	return 0
}

// newDomains are those of a schedule that ends within so many weeks.
func newDomains(m *model, end int) *domains {
	d, early, late := &domains{m: m}, m.heads(), m.latest(end)
	for i := range m.acts {
		d.nexts, d.prevs = append(d.nexts, m.acts[i].nextWeeks()), append(d.prevs, m.acts[i].prevWeeks())
		d.bounds[0], d.bounds[1] = append(d.bounds[0], int32(late[i])), append(d.bounds[1], int32(early[i]))
		d.latest[0], d.latest[1] = append(d.latest[0], -1), append(d.latest[1], -1)
		d.failing = d.failing || late[i] < early[i]
	}
	return d
}

// nextWeeks are, by week, the first allowed one from it; prevWeeks the last one up to it.
func (a *act) nextWeeks() []int32 {
	list := make([]int32, len(a.allowed)+1)
	list[len(a.allowed)] = noWeek
	for w := len(a.allowed) - 1; w >= 0; w-- {
		if list[w] = list[w+1]; a.allowed[w] {
			list[w] = int32(w)
		}
	}
	return list
}

func (a *act) prevWeeks() []int32 {
	list := make([]int32, len(a.allowed))
	last := int32(-1)
	for w := range list {
		if a.allowed[w] {
			last = int32(w)
		}
		list[w] = last
	}
	return list
}

// next and prev are the allowed weeks nearest to one, from it on and back from it.
func (d *domains) next(i, week int32) int32 {
	if week < 0 {
		week = 0
	}
	if int(week) >= len(d.nexts[i]) {
		return noWeek
	}
	return d.nexts[i][week]
}

func (d *domains) prev(i, week int32) int32 {
	if week < 0 {
		return -1
	}
	return d.prevs[i][min(int(week), len(d.prevs[i])-1)]
}

// first and last are the bounds of the start of an activity.
func (d *domains) first(i int32) int32 { return d.bounds[1][i] }
func (d *domains) last(i int32) int32  { return d.bounds[0][i] }

// holds tells whether an atom is sure.
func (d *domains) holds(a atom) bool {
	if a.up {
		return d.bounds[1][a.act] >= a.week
	}
	return d.bounds[0][a.act] <= a.week
}

// fails tells whether an atom cannot hold any more.
func (d *domains) fails(a atom) bool {
	if a.up {
		return d.bounds[0][a.act] < a.week
	}
	return d.bounds[1][a.act] > a.week
}

// move makes an atom hold, because of others that do; false: it cannot.
func (d *domains) move(a atom, because []atom) bool {
	if a.up {
		a.week = d.next(a.act, a.week)
	} else {
		a.week = d.prev(a.act, a.week)
	}
	if d.holds(a) {
		return true
	}
	if d.fails(a) {
		d.broken = append(append(d.broken[:0], because...), d.opposing(a))
		return false
	}
	d.note(a, because)
	return true
}

// note moves a bound and keeps why.
func (d *domains) note(a atom, because []atom) {
	s, from := side(a.up), int32(len(d.arena))
	d.arena = append(d.arena, because...)
	d.trail = append(d.trail, step{
		atom: a, old: d.bounds[s][a.act], last: d.latest[s][a.act], level: int32(len(d.levels)), from: from, to: int32(len(d.arena)),
	})
	d.latest[s][a.act], d.bounds[s][a.act] = int32(len(d.trail)-1), a.week
}

// opposing is the weakest atom that holds and rules another out.
func (d *domains) opposing(a atom) atom {
	if a.up {
		return atom{a.act, a.week - 1, false}
	}
	return atom{a.act, a.week + 1, true}
}

// back undoes all steps above a level.
func (d *domains) back(level int) {
	if level >= len(d.levels) {
		return
	}
	mark := d.levels[level]
	for k := len(d.trail) - 1; k >= int(mark); k-- {
		t := &d.trail[k]
		s := side(t.up)
		d.bounds[s][t.act], d.latest[s][t.act] = t.old, t.last
	}
	if int(mark) < len(d.trail) {
		d.arena = d.arena[:d.trail[mark].from]
	}
	d.trail, d.levels = d.trail[:mark], d.levels[:level]
}

// madeBy is the step that first made an atom hold; -1: it always did.
func (d *domains) madeBy(a atom) int32 {
	k := d.latest[side(a.up)][a.act]
	for k >= 0 {
		t := &d.trail[k]
		if a.up && t.old < a.week || !a.up && t.old > a.week {
			return k
		}
		k = t.last
	}
	return -1
}
