package schedule

import (
	"context"
	"slices"
)

const (
	unit       = 1 << 20 // of a weight
	mostRounds = 1_000   // columns that are looked for until the weights are taken as they are
)

// phase is weeks in which the same activities may run and as many minutes are there.
type phase struct {
	from, to int
	minutes  int64
	may      []int // activities, ascending
}

// phases cuts the weeks before an end, by the first and last starts.
func (m *model) phases(end int, early, late []int) (list []phase) {
	cuts := []int{0, end}
	for i := range early {
		cuts = append(cuts, early[i], late[i]+m.acts[i].span)
	}
	for w := 1; w < end; w++ {
		if m.minutes[w] != m.minutes[w-1] {
			cuts = append(cuts, w)
		}
	}
	cuts = slices.DeleteFunc(distinct(cuts), func(w int) bool { return w > end })
	for k := range len(cuts) - 1 {
		p := phase{from: cuts[k], to: cuts[k+1], minutes: m.minutes[cuts[k]]}
		for i := range early {
			if early[i] <= p.from && p.to <= late[i]+m.acts[i].span {
				p.may = append(p.may, i)
			}
		}
		list = append(list, p)
	}
	return list
}

// weigh finds weights so that the weeks of all weigh most while no activities that can
// run together weigh more than one: the prices of the linear program that covers all
// weeks with the fewest sets (Mingozzi, Maniezzo, Ricciardelli and Bianco 1998).
func (m *model) weigh(ctx context.Context, t *together) []int64 {
	most := slices.Max(append([]int64{0}, m.minutes...))
	cover, cost := make([]float64, len(m.acts)), make([]float64, len(m.acts))
	for i := range m.acts {
		cover[i], cost[i] = float64(m.acts[i].span), 1
	}
	p, prices := newProgram(cover, cost), make([]float64, len(cover))
	for range mostRounds {
		p.prices(prices)
		sum, set, ok := t.heaviest(integers(prices), most)
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
	s := scale{weights: true, shares: m.weigh(ctx, t), room: make([]int64, end)}
	if s.shares == nil {
		return s, false
	}
	for _, p := range m.phases(end, early, late) {
		may := make([]int64, len(s.shares))
		for _, i := range p.may {
			may[i] = s.shares[i]
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
