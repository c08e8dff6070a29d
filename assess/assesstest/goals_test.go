package assesstest

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// seeds of the published comparison; one of them where everything is slow.
func seeds() []uint64 {
	if raceEnabled || testing.Short() {
		return []uint64{1}
	}
	return []uint64{1, 2, 3}
}

// published are the models of the published comparison.
func published() []Model {
	return slices.DeleteFunc(Models(), func(m Model) bool {
		return !slices.Contains([]string{"ledger", "mean", "last", "max", "mean-middle"}, m.Name)
	})
}

// simulated is the mean over the seeds: by model, overall and by world.
func simulated(t *testing.T) map[string]map[string]Measures {
	t.Helper()
	lists := map[string]map[string][]Measures{}
	note := func(model, world string, m Measures) {
		if lists[model] == nil {
			lists[model] = map[string][]Measures{}
		}
		lists[model][world] = append(lists[model][world], m)
	}
	for _, seed := range seeds() {
		result, err := Run(t.Context(), Options{Seed: seed, Models: published()})
		require.NoError(t, err)
		for _, m := range result.Models {
			note(m.Name, "", m.Overall)
			for _, w := range m.Worlds {
				note(m.Name, w.Name, w.Measures)
			}
		}
	}
	means := map[string]map[string]Measures{}
	for model, worlds := range lists { // any order: each has its own place
		means[model] = map[string]Measures{}
		for world, list := range worlds { // any order: each has its own place
			means[model][world] = average(list)
		}
	}
	return means
}

// TestSimulation runs the published comparison once and looks at it twice.
func TestSimulation(t *testing.T) {
	by := simulated(t)
	t.Run("goals", func(t *testing.T) { goals(t, by) })
	t.Run("published figures", func(t *testing.T) { publishedFigures(t, by) })
}

// goals holds the default model against what it must reach, and against what spreadsheets
// do in the same worlds.
func goals(t *testing.T, by map[string]map[string]Measures) {
	ledger, mean, last, greatest := by["ledger"], by["mean"], by["last"], by["max"]
	all := ledger[""]
	for _, c := range []struct {
		why              string
		value, low, high float64
	}{
		{"ranks well", all.Spearman, 0.65, 1},
		{"ranks better than the mean rating", all.Spearman - mean[""].Spearman, 0.06, 1},
		{"and than the last", all.Spearman - last[""].Spearman, 0.14, 1},
		{"and than the greatest", all.Spearman - greatest[""].Spearman, 0.24, 1},
		{"and not worse than a mean that knows that nothing is not zero", all.Spearman - by["mean-middle"][""].Spearman, 0, 1},
		{"the first five are the right five", all.NDCG5, 0.82, 1},
		{"more so than by the mean rating", all.NDCG5 - mean[""].NDCG5, 0.07, 1},
		{"says how sure it is", all.Brier, 0, 0.14},
		{"where a rounded mean says yes or no", all.Brier / mean[""].Misjudged, 0, 0.70},
		{"and does not exaggerate", all.ECE, 0, 0.05},
		{"knows the level", all.MAE, 0, 0.60},
		{"its intervals hold what they promise", all.Coverage90, 0.90, 0.94},
		{"and those of a role", all.RoleMAE, 0, 0.11},
		{"orders pairs rightly where it says so", all.PairsRight, 0.93, 1},
	} {
		if c.value < c.low || c.value > c.high {
			t.Errorf("%s: %.4f, not %.2f to %.2f", c.why, c.value, c.low, c.high)
		}
	}
	for _, w := range Worlds() {
		m := ledger[w.Name]
		for _, c := range []struct {
			why              string
			value, low, high float64
		}{
			{"calibrated", m.ECE, 0, 0.09},
			{"intervals of statements", m.Coverage90, 0.89, 0.95},
			{"intervals of roles", m.RoleCover, map[bool]float64{false: 0.85, true: 0.78}[w.Name == "rich"], 0.95},
			{"nearer than the mean", mean[w.Name].MAE - m.MAE, 0, 4},
			{"nearer than the last", last[w.Name].MAE - m.MAE, 0, 4},
			{"nearer than the greatest", greatest[w.Name].MAE - m.MAE, 0, 4},
		} {
			if c.value < c.low || c.value > c.high {
				t.Errorf("%s: %s: %.4f, not %.2f to %.2f", w.Name, c.why, c.value, c.low, c.high)
			}
		}
	}
}

// publishedFigures: two other programs, with other streams of chance, came to these
// figures; ours agree to within what chance allows.
func publishedFigures(t *testing.T, by map[string]map[string]Measures) {
	for _, c := range []struct {
		model       string
		own         func(Measures) float64
		want, slack float64
	}{
		{model: "ledger", own: func(m Measures) float64 { return m.Spearman }, want: 0.673, slack: 0.015},
		{model: "ledger", own: func(m Measures) float64 { return m.NDCG5 }, want: 0.836, slack: 0.015},
		{model: "ledger", own: func(m Measures) float64 { return m.MAE }, want: 0.582, slack: 0.02},
		{model: "ledger", own: func(m Measures) float64 { return m.Brier }, want: 0.131, slack: 0.01},
		{model: "ledger", own: func(m Measures) float64 { return m.ECE }, want: 0.040, slack: 0.01},
		{model: "ledger", own: func(m Measures) float64 { return m.Coverage90 }, want: 0.920, slack: 0.01},
		{model: "ledger", own: func(m Measures) float64 { return m.RoleMAE }, want: 0.103, slack: 0.01},
		{model: "mean", own: func(m Measures) float64 { return m.MAE }, want: 0.655, slack: 0.02},
		{model: "mean", own: func(m Measures) float64 { return m.Misjudged }, want: 0.204, slack: 0.015},
		{model: "mean", own: func(m Measures) float64 { return m.Spearman }, want: 0.591, slack: 0.02},
		{model: "mean", own: func(m Measures) float64 { return m.RoleMAE }, want: 0.182, slack: 0.01},
		{model: "last", own: func(m Measures) float64 { return m.MAE }, want: 0.826, slack: 0.02},
		{model: "last", own: func(m Measures) float64 { return m.Brier }, want: 0.232, slack: 0.015},
		{model: "last", own: func(m Measures) float64 { return m.Spearman }, want: 0.503, slack: 0.02},
		{model: "max", own: func(m Measures) float64 { return m.MAE }, want: 0.984, slack: 0.02},
		{model: "max", own: func(m Measures) float64 { return m.Brier }, want: 0.312, slack: 0.015},
		{model: "max", own: func(m Measures) float64 { return m.Spearman }, want: 0.402, slack: 0.02},
	} {
		require.InDelta(t, c.want, c.own(by[c.model][""]), c.slack, c.model)
	}
}

// TestOtherModels: the models that a user may choose instead rank about as well in the base
// world, and none of them is a spreadsheet.
func TestOtherModels(t *testing.T) {
	result, err := Run(t.Context(), Options{Seed: 1, People: 60, Worlds: Worlds()[:1]})
	require.NoError(t, err)
	by := map[string]Measures{}
	for _, m := range result.Models {
		by[m.Name] = m.Overall
	}
	for _, name := range []string{"latent", "evidential-reasoning", "bkt"} {
		require.InDelta(t, by["ledger"].Spearman, by[name].Spearman, 0.1, name)
		require.Greater(t, by[name].Spearman, by["last"].Spearman, name)
		require.Less(t, by[name].Brier, by["last"].Brier, name)
	}
}

// TestLookAgain: ten more observations where the engine says so settle more than ten at
// random or at the largest gaps.
func TestLookAgain(t *testing.T) {
	people := 400
	if raceEnabled || testing.Short() {
		people = 100
	}
	s := drawn(t, Worlds()[0], people)
	list, err := s.LookAgain(t.Context(), Models()[0], 1, 10)
	require.NoError(t, err)
	after := map[string]float64{}
	for _, l := range list {
		require.Equal(t, list[0].Before, l.Before, "all start from the same")
		after[l.Choice] = l.After
		t.Logf("%-15s %.4f -> %.4f", l.Choice, l.Before, l.After)
	}
	require.LessOrEqual(t, after["value"], 0.85*list[0].Before)
	require.Less(t, after["value"], after["random"])
	require.Less(t, after["value"], after["largest-gap"])
}
