package belief

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

func TestSharesAtLeast(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		shares []float64
		ok     bool
		why    string
	}{
		{[]float64{.935, .713, .362, .103}, true, "a measured population"},
		{[]float64{1, 1, 0}, true, "everybody at 2, nobody at 3"},
		{nil, false, "no level"},
		{[]float64{.5, .6}, false, "whoever is at 2 or above is at 1 or above"},
		{[]float64{1.1}, false, "more than everybody"},
		{[]float64{-.1}, false, "less than nobody"},
		{[]float64{math.NaN()}, false, "no number"},
		{[]float64{.5, math.NaN()}, false, "no number further up"},
	} {
		rates, err := SharesAtLeast(row.shares...)
		if row.ok {
			require.NoError(t, err, row.why)
			require.Equal(t, BaseRates(row.shares), rates)
			continue
		}
		require.ErrorIs(t, err, ErrParameter, row.why)
		require.Nil(t, rates)
	}
	table := []float64{.5, .4}
	rates, err := SharesAtLeast(table...)
	require.NoError(t, err)
	table[1] = 1
	require.NoError(t, rates.Check(), "the table is the caller's, the rates are not")
}

func TestMeasuredBaseRates(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		levels []float64
		want   BaseRates
		why    string
	}{
		{[]float64{0, 1, 2}, BaseRates{(2 + 2./3) / 4, (1 + 1./3) / 4}, "one of three at 2, and one more spread evenly"},
		{[]float64{1.5, 1.49}, BaseRates{(2 + 2./3) / 3, (1 + 1./3) / 3}, "at level 2 from 1½"},
		{[]float64{0, 0, 0}, BaseRates{(2. / 3) / 4, (1. / 3) / 4}, "none of three is not nobody ever"},
	} {
		got, err := MeasuredBaseRates(2, row.levels)
		require.NoError(t, err)
		if diff := cmp.Diff(row.want, got, cmpopts.EquateApprox(0, slack)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.why, diff)
		}
		require.NoError(t, got.Check())
	}
	for why, give := range map[string][]float64{"nobody": nil, "off the scale": {3}, "below it": {-1}, "no number": {math.NaN()}} {
		_, err := MeasuredBaseRates(2, give)
		require.ErrorIs(t, err, ErrParameter, why)
	}
	_, err := MeasuredBaseRates(0, []float64{0})
	require.ErrorIs(t, err, ErrParameter, "no scale has no levels")
}

// What is assumed of somebody unknown is the population, in every model that assumes
// anything.
func TestBaseRatesAreThePrior(t *testing.T) {
	t.Parallel()
	rates := BaseRates{.935, .713, .362, .103}
	s := Scale{Top: 4, Base: rates}
	for _, m := range []Model{DefaultLatent(), DefaultEvidentialReasoning(), DefaultBKT()} {
		if diff := cmp.Diff([]float64(rates), estimate(m, s, nil).AtLeast, cmpopts.EquateApprox(0, slack)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", m.Name(), diff)
		}
	}
	e := estimate(DefaultLedger(), s, nil)
	for k, o := range e.Opinion {
		require.InDelta(t, rates[k], o.Belief+rates[k]*o.Uncertainty, slack, "projected")
		require.Equal(t, rates[k] > .5, e.AtLeast[k] > .5, "the probability leans where the population does")
	}
	observed := []Piece{says(ana, Graded, 3, .75)}
	require.Less(t, estimate(DefaultLedger(), s, observed).AtLeast[3], estimate(DefaultLedger(), fiveRungs, observed).AtLeast[3],
		"where few are at the top, one grade of 3 says less for it")
}

// Checks name the model and the parameter, all of them at once.
func TestParametersAreChecked(t *testing.T) {
	t.Parallel()
	nan := math.NaN()
	for _, row := range []struct {
		model interface{ Check() error }
		names []string // of what is wrong
	}{
		{DefaultLedger(), nil}, {DefaultLatent(), nil}, {DefaultEvidentialReasoning(), nil}, {DefaultBKT(), nil},
		{Ledger{PriorWeight: 0, SameSource: -1, Spread: nan}, []string{"prior weight", "same source", "spread"}},
		{Ledger{PriorWeight: math.Inf(1), SameSource: 1, Spread: 1}, []string{"prior weight"}},
		{Latent{SameSource: 2, Spread: 0, PerLevel: 0}, []string{"same source", "spread", "cells"}},
		{Latent{SameSource: 0, Spread: 1, PerLevel: 1001}, []string{"cells"}},
		{EvidentialReasoning{SameSource: nan}, []string{"same source"}},
		{BKT{Initial: 2, Learn: -1, Slip: nan, Guess: 0.2}, []string{"initial", "learn", "slip"}},
		{BKT{Slip: .5, Guess: .5}, []string{"slip + guess"}},
	} {
		err := row.model.Check()
		if row.names == nil {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, ErrParameter)
		for _, name := range row.names {
			require.ErrorContains(t, err, name)
		}
	}
}
