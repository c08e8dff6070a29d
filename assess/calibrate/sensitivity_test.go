package calibrate_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/ksb"
)

// seen was observed once for a requirement, which just makes it met; the rest is open.
func seen() assess.Worker {
	return assess.Worker{ID: "w-17", Evidence: []assess.Evidence{
		piece("e1", "S1", assess.Observation, 3, "ana", day),
		piece("e2", "S2", assess.Supervisor, 2, "lead", day),
	}}
}

func moves(t testing.TB, w assess.Worker, p assess.Policy) []calibrate.Move {
	t.Helper()
	list, err := calibrate.Sensitivity(ward(t), w, day, "R", p)
	require.NoError(t, err)
	return list
}

func moveOf(t testing.TB, list []calibrate.Move, parameter string, to float64) calibrate.Move {
	t.Helper()
	at := slices.IndexFunc(list, func(m calibrate.Move) bool { return m.Parameter == parameter && m.To == to })
	require.GreaterOrEqual(t, at, 0, "%s %v", parameter, to)
	return list[at]
}

// One observation gives .831: a threshold of .88 is more than that, one of .72 is not.
func TestSensitivityFindsTheThreshold(t *testing.T) {
	t.Parallel()
	list := moves(t, seen(), assess.DefaultPolicy())
	up := moveOf(t, list, "met", .88)
	want := []calibrate.StatusChange{{Statement: "S1", Code: "CS1", Was: assess.Met, Is: assess.Uncertain}}
	if diff := cmp.Diff(want, up.Statuses); diff != "" {
		t.Error(diff)
	}
	require.True(t, up.TopMoves(), "it comes among the first gaps")
	require.Equal(t, [2]int{1, 0}, up.Met)
	require.True(t, moveOf(t, list, "met", .72).Quiet())
	require.True(t, moveOf(t, list, "reliability.test", .72).Quiet(), "there is no test")
	require.NotEmpty(t, moveOf(t, list, "reliability.observation", .675).Statuses)
}

// Each move is what an engine with that policy says: nothing else is changed, and the
// policy that was given stays as it was.
func TestSensitivityIsTheEngine(t *testing.T) {
	t.Parallel()
	p := assess.DefaultPolicy()
	list := moves(t, seen(), p)
	require.Equal(t, assess.DefaultPolicy(), p)
	other := p
	other.HalfLifeDays.Skill = 657
	engine, err := assess.New(ward(t), other)
	require.NoError(t, err)
	report, err := engine.Assess(engine.Profile(seen(), day), "R")
	require.NoError(t, err)
	m := moveOf(t, list, "halfLifeDays.skill", 657)
	require.Equal(t, report.Estimate, m.Estimate[1])
	require.Equal(t, report.Assured, m.Assured[1])
}

// Those that change most come first; every parameter moves both ways unless it cannot.
func TestSensitivityOrder(t *testing.T) {
	t.Parallel()
	list := moves(t, seen(), assess.DefaultPolicy())
	require.True(t, slices.IsSortedFunc(list, calibrate.Move.Compare))
	require.Len(t, list, 2*(8+3+8), "each of them a tenth down and up")
	require.NotEmpty(t, list[0].Statuses)
	seenQuiet := false
	for _, m := range list {
		require.False(t, seenQuiet && !m.Quiet(), "what is quiet comes last")
		seenQuiet = seenQuiet || m.Quiet()
	}
	p := assess.DefaultPolicy()
	p.BelowProbability, p.Met, p.HalfLifeDays.Skill, p.Reliability.Test = 0, 1, 1, 1
	for _, m := range moves(t, seen(), p) {
		require.NotContains(t, []string{"belowProbability", "halfLifeDays.skill"}, m.Parameter, "cannot move")
		require.False(t, m.Parameter == "met" && m.To > 1)
		require.NotEqual(t, m.From, m.To)
	}
}

func TestSensitivityRefuses(t *testing.T) {
	t.Parallel()
	_, err := calibrate.Sensitivity(ward(t), seen(), day, "nobody", assess.DefaultPolicy())
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	_, err = calibrate.Sensitivity(ward(t), seen(), day, "R", assess.Policy{})
	require.ErrorIs(t, err, ksb.ErrValue)
}
