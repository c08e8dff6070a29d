package assess_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestA19IrrelevantStatements: R2 asks for all that R1 asks for and for more; what R1
// ranks stands in the same order in R2.
func TestA19IrrelevantStatements(t *testing.T) {
	t.Parallel()
	holds(t, 19, anything(), func(_ *rand.Rand, w *world, worker assess.Worker) string {
		p := w.engine.Profile(worker, today)
		short, long := ranked(w.of(p, "R1")), ranked(w.of(p, "R2"))
		long = slices.DeleteFunc(long, func(id ksb.StatementID) bool { return !slices.Contains(short, id) })
		if slices.Equal(short, long) {
			return ""
		}
		return cmp.Diff(short, long)
	})
}

func ranked(r *assess.Report) (ids []ksb.StatementID) {
	for _, g := range r.Gaps {
		ids = append(ids, g.Statement)
	}
	return ids
}

// TestA20Above: either this one is the greater need or that one, ties split; and what
// is outweighed at every rung comes first at most half of the time.
func TestA20Above(t *testing.T) {
	t.Parallel()
	holds(t, 20, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		r := w.report(worker, "R2", today)
		g, h := &r.Gaps[rng.IntN(6)], &r.Gaps[rng.IntN(6)]
		p, q := assess.Above(g, h), assess.Above(h, g)
		if !equal(p+q, 1) || p < 0 || q < 0 {
			return fmt.Sprintf("%v + %v: %+v, %+v", p, q, g, h)
		}
		if dominated(g, h) && p > 0.5+slack {
			return fmt.Sprintf("P %v, and dominated: %+v, %+v", p, g, h)
		}
		return ""
	})
}

// dominated: h weighs as much, and is likelier to be short by any number of rungs.
func dominated(g, h *assess.Gap) bool {
	if g.Importance > h.Importance {
		return false
	}
	for j := 1; j <= int(g.Level); j++ {
		if shortBy(g, j) > shortBy(h, j) {
			return false
		}
	}
	return true
}

// shortBy is the probability to be j rungs or more below the required level.
func shortBy(g *assess.Gap, j int) float64 {
	if j > int(g.Level) {
		return 0
	}
	return 1 - g.AtLeast[int(g.Level)-j]
}

// TestAboveTies: a third of two rungs is two thirds of one.
func TestAboveTies(t *testing.T) {
	t.Parallel()
	two := &assess.Gap{Level: 2, Importance: 0.3, AtLeast: []float64{0, 0}}
	three := &assess.Gap{Level: 3, Importance: 0.2, AtLeast: []float64{0, 0, 0}}
	if p := assess.Above(two, three); p != 0.5 {
		t.Errorf(".3 x 2 stands above .2 x 3 with probability %v", p)
	}
}

// TestOrderOfGaps: the documented keys, on every report: tier, priority, probability,
// importance, code, ID, each after rounding to six decimals.
func TestOrderOfGaps(t *testing.T) {
	t.Parallel()
	holds(t, 21, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		r := w.report(worker, oneOf(rng, w.roles...), today)
		for i := 1; i < len(r.Gaps); i++ {
			if g, h := &r.Gaps[i-1], &r.Gaps[i]; slices.Compare(keys(g), keys(h)) > 0 || g.Compare(h) >= 0 || h.Compare(g) <= 0 {
				return fmt.Sprintf("%v before %v", keys(g), keys(h))
			}
		}
		return nextInOrder(r)
	})
}

// keys are the numeric keys. Whether the ledger says met stands in the first reason.
func keys(g *assess.Gap) []float64 {
	tier := 1.0
	switch {
	case g.Status == assess.NotApplicable:
		tier = 2
	case g.Critical && g.Because[0].Code != "met":
		tier = 0
	}
	return []float64{tier, -rounded(g.Priority), rounded(g.Probability()), -rounded(g.Importance)}
}

func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// nextInOrder: everything worth assessing, the most valuable first, critical thrice.
func nextInOrder(r *assess.Report) string {
	for i, probe := range r.Next {
		g := gapOf(r, probe.Statement)
		value := g.Importance * g.Probability() * (1 - g.Probability())
		if g.Critical {
			value *= 3
		}
		if !equal(value, probe.Value) || i > 0 && rounded(r.Next[i-1].Value) < rounded(value) {
			return fmt.Sprintf("value %v of %s after %v", value, probe.Statement, r.Next)
		}
	}
	return ""
}
