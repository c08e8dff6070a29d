package solve

import "fmt"

// ErrCertificate is wrapped by what [Certificate.Check] finds.
const ErrCertificate Error = "certificate does not hold"

// Check goes through the certificate and tells what does not hold, nil if all does: the
// items are a plan within the limits that costs Value and loses Lost; every landmark is
// one; no prices are overcharged unaccounted; the cases leave nothing out; and in each of
// them the prices add up to what is proved. It shares no code with the search and knows
// nothing of it. The error wraps ErrCertificate, or is that of an instance that makes no
// sense.
//
// It reads the lists of the instance once, and once more for each proof beside that of the
// cost.
func (c *Certificate) Check(in *Instance) error {
	if err := in.checkFrame(); err != nil {
		return err
	}
	v := newVerifier(in)
	t, err := v.survey(c)
	if err != nil {
		return err
	}
	if err := v.removals(c.Removals); err != nil {
		return err
	}
	all, err := v.plan(c)
	if err != nil {
		return err
	}
	if all {
		return v.proves("cost", c.Cost, t, v.mandatory(), c.Value)
	}
	return v.weighs(c, t)
}

// weighs checks the proofs of a plan that leaves goals open that can be reached. The table is
// that of the last proof.
func (v *verifier) weighs(c *Certificate, t *table) error {
	avoidable := c.Lost - v.unavoidable()
	if avoidable == 0 {
		if err := v.proves("impossible", c.Impossible, nil, v.mandatory(), v.total+1); err != nil {
			return err
		}
	}
	if err := v.proves("least", c.Least, nil, v.weighing(), avoidable); err != nil {
		return err
	}
	return v.proves("cost", c.Cost, t, v.losing(avoidable), c.Value)
}

// verifier knows the facts of an instance that every proof stands on.
type verifier struct {
	in       *Instance
	deadline int32   // without one 0, and no action takes time
	kind     []uint8 // by fact: what is known of it
	soon     []int32 // by fact that isLate: when it comes true at the soonest
	fate     []uint8 // by action: why no plan, or none that is needed, holds it; 0: it may be in one
	late     uint8   // addsLate, if facts are said to be late
	cost     []int64 // by action
	total    int64   // of all costs
	step     gauge   // of all costs
	rivals   chains  // by action: those that say that they exclude it
	goals    []int   // by goal: the first that asks for the same; -1: closed or out of reach
	lacks    []int   // by goal: sources to be found
	first    []int32 // by fact: room for chains, which is cleared before use
	seen     []int32 // by fact, then by action: the last look that met it
	looks    int32   // so far
}

// What a verifier knows of a fact.
const (
	isHeld    uint8 = 1 << iota // it holds from the start
	isSeveral                   // a goal asks for several sources of it
	isIdle                      // no goal can come to need it
	isLate                      // it comes true at a certain time at the soonest
)

// Why an action is left out.
const (
	cannot  uint8 = 1 << iota // it cannot be carried out, or not within the limits
	outdone                   // another stands in for it
)

// notEver is the time of what does not come true: later than any sum of times.
const notEver = MostTime + 1

func newVerifier(in *Instance) *verifier {
	n := len(in.Actions)
	room := make([]int32, 2*in.Facts+2*n)
	v := &verifier{in: in, kind: make([]uint8, in.Facts), fate: make([]uint8, n), cost: make([]int64, n)}
	v.first, v.seen = cut(&room, in.Facts), cut(&room, in.Facts+n)
	v.rivals = chains{first: room, links: make([]link, 1, 8+n/4)}
	if in.Deadline != nil {
		v.deadline = int32(min(*in.Deadline, MostTime))
	}
	for _, f := range in.Start {
		v.kind[f] |= isHeld
	}
	for _, g := range in.Goals {
		if g.Sources > 1 {
			v.kind[g.Fact] |= isSeveral
		}
	}
	return v
}

// cut cuts so many entries off a room.
func cut[T any](room *[]T, n int) (part []T) {
	part, *room = (*room)[:n:n], (*room)[n:]
	return part
}

// takes is how long an action takes.
func (v *verifier) takes(a *Action) int32 {
	if v.in.Deadline == nil {
		return 0
	}
	return int32(a.Time)
}

// time is when a label says that its fact comes true; false: it makes no sense.
func (v *verifier) time(l Label) (at int32, ok bool) {
	if l.Fact < 0 || l.Fact >= v.in.Facts || v.kind[l.Fact]&isHeld != 0 || l.Time == 0 || l.Time > 0 && v.in.Deadline == nil {
		return 0, false
	}
	if l.Time < 0 || l.Time > int(v.deadline) {
		return notEver, true
	}
	return int32(l.Time), true
}

func faulty(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrCertificate, fmt.Sprintf(format, args...))
}
