package belief

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// everyModel is what the package offers. A model is total: it refuses no input.
var everyModel = []Model{
	DefaultLedger(), coarse(), DefaultEvidentialReasoning(), DefaultBKT(), Mean{}, Last{}, Max{},
}

// coarse is the latent model on a grid that is quick to fill; what it promises holds on any.
func coarse() Latent { return Latent{SameSource: 0.3, Spread: 0.25, PerLevel: 2} }

// requireSane asks for numbers where numbers belong, whatever went in.
func requireSane(t *testing.T, m Model, s Scale, pieces []Piece) {
	t.Helper()
	e := estimate(m, s, pieces)
	for k, o := range e.Opinion {
		require.True(t, inUnit(e.AtLeast[k], o.Belief, o.Disbelief, o.Uncertainty), "%s: level %d: q %v, %+v", m.Name(), k+1, e.AtLeast[k], o)
	}
	require.True(t, inUnit(e.Mean/float64(s.Top)), "%s: mean %v", m.Name(), e.Mean)
	require.True(t, -0.5 <= e.Low && e.Low <= e.High && e.High <= float64(s.Top)+0.5, "%s: %v..%v", m.Name(), e.Low, e.High)
	for _, sums := range [][]float64{e.For, e.Against} {
		for _, v := range sums {
			require.True(t, v >= 0 && v <= math.MaxFloat64, "%s: evidence %v", m.Name(), v)
		}
	}
	for level := 1; level <= s.Top; level++ {
		for i, c := range m.Explain(nil, s, pieces, level) {
			require.True(t, math.Abs(c.Delta) <= 1 && c.For >= 0 && c.For <= math.MaxFloat64 && c.Against >= 0 && c.Against <= math.MaxFloat64,
				"%s: piece %d at level %d: %+v", m.Name(), i, level, c)
		}
	}
}

// Every field in turn is what a broken caller may send.
func TestTotalPiece(t *testing.T) {
	t.Parallel()
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, 5e-324, 1e155, math.MaxFloat64, -math.MaxFloat64}
	fields := map[string]func(*Piece) *float64{
		"level":       func(p *Piece) *float64 { return &p.Level },
		"reliability": func(p *Piece) *float64 { return &p.Reliability },
		"weight":      func(p *Piece) *float64 { return &p.Weight },
		"age":         func(p *Piece) *float64 { return &p.AgeDays },
	}
	for name, field := range fields {
		for _, v := range odd {
			for _, m := range everyModel {
				t.Run(name+"="+strconv.FormatFloat(v, 'g', 3, 64)+"/"+m.Name(), func(t *testing.T) {
					broken, opposite := says(ana, Graded, 3, .75), says(ana, Graded, 2, .75)
					*field(&broken), *field(&opposite) = v, -v
					requireSane(t, m, fiveRungs, []Piece{broken})
					requireSane(t, m, fiveRungs, []Piece{broken, opposite, says(ben, Graded, 2, .6)})
				})
			}
		}
	}
}

// A measured base rate may well be everybody or nobody.
func TestTotalScale(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]Scale{
		"everybody": {Top: 2, Base: []float64{1, .5}},
		"nobody":    {Top: 2, Base: []float64{.5, 0}},
		"too short": {Top: 3, Base: []float64{.5}},
		"negative":  {Top: 2, HalfLifeDays: -730},
		"no number": {Top: 2, HalfLifeDays: math.NaN()},
		"for ever":  {Top: 2, HalfLifeDays: math.Inf(1)},
		"a moment":  {Top: 2, HalfLifeDays: 5e-324},
	} {
		for _, m := range everyModel {
			t.Run(name+"/"+m.Name(), func(t *testing.T) {
				requireSane(t, m, s, nil)
				requireSane(t, m, s, []Piece{aged(says(ana, Graded, 2, .75), 365), says(ben, Below, 1, .75)})
				requireSane(t, m, s, []Piece{aged(says(ana, AtLeast, 2, .75), math.Inf(1))})
			})
		}
	}
}

// Where everybody is at level 1 and nobody at 2, nothing more need be known.
func TestCertainBaseRates(t *testing.T) {
	t.Parallel()
	e := estimate(DefaultLedger(), Scale{Top: 2, Base: []float64{1, 0}}, nil)
	require.Equal(t, []float64{1, 0}, e.AtLeast)
	require.Equal(t, 1.0, e.Mean)
}

// The limits that Piece documents, to the bit.
func TestPieceLimits(t *testing.T) {
	t.Parallel()
	sure := says(ana, Graded, 3, 1)
	sure.ID = "sure"
	capped := sure
	capped.Reliability = MaxReliability
	for _, row := range []struct {
		piece, same Piece
		why         string
	}{
		{says(ana, Graded, 9, .75), says(ana, Graded, 4, .75), "above the scale is its top"},
		{says(ana, AtLeast, 9, .75), says(ana, AtLeast, 4, .75), "also for a pass"},
		{says(ana, Graded, -3, .75), says(ana, Graded, 0, .75), "below the scale is 0"},
		{says(ana, Below, -3, .75), says(ana, Below, 0, .75), "also for a failure"},
		{sure, capped, "nothing is trusted beyond the cap"},
		{aged(sure, -30), sure, "the future is today"},
		{says(ana, Graded, math.NaN(), .75), Piece{}, "a level that is no number says nothing"},
		{says(ana, Graded, 3, math.NaN()), Piece{}, "nor does such a reliability"},
	} {
		want, got := estimate(DefaultLedger(), fiveRungs, []Piece{row.same}), estimate(DefaultLedger(), fiveRungs, []Piece{row.piece})
		require.True(t, identical(want, got), "%s (-want +got):\n%s", row.why, differ(want, got, 0))
	}
}

// A mode that is none of the three says nothing.
func TestTotalMode(t *testing.T) {
	t.Parallel()
	for _, m := range everyModel {
		requireSane(t, m, fiveRungs, []Piece{says(ana, 77, 3, .75), says(ana, 77, 2, .6), says(ben, 255, 0, 1)})
	}
	require.Equal(t, estimate(DefaultLedger(), fiveRungs, nil).AtLeast,
		estimate(DefaultLedger(), fiveRungs, []Piece{says(ana, 77, 3, .75)}).AtLeast)
}

// A hundred thousand pieces: of one source, where all but the first few vanish in
// rounding, and of as many sources, where nothing does.
func TestTotalMany(t *testing.T) {
	t.Parallel()
	for name, source := range map[string]func(int) int{"one source": same, "many sources": independent} {
		for _, mode := range []Mode{Graded, AtLeast, Below} {
			t.Run(name+", mode "+strconv.Itoa(int(mode)), func(t *testing.T) {
				t.Parallel()
				pieces, e := times(100_000, says(0, mode, 3, .75), source), Estimate{}
				DefaultLedger().Estimate(&e, fiveRungs, pieces)
				require.True(t, inUnit(e.AtLeast...), "%v", e.AtLeast)
				parts, support, counter := DefaultLedger().Explain(nil, fiveRungs, pieces, 3), 0.0, 0.0
				for _, c := range parts {
					support, counter = support+c.For, counter+c.Against
					require.LessOrEqual(t, math.Abs(c.Delta), 1.0)
				}
				require.InEpsilon(t, e.For[2]+e.Against[2], support+counter, 1e-9)
			})
		}
	}
}
