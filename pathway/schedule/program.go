package schedule

// program is a linear program that is solved by adding column after column: the
// inverse of the basis, how much of each column in it is used, and what that costs.
//
// It works in floating point and its prices are suggestions. The conversions keep a
// processor from rounding a product and a sum in one, so that they are the same
// everywhere.
type program struct {
	inverse [][]float64
	used    []float64
	cost    []float64
}

// newProgram starts with a column for each row alone, that covers it at a cost.
func newProgram(cover, cost []float64) *program {
	p := &program{used: cover, cost: cost}
	for i := range cover {
		row := make([]float64, len(cover))
		row[i] = 1
		p.inverse = append(p.inverse, row)
	}
	return p
}

// prices are what one more of each row would cost.
func (p *program) prices(list []float64) {
	clear(list)
	for r, row := range p.inverse {
		if c := p.cost[r]; c != 0 {
			for i, v := range row {
				list[i] += float64(c * v)
			}
		}
	}
}

// enter takes a column with ones in some rows into the basis, in place of the first that
// it uses up.
func (p *program) enter(rows []int, cost float64) {
	column := make([]float64, len(p.used))
	out, least := -1, 0.0
	for r, row := range p.inverse {
		for _, i := range rows {
			column[r] += row[i]
		}
		if column[r] > 1e-9 {
			if ratio := p.used[r] / column[r]; out < 0 || ratio < least {
				out, least = r, ratio
			}
		}
	}
	if out >= 0 {
		p.pivot(column, out, least)
		p.cost[out] = cost
	}
}

func (p *program) pivot(column []float64, out int, least float64) {
	by := p.inverse[out]
	for i := range by {
		by[i] /= column[out]
	}
	p.used[out] = least
	for r, row := range p.inverse {
		if c := column[r]; r != out && c != 0 {
			for i, v := range by {
				row[i] -= float64(c * v)
			}
			p.used[r] = max(0, p.used[r]-float64(c*least))
		}
	}
}
