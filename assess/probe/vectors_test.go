package probe_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// vector is a published or computed number, and what we make of it.
type vector struct {
	what, source, caveat string
	tolerance            float64
	got, want            []float64
}

func check(t *testing.T, vectors []vector) {
	t.Helper()
	for _, v := range vectors {
		t.Run(v.what, func(t *testing.T) {
			t.Logf("%s; tolerance %g; %s", v.source, v.tolerance, v.caveat)
			if diff := cmp.Diff(v.want, v.got, cmpopts.EquateApprox(0, v.tolerance)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func states(t *testing.T, patterns ...string) (list []probe.Set) {
	t.Helper()
	for _, p := range patterns {
		s, err := probe.ParseSet(p)
		require.NoError(t, err)
		list = append(list, s)
	}
	return list
}

// doignon is the structure of chapter 7 of Doignon and Falmagne 1999, items a to e.
func doignon(t *testing.T) probe.Structure {
	t.Helper()
	s, err := probe.NewStructure(5, states(t, "00000", "10000", "01000", "11000", "11100", "11010", "11110", "11101", "11111")...)
	require.NoError(t, err)
	return s
}

// statement makes one with its prerequisites; the ID is the code.
func statement(code string, requires ...ksb.StatementID) ksb.Statement {
	return ksb.Statement{ID: ksb.StatementID(code), Code: code, Kind: ksb.Skill, Requires: requires}
}

// doignonOrder is the same by prerequisites: c and d need a and b, e needs c.
func doignonOrder(t *testing.T) *probe.Order {
	t.Helper()
	o, err := probe.New(statement("a"), statement("b"), statement("c", "a", "b"), statement("d", "a", "b"), statement("e", "a", "b", "c"))
	require.NoError(t, err)
	return o
}

const (
	book = "Doignon and Falmagne 1999, ch. 7, data as in R package pks"
	kst  = "R package kst, help pages, run"
	runs = "computed with a uniform prior, β = η = .1"
)

// TestV13Step is one Bayesian assessment, step by step.
func TestV13Step(t *testing.T) {
	b, err := probe.NewBelief(doignon(t), nil)
	require.NoError(t, err)
	chance := probe.Chance{Slip: 0.1, Guess: 0.1}
	gains := func() (list []float64) {
		for _, p := range b.Marginals(nil) {
			list = append(list, chance.Gain(p))
		}
		return list
	}
	entropy := func() []float64 { return []float64{b.Entropy()} }
	const printed, four = 5e-7, 5e-5
	vectors := []vector{
		{"marginals", runs, "printed to four digits", four, b.Marginals(nil), []float64{.7778, .7778, .4444, .3333, .2222}},
		{"entropy", runs, "log2 9", printed, entropy(), []float64{3.169925}},
		{"information gain", runs, "c tells most", printed, gains(), []float64{.383410, .383410, .525297, .479083, .383410}},
	}
	b.Answer(2, true, chance)
	const in, out = .219512, .024390
	vectors = append(vectors,
		vector{"states, c right", runs, "states with c, and without", printed, b.Shares(nil), []float64{out, out, out, out, in, out, in, in, in}},
		vector{"marginals, c right", runs, "printed to four digits", four, b.Marginals(nil), []float64{.9512, .9512, .8780, .4634, .4390}},
		vector{"entropy, c right", runs, "", printed, entropy(), []float64{2.574203}})
	b.Answer(4, false, chance)
	vectors = append(vectors,
		vector{"states, e wrong", runs, "abc and abcd, and the others", printed, b.Shares(nil), []float64{.04, .04, .04, .04, .36, .04, .36, .04, .04}},
		vector{"marginals, e wrong", runs, "", printed, b.Marginals(nil), []float64{.92, .92, .80, .44, .08}},
		vector{"entropy, e wrong", runs, "", printed, entropy(), []float64{2.361510}})
	check(t, vectors)
}

// TestV13ScanAgrees: the same by the prerequisites alone, listed and by messages.
func TestV13ScanAgrees(t *testing.T) {
	for why, most := range map[string]int{"listed": 0, "by messages": -1} {
		for _, choice := range []probe.Choice{probe.HalfSplit, probe.InformationGain} {
			scan, err := probe.Start(doignonOrder(t), probe.Options{MaxStates: most, Choice: choice})
			require.NoError(t, err)
			q, more := scan.Next()
			require.True(t, more)
			if q.Statement != "c" {
				t.Errorf("%s: %s is asked first, not c", why, q.Statement)
			}
			if most == 0 && math.Abs(q.Gain-.525297) > 5e-7 {
				t.Errorf("%s: the gain is %v", why, q.Gain)
			}
		}
	}
}

// TestV13Structure: what the structure says of prerequisites, fringes and paths.
func TestV13Structure(t *testing.T) {
	s := doignon(t)
	union, intersection := s.Closed()
	require.True(t, union && intersection, "%s: quasi-ordinal", book)
	if diff := cmp.Diff(states(t, "00000", "00000", "11000", "11000", "11100"), s.Prerequisites()); diff != "" {
		t.Errorf("%s: prerequisites: %s", book, diff)
	}
	for _, c := range []struct{ state, inner, outer string }{
		{"00000", "00000", "11000"}, {"11000", "11000", "00110"}, {"11100", "00100", "00011"}, {"11010", "00010", "00100"},
		{"11110", "00110", "00001"}, {"11101", "00001", "00010"}, {"11111", "00011", "00000"},
	} {
		state := states(t, c.state)[0]
		if got := s.Inner(state).Pattern(5); got != c.inner {
			t.Errorf("%s: inner fringe of %s: %s, not %s", book, c.state, got, c.inner)
		}
		if got := s.Outer(state).Pattern(5); got != c.outer {
			t.Errorf("%s: outer fringe of %s: %s, not %s", book, c.state, got, c.outer)
		}
	}
	require.Equal(t, 6, paths(s, 0), "%s: learning paths", book)
	listed, err := doignonOrder(t).Structure(9)
	require.NoError(t, err)
	if diff := cmp.Diff(s, listed); diff != "" {
		t.Errorf("the prerequisites make the same structure: %s", diff)
	}
}

// paths counts the ways to learn everything, an item at a time.
func paths(s probe.Structure, from probe.Set) (n int) {
	if from.Len() == s.Items {
		return 1
	}
	for item := range s.Outer(from).Items() {
		n += paths(s, from.With(item))
	}
	return n
}

// TestV13cLocate is the deterministic assessment of the kst help page.
func TestV13cLocate(t *testing.T) {
	s, err := probe.NewStructure(5, states(t, "10000", "11000", "10100", "00011", "11011", "10111", "11111")...)
	require.NoError(t, err)
	for _, c := range []struct{ pattern, state, why string }{
		{"10000", "10000", kst}, {"11000", "11000", kst}, {"00011", "00011", kst}, {"11011", "11011", kst},
		{"10111", "10111", kst}, {"11111", "11111", kst}, {"10100", "10100", kst}, {"00010", "00011", kst + ", row 10"},
		{"01000", "11000", "row 8, where kst 0.5-4 fails: b leaves ab, abde and abcde; no d leaves ab"},
		{"00100", "10100", "row 9, where it fails too: no b leaves a, ac, de and acde; c leaves ac and acde; no d leaves ac"},
	} {
		can := states(t, c.pattern)[0]
		state, asked := s.Locate(can.Has)
		if got := state.Pattern(5); got != c.state {
			t.Errorf("%s: %s is located at %s, not %s", c.why, c.pattern, got, c.state)
		}
		require.Less(t, len(asked), len(s.States), "every answer drops a state")
	}
}

// TestV13cFringe is the example of kfringe: both fringes together.
func TestV13cFringe(t *testing.T) {
	s, err := probe.NewStructure(5, states(t, "00000", "00100", "11000", "01100", "00110", "00011", "11100", "01110", "00111",
		"11110", "11011", "01111", "11111")...)
	require.NoError(t, err)
	cde := states(t, "00111")[0]
	require.Equal(t, "01101", (s.Inner(cde) | s.Outer(cde)).Pattern(5), kst)
}

// TestLocateEveryState: whoever neither slips nor guesses is found, in any structure.
func TestLocateEveryState(t *testing.T) {
	for _, s := range []probe.Structure{doignon(t), {}} {
		for _, want := range s.States {
			got, asked := s.Locate(want.Has)
			require.Equal(t, want, got)
			sorted := slices.Clone(asked)
			slices.Sort(sorted)
			require.Equal(t, len(asked), len(slices.Compact(sorted)), "no item twice")
		}
	}
	state, asked := probe.Structure{}.Locate(func(int) bool { return true })
	require.Zero(t, state, "no states: the empty one")
	require.Empty(t, asked)
}
