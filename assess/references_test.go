package assess_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// likeNames has statements whose codes and IDs invite confusion, on two rungs.
func likeNames() ksb.Framework {
	coded := func(id ksb.StatementID, code string) ksb.Statement {
		return ksb.Statement{ID: id, Code: code, Kind: ksb.Knowledge}
	}
	ask := func(id ksb.RoleID, statements ...ksb.StatementID) (r ksb.Role) {
		r.ID = id
		for _, s := range statements {
			r.Requirements = append(r.Requirements, ksb.Requirement{Statement: s})
		}
		return r
	}
	return ksb.Framework{
		Statements: []ksb.Statement{
			coded("a", "K1"), coded("b", "K1"), coded("K2", "K9"), coded("c", "K2"), coded("d", "K4"), coded("e", "K4"), coded("f", ""), coded("g", "K6"),
		},
		Roles: []ksb.Role{ask("R1", "a", "K2", "c", "d", "e", "f"), ask("R2", "b", "g")},
	}
}

// TestReferences: which statement of which role a piece counts for.
func TestReferences(t *testing.T) {
	t.Parallel()
	w := newWorld(t, likeNames(), assess.DefaultPolicy())
	for _, c := range []struct {
		ref  string
		role ksb.RoleID
		met  ksb.StatementID
		code string
		why  string
	}{
		{"a", "R1", "a", "", "by its ID"},
		{"K1", "R1", "a", "", "by its code, which is another's elsewhere"},
		{"K1", "R2", "b", "", "the other role has its own list"},
		{"K2", "R1", "K2", "", "an ID outranks a code"},
		{"K9", "R1", "K2", "", "and the code of that statement is K9"},
		{"K4", "R1", "", "reference-ambiguous", "two requirements have the code"},
		{"d", "R1", "d", "", "the ID is not ambiguous"},
		{"K6", "R1", "", "reference-unknown", "the code is of another role only"},
		{"g", "R1", "", "", "an ID of another role fits, and is not asked for"},
		{"k1", "R1", "", "reference-unknown", "codes are compared as they are"},
		{"", "R1", "", "reference-unknown", "no code is no reference, though f has none"},
	} {
		r := w.report(assess.Worker{Evidence: []assess.Evidence{says("e1", c.ref, assess.Certificate, 1, "issuer", 0)}}, c.role, today)
		var met ksb.StatementID
		for _, g := range r.Gaps {
			if g.Status == assess.Met {
				met += g.Statement
			}
		}
		require.Equal(t, c.met, met, "%q in %s: %s", c.ref, c.role, c.why)
		if c.code == "" {
			require.Empty(t, r.Findings, c.why)
			continue
		}
		want := []assess.Finding{{Check: "reference", Evidence: "e1", Code: c.code, Numbers: assess.Numbers{}, Refs: []string{c.ref}}}
		if diff := cmp.Diff(want, r.Findings); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.ref, diff)
		}
	}
}

// TestABadReferenceSpoilsNoOther: that reference alone is kept out.
func TestABadReferenceSpoilsNoOther(t *testing.T) {
	t.Parallel()
	e := says("e1", "a", assess.Certificate, 1, "issuer", 0)
	e.Statements = assess.Refs("K4", "K77", "K1", "K2")
	r := newWorld(t, likeNames(), assess.DefaultPolicy()).report(assess.Worker{Evidence: []assess.Evidence{e}}, "R1", today)
	require.Equal(t, 2, r.Met)
	require.Equal(t, []string{"reference-ambiguous", "reference-unknown"}, codes(r))
}

// TestEvidenceByIDAndByCode: pieces that name a statement in two ways add up.
func TestEvidenceByIDAndByCode(t *testing.T) {
	t.Parallel()
	byID, byCode := says("e1", "S1", assess.Supervisor, 3, "a", 0), says("e2", "K1", assess.Supervisor, 3, "b", 0)
	both := onlyGap(t, assess.DefaultPolicy(), false, byID, byCode)
	byCode.Statements = assess.Refs("S1")
	require.Empty(t, sameLedger(onlyGap(t, assess.DefaultPolicy(), false, byID, byCode), both))
}

func decision(statement string, met, applies *bool, daysAgo int) assess.Override {
	return assess.Override{Statement: statement, Met: met, Applies: applies, At: today - ksb.Date(daysAgo), By: "lead"}
}

// TestOverrides: what is shown, and that no number and no place moves.
func TestOverrides(t *testing.T) {
	t.Parallel()
	yes, no := new(bool), new(bool)
	*yes = true
	w := newWorld(t, likeNames(), assess.DefaultPolicy())
	for _, c := range []struct {
		overrides []assess.Override
		want      assess.Status
		codes     []string
		why       string
	}{
		{nil, assess.NotEvidenced, nil, "the ledger's status"},
		{[]assess.Override{decision("a", yes, nil, 0)}, assess.Met, nil, "of the day itself"},
		{[]assess.Override{decision("a", no, nil, 0)}, assess.BelowLevel, nil, "shown to be below"},
		{[]assess.Override{decision("a", nil, yes, 0)}, assess.NotEvidenced, nil, "it applies: as without"},
		{[]assess.Override{decision("a", nil, no, 0)}, assess.NotApplicable, nil, "it does not apply"},
		{[]assess.Override{decision("K1", yes, nil, 0)}, assess.Met, nil, "by code"},
		{[]assess.Override{decision("a", yes, nil, 1), decision("K1", no, nil, 2)}, assess.Met, nil, "the later of ID and code"},
		{[]assess.Override{decision("K1", no, nil, 1), decision("a", yes, nil, 2)}, assess.BelowLevel, nil, "the later of code and ID"},
		{[]assess.Override{decision("a", yes, nil, 2), decision("a", no, nil, 1)}, assess.BelowLevel, nil, "the later day"},
		{[]assess.Override{decision("a", no, nil, 1), decision("a", yes, nil, 2)}, assess.BelowLevel, nil, "wherever it is listed"},
		{[]assess.Override{decision("a", no, nil, 1), decision("a", yes, nil, 1)}, assess.Met, nil, "of one day, the last listed"},
		{[]assess.Override{decision("a", yes, nil, 1), decision("K1", no, nil, 1)}, assess.BelowLevel, nil, "also over ID and code"},
		{[]assess.Override{decision("a", nil, no, 2), decision("a", nil, yes, 1)}, assess.NotEvidenced, nil, "it applies again"},
		{[]assess.Override{decision("a", yes, nil, -1)}, assess.NotEvidenced, []string{"after-as-of-day"}, "of tomorrow"},
		{[]assess.Override{decision("a", yes, nil, -1), decision("a", no, nil, 9)}, assess.BelowLevel, []string{"after-as-of-day"}, "the older one stands"},
		{[]assess.Override{decision("a", nil, nil, 0)}, assess.NotEvidenced, []string{"not-one-decision"}, "it decides nothing"},
		{[]assess.Override{decision("a", yes, no, 0)}, assess.NotEvidenced, []string{"not-one-decision"}, "it decides two things"},
		{[]assess.Override{decision("K4", yes, nil, 0)}, assess.NotEvidenced, []string{"reference-ambiguous"}, "two requirements"},
		{[]assess.Override{decision("K77", yes, nil, 0)}, assess.NotEvidenced, []string{"reference-unknown"}, "none"},
		{[]assess.Override{decision("g", yes, nil, 0)}, assess.NotEvidenced, nil, "of another role"},
	} {
		r := w.report(assess.Worker{Overrides: c.overrides}, "R1", today)
		require.Equal(t, c.want, gapOf(r, "a").Status, c.why)
		require.Equal(t, c.codes, codes(r), c.why)
		require.Zero(t, r.Assured, c.why)
		if c.want != assess.NotApplicable {
			plain := w.report(assess.Worker{}, "R1", today)
			require.Empty(t, sameNumbers(plain, r), c.why)
			require.Equal(t, ranked(plain), ranked(r), c.why)
			require.Equal(t, plain.Next, r.Next, c.why)
		}
	}
}

// TestNotApplicable: it stays in the report, last, and enters no sum.
func TestNotApplicable(t *testing.T) {
	t.Parallel()
	no := new(bool)
	w := newWorld(t, likeNames(), assess.DefaultPolicy())
	worker := assess.Worker{
		Evidence:  []assess.Evidence{says("e1", "a", assess.Certificate, 1, "issuer", 0), says("e2", "d", assess.Certificate, 1, "issuer", 0)},
		Overrides: []assess.Override{decision("a", nil, no, 0)},
	}
	r := w.report(worker, "R1", today)
	last := r.Gaps[len(r.Gaps)-1]
	require.Equal(t, ksb.StatementID("a"), last.Statement)
	require.Equal(t, assess.NotApplicable, last.Status)
	require.Zero(t, last.Share)
	require.Equal(t, []int{1, 5}, []int{r.Met, r.Of})
	require.InDelta(t, 0.2, r.Assured, slack)
	require.Equal(t, []assess.HeldLevel{{Statement: "a", Level: 1}, {Statement: "d", Level: 1}}, r.Held.Levels, "held all the same")
}
