package solve

import (
	"cmp"
	"container/heap"
)

// waiting is a node that is yet to be looked at.
type waiting struct {
	lower   int64   // none of its plans costs less
	key     int64   // what has less comes first
	number  int     // the order in which nodes came up
	decided []int32 // actions that are dropped, or, as ^a, taken
	last    *tally
	turn    turn
	basis   *standpoint // nil: that of the relaxation as it begins
	outlook outlook
	into    **trace // where its trace belongs
}

// waitingList is a heap: the least key comes first, and of equals what came last.
type waitingList []*waiting

func (w waitingList) Len() int      { return len(w) }
func (w waitingList) Swap(i, j int) { w[i], w[j] = w[j], w[i] }
func (w waitingList) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(w[i].key, w[j].key), -cmp.Compare(w[i].number, w[j].number)) < 0
}

// Push adds a node at the end, for package heap.
func (w *waitingList) Push(x any) { *w = append(*w, x.(*waiting)) }

// Pop removes the last node, for package heap.
func (w *waitingList) Pop() any {
	last := (*w)[len(*w)-1]
	*w = (*w)[:len(*w)-1]
	return last
}

// explore looks at all nodes: from the one whose plans may be cheapest down to one that is
// done with, side by side with what is set aside on the way. If it goes deep, it goes on
// with what was set aside last, since the basis of the relaxation is nearest there.
func (s *search) explore() {
	s.wait(&s.root, 0)
	for len(s.queue) > 0 && !s.cut {
		w := heap.Pop(&s.queue).(*waiting)
		if s.unwind(s.base); s.best != nil {
			s.narrow()
		}
		if !s.restore(w) {
			continue
		}
		if w.basis != nil {
			s.resume(w.basis)
		}
		for into, lower := w.into, w.lower; into != nil; {
			into, lower = s.look(into, lower)
			if into != nil && s.dear(lower) {
				s.wait(into, lower)
				break
			}
		}
	}
	for _, w := range s.queue {
		s.open = min(s.open, w.lower)
	}
}

// dear tells whether a node had better wait: its plans are much dearer than what others
// promise. Where no action needs anything plans are found soon, and none waits.
func (s *search) dear(lower int64) bool {
	if len(s.queue) == 0 || s.best == nil || s.deep || s.relax.flat {
		return false
	}
	least := s.queue[0].key
	return (lower-least)*4 > s.best.cost-least
}

// wait sets the present node aside.
func (s *search) wait(into **trace, lower int64) {
	w := &waiting{lower: lower, number: s.births, last: s.last, turn: s.turn, outlook: s.outlook(), into: into}
	if !s.deep {
		w.key = lower
	}
	if s.seen > 0 && !s.deep && s.relax.flat {
		w.basis = s.relax.standpoint()
	}
	for _, a := range s.stack[s.base:] {
		if s.state[a] == taken {
			a = ^a
		}
		w.decided = append(w.decided, a)
	}
	s.births++
	heap.Push(&s.queue, w)
}

// narrow drops for good what the prices of the root rule out since the best plan was found.
func (s *search) narrow() {
	if s.stretch != nil || s.rooted == nil || s.best.cost == s.narrowed {
		return
	}
	s.narrowed = s.best.cost
	sure, dead := s.add(s.rooted)
	if dead == nil && s.dropDear(s.rooted.unit*s.wanted()-sure) {
		s.base = len(s.stack)
		s.retire()
	}
}

// restore comes back to a node from the root; false: it holds no plan that is wanted, since
// what it takes has been dropped for good, or all that it could hold has been found.
func (s *search) restore(w *waiting) bool {
	if s.last, s.turn = w.last, w.turn; !s.lookOut(w.outlook) {
		return false
	}
	for _, a := range w.decided {
		switch {
		case a >= 0 && s.state[a] == undecided:
			s.drop(a)
		case a < 0 && s.state[^a] == dropped:
			return false
		case a < 0:
			s.state[^a] = taken
			s.stack = append(s.stack, ^a)
		}
	}
	return true
}

// look looks at the present node, and steps into one of its children; nil: there is none.
func (s *search) look(into **trace, lower int64) (**trace, int64) {
	t := &trace{action: -1}
	*into = t
	if s.nodes == 0 || s.ended() {
		s.cut, s.open = true, min(s.open, lower)
		return nil, 0
	}
	s.nodes--
	s.seen++
	tighter, alive := s.tighten(lower, t)
	if s.seen == 1 {
		s.base = len(s.stack)
	}
	switch {
	case s.cut:
		s.open = min(s.open, max(lower, tighter))
	case alive && (!s.tied(tighter) || s.ties && s.breaksTie()):
		return s.branch(tighter, t), tighter
	}
	return nil, 0
}

// branch splits the node by one action: with it, and without it. It steps into one side,
// and sets the other aside.
func (s *search) branch(lower int64, t *trace) **trace {
	actions := s.takenActions()
	if s.main.closes(actions) {
		if !s.needless(actions) {
			s.offer(actions)
		}
		return nil
	}
	if t.action = s.pick(s.ties && s.tied(lower), t); t.action < 0 {
		return nil
	}
	now, later := &t.with, &t.without
	if s.guide.dropFirst {
		now, later = later, now
	}
	before := len(s.stack)
	if s.side(t, later) {
		s.wait(later, lower)
	}
	s.unwind(before)
	if s.side(t, now) {
		return now
	}
	return nil
}

// side steps into one side of a split; false: it holds no plan.
func (s *search) side(t *trace, into **trace) bool {
	s.turn = turn{action: t.action, taken: into == &t.with, part: s.relax.x[t.action], object: s.relax.lp.object, use: s.leads().use}
	if into == &t.with {
		return s.take(t.action)
	}
	s.drop(t.action)
	return true
}
