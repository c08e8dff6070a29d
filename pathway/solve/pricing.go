package solve

import "math"

// wanted is the greatest cost of a plan that is still wanted.
func (s *search) wanted() int64 {
	switch {
	case s.stretch != nil:
		return s.stretch.lead.cost
	case s.best == nil:
		return s.ceiling
	case s.ties:
		return s.best.cost
	}
	return s.best.cost - s.p.step
}

// suggested turns the multipliers of the relaxation into whole prices, rounded down. A limit
// that all actions together keep to has none: it was lowered to what they use, which the
// proof does not know of, and without it they are overcharged by no more than it is worth.
func (s *search) suggested(v verdict) *tally {
	t := &tally{unit: s.tally.unit, multiples: make([]int64, len(s.p.caps))}
	multipliers := s.relax.lp.reduced[s.relax.lp.n:]
	t.unit = s.coarser(t.unit)
	factor := float64(t.unit)
	if v == hopeless {
		t.unit, multipliers, factor = 0, s.relax.lp.ray, s.rayScale()
	}
	priced := 0
	for row, i := range s.relax.rows {
		if i >= 0 && multipliers[row] > 1e-12 {
			priced++
		}
	}
	t.rows, t.prices = make([]int32, 0, priced), make([]int64, 0, priced)
	for row, i := range s.relax.rows {
		d := multipliers[row]
		switch {
		case d <= 1e-12 || i == isGroup:
		case i < 0:
			if k := int(-1 - i); s.p.caps[k] < s.relax.total[k] {
				t.multiples[k] = s.tame(k, math.Round(factor*d/s.relax.scale[k]))
			}
		default:
			t.note(int(i), int64(min(factor*d, 1<<56)))
		}
	}
	return t
}

// coarser is the unit in which no multiple of a limit grows too large: where a little of a
// resource is worth much, prices are less precise.
func (s *search) coarser(unit int64) int64 {
	for k, scale := range s.relax.scale {
		most := float64(unit) * s.relax.lp.reduced[s.relax.lp.n+k] / scale
		if room := float64(s.room(k)); most > room {
			unit = max(1, int64(float64(unit)*(room/most)))
		}
	}
	return unit
}

// rayScale makes the multipliers of a ray precise as whole numbers.
func (s *search) rayScale() float64 {
	most := 1e-9
	for row, i := range s.relax.rows {
		d := math.Abs(s.relax.lp.ray[row])
		if i < 0 && i != isGroup {
			d = d / s.relax.scale[-1-i] * (float64(s.relax.total[-1-i]) + 1)
		}
		most = max(most, d)
	}
	return float64(1<<40) / most
}

// tame keeps a multiple of resource k so small that nothing overflows.
func (s *search) tame(k int, multiple float64) int64 {
	return int64(min(multiple, float64(s.room(k))))
}

// room is how large a multiple of resource k may be.
func (s *search) room(k int) int64 {
	return int64(1<<57) / int64(len(s.p.caps)) / (s.relax.total[k] + 1)
}
