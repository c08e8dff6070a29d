package assess_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// otherModels are those that are offered beside the ledger; the grid is a quick one.
func otherModels() []belief.Model {
	return []belief.Model{
		belief.Latent{SameSource: 0.3, Spread: 0.25, PerLevel: 3}, belief.DefaultEvidentialReasoning(), belief.DefaultBKT(),
		belief.Mean{}, belief.Last{}, belief.Max{},
	}
}

// TestModelsThroughTheEngine: the same six situations, required level 3 of 4, as every
// model tells them, and what it admits not to tell.
func TestModelsThroughTheEngine(t *testing.T) {
	t.Parallel()
	lapsed := says("e1", "S1", assess.Certificate, 3, "issuer", 400)
	lapsed.Until = today - 1
	situations := [][]assess.Evidence{
		{}, // nobody looked
		{says("e1", "S1", assess.Self, 4, "me", 0)},
		{says("e1", "S1", assess.Test, 3, "a", 0), says("e2", "S1", assess.Test, 3, "b", 0)},
		{says("e1", "S1", assess.Observation, 4, "a", 0), says("e2", "S1", assess.Observation, 1, "b", 0)}, // a dispute
		{lapsed},
		{says("e1", "S1", assess.Observation, 3, "a", 5000)}, // faded
	}
	w := newWorld(t, ladder(4), assess.DefaultPolicy())
	for _, c := range []struct {
		model  belief.Model
		want   string
		blind  []string
		reason string
	}{
		{assess.DefaultPolicy().Ledger(), "[not-evidenced not-evidenced met contested expired not-evidenced]", nil, "every status"},
		{belief.DefaultLatent(), "[not-evidenced not-evidenced met uncertain expired not-evidenced]", []string{"contested-not-told"}, "a dispute is a level in between"},
		{belief.DefaultEvidentialReasoning(), "[not-evidenced not-evidenced met uncertain expired not-evidenced]", []string{"contested-not-told"}, "a dispute is belief in both"},
		{belief.DefaultBKT(), "[not-evidenced not-evidenced met below not-evidenced uncertain]", []string{"contested-not-told", "not-evidenced-not-told"}, "any word is a test, of any age"},
		{belief.Mean{}, "[not-evidenced not-evidenced met below expired met]", []string{"contested-not-told", "not-evidenced-not-told"}, "the average of a dispute is sure"},
		{belief.Last{}, "[not-evidenced not-evidenced met below expired met]", []string{"contested-not-told", "not-evidenced-not-told"}, "the last of a dispute is sure"},
		{belief.Max{}, "[not-evidenced not-evidenced met met expired met]", []string{"contested-not-told", "not-evidenced-not-told"}, "the best of a dispute is sure"},
	} {
		t.Run(c.model.Name(), func(t *testing.T) {
			e := w.engine.Using(c.model)
			var got []assess.Status
			for _, evidence := range situations {
				r, err := e.Assess(e.Profile(assess.Worker{Evidence: evidence}, today), "R3")
				require.NoError(t, err)
				require.Equal(t, c.model.Name(), r.Basis.Model)
				got = append(got, r.Gaps[0].Status)
				if diff := cmp.Diff(c.blind, codes(r)); diff != "" {
					t.Errorf("what it cannot tell (-want +got):\n%s", diff)
				}
				written(t, r) // every number can be written
			}
			if diff := cmp.Diff(c.want, fmt.Sprint(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.reason, diff)
			}
		})
	}
}

// TestModelsSayWhichStatuses: the finding names the statuses that hide the one lost.
func TestModelsSayWhichStatuses(t *testing.T) {
	t.Parallel()
	e := newWorld(t, ladder(2), inferring(.5)).engine.Using(belief.Mean{})
	r, err := e.Assess(e.Profile(assess.Worker{}, today), "R1")
	require.NoError(t, err)
	got := map[string][]string{}
	for _, f := range r.Findings {
		require.Equal(t, "model", f.Check)
		got[f.Code] = f.Refs
	}
	want := map[string][]string{
		"contested-not-told":     {"mean", "met", "below", "uncertain"},
		"not-evidenced-not-told": {"mean", "met", "below", "uncertain"},
		"nothing-inferred":       {"mean"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEngineAxiomsOfEveryModel: what the engine sees to whatever the model: a person's
// own word is never Met (A12), the gap lies in its range (A17), shares account for the
// estimate (A18), order is of two gaps alone (A19 rests on it) and above is fair (A20).
func TestEngineAxiomsOfEveryModel(t *testing.T) {
	t.Parallel()
	for _, m := range otherModels() {
		t.Run(m.Name(), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(80, 2026))
			for range 40 {
				w := newWorld(t, randomFramework(rng), assess.DefaultPolicy())
				w.engine = w.engine.Using(m)
				for range 25 {
					worker := randomWorker(rng, anything())
					require.Empty(t, engineAxioms(w, worker, oneOf(rng, w.roles...)), "%+v", worker)
				}
			}
		})
	}
}

func engineAxioms(w *world, worker assess.Worker, role ksb.RoleID) string {
	r, shares := w.report(worker, role, today), 0.0
	for i := range r.Gaps {
		g := &r.Gaps[i]
		shares += g.Share
		if g.Expected < -slack || g.Expected > float64(g.Level)+slack {
			return fmt.Sprintf("A17: %v short of level %d", g.Expected, g.Level)
		}
		if i > 0 {
			h := &r.Gaps[i-1]
			if h.Compare(g) > 0 || !equal(assess.Above(g, h)+assess.Above(h, g), 1) {
				return fmt.Sprintf("A19, A20: %+v before %+v", h, g)
			}
		}
	}
	if r.Of > 0 && !equal(shares, 1-r.Estimate) {
		return fmt.Sprintf("A18: shares %v, estimate %v", shares, r.Estimate)
	}
	for i := range worker.Evidence {
		worker.Evidence[i].Kind = assess.Self
	}
	if r = w.report(assess.Worker{Evidence: worker.Evidence}, role, today); r.Met > 0 {
		return "A12: met on the person's own word"
	}
	return ""
}
