package belief

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

func TestBaselines(t *testing.T) {
	t.Parallel()
	three, one := aged(says(ana, Graded, 3, .75), 10), aged(says(ben, Graded, 1, .75), 5)
	for _, row := range []struct {
		name            string
		pieces          []Piece
		mean, last, max float64
		why             string
	}{
		{"nothing", nil, 0, 0, 0, "a spreadsheet takes an empty cell for level 0"},
		{"one rating", []Piece{three}, 3, 3, 3, "one rating is the truth"},
		{"two ratings", []Piece{three, one}, 2, 1, 3, "the three ways to lose a disagreement"},
		{"a pass", []Piece{says(ana, AtLeast, 2, .75)}, 2, 2, 2, "noted as the level passed, though more was not asked"},
		{"a failure", []Piece{says(ana, Below, 2, .75)}, 1, 1, 1, "noted as the level below, though less was not asked"},
		{"a failure at 0", []Piece{says(ana, Below, 0, .75)}, 0, 0, 0, "there is no level below 0"},
		{"a fraction", []Piece{says(ana, Graded, 2.5, .75)}, 2.5, 2.5, 2.5, "half way is a probability of one half"},
		{"unreliable", []Piece{three, says(self, Graded, 4, .15)}, 3.5, 4, 4, "a claim weighs as much as an observation"},
		{"same day", []Piece{says(ben, Graded, 1, .75), says(ana, Graded, 3, .75)}, 2, 1, 3, "of one day the last by ID"},
		{"above the scale", []Piece{says(ana, Graded, 9, .75), says(ben, Graded, 0, .75)}, 2, 0, 4, "outside the scale counts as the nearest end"},
		{"below the scale", []Piece{says(ana, Graded, -4, .75), says(ben, Graded, 4, .75)}, 2, 4, 4, "outside the scale counts as the nearest end"},
		{"not a number", []Piece{says(ana, Graded, math.NaN(), .75), says(ben, Graded, 4, .75)}, 4, 4, 4, "it says nothing, not 0"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := [3]float64{}
			for i, m := range []Model{Mean{}, Last{}, Max{}} {
				got[i] = estimate(m, fiveRungs, row.pieces).Mean
			}
			if diff := cmp.Diff([3]float64{row.mean, row.last, row.max}, got, cmpopts.EquateApprox(0, slack)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", row.why, diff)
			}
		})
	}
}

// A point is certain: the probability falls from 1 to 0 across the level, and the
// opinion has no uncertainty once anything was said.
func TestBaselinePoint(t *testing.T) {
	t.Parallel()
	got := estimate(Mean{}, fiveRungs, []Piece{says(ana, Graded, 2.25, .75)})
	want := &Estimate{
		AtLeast: []float64{1, 1, .25, 0},
		Opinion: []Opinion{{Belief: 1}, {Belief: 1}, {Belief: .25, Disbelief: .75}, {Disbelief: 1}},
		Mean:    2.25, Low: 1.5 + .05/.75, High: 2.5 + .2/.25,
	}
	if diff := differ(want, got, slack); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	require.Equal(t, []string{"ledger", "mean", "last", "max"},
		[]string{DefaultLedger().Name(), Mean{}.Name(), Last{}.Name(), Max{}.Name()})
}

// What is left without a piece is what the model says of the other pieces.
func TestBaselineRemoval(t *testing.T) {
	t.Parallel()
	removal := func(m Model, rng *rand.Rand, p profile) string {
		level := 1 + rng.IntN(p.Scale.Top)
		all := estimate(m, p.Scale, p.Pieces)
		for i, c := range m.Explain(nil, p.Scale, p.Pieces, level) {
			rest := estimate(m, p.Scale, slices.Delete(slices.Clone(p.Pieces), i, i+1))
			if math.Abs(c.Delta-(all.AtLeast[level-1]-rest.AtLeast[level-1])) > 1e-9 {
				return because(true, "removed", i, all, rest)
			}
		}
		return ""
	}
	for i, m := range []Model{Mean{}, Last{}, Max{}} {
		alsoHolds(t, m, 60+uint64(i), removal)
	}
}

// What the baselines cannot tell, and the ledger can: pairs of profiles that mean
// different things and look alike in a spreadsheet.
func TestBaselinesCannotTell(t *testing.T) {
	t.Parallel()
	observed := says(ana, Graded, 3, .75)
	every := []Model{Mean{}, Last{}, Max{}}
	for _, row := range []struct {
		name      string
		one, two  []Piece
		blind     []Model
		confident func(one, two *Estimate) bool
	}{
		{"nothing from level 0", nil, []Piece{says(ana, Graded, 0, .75)}, every, moreUncertain},
		{"old from new", []Piece{aged(observed, 3650)}, []Piece{observed}, every, moreUncertain},
		{"a claim from an observation", []Piece{says(self, Graded, 3, .15)}, []Piece{observed}, every, moreUncertain},
		{"one voice from many", []Piece{observed}, times(9, observed, independent), every, moreUncertain},
		{"one voice nine times from nine", times(9, observed, same), times(9, observed, independent), every, moreUncertain},
		{"dispute from agreement", []Piece{says(ana, Graded, 4, .75), says(ben, Graded, 0, .75)},
			[]Piece{says(ana, Graded, 2, .75), says(ben, Graded, 2, .75)}, every[:1], wider},
		{"one dissent from none", []Piece{observed, aged(says(ben, Graded, 0, .75), 1)},
			[]Piece{observed, aged(says(ben, Graded, 3, .75), 1)}, every[1:], wider},
	} {
		for _, m := range row.blind {
			one, two := estimate(m, fiveRungs, row.one), estimate(m, fiveRungs, row.two)
			require.Equal(t, one.AtLeast, two.AtLeast, "%s does not tell %s", m.Name(), row.name)
		}
		one, two := estimate(DefaultLedger(), fiveRungs, row.one), estimate(DefaultLedger(), fiveRungs, row.two)
		require.True(t, row.confident(one, two), "the ledger tells %s\n%s", row.name, differ(one, two, slack))
	}
}

func moreUncertain(one, two *Estimate) bool {
	return one.Opinion[2].Uncertainty > two.Opinion[2].Uncertainty+.01
}

func wider(one, two *Estimate) bool { return one.High-one.Low > two.High-two.Low+.1 }
