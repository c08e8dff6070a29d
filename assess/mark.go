package assess

import (
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// mark is all that the evidence about one statement says at one level.
type mark struct {
	q       float64        // probability of being at the level or above
	opinion belief.Opinion // for and against that
	others  belief.Opinion // the same without what the person says
	// conflict is how far the sources other than the person contradict each other:
	// 2 min(C⁺, C⁻) / (C⁺ + C⁻ + W).
	conflict float64
	// the same two numbers as they were before evidence lapsed, for Expired.
	shadowQ, shadowBelief float64
	lapsed                bool // some evidence has lapsed
	// the same without what is inferred from other statements: what a critical
	// requirement must also show, and how much others have looked.
	own, ownShadow proof
	looked         float64
}

// proof is what the test for Met compares.
type proof struct{ q, belief float64 }

// spread is what the evidence says of the level as a whole.
type spread struct{ mean, low, high float64 }

// met is the test for Met: probable enough, and believed on the word of others.
func (p *Policy) met(q, othersBelief float64, critical bool) bool {
	least := p.Met
	if critical {
		least = p.MetCritical
	}
	return q >= least && othersBelief >= p.NonSelfBelief
}

// proves is the test for Met where something may be inferred: for a critical requirement
// what was shown of it must be enough by itself.
func (p *Policy) proves(all, own proof, critical bool) bool {
	return p.met(all.q, all.belief, critical) && (!critical || p.met(own.q, own.belief, critical))
}

func (p *Policy) metBy(m *mark, critical bool) bool {
	return p.proves(proof{m.q, m.others.Belief}, m.own, critical)
}

// status is the first that fits. Nobody has looked where all that is known is inferred.
func (p *Policy) status(m *mark, critical bool) Status {
	switch {
	case p.metBy(m, critical):
		return Met
	case m.conflict > 0 && m.conflict >= p.Contested:
		return Contested
	case m.lapsed && p.proves(proof{m.shadowQ, m.shadowBelief}, m.ownShadow, critical):
		return Expired
	case m.looked < p.NotEvidenced:
		return NotEvidenced
	case m.q <= p.BelowProbability || m.opinion.Disbelief >= p.BelowDisbelief:
		return BelowLevel
	}
	return Uncertain
}

// bench is the memory in which statements are judged, one after another.
type bench struct {
	engine                      *Engine
	all, others, shadow         belief.Estimate
	pieces, nonSelf             []belief.Piece
	shadowPieces, shadowNonSelf []belief.Piece
}

// spread is that of the statement judged last.
func (b *bench) spread() spread { return spread{b.all.Mean, b.all.Low, b.all.High} }

// judge appends the marks of one statement for levels 1 to the top.
func (b *bench) judge(dst []mark, s belief.Scale, pieces []piece) []mark {
	b.sortOut(pieces)
	model := b.engine.model
	model.Estimate(&b.all, s, b.pieces)
	others := &b.all
	if len(b.nonSelf) != len(b.pieces) {
		model.Estimate(&b.others, s, b.nonSelf)
		others = &b.others
	}
	start := len(dst)
	for k := range s.Top {
		dst = append(dst, mark{
			q: b.all.AtLeast[k], opinion: b.all.Opinion[k], others: others.Opinion[k],
			conflict: b.conflict(others.Sources, k),
		})
	}
	b.judgeShadow(dst[start:], s)
	for k := start; k < len(dst); k++ {
		m := &dst[k]
		m.own, m.ownShadow = proof{m.q, m.others.Belief}, proof{m.shadowQ, m.shadowBelief}
		m.looked = m.others.Belief + m.others.Disbelief
	}
	return dst
}

// judgeShadow adds what stood before evidence lapsed.
func (b *bench) judgeShadow(marks []mark, s belief.Scale) {
	if len(b.shadowPieces) == len(b.pieces) {
		return
	}
	model := b.engine.model
	model.Estimate(&b.shadow, s, b.shadowPieces)
	for k := range marks {
		marks[k].lapsed, marks[k].shadowQ = true, b.shadow.AtLeast[k]
	}
	if len(b.shadowNonSelf) != len(b.shadowPieces) {
		model.Estimate(&b.shadow, s, b.shadowNonSelf)
	}
	for k := range marks {
		marks[k].shadowBelief = b.shadow.Opinion[k].Belief
	}
}

// sortOut fills the four lists: with and without the person's own word, as of the day
// and as if nothing had lapsed.
func (b *bench) sortOut(pieces []piece) {
	b.pieces, b.nonSelf = b.pieces[:0], b.nonSelf[:0]
	b.shadowPieces, b.shadowNonSelf = b.shadowPieces[:0], b.shadowNonSelf[:0]
	for i := range pieces {
		p := &pieces[i]
		self := p.evidence.Kind == Self
		if !p.expired {
			b.pieces = append(b.pieces, p.numbers)
		}
		if !p.expired && !self {
			b.nonSelf = append(b.nonSelf, p.numbers)
		}
		b.shadowPieces = append(b.shadowPieces, p.numbers)
		if !self {
			b.shadowNonSelf = append(b.shadowNonSelf, p.numbers)
		}
	}
}

func (b *bench) conflict(sources []belief.Balance, k int) float64 {
	var yes, no float64
	for i := range sources {
		if lean := sources[i].For[k] - sources[i].Against[k]; lean > 0 {
			yes += lean
		} else {
			no -= lean
		}
	}
	return 2 * min(yes, no) / (yes + no + b.engine.policy.PriorWeight)
}

// heldLevel is the greatest level whose test for Met passes; 0: none.
func (p *Policy) heldLevel(marks []mark) ksb.Level {
	for k := len(marks); k > 0; k-- {
		if m := &marks[k-1]; p.met(m.q, m.others.Belief, false) {
			return ksb.Level(k)
		}
	}
	return 0
}
