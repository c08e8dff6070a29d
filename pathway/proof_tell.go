package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// mostCases is how many cases a proof is told in; with more nobody would follow it.
const mostCases = 24

// mostTold is how large the importance of all gaps may be, in its smallest parts: amounts
// of several times as much still fit 64 bits.
const mostTold = 1 << 52

// proof tells why no plan is better; nil: that was not proved, there is nothing to prove,
// it takes too many cases to tell, or the context has ended.
func (t *task) proof(ctx context.Context, s answer) *Proof {
	c := s.Certificate
	if c == nil || s.asked == nil || ctx.Err() != nil {
		return nil
	}
	r := t.rows(ctx, s)
	if r == nil {
		return nil
	}
	claim, proof, m, value := r.costs(), c.Cost, t.penceOf(c.Value), c.Value
	avoidable := c.Lost - r.outOfReach()
	switch {
	case c.Least == nil:
	case !t.limited():
		claim = r.losing(avoidable)
	case avoidable > sum(t.weights):
		return nil // a course that was asked for stands in the way
	default:
		claim, proof, m, value = r.weighing(), c.Least, t.importanceOf(avoidable), avoidable
	}
	if proof == nil || m.bound == 0 || sum(t.plain) > mostTold {
		return nil
	}
	claim.value = min((m.bound-m.step+1)*m.scale, t.below(claim, value)+1)
	if r.ended() {
		return nil
	}
	w := r.replay(claim, proof)
	if w.lost || len(w.cases) == 0 || len(w.cases) > mostCases {
		return nil
	}
	if told := w.tell(m); !w.lost {
		return told
	}
	return nil
}

// tell rounds the cases of a replay and puts them into a proof.
func (w *replay) tell(m measure) *Proof {
	p := &Proof{Of: m.of, Cases: []ProofCase{}, Outdone: []Outdone{}}
	if m.of != OfCost {
		p.All = sum(w.plain)
	}
	beyond := w.nothingGives(p.Of)
	for i, l := range w.cases {
		if w.lost = w.lost || w.ended(); w.lost {
			return nil
		}
		c := w.tellCase(l, m, beyond)
		if i == 0 || c.Least < p.Least {
			p.Least = c.Least
		}
		p.Cases = append(p.Cases, c)
	}
	w.beyond(p)
	if w.lost = w.lost || w.ended(); !w.lost {
		w.outdone(p)
	}
	return p
}

// beyond lists the gaps that limits put out of reach, unless a case does.
func (w *replay) beyond(p *Proof) {
	told := slices.ContainsFunc(p.Cases, func(c ProofCase) bool {
		return slices.ContainsFunc(c.Amounts, func(a Amount) bool { return a.Code == NothingGives })
	})
	for g, gap := range w.goals {
		if w.limited() && !told && !w.reached(g) {
			p.Beyond = append(p.Beyond, gap.Statement)
		}
	}
}

// tellCase rounds one case.
func (w *replay) tellCase(l leaf, m measure, beyond Amount) ProofCase {
	c := w.splitOf(l.split)
	c.Cannot, c.Least = w.cannot(l, c, m), m.bound*m.part+beyond.Adds
	if c.Cannot != nil {
		c.Takes = w.takes(l, c.Cannot)
		return c
	}
	c.Least, c.Amounts = w.round(&l, m)
	for k := range c.Amounts {
		c.Amounts[k].Adds *= m.part
	}
	if c.Least = c.Least*m.part + beyond.Adds; beyond.Adds > 0 {
		c.Amounts = append(c.Amounts, beyond)
	}
	sortAmounts(c.Amounts)
	return c
}

// cannot is why no better plan falls under a case; nil: its amounts show it.
func (w *replay) cannot(l leaf, c ProofCase, m measure) *Amount {
	made := amountOf(CriticalFirst, w.criticalOf(c.Open)...)
	switch {
	case l.cannot != nil:
		return l.cannot
	case m.of == OfImportance && w.ahead > 1 && len(made.Refs) > 0:
		return &made
	case l.unit == 0:
		made = amountOf(WithinLimit, w.claim.names...)
		return &made
	}
	return nil
}

// nothingGives is the importance of the gaps that no course closes, of those that the
// proof is about.
func (w *replay) nothingGives(of ProofOf) Amount {
	a := amountOf(NothingGives)
	for g, gap := range w.goals {
		if of != OfCost && !w.reached(g) && (of == OfImportance || gap.Critical) {
			a.Adds += w.plain[g]
			a.Refs = append(a.Refs, string(gap.Statement))
		}
	}
	return a
}

// criticalOf are those of some gaps that are critical.
func (t *task) criticalOf(ids []ksb.StatementID) (refs []string) {
	for _, g := range t.goals {
		if g.Critical && slices.Contains(ids, g.Statement) {
			refs = append(refs, string(g.Statement))
		}
	}
	return refs
}

// splitOf is a case by what it takes and does without.
func (w *replay) splitOf(split []decision) ProofCase {
	c := ProofCase{With: []string{}, Without: []string{}, Amounts: []Amount{}}
	for _, d := range split {
		switch a := d.action; {
		case a < len(w.courses) && d.with:
			c.With = append(c.With, w.courses[a].ID)
		case a < len(w.courses):
			c.Without = append(c.Without, w.courses[a].ID)
		case d.with == (a >= len(w.in.Actions)):
			c.Open = append(c.Open, w.statements(w.goalOf(a))...)
		default:
			c.Closed = append(c.Closed, w.statements(w.goalOf(a))...)
		}
	}
	return c
}

// outdone lists the courses that would meet a need that is told, but for others that
// stand in for them.
func (w *replay) outdone(p *Proof) {
	by := map[int]int{}
	for _, removed := range w.removals {
		by[removed.Action] = removed.By
	}
	in := make([]int, len(w.courses)) // 1 more than the course that stands in; 0: there is nothing to tell
	for _, r := range w.list {
		for _, a := range r.outdone {
			last := a
			for w.out[last] {
				last = by[last]
			}
			if a < len(w.courses) && last < len(w.courses) {
				in[a] = last + 1
			}
		}
	}
	for a, last := range in {
		if last > 0 {
			p.Outdone = append(p.Outdone, Outdone{w.courses[a].ID, w.courses[last-1].ID})
		}
	}
}
