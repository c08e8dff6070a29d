package belief

import (
	"cmp"
	"slices"
	"strings"
)

// BKT is Bayesian knowledge tracing (Corbett and Anderson 1995), for the same pass or
// fail test taken again and again. Level by level the pieces are outcomes, the oldest
// first; of one day by ID. A pass at k or above is a success at k, a grade under k or a
// failure at k or under is a fail, anything else is no outcome. With L the probability
// of knowing,
//
//	pass: L (1-S) / (L (1-S) + (1-L) G)     fail: L S / (L S + (1-L) (1-G))
//
// and then, since every attempt teaches, L + (1-L) T. No level is likelier than the one
// under it.
//
// It knows neither reliability, relevance, confidence, source nor age beyond the order,
// so anybody's word is a test. One outcome leaves no uncertainty. Where the guess is
// above 0 and people learn, even failing a test can raise a low probability.
type BKT struct {
	Initial float64 // L0 in [0, 1]: known before the first outcome; 0: the base rate of the level
	Learn   float64 // T in [0, 1]: becomes known by an attempt
	Slip    float64 // S in [0, 1): known, and failed all the same
	Guess   float64 // G in [0, 1): not known, and passed all the same; S + G < 1
}

// DefaultBKT starts from the base rates, with T 0.1, S 0.1 and G 0.2.
func DefaultBKT() BKT { return BKT{Learn: 0.1, Slip: 0.1, Guess: 0.2} }

// Name is "bkt".
func (BKT) Name() string { return "bkt" }

// Check returns what is wrong with the parameters, each part wrapping [ErrParameter].
// Where slip and guess reach 1, a pass would count against knowing.
func (m BKT) Check() error {
	return inRange(m.Name(),
		bound{"initial", m.Initial, 0, 1}, bound{"learn", m.Learn, 0, 1},
		bound{"slip", m.Slip, 0, 1}, bound{"guess", m.Guess, 0, 1},
		bound{"slip + guess", m.Slip + m.Guess, 0, 1 - 1e-9})
}

// Estimate fills dst. It allocates nothing once dst has been used for as much.
func (m BKT) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	dst.resetPlain(s.Top)
	dst.scratch.entries = attempts(dst.scratch.entries[:0], s, pieces)
	under := 1.0
	for k := 1; k <= s.Top; k++ {
		known, outcomes := m.trace(dst.scratch.entries, k, m.initial(s, k))
		under = min(known, under)
		dst.AtLeast[k-1] = under
		dst.Opinion[k-1] = Opinion{Uncertainty: 1}
		if outcomes > 0 {
			dst.Opinion[k-1] = Opinion{Belief: under, Disbelief: 1 - under}
		}
	}
	dst.summarise()
}

// Explain tells how far each outcome moves the probability at one level: the model has
// no sums, so For and Against are the two directions of Delta. The cost grows with the
// square of the number of pieces.
func (m BKT) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return leaveOneOut(dst, m, s, pieces, level)
}

func (m BKT) initial(s Scale, k int) float64 { return cmp.Or(m.Initial, s.base(k)) }

// trace goes through the outcomes at one level.
func (m BKT) trace(attempts []entry, k int, known float64) (float64, int) {
	outcomes := 0
	for i := range attempts {
		if passed, says := attempts[i].outcome(float64(k)); says {
			outcomes++
			known = m.after(known, passed)
		}
	}
	return known, outcomes
}

// after is one step. An outcome that cannot happen teaches nothing but the attempt.
func (m BKT) after(known float64, passed bool) float64 {
	yes, no := float64(known*m.Slip), float64((1-known)*(1-m.Guess))
	if passed {
		yes, no = float64(known*(1-m.Slip)), float64((1-known)*m.Guess)
	}
	if yes+no > 0 {
		known = yes / (yes + no)
	}
	return min(known+float64((1-known)*m.Learn), 1)
}

// outcome is what an attempt says at level k.
func (e *entry) outcome(k float64) (passed, says bool) {
	switch e.mode {
	case Graded:
		return e.level >= k, true
	case AtLeast:
		return true, e.level >= k
	case Below:
		return false, e.level <= k
	}
	return false, false
}

// attempts lists the pieces that say something, the oldest first.
func attempts(list []entry, s Scale, pieces []Piece) []entry {
	for i, p := range pieces {
		if p.silent() {
			continue
		}
		e := entry{piece: i, mode: p.Mode, id: p.ID, level: s.clamp(p.Level)}
		if p.AgeDays > 0 {
			e.rank = p.AgeDays
		}
		list = append(list, e)
	}
	slices.SortFunc(list, func(e, f entry) int {
		return cmp.Or(cmp.Compare(f.rank, e.rank), strings.Compare(e.id, f.id), cmp.Compare(e.mode, f.mode), cmp.Compare(e.level, f.level))
	})
	return list
}
