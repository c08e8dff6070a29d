package belief

// reset makes e an empty estimate on a scale with this top, in its own memory.
func (e *Estimate) reset(top int) {
	e.AtLeast = zeros(e.AtLeast, top)
	e.For = zeros(e.For, top)
	e.Against = zeros(e.Against, top)
	if cap(e.Opinion) < top {
		e.Opinion = make([]Opinion, top)
	}
	e.Opinion = e.Opinion[:top]
	clear(e.Opinion)
	e.Sources = e.Sources[:0]
	e.Mean, e.Low, e.High = 0, 0, 0
}

// resetPlain is reset for a model without a ledger: no sums.
func (e *Estimate) resetPlain(top int) {
	e.reset(top)
	e.For, e.Against = e.For[:0], e.Against[:0]
}

// makeRoom prepares the balances of a number of sources.
func (e *Estimate) makeRoom(sources, top int) {
	e.balances = zeros(e.balances, 2*sources*top)
}

// balance returns the balance of a source, which is the last one or a new one.
func (e *Estimate) balance(source, top int) *Balance {
	if n := len(e.Sources); n == 0 || e.Sources[n-1].Source != source {
		room := e.balances[2*n*top : 2*(n+1)*top]
		e.Sources = append(e.Sources, Balance{source, room[:top:top], room[top:]})
	}
	return &e.Sources[len(e.Sources)-1]
}

func zeros(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// countSources counts the runs of equal sources.
func countSources(entries []entry) (n int) {
	for i := range entries {
		if i == 0 || entries[i].source != entries[i-1].source {
			n++
		}
	}
	return n
}
