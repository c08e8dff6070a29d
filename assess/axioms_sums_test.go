package assess_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestA17Shortfall: the expected shortfall lies between nothing and all the rungs that
// are asked, and asking for more never makes it less.
func TestA17Shortfall(t *testing.T) {
	t.Parallel()
	var ladders []*world
	for top := 1; top <= 6; top++ {
		ladders = append(ladders, newWorld(t, ladder(top), assess.DefaultPolicy()))
	}
	holds(t, 17, habits{until: true}, func(rng *rand.Rand, _ *world, worker assess.Worker) string {
		w, before := oneOf(rng, ladders...), 0.0
		p := w.engine.Profile(worker, today)
		for k, role := range w.roles {
			g := w.of(p, role).Gaps[0]
			if g.Expected < before-slack || g.Expected > float64(k+1)+slack {
				return fmt.Sprintf("%v rungs short of level %d, %v of the level below", g.Expected, k+1, before)
			}
			before = g.Expected
		}
		return ""
	})
}

// TestA18Sums: every number accounts for itself. Shares sum to 1 - estimate, parts to
// the ledger, the importance of the met to assured.
func TestA18Sums(t *testing.T) {
	t.Parallel()
	holds(t, 18, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		r := w.report(worker, oneOf(rng, w.roles...), today)
		var shares, importance, met, known float64
		for i := range r.Gaps {
			g := &r.Gaps[i]
			if broken := partsAddUp(g); broken != "" {
				return broken
			}
			shares += g.Share
			if g.Status == assess.NotApplicable {
				continue
			}
			importance += g.Importance
			known += g.Importance * (1 - g.Uncertainty)
			if g.Because[0].Code == "met" { // by the ledger
				met += g.Importance
			}
		}
		if importance == 0 {
			return emptyHeadline(r)
		}
		if !equal(shares, 1-r.Estimate) || !equal(met, r.Assured*importance) || !equal(known, r.Coverage*importance) {
			return fmt.Sprintf("shares %v, estimate %v; met %v, assured %v; known %v, coverage %v of %v", shares, r.Estimate, met, r.Assured, known, r.Coverage, importance)
		}
		if !(0 <= r.Low && r.Low <= r.Estimate+slack && r.Estimate <= r.High+slack && r.High <= 1) {
			return fmt.Sprintf("estimate %v in %v..%v", r.Estimate, r.Low, r.High)
		}
		return dutiesAddUp(r)
	})
}

func equal(a, b float64) bool { return math.Abs(a-b) <= slack }

// emptyHeadline: where no requirement enters the sums, all of them are 0.
func emptyHeadline(r *assess.Report) string {
	if r.Of+r.Met == 0 && r.Assured == 0 && r.Estimate == 0 && r.Low == 0 && r.High == 0 && r.Coverage == 0 {
		return ""
	}
	return fmt.Sprintf("nothing enters the sums: %+v", r)
}

// partsAddUp: R and S from the parts give belief, disbelief and the expected level.
func partsAddUp(g *assess.Gap) string {
	support, counter, mean, short := 0.0, 0.0, 0.0, 0.0
	for _, part := range g.Parts {
		support, counter = support+part.For, counter+part.Against
	}
	for k, q := range g.AtLeast {
		mean += q
		if k < int(g.Level) {
			short += 1 - q
		}
	}
	n := support + counter + 1
	if !equal(support/n, g.Belief) || !equal(counter/n, g.Disbelief) || !equal(1/n, g.Uncertainty) || !equal(mean, g.Mean) {
		return fmt.Sprintf("parts sum to %v for and %v against: %+v", support, counter, g)
	}
	if g.Priority != g.Importance*g.Expected || !equal(short, g.Expected) {
		return fmt.Sprintf("priority %v of importance %v and %v", g.Priority, g.Importance, g.Expected)
	}
	return ""
}

// dutiesAddUp: each duty says of its own statements what the headline says of all.
func dutiesAddUp(r *assess.Report) string {
	for _, d := range r.Duties {
		var asked, short float64
		of := 0
		for i := range r.Gaps {
			g := &r.Gaps[i]
			if g.Status == assess.NotApplicable || !serves(g, d.Duty) {
				continue
			}
			of++
			asked += g.Importance * float64(g.Level)
			short += g.Importance * g.Expected
		}
		if of != d.Of || of > 0 && !equal(d.Estimate, 1-short/asked) || of == 0 && d.Estimate+d.Assured != 0 {
			return fmt.Sprintf("%+v: %d statements, %v short of %v", d, of, short, asked)
		}
	}
	return ""
}

func serves(g *assess.Gap, id ksb.DutyID) bool {
	for _, d := range g.Duties {
		if d == id {
			return true
		}
	}
	return false
}

// TestA3NothingAssured: with no evidence nothing is assured and nothing is known, and
// the estimate is the prior's: .61 on five rungs, level 3, and .50 on two.
func TestA3NothingAssured(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		top  int
		role ksb.RoleID
		want float64
	}{{4, "R3", .610336}, {1, "R1", .5}} {
		r := newWorld(t, ladder(c.top), assess.DefaultPolicy()).report(assess.Worker{}, c.role, today)
		if r.Assured != 0 || r.Coverage != 0 || math.Abs(r.Estimate-c.want) > 1e-6 || r.Ready != assess.Unknown {
			t.Errorf("%d rungs: assured %v, coverage %v, estimate %v, ready %v", c.top+1, r.Assured, r.Coverage, r.Estimate, r.Ready)
		}
	}
}
