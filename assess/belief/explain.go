package belief

import (
	"cmp"
	"slices"
)

// Explain appends what each piece added at one level. The For and Against of all the
// pieces sum to those of the estimate; Delta is the probability less the probability
// of a ledger that never saw the piece. The cost is that of sorting, whatever the
// number of pieces.
func (l Ledger) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	start := len(dst)
	dst = append(dst, make([]Contribution, len(pieces))...)
	entries := l.enter(make([]entry, 0, len(pieces)), s, pieces)
	told := make([]told, len(entries))
	var support, counter float64
	for from := 0; from < len(entries); {
		to := groupEnd(entries, from)
		r, c := l.tell(told[from:to], entries[from:to], level)
		support += r
		counter += c
		from = to
	}
	q := l.Probability(s, level, support, counter)
	for i := range told {
		t := &told[i]
		without := q
		if t.lostFor != 0 || t.lostAgainst != 0 {
			without = l.Probability(s, level, max(support-t.lostFor, 0), max(counter-t.lostAgainst, 0))
		}
		dst[start+t.piece] = Contribution{
			For: t.support, Against: t.counter, Delta: q - without, LostFor: t.lostFor, LostAgainst: t.lostAgainst,
		}
	}
	return dst
}

// told is what one piece says at one level, what of it counts, and what the group
// would lose without it: less than what counts, since the others move up.
type told struct {
	piece                int
	factor               float64 // λ^j at place j of its group
	saysFor, saysAgainst float64
	support, counter     float64
	lostFor, lostAgainst float64
}

// tell fills in the pieces of one group and returns its sums.
func (l Ledger) tell(group []told, entries []entry, k int) (support, counter float64) {
	for i := range entries {
		r, c := entries[i].kernel(k)
		group[i] = told{piece: entries[i].piece, saysFor: r, saysAgainst: c}
	}
	if entries[0].mode != Graded {
		slices.SortStableFunc(group, func(a, b told) int {
			return cmp.Compare(b.saysFor+b.saysAgainst, a.saysFor+a.saysAgainst)
		})
	}
	factor := 1.0
	for i := range group {
		t := &group[i]
		t.factor = factor
		t.support, t.counter = float64(factor*t.saysFor), float64(factor*t.saysAgainst)
		support += t.support
		counter += t.counter
		factor *= l.SameSource
	}
	l.tellLosses(group)
	return support, counter
}

// tellLosses walks from the least piece to the greatest. Without piece j those after
// it move up one place: with T_j = Σ_{i>j} λ^(i-j-1) x_i the group loses
// λ^j (x_j - (1-λ) T_j).
func (l Ledger) tellLosses(group []told) {
	var laterFor, laterAgainst float64
	for i := len(group) - 1; i >= 0; i-- {
		t := &group[i]
		t.lostFor = t.factor * (t.saysFor - float64((1-l.SameSource)*laterFor))
		t.lostAgainst = t.factor * (t.saysAgainst - float64((1-l.SameSource)*laterAgainst))
		laterFor = t.saysFor + float64(l.SameSource*laterFor)
		laterAgainst = t.saysAgainst + float64(l.SameSource*laterAgainst)
	}
}

// leaveOneOut explains a model that has no sums: the probability with every piece less
// the probability without one, for each. Whether it speaks for or against is the sign.
func leaveOneOut(dst []Contribution, m Model, s Scale, pieces []Piece, level int) []Contribution {
	var e Estimate
	m.Estimate(&e, s, pieces)
	all, rest := e.AtLeast[level-1], make([]Piece, 0, len(pieces))
	for i, p := range pieces {
		delta := 0.0
		if !p.silent() {
			rest = append(append(rest[:0], pieces[:i]...), pieces[i+1:]...)
			m.Estimate(&e, s, rest)
			delta = all - e.AtLeast[level-1]
		}
		dst = append(dst, Contribution{For: max(delta, 0), Against: max(-delta, 0), Delta: delta})
	}
	return dst
}
