package schedule

import (
	"context"
	"slices"
)

// possible tells that no reason was found why all could not end within so many weeks.
// early and late are the first and last starts that this leaves.
func (m *model) possible(ctx context.Context, end int, early, late []int) bool {
	for i := range early {
		if early[i] > late[i] {
			return false
		}
	}
	for s := range m.scales {
		if !m.scales[s].enough(ctx, m, end, early, late) {
			return false
		}
	}
	return true
}

// roomy is the first end by which the weeks have room for all work, whatever its order.
func (m *model) roomy() (end int) {
	for k := range m.scales {
		end = max(end, m.scales[k].roomy(m))
	}
	return end
}

func (s *scale) roomy(m *model) (end int) {
	left := int64(0)
	for i := range m.acts {
		left += s.upTo(&m.acts[i], i, m.acts[i].span)
	}
	for ; left > 0 && end < len(s.room); end++ {
		left -= s.room[end]
	}
	return end
}

// enough tells whether between any two weeks there is room for the work that must be
// done there wherever the activities move; true too, if the context has ended.
func (s *scale) enough(ctx context.Context, m *model, end int, early, late []int) bool {
	upTo := make([]int64, end+1)
	for w := range end {
		upTo[w+1] = upTo[w] + s.room[w]
	}
	var from, to []int
	for i := range early {
		from, to = append(from, early[i], late[i]), append(to, early[i]+m.acts[i].span, late[i]+m.acts[i].span)
	}
	from, to = distinct(from), distinct(to)
	byLate := m.order(func(i int) int { return late[i] })
	var must []int
	for _, a := range from {
		if ctx.Err() != nil {
			return true
		}
		must = must[:0]
		for _, i := range byLate {
			if early[i]+m.acts[i].span > a {
				must = append(must, i)
			}
		}
		for _, b := range to {
			if a < b && s.work(m, must, a, b, early, late) > upTo[b]-upTo[a] {
				return false
			}
		}
	}
	return true
}

// work is what must be done from week a to before week b of activities, which are sorted by
// their latest starts. The others have none to do: they may end by week a.
func (s *scale) work(m *model, must []int, a, b int, early, late []int) (sum int64) {
	for _, i := range must {
		if late[i] >= b {
			break
		}
		sum += min(s.inside(m, i, early[i], a, b), s.inside(m, i, late[i], a, b))
	}
	return sum
}

func distinct(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}
