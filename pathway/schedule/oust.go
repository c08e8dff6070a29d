package schedule

// oust is the question which activities make way for another one.
type oust struct {
	start  int
	lack   []int64 // by week of the activity: minutes that are missing
	places []int32 // and places
	out    []bool  // by activity: it makes way, or must not
	now    []int   // those that make way
	// of the best answer:
	cost int64
	at   int
	set  []int
}

// cheapest is the start of an activity at which those count least that must make way for
// it, and these; never: there is none.
func (e *ejector) cheapest(i int) (int, []int) {
	o := &e.oust
	o.cost, o.at = 1<<62, never
	first, last := e.early[i], e.late[i]
	middle := first + e.rng.IntN(last-first+1)
	e.price(&e.acts[i], first, last)
	e.scan(i, middle, last)
	e.scan(i, first, middle-1)
	return o.at, o.set
}

// price notes what those count at least that make way in each week.
func (e *ejector) price(a *act, first, last int) {
	for w := first; w < last+a.span; w++ {
		e.least[w] = 0
		lack := a.base - e.left.minutes[w]
		if lack <= 0 && e.left.places[w] > 0 {
			continue
		}
		e.least[w] = 1 << 60
		for _, j := range e.running[w] {
			e.least[w] = min(e.least[w], portion(e.blame[j], lack, e.acts[j].base+1))
		}
	}
	e.spend(last + a.span - first)
}

// portion is what activities count that free so many minutes, each like one that counts
// whole and frees share.
func portion(whole, lack, share int64) int64 {
	if lack <= share {
		return whole
	}
	return whole * min(lack*16/share, 1<<20) / 16
}

// scan tries the starts from one to another, but those that are seen not to be better.
func (e *ejector) scan(i, s, last int) {
	a := &e.acts[i]
	for s = a.onOrAfter(s); s <= last && e.spend(1); s = a.onOrAfter(s + 1) {
		w := s + a.span - 1
		for w >= s && e.least[w] < e.oust.cost {
			w--
		}
		if w >= s {
			s = w
			continue
		}
		e.try(i, s)
	}
}

// try looks for those that count least of what can make way at a start. Those that it
// would have to follow and did not, and the other way round, must.
func (e *ejector) try(i, s int) {
	o, a := &e.oust, &e.acts[i]
	o.start, o.now, o.lack, o.places = s, o.now[:0], o.lack[:0], o.places[:0]
	for k := range a.span {
		o.lack, o.places = append(o.lack, a.share(k)-e.left.minutes[s+k]), append(o.places, 1-e.left.places[s+k])
	}
	cost := int64(0)
	for _, group := range a.groups {
		if j := group[0]; e.at[j] < never && e.at[j]+e.acts[j].lag > s {
			cost += e.way(j)
		}
	}
	for _, j := range a.next {
		if s+a.lag > e.at[j] {
			cost += e.way(j)
		}
	}
	if e.spend(a.span); cost < o.cost {
		e.branch(0, cost)
	}
	for _, j := range o.now {
		o.out[j] = false
	}
}

// way lets an activity make way and returns what it counts.
func (e *ejector) way(j int) int64 {
	if e.oust.out[j] {
		return 0
	}
	e.oust.out[j] = true
	e.oust.now = append(e.oust.now, j)
	e.ease(j, 1)
	return e.blame[j]
}

// branch lets one activity after the other make way in the first week from the k-th that
// lacks something, and leaves it where it is in the branches after its own.
func (e *ejector) branch(k int, cost int64) {
	o := &e.oust
	for k < len(o.lack) && o.lack[k] <= 0 && o.places[k] <= 0 {
		k++
	}
	if e.spend(1); k == len(o.lack) {
		o.cost, o.at, o.set = cost, o.start, append(o.set[:0], o.now...)
		return
	}
	n, running := len(o.now), e.running[o.start+k]
	tried := uint64(0)
	for b, j := range running {
		if b == 64 {
			break
		}
		if o.out[j] || cost+e.blame[j] >= o.cost {
			continue
		}
		tried |= 1 << b
		e.branch(k, cost+e.way(j))
		e.ease(j, -1)
		o.now = o.now[:n]
	}
	for b, j := range running[:min(64, len(running))] {
		if tried>>b&1 == 1 {
			o.out[j] = false
		}
	}
}

// ease counts what an activity leaves free by making way; sign -1: takes it back.
func (e *ejector) ease(j int, sign int64) {
	o, a, t := &e.oust, &e.acts[j], e.at[j]
	for w := max(o.start, t); w < min(o.start+len(o.lack), t+a.span); w++ {
		o.lack[w-o.start] -= sign * a.share(w-t)
		o.places[w-o.start] -= int32(sign)
	}
}
