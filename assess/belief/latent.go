package belief

import "math"

// Latent is the graded response model of item response theory (Samejima 1969), on a
// grid: the person has one true level score θ in [-½, K+½], and every piece has a
// likelihood. With F(x) = Λ(1.702 x), s the spread of the piece and ℓ its level,
//
//	Graded:  F((θ-ℓ+½)/s) - F((θ-ℓ-½)/s), open above for the top level and below for 0
//	AtLeast: F((θ-ℓ+½)/s)
//	Below:   1 - F((θ-ℓ+½)/s)
//
// to the power of relevance x confidence x 2^(-age/half-life) x λ^j, j being the place
// of the piece in its source and mode, the greatest mass first. The prior follows the
// base rates; uniform ones are an even prior.
//
// Its probabilities are the best calibrated here. The price: age fades it back to the
// prior, so waiting alone may raise a belief; and two assessors who contradict each
// other become one level between them, so no conflict is ever seen.
//
// Uncertainty is the variance of θ that is left, as a share of that of the prior: 1
// less the reliability of the score. What is certain goes to belief and disbelief as q
// and 1-q.
type Latent struct {
	SameSource float64 // λ in [0, 1]: what a further piece of one source still counts
	Spread     float64 // σ over the top level, 0.001 to 1000: how far apart people are
	PerLevel   int     // cells of the grid in one level, 1 to 1000
}

// DefaultLatent has the ledger's λ 0.3 and σ K/4, and 20 cells a level.
func DefaultLatent() Latent { return Latent{SameSource: 0.3, Spread: 0.25, PerLevel: 20} }

// Name is "latent".
func (Latent) Name() string { return "latent" }

// Check returns what is wrong with the parameters, each part wrapping [ErrParameter].
func (l Latent) Check() error {
	return inRange(l.Name(),
		bound{"same source", l.SameSource, 0, 1}, bound{"spread", l.Spread, 0.001, 1000},
		bound{"cells per level", float64(l.PerLevel), 1, 1000})
}

// Estimate fills dst. It allocates nothing once dst has been used for as much.
func (l Latent) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	dst.resetPlain(s.Top)
	dst.scratch.entries = Ledger{Spread: l.Spread}.enter(dst.scratch.entries[:0], s, pieces)
	prior := l.prior(dst, s)
	before := prior.variance()
	l.weigh(prior.density, s, dst.scratch.entries)
	posterior := prior.normalise()
	posterior.read(dst)
	certain := 0.0
	if len(dst.scratch.entries) > 0 && before > 0 {
		certain = 1 - min(posterior.variance()/before, 1)
	}
	for k, q := range dst.AtLeast {
		dst.Opinion[k] = Opinion{float64(certain * q), float64(certain * (1 - q)), 1 - certain}
	}
}

// Explain tells how far each piece moves the probability at one level: the model has
// no sums, so For and Against are the two directions of Delta. The cost grows with the
// square of the number of pieces.
func (l Latent) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return leaveOneOut(dst, l, s, pieces, level)
}

// grid is a distribution of the level score on equal cells of [-½, K+½].
type grid struct {
	density  []float64 // by cell, from the lowest
	perLevel int
}

// prior spreads the share of people at each level evenly over its cells.
func (l Latent) prior(e *Estimate, s Scale) grid {
	e.scratch.grid = zeros(e.scratch.grid, (s.Top+1)*l.PerLevel)
	g := grid{e.scratch.grid, l.PerLevel}
	atLeast := 1.0
	for level := range s.Top + 1 {
		next := 0.0
		if level < s.Top {
			next = min(s.base(level+1), atLeast)
		}
		for i := range l.PerLevel {
			g.density[level*l.PerLevel+i] = (atLeast - next) / float64(l.PerLevel)
		}
		atLeast = next
	}
	return g
}

// weigh multiplies a density by the likelihood of the entries, up to a factor.
func (l Latent) weigh(density []float64, s Scale, entries []entry) {
	if len(entries) == 0 {
		return
	}
	for i, p := range density {
		density[i] = math.Log(p)
	}
	for start := 0; start < len(entries); {
		end, factor := groupEnd(entries, start), 1.0
		for i := start; i < end; i++ {
			l.weighOne(density, s, &entries[i], factor)
			factor *= l.SameSource
		}
		start = end
	}
	greatest := math.Inf(-1)
	for _, v := range density {
		greatest = max(greatest, v)
	}
	for i, v := range density {
		density[i] = math.Exp(v - greatest)
	}
}

func (l Latent) weighOne(logs []float64, s Scale, e *entry, factor float64) {
	power := e.weight * factor
	if power == 0 {
		return
	}
	for i := range logs {
		if !math.IsInf(logs[i], -1) {
			logs[i] += float64(power * e.logLikelihood(score(i, l.PerLevel), float64(s.Top)))
		}
	}
}

// score is the level score in the middle of a cell.
func score(cell, perLevel int) float64 { return (float64(cell)+0.5)/float64(perLevel) - 0.5 }

// logLikelihood is that of a true level score, up to a constant of the piece. Since
// Λ(x) - Λ(y) = (1 - e^(y-x)) / ((1 + e^-x) (1 + e^y)), nothing is lost far out.
func (e *entry) logLikelihood(theta, top float64) float64 {
	lower := 1.702 * (theta - e.level + 0.5) / e.spread
	upper := 1.702 * (theta - e.level - 0.5) / e.spread
	switch {
	case e.mode == AtLeast, e.mode == Graded && e.level >= top:
		return -softplus(-lower)
	case e.mode == Below:
		return -softplus(lower)
	case e.mode == Graded && e.level <= 0:
		return -softplus(upper)
	case e.mode == Graded:
		return -softplus(-lower) - softplus(upper)
	}
	return 0
}

// softplus is ln(1 + e^x).
func softplus(x float64) float64 {
	if x > 36 { // 1 is lost beside e^x
		return x
	}
	return math.Log1p(math.Exp(x))
}

// normalise makes the density sum to 1.
func (g grid) normalise() grid {
	total := 0.0
	for _, p := range g.density {
		total += p
	}
	for i := range g.density {
		g.density[i] /= total
	}
	return g
}

// variance of the level score.
func (g grid) variance() (sum float64) {
	mean := 0.0
	for i, p := range g.density {
		mean += float64(p * score(i, g.perLevel))
	}
	for i, p := range g.density {
		off := score(i, g.perLevel) - mean
		sum += float64(p * float64(off*off))
	}
	return sum
}

// read fills in the probabilities, the expected level and the interval.
func (g grid) read(e *Estimate) {
	above := 0.0
	for i := len(g.density) - 1; i >= g.perLevel; i-- {
		above += g.density[i]
		if i%g.perLevel == 0 {
			e.AtLeast[i/g.perLevel-1] = min(above, 1)
		}
	}
	e.summarise()
	e.Low, e.High = g.quantile(0.05), g.quantile(0.95)
}

// quantile is linear within a cell.
func (g grid) quantile(p float64) float64 {
	below := 0.0
	for i, mass := range g.density {
		if below+mass >= p && mass > 0 {
			return (float64(i)+float64((p-below)/mass))/float64(g.perLevel) - 0.5
		}
		below += mass
	}
	return float64(len(g.density))/float64(g.perLevel) - 0.5
}
