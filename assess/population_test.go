package assess_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestBaseRatesOfAPopulation: whose statement, how many levels, and which outranks which.
func TestBaseRatesOfAPopulation(t *testing.T) {
	t.Parallel()
	all, own := belief.BaseRates{.935, .713, .362, .103}, belief.BaseRates{.5, .2, .1, 0}
	uniform := belief.BaseRates{.8, .6, .4, .2}
	for _, c := range []struct {
		rates []assess.BaseRate
		want  belief.BaseRates
		why   string
	}{
		{nil, uniform, "every level alike"},
		{[]assess.BaseRate{{AtLeast: all}}, all, "the population"},
		{[]assess.BaseRate{{AtLeast: belief.BaseRates{.5}}}, uniform, "of another length of scale"},
		{[]assess.BaseRate{{AtLeast: all}, {Statement: "S1", AtLeast: own}}, own, "of the statement"},
		{[]assess.BaseRate{{Statement: "S1", AtLeast: own}, {AtLeast: all}}, own, "in either order"},
		{[]assess.BaseRate{{Statement: "S2", AtLeast: own}}, uniform, "of another statement"},
	} {
		p := assess.DefaultPolicy()
		p.BaseRates = c.rates
		r := newWorld(t, ladder(4), p).report(assess.Worker{}, "R3", today)
		want := ledgerPrior(c.want)
		if diff := cmp.Diff(want, r.Gaps[0].AtLeast, cmpopts.EquateApprox(0, slack)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		require.Zero(t, r.Assured, "a population assures nothing of anybody: %s", c.why)
	}
}

// ledgerPrior is what the ledger makes of base rates alone.
func ledgerPrior(rates belief.BaseRates) []float64 {
	var e belief.Estimate
	belief.DefaultLedger().Estimate(&e, belief.Scale{Top: len(rates), Base: rates}, nil)
	return e.AtLeast
}

// TestBaseRatesReachEverything: judged evidence, settling and the file.
func TestBaseRatesReachEverything(t *testing.T) {
	t.Parallel()
	few := assess.DefaultPolicy()
	few.BaseRates = []assess.BaseRate{{AtLeast: belief.BaseRates{.2, .1, .02, 0}}}
	worker := assess.Worker{Evidence: []assess.Evidence{says("e1", "S1", assess.Observation, 3, "a", 0)}}
	usual := newWorld(t, ladder(4), assess.DefaultPolicy()).report(worker, "R3", today)
	rare := newWorld(t, ladder(4), few).report(worker, "R3", today)
	require.Less(t, rare.Gaps[0].Probability(), usual.Gaps[0].Probability())
	require.InDelta(t, usual.Gaps[0].Belief, rare.Gaps[0].Belief, slack, "what was shown is what was shown")
	require.Equal(t, assess.Met, usual.Gaps[0].Status)
	require.Equal(t, assess.Uncertain, rare.Gaps[0].Status, "where few can, one observation is not enough")

	empty := newWorld(t, ladder(4), few).report(assess.Worker{}, "R3", today)
	require.False(t, empty.Settles(&empty.Gaps[0], assess.Observation, 3), "and a course that ends with one does not settle it")
	require.Contains(t, written(t, empty), `"baseRates"`)
}

// TestBaseRatesAreChecked: all at once, by their place.
func TestBaseRatesAreChecked(t *testing.T) {
	t.Parallel()
	p := assess.DefaultPolicy()
	p.BaseRates = []assess.BaseRate{{AtLeast: belief.BaseRates{.4, .5}}, {}, {AtLeast: belief.BaseRates{.5, .4}}}
	err := p.Check()
	require.ErrorIs(t, err, ksb.ErrValue)
	var problems ksb.Problems
	require.ErrorAs(t, err, &problems)
	var paths []string
	for _, problem := range problems {
		paths = append(paths, problem.Path)
	}
	require.Equal(t, []string{"baseRates[0]", "baseRates[1]", "baseRates[2]"}, paths)
	require.ErrorContains(t, problems[2], "already", "two for one length of scale")
}
