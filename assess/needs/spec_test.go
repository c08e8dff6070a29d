package needs_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/needs"
)

func collect(t testing.TB, s needs.Survey) *needs.Returns {
	t.Helper()
	r, problems := needs.Collect(s)
	require.NoError(t, problems.Err())
	return r
}

func oneToFive() needs.Scale { return needs.Scale{Least: 1, Most: 5} }

// oneItem is a survey of one item on a scale from 1 to 5; -1 is not answered.
func oneItem(t testing.TB, importance, performance []float64) *needs.Returns {
	return collect(t, needs.Survey{Scale: oneToFive(), Items: []needs.Item{{ID: "i"}}, Answers: answers("i", importance, performance)})
}

// Figures by hand or from print, each with where it is from and how close it must come.
func TestSpecification(t *testing.T) {
	t.Parallel()
	pairwise, available, complete := needs.Counting{}, needs.Counting{Missing: needs.Available}, needs.Counting{Missing: needs.Complete}
	v17 := oneItem(t, []float64{5, 4, 5, 3, 4}, []float64{3, 3, 2, 2, 4})
	tv10 := oneItem(t, []float64{5, 4, 5, 4, 5}, []float64{3, 4, 2, 3, 4})
	gap := oneItem(t, []float64{5, 4, 5, 4, 5, 5}, []float64{3, 4, 2, 3, 4, -1})
	for _, row := range []struct {
		name, source   string
		want, got, tol float64
	}{
		{"mean importance", "V17, arithmetic on Borich 1980", 4.2, v17.Borich(pairwise).Scores[0].Importance, 1e-12},
		{"mean competence", "V17", 2.8, v17.Borich(pairwise).Scores[0].Performance, 1e-12},
		{"MWDS", "V17; no published table with raw data is known", 5.88, v17.Borich(pairwise).Scores[0].Value, 1e-12},
		{"MWDS", "the definition summed: discrepancies 2 0 3 1 1, each times 4.6, over 5", (9.2 + 0 + 13.8 + 4.6 + 4.6) / 5, tv10.Borich(pairwise).Scores[0].Value, 1e-12},
		{"RDS", "Narine and Harder 2021: 4 of 5 fall short, 1 is even", -80, tv10.Ranked(pairwise).Scores[0].Value, 0},
		{"one performance missing, pairwise", "the same people on both sides", 6.44, gap.Borich(pairwise).Scores[0].Value, 1e-12},
		{"complete", "one item: the same", 6.44, gap.Borich(complete).Scores[0].Value, 1e-12},
		{"available", "importance over all six", 28. / 6 * 1.4, gap.Borich(available).Scores[0].Value, 1e-12},
		{"RDS", "a pair is a pair", -80, gap.Ranked(available).Scores[0].Value, 0},
		{"most on 1 to 5", "everyone 5 and 1", 20, oneItem(t, []float64{5, 5}, []float64{1, 1}).Borich(pairwise).Scores[0].Value, 0},
		{"least on 1 to 5", "mean importance 2.5, everyone 5", -6.25, oneItem(t, []float64{2, 3}, []float64{5, 5}).Borich(pairwise).Scores[0].Value, 0},
	} {
		if !(math.Abs(row.got-row.want) <= row.tol) {
			t.Errorf("%s (%s): got %v, want %v", row.name, row.source, row.got, row.want)
		}
	}
}

// Published medians of importance and performance on a scale from 1 to 7: the gaps of all
// workers and of the allied professions, by area (PMC7465387, table 3).
func TestPublishedMedianGaps(t *testing.T) {
	t.Parallel()
	for group, row := range map[string]struct{ importance, performance, want []float64 }{
		"all":    {[]float64{7, 7, 7, 7, 7}, []float64{6, 5, 5, 6, 6}, []float64{1, 2, 2, 1, 1}},
		"allied": {[]float64{7, 6, 6, 6, 7}, []float64{6, 5, 5, 6, 5}, []float64{1, 1, 1, 0, 2}},
	} {
		s := needs.Survey{Scale: needs.Scale{Least: 1, Most: 7}}
		for i := range row.want {
			id := fmt.Sprint(i)
			s.Items = append(s.Items, needs.Item{ID: id})
			s.Answers = append(s.Answers, answers(id, []float64{1, row.importance[i], 7}, []float64{1, row.performance[i], 7})...)
		}
		got := make([]float64, len(row.want))
		for _, score := range collect(t, s).Difference(needs.Counting{}, needs.Median).Scores {
			got[score.Item[0]-'0'] = score.Value
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Error(group, diff)
		}
	}
}

// The attributes of a car dealer's service (Martilla and James 1977, recalled): where the
// lines cross decides what to concentrate on.
func martillaJames(t testing.TB) *needs.Returns {
	s := needs.Survey{Scale: needs.Scale{Least: 1, Most: 4}}
	for i, p := range [][2]float64{{3.83, 2.63}, {3.63, 2.73}, {3.60, 3.15}, {3.56, 3.00}, {3.41, 3.05}, {3.41, 3.29}, {3.38, 3.03},
		{3.37, 3.11}, {3.29, 2.00}, {3.27, 3.02}, {2.52, 2.25}, {2.43, 2.49}, {2.37, 2.35}, {2.05, 3.33}} {
		id := fmt.Sprint(i + 1)
		s.Items = append(s.Items, needs.Item{ID: id})
		s.Answers = append(s.Answers, answers(id, p[:1], p[1:])...)
	}
	return collect(t, s)
}

func TestQuadrantsMoveWithTheCrosshair(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		at    needs.Crosshair
		want  string
		cross string
		why   string
	}{
		{needs.Crosshair{}, "1,2,9|3,4,5,6,7,8,10|11,12,13|14", "3.151 2.816", "grand means"},
		{needs.Crosshair{At: needs.Midpoint}, "9,11|1,2,3,4,5,6,7,8,10|12,13|14", "2.500 2.500", "the middle of the scale from 1 to 4"},
		{needs.Crosshair{At: needs.Medians}, "1,2,4|3,5,6,7|9,11,12,13|8,10,14", "3.375 3.010", "medians: half of the items on either side"},
		{needs.Crosshair{At: needs.Given, Importance: 3.83, Other: 2.63}, "|1|9,11,12,13|2,3,4,5,6,7,8,10,14", "3.830 2.630", "on both lines: high"},
		{needs.Crosshair{At: needs.Given, Importance: 0, Other: 4}, "1,2,3,4,5,6,7,8,9,10,11,12,13,14|||", "0.000 4.000", "all important, none done well"},
	} {
		grid, err := martillaJames(t).Quadrants(needs.Counting{}, row.at)
		require.NoError(t, err)
		lists := map[needs.Quadrant][]string{}
		for _, item := range grid.Items {
			lists[item.Quadrant] = append(lists[item.Quadrant], item.Item)
			onLine := item.Importance == grid.Importance || item.Performance == grid.Performance
			require.Equal(t, onLine, item.OnLine, row.why)
		}
		var got []string
		for q := needs.Concentrate; q <= needs.Overkill; q++ {
			got = append(got, strings.Join(lists[q], ","))
		}
		if diff := cmp.Diff(row.want, strings.Join(got, "|")); diff != "" {
			t.Error(row.why, diff)
		}
		require.Equal(t, row.cross, fmt.Sprintf("%.3f %.3f", grid.Importance, grid.Performance), row.why)
	}
}

// The triple rule is what its three parts have in common.
func TestTripleIsTheThreeTogether(t *testing.T) {
	t.Parallel()
	r := martillaJames(t)
	for top := -1; top < 16; top++ {
		got, err := r.Triple(needs.Counting{}, needs.Crosshair{}, needs.Crosshair{}, top)
		require.NoError(t, err)
		grid, err := r.Quadrants(needs.Counting{}, needs.Crosshair{})
		require.NoError(t, err)
		locus, err := r.Locus(needs.Counting{}, needs.Crosshair{})
		require.NoError(t, err)
		var want []string
		for i, s := range r.Borich(needs.Counting{}).Scores {
			first := top
			if top < 1 {
				first = 10
			}
			concentrate := slices.ContainsFunc(grid.Items, func(g needs.Gridded) bool { return g.Item == s.Item && g.Quadrant == needs.Concentrate })
			focus := slices.ContainsFunc(locus.Items, func(f needs.Focused) bool { return f.Item == s.Item && f.Focus == needs.Top })
			if i < first && concentrate && focus {
				want = append(want, s.Item)
			}
		}
		require.Equal(t, want, got)
	}
}

// The tree, leaf by leaf.
func TestDecide(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		difficult, important, frequent bool
		want                           needs.Training
		why                            string
	}{
		{true, true, true, needs.Train, "practice keeps it up"},
		{true, true, false, needs.OverTrain, "it is forgotten between times"},
		{true, false, true, needs.Train, "hard, and always wanted"},
		{true, false, false, needs.NoTraining, "hard, but neither matters nor comes up"},
		{false, true, true, needs.NoTraining, "learnt on the job"},
		{false, true, false, needs.Train, "it matters and comes up too rarely to be learnt"},
		{false, false, true, needs.NoTraining, "easy"},
		{false, false, false, needs.NoTraining, "easy"},
	} {
		require.Equal(t, row.want, needs.Decide(row.difficult, row.important, row.frequent), row.why)
	}
}
