package solve

// Certificate shows that no plan is better than the one it holds: none loses less
// weight, and of those that lose as little none costs less. Where all goals are closed that
// can be reached, those are meant that close them all, even goals of weight 0. It does not tell
// which of equal plans comes first. [Certificate.Check] goes through it without any search.
type Certificate struct {
	// Items are the actions of the plan, Value what they cost, and Lost the weight of
	// the goals that they leave open.
	Items       []int
	Value, Lost int64
	// Beyond tells of facts that they come true only so late, whatever is carried out; below
	// 0: never. Without a deadline it is always below 0. It need not tell of facts that no
	// action needs, nor any goal.
	Beyond []Label
	// Idle are facts that no goal which can be closed can come to need.
	Idle []int
	// Removals are actions that no proof speaks of, since another outdoes them.
	Removals []Removal
	// Impossible, where some goal that can be reached is left open: no plan within the
	// limits closes all that can be reached. Nil: Least shows it too.
	Impossible *Proof
	// Least shows that no plan loses less; nil: every goal that can be reached is closed.
	Least *Proof
	// Cost shows that no plan that loses as little costs less.
	Cost *Proof
}

// Removal is an action that need not be looked at: By asks for no more, gives no less,
// takes no more time and resources, excludes no more and costs less; or as much, and
// comes first.
type Removal struct{ Action, By int }

// Proof is a list of landmarks, and a tree of cases in which their prices add up to the
// value that is to be proved.
type Proof struct {
	Landmarks []Landmark
	// Groups are sets of actions that all exclude each other: a plan holds one of each
	// at most.
	Groups [][]int
	Case   *Case
}

// Landmark is a row that every plan meets. Goal is the position of a goal that cannot
// be closed without it, and Zone tells, for some facts, how soon they can become true if
// no action enters the zone, that is: makes one of them true sooner, with all that it
// needs at hand when the zone says. Facts that are not in the zone count as true.
//
// A plan that holds no action that enters leaves the zone as it is, and closes the goal
// by actions from outside the zone. So those, counted once, and the ones that enter,
// counted as often as the goal needs sources, add up to the sources that it needs.
type Landmark struct {
	Goal int
	Zone []Label
}

// Label is the earliest time of a fact; below 0: it does not become true at all. Without a
// deadline it is always below 0.
type Label struct{ Fact, Time int }

// Case is what is left of a problem after some actions were taken and others dropped.
// Either its prices show that no plan of it is better, or it is split in two.
type Case struct {
	// Prices are lists to be applied in order. After each, the actions that no better
	// plan can hold are dropped: their worth is not used up by more than the gap.
	Prices []Prices
	// Action is what With takes and Without drops; they are nil where the prices suffice.
	Action        int
	With, Without *Case
}

// Prices puts a price on landmarks. An action is worth Unit times its cost plus the
// Multiples of its use of the resources (in a proof where goals may stay open, the last
// resource is the weight of the goals left open; a waiver costs that weight, or uses it).
// For each plan the prices of the landmarks, times the sources that they need, less what
// actions are overcharged (the most of each group), come to no more than it is worth.
// Unit 0: they exceed what the limits are worth, so there is no plan.
type Prices struct {
	Unit      int64
	Multiples []int64
	Rows      []int   // positions in Landmarks
	Each      []int64 // the price of each
}

// certify adds the certificate to a proved solution. Impossible and least are nil if
// every goal that can be reached is closed.
func (e *exact) certify(s Solution, impossible, least, cost *search) Solution {
	if !s.Proved {
		return s
	}
	c := &Certificate{Items: s.Items, Value: s.Value, Lost: s.Lost, Beyond: e.p.beyond, Idle: e.p.idle, Removals: e.p.removals}
	kept := cost.kept
	c.Cost = cost.proof()
	if least != nil {
		kept = max(kept, least.kept)
		c.Least = least.proof()
		if least.best.cost == 0 {
			kept = max(kept, impossible.kept)
			c.Impossible = impossible.proof()
		}
	}
	if kept <= mostKept && e.ctx.Err() == nil {
		s.Certificate = c
	}
	return s
}

// proof turns the trace of a search into a proof.
func (s *search) proof() *Proof {
	w := &proofWriter{s: s, proof: &Proof{}, number: make([]int, len(s.pool))}
	for i := range w.number {
		w.number[i] = -1
	}
	for _, group := range s.p.groups {
		if s.ended() {
			break
		}
		items := make([]int, len(group))
		for i, a := range group {
			items[i] = s.p.acts[a].item
		}
		w.proof.Groups = append(w.proof.Groups, items)
	}
	w.proof.Case = w.write(s.root)
	return w.proof
}

// proofWriter numbers the landmarks that a proof uses.
type proofWriter struct {
	s      *search
	proof  *Proof
	number []int // by landmark of the pool
}

func (w *proofWriter) write(t *trace) *Case {
	c := &Case{Action: -1}
	if t == nil {
		return c
	}
	for _, list := range t.lists {
		if w.s.ended() {
			break
		}
		c.Prices = append(c.Prices, w.prices(list))
	}
	if t.action >= 0 {
		c.Action = w.item(t.action)
		c.With, c.Without = w.write(t.with), w.write(t.without)
	}
	return c
}

// item is the position of an action in the instance; a waiver comes after all actions,
// by the position of its goal.
func (w *proofWriter) item(a int32) int {
	if p := w.s.p; int(a) >= p.courses {
		return p.actions + p.acts[a].item
	}
	return w.s.p.acts[a].item
}

func (w *proofWriter) prices(t *tally) Prices {
	p := Prices{Unit: t.unit, Multiples: t.multiples, Each: t.prices}
	for _, i := range t.rows {
		if w.number[i] < 0 {
			w.number[i] = len(w.proof.Landmarks)
			w.proof.Landmarks = append(w.proof.Landmarks, w.landmark(&w.s.pool[i]))
		}
		p.Rows = append(p.Rows, w.number[i])
	}
	return p
}

func (w *proofWriter) landmark(l *landmark) Landmark {
	made := Landmark{Goal: w.s.p.goals[l.goal].item}
	for _, z := range l.zone {
		time := int(z.time)
		if z.time == never {
			time = -1
		}
		made.Zone = append(made.Zone, Label{int(z.fact), time})
	}
	return made
}
