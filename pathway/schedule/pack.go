package schedule

import "context"

const (
	mostPacked = 20_000_000   // steps of packing until the weights are taken as they are
	mostWeight = 1_000 * unit // of a size while they are looked for: sums stay far from the limit
)

// sized is the scale of weights by size for all that takes so many weeks; false: there is
// nothing to weigh, or the context has ended. What each week holds at most is counted in
// integers, so that the bound holds whatever was rounded.
func (m *model) sized(ctx context.Context, end int) (scale, bool) {
	z := m.sizes(end)
	if len(z.list) == 0 || !z.weigh(ctx) {
		return scale{}, false
	}
	s := scale{weights: true}
	for i := range m.acts {
		s.heads, s.shares = append(s.heads, z.of(m.acts[i].base+1)), append(s.shares, z.of(m.acts[i].base))
	}
	for _, minutes := range m.minutes {
		s.room = append(s.room, z.holds[z.count(minutes)])
	}
	return s, true
}

// weigh finds weights so that all weeks weigh most, less what those that are not like the
// others hold, while none of the others holds more than one: the prices of the linear
// program that packs everything into the fewest of them (Gilmore and Gomory 1961). false:
// the context has ended.
func (z *sizes) weigh(ctx context.Context) bool {
	cover, cost := z.rows()
	p, prices := newProgram(cover, cost), make([]float64, len(cover))
	for effort := mostPacked; effort > 0; effort -= z.rounds * z.cells {
		p.prices(prices)
		z.weights = integers(prices[:len(z.list)])
		for k, w := range z.weights {
			z.weights[k] = min(w, mostWeight)
		}
		z.pack()
		if ctx.Err() != nil {
			return false
		}
		set, cost, any := z.cheapest(prices)
		if !any {
			break
		}
		p.enter(set, cost)
	}
	for k := 1; k < len(z.weights); k++ {
		z.weights[k] = max(z.weights[k], z.weights[k-1])
	}
	z.pack()
	return true
}

// rows are how many weeks each size has, and how many weeks there are of each kind.
func (z *sizes) rows() (cover, cost []float64) {
	for _, s := range z.list {
		cover, cost = append(cover, float64(s.weeks)), append(cost, 1)
	}
	for _, k := range z.kinds {
		cover, cost = append(cover, float64(k.weeks)), append(cost, 0)
	}
	return cover, cost
}

// cheapest is what to run in a week that the program does without and gains most by, and
// what that week costs.
func (z *sizes) cheapest(prices []float64) (set []int, cost float64, any bool) {
	gain, of := z.holds[z.cells]-unit, -1
	for k, kind := range z.kinds {
		if more := z.holds[kind.cells] + int64(float64(prices[len(z.list)+k]*unit)); more > gain {
			gain, of = more, k
		}
	}
	if gain <= unit/10_000 {
		return nil, 0, false
	}
	if of < 0 {
		return z.held(z.cells), 1, true
	}
	return append(z.held(z.kinds[of].cells), len(z.list)+of), 0, true
}

// pack finds what weeks of so many cells hold at most, by weight: one more of a size, and
// one more, and then of the next.
func (z *sizes) pack() {
	z.holds, z.rounds = make([]int64, z.cells+1), 0
	for k, s := range z.list {
		for range z.together(s) {
			if z.rounds++; len(z.takes) < z.rounds {
				z.takes = append(z.takes, make([]bool, z.cells+1))
			}
			z.oneMore(s.cells, z.weights[k], z.takes[z.rounds-1])
		}
	}
}

// together is how many of a size can run in the same week.
func (z *sizes) together(s size) int { return min(s.copies, z.cells/s.cells) }

// oneMore lets weeks hold one more of a size, and notes where that is more.
func (z *sizes) oneMore(cells int, weight int64, takes []bool) {
	clear(takes)
	for c := z.cells; c >= cells && weight > 0; c-- {
		if more := z.holds[c-cells] + weight; more > z.holds[c] {
			z.holds[c], takes[c] = more, true
		}
	}
}

// held are the sizes, each as often as it is there, of what so many cells hold at most.
func (z *sizes) held(cells int) (set []int) {
	round := z.rounds
	for k := len(z.list) - 1; k >= 0; k-- {
		s := z.list[k]
		for range z.together(s) {
			if round--; z.takes[round][cells] {
				set, cells = append(set, k), cells-s.cells
			}
		}
	}
	return set
}
