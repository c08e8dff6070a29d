package assess_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// shut is a gate that a worker without a card does not pass, by phase and grace.
func shut(id ksb.GateID, phase ksb.Phase, graceDays int) ksb.Gate {
	return ksb.Gate{ID: id, Phase: phase, GraceDays: graceDays, Rule: ksb.Rule{Credential: "card"}}
}

// certified has shown S1 of gated, and started some days ago; below 0: not known.
func certified(startedDaysAgo int, credentials ...assess.Credential) assess.Worker {
	w := assess.Worker{Evidence: []assess.Evidence{says("e1", "S1", assess.Certificate, 1, "issuer", 0)}, Credentials: credentials}
	if startedDaysAgo >= 0 {
		w.Facts = assess.Facts{"start": {Date: today - ksb.Date(startedDaysAgo)}}
	}
	return w
}

func without(id ksb.CredentialID) assess.Credential {
	return assess.Credential{ID: id, Held: new(bool)}
}

// TestGraceAndDue: a gate that is not met says no once its grace has passed.
func TestGraceAndDue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		grace, started int
		credentials    []assess.Credential
		due            ksb.Date
		ready          assess.Verdict
		because        string
		why            string
	}{
		{0, 10, []assess.Credential{without("card")}, 0, assess.No, "gate-not-met", "no grace, no due day"},
		{90, 89, []assess.Credential{without("card")}, today + 1, assess.Unknown, "gate-in-grace", "due tomorrow"},
		{90, 90, []assess.Credential{without("card")}, today, assess.Unknown, "gate-in-grace", "due today: the last day of grace is included"},
		{90, 91, []assess.Credential{without("card")}, today - 1, assess.No, "gate-not-met", "past its grace"},
		{90, -1, []assess.Credential{without("card")}, 0, assess.Unknown, "gate-in-grace", "nobody knows when the grace began"},
		{90, 91, nil, today - 1, assess.Unknown, "gate-unknown", "past its grace, but not known to be shut"},
		{90, 91, []assess.Credential{{ID: "card"}}, 0, assess.Yes, "all-met", "open: nothing is due"},
	} {
		w := newWorld(t, gated(shut("G", ksb.Programme, c.grace)), assess.DefaultPolicy())
		r := w.report(certified(c.started, c.credentials...), "R", today)
		require.Equal(t, c.due, r.Gates[0].Due, c.why)
		require.Equal(t, c.ready, r.Ready, c.why)
		require.Equal(t, c.because, r.ReadyBecause[0].Code, c.why)
	}
}

// TestGatesThatCount: registration and retention concern those who are in the role.
func TestGatesThatCount(t *testing.T) {
	t.Parallel()
	for phase := ksb.Entry; phase <= ksb.Retention; phase++ {
		for _, inRole := range []bool{false, true} {
			p := assess.DefaultPolicy()
			p.InRole = inRole
			r := newWorld(t, gated(shut("G", phase, 0)), p).report(certified(-1, without("card")), "R", today)
			want := assess.No
			if !inRole && phase >= ksb.Registration {
				want = assess.Yes
			}
			require.Equal(t, want, r.Ready, "%v, in role %v", phase, inRole)
			require.Equal(t, assess.GateNotMet, r.Gates[0].State, "it is shown whether or not it counts")
		}
	}
}

// TestReadyBecause: every cause is named with its references, requirements before gates.
func TestReadyBecause(t *testing.T) {
	t.Parallel()
	f := gated(shut("G1", ksb.Entry, 0), shut("G2", ksb.Entry, 9),
		ksb.Gate{ID: "G3", Phase: ksb.Gateway, Rule: ksb.Rule{Credential: "other"}})
	for _, id := range []ksb.StatementID{"S2", "S3"} {
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Code: string(id), Kind: ksb.Skill})
		f.Roles[0].Requirements = append(f.Roles[0].Requirements, ksb.Requirement{Statement: id})
	}
	worker := certified(-1, without("card"))
	failed := says("e2", "S2", assess.Test, 1, "exam", 0)
	failed.Mode = assess.Below
	worker.Evidence = append(worker.Evidence, failed)
	r := newWorld(t, f, assess.DefaultPolicy()).report(worker, "R", today)
	want := []assess.Cause{
		{Code: "requirement-below", Refs: []string{"S2"}}, {Code: "requirement-open", Refs: []string{"S3"}},
		{Code: "gate-not-met", Refs: []string{"G1"}}, {Code: "gate-in-grace", Refs: []string{"G2"}}, {Code: "gate-unknown", Refs: []string{"G3"}},
	}
	if diff := cmp.Diff(want, r.ReadyBecause); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestInternalMove: the critical requirements and enough of the rest.
func TestInternalMove(t *testing.T) {
	t.Parallel()
	shown, lacking := []string{"S1"}, []string{"S2"}
	for _, c := range []struct {
		share    float64 // of S1, which is critical; the rest is S2's
		shown    []string
		failed   []string
		cards    []assess.Credential
		internal assess.Verdict
		ordinary assess.Verdict
		why      string
	}{
		{0.85, shown, nil, []assess.Credential{{ID: "card"}}, assess.Yes, assess.Unknown, "exactly enough"},
		{0.84, shown, nil, []assess.Credential{{ID: "card"}}, assess.Unknown, assess.Unknown, "too little assured"},
		{0.85, shown, lacking, []assess.Credential{{ID: "card"}}, assess.Yes, assess.No, "what is below is not critical"},
		{0.84, shown, lacking, []assess.Credential{{ID: "card"}}, assess.Unknown, assess.No, "too little, and nothing critical missing"},
		{0.05, lacking, nil, []assess.Credential{{ID: "card"}}, assess.Unknown, assess.Unknown, "plenty assured, and nobody looked at the critical one"},
		{0.05, lacking, shown, []assess.Credential{{ID: "card"}}, assess.No, assess.No, "the critical one is below"},
		{0.85, shown, nil, []assess.Credential{without("card")}, assess.No, assess.No, "gates count for both"},
		{0.5, []string{"S1", "S2"}, nil, []assess.Credential{{ID: "card"}}, assess.Yes, assess.Yes, "everything"},
	} {
		f := gated(shut("G", ksb.Entry, 0))
		f.Statements = append(f.Statements, ksb.Statement{ID: "S2", Code: "K2", Kind: ksb.Skill})
		f.Roles[0].Requirements = []ksb.Requirement{{Statement: "S1", Critical: true, Weight: c.share}, {Statement: "S2", Weight: 1 - c.share}}
		worker := assess.Worker{Credentials: c.cards}
		for _, id := range c.shown {
			worker.Evidence = append(worker.Evidence, says("yes "+id, id, assess.Certificate, 1, "issuer", 0))
		}
		for _, id := range c.failed {
			e := says("no "+id, id, assess.Test, 1, "exam", 0)
			e.Mode = assess.Below
			worker.Evidence = append(worker.Evidence, e)
		}
		internal := assess.DefaultPolicy()
		internal.ReadyRule = assess.ReadyInternal
		require.Equal(t, c.internal, newWorld(t, f, internal).report(worker, "R", today).Ready, "%s", c.why)
		require.Equal(t, c.ordinary, newWorld(t, f, assess.DefaultPolicy()).report(worker, "R", today).Ready, "the ordinary rule: %s", c.why)
	}
}

// TestRoleFindings: what is odd about the role is said once.
func TestRoleFindings(t *testing.T) {
	t.Parallel()
	f := ladder(4)
	f.Statements = append(f.Statements, ksb.Statement{ID: "S2", Code: "K2", Kind: ksb.Skill})
	f.Roles = []ksb.Role{{
		ID: "R", Requirements: []ksb.Requirement{{Statement: "S1"}, {Statement: "S2"}},
		Duties:  []ksb.Duty{{ID: "D1", Core: true}, {ID: "D2", Options: []ksb.OptionID{"O"}}},
		Options: []ksb.Option{{ID: "O"}},
	}}
	r := newWorld(t, f, assess.DefaultPolicy()).report(assess.Worker{}, "R/O", today)
	none := assess.Numbers{}
	want := []assess.Finding{
		{Check: "role", Code: "importance-without-duty", Numbers: assess.Numbers{{Name: "statements", Value: 2}}, Refs: []string{}},
		{Check: "role", Code: "option-without-mapping", Numbers: none, Refs: []string{}},
	}
	if diff := cmp.Diff(want, r.Findings); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	no := new(bool)
	r = newWorld(t, gated(), assess.DefaultPolicy()).report(assess.Worker{Overrides: []assess.Override{{Statement: "S1", Applies: no}}}, "R", today)
	require.Equal(t, []string{"nothing-to-require"}, codes(r))
	require.Empty(t, emptyHeadline(r))
}
