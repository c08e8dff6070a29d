package blim_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/assess/probe/blim"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestRecovers: from the answers of many simulated people the chances come back.
func TestRecovers(t *testing.T) {
	s, _ := doignon(t)
	slip, guess := []float64{.1, .05, .2, .1, .15}, []float64{.1, .15, .05, .1, .05}
	r := rand.New(rand.NewPCG(1, 2))
	count := map[probe.Set]int{}
	for range 200_000 {
		state := s.States[r.IntN(len(s.States))]
		var yes probe.Set
		for i := range s.Items {
			if state.Has(i) && r.Float64() >= slip[i] || !state.Has(i) && r.Float64() < guess[i] {
				yes = yes.With(i)
			}
		}
		count[yes]++
	}
	var data []blim.Pattern
	for yes, n := range count { // any order: patterns are sorted
		data = append(data, blim.Pattern{Yes: yes, People: n})
	}
	fit, err := blim.Estimate(s, data, blim.ML, blim.Limits{})
	require.NoError(t, err)
	require.True(t, fit.Settled)
	for _, item := range []int{2, 3, 4} { // a and b are not told apart from the states that lack them
		require.InDelta(t, slip[item], fit.Slip[item], 0.05)
		require.InDelta(t, guess[item], fit.Guess[item], 0.05)
	}
}

// TestLikelihoodGrows: every further step of the iteration explains the data better.
func TestLikelihoodGrows(t *testing.T) {
	s, data := doignon(t)
	last := math.Inf(-1)
	for steps := 1; steps < 60; steps++ {
		fit, err := blim.Estimate(s, data, blim.ML, blim.Limits{Steps: steps})
		require.NoError(t, err)
		require.GreaterOrEqual(t, fit.LogLikelihood, last-1e-9)
		last = fit.LogLikelihood
	}
}

// TestRefuses: what cannot be estimated is said.
func TestRefuses(t *testing.T) {
	s, data := doignon(t)
	for _, c := range []struct {
		why       string
		structure probe.Structure
		data      []blim.Pattern
		method    blim.Method
		limits    blim.Limits
		want      ksb.Fault
	}{
		{"no states", probe.Structure{}, data, blim.MD, blim.Limits{}, ksb.ErrValue},
		{"nobody", s, nil, blim.MD, blim.Limits{}, ksb.ErrMissing},
		{"patterns that nobody gave", s, []blim.Pattern{{Yes: 1}}, blim.MD, blim.Limits{}, ksb.ErrMissing},
		{"fewer than nobody", s, []blim.Pattern{{Yes: 1, People: -1}}, blim.MD, blim.Limits{}, ksb.ErrValue},
		{"more than can be counted", s, []blim.Pattern{{People: math.MaxInt}, {People: math.MaxInt}}, blim.MD, blim.Limits{}, ksb.ErrValue},
		{"an item that there is not", s, []blim.Pattern{{Yes: probe.SetOf(5), People: 1}}, blim.MD, blim.Limits{}, ksb.ErrValue},
		{"a method that there is not", s, data, 9, blim.Limits{}, ksb.ErrValue},
		{"steps below 0", s, data, blim.ML, blim.Limits{Steps: -1}, ksb.ErrValue},
		{"a tolerance that is no number", s, data, blim.ML, blim.Limits{Tolerance: math.NaN()}, ksb.ErrValue},
	} {
		_, err := blim.Estimate(c.structure, c.data, c.method, c.limits)
		require.ErrorIs(t, err, c.want, c.why)
	}
}

// FuzzEstimate: whatever the answers, estimates are shares.
func FuzzEstimate(f *testing.F) {
	f.Add([]byte{0, 1, 3, 7}, []byte{1, 5, 2, 6}, uint8(2))
	f.Fuzz(func(t *testing.T, states, answers []byte, method uint8) {
		var list []probe.Set
		for _, b := range states[:min(len(states), 20)] {
			list = append(list, probe.Set(b))
		}
		s, err := probe.NewStructure(8, list...)
		if err != nil {
			return
		}
		var data []blim.Pattern
		for i, b := range answers[:min(len(answers), 20)] {
			data = append(data, blim.Pattern{Yes: probe.Set(b), People: i})
		}
		fit, err := blim.Estimate(s, data, blim.Method(method%3), blim.Limits{Steps: 50})
		if err != nil {
			return
		}
		total := 0.0
		for _, p := range fit.Shares {
			total += p
		}
		require.InDelta(t, 1, total, 1e-9)
		for _, p := range append(fit.Slip, fit.Guess...) {
			require.True(t, p >= 0 && p <= 1, "%v", p)
		}
	})
}
