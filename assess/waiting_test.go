package assess_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
)

// TestWaitingOnSevenRungs is a known limit of the published model. Waiting never raises
// belief, but on a long scale the prior of a low rung is above the threshold: where
// belief rests on others and doubt on the person's own word, both fade, and the
// probability climbs back past .80 while belief is still .45. On scales of up to five
// rungs it does not happen; see TestA9TimeAloneRaisesNoBelief.
func TestWaitingOnSevenRungs(t *testing.T) {
	t.Parallel()
	pass, doubt := says("e1", "S1", assess.Certificate, 1, "issuer", 0), says("e2", "S1", assess.Self, 1, "self", 0)
	pass.Reliability, doubt.Reliability, doubt.Mode = 0.56, 0.45, assess.Below
	w := newWorld(t, ladder(6), assess.DefaultPolicy())
	worker := assess.Worker{Evidence: []assess.Evidence{pass, doubt}}
	before, after := w.report(worker, "R1", today), w.report(worker, "R1", today+200)
	require.Zero(t, before.Assured)
	require.InDelta(t, 1, after.Assured, 0)
	require.Less(t, after.Gaps[0].Belief, before.Gaps[0].Belief)
}

// TestWaitingBesideAValidPassIsAnotherThing: a failure fades beside a pass that its
// issuer still vouches for, and belief rises. That is meant.
func TestWaitingBesideAValidPassIsAnotherThing(t *testing.T) {
	t.Parallel()
	pass, failure := says("e1", "S1", assess.Certificate, 3, "issuer", 0), says("e2", "S1", assess.Test, 3, "exam", 0)
	pass.Until, failure.Mode = today+3000, assess.Below
	w := newWorld(t, ladder(4), assess.DefaultPolicy())
	worker := assess.Worker{Evidence: []assess.Evidence{pass, failure}}
	require.Equal(t, assess.Contested, w.report(worker, "R3", today).Gaps[0].Status)
	require.Equal(t, assess.Met, w.report(worker, "R3", today+3000).Gaps[0].Status)
}
