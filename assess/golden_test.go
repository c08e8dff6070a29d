package assess_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// six is the tolerance of published numbers: their last digit.
func six() cmp.Option { return cmpopts.EquateApprox(0, 6e-7) }

// publishedFramework is the role of the published end-to-end example, with the sixth
// statement that its authors suggest.
func publishedFramework() ksb.Framework {
	f := ksb.Framework{ID: "published", Scales: []ksb.Scale{{ID: "five", Rungs: []string{"0", "1", "2", "3", "4"}}}}
	for _, id := range []ksb.StatementID{"S1", "S2", "S3", "S4", "S5", "S6"} {
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Code: string(id), Kind: ksb.Skill, Scale: "five", HalfLifeDays: 730})
	}
	f.Roles = []ksb.Role{
		{
			ID: "R1",
			Requirements: []ksb.Requirement{
				{Statement: "S1", Level: 3}, {Statement: "S2", Level: 3}, {Statement: "S3", Level: 2},
				{Statement: "S4", Level: 3}, {Statement: "S5", Level: 3},
			},
			Duties: []ksb.Duty{
				{ID: "D1", Weight: 0.5, Statements: []ksb.StatementID{"S1", "S2", "S5"}},
				{ID: "D2", Weight: 0.3, Statements: []ksb.StatementID{"S1", "S3"}},
				{ID: "D3", Weight: 0.2, Statements: []ksb.StatementID{"S1", "S2", "S4", "S5"}},
			},
		},
		{ID: "R6", Requirements: []ksb.Requirement{{Statement: "S6", Level: 3}}},
	}
	return f
}

// says is a piece of evidence that is some days old.
func says(id string, s string, kind assess.EvidenceKind, level float64, by string, daysOld int) assess.Evidence {
	return assess.Evidence{ID: id, Statements: assess.Refs(s), Kind: kind, Level: &level, By: by, At: today - ksb.Date(daysOld)}
}

func publishedWorker() assess.Worker {
	lapsed := says("e6", "S4", assess.Certificate, 3, "f", 366)
	lapsed.Until = today - 2
	return assess.Worker{ID: "w", Evidence: []assess.Evidence{
		says("e1", "S1", assess.Observation, 3, "a", 100), says("e2", "S1", assess.Supervisor, 2, "b", 365),
		says("e3", "S1", assess.Self, 4, "self", 30), says("e4", "S1", assess.Certificate, 2, "c", 400),
		says("e5", "S3", assess.Test, 3, "d", 0), lapsed, says("e7", "S5", assess.Observation, 2, "a", 0),
		says("e8", "S6", assess.Supervisor, 4, "a", 0), says("e9", "S6", assess.Supervisor, 2, "b", 0),
	}}
}

// row is what is published of one statement. Value 0: not worth assessing next.
type row struct {
	Statement                              ksb.StatementID
	Status                                 assess.Status
	Gap, Importance, Priority, Share, Next float64
}

// publishedRows stand in the published order.
func publishedRows() []row {
	return []row{
		{"S2", assess.NotEvidenced, 1.168992, .7, .818295, .097416, .165596},
		{"S5", assess.BelowLevel, 1.010038, .7, .707026, .084170, 0},
		{"S1", assess.Uncertain, .305199, 1, .305199, .036333, .208549},
		{"S4", assess.Expired, 1.168992, .2, .233798, .027833, .047313},
		{"S3", assess.Met, .014516, .3, .004355, .000518, 0},
	}
}

func rowsOf(r *assess.Report) (rows []row) {
	for _, g := range r.Gaps {
		one := row{g.Statement, g.Status, g.Expected, g.Importance, g.Priority, g.Share, 0}
		for _, probe := range r.Next {
			if probe.Statement == g.Statement {
				one.Next = probe.Value
			}
		}
		rows = append(rows, one)
	}
	return rows
}

func TestPublishedRole(t *testing.T) {
	t.Parallel()
	r := newWorld(t, publishedFramework(), assess.DefaultPolicy()).report(publishedWorker(), "R1", today)
	if diff := cmp.Diff(publishedRows(), rowsOf(r), six()); diff != "" {
		t.Errorf("rows (-published +got):\n%s", diff)
	}
	checkHeadline(t, r)
	// S1 outranks S4 in expectation, though more often than not it needs nothing at all.
	if diff := cmp.Diff([]bool{true, false, true, false, false}, tied(r)); diff != "" {
		t.Errorf("tied with the next (-want +got):\n%s", diff)
	}
}

func checkHeadline(t *testing.T, r *assess.Report) {
	t.Helper()
	type headline struct{ Met, Of, Assured, Estimate, SD, Low, High, Coverage float64 }
	want := headline{1, 5, .103448, .753729, .140956, .753729 - 1.6448536*.140956, .753729 + 1.6448536*.140956, .539105}
	sd := (r.High - r.Low) / 2 / 1.6448536269514722
	got := headline{float64(r.Met), float64(r.Of), r.Assured, r.Estimate, sd, r.Low, r.High, r.Coverage}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1.5e-6)); diff != "" {
		t.Errorf("headline (-published +got):\n%s", diff)
	}
	require.Equal(t, assess.No, r.Ready)
}

func tied(r *assess.Report) (list []bool) {
	for _, g := range r.Gaps {
		list = append(list, g.TiedWithNext)
	}
	return list
}

// TestPublishedRoleThroughJSON: the file says what the values say, to its six decimals.
func TestPublishedRoleThroughJSON(t *testing.T) {
	t.Parallel()
	r := newWorld(t, publishedFramework(), assess.DefaultPolicy()).report(publishedWorker(), "R1", today)
	var stored assess.Report
	require.NoError(t, json.Unmarshal([]byte(written(t, r)), &stored))
	if diff := cmp.Diff(publishedRows(), rowsOf(&stored), six()); diff != "" {
		t.Errorf("rows (-published +got):\n%s", diff)
	}
	checkHeadline(t, &stored)
}

// TestPublishedRanks: who stands above whom, and the expected ranks that follow.
func TestPublishedRanks(t *testing.T) {
	t.Parallel()
	r := newWorld(t, publishedFramework(), assess.DefaultPolicy()).report(publishedWorker(), "R1", today)
	above := func(g, h ksb.StatementID) float64 { return assess.Above(gapOf(r, g), gapOf(r, h)) }
	got := map[string]float64{"S2>S5": above("S2", "S5"), "S2>S1": above("S2", "S1")}
	want := map[string]float64{"S2>S5": .507770, "S2>S1": .680473}
	if diff := cmp.Diff(want, got, six()); diff != "" {
		t.Errorf("(-published +got):\n%s", diff)
	}
	expected := assess.ExpectedRanks(r.Gaps)
	var ranks []float64
	for _, id := range []ksb.StatementID{"S1", "S2", "S3", "S4", "S5"} {
		ranks = append(ranks, expected[slices.IndexFunc(r.Gaps, func(g assess.Gap) bool { return g.Statement == id })])
	}
	if diff := cmp.Diff([]float64{3.301059, 2.316264, 4.194320, 3.226243, 1.962114}, ranks, six()); diff != "" {
		t.Errorf("expected ranks (-published +got):\n%s", diff)
	}
}

// TestPublishedConflicts: how far two sources contradict each other at level 3. A
// policy under which every conflict is one to contest makes the engine say the number.
func TestPublishedConflicts(t *testing.T) {
	t.Parallel()
	p := assess.DefaultPolicy()
	p.Met, p.Contested = 1, 0
	w := newWorld(t, publishedFramework(), p)
	for _, c := range []struct {
		name   string
		pieces []assess.Evidence
		want   float64
		why    string
	}{
		{"observations 4 and 1", []assess.Evidence{says("1", "S6", assess.Observation, 4, "a", 0), says("2", "S6", assess.Observation, 1, "b", 0)}, .8542, "nearly all of both sides is against the other"},
		{"supervisors 3 and 2", []assess.Evidence{says("1", "S6", assess.Supervisor, 3, "a", 0), says("2", "S6", assess.Supervisor, 2, "b", 0)}, .5894, "one rung, on both sides of what is asked"},
		{"supervisors 4 and 2", publishedWorker().Evidence[7:], .4644, "the sixth statement: contested"},
		{"observation 3, supervisor 2", []assess.Evidence{says("1", "S6", assess.Observation, 3, "a", 100), says("2", "S6", assess.Supervisor, 2, "b", 365)}, .3154, "the older word weighs less"},
		{"observation 4, peer 1", []assess.Evidence{says("1", "S6", assess.Observation, 4, "a", 0), says("2", "S6", assess.Peer, 1, "b", 0)}, .2557, "a peer is no match for an observer"},
		{"twenty supervisors", unanimous(20), 0, "disbelief .252 comes from the kernel alone, not from dispute"},
	} {
		g := gapOf(w.report(assess.Worker{Evidence: c.pieces}, "R6", today), "S6")
		require.Equal(t, c.want > 0, g.Status == assess.Contested, c.name)
		if c.want == 0 {
			continue // no conflict is not contested, however low the limit
		}
		conflict, told := g.Because[0].Numbers.Of("conflict")
		require.True(t, told, c.name)
		if math.Abs(conflict-c.want) > 5e-5 {
			t.Errorf("%s: conflict %.6f, published %.4f: %s", c.name, conflict, c.want, c.why)
		}
	}
}

func unanimous(n int) (list []assess.Evidence) {
	for i := range n {
		id := string(rune('a' + i))
		list = append(list, says(id, "S6", assess.Supervisor, 3, id, 0))
	}
	return list
}

func TestPublishedSixthStatementIsContested(t *testing.T) {
	t.Parallel()
	g := gapOf(newWorld(t, publishedFramework(), assess.DefaultPolicy()).report(publishedWorker(), "R6", today), "S6")
	require.Equal(t, assess.Contested, g.Status)
	require.Equal(t, assess.Moderate, g.Action)
}
