package schedule

// work is space for the bounds of the search.
type work struct {
	early  []int
	late   []int
	need   []int64 // by week: of the activities that are not placed
	spares []int64 // by week: what it has left on a scale
}

func newWork(m *model) work {
	return work{make([]int, len(m.acts)), make([]int, len(m.acts)), make([]int64, m.horizon+2), make([]int64, m.horizon+2)}
}

// hopeful tells that no reason was found why what is not placed could not follow from
// week t on.
func (x *search) hopeful(t int) bool {
	if !x.inTime(t) {
		return false
	}
	for k := range x.scales {
		if x.hits[k]*16 < x.best && (x.nodes+k)%8 != 0 {
			continue
		}
		if !x.room(k, t) {
			x.hits[k]++
			x.best = max(x.best, x.hits[k])
			return false
		}
	}
	return x.rests.room(x, t)
}

// inTime raises the earliest starts over what is placed. Each is a bound, whatever the
// order in which they are raised.
func (x *search) inTime(t int) bool {
	early := x.work.early
	x.busy = t
	copy(early, x.heads)
	for i, s := range x.at {
		x.work.late[i] = x.late[i]
		if s < never {
			early[i], x.work.late[i] = s, s
			x.busy = max(x.busy, s+x.m.acts[i].span)
		}
	}
	for _, i := range x.early {
		if x.placed>>i&1 == 1 {
			continue
		}
		early[i] = x.left.earliest(&x.m.acts[i], max(t, early[i], x.m.ready(i, early)), x.late[i]+1)
		if early[i] > x.late[i] {
			return false
		}
	}
	return true
}

// room tells whether the weeks from t on have room for what must be done before each,
// if all starts as late as it can, and after each, if all starts as early.
func (x *search) room(k, t int) bool {
	x.spare(&x.scales[k], t)
	return x.before(k, t) && x.after(k, t)
}

func (x *search) before(k, t int) bool {
	need, spares := x.spread(&x.scales[k], x.work.late), x.work.spares
	spare, load := int64(0), int64(0)
	for w := t; w < x.end; w++ {
		load += need[w]
		if spare += spares[w] - load; spare < 0 {
			return false
		}
	}
	return true
}

func (x *search) after(k, t int) bool {
	need, spares := x.spread(&x.scales[k], x.work.early), x.work.spares
	spare, load := int64(0), int64(0)
	for w := x.end - 1; w >= t; w-- {
		load -= need[w+1]
		if spare += spares[w] - load; spare < 0 {
			return false
		}
	}
	return true
}

// spread notes what each week has to do more than the one before, if every activity that
// is not placed starts when at says.
func (x *search) spread(s *scale, at []int) []int64 {
	need := x.work.need
	clear(need)
	for i, share := range s.shares {
		if head := s.heads[i]; x.placed>>i&1 == 0 && head > 0 {
			a := &x.m.acts[i]
			need[at[i]] += head
			need[at[i]+a.extra] -= head - share
			need[at[i]+a.span] -= share
		}
	}
	return need
}

// spare notes what the weeks from t on have left on a scale.
func (x *search) spare(s *scale, t int) {
	spares := x.work.spares
	copy(spares[t:x.end], s.room[t:])
	if s.weights {
		x.carry(s, t)
	}
	for w := t; w < x.busy; w++ {
		if s.weights {
			spares[w] = min(spares[w], s.fill.of(x.left.minutes[w]))
		} else {
			spares[w] = s.left(x.left.minutes[w], x.left.places[w])
		}
	}
}

// carry takes what is placed from the room of weeks.
func (x *search) carry(s *scale, t int) {
	for i, at := range x.at {
		if a := &x.m.acts[i]; x.placed>>i&1 == 1 && s.heads[i] > 0 {
			for w := max(t, at); w < at+a.span; w++ {
				if w < at+a.extra {
					x.work.spares[w] -= s.heads[i]
				} else {
					x.work.spares[w] -= s.shares[i]
				}
			}
		}
	}
}
