package schedule

import "math/bits"

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
// week t on. What costs little is asked first; the rest only of the few that are left.
func (x *search) hopeful(t int) bool {
	return x.roomy(t) && x.inTime(t) && x.windows(t)
}

// roomy tells whether the weeks from t on have room for all that is not placed, on each
// scale and by the weights that were learned.
func (x *search) roomy(t int) bool {
	x.settle(t)
	for k, g := range x.gauges {
		if !x.holds(g, t) {
			g.hits++
			x.gauges.raise(k)
			return false
		}
	}
	return x.rests.room(x, t)
}

// stretch is weeks in which the same runs and as much is left.
type stretch struct {
	from, to int
	minutes  int64
	places   int32
	runs     uint64 // activities, as bits
	heavy    uint64 // those of them that take a minute more
}

// settle notes what still runs in week t, and until when, and what that leaves.
func (x *search) settle(t int) {
	x.busy, x.running = t, x.running[:0]
	for p := x.placed; p != 0; p &= p - 1 {
		i := bits.TrailingZeros64(p)
		if end := x.at[i] + x.m.acts[i].span; end > t {
			x.busy, x.running = max(x.busy, end), append(x.running, i)
		}
	}
	x.ahead = x.ahead[:0]
	for w := t; w < x.busy; w++ {
		s := x.in(w)
		if n := len(x.ahead) - 1; n < 0 || !x.ahead[n].like(&s) {
			x.ahead = append(x.ahead, s)
		}
		x.ahead[len(x.ahead)-1].to = w + 1
	}
}

// in is a week alone.
func (x *search) in(w int) stretch {
	s := stretch{from: w, minutes: x.left.minutes[w], places: x.left.places[w]}
	for _, i := range x.running {
		if a, at := &x.m.acts[i], x.at[i]; at <= w && w < at+a.span {
			s.runs |= 1 << i
			if a.heavy(w - at) {
				s.heavy |= 1 << i
			}
		}
	}
	return s
}

func (s *stretch) like(o *stretch) bool {
	return s.runs == o.runs && s.heavy == o.heavy && s.minutes == o.minutes && s.places == o.places
}

// holds tells whether the weeks from t on have room on a scale for all that is not placed.
func (x *search) holds(g *gauge, t int) bool {
	if g.open > g.from[t] {
		return false
	}
	left := g.open - g.from[x.busy]
	for k := range x.ahead {
		left -= g.spare(&x.ahead[k])
	}
	return left <= 0
}

// spare is the room that weeks have left at most: no more than what is left of their
// minutes and places can hold, nor than they have room for beside what runs in them.
func (g *gauge) spare(s *stretch) int64 {
	weeks := int64(s.to - s.from)
	spare := weeks * g.left(s.minutes, s.places)
	if !g.weights {
		return spare
	}
	runs := int64(0)
	for p := s.runs &^ s.heavy; p != 0; p &= p - 1 {
		runs += g.shares[bits.TrailingZeros64(p)]
	}
	for p := s.heavy; p != 0; p &= p - 1 {
		runs += g.heads[bits.TrailingZeros64(p)]
	}
	return min(spare, g.from[s.from]-g.from[s.to]-weeks*runs)
}

// open are the activities that are not placed.
func (x *search) open() uint64 { return ^x.placed & (1<<len(x.at) - 1) }

// inTime raises the earliest starts over what is placed. Each is a bound, whatever the
// order in which they are raised.
func (x *search) inTime(t int) bool {
	early := x.work.early
	copy(early, x.heads)
	copy(x.work.late, x.late)
	for p := x.placed; p != 0; p &= p - 1 {
		i := bits.TrailingZeros64(p)
		early[i], x.work.late[i] = x.at[i], x.at[i]
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

// windows tells whether the weeks from t on have room for what must be done before each,
// if all starts as late as it can, and after each, if all starts as early.
func (x *search) windows(t int) bool {
	for k, g := range x.gauges {
		if g.strict*16 < x.best && (x.nodes+k)%8 != 0 {
			continue
		}
		copy(x.work.spares[x.busy:x.end], g.room[x.busy:])
		x.spare(g, t)
		if !x.before(g, t) || !x.after(g, t) {
			g.strict++
			x.best = max(x.best, g.strict)
			return false
		}
	}
	return true
}

func (x *search) before(g *gauge, t int) bool {
	need, spares := x.spread(g, x.work.late), x.work.spares
	spare, load := int64(0), int64(0)
	for w := t; w < x.end; w++ {
		load += need[w]
		if spare += spares[w] - load; spare < 0 {
			return false
		}
	}
	return true
}

func (x *search) after(g *gauge, t int) bool {
	need, spares := x.spread(g, x.work.early), x.work.spares
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
func (x *search) spread(g *gauge, at []int) []int64 {
	need := x.work.need
	clear(need)
	for p := x.open(); p != 0; p &= p - 1 {
		i := bits.TrailingZeros64(p)
		a, s := &x.m.acts[i], at[i]
		turn, first, last := a.extra, g.heads[i], g.shares[i]
		if a.tail {
			turn, first, last = a.span-a.extra, last, first
		}
		need[s] += first
		need[s+turn] += last - first
		need[s+a.span] -= last
	}
	return need
}

// spare notes what the weeks from t on in which something runs have left on a scale.
func (x *search) spare(g *gauge, t int) {
	spares := x.work.spares[t:x.busy]
	if !g.weights {
		for k := range spares {
			spares[k] = g.left(x.left.minutes[t+k], x.left.places[t+k])
		}
		return
	}
	copy(spares, g.room[t:])
	for _, i := range x.running {
		a, at := &x.m.acts[i], x.at[i]
		for w := max(t, at); w < at+a.span; w++ {
			if a.heavy(w - at) {
				spares[w-t] -= g.heads[i]
			} else {
				spares[w-t] -= g.shares[i]
			}
		}
	}
	for k := range spares {
		spares[k] = min(spares[k], g.left(x.left.minutes[t+k], x.left.places[t+k]))
	}
}
