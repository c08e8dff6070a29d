package belief

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Ledger is the default model: ordinal subjective logic in evidence space. For every
// level it adds up what speaks for "at this level or above" (R) and what speaks
// against (S), and reads off an opinion, b = R/n, d = S/n, u = W/n with n = R+S+W,
// and the probability Pr[Beta(R+aW, S+(1-a)W) > ½].
type Ledger struct {
	PriorWeight float64 // W > 0: how much evidence the base rate stands for
	SameSource  float64 // λ in [0, 1]: what a further piece of one source still counts
	Spread      float64 // σ over the top level: how far apart people are
}

// DefaultLedger has the documented defaults: W 1, λ 0.3, σ K/4.
func DefaultLedger() Ledger { return Ledger{PriorWeight: 1, SameSource: 0.3, Spread: 0.25} }

// Name is "ledger".
func (Ledger) Name() string { return "ledger" }

// entry is a piece with its mass m and its spread s.
type entry struct {
	piece        int // position in the input
	source       int
	mode         Mode
	level        float64
	mass, spread float64
	weight       float64 // relevance x confidence, by age
	rank         float64 // orders pieces by mass, the same on every day
	id           string
}

// scratch is memory that one Estimate lends to the next.
type scratch struct {
	entries []entry
	values  []float64
	ratings []rating
	grid    []float64
	mixture mixture
}

// Check returns what is wrong with the parameters, each part wrapping [ErrParameter].
func (l Ledger) Check() error {
	return inRange(l.Name(),
		bound{"prior weight", l.PriorWeight, math.SmallestNonzeroFloat64, math.MaxFloat64},
		bound{"same source", l.SameSource, 0, 1},
		bound{"spread", l.Spread, math.SmallestNonzeroFloat64, math.MaxFloat64})
}

// Estimate fills dst. It allocates nothing once dst has been used for as much.
func (l Ledger) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	dst.reset(s.Top)
	entries := l.enter(dst.scratch.entries[:0], s, pieces)
	dst.scratch.entries = entries
	dst.makeRoom(countSources(entries), s.Top)
	for start := 0; start < len(entries); {
		end := groupEnd(entries, start)
		b := dst.balance(entries[start].source, s.Top)
		for k := 1; k <= s.Top; k++ {
			r, c := l.saturate(&dst.scratch, entries[start:end], k)
			b.For[k-1] += r
			b.Against[k-1] += c
		}
		start = end
	}
	for i := range dst.Sources {
		for k := range s.Top {
			dst.For[k] += dst.Sources[i].For[k]
			dst.Against[k] += dst.Sources[i].Against[k]
		}
	}
	l.judge(dst, s)
}

// Add adds to the sums of an estimate what no piece of this statement says, by level,
// such as support that is inferred from another statement, and judges again. It is no
// source's word, so Sources stay as they are. Nothing may be below 0.
func (l Ledger) Add(e *Estimate, s Scale, support, counter []float64) {
	for k := range s.Top {
		e.For[k] += support[k]
		e.Against[k] += counter[k]
	}
	l.judge(e, s)
}

// judge reads opinions and probabilities off the finished sums.
func (l Ledger) judge(e *Estimate, s Scale) {
	for k := range s.Top {
		n := e.For[k] + e.Against[k] + l.PriorWeight
		e.Opinion[k] = Opinion{e.For[k] / n, e.Against[k] / n, l.PriorWeight / n}
		e.AtLeast[k] = l.Probability(s, k+1, e.For[k], e.Against[k])
	}
	e.summarise()
}

// Probability is q_k for given sums: the chance that most competent assessors would
// place the person at level k or above.
func (l Ledger) Probability(s Scale, k int, support, counter float64) float64 {
	a := s.base(k) * l.PriorWeight
	return upperHalf(support+a, counter+(l.PriorWeight-a))
}

// enter turns the pieces that say something into entries, in one order for every
// order of the input: by source, mode, mass (greatest first) and ID.
func (l Ledger) enter(entries []entry, s Scale, pieces []Piece) []entry {
	for i, p := range pieces {
		if p.silent() {
			continue
		}
		r, weight := min(p.Reliability, MaxReliability), min(p.Weight, 1)
		odds := r / (1 - r)
		age, halfLife := s.age(p), s.halfLife()
		fresh := math.Exp2(-age / halfLife)
		entries = append(entries, entry{
			piece: i, source: p.Source, mode: p.Mode, id: p.ID,
			level:  s.clamp(p.Level),
			mass:   odds * weight * fresh,
			weight: weight * fresh,
			rank:   math.Round(float64(halfLife*math.Log2(odds*weight))*(1<<34))/(1<<34) - age,
			spread: l.Spread * float64(s.Top) * math.Sqrt(1/odds),
		})
	}
	slices.SortFunc(entries, entry.compare)
	return entries
}

// compare orders entries by source, mode and mass, the greatest first, then by what
// tells them apart. Two pieces of one mass would otherwise change places from day to
// day, by the rounding of the mass; so they are ranked by a number that ages by the
// exact number of days.
func (e entry) compare(f entry) int {
	return cmp.Or(
		cmp.Compare(e.source, f.source), cmp.Compare(e.mode, f.mode), cmp.Compare(f.rank, e.rank),
		strings.Compare(e.id, f.id), cmp.Compare(e.level, f.level), cmp.Compare(e.spread, f.spread),
	)
}

// kernel is what the piece says for and against "at k or above".
func (e *entry) kernel(k int) (support, counter float64) {
	switch distance := e.level - float64(k); {
	case e.mode == Graded:
		p := logistic((distance + 0.5) / e.spread)
		return float64(e.mass * p), float64(e.mass * (1 - p))
	case e.mode == AtLeast && distance >= 0:
		return float64(e.mass * logistic((distance+1)/e.spread)), 0
	case e.mode == Below && distance <= 0:
		return 0, float64(e.mass * logistic((1-distance)/e.spread))
	}
	return 0, 0
}

// logistic is the normal ogive by its usual approximation, Λ(1.702 x).
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-1.702*x)) }

func groupEnd(entries []entry, start int) int {
	end := start + 1
	for end < len(entries) && entries[end].source == entries[start].source && entries[end].mode == entries[start].mode {
		end++
	}
	return end
}

// saturate adds up one group at level k: the j-th greatest piece counts λ^j. Graded
// pieces are ranked by mass; passes and failures by what they say at this level.
func (l Ledger) saturate(mem *scratch, group []entry, k int) (support, counter float64) {
	if group[0].mode == Graded || len(group) == 1 {
		factor := 1.0
		for i := range group {
			r, c := group[i].kernel(k)
			support += float64(factor * r)
			counter += float64(factor * c)
			factor *= l.SameSource
		}
		return support, counter
	}
	mem.values = mem.values[:0]
	for i := range group {
		r, c := group[i].kernel(k)
		mem.values = append(mem.values, r+c) // one of them is 0
	}
	slices.SortFunc(mem.values, func(a, b float64) int { return cmp.Compare(b, a) })
	total, factor := 0.0, 1.0
	for _, v := range mem.values {
		total += float64(factor * v)
		factor *= l.SameSource
	}
	if group[0].mode == AtLeast {
		return total, 0
	}
	return 0, total
}
