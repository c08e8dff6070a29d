package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

func waives(role ksb.RoleID, gate ksb.GateID, daysAgo int, reason string) assess.Waiver {
	return assess.Waiver{Role: role, Gate: gate, By: "lead-1", At: today - ksb.Date(daysAgo), Reason: reason}
}

// TestWaivers: a gate that somebody waived, with a reason, counts as met, and the report
// shows the decision in its place.
func TestWaivers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		waivers []assess.Waiver
		reason  string // of the waiver that counts; "": none
		codes   []string
		why     string
	}{
		{nil, "", []string{}, "nobody waived it"},
		{[]assess.Waiver{waives("R", "G", 0, "a degree in it")}, "a degree in it", []string{}, "decided today"},
		{[]assess.Waiver{waives("R", "G", -1, "soon")}, "", []string{"after-as-of-day"}, "decided tomorrow: not yet, and said so"},
		{[]assess.Waiver{waives("R", "G", 9, "")}, "", []string{"reason-missing"}, "a decision without a reason is none"},
		{[]assess.Waiver{waives("other", "G", 9, "x")}, "", []string{}, "another role's gate of the same name is another gate"},
		{[]assess.Waiver{waives("R", "g", 9, "x")}, "", []string{"reference-unknown"}, "the role has no such gate: said, since it may be a slip"},
		{[]assess.Waiver{waives("R", "G", 3, "later"), waives("R", "G", 9, "earlier")}, "later", []string{}, "the latest decision is shown"},
		{[]assess.Waiver{waives("R", "G", 3, "first"), waives("R", "G", 3, "second")}, "second", []string{}, "on one day, the last listed"},
	} {
		w := newWorld(t, gated(shut("G", ksb.Programme, 30)), assess.DefaultPolicy())
		worker := certified(31, without("card"))
		worker.Waivers = c.waivers
		r := w.report(worker, "R", today)
		require.Equal(t, c.codes, append([]string{}, codes(r)...), c.why)
		g := r.Gates[0]
		if c.reason == "" {
			require.Equal(t, assess.GateNotMet, g.State, c.why)
			require.Nil(t, g.Waiver, c.why)
			require.Equal(t, assess.No, r.Ready, "%s: past its grace", c.why)
			continue
		}
		require.Equal(t, c.reason, g.Waiver.Reason, c.why)
		require.Equal(t, assess.GateMet, g.State, c.why)
		require.Zero(t, g.Due, "%s: nothing is due", c.why)
		require.Empty(t, g.Opens, "%s: nothing is to be done", c.why)
		require.Equal(t, assess.Yes, r.Ready, c.why)
	}
}

// TestWaiverOfAnOption: a waiver of the whole role speaks for its options; one of an
// option speaks for that option alone.
func TestWaiverOfAnOption(t *testing.T) {
	t.Parallel()
	f := gated(shut("G", ksb.Entry, 0))
	f.Roles[0].Options = []ksb.Option{{ID: "a"}, {ID: "b"}}
	w := newWorld(t, f, assess.DefaultPolicy())
	for _, c := range []struct {
		waived ksb.RoleID
		want   map[ksb.RoleID]bool
	}{
		{"R", map[ksb.RoleID]bool{"R": true, "R/a": true, "R/b": true}},
		{"R/a", map[ksb.RoleID]bool{"R": false, "R/a": true, "R/b": false}},
	} {
		worker := certified(-1, without("card"))
		worker.Waivers = []assess.Waiver{waives(c.waived, "G", 0, "x")}
		got := map[ksb.RoleID]bool{}
		for _, role := range w.roles {
			got[role] = w.report(worker, role, today).Gates[0].Waiver != nil
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("waived for %s (-want +got):\n%s", c.waived, diff)
		}
	}
}

// TestWaiverDatesTheReport: without evidence and without a day, the report is as of the
// newest thing said, and a waiver is said.
func TestWaiverDatesTheReport(t *testing.T) {
	t.Parallel()
	w := newWorld(t, gated(shut("G", ksb.Entry, 0)), assess.DefaultPolicy())
	worker := assess.Worker{
		Credentials: []assess.Credential{{ID: "other", At: today - 9}},
		Waivers:     []assess.Waiver{waives("R", "G", 2, "x")},
	}
	r := w.report(worker, "R", 0)
	require.Equal(t, today-2, r.AsOf)
	require.Equal(t, assess.GateMet, r.Gates[0].State)
}

// threeGates are gates with random rules, whose claims come up in several of them.
func threeGates(rng *rand.Rand, rule func(*rand.Rand, int) ksb.Rule) (gates []ksb.Gate) {
	for i := range 3 {
		gates = append(gates, ksb.Gate{
			ID: ksb.GateID(fmt.Sprint("G", i)), Phase: ksb.Phase(1 + rng.IntN(5)), GraceDays: rng.IntN(3) * 60, Rule: rule(rng, 2),
		})
	}
	return gates
}

// TestAWaivedGateNeverClosesAnother: it changes its own line of the report, and makes the
// answer no worse.
func TestAWaivedGateNeverClosesAnother(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(60, 2026))
	opened := 0
	for range 800 {
		w := newWorld(t, gated(threeGates(rng, randomRule)...), assess.DefaultPolicy())
		worker := certified(rng.IntN(200))
		worker.Credentials, worker.Facts = randomHoldings(rng)
		before := w.report(worker, "R", today)
		which := rng.IntN(3)
		waived := before.Gates[which].Gate
		worker.Waivers = []assess.Waiver{waives("R", waived, rng.IntN(9), "a reason")}
		after := w.report(worker, "R", today)
		require.Equal(t, assess.GateMet, after.Gates[which].State)
		if before.Gates[which].State != assess.GateMet {
			opened++
		}
		others := func(r *assess.Report) []assess.GateResult {
			return slices.Delete(slices.Clone(r.Gates), which, which+1)
		}
		require.Empty(t, cmp.Diff(others(before), others(after)))
		require.GreaterOrEqual(t, better(after.Ready), better(before.Ready))
	}
	require.Greater(t, opened, 100)
}

// better puts no below unknown below yes.
func better(v assess.Verdict) int {
	return map[assess.Verdict]int{assess.No: 0, assess.Unknown: 1, assess.Yes: 2}[v]
}

func ExampleWaiver() {
	maths := ksb.Gate{ID: "maths", Phase: ksb.Gateway, Rule: ksb.Rule{Any: []ksb.Rule{{Credential: "gcse-maths-4"}, {Credential: "fs-maths-2"}}}}
	worker := assess.Worker{
		ID:      "w-17",
		Waivers: []assess.Waiver{{Role: "R", Gate: "maths", By: "lead-1", Reason: "A degree in statistics."}},
	}
	report, err := assess.Quick(gated(maths), worker, "R", today)
	if err != nil {
		fmt.Println(err)
		return
	}
	g := report.Gates[0]
	fmt.Println(g.Gate, g.State, "-", g.Waiver.Reason)
	// Output:
	// maths met - A degree in statistics.
}
