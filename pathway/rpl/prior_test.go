package rpl_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// TestFromReport: the status shown decides what counts, and held levels what counts in
// part.
func TestFromReport(t *testing.T) {
	t.Parallel()
	yes := true
	over := &assess.Carried{From: "other/K4", Link: ksb.Link{From: "other/K4", To: "s", Relation: ksb.Close, Confirmed: true}, Relevance: 0.75}
	override := &assess.Override{Statement: "s", Met: &yes, By: "lead", At: 700000, Reason: "seen"}
	for _, c := range []struct {
		why      string
		status   assess.Status
		held     ksb.Level
		override *assess.Override
		want     int64
		pieces   int
	}{
		{"met is met", assess.Met, 4, nil, 3, 1},
		{"met by a decision is met", assess.Met, 1, override, 3, 1},
		{"nobody looked", assess.NotEvidenced, 0, nil, 0, 0},
		{"below, with a lower level held", assess.BelowLevel, 2, nil, 2, 2},
		{"below by a decision, whatever is held", assess.BelowLevel, 4, nil, 2, 2},
		{"contested at the level, held below it", assess.Contested, 3, nil, 2, 2},
		{"lapsed", assess.Expired, 0, nil, 0, 0},
		{"uncertain", assess.Uncertain, 1, nil, 1, 2},
		{"what does not apply was not learned", assess.NotApplicable, 3, nil, 0, 0},
	} {
		r := &assess.Report{Worker: "w", Role: assess.RoleName{ID: "R"}, AsOf: 740000,
			Held: assess.Held{Levels: []assess.HeldLevel{{Statement: "s", Level: c.held}}},
			Gaps: []assess.Gap{{Statement: "s", Code: "K1", Text: "Knows", Level: 3, Status: c.status, Override: c.override, Parts: []assess.Part{
				{Evidence: "for", Kind: assess.Test, By: "quiz", At: 739000, For: 2, Against: 1, Carried: over}, {Evidence: "against", Kind: assess.Peer, For: 1, Against: 2}, {Evidence: "own", Kind: assess.Self, For: 2}, {Evidence: "lapsed", Kind: assess.Test},
			}}},
		}
		want := rpl.Prior{Worker: "w", Role: r.Role, AsOf: 740000, Statements: []rpl.Standing{{Statement: "s", Code: "K1", Text: "Knows", Level: c.want, Needed: 3, Override: c.override}}}
		if c.pieces > 0 {
			want.Statements[0].Evidence = []rpl.Piece{{ID: "for", Kind: assess.Test, By: "quiz", At: 739000, Carried: over}, {ID: "against", Kind: assess.Peer}}[:c.pieces]
		}
		if diff := cmp.Diff(want, rpl.FromReport(r), cmpopts.IgnoreUnexported(rpl.Standing{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
}

// TestFromScan: a score counts with evidence that is more than the person's own word.
func TestFromScan(t *testing.T) {
	t.Parallel()
	seen := []rpl.Piece{{ID: "e1", Kind: assess.Observation}}
	for _, c := range []struct {
		why   string
		score rpl.Score
		want  int64
		fault ksb.Fault
	}{
		{"nine of ten", rpl.Score{Statement: "s", Score: 9, Needed: 10, Evidence: seen}, 9, ""},
		{"one of one", rpl.Score{Statement: "s", Score: 1, Needed: 1, Evidence: seen}, 1, ""},
		{"more than is needed is what is needed", rpl.Score{Statement: "s", Score: 12, Needed: 10, Evidence: seen}, 10, ""},
		{"no evidence", rpl.Score{Statement: "s", Score: 9, Needed: 10}, 0, ""},
		{"only the person's own word", rpl.Score{Statement: "s", Score: 9, Needed: 10, Evidence: []rpl.Piece{{ID: "e", Kind: assess.Self}}}, 0, ""},
		{"evidence of no kind", rpl.Score{Statement: "s", Score: 9, Needed: 10, Evidence: []rpl.Piece{{ID: "e"}}}, 0, ""},
		{"evidence that nobody could find", rpl.Score{Statement: "s", Score: 9, Needed: 10, Evidence: []rpl.Piece{{Kind: assess.Test}}}, 0, ""},
		{"a zero", rpl.Score{Statement: "s", Needed: 10, Evidence: seen}, 0, ""},
		{"no statement", rpl.Score{Score: 1, Needed: 1}, 0, ksb.ErrMissingID},
		{"a negative score", rpl.Score{Statement: "s", Score: -1, Needed: 1}, 0, ksb.ErrValue},
		{"of nothing", rpl.Score{Statement: "s", Score: 1}, 0, ksb.ErrValue},
	} {
		p, problems := rpl.FromScan(rpl.Scan{Worker: "w", Scores: []rpl.Score{c.score}})
		if c.fault != "" {
			require.ErrorIs(t, problems, c.fault, c.why)
			require.Empty(t, p.Statements, c.why)
			continue
		}
		require.NoError(t, problems.Err(), c.why)
		require.Equal(t, c.want, p.Statements[0].Level, c.why)
		require.Equal(t, c.want > 0, len(p.Statements[0].Evidence) > 0, c.why)
	}
	p, problems := rpl.FromScan(rpl.Scan{Scores: []rpl.Score{{Statement: "s", Score: 1, Needed: 1, Evidence: seen}, {Statement: "s", Needed: 1}}})
	require.ErrorIs(t, problems, ksb.ErrDuplicateID, "which of the two?")
	require.Empty(t, p.Statements)
}

// TestScanClaims: what was only claimed is listed, so that somebody can look.
func TestScanClaims(t *testing.T) {
	t.Parallel()
	p, _ := rpl.FromScan(rpl.Scan{Scores: []rpl.Score{
		{Statement: "id-K1", Code: "K1", Score: 1, Needed: 1}, {Statement: "id-S1", Code: "S1", Needed: 1},
		{Statement: "id-K2", Code: "K2", Score: 1, Needed: 1, Evidence: []rpl.Piece{{ID: "e", Kind: assess.Certificate}}},
	}})
	d := seven(t)
	d.Activities = d.Activities[:2]
	r, problems := rpl.Recognise(d, p, rpl.Options{Method: rpl.Sliding})
	require.NoError(t, problems.Err())
	require.Equal(t, int64(30*hour), r.Minutes.NotNeeded)
	last := r.Warnings[len(r.Warnings)-1]
	require.Equal(t, rpl.OwnWordOnly, last.Code)
	require.Equal(t, []string{"id-K1"}, last.Refs)
}
