package solve

import "slices"

// zone is a set of facts that holds a goal. The actions that enter it, that is: make one
// of its facts true and need none, are a landmark. It grows backwards from the goal: a fact
// that an entering action needs joins it, so that this action enters no more, but others
// may.
type zone struct {
	p      *problem
	x      []float64 // by action: how much of it the relaxation takes
	facts  []int32
	enters []bool  // by action
	barred []int32 // by action: how many facts of the zone it needs
	acts   []int32 // those that enter, and some that did once
	weight float64 // of those that enter
	firm   float64 // of those that enter and need nothing, which no fact that joins can change
	looked []int32 // by fact: the last look at it
	looks  int32
	ended  func() bool // it grows no more
}

func newZone(p *problem, x []float64, ended func() bool) *zone {
	return &zone{
		p: p, x: x, ended: ended, looked: make([]int32, p.facts),
		enters: make([]bool, len(p.acts)), barred: make([]int32, len(p.acts)),
	}
}

// landmark grows a zone around a goal in which the relaxation takes as little as the
// greedy choice of facts finds; false: it takes enough.
func (z *zone) landmark(goal int) (l landmark, broken bool) {
	g := z.p.goals[goal]
	l = landmark{goal: goal, need: 1}
	z.weight, z.firm = 0, 0
	waiver := int32(z.p.courses + goal)
	if int(waiver) < len(z.p.acts) {
		if z.enter(waiver); z.firmly() {
			return l, false
		}
		l.acts = append(l.acts, waiver)
	}
	z.join(g.from)
	z.lighten()
	if broken = z.light(); broken {
		for z.grow(all, lower) {
		}
		z.read(&l)
	}
	z.clear()
	return l, broken
}

// light tells whether the relaxation takes too little of the actions that enter.
func (z *zone) light() bool { return z.weight < 1-leastBreak }

// firmly tells whether the relaxation takes enough of the actions that enter whatever joins.
func (z *zone) firmly() bool { return z.firm >= 1-leastBreak }

// lighten grows the zone until it is light, over a few facts that make it heavier if need
// be, and then for as long as a fact makes it lighter.
func (z *zone) lighten() {
	least := z.weight
	for patience := uphill; patience > 0 && !z.light() && !z.firmly() && z.grow(inPart, anyhow); patience-- {
		if z.weight < least-1e-9 {
			patience, least = uphill+1, z.weight
		}
	}
	for !z.firmly() && z.grow(inPart, lower) {
	}
}

// uphill is how many facts in a row may join that do not lower the weight.
const uphill = 2

// Which entering actions grow looks at, by how much the relaxation takes of them; and
// which change of the weight is too great.
const (
	inPart = 1e-9
	all    = -1
	lower  = -1e-6
	anyhow = 1e9
)

// leastBreak is by how much the relaxation must break a landmark to be told so.
const leastBreak = 1e-3

// join brings a fact into the zone.
func (z *zone) join(f int32) {
	z.facts = append(z.facts, f)
	for _, a := range z.p.needers[f] {
		z.barred[a]++
		if z.enters[a] {
			z.enters[a] = false
			z.weight -= z.x[a]
		}
	}
	for _, a := range z.p.adders[f] {
		if !z.enters[a] && z.barred[a] == 0 {
			z.enters[a] = true
			z.acts = append(z.acts, a)
			z.enter(a)
		}
	}
}

// enter counts what the relaxation takes of an action that enters.
func (z *zone) enter(a int32) {
	z.weight += z.x[a]
	if len(z.p.acts[a].needs) == 0 {
		z.firm += z.x[a]
	}
}

// grow lets the fact join that changes the weight by least, and by less than worst; or one
// that leaves it as it is and lowers the number of actions that enter. It looks at what is
// needed by those taken by more than least. False: there is none.
func (z *zone) grow(least, worst float64) bool {
	if z.ended() {
		return false
	}
	best, lighter, fewer := int32(-1), worst, 0
	z.looks++
	for _, a := range z.acts {
		if !z.enters[a] || z.x[a] <= least {
			continue
		}
		for _, f := range z.p.acts[a].needs {
			if z.looked[f] == z.looks {
				continue
			}
			z.looked[f] = z.looks
			weight, n := z.change(f, max(lighter, 0)+1e-9)
			if weight < lighter-1e-9 || weight < lighter+1e-9 && n < fewer || best < 0 && weight < 1e-9 && n < 0 {
				best, lighter, fewer = f, weight, n
			}
		}
	}
	if best >= 0 {
		z.join(best)
	}
	return best >= 0
}

// change is by how much the weight and the number of entering actions change if a fact
// joins; it does not look on once the weight is sure to rise by most.
func (z *zone) change(f int32, most float64) (weight float64, n int) {
	for _, a := range z.p.needers[f] {
		if z.enters[a] {
			weight, n = weight-z.x[a], n-1
		}
	}
	for _, a := range z.p.adders[f] {
		if !z.enters[a] && z.barred[a] == 0 {
			if weight, n = weight+z.x[a], n+1; weight > most {
				break
			}
		}
	}
	return weight, n
}

// read turns the zone into a landmark.
func (z *zone) read(l *landmark) {
	l.acts, l.zone = slices.Grow(l.acts, len(z.acts)), make([]label, 0, len(z.facts))
	for _, a := range z.acts {
		if z.enters[a] {
			l.acts = append(l.acts, a)
			z.enters[a] = false
		}
	}
	slices.Sort(l.acts)
	slices.Sort(z.facts)
	for _, f := range z.facts {
		l.zone = append(l.zone, label{f, never})
	}
}

func (z *zone) clear() {
	for _, f := range z.facts {
		for _, a := range z.p.needers[f] {
			z.barred[a] = 0
		}
	}
	for _, a := range z.acts {
		z.enters[a] = false
	}
	z.facts, z.acts = z.facts[:0], z.acts[:0]
}

// separateZones adds the landmarks of zones that the values break, one for each goal.
func (s *search) separateZones() (added int) {
	r := s.relax
	if r.zone == nil {
		r.zone = newZone(s.p, r.x, s.ended)
	}
	first := len(s.pool)
	for g := range s.p.goals {
		if s.p.goals[g].asked > 1 {
			continue
		}
		if s.ended() {
			break
		}
		l, broken := r.zone.landmark(g)
		s.trim(&l)
		same := func(k landmark) bool { return slices.Equal(k.acts, l.acts) }
		if !broken || !r.breaks(&l) || slices.ContainsFunc(s.pool[first:], same) {
			continue
		}
		i := s.admit(l)
		r.use(i, &s.pool[i])
		added++
	}
	return added
}
