package belief

import "math"

// EvidentialReasoning combines the pieces by the modified evidential reasoning
// algorithm (Yang and Xu 2002), as [Node.RollUp] combines statements, duties and
// roles. A piece believes in the levels that it names, as far as it can be trusted:
// reliability x relevance x confidence x 2^(-age/half-life). A level between two rungs
// is split between them; a pass believes in the levels from there up, and a failure in
// those below, in proportion to the base rates. Pieces count by their trust, times λ^j
// for the j-th of its source and mode.
//
// Belief that is assigned to no level is the uncertainty, and the base rates share it
// out for the probability.
//
// Weights sum to 1, whatever their number: this is a weighted consensus, not an
// accumulation. Ten assessors who agree are little more certain than one, and a weak
// piece beside a strong one adds uncertainty. It is good for rolling up what is known
// already; see [Node].
type EvidentialReasoning struct {
	SameSource float64 // λ in [0, 1]: what a further piece of one source still counts
}

// DefaultEvidentialReasoning has the ledger's λ 0.3.
func DefaultEvidentialReasoning() EvidentialReasoning { return EvidentialReasoning{SameSource: 0.3} }

// Name is "evidential-reasoning".
func (EvidentialReasoning) Name() string { return "evidential-reasoning" }

// Check returns what is wrong with the parameters, each part wrapping [ErrParameter].
func (m EvidentialReasoning) Check() error {
	return inRange(m.Name(), bound{"same source", m.SameSource, 0, 1})
}

// Estimate fills dst. It allocates nothing once dst has been used for as much.
func (m EvidentialReasoning) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	dst.resetPlain(s.Top)
	dst.scratch.entries = Ledger{Spread: 1}.enter(dst.scratch.entries[:0], s, pieces)
	mixed := &dst.scratch.mixture
	mixed.begin(s.Top + 1)
	m.mix(mixed, s, dst.scratch.entries)
	dst.scratch.grid = zeros(dst.scratch.grid, s.Top+1)
	believed := Distribution(dst.scratch.grid)
	mixed.combine(believed)
	believed.read(dst, s)
}

// Explain tells how far each piece moves the probability at one level: the model has
// no sums, so For and Against are the two directions of Delta. The cost grows with the
// square of the number of pieces.
func (m EvidentialReasoning) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return leaveOneOut(dst, m, s, pieces, level)
}

// mix adds every entry with its weight and its beliefs.
func (m EvidentialReasoning) mix(mixed *mixture, s Scale, entries []entry) {
	for start := 0; start < len(entries); {
		end, factor := groupEnd(entries, start), 1.0
		for i := start; i < end; i++ {
			if trust := entries[i].trust(); trust > 0 && factor > 0 && entries[i].mode <= Below {
				entries[i].believe(mixed.add(float64(trust*factor)), s, trust)
			}
			factor *= m.SameSource
		}
		start = end
	}
}

// trust is reliability x weight, by age: with m = w r/(1-r) it is w m/(m+w).
func (e *entry) trust() float64 {
	if e.weight == 0 {
		return 0
	}
	return e.weight * float64(e.mass/(e.mass+e.weight))
}

// believe spreads the trust over the levels that the piece names.
func (e *entry) believe(levels []float64, s Scale, trust float64) {
	switch e.mode {
	case Graded:
		under := math.Floor(e.level)
		levels[int(under)] = trust * (1 - (e.level - under))
		if e.level > under {
			levels[int(under)+1] = trust * (e.level - under)
		}
	case AtLeast:
		share(levels, s, int(math.Floor(e.level)), s.Top+1, trust)
	case Below:
		share(levels, s, 0, max(int(math.Ceil(e.level)), 1), trust)
	}
}

// share spreads trust over the levels from low to before high by the base rates; evenly
// where the base rates have nobody there.
func share(levels []float64, s Scale, low, high int, trust float64) {
	people := s.peopleFrom(low) - s.peopleFrom(high)
	for level := low; level < high; level++ {
		levels[level] = trust / float64(high-low)
		if people > 0 {
			levels[level] = trust * max(s.peopleFrom(level)-s.peopleFrom(level+1), 0) / people
		}
	}
}

// peopleFrom is a_k for every k, 1 at the bottom and 0 above the top.
func (s Scale) peopleFrom(k int) float64 {
	switch {
	case k <= 0:
		return 1
	case k > s.Top:
		return 0
	}
	return s.base(k)
}

// read makes an estimate of a distribution over the levels.
func (d Distribution) read(e *Estimate, s Scale) {
	unassigned, above := d.Unassigned(), 0.0
	for k := s.Top; k >= 1; k-- {
		above = min(above+d[k], 1-unassigned)
		e.Opinion[k-1] = Opinion{above, max(1-unassigned-above, 0), unassigned}
		e.AtLeast[k-1] = min(above+float64(s.base(k)*unassigned), 1)
	}
	e.summarise()
}
