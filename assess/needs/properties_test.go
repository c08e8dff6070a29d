package needs_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/needs"
)

// tauByPairs looks at every pair: the oracle.
func tauByPairs(x, y []float64) (float64, bool) {
	agree, onlyX, onlyY := 0, 0, 0
	for i := range x {
		for j := range x[:i] {
			switch sign := (x[i] - x[j]) * (y[i] - y[j]); {
			case sign > 0:
				agree++
			case sign < 0:
				agree--
			}
			if x[i] != x[j] {
				onlyX++
			}
			if y[i] != y[j] {
				onlyY++
			}
		}
	}
	if onlyX == 0 || onlyY == 0 {
		return 0, false
	}
	return float64(agree) / math.Sqrt(float64(onlyX)*float64(onlyY)), true
}

func TestTauBAgainstEveryPair(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 1))
	for range 5000 {
		n, values := random.IntN(12), 1+random.IntN(8)
		x, y := make([]float64, n), make([]float64, n)
		for i := range n {
			x[i], y[i] = float64(random.IntN(values)), float64(random.IntN(values))
		}
		want, defined := tauByPairs(x, y)
		got, ok := needs.TauB(x, y)
		require.Equal(t, defined, ok, "%v %v", x, y)
		require.InDelta(t, want, got, 1e-12, "%v %v", x, y)
		turned, _ := needs.TauB(y, x)
		require.Equal(t, got, turned, "neither comes first")
	}
	_, ok := needs.TauB([]float64{1, 2}, []float64{1})
	require.False(t, ok)
	_, ok = needs.TauB([]float64{1, math.NaN()}, []float64{1, 2})
	require.False(t, ok)
}

// random is a survey with gaps in it, on a scale from 1 to 5.
func random(rng *rand.Rand) needs.Survey {
	s := needs.Survey{Scale: oneToFive()}
	rate := func() *float64 {
		if rng.IntN(6) == 0 {
			return nil
		}
		return new(float64(1 + rng.IntN(5)))
	}
	for i := range 2 + rng.IntN(8) {
		item := needs.Item{ID: fmt.Sprint("i", i), Area: []string{"", "a", "b"}[rng.IntN(3)]}
		s.Items = append(s.Items, item)
		for p := range rng.IntN(7) {
			s.Answers = append(s.Answers, needs.Answer{Respondent: fmt.Sprint("p", p), Item: item.ID,
				Importance: rate(), Performance: rate(), Difficulty: rate(), Frequency: rate()})
		}
	}
	return s
}

func compared(t testing.TB, s needs.Survey, o needs.Options) *needs.Result {
	t.Helper()
	result, err := needs.Compare(collect(t, s), o)
	require.NoError(t, err)
	return result
}

func everyCounting() (list []needs.Counting) {
	for _, m := range []needs.Missing{needs.Pairwise, needs.Complete, needs.Available} {
		list = append(list, needs.Counting{Missing: m}, needs.Counting{Missing: m, Fewest: 3})
	}
	return list
}

// Neither the order of items and answers nor the names of the people show, to the bit.
func TestOrderDoesNotShow(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 2))
	for range 300 {
		s := random(rng)
		for i := range s.Answers { // thirds do not sum exactly
			if x := s.Answers[i].Importance; x != nil {
				*x = 1 + *x/3
			}
		}
		for _, c := range everyCounting() {
			want := compared(t, s, needs.Options{Counting: c})
			other := s
			other.Items, other.Answers = slices.Clone(s.Items), slices.Clone(s.Answers)
			rng.Shuffle(len(other.Items), func(i, j int) { other.Items[i], other.Items[j] = other.Items[j], other.Items[i] })
			rng.Shuffle(len(other.Answers), func(i, j int) { other.Answers[i], other.Answers[j] = other.Answers[j], other.Answers[i] })
			for i := range other.Answers {
				other.Answers[i].Respondent = "z" + string('9'-other.Answers[i].Respondent[1]+'0')
			}
			if diff := cmp.Diff(want, compared(t, other, needs.Options{Counting: c})); diff != "" {
				t.Fatal(diff)
			}
		}
	}
}

// transformed rates everything on another scale.
func transformed(s needs.Survey, f func(float64) float64) needs.Survey {
	s.Answers = slices.Clone(s.Answers)
	for i := range s.Answers {
		a := &s.Answers[i]
		for _, x := range []**float64{&a.Importance, &a.Performance, &a.Difficulty, &a.Frequency} {
			if *x != nil {
				*x = new(f(**x))
			}
		}
	}
	s.Scale = needs.Scale{Least: f(s.Scale.Least), Most: f(s.Scale.Most)}
	return s
}

// A shift leaves differences, ranked discrepancies and grids as they are; a stretch
// multiplies differences by itself and Borich by its square; any other rising change
// of the scale leaves only the ranked discrepancies, as suits ordinal ratings.
func TestScales(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 3))
	near := cmpopts.EquateApprox(0, 1e-9)
	for range 300 {
		s := random(rng)
		base := collect(t, s)
		for _, c := range everyCounting() {
			shifted := collect(t, transformed(s, func(x float64) float64 { return x + 3 }))
			stretched := collect(t, transformed(s, func(x float64) float64 { return 2 * x }))
			bent := collect(t, transformed(s, func(x float64) float64 { return math.Exp(x) }))
			require.Equal(t, values(base.Ranked(c)), values(bent.Ranked(c)))
			require.Equal(t, values(base.Ranked(c)), values(shifted.Ranked(c)))
			if diff := cmp.Diff(values(base.Difference(c, needs.Mean)), values(shifted.Difference(c, needs.Mean)), near); diff != "" {
				t.Fatal(diff)
			}
			for item, v := range values(base.Borich(c)) { // any order: each on its own
				require.InDelta(t, 4*v, values(stretched.Borich(c))[item], 1e-9)
			}
			for item, v := range values(base.Difference(c, needs.Median)) { // any order: each on its own
				require.InDelta(t, 2*v, values(stretched.Difference(c, needs.Median))[item], 1e-9)
			}
		}
	}
}

func values(r needs.Ranking) map[string]float64 {
	by := map[string]float64{}
	for _, s := range r.Scores {
		by[s.Item] = s.Value
	}
	return by
}

// What holds of every result: bounds, the identity of Borich, ranks, and that every item is
// either scored or silent.
func TestEveryResult(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	for range 500 {
		s := random(rng)
		for _, c := range everyCounting() {
			r := compared(t, s, needs.Options{Counting: c, Top: 3})
			require.Len(t, s.Items, len(r.Items)+len(r.Silent))
			for i, row := range r.Items {
				require.GreaterOrEqual(t, row.N, max(c.Fewest, 1))
				require.True(t, row.Ranked.Value >= -100 && row.Ranked.Value <= 100)
				if c.Missing != needs.Available { // there importance may be that of other people
					require.True(t, row.Borich.Value >= -6.25 && row.Borich.Value <= 20)
					require.InDelta(t, row.Importance*(row.Importance-row.Performance), row.Borich.Value, 1e-9, "MWDS = I(I - C)")
				}
				if i > 0 {
					require.GreaterOrEqual(t, row.Borich.Rank, r.Items[i-1].Borich.Rank)
				}
			}
			for _, silent := range r.Silent {
				require.Less(t, silent.N, max(c.Fewest, 1))
			}
			for _, a := range r.Agreement {
				require.True(t, a.Overlap >= 0 && a.Overlap <= 1)
				require.True(t, a.Tau == nil || *a.Tau >= -1 && *a.Tau <= 1)
			}
		}
	}
}

// The people of a complete case gave both ratings for every item.
func TestComplete(t *testing.T) {
	t.Parallel()
	s := needs.Survey{Scale: oneToFive(), Items: []needs.Item{{ID: "i1"}, {ID: "i2"}}}
	s.Answers = append(answers("i1", []float64{5, 5, 1}, []float64{1, 1, 1}), answers("i2", []float64{3, 3, 3}, []float64{3, -1, 3})...)
	r := collect(t, s)
	require.Equal(t, 2, r.Borich(needs.Counting{Missing: needs.Complete}).Scores[0].N, "b is out everywhere")
	require.Equal(t, 3, r.Borich(needs.Counting{}).Scores[0].N)
	require.Equal(t, 3, r.Respondents())
}

// Equal needs share a rank and come into the first k together; a method that ties
// everything earns no overlap for it.
func TestTies(t *testing.T) {
	t.Parallel()
	ranking := func(m needs.Method, values ...float64) needs.Ranking {
		r := needs.Ranking{Method: m}
		for i, v := range values {
			r.Scores = append(r.Scores, needs.Score{Item: fmt.Sprint(i), Value: v})
		}
		return r
	}
	a := needs.Agree(ranking(needs.Borich, 4, 3, 2, 1), ranking(needs.Difference, 5, 5, 5, 5), 2)
	require.Nil(t, a.Tau)
	require.Equal(t, []float64{2, .5}, []float64{float64(a.Shared), a.Overlap})
	a = needs.Agree(ranking(needs.Borich, 4, 3, 2, 1), ranking(needs.RankedDiscrepancy, -4, -3, -2, -1), 2)
	require.Equal(t, 1.0, *a.Tau, "least first is greatest need")
	require.Equal(t, 1.0, a.Overlap)
	a = needs.Agree(ranking(needs.Borich), ranking(needs.Difference), 0)
	require.Equal(t, needs.Agreement{First: needs.Borich, Second: needs.Difference, Top: 1}, a)

	r := collect(t, needs.Survey{Scale: oneToFive(), Items: []needs.Item{{ID: "i10"}, {ID: "i2"}, {ID: "i1"}},
		Answers: slices.Concat(answers("i10", []float64{4}, []float64{3}), answers("i2", []float64{4}, []float64{3}), answers("i1", []float64{2}, []float64{2}))})
	var got []string
	for _, s := range r.Borich(needs.Counting{}).Scores {
		got = append(got, fmt.Sprint(s.Rank, " ", s.Item))
	}
	require.Equal(t, []string{"1 i2", "1 i10", "3 i1"}, got)
}
