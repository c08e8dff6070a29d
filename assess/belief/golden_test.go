package belief

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// fiveRungs is the scale of every published number: K = 4, half-life two years.
var fiveRungs = Scale{Top: 4, HalfLifeDays: 730}

// The sources of the published examples.
const (
	ana = iota + 1
	ben
	self
)

// says is fresh evidence of full weight.
func says(source int, mode Mode, level, reliability float64) Piece {
	id := fmt.Sprintf("source %d, mode %d, level %g", source, mode, level)
	return Piece{ID: id, Source: source, Mode: mode, Level: level, Reliability: reliability, Weight: 1}
}

func aged(p Piece, days float64) Piece {
	p.AgeDays = days
	return p
}

// mix is one profile of many kinds: two assessors who differ, a claim, an old certificate.
func mix() []Piece {
	return []Piece{
		aged(says(ana, Graded, 3, .75), 100), aged(says(ben, Graded, 2, .60), 365),
		aged(says(self, Graded, 4, .15), 30), aged(says(4, AtLeast, 2, .75), 400),
	}
}

// vector is a row of the specification, with required level 3.
type vector struct {
	R, S, B, D, U, P, Q1, Q2, Q3, Q4, Mean, Gap float64
}

func vectorOf(s Scale, e *Estimate) vector {
	const req = 3
	o, gap := e.Opinion[req-1], 0.0
	for _, q := range e.AtLeast[:req] {
		gap += 1 - q
	}
	return vector{
		e.For[req-1], e.Against[req-1], o.Belief, o.Disbelief, o.Uncertainty,
		o.Belief + s.base(req)*o.Uncertainty,
		e.AtLeast[0], e.AtLeast[1], e.AtLeast[2], e.AtLeast[3], e.Mean, gap,
	}
}

var goldens = []struct {
	name   string
	pieces []Piece
	want   vector
	why    string
}{
	{"none", nil, vector{0, 0, 0, 0, 1, .4, .831008, .615908, .384092, .168992, 2, 1.168992},
		"nothing is the base rate and full uncertainty, not level 0"},
	{"observation", []Piece{says(ana, Graded, 3, .75)},
		vector{2.440983, .559017, .610246, .139754, .25, .710246, .991923, .973869, .830633, .071958, 2.868383, .203575},
		"one trained observation is just enough at its own level; u = 1-r"},
	{"supervisor", []Piece{says(ana, Graded, 3, .60)},
		vector{1.108928, .391072, .443571, .156429, .4, .603571, .966837, .896862, .651486, .151088, 2.666274, .484815},
		"less reliable is both lighter and wider"},
	{"old observation", []Piece{aged(says(ana, Graded, 3, .75), 730)},
		vector{1.220491, .279509, .488197, .111803, .4, .648197, .968326, .911762, .712598, .108836, 2.701521, .407314},
		"age makes lighter, not wider: R and S are halved exactly"},
	{"pass", []Piece{says(ana, AtLeast, 3, .75)},
		vector{2.850500, 0, .740293, 0, .259707, .844176, .992024, .977186, .948216, .168992, 3.086418, .082574},
		"a pass says nothing against, and q4 stays at the base rate"},
	{"failure", []Piece{says(ana, Below, 3, .75)},
		vector{0, 2.850500, 0, .740293, .259707, .103883, .831008, .615908, .025660, .008030, 1.480607, 1.527424},
		"a failure says nothing for, and q1, q2 stay at the base rate"},
	{"self", []Piece{says(self, Graded, 4, .15)},
		vector{.131482, .044988, .111760, .038240, .85, .451760, .855932, .664569, .441945, .221105, 2.183551, 1.037554},
		"a claim to the top moves little"},
	{"two assessors", []Piece{says(ana, Graded, 3, .75), says(ben, Graded, 3, .75)},
		vector{4.881965, 1.118035, .697424, .159719, .142857, .754566, .999318, .997158, .929955, .032809, 2.959240, .073569},
		"independent sources add up"},
	{"one assessor twice", []Piece{says(ana, Graded, 3, .75), aged(says(ana, Graded, 3, .75), 0)},
		vector{3.173277, .726723, .647608, .148311, .204082, .729240, .996245, .986836, .872052, .056573, 2.911706, .144867},
		"the second of one source counts three tenths"},
	{"conflict", []Piece{says(ana, Graded, 4, .75), says(ben, Graded, 1, .75)},
		vector{3, 3, .428571, .428571, .142857, .485714, .992073, .701776, .468007, .244290, 2.406147, .838144},
		"disagreement is belief and disbelief together, not a sure level 2"},
	{"mix", mix(),
		vector{2.624190, 1.336235, .529025, .269379, .201596, .609663, .999018, .992187, .703596, .045304, 2.740105, .305199},
		"every kind at once; also the first statement of the worked role"},
}

func TestGoldenVectors(t *testing.T) {
	t.Parallel()
	for _, g := range goldens {
		t.Run(g.name, func(t *testing.T) {
			got := vectorOf(fiveRungs, estimate(DefaultLedger(), fiveRungs, g.pieces))
			if diff := cmp.Diff(g.want, got, cmpopts.EquateApprox(0, 1e-6)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", g.why, diff)
			}
		})
	}
}

// The published intervals, to their printed digits.
func TestGoldenIntervals(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"none": "-0.2041..4.2041", "observation": "1.6666..3.8051", "mix": "1.6462..3.4929",
	}
	for _, g := range goldens {
		e := estimate(DefaultLedger(), fiveRungs, g.pieces)
		if interval, ok := want[g.name]; ok {
			require.Equal(t, interval, fmt.Sprintf("%.4f..%.4f", e.Low, e.High), g.name)
		}
	}
}

// The worked role's statements that are one piece each.
func TestGoldenRole(t *testing.T) {
	t.Parallel()
	test := estimate(DefaultLedger(), fiveRungs, []Piece{says(ana, Graded, 3, .80)})
	require.InDelta(t, .014516, 2-test.AtLeast[0]-test.AtLeast[1], 1e-6, "required 2, shown 3")
	low := vectorOf(fiveRungs, estimate(DefaultLedger(), fiveRungs, []Piece{says(ana, Graded, 2, .75)}))
	require.InDelta(t, 1.010038, low.Gap, 1e-6, "required 3, shown 2")
	require.Equal(t, "0.610", strconv.FormatFloat(low.D, 'f', 3, 64), "below by disbelief")
}
