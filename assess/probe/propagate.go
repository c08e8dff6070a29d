package probe

import "math"

// messages hold the sum-product algorithm for one component: for each notion and each
// prerequisite of it, what either end tells the other. The state of a notion is one bit,
// and a prerequisite is a factor that rules out "this, and not that". As log-odds that
// the receiver is in the state, with x what the sender knows from everybody else:
//
//	to what requires it:  x - log(1 + e^x) = -log(1 + e^-x)   never above 0
//	to what it requires:  log(1 + e^x)                        never below 0
//
// Without any answers this weighs all states alike, as enumeration does.
type messages struct {
	part *part
	odds []float64   // by place: the log-odds of the answers alone
	up   [][]float64 // by place and prerequisite: from the prerequisite to the place
	down [][]float64 // from the place to the prerequisite
	sum  []float64   // by place: odds and all that comes in
}

func newMessages(p *part) *messages {
	m := &messages{part: p, odds: make([]float64, len(p.notions)), sum: make([]float64, len(p.notions))}
	m.up, m.down = make([][]float64, len(p.notions)), make([][]float64, len(p.notions))
	for at, list := range p.requires {
		m.up[at], m.down[at] = make([]float64, len(list)), make([]float64, len(list))
	}
	m.settle()
	return m
}

func (m *messages) answer(place int, yes bool, c Chance) {
	can, cannot := c.given(yes)
	m.odds[place] += math.Log(can) - math.Log(cannot)
	m.settle()
}

func (m *messages) marginals(dst []float64) []float64 {
	for _, x := range m.sum {
		dst = append(dst, 1/(1+math.Exp(-x)))
	}
	return dst
}

// settle passes messages to and fro until none moves. On a tree that ends, and what it
// ends at is exact. Around loops it ends too as far as anybody has seen, since every
// factor draws its two ends together, but nothing proves it: the sweeps are bounded.
func (m *messages) settle() {
	const sweeps, still = 500, 1e-10
	for range sweeps + len(m.part.notions) {
		m.gather()
		moved := m.sweepUp()
		m.gather()
		if moved = max(moved, m.sweepDown()); moved < still {
			break
		}
	}
	m.gather()
}

// gather sums up what comes in. Sums are taken afresh, so that nothing drifts.
func (m *messages) gather() {
	copy(m.sum, m.odds)
	for at, list := range m.part.requires {
		for i, needed := range list {
			m.sum[at] += m.up[at][i]
			m.sum[needed] += m.down[at][i]
		}
	}
}

// sweepUp goes from what is required to what requires it.
func (m *messages) sweepUp() (moved float64) {
	for at, list := range m.part.requires {
		for i, needed := range list {
			x := m.sum[needed] - m.down[at][i]
			moved = max(moved, m.renew(&m.up[at][i], -softplus(-x), at))
		}
	}
	return moved
}

// sweepDown goes the other way.
func (m *messages) sweepDown() (moved float64) {
	for at := len(m.part.requires) - 1; at >= 0; at-- {
		for i, needed := range m.part.requires[at] {
			x := m.sum[at] - m.up[at][i]
			moved = max(moved, m.renew(&m.down[at][i], softplus(x), needed))
		}
	}
	return moved
}

// renew replaces a message and what its receiver sums up, and tells how far it moved.
func (m *messages) renew(message *float64, fresh float64, receiver int) float64 {
	step := fresh - *message
	*message = fresh
	m.sum[receiver] += step
	return math.Abs(step)
}

// softplus is log(1 + e^x).
func softplus(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }
