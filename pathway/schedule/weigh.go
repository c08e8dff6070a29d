package schedule

import (
	"context"
	"slices"
)

const (
	unit       = 1 << 20 // of a weight
	mostRounds = 1_000   // columns that are looked for until the weights are taken as they are
)

// phase is weeks in which the same parts of activities may run and as many minutes are
// there.
type phase struct {
	from, to int
	minutes  int64
	may      []int // parts, ascending
}

// phases cuts the weeks before an end, by the first and last starts.
func (m *model) phases(t *together, end int, early, late []int) (list []phase) {
	cuts := []int{0, end}
	for _, p := range t.parts {
		cuts = append(cuts, early[p.act]+p.from, late[p.act]+p.to)
	}
	for w := 1; w < end; w++ {
		if m.minutes[w] != m.minutes[w-1] {
			cuts = append(cuts, w)
		}
	}
	cuts = slices.DeleteFunc(distinct(cuts), func(w int) bool { return w > end })
	for k := range len(cuts) - 1 {
		f := phase{from: cuts[k], to: cuts[k+1], minutes: m.minutes[cuts[k]]}
		for i, p := range t.parts {
			if early[p.act]+p.from <= f.from && f.to <= late[p.act]+p.to {
				f.may = append(f.may, i)
			}
		}
		list = append(list, f)
	}
	return list
}

// weigh finds weights so that the weeks of all weigh most while no parts that can run
// together weigh more than one: the prices of the linear program that covers all weeks
// with the fewest sets (Mingozzi, Maniezzo, Ricciardelli and Bianco 1998). Activities that
// do not count have no weeks and weigh nothing.
func (m *model) weigh(ctx context.Context, t *together, counts func(act int) bool) []int64 {
	cover, cost := make([]float64, len(t.parts)), make([]float64, len(t.parts))
	for i, p := range t.parts {
		if counts(p.act) {
			cover[i], cost[i] = float64(p.to-p.from), 1
		}
	}
	p, prices := newProgram(cover, cost), make([]float64, len(cover))
	for range mostRounds {
		p.prices(prices)
		sum, set, ok := t.heaviest(integers(prices), m.mostMinutes())
		if !ok || ctx.Err() != nil {
			return nil
		}
		if sum <= unit+unit/10_000 {
			break
		}
		p.enter(set, 1)
	}
	return integers(prices)
}

// integers are weights from prices.
func integers(prices []float64) []int64 {
	list := make([]int64, len(prices))
	for i, price := range prices {
		list[i] = max(0, int64(float64(price*unit)))
	}
	return list
}

// weighed is the scale of weights for all that ends within so many weeks: what each phase
// can hold of them at most is counted in integers, so that the bound holds whatever was
// rounded. false: it took too long.
func (m *model) weighed(ctx context.Context, end int, early, late []int) (scale, bool) {
	t := m.together(ctx, early, late)
	weights := m.weigh(ctx, t, func(int) bool { return true })
	if weights == nil {
		return scale{}, false
	}
	s := m.weights(t, weights)
	s.room = make([]int64, end)
	for _, p := range m.phases(t, end, early, late) {
		may := make([]int64, len(weights))
		for _, i := range p.may {
			may[i] = weights[i]
		}
		room, _, ok := t.heaviest(may, p.minutes)
		if !ok || ctx.Err() != nil {
			return s, false
		}
		for w := p.from; w < p.to; w++ {
			s.room[w] = room
		}
	}
	return s, true
}

// weights is a scale of the weights of parts, which are lowered so that no activity weighs
// less in its first weeks.
func (m *model) weights(t *together, list []int64) scale {
	s := scale{weights: true, heads: make([]int64, len(m.acts)), shares: make([]int64, len(m.acts))}
	copy(s.shares, list)
	copy(s.heads, list)
	for k := len(m.acts); k < len(list); k++ {
		i := t.parts[k].act
		s.heads[i] = list[k]
		s.shares[i] = min(s.shares[i], list[k])
		list[i] = s.shares[i]
	}
	s.fill = m.filling(&s)
	return s
}
