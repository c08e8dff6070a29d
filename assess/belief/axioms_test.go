package belief

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestA1Bounded(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 1, bounded)
	breaks(t, Ledger{PriorWeight: -0.1, SameSource: 0.3, Spread: 0.25}, 1, bounded)
}

func bounded(m Model, _ *rand.Rand, p profile) string {
	e, top := estimate(m, p.Scale, p.Pieces), float64(p.Scale.Top)
	for k, o := range e.Opinion {
		whole := o.Belief + o.Disbelief + o.Uncertainty
		projected := o.Belief + p.Scale.base(k+1)*o.Uncertainty
		if !inUnit(o.Belief, o.Disbelief, o.Uncertainty, projected, e.AtLeast[k]) || !near(whole, 1) {
			return fmt.Sprintf("level %d: %+v, q %v", k+1, o, e.AtLeast[k])
		}
	}
	if !(0 <= e.Mean && e.Mean <= top && -0.5 <= e.Low && e.Low <= e.High && e.High <= top+0.5) {
		return fmt.Sprintf("mean %v, interval %v..%v", e.Mean, e.Low, e.High)
	}
	return ""
}

func inUnit(values ...float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return !(0 <= v && v <= 1) })
}

func TestA2CoherentOrdinality(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 2, coherent)
	rising := func(s *Scale, _ []Piece) {
		s.Base = slices.Sorted(slices.Values(randomBase(rand.New(rand.NewPCG(2, 2)), s.Top)))
	}
	breaks(t, mutant{DefaultLedger(), rising}, 2, coherent)
}

func coherent(m Model, _ *rand.Rand, p profile) string {
	e := estimate(m, p.Scale, p.Pieces)
	for k := 1; k < p.Scale.Top; k++ {
		lower, upper := e.Opinion[k-1], e.Opinion[k]
		projected := lower.Belief + p.Scale.base(k)*lower.Uncertainty
		if upper.Belief > lower.Belief+slack || upper.Disbelief < lower.Disbelief-slack ||
			upper.Belief+p.Scale.base(k+1)*upper.Uncertainty > projected+slack || e.AtLeast[k] > e.AtLeast[k-1]+slack {
			return fmt.Sprintf("levels %d and %d: %+v %+v, q %v", k, k+1, lower, upper, e.AtLeast)
		}
	}
	return ""
}

func TestA3NothingIsUncertainty(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 3, nothing)
	for _, spreadsheet := range []Model{Mean{}, Last{}, Max{}} {
		breaks(t, spreadsheet, 3, nothing)
	}
	e := estimate(DefaultLedger(), Scale{Top: 4}, nil)
	if diff := cmp.Diff([]float64{2, -.2041, 4.2041}, []float64{e.Mean, e.Low, e.High}, cmpopts.EquateApprox(0, 5e-5)); diff != "" {
		t.Errorf("the base rates alone, five levels (-want +got):\n%s", diff)
	}
}

func nothing(m Model, _ *rand.Rand, p profile) string {
	e, top := estimate(m, p.Scale, nil), float64(p.Scale.Top)
	for _, o := range e.Opinion {
		if o != (Opinion{Uncertainty: 1}) {
			return fmt.Sprintf("%+v", o)
		}
	}
	if e.AtLeast[0] == 0 || p.Scale.Base == nil && !near(e.Mean, top/2) {
		return fmt.Sprintf("expected level %v, q %v", e.Mean, e.AtLeast)
	}
	if p.Scale.Base == nil && !near(e.Low+e.High, top) {
		return fmt.Sprintf("the interval leans: %v..%v", e.Low, e.High)
	}
	return ""
}

func near(a, b float64) bool { return a-b <= slack && b-a <= slack }

func TestA4OrderIndependence(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 4, sameEstimate)
	holds(t, DefaultLedger(), 4, sameExplanation)
	for _, m := range []Model{Mean{}, Last{}, Max{}} {
		alsoHolds(t, m, 4, sameEstimate)
		alsoHolds(t, m, 4, sameExplanation)
	}
	byPosition := wrongly(func(i int, p *Piece, _ float64) { p.Weight /= float64(i + 1) })
	breaks(t, byPosition, 4, sameEstimate)
}

// Pieces without IDs are the hard case: nothing but what they say tells them apart.
func TestA4OrderIndependenceWithoutIDs(t *testing.T) {
	t.Parallel()
	for _, m := range []Model{DefaultLedger(), Mean{}, Last{}, Max{}} {
		t.Run(m.Name(), func(t *testing.T) { alsoHolds(t, m, 40, nameless) })
	}
}

func nameless(m Model, rng *rand.Rand, p profile) string {
	for i := range p.Pieces {
		p.Pieces[i].ID = ""
	}
	return sameEstimate(m, rng, p)
}

func shuffle(rng *rand.Rand, pieces []Piece) (order []int, shuffled []Piece) {
	order = rng.Perm(len(pieces))
	for _, from := range order {
		shuffled = append(shuffled, pieces[from])
	}
	return order, shuffled
}

// sameEstimate asks for the same bits, not for the same numbers.
func sameEstimate(m Model, rng *rand.Rand, p profile) string {
	order, shuffled := shuffle(rng, p.Pieces)
	want, got := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, shuffled)
	if !identical(want, got) {
		return fmt.Sprintf("order %v (-input order +shuffled):\n%s", order, differ(want, got, 0))
	}
	return ""
}

func sameExplanation(m Model, rng *rand.Rand, p profile) string {
	order, shuffled := shuffle(rng, p.Pieces)
	level := 1 + rng.IntN(p.Scale.Top)
	before, after := m.Explain(nil, p.Scale, p.Pieces, level), m.Explain(nil, p.Scale, shuffled, level)
	for to, from := range order {
		if before[from] != after[to] {
			return fmt.Sprintf("order %v: piece %d explained as %+v and %+v", order, from, before[from], after[to])
		}
	}
	return ""
}

func TestA5Determinism(t *testing.T) {
	t.Parallel()
	deterministic := sameAgain()
	holds(t, DefaultLedger(), 5, deterministic)
	clock := 0.0
	breaks(t, wrongly(func(_ int, p *Piece, _ float64) { clock++; p.AgeDays += clock }), 5, deterministic)
}

// sameAgain compares a new Estimate with one that remembers every profile before; none
// of it may show.
func sameAgain() axiom {
	var used Estimate
	return func(m Model, _ *rand.Rand, p profile) string {
		before := slices.Clone(p.Pieces)
		first := estimate(m, p.Scale, p.Pieces)
		m.Estimate(&used, p.Scale, p.Pieces)
		if !identical(first, &used) {
			return "a used Estimate differs from a new one (-new +used):\n" + differ(first, &used, 0)
		}
		if !slices.Equal(before, p.Pieces) {
			return "the input was changed"
		}
		return ""
	}
}
