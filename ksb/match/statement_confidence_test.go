package match_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// trial is a suggestion with its signs, and whether it was right.
type trial struct {
	first  bool
	signs  []float64
	right  bool
	weight float64 // so that every set counts the same
	odd    bool    // half of the texts
	by     float64 // its confidence
}

// fit finds the coefficients of greatest likelihood by Newton's method, with a pull of
// all but the first to 0 that keeps them small where there is little to tell.
func fit(list []trial, pull float64) []float64 {
	n := len(list[0].signs) + 1
	ridge := make([]float64, n)
	for i := 1; i < n; i++ {
		ridge[i] = pull
	}
	w := make([]float64, n)
	for range 9 {
		gradient, curvature := make([]float64, n), make([][]float64, n)
		for i := range curvature {
			curvature[i] = make([]float64, n)
			curvature[i][i] = ridge[i]
			gradient[i] = -ridge[i] * w[i]
		}
		for _, c := range list {
			x := append([]float64{1}, c.signs...)
			p := chance(w, c.signs)
			y := 0.0
			if c.right {
				y = 1
			}
			for i := range x {
				gradient[i] += c.weight * (y - p) * x[i]
				for j := range x {
					curvature[i][j] += c.weight * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, step := range solved(curvature, gradient) {
			w[i] += step
		}
	}
	return w
}

func chance(w, signs []float64) float64 {
	sum := w[0]
	for i, x := range signs {
		sum += w[i+1] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// solved solves a x = b by elimination.
func solved(a [][]float64, b []float64) []float64 {
	for i := range a {
		for j := i + 1; j < len(a); j++ {
			by := a[j][i] / a[i][i]
			for k := i; k < len(a); k++ {
				a[j][k] -= by * a[i][k]
			}
			b[j] -= by * b[i]
		}
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := i + 1; k < len(a); k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}

// calibrationError is the mean distance of confidence from frequency in ten bins.
func calibrationError(list []trial, of func(trial) float64) (sum float64) {
	var said, right, n [10]float64
	total := 0.0
	for _, c := range list {
		bin := min(int(of(c)*10), 9)
		said[bin] += c.weight * of(c)
		n[bin] += c.weight
		if c.right {
			right[bin] += c.weight
		}
		total += c.weight
	}
	for i := range n {
		sum += math.Abs(said[i]-right[i]) / total
	}
	return sum
}

// TestStatementConfidence: what suggestions say happens about as often as they say, all
// sets together and each of them; the weights are fitted on one half of the texts and asked on
// the other. Sets of less than a hundred texts are told apart from chance by nothing.
func TestStatementConfidence(t *testing.T) {
	sets := statementTrials(t)
	said := func(c trial) float64 { return c.by }
	for _, c := range []struct {
		name               string
		first              bool
		least, ofEach      float64
		ofHalves, ofEither float64
	}{{"statement first", true, .03, .08, .03, .08}, {"statement", false, .01, .02, .01, .02}} {
		first := func(x trial) bool { return x.first == c.first }
		odd := fit(chosen(sets, func(x trial) bool { return first(x) && x.odd }), statementPull)
		even := fit(chosen(sets, func(x trial) bool { return first(x) && !x.odd }), statementPull)
		other := func(x trial) float64 { // by what was fitted on the other half
			if x.odd {
				return chance(even, x.signs)
			}
			return chance(odd, x.signs)
		}
		all := chosen(sets, first)
		for i := range all {
			all[i].weight = 1 // every text counts the same
		}
		shipped, halves := calibrationError(all, said), calibrationError(all, other)
		t.Logf("%s: calibration error %.4f, of halves by each other %.4f", c.name, shipped, halves)
		require.Less(t, shipped, c.least, c.name)
		require.Less(t, halves, c.ofHalves, c.name)
		for _, set := range sets {
			own := chosen([]trialSet{set}, first)
			shipped, halves := calibrationError(own, said), calibrationError(own, other)
			t.Logf("    %-45s %5d: %.3f, of halves %.3f", set.name, len(own), shipped, halves)
			if set.texts > 500 {
				require.Less(t, shipped, c.ofEach, set.name)
				require.Less(t, halves, c.ofEither, set.name)
			}
		}
	}
}

// TestFitStatements finds the weights of statement_confidence.json for suggestions. It runs
// only when they are to be written: go test ./ksb/match -run TestFitStatements -refit
func TestFitStatements(t *testing.T) {
	if !match.Refit() {
		t.Skip("only with -refit")
	}
	sets := statementTrials(t)
	for _, name := range []string{"statement first", "statement"} {
		first := name == "statement first"
		w := fit(chosen(sets, func(x trial) bool { return x.first == first }), statementPull)
		require.NoError(t, match.WriteStatementWeights(name, w))
	}
}

// TestDutyConfidence: likewise, of what a duty needs.
func TestDutyConfidence(t *testing.T) {
	ix := realStandards(t)
	var list []trial
	for i := range ix.Briefs() {
		brief := &ix.Briefs()[i]
		if brief.OptionOf != "" {
			continue
		}
		proposals, err := match.MapDuties(ix, brief.Role.ID, match.DutyOptions{})
		require.NoError(t, err)
		said := map[ksb.DutyID][]ksb.StatementID{}
		for _, d := range brief.Duties {
			said[d.Duty.ID] = d.Duty.Statements
		}
		for _, p := range proposals {
			if len(said[p.Duty]) > 0 {
				list = append(list, trial{right: slices.Contains(said[p.Duty], ksb.StatementID(p.ID)), weight: 1, by: p.Confidence})
			}
		}
	}
	got := calibrationError(list, func(c trial) float64 { return c.by })
	t.Logf("%d proposals, calibration error %.4f", len(list), got)
	require.Less(t, got, .03)
}
