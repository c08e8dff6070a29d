package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// fillGaps writes one gap for each need, in the order of the needs.
func (a *assessment) fillGaps() {
	a.stock()
	for i := range a.needs {
		a.fillGap(&a.report.Gaps[i], i)
	}
}

// rank puts the gaps in order (see [Gap.Compare]) and marks the ties.
func (a *assessment) rank() {
	order := make([]sortKey, len(a.report.Gaps))
	for i := range order {
		g := &a.report.Gaps[i]
		order[i] = g.sortKey(g.Priority, i)
	}
	slices.SortFunc(order, sortKey.compare)
	gaps := a.report.Gaps
	arrange(gaps, order)
	for i := range gaps[:max(len(gaps)-1, 0)] {
		g, next := &gaps[i], &gaps[i+1]
		g.TiedWithNext = g.tier == next.tier && g.tier != outside && Above(g, next) < a.policy.Tied
	}
}

// arrange moves each gap to its place in the order, one cycle of moves after another.
func arrange(gaps []Gap, order []sortKey) {
	for start := range order {
		first := gaps[start]
		to := start
		for order[to].place != start {
			from := order[to].place
			gaps[to], order[to].place = gaps[from], to
			to = from
		}
		gaps[to], order[to].place = first, to
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
		Parts: a.parts(n, q), Waiting: []string{}, Override: n.override, tier: tierOf(n, q), ledger: n.ledger,
	}
	if n.standing != nil {
		g.Waiting = nonNil(n.standing.waiting)
	}
	g.Expected = n.shortfall(q.Level)
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
	since := len(a.shelf.levels)
	for k := range a.scales[q.Statement].Top {
		a.shelf.levels = append(a.shelf.levels, n.mark(ksb.Level(k+1)).q)
	}
	return taken(a.shelf.levels, since)
}

// parts tells what each piece adds at the required level. What has expired stands
// there too, adding nothing.
func (a *assessment) parts(n *need, q ksb.Need) []Part {
	if n.standing == nil {
		return []Part{}
	}
	pieces := n.standing.pieces
	a.shelf.live = a.shelf.live[:0]
	for i := range pieces {
		if !pieces[i].expired {
			a.shelf.live = append(a.shelf.live, pieces[i].numbers)
		}
	}
	adds := a.model.Explain(a.shelf.adds[:0], a.scales[q.Statement], a.shelf.live, int(q.Level))
	a.shelf.adds = adds
	since := len(a.shelf.parts)
	for i := range pieces {
		e := pieces[i].evidence
		part := Part{Evidence: pieces[i].id, Kind: e.Kind, By: e.By, As: e.As, At: e.At, Until: e.Until, Carried: a.carried(&pieces[i])}
		if !pieces[i].expired {
			part.For, part.Against, part.Delta = adds[0].For, adds[0].Against, adds[0].Delta
			adds = adds[1:]
		}
		a.shelf.parts = append(a.shelf.parts, part)
	}
	if len(n.standing.links) > 0 {
		a.inferParts(n.standing, q, since)
	}
	return taken(a.shelf.parts, since)
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// shortfall is the expected number of rungs below a required level: the sum of
// 1 - q_k up to that level.
func (n *need) shortfall(level ksb.Level) (sum float64) {
	for k := ksb.Level(1); k <= level; k++ {
		sum += 1 - n.mark(k).q
	}
	return sum
}
