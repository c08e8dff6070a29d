package schedule

import "slices"

// filling is how much activities can weigh that fit side by side into so many minutes: the
// steps of a function that rises.
type filling struct {
	minutes []int64 // ascending
	weights []int64
}

// mostSteps is how many steps a filling keeps; what lies between them counts as more.
const mostSteps = 1_000

// filling is that of the activities of a scale of weights, each in one week.
func (m *model) filling(s *scale) filling {
	f, most := filling{[]int64{0}, []int64{0}}, m.mostMinutes()
	for i := range m.acts {
		a := &m.acts[i]
		g := f.or(f, a.base, s.shares[i], most)
		if a.extra > 0 {
			g = g.or(f, a.base+1, s.heads[i], most)
		}
		f = g
	}
	return f
}

// or is the greater of a filling and of another one beside which an activity runs.
func (f filling) or(other filling, minutes, weight, most int64) (g filling) {
	for i, j := 0, 0; i < len(f.minutes) || j < len(other.minutes); {
		m, w := int64(0), int64(0)
		if j == len(other.minutes) || i < len(f.minutes) && f.minutes[i] <= other.minutes[j]+minutes {
			m, w = f.minutes[i], f.weights[i]
			i++
		} else {
			m, w = other.minutes[j]+minutes, other.weights[j]+weight
			j++
		}
		if m > most {
			break
		}
		g = g.step(m, w)
	}
	return g.thinned()
}

// step adds minutes that come after all others, if they can hold more.
func (f filling) step(minutes, weight int64) filling {
	n := len(f.minutes)
	switch {
	case n > 0 && weight <= f.weights[n-1]:
	case n > 0 && minutes == f.minutes[n-1]:
		f.weights[n-1] = weight
	default:
		f.minutes, f.weights = append(f.minutes, minutes), append(f.weights, weight)
	}
	return f
}

// thinned leaves out every second step, which can only make it count more.
func (f filling) thinned() (g filling) {
	if len(f.minutes) <= mostSteps {
		return f
	}
	for k := 0; k < len(f.minutes); k += 2 {
		g.minutes, g.weights = append(g.minutes, f.minutes[k]), append(g.weights, f.weights[min(k+1, len(f.weights)-1)])
	}
	return g
}

// of so many minutes.
func (f filling) of(minutes int64) int64 {
	k, found := slices.BinarySearch(f.minutes, minutes)
	if !found {
		k--
	}
	return f.weights[k]
}
