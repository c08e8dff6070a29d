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

// trials are the first few suggestions for every text of some sets.
func trials(t testing.TB, x *match.Examples, few int, sets ...labelled) (list []trial) {
	t.Helper()
	for _, set := range sets {
		s, err := match.NewStatements(set.targets, x, match.StatementOptions{})
		require.NoError(t, err)
		for _, q := range set.asked {
			for _, m := range s.Measure(q.text, few) {
				list = append(list, trial{m.Rank == 1, m.Signs, slices.Contains(q.gold, m.ID), 0, len(q.text)%2 == 1, m.Confidence})
			}
		}
	}
	for i := range list {
		list[i].weight = 1 / float64(len(list))
	}
	return list
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
	for range 40 {
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

// chosen are those that a test picks out of sets, each set weighing the same.
func chosen(sets [][]trial, pick func(trial) bool) (list []trial) {
	for _, set := range sets {
		start := len(list)
		for _, c := range set {
			if pick(c) {
				list = append(list, c)
			}
		}
		for i := start; i < len(list); i++ {
			list[i].weight = 1 / float64(len(list)-start)
		}
	}
	return list
}

// TestStatementConfidence: the shipped weights are those of greatest likelihood, and what
// they say happens about as often as they say; and so it does on each half of the texts by
// weights fitted on the other, which the two large sets can tell.
func TestStatementConfidence(t *testing.T) {
	occupations, confirmed := tasks(t)
	sets := [][]trial{
		trials(t, nil, 5, sentences(t, "tech")), trials(t, nil, 5, sentences(t, "house")),
		trials(t, match.NewExamples(confirmed...), 5, occupations), trials(t, nil, 5, occupations),
	}
	said := func(c trial) float64 { return c.by }
	large := func(list []trial) (some []trial) { // those that weigh little are of large sets
		for _, c := range list {
			if c.weight < 1./400 {
				some = append(some, c)
			}
		}
		return some
	}
	by := func(w []float64) func(trial) float64 { return func(c trial) float64 { return chance(w, c.signs) } }
	for _, c := range []struct {
		name                  string
		first                 bool
		pull, least, ofHalves float64
	}{{"statement first", true, .01, .04, .06}, {"statement", false, .0001, .02, .03}} {
		all := chosen(sets, func(x trial) bool { return x.first == c.first })
		odd := chosen(sets, func(x trial) bool { return x.first == c.first && x.odd })
		even := chosen(sets, func(x trial) bool { return x.first == c.first && !x.odd })
		best := fit(all, c.pull)
		for i, w := range match.StatementWeights(c.name) {
			require.InDelta(t, best[i], w, .02, "%s: weight %d of %.2f", c.name, i, best)
		}
		shipped, ab, ba := calibrationError(all, said), calibrationError(large(even), by(fit(odd, c.pull))), calibrationError(large(odd), by(fit(even, c.pull)))
		t.Logf("%s: %.2f, calibration error %.4f; of halves by each other %.4f %.4f", c.name, best, shipped, ab, ba)
		require.Less(t, shipped, c.least, c.name)
		require.Less(t, max(ab, ba), c.ofHalves, c.name)
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
