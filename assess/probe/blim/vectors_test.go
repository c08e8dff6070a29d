package blim_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/assess/probe/blim"
)

func structure(t *testing.T, items int, patterns ...string) probe.Structure {
	t.Helper()
	var list []probe.Set
	for _, p := range patterns {
		s, err := probe.ParseSet(p)
		require.NoError(t, err)
		list = append(list, s)
	}
	s, err := probe.NewStructure(items, list...)
	require.NoError(t, err)
	return s
}

// data reads "11010 18,10001 10".
func data(t *testing.T, text string) (list []blim.Pattern) {
	t.Helper()
	for entry := range strings.SplitSeq(text, ",") {
		pattern, count, _ := strings.Cut(strings.TrimSpace(entry), " ")
		yes, err := probe.ParseSet(pattern)
		require.NoError(t, err)
		people, err := strconv.Atoi(count)
		require.NoError(t, err)
		list = append(list, blim.Pattern{Yes: yes, People: people})
	}
	return list
}

func doignon(t *testing.T) (probe.Structure, []blim.Pattern) {
	t.Helper()
	return structure(t, 5, "00000", "10000", "01000", "11000", "11100", "11010", "11110", "11101", "11111"), data(t,
		`00000 80,10000 92,01000 89,00100 3,00010 2,00001 1,11000 89,10100 16,10010 18,10001 10,01100 18,01010 20,01001 4,00110 2,
		 00101 2,00011 3,11100 89,11010 89,11001 19,10110 16,10101 16,10011 3,01110 18,01101 16,01011 2,00111 2,11110 73,11101 82,
		 11011 19,10111 15,01111 15,11111 77`)
}

// TestPublished reproduces the estimates of the R package pks 0.6.
func TestPublished(t *testing.T) {
	const pks = "R package pks 0.6, run"
	s, people := doignon(t)
	endm := structure(t, 4, "0000", "0110", "0101", "1110", "1101", "1011", "1111")
	endmPeople := data(t, "0000 15,1000 4,0100 6,0010 4,0001 5,1100 2,1010 3,1001 4,0110 18,0101 22,0011 2,1110 39,1101 37,1011 12,0111 7,1111 20")
	for _, c := range []struct {
		what, source, caveat string
		structure            probe.Structure
		data                 []blim.Pattern
		method               blim.Method
		tolerance            float64
		slip, guess, shares  []float64
		likelihood, g2       float64 // 0: not published
	}{
		{"V13 MD", "Doignon and Falmagne 1999, ch. 7; " + pks, "closed form; zeros are exact", s, people, blim.MD, 5e-7,
			[]float64{.092089, .088720, .045058, 0, 0}, []float64{0, 0, .040640, .040858, .054722},
			[]float64{.091, .12, .112667, .0985, .106, .119167, .108, .1245, .120167}, 0, 0},
		{"V13 ML", "the same", "iterative: runs that stop at other steps differ in the last digit, G² in the fourth; zeros are exact to the tolerance", s, people, blim.ML, 1e-5,
			[]float64{.164872, .163114, .188840, .079835, .088649}, []float64{.103065, .095074, 0, 0, .019909},
			[]float64{.061435, .097482, .091732, .067404, .133762, .114859, .134832, .141737, .156758}, -2908.557, 12.6227},
		{"V13 MDML", "the same", "iterative; shares not published", s, people, blim.MDML, 1e-5,
			[]float64{.112944, .107871, .027132, 0, 0}, []float64{0, 0, .010689, .012976, .063496}, nil, -2941.842, 0},
		{"V13b MD", "Heller and Wickelmaier 2013, data endm; " + pks, "closed form; neither closed under union nor intersection", endm, endmPeople, blim.MD, 5e-7,
			[]float64{.035714, .050955, .047319, .041411}, []float64{.050847, .046512, .045936, .052920},
			[]float64{.1275, .121667, .144167, .2075, .2, .0875, .111667}, 0, 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Logf("%s; tolerance %g; %s", c.source, c.tolerance, c.caveat)
			fit, err := blim.Estimate(c.structure, c.data, c.method, blim.Limits{Tolerance: 1e-10, Steps: 100_000})
			require.NoError(t, err)
			require.True(t, fit.Settled)
			near := cmpopts.EquateApprox(0, c.tolerance)
			for _, part := range []struct {
				name      string
				want, got []float64
			}{{"slip", c.slip, fit.Slip}, {"guess", c.guess, fit.Guess}, {"shares", c.shares, fit.Shares}} {
				if diff := cmp.Diff(part.want, part.got, near); diff != "" && part.want != nil {
					t.Errorf("%s (-want +got):\n%s", part.name, diff)
				}
			}
			if c.likelihood != 0 {
				require.InDelta(t, c.likelihood, fit.LogLikelihood, 5e-4)
			}
			if c.g2 != 0 {
				require.InDelta(t, c.g2, fit.GSquared, 1e-4)
			}
			t.Logf("log-likelihood %.6f, G² %.6f, %d steps", fit.LogLikelihood, fit.GSquared, fit.Steps)
		})
	}
}

// TestDiscrepancy: how far the answers are from the structures.
func TestDiscrepancy(t *testing.T) {
	s, people := doignon(t)
	endmPeople := data(t, "0000 15,1000 4,0100 6,0010 4,0001 5,1100 2,1010 3,1001 4,0110 18,0101 22,0011 2,1110 39,1101 37,1011 12,0111 7,1111 20")
	for _, c := range []struct {
		why       string
		structure probe.Structure
		data      []blim.Pattern
		want      float64
	}{
		{"V13", s, people, .254},
		{"V13b", structure(t, 4, "0000", "0110", "0101", "1110", "1101", "1011", "1111"), endmPeople, .185},
		{"V13b without 0101", structure(t, 4, "0000", "0110", "1110", "1101", "1011", "1111"), endmPeople, .295},
	} {
		got, err := blim.Discrepancy(c.structure, c.data)
		require.NoError(t, err)
		require.InDelta(t, c.want, got, 1e-12, c.why)
	}
}
