package belief

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// A10: an ID that comes twice is the caller's to drop; what a model must see to is
// that copies under other IDs do not add up.
func TestA10Duplicates(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 10, saturates(0.3))
	alsoHolds(t, Ledger{PriorWeight: 1, SameSource: 0.8, Spread: 0.25}, 11, saturates(0.8))
	alsoHolds(t, Ledger{PriorWeight: 1, SameSource: 0, Spread: 0.25}, 12, saturates(0)) // exactly one
	breaks(t, wrongly(func(i int, p *Piece, _ float64) { p.Source = i }), 10, saturates(0.3))
}

func saturates(lambda float64) axiom {
	return func(m Model, rng *rand.Rand, p profile) string {
		one := randomPiece(rng, p.Scale, 0)
		copies := make([]Piece, 1+rng.IntN(12))
		for i := range copies {
			copies[i] = one
			copies[i].ID = "copy " + strconv.Itoa(i)
		}
		single, many := estimate(m, p.Scale, []Piece{one}), estimate(m, p.Scale, copies)
		for k := range single.For {
			if many.For[k] > single.For[k]/(1-lambda)+slack || many.Against[k] > single.Against[k]/(1-lambda)+slack {
				return because(true, strconv.Itoa(len(copies))+" copies of", one, single, many)
			}
		}
		return ""
	}
}

func TestA11SpearmanBrown(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 13, spearmanBrown)
	breaks(t, Ledger{PriorWeight: 2, SameSource: 0.3, Spread: 0.25}, 13, spearmanBrown)
}

func spearmanBrown(m Model, rng *rand.Rand, p profile) string {
	r := MaxReliability * (1 - rng.Float64())
	for i := range p.Pieces {
		p.Pieces[i] = Piece{Source: i, Level: p.Pieces[i].Level, Reliability: r, Weight: 1}
	}
	n := float64(len(p.Pieces))
	for _, o := range estimate(m, p.Scale, p.Pieces).Opinion {
		if want := n * r / (1 + (n-1)*r); !near(1-o.Uncertainty, want) {
			return fmt.Sprintf("%v pieces of %v: %v, want %v", n, r, 1-o.Uncertainty, want)
		}
	}
	return ""
}

func TestA13Vacuous(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 14, vacuous)
	trusting := func(_ int, p *Piece, _ float64) { p.Reliability = max(p.Reliability, 0.05) }
	breaks(t, wrongly(trusting), 14, vacuous)
}

func vacuous(m Model, rng *rand.Rand, p profile) string {
	p.Scale.HalfLifeDays = max(p.Scale.HalfLifeDays, 200)
	empty := randomPiece(rng, p.Scale, 99)
	switch rng.IntN(3) {
	case 0:
		empty.Reliability = -rng.Float64() * float64(rng.IntN(2))
	case 1:
		empty.Weight = 1e-300 * float64(rng.IntN(2))
	case 2:
		empty.AgeDays = 1e6
	}
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, append(p.Pieces, empty))
	moved := movement(from, to)
	return because(moved != (movements{}) || !near(from.Mean, to.Mean), "added", empty, from, to)
}

// A14: an explanation is true if leaving the piece out has the effect that it names.
func TestA14Removal(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 15, removable)
	alsoHolds(t, Ledger{PriorWeight: 2, SameSource: 0.8, Spread: 0.25}, 16, removable)
	// Explained by one ledger, judged by another.
	breaks(t, wrongly(func(_ int, p *Piece, _ float64) { p.Weight /= 2 }), 15, removable)
}

func removable(m Model, rng *rand.Rand, p profile) string {
	var dst Estimate
	level := 1 + rng.IntN(p.Scale.Top)
	all, support, counter := estimate(m, p.Scale, p.Pieces), 0.0, 0.0
	for i, c := range m.Explain(nil, p.Scale, p.Pieces, level) {
		support, counter = support+c.For, counter+c.Against
		m.Estimate(&dst, p.Scale, slices.Delete(slices.Clone(p.Pieces), i, i+1))
		want := all.AtLeast[level-1] - dst.AtLeast[level-1]
		if math.Abs(c.Delta-want) > 1e-9 || c.For < 0 || c.Against < 0 {
			return fmt.Sprintf("piece %d at level %d: %+v, want delta %v", i, level, c, want)
		}
	}
	if len(all.For) == 0 {
		return "" // a model without sums has none to account for
	}
	if math.Abs(support-all.For[level-1]) > 1e-9 || math.Abs(counter-all.Against[level-1]) > 1e-9 {
		return fmt.Sprintf("level %d: parts sum to %v and %v, not to %v and %v",
			level, support, counter, all.For[level-1], all.Against[level-1])
	}
	return ""
}

func TestA16Symmetry(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 17, symmetric)
	breaks(t, wrongly(func(_ int, p *Piece, _ float64) { p.Level /= 2 }), 17, symmetric)
}

func symmetric(m Model, _ *rand.Rand, p profile) string {
	p.Scale.Base = nil // the uniform base rate is its own mirror image
	top := float64(p.Scale.Top)
	mirrored := make([]Piece, len(p.Pieces))
	for i := range p.Pieces {
		e := &p.Pieces[i]
		if e.Mode != Graded {
			e.Level = max(e.Level, 1) // a pass at 0 has no mirror image on the scale
		}
		mirrored[i] = mirror(*e, top)
	}
	a, b := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, mirrored)
	for k := range p.Scale.Top {
		x, y := a.Opinion[k], b.Opinion[p.Scale.Top-1-k]
		if !near(x.Belief, y.Disbelief) || !near(x.Disbelief, y.Belief) || !near(a.AtLeast[k], 1-b.AtLeast[p.Scale.Top-1-k]) {
			return fmt.Sprintf("level %d: %+v and %+v, q %v and %v", k+1, x, y, a.AtLeast, b.AtLeast)
		}
	}
	return ""
}

func mirror(p Piece, top float64) Piece {
	switch p.Mode {
	case Graded:
		p.Level = top - p.Level
	case AtLeast:
		p.Mode, p.Level = Below, top-p.Level+1
	case Below:
		p.Mode, p.Level = AtLeast, top-p.Level+1
	}
	return p
}

// A17 needs nothing of a model but its probabilities.
func TestA17Gap(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 18, gapInScale)
	for _, m := range []Model{Mean{}, Last{}, Max{}} {
		alsoHolds(t, m, 18, gapInScale)
	}
	breaks(t, Ledger{PriorWeight: -0.1, SameSource: 0.3, Spread: 0.25}, 18, gapInScale)
}

func gapInScale(m Model, _ *rand.Rand, p profile) string {
	e, before, greater := estimate(m, p.Scale, p.Pieces), 0.0, 1.0
	for k, q := range e.AtLeast {
		gap := before + 1 - q
		if gap < before || gap > float64(k+1) || q > greater+slack {
			return fmt.Sprintf("required level %d: gap %v after %v, q %v", k+1, gap, before, e.AtLeast)
		}
		before, greater = gap, q
	}
	if !near(before, float64(p.Scale.Top)-e.Mean) {
		return fmt.Sprintf("gap to the top %v, expected level %v", before, e.Mean)
	}
	return ""
}
