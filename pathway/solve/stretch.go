package solve

import "slices"

// stretch is a run of points of a front of cost and one other criterion that one tree finds
// and proves: the trees of points side by side are much alike, and what bounds a node for one
// of them bounds it for the others too, at another limit. Looked for are the plans that no
// known plan beats, in boxes between those known; a plan that is found splits its box.
type stretch struct {
	resource int   // the other criterion
	most     int   // points
	widest   int64 // the limit of the resource that the stretch begins with
	last     int64 // plans that cost as much or more are not looked for
	boxes    []box // of the present node, the widest first; none lies in another
	lead     box   // one of them, whose limit the problem and the relaxation have
	news     []box // what was found, each as the least box that it is in
}

// newStretch is one of so many points, from the present limit of a resource to the last of the
// plans known there; nil: fewer than two are known.
func (s *search) newStretch(resource, most int) *stretch {
	limit := s.p.caps[resource]
	t := &stretch{resource: resource, most: most, widest: limit}
	for _, m := range s.found.along(limit, most) {
		t.last = m.values[0]
		t.boxes = append(t.boxes, box{limit, t.last - 1})
		limit = m.values[1] - 1
	}
	if t.boxes = outermost(t.boxes, t.last); len(t.boxes) < 2 {
		return nil
	}
	t.lead = t.boxes[0]
	return t
}

// meet takes what a new plan beats out of the boxes. The stretch ends sooner where it then has
// too many points.
func (s *search) meet(plan box) {
	t := s.stretch
	t.news = append(t.news, plan)
	if known := s.found.along(t.widest, t.most); len(known) == t.most {
		t.last = min(t.last, known[t.most-1].values[0])
	}
	t.boxes = outermost(without(t.boxes, plan), t.last)
	s.relead()
}

// relead makes sure that one of the boxes leads: that with the limit of the one that led, if
// there is such.
func (s *search) relead() {
	t := s.stretch
	if len(t.boxes) == 0 || slices.Contains(t.boxes, t.lead) {
		return
	}
	same := slices.IndexFunc(t.boxes, func(b box) bool { return b.use == t.lead.use })
	s.leadBy(t.boxes[max(0, same)])
}

// leadBy lets a box lead. The rows of limits come first in the relaxation.
func (s *search) leadBy(b box) {
	t := s.stretch
	by := b.use - t.lead.use
	t.lead, s.p.caps[t.resource] = b, b.use
	if by != 0 && s.relax != nil && !s.ended() {
		s.relax.lp.shift(t.resource, float64(by)/s.relax.scale[t.resource])
	}
}

// upTo asks something with another limit of the resource.
func (s *search) upTo(limit int64, ask func() bool) bool {
	t := s.stretch
	s.p.caps[t.resource] = limit
	yes := ask()
	s.p.caps[t.resource] = t.lead.use
	return yes
}

// fits tells whether what is taken keeps to the limits, in a stretch those of the widest box.
func (s *search) fits() bool {
	if s.stretch == nil {
		return s.p.fits(s.takenActions())
	}
	return len(s.stretch.boxes) > 0 && s.upTo(s.stretch.boxes[0].use, func() bool { return s.p.fits(s.takenActions()) })
}

// offerAlong keeps a plan of the stretch, or beyond it, that no known one beats.
func (s *search) offerAlong(actions []int32) {
	if !s.upTo(s.stretch.widest, func() bool { return s.p.allowed(actions) }) {
		return
	}
	c := &candidate{actions: slices.Clone(actions), cost: s.p.cost(actions)}
	slices.Sort(c.actions)
	c.span = s.clock.span(c.actions)
	if values := s.found.put(s.p, c); values != nil {
		s.meet(box{use: values[1], cost: values[0]})
	}
}

// outlook is what a node that waits needs to know of a stretch.
type outlook struct {
	boxes []box
	lead  box
	known int // how many of the news its boxes take account of
}

// outlook is that of the present node; nothing without a stretch.
func (s *search) outlook() outlook {
	if s.stretch == nil {
		return outlook{}
	}
	return outlook{s.stretch.boxes, s.stretch.lead, len(s.stretch.news)}
}

// lookOut comes back to an outlook; false: nothing is left to look for.
func (s *search) lookOut(o outlook) bool {
	t := s.stretch
	if t == nil {
		return true
	}
	t.boxes = o.boxes
	for _, plan := range t.news[o.known:] {
		t.boxes = outermost(without(t.boxes, plan), t.last)
	}
	if len(t.boxes) == 0 {
		return false
	}
	s.leadBy(o.lead)
	s.relead()
	return true
}

// closeBoxes keeps the boxes in which a plan may be for all that a tally shows, and drops what
// no plan in any of them can afford. If the box that leads is closed, the deepest takes the lead:
// that of which the most is left.
func (n *node) closeBoxes(t *tally, sure int64) {
	st, deepest, most, open := n.stretch, box{}, int64(-1), 0
	afford := func(b box) int64 {
		return t.unit*b.cost - sure - t.multiples[st.resource]*(st.lead.use-b.use)
	}
	for _, b := range st.boxes {
		left := afford(b)
		if left >= 0 {
			open++
		}
		if left > most {
			most, deepest = left, b
		}
	}
	if open < len(st.boxes) { // nodes that wait have the same list
		st.boxes = slices.DeleteFunc(slices.Clone(st.boxes), func(b box) bool { return afford(b) < 0 })
	}
	if n.done = open == 0; n.done {
		return
	}
	if n.dropDear(most); !slices.Contains(st.boxes, st.lead) {
		n.leadBy(deepest)
	}
}

// leads is the box that leads; nothing without a stretch.
func (s *search) leads() box {
	if s.stretch == nil {
		return box{}
	}
	return s.stretch.lead
}

// tryAlong offers what the relaxation takes if it is nothing in part. A new plan closes the box
// that leads.
func (n *node) tryAlong() {
	if n.relax.read(); n.fractional() {
		return
	}
	lead := n.leads()
	if n.tryWhole(); n.leads() != lead {
		n.again()
	}
}
