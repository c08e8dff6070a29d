package schedule

// work is space for the bounds of the search.
type work struct {
	early []int
	late  []int
	need  []int64 // by week: of the activities that are not placed
}

func newWork(m *model) work {
	return work{make([]int, len(m.acts)), make([]int, len(m.acts)), make([]int64, m.horizon+1)}
}

// hopeful tells that no reason was found why what is not placed could not follow from
// week t on.
func (x *search) hopeful(t int) bool {
	if !x.inTime(t) {
		return false
	}
	for s := range x.scales {
		if !x.room(&x.scales[s], t) {
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
func (x *search) room(s *scale, t int) bool {
	return x.before(s, t) && x.after(s, t)
}

func (x *search) before(s *scale, t int) bool {
	need := x.spread(s, x.work.late)
	spare := int64(0)
	for w := t; w < x.end; w++ {
		spare += x.spare(s, w) - need[w]
		if spare < 0 {
			return false
		}
	}
	return true
}

func (x *search) after(s *scale, t int) bool {
	need := x.spread(s, x.work.early)
	spare := int64(0)
	for w := x.end - 1; w >= t; w-- {
		spare += x.spare(s, w) - need[w]
		if spare < 0 {
			return false
		}
	}
	return true
}

// spare is what a week has left. Of a scale of weights the activities that are placed
// count as any others.
func (x *search) spare(s *scale, w int) int64 {
	if s.weights {
		return s.room[w]
	}
	return s.left(x.left.minutes[w], x.left.places[w])
}

// spread adds up the work of each week if every activity that is not placed starts when
// at says.
func (x *search) spread(s *scale, at []int) []int64 {
	need := x.work.need
	clear(need)
	for i, share := range s.shares {
		if s.weights || x.placed>>i&1 == 0 {
			for w := at[i]; w < at[i]+x.m.acts[i].span; w++ {
				need[w] += share
			}
		}
	}
	return need
}
