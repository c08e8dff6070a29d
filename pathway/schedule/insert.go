package schedule

// shakes is how many activities are moved at random after others had to make way.
const shakes = 15

// insert places an activity where there is room, or in place of others.
func (e *ejector) insert(i int) {
	if s := e.free(i); s < never {
		e.place(i, s)
		return
	}
	e.blame[i] += e.size[i]
	s, out := e.cheapest(i)
	if s == never {
		e.waiting = append(e.waiting, i)
		return
	}
	for _, j := range out {
		e.remove(j)
	}
	e.place(i, s)
	for range shakes {
		e.shake(e.rng.IntN(len(e.at)))
	}
}

// shake moves an activity to a start at random.
func (e *ejector) shake(i int) {
	was := e.at[i]
	if was == never {
		return
	}
	e.remove(i)
	e.waiting = e.waiting[:len(e.waiting)-1]
	if s := e.free(i); s < never {
		was = s
	}
	e.place(i, was)
}

// free is one of the starts of an activity with room, each as likely; never: there is
// none.
func (e *ejector) free(i int) int {
	start, count := never, 0
	first, last := e.window(i)
	for s := e.fits(i, first, last); s < never; s = e.fits(i, s+1, last) {
		if count++; e.rng.IntN(count) == 0 {
			start = s
		}
	}
	return start
}

// window is the first and the last start that those allow that are placed.
func (e *ejector) window(i int) (first, last int) {
	first, last = e.early[i], e.late[i]
	for _, group := range e.acts[i].groups {
		if j := group[0]; e.at[j] < never {
			first = max(first, e.at[j]+e.acts[j].lag)
		}
	}
	for _, j := range e.acts[i].next {
		last = min(last, e.at[j]-e.acts[i].lag)
	}
	return first, last
}

// fits is the first start from one to another with room; never: there is none, or the
// effort is spent.
func (e *ejector) fits(i, s, last int) int {
	a := &e.acts[i]
	for s = a.onOrAfter(s); s <= last && e.spend(1); {
		w := e.left.clash(a, s)
		if w < 0 {
			e.spend(a.span)
			return s
		}
		s = e.left.past(a, s, w)
	}
	return never
}
