package assesstest

import "math"

// Measures tell how well a model does, averaged over people, or over worlds. Those from
// Brier to Misjudged are over the statements with evidence, as published. A measure that
// nothing could be said about is 0.
type Measures struct {
	Spearman   float64 `json:"spearman"`       // rank correlation of priorities with true weighted shortfalls, within people; 1 is best
	NDCG5      float64 `json:"ndcg5"`          // how much of what the best five could gather the first five gather; 1 is best
	Brier      float64 `json:"brier"`          // mean square error of "meets what is required"; 0 is best
	ECE        float64 `json:"ece"`            // expected calibration error of the same, in ten bins; 0 is best
	MAE        float64 `json:"mae"`            // mean distance of the expected level from the true score, in levels; 0 is best
	Coverage90 float64 `json:"coverage90"`     // share of true scores within the 90 % interval; 0.9 is best
	Misjudged  float64 `json:"misjudged"`      // share where "more likely than not" is wrong: the Brier score of a plain yes or no
	BrierAll   float64 `json:"brierAll"`       // as Brier, over the statements without evidence too
	RoleMAE    float64 `json:"roleMae"`        // mean distance of the role's estimate from true readiness; 0 is best
	RoleCover  float64 `json:"roleCoverage90"` // share of people whose true readiness is within the role's interval; 0.9 is best
	PairsRight float64 `json:"pairsRight"`     // of pairs ordered with a probability of 0.8 or more, those in the right order
}

func (m *Measures) fields() []*float64 {
	return []*float64{&m.Spearman, &m.NDCG5, &m.Brier, &m.ECE, &m.MAE, &m.Coverage90, &m.Misjudged, &m.BrierAll, &m.RoleMAE, &m.RoleCover, &m.PairsRight}
}

// average is the mean of measures, in their order.
func average(list []Measures) (mean Measures) {
	for i := range list {
		for at, field := range list[i].fields() {
			*mean.fields()[at] += *field / float64(len(list))
		}
	}
	return mean
}

// tally adds measures up over people.
type tally struct {
	spearman, ndcg, brier, distance, covered, misjudged ratio
	brierAll, roleDistance, roleCovered, right          ratio
	curve                                               Curve
}

// ratio is a sum and how many were added.
type ratio struct{ sum, n float64 }

func (r *ratio) add(x float64) { r.sum, r.n = r.sum+x, r.n+1 }

func (r ratio) value() float64 {
	if r.n == 0 {
		return 0
	}
	return r.sum / r.n
}

func (t *tally) ratios() []*ratio {
	return []*ratio{&t.spearman, &t.ndcg, &t.brier, &t.distance, &t.covered, &t.misjudged, &t.brierAll, &t.roleDistance, &t.roleCovered, &t.right}
}

func (t *tally) add(u *tally) {
	others := u.ratios()
	for i, r := range t.ratios() {
		r.sum, r.n = r.sum+others[i].sum, r.n+others[i].n
	}
	t.curve.add(&u.curve)
}

func (t *tally) measures() Measures {
	return Measures{
		Spearman: t.spearman.value(), NDCG5: t.ndcg.value(), Brier: t.brier.value(), ECE: t.curve.Error(), MAE: t.distance.value(),
		Coverage90: t.covered.value(), Misjudged: t.misjudged.value(), BrierAll: t.brierAll.value(),
		RoleMAE: t.roleDistance.value(), RoleCover: t.roleCovered.value(), PairsRight: t.right.value(),
	}
}

// Curve compares probabilities with what was true, in ten bins of equal width.
type Curve [10]Bin

// Bin is one stretch of probabilities.
type Bin struct {
	N         int     `json:"n"`
	Predicted float64 `json:"predicted"` // sum of the probabilities
	True      int     `json:"true"`      // how many came true
}

func (c *Curve) note(p float64, came bool) {
	b := &c[min(int(p*10), 9)]
	b.N++
	b.Predicted += p
	if came {
		b.True++
	}
}

func (c *Curve) add(d *Curve) {
	for i := range c {
		c[i].N, c[i].True, c[i].Predicted = c[i].N+d[i].N, c[i].True+d[i].True, c[i].Predicted+d[i].Predicted
	}
}

// Error is the expected calibration error: how far the bins are off, by their sizes.
func (c *Curve) Error() float64 {
	off, n := 0.0, 0
	for _, b := range c {
		off += math.Abs(b.Predicted - float64(b.True))
		n += b.N
	}
	return ratio{off, float64(n)}.value()
}
