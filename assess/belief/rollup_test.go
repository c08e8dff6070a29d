package belief

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// motorcycleTable is the published assessment of four motorcycles on the grades poor,
// indifferent, average, good and excellent.
const motorcycleTable = `
engine/responsiveness | E.8 | G.3 E.6 | G1 | I1
engine/fuel | A1 | I1 | I.5 A.5 | E1
engine/quietness | I.5 A.5 | A1 | G.5 E.3 | E1
engine/vibration | G1 | I1 | G.5 E.5 | P1
engine/starting | G1 | A.6 G.3 | G1 | A1
operation/handling/steering | E.9 | G1 | A1 | A.6
operation/handling/bends | A.5 G.5 | G1 | G.8 E.1 | P.5 I.5
operation/handling/manoeuvrability | A1 | E.9 | I1 | P1
operation/handling/stability | E1 | G1 | G1 | G.6 E.4
operation/transmission/clutch | A.8 | G1 | E.85 | I.2 A.8
operation/transmission/gearbox | A.5 G.5 | I.5 A.5 | E1 | P1
operation/brakes/power | G1 | A.3 G.6 | G.6 | E1
operation/brakes/stability | G.5 E.5 | G1 | A.5 G.5 | E1
operation/brakes/feel | P1 | G.5 E.5 | G1 | G.5 E.5
general/finish | P.5 I.5 | G1 | E1 | G.5 E.5
general/seat | G1 | G.5 E.5 | G.6 | E1
general/headlight | G1 | A1 | E1 | G.5 E.5
general/mirrors | A.5 G.5 | G.5 E.5 | E1 | G1
general/horn | A1 | G1 | G.5 E.5 | E1`

// motorcycle builds the tree of one column.
func motorcycle(t *testing.T, column int) Node {
	t.Helper()
	root := Node{Name: "motorcycle"}
	for line := range strings.Lines(strings.TrimSpace(motorcycleTable)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		at := &root
		for _, name := range strings.Split(cells[0], "/") {
			at = child(at, name)
		}
		at.Belief = make(Distribution, 5)
		for _, said := range strings.Fields(cells[column]) {
			believed, err := strconv.ParseFloat(said[1:], 64)
			require.NoError(t, err)
			at.Belief[strings.Index("PIAGE", said[:1])] = believed
		}
	}
	return root
}

func child(n *Node, name string) *Node {
	for i := range n.Parts {
		if n.Parts[i].Name == name {
			return &n.Parts[i]
		}
	}
	n.Parts = append(n.Parts, Node{Name: name, Weight: 1})
	return &n.Parts[len(n.Parts)-1]
}

func motorcycles(t *testing.T) {
	for column, row := range []struct {
		name      string
		want      Distribution
		rest      float64
		low, high float64
	}{
		{"Kawasaki", Distribution{.0547, .0541, .3216, .4452, .1058}, .0186, .6800, .6987},
		{"Yamaha", Distribution{0, .1447, .1832, .5435, .1148}, .0138, .7282, .7419},
		{"Honda", Distribution{0, .0474, .0621, .4437, .4068}, .0399, .8347, .8747},
		{"BMW", Distribution{.1576, .0792, .1124, .1404, .5026}, .0078, .7115, .7193},
	} {
		got, err := motorcycle(t, column+1).RollUp()
		require.NoError(t, err)
		if diff := cmp.Diff(row.want, got, cmpopts.EquateApprox(0, 5.1e-5)); diff != "" {
			t.Errorf("%s (-published +got):\n%s", row.name, diff)
		}
		require.InDelta(t, row.rest, got.Unassigned(), 5.1e-5, row.name)
		low, high, err := got.Utility([]float64{0, .35, .55, .85, 1})
		require.NoError(t, err)
		require.InDelta(t, row.low, low, 5.1e-5, row.name)
		require.InDelta(t, row.high, high, 5.1e-5, row.name)
	}
}

// TestCombineIsTheRecursion: the analytic form against the recursive algorithm, which
// takes one part after another.
func TestCombineIsTheRecursion(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 2026))
	for range 2_000 {
		parts := make([]Node, 1+rng.IntN(6))
		grades := 2 + rng.IntN(5)
		for i := range parts {
			parts[i] = Node{Name: "part", Weight: rng.Float64() + 0.01, Belief: randomBeliefs(rng, grades)}
		}
		got, err := Node{Name: "all", Parts: parts}.RollUp()
		require.NoError(t, err)
		want := recursion(parts, grades)
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
			t.Fatalf("%+v (-one by one +at once):\n%s", parts, diff)
		}
	}
}

func randomBeliefs(rng *rand.Rand, grades int) Distribution {
	d, total := make(Distribution, grades), rng.Float64()
	for n := range d {
		d[n] = rng.Float64() * float64(rng.IntN(2))
		total += d[n]
	}
	for n := range d {
		d[n] /= total
	}
	return d
}

// recursion is the algorithm as published: basic probability masses, with the mass that
// no grade has split into what the weight leaves open and what is not known.
func recursion(parts []Node, grades int) Distribution {
	total := 0.0
	for _, p := range parts {
		total += p.Weight
	}
	mass, open, unknown := make([]float64, grades), 1.0, 0.0 // nothing yet
	for _, p := range parts {
		w := p.Weight / total
		theirOpen, theirUnknown := 1-w, w*p.Belief.Unassigned()
		conflict := 0.0
		for n := range grades {
			for m := range grades {
				if n != m {
					conflict += mass[n] * w * p.Belief[m]
				}
			}
		}
		k := 1 / (1 - conflict)
		for n := range grades {
			b := w * p.Belief[n]
			mass[n] = k * (mass[n]*b + mass[n]*(theirOpen+theirUnknown) + (open+unknown)*b)
		}
		unknown = k * (unknown*theirUnknown + unknown*theirOpen + open*theirUnknown)
		open = k * open * theirOpen
	}
	for n := range mass {
		mass[n] /= 1 - open
	}
	return mass
}

func TestRollUpRefuses(t *testing.T) {
	t.Parallel()
	sure := Distribution{0, 1}
	for why, n := range map[string]Node{
		"nothing is known of a leaf": {Name: "x"},
		"two kinds at once":          {Name: "x", Belief: sure, Parts: []Node{{Weight: 1, Belief: sure}}},
		"more than all":              {Name: "x", Belief: Distribution{.6, .6}},
		"less than nothing":          {Name: "x", Belief: Distribution{-.1, .6}},
		"no number":                  {Name: "x", Belief: Distribution{math.NaN(), .6}},
		"a weight below 0":           {Name: "up", Parts: []Node{{Name: "x", Weight: -1, Belief: sure}}},
		"an infinite weight":         {Name: "up", Parts: []Node{{Name: "x", Weight: math.Inf(1), Belief: sure}}},
		"no weight at all":           {Name: "x", Parts: []Node{{Belief: sure}}},
		"two and three grades":       {Name: "up", Parts: []Node{{Weight: 1, Belief: sure}, {Name: "x", Weight: 1, Belief: Distribution{0, 0, 1}}}},
		"deep down":                  {Name: "up", Parts: []Node{{Weight: 1, Parts: []Node{{Name: "x", Weight: 1}}}}},
	} {
		d, err := n.RollUp()
		require.ErrorIs(t, err, ErrParameter, why)
		require.ErrorContains(t, err, `"x"`, why)
		require.Nil(t, d)
	}
}

func TestUtilityRefuses(t *testing.T) {
	t.Parallel()
	for why, utilities := range map[string][]float64{
		"too few": {1}, "too many": {0, 1, 2}, "decreasing": {1, 0}, "no number": {0, math.NaN()}, "endless": {0, math.Inf(1)},
	} {
		_, _, err := Distribution{.5, .5}.Utility(utilities)
		require.ErrorIs(t, err, ErrParameter, why)
	}
	_, _, err := Distribution{}.Utility(nil)
	require.ErrorIs(t, err, ErrParameter)
}

// What is not known stays not known on the way up: a branch of which nothing is known
// leaves its weight unassigned, and no grade is made up.
func TestRollUpKeepsIgnorance(t *testing.T) {
	t.Parallel()
	unknown := Node{Name: "u", Weight: 1, Belief: Distribution{0, 0, 0}}
	d, err := Node{Parts: []Node{unknown, unknown}}.RollUp()
	require.NoError(t, err)
	require.Equal(t, 1.0, d.Unassigned())
	d, err = Node{Parts: []Node{unknown, {Weight: 1, Belief: Distribution{0, 0, 1}}}}.RollUp()
	require.NoError(t, err)
	require.InDelta(t, .5, d.Unassigned(), .2)
	require.Zero(t, d[0]+d[1])
}

// An estimate as a distribution: all its belief and disbelief in level 1, and no more.
func TestDistributionOfAnEstimate(t *testing.T) {
	t.Parallel()
	for _, m := range everyModel {
		alsoHolds(t, m, 70, func(m Model, _ *rand.Rand, p profile) string {
			e := estimate(m, p.Scale, p.Pieces)
			d := e.Distribution()
			if _, ok := m.(BKT); !ok && !near(d.Unassigned(), e.Opinion[0].Uncertainty) {
				return "the uncertainty is not what is unassigned"
			}
			for _, b := range d {
				if !inUnit(b) {
					return "a belief outside 0 to 1"
				}
			}
			return ""
		})
	}
}
