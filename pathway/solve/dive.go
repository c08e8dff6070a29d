package solve

// dive looks for a plan by rounding: what the relaxation takes nearly whole is taken, or
// else what it takes most of, and the relaxation solved again, until it takes nothing in
// part.
func (s *search) dive() {
	s.aside(func() {
		for s.rounded() {
		}
	})
}

// rounded takes one more step of a dive; false: it is over.
func (s *search) rounded() bool {
	if !s.settled() {
		return false
	}
	if !s.fractional() {
		if s.separate() > 0 {
			return true
		}
		s.try(&s.plain, s.whole())
		return false
	}
	most, best := 0.0, int32(-1)
	for _, a := range s.live {
		if s.state[a] != undecided {
			continue
		}
		x := s.relax.x[a]
		if x > most && x < 1-1e-6 {
			most, best = x, a
		}
		if x > 0.85 {
			s.takeIfFits(a)
		}
	}
	if best >= 0 && s.state[best] == undecided {
		s.takeIfFits(best)
	}
	return best >= 0
}

// settled solves the relaxation, a few times if its answers break landmarks; false: it
// holds no plan that is wanted.
func (s *search) settled() bool {
	for again := 4; again > 0; again-- {
		v := s.relax.solve(s, float64(s.wanted())+0.05, 500)
		if v != optimal || s.ended() {
			return false
		}
		s.relax.read()
		if s.relax.flat || s.separateZones() == 0 {
			break
		}
	}
	return true
}

// takeIfFits takes an action, or drops it if it does not fit the limits.
func (s *search) takeIfFits(a int32) {
	if before := len(s.stack); !s.take(a) {
		s.unwind(before)
		s.drop(a)
	}
}
