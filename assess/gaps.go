package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// fillGaps writes one gap for each need, puts them in order and marks the ties.
func (a *assessment) fillGaps() {
	for i := range a.needs {
		a.fillGap(&a.report.Gaps[i], i)
	}
	gaps := a.report.Gaps
	slices.SortFunc(gaps, func(g, h Gap) int { return g.Compare(&h) })
	for i := range gaps[:max(len(gaps)-1, 0)] {
		g, next := &gaps[i], &gaps[i+1]
		g.TiedWithNext = g.tier == next.tier && g.tier != outside && Above(g, next) < a.policy.Tied
	}
}

func (a *assessment) fillGap(g *Gap, i int) {
	q, n := a.brief.Needs[i], &a.needs[i]
	s := a.ix.StatementAt(q.Statement)
	m, spread := n.mark(q.Level), n.spread()
	*g = Gap{
		Statement: s.ID, Code: s.Code, Kind: s.Kind, Text: s.Text,
		Rungs: a.ix.ScaleAt(q.Statement).Rungs, Level: q.Level, Critical: q.Critical,
		Status: n.status, Action: n.status.Action(),
		Belief: m.opinion.Belief, Disbelief: m.opinion.Disbelief, Uncertainty: m.opinion.Uncertainty,
		AtLeast: a.atLeast(n, q), Mean: spread.mean, Low: spread.low, High: spread.high,
		Importance: q.Importance, Duties: nonNil(a.brief.ServedBy[i]),
		Parts: a.parts(n, q), Waiting: []string{}, Override: n.override, tier: tierOf(n, q),
	}
	if n.standing != nil {
		g.Waiting = nonNil(n.standing.waiting)
	}
	g.Expected = ExpectedShortfall(g.AtLeast, q.Level)
	g.Priority = float64(g.Importance * g.Expected)
	g.Because = a.because(n, q)
}

func tierOf(n *need, q ksb.Need) tier {
	switch {
	case n.outside():
		return outside
	case q.Critical && n.ledger != Met:
		return criticalNotMet
	}
	return ranked
}

func (a *assessment) atLeast(n *need, q ksb.Need) []float64 {
	probabilities := make([]float64, a.scales[q.Statement].Top)
	for k := range probabilities {
		probabilities[k] = n.mark(ksb.Level(k + 1)).q
	}
	return probabilities
}

// parts tells what each piece adds at the required level. What has expired stands
// there too, adding nothing.
func (a *assessment) parts(n *need, q ksb.Need) []Part {
	if n.standing == nil {
		return []Part{}
	}
	pieces := n.standing.pieces
	live := make([]belief.Piece, 0, len(pieces))
	for i := range pieces {
		if !pieces[i].expired {
			live = append(live, pieces[i].numbers)
		}
	}
	adds := a.model.Explain(make([]belief.Contribution, 0, len(live)), a.scales[q.Statement], live, int(q.Level))
	parts := make([]Part, 0, len(pieces))
	for i := range pieces {
		e := pieces[i].evidence
		part := Part{Evidence: pieces[i].id, Kind: e.Kind, By: e.By, As: e.As, At: e.At, Until: e.Until}
		if !pieces[i].expired {
			part.For, part.Against, part.Delta = adds[0].For, adds[0].Against, adds[0].Delta
			adds = adds[1:]
		}
		parts = append(parts, part)
	}
	return parts
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// ExpectedShortfall is the expected number of rungs below a required level, given
// the probabilities of level 1.. or above: the sum of 1 - q_k up to that level.
func ExpectedShortfall(atLeast []float64, level ksb.Level) (sum float64) {
	for _, q := range atLeast[:level] {
		sum += 1 - q
	}
	return sum
}
