package solve

// dive looks for a plan by rounding: what the relaxation takes nearly whole is taken, or
// else what it takes most of, and the relaxation solved again, until it takes nothing in
// part. No plan of the present node costs less than lower.
func (s *search) dive(lower int64) {
	aim := s.aim(lower)
	s.aside(func() {
		if aim < s.wanted() {
			s.dropAbove(aim)
		}
		for s.rounded(aim) {
		}
	})
}

// aim is the greatest cost of a plan that a dive is after. Where goals are weighed against
// each other that is no more than halfway from the best plan to what the bound allows: most
// dives end sooner, and what only dearer plans hold does not lead them astray.
func (s *search) aim(lower int64) int64 {
	most := s.wanted()
	if s.weighing && most > lower {
		most = lower + (most-lower)/2
	}
	return most
}

// dropAbove drops what the latest prices show to be in no plan of at most the given cost.
func (s *search) dropAbove(most int64) {
	if s.last == nil {
		return
	}
	if sure, dead := s.add(s.last); dead == nil {
		s.dropDear(s.last.unit*most - sure)
	}
}

// rounded takes one more step of a dive; false: it is over.
func (s *search) rounded(aim int64) bool {
	if !s.settled(aim) {
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
// holds no plan of at most the cost aimed at.
func (s *search) settled(aim int64) bool {
	for again := 4; again > 0; again-- {
		v := s.relax.solve(s, float64(aim)+0.05, 500)
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
