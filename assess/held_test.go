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

// TestHeldIsMet: the level that is held is the greatest one whose requirement, not
// critical, would be met.
func TestHeldIsMet(t *testing.T) {
	t.Parallel()
	var ladders []*world
	for top := 1; top <= 6; top++ {
		ladders = append(ladders, newWorld(t, ladder(top), assess.DefaultPolicy()))
	}
	holds(t, 70, habits{until: true, codes: true}, func(rng *rand.Rand, _ *world, worker assess.Worker) string {
		w, want := oneOf(rng, ladders...), []assess.HeldLevel{}
		p := w.engine.Profile(worker, today)
		r := w.of(p, "R1")
		for k := len(w.roles); k > 0 && len(want) == 0; k-- {
			if w.of(p, w.roles[k-1]).Met == 1 {
				want = append(want, assess.HeldLevel{Statement: "S1", Level: ksb.Level(k)})
			}
		}
		if !slices.Equal(want, r.Held.Levels) {
			return fmt.Sprintf("held %v, want %v", r.Held.Levels, want)
		}
		return ""
	})
}

// TestWallet: which credentials are held on the day, and what is known of the rest.
func TestWallet(t *testing.T) {
	t.Parallel()
	yes, no := new(bool), new(bool)
	*yes = true
	for _, c := range []struct {
		list  []assess.Credential
		held  bool
		state assess.GateState
		codes []string
		why   string
	}{
		{nil, false, assess.GateUnknown, nil, "not listed is unknown"},
		{[]assess.Credential{{}}, true, assess.GateMet, nil, "listed is held"},
		{[]assess.Credential{{Held: yes}}, true, assess.GateMet, nil, "said to be held"},
		{[]assess.Credential{{Held: no}}, false, assess.GateNotMet, nil, "said not to be held"},
		{[]assess.Credential{{Until: today}}, true, assess.GateMet, nil, "its last valid day"},
		{[]assess.Credential{{Until: today - 1}}, false, assess.GateNotMet, []string{"lapsed"}, "the day after"},
		{[]assess.Credential{{At: today}}, true, assess.GateMet, nil, "of today"},
		{[]assess.Credential{{At: today + 1}}, false, assess.GateUnknown, []string{"after-as-of-day"}, "of tomorrow: refused"},
		{[]assess.Credential{{Until: today - 1}, {Until: today + 9}}, true, assess.GateMet, []string{"lapsed"}, "renewed"},
		{[]assess.Credential{{Held: no}, {}}, true, assess.GateMet, nil, "one that is held outweighs one that is not"},
	} {
		for i := range c.list {
			c.list[i].ID = "c1"
		}
		f := gated(gateOf(ksb.Rule{Credential: "c1"}))
		r := newWorld(t, f, assess.DefaultPolicy()).report(assess.Worker{Credentials: c.list}, "R", today)
		require.Equal(t, c.held, len(r.Held.Credentials) == 1, c.why)
		require.Equal(t, c.state, r.Gates[0].State, c.why)
		require.Equal(t, c.codes, codes(r), c.why)
	}
}

// TestRepeatedCredits: an export that was joined twice makes no degree.
func TestRepeatedCredits(t *testing.T) {
	t.Parallel()
	year := assess.Credential{ID: "degree", Edition: "year 1", At: today - 9, Credits: 120}
	f := gated(gateOf(ksb.Rule{Credits: &ksb.Credits{Of: "degree", AtLeast: 200}}))
	r := newWorld(t, f, assess.DefaultPolicy()).report(assess.Worker{Credentials: []assess.Credential{year, year}}, "R", today)
	require.Equal(t, assess.GateNotMet, r.Gates[0].State)
}

// TestHeldCredentialsInOrder: naturally, each once.
func TestHeldCredentialsInOrder(t *testing.T) {
	t.Parallel()
	worker := assess.Worker{Credentials: []assess.Credential{{ID: "unit 10"}, {ID: "unit 9"}, {ID: "bls"}, {ID: "unit 9"}}}
	r := newWorld(t, gated(), assess.DefaultPolicy()).report(worker, "R", today)
	if diff := cmp.Diff([]ksb.CredentialID{"bls", "unit 9", "unit 10"}, r.Held.Credentials); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
