package probe_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

func start(t *testing.T, options probe.Options, list ...ksb.Statement) *probe.Scan {
	t.Helper()
	o, err := probe.New(list...)
	require.NoError(t, err)
	s, err := probe.Start(o, options)
	require.NoError(t, err)
	return s
}

// TestNext is the order in which questions come.
func TestNext(t *testing.T) {
	for _, c := range []struct {
		why     string
		options probe.Options
		list    []ksb.Statement
		want    ksb.StatementID
	}{
		{"all at ½: the first code, 2 before 10", probe.Options{}, []ksb.Statement{statement("K10"), statement("K2")}, "K2"},
		{"the middle of a chain", probe.Options{}, chain(5), "S3"},
		{"2/3 and 1/3 are equally far: the first code", probe.Options{}, chain(2), "S1"},
		{"what comes first comes first", probe.Options{First: []ksb.StatementID{"S5"}}, chain(5), "S5"},
		{"more bits where a lucky guess is rare", probe.Options{Choice: probe.InformationGain,
			Of: map[ksb.StatementID]probe.Chance{"K2": {Slip: .01, Guess: .01}}}, []ksb.Statement{statement("K1"), statement("K2")}, "K2"},
		{"half-split does not look at that", probe.Options{
			Of: map[ksb.StatementID]probe.Chance{"K2": {Slip: .01, Guess: .01}}}, []ksb.Statement{statement("K1"), statement("K2")}, "K1"},
	} {
		s := start(t, c.options, c.list...)
		q, more := s.Next()
		require.True(t, more)
		require.Equal(t, c.want, q.Statement, c.why)
		require.Equal(t, q, s.Questions()[0], c.why)
		require.Len(t, s.Questions(), len(c.list))
	}
}

// TestStops: certain beyond the threshold, or asked as often as is allowed.
func TestStops(t *testing.T) {
	s := start(t, probe.Options{}, statement("a"))
	require.NoError(t, s.Answer("a", true))
	require.InDelta(t, 0.9, s.Standings()[0].Probability, 1e-12)
	_, more := s.Next()
	require.True(t, more, "0.9 is not certain")
	require.NoError(t, s.Answer("a", true))
	_, more = s.Next()
	require.False(t, more, "81/82 is")
	require.Equal(t, probe.Likely, s.Standings()[0].Verdict)

	s = start(t, probe.Options{Repeats: 1}, statement("a"), statement("b"))
	require.NoError(t, s.Answer("a", false))
	q, _ := s.Next()
	require.Equal(t, ksb.StatementID("b"), q.Statement, "a has been asked")
	require.NoError(t, s.Answer("b", false))
	_, more = s.Next()
	require.False(t, more, "nothing is left to ask")
	require.Equal(t, probe.Open, s.Standings()[0].Verdict, "and nothing is certain")

	_, more = start(t, probe.Options{}).Next()
	require.False(t, more, "no statements, no questions")
}

// TestInferredIsNotAnswered: what follows from other answers is told from what was said.
func TestInferredIsNotAnswered(t *testing.T) {
	s := start(t, probe.Options{Chance: probe.Chance{Slip: .02, Guess: .02}}, chain(3)...)
	require.NoError(t, s.Answer("S3", true))
	want := []probe.Answer{{Statement: "S3", Yes: true}}
	if diff := cmp.Diff(want, s.Answers()); diff != "" {
		t.Error(diff)
	}
	for _, standing := range s.Standings()[:2] {
		require.Equal(t, probe.Likely, standing.Verdict)
		require.Zero(t, standing.Asked, "inferred")
	}
	s.Answers()[0].Yes = false
	require.True(t, s.Answers()[0].Yes, "what is handed out is a copy")
	require.ErrorIs(t, s.Answer("S9", true), ksb.ErrUnknownStatement)
	require.Len(t, s.Answers(), 1)
}

// TestOptionsAreChecked: everything that is wrong, at once.
func TestOptionsAreChecked(t *testing.T) {
	o, err := probe.New(chain(2)...)
	require.NoError(t, err)
	nan := math.NaN()
	_, err = probe.Start(o, probe.Options{
		Chance: probe.Chance{Slip: .6, Guess: .5}, Certain: .5, Choice: 9, Repeats: -1,
		Of:    map[ksb.StatementID]probe.Chance{"S1": {Slip: nan, Guess: .1}, "S8": {Slip: .1, Guess: .1}},
		First: []ksb.StatementID{"S7"},
	})
	var problems ksb.Problems
	require.True(t, errors.As(err, &problems))
	var paths []string
	for _, p := range problems {
		paths = append(paths, p.Path)
	}
	require.Equal(t, []string{"certain", "chance", "choice", "first[S7]", "of[S1]", "of[S8]", "repeats"}, paths)
	for _, bad := range []probe.Options{{Certain: nan}, {Certain: 1}, {Chance: probe.Chance{Slip: -1}}, {Chance: probe.Chance{Slip: nan}}} {
		_, err := probe.Start(o, bad)
		require.ErrorIs(t, err, ksb.ErrValue)
	}
}

// TestContradictions: a thousand answers one way and as many the other leave numbers.
func TestContradictions(t *testing.T) {
	for _, most := range []int{0, -1} {
		s := start(t, probe.Options{MaxStates: most}, doignonStatements()...)
		for i := range 2000 {
			require.NoError(t, s.Answer("c", i < 1000))
		}
		for _, standing := range s.Standings() {
			require.True(t, standing.Probability >= 0 && standing.Probability <= 1, "%v", standing)
		}
	}
}

func doignonStatements() []ksb.Statement {
	return []ksb.Statement{statement("a"), statement("b"), statement("c", "a", "b"), statement("d", "a", "b"), statement("e", "c")}
}

// TestMonotone: a "yes" lowers no probability and a "no" raises none, since statements
// that build on one another go together (Fortuin, Kasteleyn and Ginibre 1971).
func TestMonotone(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 11))
		list := web(r, 9, 0.2)
		s := start(t, probe.Options{}, list...)
		for range 6 {
			before := s.Standings()
			yes := r.IntN(2) == 0
			require.NoError(t, s.Answer(list[r.IntN(len(list))].ID, yes))
			for i, after := range s.Standings() {
				if moved := after.Probability - before[i].Probability; yes && moved < -1e-12 || !yes && moved > 1e-12 {
					t.Fatalf("seed %d: %s moved by %g after %v", seed, after.Code, moved, yes)
				}
			}
		}
	}
}

// FuzzScan: no prerequisites and no answers break it.
func FuzzScan(f *testing.F) {
	f.Add([]byte{1, 0, 2, 1, 0, 2}, []byte{0, 1, 2, 200}, uint8(3), int8(0))
	f.Add([]byte{}, []byte{5}, uint8(70), int8(-1))
	f.Fuzz(func(t *testing.T, edges, answers []byte, size uint8, most int8) {
		list := loose(chain(int(size)))
		for i := 0; i+1 < len(edges) && size > 0; i += 2 {
			from, to := int(edges[i])%len(list), int(edges[i+1])%len(list)
			list[from].Requires = append(list[from].Requires, list[to].ID)
		}
		s := start(t, probe.Options{MaxStates: int(most)}, list...)
		for _, b := range answers[:min(len(answers), 20)] {
			if size > 0 {
				require.NoError(t, s.Answer(list[int(b)%len(list)].ID, b > 127))
			}
			q, more := s.Next()
			if more && (math.IsNaN(q.Gain) || q.Gain < 0) {
				t.Fatalf("%+v", q)
			}
		}
		for _, standing := range s.Standings() {
			if !(standing.Probability >= 0 && standing.Probability <= 1) {
				t.Fatalf("%+v", standing)
			}
		}
	})
}

// TestBayes is arithmetic by hand, with a slip and a guess that differ.
func TestBayes(t *testing.T) {
	c := probe.Chance{Slip: 0.3, Guess: 0.05}
	for _, tt := range []struct {
		why  string
		yes  bool
		want []float64
	}{
		{"yes to b: nothing .05, a alone .05, both .7", true, []float64{.75 / .8, .7 / .8}},
		{"no to b: .95, .95 and .3", false, []float64{1.25 / 2.2, .3 / 2.2}},
	} {
		for _, most := range []int{0, -1} {
			s := start(t, probe.Options{Chance: c, MaxStates: most}, statement("a"), statement("b", "a"))
			require.NoError(t, s.Answer("b", tt.yes))
			for i, p := range tt.want {
				require.InDelta(t, p, s.Standings()[i].Probability, 1e-9, tt.why)
			}
		}
	}
	require.InDelta(t, 0.25*0.7+0.75*0.05, c.Yes(0.25), 1e-15)
}
