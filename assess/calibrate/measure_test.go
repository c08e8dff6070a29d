package calibrate_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/ksb"
)

func ward(t testing.TB) *ksb.Index {
	t.Helper()
	skill := func(id ksb.StatementID, scale ksb.ScaleID) ksb.Statement {
		return ksb.Statement{ID: id, Code: "C" + string(id), Kind: ksb.Skill, Text: "Does " + string(id), Scale: scale}
	}
	ix, problems := ksb.Compile(ksb.Framework{
		ID:         "ward",
		Scales:     []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}},
		Statements: []ksb.Statement{skill("S1", "five"), skill("S2", "five"), skill("S3", "five"), skill("S4", "")},
		Roles: []ksb.Role{{ID: "R", Title: "Role", Requirements: []ksb.Requirement{
			{Statement: "S1", Level: 3}, {Statement: "S2", Level: 2, Critical: true}, {Statement: "S3", Level: 3}}}},
	})
	require.NoError(t, problems.Err())
	return ix
}

func piece(id, statement string, kind assess.EvidenceKind, level float64, by string, at ksb.Date) assess.Evidence {
	return assess.Evidence{ID: id, Statements: assess.Refs(statement), Kind: kind, Level: &level, By: by, At: at}
}

const day ksb.Date = 739797

// Which pieces make a pair.
func TestPairs(t *testing.T) {
	t.Parallel()
	first := piece("e1", "S1", assess.Observation, 3, "ana", day)
	with := func(change func(*assess.Evidence)) []assess.Evidence {
		second := piece("e2", "S1", assess.Observation, 2, "ben", day)
		change(&second)
		return []assess.Evidence{first, second}
	}
	one := []string{"observation S1 0.75 0.5"}
	for _, row := range []struct {
		why  string
		give []assess.Evidence
		want []string
	}{
		{"two sources", with(func(*assess.Evidence) {}), one},
		{"one source twice", with(func(e *assess.Evidence) { e.By = "ana" }), nil},
		{"no source", with(func(e *assess.Evidence) { e.By = " " }), nil},
		{"90 days apart", with(func(e *assess.Evidence) { e.At = day - 90 }), one},
		{"91 days: people learn", with(func(e *assess.Evidence) { e.At = day - 91 }), nil},
		{"another kind", with(func(e *assess.Evidence) { e.Kind = assess.Supervisor }), nil},
		{"another statement", with(func(e *assess.Evidence) { e.Statements = assess.Refs("S2") }), nil},
		{"a code means another statement in every role", with(func(e *assess.Evidence) { e.Statements = assess.Refs("CS1") }), nil},
		{"not accepted", with(func(e *assess.Evidence) { e.State = assess.Submitted }), nil},
		{"a pass is no rating", with(func(e *assess.Evidence) { e.Mode = assess.AtLeast }), nil},
		{"nor is a failure", with(func(e *assess.Evidence) { e.Mode = assess.Below }), nil},
		{"no level: not answered, not 0", with(func(e *assess.Evidence) { e.Level = nil }), nil},
		{"off the scale", with(func(e *assess.Evidence) { e.Level = new(5.0) }), nil},
		{"no number", with(func(e *assess.Evidence) { e.Level = new(math.NaN()) }), nil},
		{"undated", with(func(e *assess.Evidence) { e.At = 0 }), nil},
		{"the person's own word", []assess.Evidence{piece("e1", "S1", assess.Self, 3, "ana", day), piece("e2", "S1", assess.Self, 2, "ben", day)}, nil},
		{"the newest of a source", append(with(func(*assess.Evidence) {}), piece("e0", "S1", assess.Observation, 0, "ana", day-1)), one},
		{"the newest two of three", append(with(func(*assess.Evidence) {}), piece("e0", "S1", assess.Observation, 0, "cyd", day-1)), one},
		{"a statement with a level of its own", with(func(e *assess.Evidence) { e.Statements[0].Level = new(1.0) }), []string{"observation S1 0.75 0.25"}},
		{"levels are shares of their scale", []assess.Evidence{piece("a", "S4", assess.Test, 1, "x", day), piece("b", "S4", assess.Test, 0, "y", day)}, []string{"test S4 1 0"}},
	} {
		slices.Reverse(row.give)
		var got []string
		for _, p := range calibrate.Pairs(ward(t), []assess.Worker{{ID: "w", Evidence: row.give}}, 90) {
			got = append(got, fmt.Sprintf("%v %s %v %v", p.Kind, p.Statement, p.First, p.Second))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Error(row.why, diff)
		}
	}
}

// rated are n people whom two observers of a given reliability rated once each.
func rated(n int, kind assess.EvidenceKind, reliability float64, seed uint64) (workers []assess.Worker) {
	random := rand.New(rand.NewPCG(seed, 1))
	level := func(truth float64) float64 {
		x := 2 + 0.6*(math.Sqrt(reliability)*truth+math.Sqrt(1-reliability)*random.NormFloat64())
		return math.Max(0, math.Min(4, x))
	}
	for i := range n {
		truth := random.NormFloat64()
		workers = append(workers, assess.Worker{ID: fmt.Sprint("w", i), Evidence: []assess.Evidence{
			piece("e1", "S1", kind, level(truth), fmt.Sprint("rater", i%7), day),
			piece("e2", "S1", kind, level(truth), fmt.Sprint("rater", i%7+1), day+10),
		}})
	}
	return workers
}

func codes(c *calibrate.Calibration, kind string) (list []string) {
	for _, f := range c.Findings {
		if f.Refs[0] == kind {
			list = append(list, f.Code)
		}
	}
	return list
}

func measuredOf(c *calibrate.Calibration, kind assess.EvidenceKind) calibrate.Measured {
	return c.Kinds[slices.IndexFunc(c.Kinds, func(m calibrate.Measured) bool { return m.Kind == kind })]
}

func TestMeasure(t *testing.T) {
	t.Parallel()
	alike := rated(40, assess.Peer, .5, 3)
	for i := range alike {
		for j := range alike[i].Evidence {
			alike[i].Evidence[j].Level = new(2.0)
		}
	}
	turned := rated(40, assess.Peer, .9, 4)
	for i := range turned {
		*turned[i].Evidence[1].Level = 4 - *turned[i].Evidence[1].Level
	}
	for _, row := range []struct {
		why      string
		workers  []assess.Worker
		replaced bool
		want     []string
	}{
		{"nobody", nil, false, []string{"no-pairs"}},
		{"plenty", rated(400, assess.Peer, .6, 1), true, nil},
		{"enough, not much", rated(30, assess.Peer, .5, 2), true, []string{"wide-interval"}},
		{"one pair", rated(1, assess.Peer, .6, 2), false, []string{"few-pairs", "few-people"}},
		{"few", rated(20, assess.Peer, .5, 2), false, []string{"few-pairs", "wide-interval"}},
		{"no variation", alike, false, []string{"no-variation"}},
		{"they contradict each other", turned, false, []string{"not-above-chance"}},
		{"too good", rated(60, assess.Peer, .9999, 5), true, []string{"capped"}},
	} {
		c, err := calibrate.Measure(ward(t), row.workers, assess.DefaultPolicy(), quick())
		require.NoError(t, err, row.why)
		if diff := cmp.Diff(row.want, codes(c, "peer")); diff != "" {
			t.Error(row.why, diff)
		}
		m := measuredOf(c, assess.Peer)
		require.Equal(t, row.replaced, m.Replaced, row.why)
		require.NoError(t, c.Policy.Check(), row.why)
		want := assess.DefaultPolicy()
		want.Reliability.Peer = m.Proposed
		require.Equal(t, want, c.Policy, "%s: nothing else moves", row.why)
		if !row.replaced {
			require.Equal(t, want.Reliability.Peer, assess.DefaultPolicy().Reliability.Peer, row.why)
		}
		require.Equal(t, []string{"self-has-one-source"}, codes(c, "self"))
	}
}

// quick options draw fewer samples for the interval of alpha.
func quick() calibrate.Options {
	o := calibrate.DefaultOptions()
	o.Resampling.Samples = 20
	return o
}

// What is put in comes out: the reliability of simulated raters.
func TestMeasureFindsTheReliability(t *testing.T) {
	t.Parallel()
	for _, r := range []float64{.3, .6, .85} {
		c, err := calibrate.Measure(ward(t), rated(3000, assess.Observation, r, 11), assess.DefaultPolicy(), quick())
		require.NoError(t, err)
		m := measuredOf(c, assess.Observation)
		require.InDelta(t, r, m.Proposed, .03)
		require.InDelta(t, m.ICC.Value, m.Alpha.Value, .01, "two measures of one thing")
		require.Equal(t, []int{3000, 3000, 8}, []int{m.Pairs, m.People, m.Sources})
	}
}

// Every kind lands in its own place, and the order of the evidence does not show.
func TestMeasureOfEveryKind(t *testing.T) {
	t.Parallel()
	for kind := assess.Peer; kind <= assess.SignOff; kind++ {
		workers := rated(200, kind, .5, 21)
		for i := range workers {
			for j := range workers[i].Evidence {
				workers[i].Evidence[j].Mode = assess.Graded
			}
		}
		c, err := calibrate.Measure(ward(t), workers, assess.DefaultPolicy(), quick())
		require.NoError(t, err)
		for other := assess.Self; other <= assess.SignOff; other++ {
			same := c.Policy.Reliability.Of(other) == assess.DefaultPolicy().Reliability.Of(other)
			require.Equal(t, other != kind, same, "%v %v", kind, other)
		}
		slices.Reverse(workers)
		for i := range workers {
			slices.Reverse(workers[i].Evidence)
		}
		again, err := calibrate.Measure(ward(t), workers, assess.DefaultPolicy(), quick())
		require.NoError(t, err)
		require.Equal(t, c, again)
	}
}

func TestMeasureRefuses(t *testing.T) {
	t.Parallel()
	_, err := calibrate.Measure(ward(t), nil, assess.Policy{}, quick())
	require.ErrorIs(t, err, ksb.ErrValue)
	o := calibrate.DefaultOptions()
	o.Level = 1
	_, err = calibrate.Measure(ward(t), nil, assess.DefaultPolicy(), o)
	require.ErrorIs(t, err, ksb.ErrValue)
}
