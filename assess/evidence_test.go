package assess_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// changed is an observation of S1 at level 3 with something else about it.
func changed(change func(*assess.Evidence)) assess.Evidence {
	e := says("e1", "S1", assess.Observation, 3, "a", 0)
	change(&e)
	return e
}

// codes of the findings of a report.
func codes(r *assess.Report) (list []string) {
	for _, f := range r.Findings {
		list = append(list, f.Code)
	}
	return list
}

// TestRefusals: what cannot be right is left out and named, and the rest counts.
func TestRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ladder(4), assess.DefaultPolicy())
	for _, c := range []struct {
		change func(*assess.Evidence)
		code   string
		why    string
	}{
		{func(*assess.Evidence) {}, "", "sound"},
		{func(e *assess.Evidence) { e.At = today + 1 }, "after-as-of-day", "the day after"},
		{func(e *assess.Evidence) { e.At = 0 }, "date-missing", "a date is required"},
		{func(e *assess.Evidence) { e.Until = e.At }, "", "valid for one day"},
		{func(e *assess.Evidence) { e.Until = e.At - 1 }, "until-before-at", "ends before it begins"},
		{func(e *assess.Evidence) { e.Mode, e.Until = assess.Below, e.At-1 }, "until-before-at", "even where until is ignored"},
		{func(e *assess.Evidence) { e.Kind = 0 }, "kind-missing", "nobody knows what it is"},
		{func(e *assess.Evidence) { e.Kind = 9 }, "kind-missing", "nor what this is"},
		{func(e *assess.Evidence) { e.Level = nil }, "level-missing", "graded needs a level"},
		{func(e *assess.Evidence) { e.Level, e.Mode = nil, assess.Below }, "level-missing", "so does a failure"},
		{func(e *assess.Evidence) { e.Level, e.Mode = nil, assess.AtLeast }, "", "a pass is of the top rung"},
		{func(e *assess.Evidence) { *e.Level = 4 }, "", "the top rung"},
		{func(e *assess.Evidence) { *e.Level = 4.000001 }, "level-off-scale", "above the top rung"},
		{func(e *assess.Evidence) { *e.Level = -0.5 }, "level-off-scale", "below the bottom rung"},
		{func(e *assess.Evidence) { *e.Level = math.NaN() }, "level-off-scale", "no number"},
		{func(e *assess.Evidence) { e.Relevance = 1.5 }, "weight-out-of-range", "more than relevant"},
		{func(e *assess.Evidence) { e.Confidence = -1 }, "weight-out-of-range", "less than unsure"},
		{func(e *assess.Evidence) { e.Reliability = math.NaN() }, "weight-out-of-range", "no number"},
		{func(e *assess.Evidence) { e.Reliability = 1 }, "", "counts as .95"},
		{func(e *assess.Evidence) { e.Statements = nil }, "statement-missing", "about nothing"},
	} {
		r := w.report(assess.Worker{Evidence: []assess.Evidence{changed(c.change)}}, "R3", today)
		if c.code == "" {
			require.Empty(t, r.Findings, c.why)
			require.Less(t, r.Gaps[0].Uncertainty, 1.0, c.why)
			continue
		}
		require.Equal(t, []string{c.code}, codes(r), c.why)
		require.Equal(t, "e1", r.Findings[0].Evidence, c.why)
		require.InDelta(t, 1, r.Gaps[0].Uncertainty, 0, c.why)
		require.Empty(t, r.Gaps[0].Parts, c.why)
	}
}

// TestRefusedForOneStatementOnly: level 3 is off the scale of two rungs and on that of
// five, and one bad reference spoils no other.
func TestRefusedForOneStatementOnly(t *testing.T) {
	t.Parallel()
	f := ladder(4)
	f.Statements = append(f.Statements, ksb.Statement{ID: "S2", Code: "K2", Kind: ksb.Skill})
	f.Roles[2].Requirements = append(f.Roles[2].Requirements, ksb.Requirement{Statement: "S2"})
	e := changed(func(e *assess.Evidence) { e.Statements = assess.Refs("S1", "S2") })
	r := newWorld(t, f, assess.DefaultPolicy()).report(assess.Worker{Evidence: []assess.Evidence{e}}, "R3", today)
	require.Equal(t, []string{"level-off-scale"}, codes(r))
	require.Equal(t, "S2", r.Findings[0].Statement)
	require.Equal(t, assess.Met, gapOf(r, "S1").Status)
}

// TestRepetitions: what repeats itself counts once; of what contradicts itself under
// one ID nothing counts.
func TestRepetitions(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ladder(4), assess.DefaultPolicy())
	once := w.report(assess.Worker{Evidence: []assess.Evidence{changed(func(*assess.Evidence) {})}}, "R3", today).Gaps[0]
	for _, c := range []struct {
		second assess.Evidence
		code   string
		why    string
	}{
		{changed(func(*assess.Evidence) {}), "repeated", "the same"},
		{changed(func(e *assess.Evidence) { e.Mode, e.Relevance, e.Reliability = assess.Graded, 1, 0.75 }), "repeated", "the defaults written out"},
		{changed(func(e *assess.Evidence) { e.State = assess.Accepted }), "repeated", "accepted is the default"},
		{changed(func(e *assess.Evidence) { e.Statements = assess.Refs("K1") }), "repeated", "by code and by ID"},
		{changed(func(e *assess.Evidence) { e.State = assess.Draft }), "", "a draft repeats nothing"},
		{changed(func(e *assess.Evidence) { *e.Level = 2 }), "conflicting-duplicate", "another level"},
		{changed(func(e *assess.Evidence) { e.By = "b" }), "conflicting-duplicate", "another source"},
		{changed(func(e *assess.Evidence) { e.As = "employer" }), "conflicting-duplicate", "another capacity"},
		{changed(func(e *assess.Evidence) { e.At-- }), "conflicting-duplicate", "another day"},
		{changed(func(e *assess.Evidence) { e.Until = today + 9 }), "conflicting-duplicate", "another end"},
		{changed(func(e *assess.Evidence) { e.Kind = assess.Test }), "conflicting-duplicate", "another kind"},
		{changed(func(e *assess.Evidence) { e.Kind, e.Reliability = assess.WorkProduct, 0.75 }), "conflicting-duplicate", "another kind of the same weight"},
		{changed(func(e *assess.Evidence) { e.Relevance = 0.5 }), "conflicting-duplicate", "another relevance"},
		{changed(func(e *assess.Evidence) { e.At = today + 1 }), "conflicting-duplicate", "one of the two is of tomorrow: which was meant?"},
	} {
		for _, order := range [][]assess.Evidence{{changed(func(*assess.Evidence) {}), c.second}, {c.second, changed(func(*assess.Evidence) {})}} {
			r := w.report(assess.Worker{Evidence: order}, "R3", today)
			if c.code == "conflicting-duplicate" {
				require.Equal(t, []string{c.code}, codes(r), c.why)
				require.InDelta(t, 1, r.Gaps[0].Uncertainty, 0, c.why)
				continue
			}
			require.Empty(t, sameLedger(&once, &r.Gaps[0]), c.why)
			require.Equal(t, c.code != "", len(r.Findings) == 1, "%s: %v", c.why, r.Findings)
		}
	}
}

// TestSources: who is the same source as whom. Two pieces of one source weigh 1.3 of
// one, of two sources 2: the uncertainty tells.
func TestSources(t *testing.T) {
	t.Parallel()
	one, two := 1/(1+1.5*1.3), 1/(1+1.5*2)
	for _, c := range []struct {
		kinds [2]assess.EvidenceKind
		by    [2]string
		want  float64
		why   string
	}{
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"a", "a"}, one, "one name"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"a", "b"}, two, "two names"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.WorkProduct}, [2]string{"a", "a"}, one, "one name, whatever the kind"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"", ""}, one, "one unnamed source a kind"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.WorkProduct}, [2]string{"", ""}, two, "two kinds, two unnamed sources"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"", "a"}, two, "named and unnamed"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"", "supervisor"}, two, "a name that reads like the kind"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"", "of supervisor"}, two, "or like more than that"},
		{[2]assess.EvidenceKind{assess.Supervisor, assess.Supervisor}, [2]string{"A", "a"}, two, "names are compared as they are"},
	} {
		g := onlyGap(t, assess.DefaultPolicy(), false, says("e1", "S1", c.kinds[0], 3, c.by[0], 0), says("e2", "S1", c.kinds[1], 3, c.by[1], 0))
		require.InDelta(t, c.want, g.Uncertainty, slack, c.why)
	}
}

// TestDefaultModes: passes are at-least and say nothing against; all else is graded.
func TestDefaultModes(t *testing.T) {
	t.Parallel()
	for kind := assess.Self; kind <= assess.SignOff; kind++ {
		part := onlyGap(t, assess.DefaultPolicy(), false, says("e1", "S1", kind, 3, "a", 0)).Parts[0]
		pass := kind == assess.Certificate || kind == assess.SignOff
		require.Equal(t, pass, part.Against == 0, kind.String())
		graded := changed(func(e *assess.Evidence) { e.Kind, e.Mode = kind, assess.Graded })
		require.Positive(t, onlyGap(t, assess.DefaultPolicy(), false, graded).Parts[0].Against, "a mode that is given stands: %v", kind)
	}
}

// TestPartsAreShownInOrder: by ID in natural order, what has lapsed among them.
func TestPartsAreShownInOrder(t *testing.T) {
	t.Parallel()
	named := func(id string) assess.Evidence {
		return changed(func(e *assess.Evidence) { e.ID = id })
	}
	lapsed := changed(func(e *assess.Evidence) { e.ID, e.At, e.Until = "e9", today-9, today-1 })
	waiting := []assess.Evidence{named("w10"), named("w9"), named("w9")}
	for i := range waiting {
		waiting[i].State = assess.Submitted
	}
	g := onlyGap(t, assess.DefaultPolicy(), false, append(waiting, named("e10"), lapsed, named(""), named("e2"))...)
	var got []string
	for _, part := range g.Parts {
		got = append(got, part.Evidence)
	}
	if diff := cmp.Diff([]string{"e2", "e9", "e10", "row-6"}, got); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	require.Equal(t, []string{"w9", "w10"}, g.Waiting)
	require.Equal(t, assess.Part{Evidence: "e9", Kind: assess.Observation, By: "a", At: today - 9, Until: today - 1}, g.Parts[1])
}
