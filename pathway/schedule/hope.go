package schedule

// work is space for the bounds of the search.
type work struct {
	early []int
	late  []int
	need  []int64 // by week: of the activities that are not placed
}

func newWork(m *model) work {
	return work{make([]int, len(m.acts)), make([]int, len(m.acts)), make([]int64, m.horizon+2)}
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
	return true
}

// inTime raises the earliest starts over what is placed. Each is a bound, whatever the
// order in which they are raised.
func (x *search) inTime(t int) bool {
	early := x.work.early
	copy(early, x.heads)
	for i, s := range x.at {
		x.work.late[i] = x.late[i]
		if s < never {
			early[i], x.work.late[i] = s, s
		}
	}
	for _, i := range x.early {
		if x.placed>>i&1 == 1 {
			continue
		}
		early[i] = x.left.earliest(&x.m.acts[i], max(t, early[i], x.m.ready(i, early)))
		if early[i] > x.late[i] {
			return false
		}
	}
	return true
}

// room tells whether the weeks from t on have room for what must be done before each,
// if all starts as late as it can, and after each, if all starts as early.
func (x *search) room(k, t int) bool {
	return x.before(k, t) && x.after(k, t)
}

func (x *search) before(k, t int) bool {
	need, spares := x.spread(&x.scales[k], x.work.late), x.spares[k]
	spare, load := int64(0), int64(0)
	for w := range t {
		load += need[w]
	}
	for w := t; w < x.end; w++ {
		load += need[w]
		if spare += spares[w] - load; spare < 0 {
			return false
		}
	}
	return true
}

func (x *search) after(k, t int) bool {
	need, spares := x.spread(&x.scales[k], x.work.early), x.spares[k]
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
// is not placed starts when at says. Of a scale of weights those that are placed count as
// any others.
func (x *search) spread(s *scale, at []int) []int64 {
	need := x.work.need
	clear(need)
	for i, share := range s.shares {
		if s.weights || x.placed>>i&1 == 0 {
			need[at[i]] += share
			need[at[i]+x.m.acts[i].span] -= share
		}
	}
	return need
}

// keepSpares notes anew what the weeks of an activity have left on each scale.
func (x *search) keepSpares(a *act, t int) {
	for k := range x.scales {
		if s := &x.scales[k]; !s.weights {
			for w := t; w < t+a.span; w++ {
				x.spares[k][w] = s.left(x.left.minutes[w], x.left.places[w])
			}
		}
	}
}
