package solve

import "math"

// loosen drops, at a node whose relaxation is solved, the actions outside the best plan with
// which a plan would cost more. An action that the relaxation does not take may have nothing
// left by its prices only because it stands in the basis at 0. So the prices move a little
// away from there, to others at which the relaxation costs as much.
func (s *search) loosen() {
	l := s.relax.lp
	s.relax.follow(s)
	l.settle()
	if p, _ := l.leaving(); p >= 0 || s.ended() {
		return
	}
	var positions []int
	for p, a := range l.basis {
		if int(a) < l.n && s.state[a] == undecided && l.value[p] < feasible {
			positions = append(positions, p)
		}
	}
	l.loosen(positions)
	t := s.suggested(optimal)
	if sure, dead := s.add(t); dead == nil {
		s.dropDear(max(0, t.unit*s.wanted()-sure))
	}
	l.price()
}

// alone tells whether all actions outside the best plan are dropped.
func (s *search) alone() bool {
	held := 0
	for a, d := range s.state {
		if held < len(s.best.actions) && int(s.best.actions[held]) == a {
			held++
		} else if d != dropped {
			return false
		}
	}
	return true
}

// loosen raises the reduced costs of the variables at the given positions, which stand at 0,
// all at once if that can be, or else those of each half; those of others sink, but not to 0.
func (l *lp) loosen(positions []int) {
	if len(positions) == 0 || l.over() {
		return
	}
	clear(l.line)
	for _, p := range positions {
		l.line[p] = 1
	}
	l.combine()
	scale := l.cost[l.basis[positions[0]]] + 1
	if step := l.slack(scale) / 2; step > float64(1e-6*scale) {
		for _, j := range l.hit {
			l.reduced[j] += float64(step * l.alpha[j])
		}
		return
	}
	if half := len(positions) / 2; half > 0 {
		l.loosen(positions[:half])
		l.loosen(positions[half:])
	}
}

// slack is how far the reduced costs of the variables that are hit can move along their row
// before one of them changes its sign; at most this far.
func (l *lp) slack(far float64) float64 {
	for _, j := range l.hit {
		if a := l.towards(j, -1); a > 0 {
			far = min(far, math.Abs(l.reduced[j])/a)
		}
	}
	return far
}
