package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
)

// TestSettlesIsAssess: what Settles foretells is what a report says once the piece is
// there, fresh and from somebody who has said nothing so far.
func TestSettlesIsAssess(t *testing.T) {
	t.Parallel()
	holds(t, 60, habits{until: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		before := w.report(worker, role, today)
		g := &before.Gaps[rng.IntN(len(before.Gaps))]
		kind, level := assess.EvidenceKind(1+rng.IntN(8)), float64(rng.IntN(len(g.AtLeast)+1))
		more := worker
		more.Evidence = append(slices.Clone(worker.Evidence), says("new", string(g.Statement), kind, level, "a stranger", 0))
		after := gapOf(w.report(more, role, today), g.Statement)
		if got := before.Settles(g, kind, level); got != (after.Status == assess.Met) {
			return fmt.Sprintf("%v at %v settles: %v, and then: %+v", kind, level, got, after)
		}
		return ""
	})
}

// TestSettles: what ends a gap, and what does not.
func TestSettles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind     assess.EvidenceKind
		level    float64
		critical bool
		want     bool
		why      string
	}{
		{assess.Test, 3, false, true, "a test at the level asked: q .90"},
		{assess.Test, 2, false, false, "a test below it"},
		{assess.Test, 3, true, true, "q .902 is enough where it is critical"},
		{assess.Observation, 3, false, true, "q .83"},
		{assess.Observation, 3, true, false, "and not where it is critical"},
		{assess.Supervisor, 3, false, false, "one word: q .65"},
		{assess.Certificate, 3, true, true, "a pass: q .948"},
		{assess.Certificate, 2, false, false, "a pass of less"},
		{assess.Self, 4, false, false, "the person's own word never settles"},
	} {
		f := ladder(4)
		f.Roles[2].Requirements[0].Critical = c.critical
		r := newWorld(t, f, assess.DefaultPolicy()).report(assess.Worker{}, "R3", today)
		require.Equal(t, c.want, r.Settles(&r.Gaps[0], c.kind, c.level), c.why)
	}
}

// TestSettlesWithoutALedger: where there is nothing to add to, a level that is high
// enough settles.
func TestSettlesWithoutALedger(t *testing.T) {
	t.Parallel()
	e := newWorld(t, ladder(4), assess.DefaultPolicy()).engine.Using(belief.Last{})
	r, err := e.Assess(e.Profile(assess.Worker{}, today), "R3")
	require.NoError(t, err)
	require.True(t, r.Settles(&r.Gaps[0], assess.Test, 3))
	require.False(t, r.Settles(&r.Gaps[0], assess.Test, 2.9))
}
