package assesstest

import (
	"math"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// judge compares one person's report with the truth.
func (t *tally) judge(p *Person, r *assess.Report) {
	truth, said := make([]float64, len(r.Gaps)), make([]float64, len(r.Gaps))
	for i := range r.Gaps {
		g := &r.Gaps[i]
		n := numberOf(g.Statement)
		truth[i], said[i] = p.Shortfall(n), g.Priority
		t.statement(p, n, g)
	}
	if rho, known := spearman(said, truth); known {
		t.spearman.add(rho)
	}
	if share, known := ndcg(truth, 5); known {
		t.ndcg.add(share)
	}
	ready := p.Readiness()
	t.roleDistance.add(math.Abs(r.Estimate - ready))
	t.roleCovered.add(within(ready, r.Low, r.High))
	t.order(r.Gaps, truth)
}

// statement compares one gap with the truth.
func (t *tally) statement(p *Person, n int, g *assess.Gap) {
	meets := p.Levels[n] >= int(g.Level)
	q := g.Probability()
	t.brierAll.add(square(q - one(meets)))
	if len(g.Parts) == 0 {
		return
	}
	t.brier.add(square(q - one(meets)))
	t.misjudged.add(one((q >= 0.5) != meets))
	t.curve.note(q, meets)
	t.distance.add(math.Abs(g.Mean - p.Score[n]))
	t.covered.add(within(p.Score[n], g.Low, g.High))
}

// order counts how often the greater need is placed first where the model is sure. What
// is a tie in truth has no right order.
func (t *tally) order(gaps []assess.Gap, truth []float64) {
	for i := range gaps {
		for j := range i {
			if truth[i] == truth[j] {
				continue
			}
			if above := assess.Above(&gaps[i], &gaps[j]); above >= 0.8 || above <= 0.2 {
				t.right.add(one((above > 0.5) == (truth[i] > truth[j])))
			}
		}
	}
}

func numberOf(id ksb.StatementID) int {
	n, _ := strconv.Atoi(string(id[1:]))
	return n - 1
}

func within(x, low, high float64) float64 { return one(x >= low && x <= high) }

func square(x float64) float64 { return x * x }

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
