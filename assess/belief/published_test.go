package belief

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// times repeats a piece, from as many sources or from one.
func times(n int, p Piece, sources func(i int) int) (pieces []Piece) {
	for i := range n {
		p.ID, p.Source = "copy "+strconv.Itoa(i), sources(i)
		pieces = append(pieces, p)
	}
	return pieces
}

func independent(i int) int { return i }
func same(int) int          { return 1 }

// What the defaults mean in practice: K = 4, required 3, to three printed digits.
func TestDefaultsInPractice(t *testing.T) {
	t.Parallel()
	supervisor, observation := says(0, Graded, 3, .60), says(0, Graded, 3, .75)
	test, certificate := says(0, Graded, 3, .80), says(0, AtLeast, 3, .75)
	for _, row := range []struct {
		pieces []Piece
		want   string // b d u q
		why    string
	}{
		{nil, "0.000 0.000 1.000 0.384", "nothing"},
		{[]Piece{says(self, Graded, 4, .15)}, "0.112 0.038 0.850 0.442", "a claim hardly moves the base rate"},
		{[]Piece{says(ana, Graded, 3, .42)}, "0.283 0.137 0.580 0.520", "one peer"},
		{times(1, supervisor, independent), "0.444 0.156 0.400 0.651", "one supervisor is not enough"},
		{times(3, supervisor, independent), "0.605 0.213 0.182 0.819", "three are"},
		{times(5, supervisor, independent), "0.652 0.230 0.118 0.893", "five still leave doubt against"},
		{times(1, observation, independent), "0.610 0.140 0.250 0.831", "one observation is enough"},
		{times(2, observation, independent), "0.697 0.160 0.143 0.930", "two do for a critical statement"},
		{times(3, observation, independent), "0.732 0.168 0.100 0.968", "three"},
		{times(1, test, independent), "0.677 0.123 0.200 0.902", "one test"},
		{times(2, test, independent), "0.752 0.137 0.111 0.974", "two tests"},
		{times(1, certificate, independent), "0.740 0.000 0.260 0.948", "one certificate, nothing against"},
		{times(2, certificate, independent), "0.851 0.000 0.149 0.994", "two certificates"},
		{[]Piece{aged(observation, 730)}, "0.488 0.112 0.400 0.713", "an observation one half-life old"},
		{[]Piece{says(ana, Graded, 4, .75), says(ben, Graded, 1, .75)}, "0.429 0.429 0.143 0.468", "contested"},
		{times(500, says(self, Graded, 4, .15), same), "0.150 0.051 0.799 0.463", "saying it 500 times is no proof"},
	} {
		e := estimate(DefaultLedger(), fiveRungs, row.pieces)
		o := e.Opinion[2]
		got := fmt.Sprintf("%.3f %.3f %.3f %.3f", o.Belief, o.Disbelief, o.Uncertainty, e.AtLeast[2])
		if got != row.want {
			t.Errorf("%s: got %s, want %s", row.why, got, row.want)
		}
	}
}

// Self ratings never amount to belief 0.40, on any scale and at any level.
func TestSelfRatingsStayClaims(t *testing.T) {
	t.Parallel()
	highest := 0.0
	for top := 1; top <= 6; top++ {
		e := estimate(DefaultLedger(), Scale{Top: top}, times(500, says(self, Graded, float64(top), .15), same))
		highest = max(highest, e.Opinion[0].Belief)
	}
	require.Equal(t, "0.188", strconv.FormatFloat(highest, 'f', 3, 64))
}

// V1: Jøsang and Ismail 2002, W = 2, a = ½. A scale of two levels has that base rate.
func betaReputation(t *testing.T) {
	yesNo, ledger := Scale{Top: 1}, Ledger{PriorWeight: 2, SameSource: 0.3, Spread: 0.25}
	for _, row := range []struct {
		r, s        float64
		want        Opinion
		expectation float64
		why         string
	}{
		{7, 1, Opinion{.7, .1, .2}, .8, "Beta(8, 2)"},
		{0, 0, Opinion{0, 0, 1}, .5, "vacuous"},
		{3, 1, Opinion{.5, 1. / 6, 1. / 3}, 2. / 3, "Beta(4, 2)"},
	} {
		e := Estimate{AtLeast: make([]float64, 1), Opinion: make([]Opinion, 1), For: []float64{row.r}, Against: []float64{row.s}}
		ledger.judge(&e, yesNo)
		o := e.Opinion[0]
		if diff := cmp.Diff(row.want, o, cmpopts.EquateApprox(0, slack)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.why, diff)
		}
		require.InDelta(t, row.expectation, o.Belief+o.Uncertainty/2, slack, row.why)
	}
	require.InDelta(t, .98046875, ledger.Probability(yesNo, 1, 7, 1), slack)
}

// V12: certainty is the reliability of a test lengthened n times.
func spearmanBrownTable(t *testing.T) {
	for _, row := range []struct {
		r    float64
		n    int
		want string
	}{{.52, 2, "0.6842"}, {.52, 3, "0.7647"}, {.60, 2, "0.7500"}} {
		e := estimate(DefaultLedger(), fiveRungs, times(row.n, says(0, Graded, 2, row.r), independent))
		require.Equal(t, row.want, fmt.Sprintf("%.4f", 1-e.Opinion[2].Uncertainty), "%d of %g", row.n, row.r)
	}
}

// The published measure of conflict reads the balances: sources that speak for
// against sources that speak against, at the required level.
func TestBalances(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		pieces []Piece
		want   string
		why    string
	}{
		{[]Piece{says(ana, Graded, 4, .75), says(ben, Graded, 1, .75)}, "0.8542", "two observers, three levels apart"},
		{[]Piece{says(ana, Graded, 3, .60), says(ben, Graded, 2, .60)}, "0.5894", "two supervisors either side of 3"},
		{[]Piece{says(ana, Graded, 4, .60), says(ben, Graded, 2, .60)}, "0.4644", "further up, less against"},
		{mix()[:2], "0.3154", "age settles some of it"},
		{[]Piece{says(ana, Graded, 4, .75), says(ben, Graded, 1, .42)}, "0.2557", "a peer does not outweigh an observer"},
		{times(20, says(0, Graded, 3, .60), independent), "0.0000", "twenty of one mind are not contested"},
	} {
		e, c := estimate(DefaultLedger(), fiveRungs, row.pieces), [2]float64{}
		for _, s := range e.Sources {
			balance := s.For[2] - s.Against[2]
			c[0], c[1] = c[0]+max(balance, 0), c[1]+max(-balance, 0)
		}
		require.Equal(t, row.want, fmt.Sprintf("%.4f", 2*min(c[0], c[1])/(c[0]+c[1]+1)), row.why)
	}
}
