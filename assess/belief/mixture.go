package belief

// mixture is what is to be combined by evidential reasoning: weights, and beliefs over
// the grades, row by row.
type mixture struct {
	grades  int
	weights []float64
	beliefs []float64
}

// begin empties the mixture, in its own memory.
func (m *mixture) begin(grades int) {
	m.grades, m.weights, m.beliefs = grades, m.weights[:0], m.beliefs[:0]
}

// add returns the row of one more part, all 0, to be filled in.
func (m *mixture) add(weight float64) []float64 {
	m.weights = append(m.weights, weight)
	for range m.grades {
		m.beliefs = append(m.beliefs, 0)
	}
	return m.row(len(m.weights) - 1)
}

func (m *mixture) row(i int) []float64 { return m.beliefs[i*m.grades : (i+1)*m.grades] }

// combine is the analytic form of the modified evidential reasoning algorithm. With
// weights that sum to 1, B_i the sum of part i's beliefs,
//
//	P_n = Π (w_i β_n,i + 1 - w_i B_i),  P_0 = Π (1 - w_i B_i),  P_H = Π (1 - w_i),
//	β_n = (P_n - P_0) / (Σ P_n - (N-1) P_0 - P_H).
//
// No part: nothing is believed.
func (m *mixture) combine(dst Distribution) {
	clear(dst)
	total := 0.0
	for _, w := range m.weights {
		total += w
	}
	if !(total > 0) {
		return
	}
	none, nothing := 1.0, 1.0 // P_0 and P_H
	for n := range dst {
		dst[n] = 1
	}
	for i, weight := range m.weights {
		w, assigned := weight/total, 0.0
		for _, b := range m.row(i) {
			assigned += b
		}
		rest := 1 - float64(w*assigned)
		none, nothing = none*rest, nothing*(1-w)
		for n, b := range m.row(i) {
			dst[n] *= rest + float64(w*b)
		}
	}
	whole := none - nothing
	for n := range dst {
		dst[n] = max(dst[n]-none, 0)
		whole += dst[n]
	}
	for n := range dst {
		dst[n] /= whole
	}
}
