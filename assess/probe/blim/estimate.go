package blim

import (
	"fmt"
	"math"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// Method is how the parameters are estimated; see the package.
type Method uint8

// The methods.
const (
	MD   Method = iota // minimum discrepancy
	ML                 // maximum likelihood
	MDML               // maximum likelihood within minimum discrepancy
)

// Limits bound the iterations of ML and MDML.
type Limits struct {
	Tolerance float64 // stop when no parameter moves farther; 0: 1e-7
	Steps     int     // stop after so many; 0: 10,000
}

// Fit is what was estimated.
type Fit struct {
	Slip          []float64 // β by item; 0 where nobody is in a state with the item
	Guess         []float64 // η by item; 0 where everybody is
	Shares        []float64 // π by state, in the order of the structure; sums to 1
	LogLikelihood float64   // natural, of the patterns one by one; -Inf: a pattern that the fit rules out
	GSquared      float64   // 2 Σ n log(n / expected); +Inf likewise
	Discrepancy   float64   // see [Discrepancy]
	Parameters    int       // how many were estimated
	Patterns      int       // how many different ones were seen
	Steps         int
	Settled       bool // no parameter moved farther than the tolerance in the last step
}

// Estimate fits the model. It starts from errors of 0.1 and equal shares, so it is
// deterministic. The error wraps [ksb.ErrValue] for a structure without states, a method
// that there is not, limits below 0, an item outside the structure or a number of people
// below 0, and [ksb.ErrMissing] where nobody answered.
func Estimate(s probe.Structure, data []Pattern, method Method, limits Limits) (Fit, error) {
	list, people, err := gathered(s, data)
	switch {
	case err != nil:
		return Fit{}, err
	case method > MDML:
		return Fit{}, fmt.Errorf("blim: %w: method %d", ksb.ErrValue, method)
	case !(limits.Tolerance >= 0) || limits.Steps < 0:
		return Fit{}, fmt.Errorf("blim: %w: limits below 0", ksb.ErrValue)
	}
	m := newModel(s, list, float64(people), method)
	m.run(limits)
	return m.fit(people), nil
}

// model is a fit in the making.
type model struct {
	probe.Structure
	data          []Pattern
	people        float64
	method        Method
	slip, guess   []float64
	shares        []float64
	near          [][]bool // by pattern and state: of minimum discrepancy; nil for ML
	steps         int
	settled       bool
	weight        []float64 // by state: of the present pattern
	held, missed  []float64 // by item: people with it in their state, and those of them who missed it
	without, luck []float64 // by item: people without it, and those of them who got it
	crowd         []float64 // by state
}

func newModel(s probe.Structure, data []Pattern, people float64, method Method) *model {
	m := &model{Structure: s, data: data, people: people, method: method}
	n := s.Items
	m.slip, m.guess, m.shares = make([]float64, n), make([]float64, n), make([]float64, len(s.States))
	m.held, m.missed, m.without, m.luck = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	m.weight, m.crowd = make([]float64, len(s.States)), make([]float64, len(s.States))
	for i := range n {
		m.slip[i], m.guess[i] = 0.1, 0.1
	}
	for k := range m.shares {
		m.shares[k] = 1 / float64(len(s.States))
	}
	if method == ML {
		return m
	}
	m.near = make([][]bool, len(data))
	for i, p := range data {
		m.near[i] = make([]bool, len(s.States))
		distance := least(s, p.Yes)
		for k, state := range s.States {
			m.near[i][k] = (state ^ p.Yes).Len() == distance
		}
	}
	return m
}

func (m *model) run(l Limits) {
	tolerance, steps := l.Tolerance, l.Steps
	if tolerance == 0 {
		tolerance = 1e-7
	}
	if steps == 0 {
		steps = 10_000
	}
	if m.method == MD {
		steps = 1
	}
	for m.steps = 0; m.steps < steps && !m.settled; m.steps++ {
		m.expect()
		m.settled = m.maximise() <= tolerance
	}
	m.settled = m.settled || m.method == MD
}

// expect deals the people of every pattern out to the states.
func (m *model) expect() {
	for _, list := range [][]float64{m.held, m.missed, m.without, m.luck, m.crowd} {
		clear(list)
	}
	for i, p := range m.data {
		total := m.weigh(i)
		if total == 0 {
			continue // a pattern that the parameters rule out says nothing of them
		}
		for k, state := range m.States {
			m.deal(state, p.Yes, k, float64(m.weight[k]*float64(p.People))/total)
		}
	}
}

// weigh fills in how well each state explains a pattern.
func (m *model) weigh(pattern int) (total float64) {
	for k, state := range m.States {
		switch {
		case m.near != nil && !m.near[pattern][k]:
			m.weight[k] = 0
		case m.method == MD:
			m.weight[k] = 1
		default:
			m.weight[k] = float64(m.shares[k] * m.chance(state, m.data[pattern].Yes))
		}
		total += m.weight[k]
	}
	return total
}

// chance is the probability of a pattern in a state.
func (m *model) chance(state, yes probe.Set) float64 {
	p := 1.0
	for i := range m.Items {
		switch c := (probe.Chance{Slip: m.slip[i], Guess: m.guess[i]}); {
		case state.Has(i) && yes.Has(i):
			p *= 1 - c.Slip
		case state.Has(i):
			p *= c.Slip
		case yes.Has(i):
			p *= c.Guess
		default:
			p *= 1 - c.Guess
		}
	}
	return p
}

func (m *model) deal(state, yes probe.Set, k int, people float64) {
	m.crowd[k] += people
	for i := range m.Items {
		if state.Has(i) {
			m.held[i] += people
			if !yes.Has(i) {
				m.missed[i] += people
			}
			continue
		}
		m.without[i] += people
		if yes.Has(i) {
			m.luck[i] += people
		}
	}
}

// maximise sets the parameters to what was dealt out and tells how far the farthest
// moved.
func (m *model) maximise() (moved float64) {
	set := func(parameter *float64, part, whole float64) {
		fresh := 0.0
		if whole > 0 {
			fresh = min(part/whole, 1)
		}
		moved = max(moved, math.Abs(fresh-*parameter))
		*parameter = fresh
	}
	for i := range m.Items {
		set(&m.slip[i], m.missed[i], m.held[i])
		set(&m.guess[i], m.luck[i], m.without[i])
	}
	for k := range m.shares {
		set(&m.shares[k], m.crowd[k], m.people)
	}
	return moved
}

func (m *model) fit(people int) Fit {
	f := Fit{
		Slip: m.slip, Guess: m.guess, Shares: m.shares,
		Discrepancy: discrepancy(m.Structure, m.data, people),
		Parameters:  2*m.Items + len(m.States) - 1, Patterns: len(m.data),
		Steps: m.steps, Settled: m.settled,
	}
	for _, p := range m.data {
		likely := 0.0
		for k, state := range m.States {
			likely += float64(m.shares[k] * m.chance(state, p.Yes))
		}
		count := float64(p.People)
		f.LogLikelihood += float64(count * math.Log(likely))
		f.GSquared += float64(2 * count * (math.Log(count/m.people) - math.Log(likely)))
	}
	return f
}
