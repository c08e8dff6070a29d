package belief

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// movements tells where the second estimate is higher or lower than the first, beyond
// rounding, in belief, disbelief, uncertainty and probability.
type movements struct{ beliefUp, beliefDown, disbeliefUp, uncertaintyUp, uncertaintyDown, qUp, qDown bool }

func movement(from, to *Estimate) (m movements) {
	for k, a := range from.Opinion {
		b := to.Opinion[k]
		m.beliefUp = m.beliefUp || b.Belief > a.Belief+slack
		m.beliefDown = m.beliefDown || b.Belief < a.Belief-slack
		m.disbeliefUp = m.disbeliefUp || b.Disbelief > a.Disbelief+slack
		m.uncertaintyUp = m.uncertaintyUp || b.Uncertainty > a.Uncertainty+slack
		m.uncertaintyDown = m.uncertaintyDown || b.Uncertainty < a.Uncertainty-slack
		m.qUp = m.qUp || to.AtLeast[k] > from.AtLeast[k]+slack
		m.qDown = m.qDown || to.AtLeast[k] < from.AtLeast[k]-slack
	}
	return m
}

// because words a violation, if there is one.
func because(broken bool, what string, change any, from, to *Estimate) string {
	if !broken {
		return ""
	}
	return fmt.Sprintf("%s: %+v\n(-before +after):\n%s", what, change, differ(from, to, slack))
}

func TestA6PassMonotone(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 6, passMonotone)
	passAsGrade := func(_ int, p *Piece, _ float64) { p.Mode = Graded }
	breaks(t, wrongly(passAsGrade), 6, passMonotone)
	// The design effect n/(1+(n-1)ρ) shares a source's weight out instead of sorting it.
	breaks(t, mutant{DefaultLedger(), shareOut}, 6, passMonotone)
}

func passMonotone(m Model, rng *rand.Rand, p profile) string {
	added := randomPiece(rng, p.Scale, 99)
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, append(p.Pieces, added))
	moved := movement(from, to)
	broken := moved.uncertaintyUp ||
		added.Mode == AtLeast && (moved.beliefDown || moved.qDown) ||
		added.Mode == Below && (moved.beliefUp || moved.qUp)
	return because(broken, "added", added, from, to)
}

func shareOut(_ *Scale, pieces []Piece) {
	count := map[int]float64{}
	for _, p := range pieces {
		count[p.Source]++
	}
	for i := range pieces {
		p := &pieces[i]
		p.Weight /= 1 + 0.7*(count[p.Source]-1)
		p.Source = i
	}
}

func TestA7GradeMonotone(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 7, gradeMonotone)
	breaks(t, wrongly(func(_ int, p *Piece, top float64) { p.Level = top - p.Level }), 7, gradeMonotone)
}

func gradeMonotone(m Model, rng *rand.Rand, p profile) string {
	if len(p.Pieces) == 0 {
		return ""
	}
	raised := slices.Clone(p.Pieces)
	e := &raised[rng.IntN(len(raised))]
	e.Level += (float64(p.Scale.Top) - e.Level) * rng.Float64()
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, raised)
	moved := movement(from, to)
	return because(moved.beliefDown || moved.qDown, "raised", *e, from, to)
}

// A8 speaks of grades of one reliability and of failures. A pass can say more for a
// level than any grade at it does, so beside passes a grade may dilute.
func TestA8TopGrade(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 8, topGrade)
	breaks(t, wrongly(func(_ int, p *Piece, top float64) { p.Level = top - p.Level }), 8, topGrade)
}

func topGrade(m Model, rng *rand.Rand, p profile) string {
	r, highest := 1-rng.Float64(), 0.0
	for i := range p.Pieces {
		e := &p.Pieces[i]
		e.Reliability = r
		if e.Mode == AtLeast {
			e.Mode = Graded
		}
		highest = max(highest, e.Level)
	}
	added := randomPiece(rng, p.Scale, 99)
	added.Mode, added.Reliability, added.Level = Graded, r, max(added.Level, highest)
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, append(p.Pieces, added))
	return because(movement(from, to).beliefDown, "added", added, from, to)
}

func TestA9Time(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 9, waitingRaisesNothing)
	// One half-life a statement is needed: where failures fade and grades do not,
	// waitingRaisesNothing makes believers.
	breaks(t, wrongly(func(_ int, p *Piece, _ float64) {
		if p.Mode != Below {
			p.AgeDays = 0
		}
	}), 9, waitingRaisesNothing)
}

func waitingRaisesNothing(m Model, rng *rand.Rand, p profile) string {
	days := float64(rng.IntN(2000))
	older := slices.Clone(p.Pieces)
	for i := range older {
		older[i].AgeDays += days
	}
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, older)
	moved := movement(from, to)
	return because(moved.beliefUp || moved.disbeliefUp || moved.uncertaintyDown, "waited", days, from, to)
}

// Two pieces of one source that weigh the same today weigh the same on every day to
// come, so which of them leads must not change with the day. Rounding may not decide.
func TestA9TiesKeepTheirOrder(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		old, fresh Piece
		why        string
	}{
		{says(ana, Graded, 1, .75), says(ana, Graded, 4, .60), "an observation one half-life older than a work product"},
		{says(ana, Graded, 4, .75), says(ana, Graded, 1, .60), "the same, the other way about"},
	} {
		row.old.AgeDays = 730
		pieces := []Piece{row.old, row.fresh}
		from, flips := estimate(DefaultLedger(), fiveRungs, pieces), []int(nil)
		for day := range 2000 {
			to := estimate(DefaultLedger(), fiveRungs, []Piece{aged(row.old, 730+float64(day)), aged(row.fresh, float64(day))})
			if m := movement(from, to); m.beliefUp || m.disbeliefUp {
				flips = append(flips, day)
			}
		}
		require.Empty(t, flips, "%s: days on which waiting raises belief or disbelief", row.why)
	}
}

// A pass that has expired is one that the caller leaves out.
func TestA9PassExpiry(t *testing.T) {
	t.Parallel()
	holds(t, DefaultLedger(), 90, expiryIsAbsence)
	breaks(t, Mean{}, 90, expiryIsAbsence) // a low pass forgotten lifts the average
	breaks(t, Last{}, 90, expiryIsAbsence) // and uncovers the rating before it
}

func expiryIsAbsence(m Model, rng *rand.Rand, p profile) string {
	pass := randomPiece(rng, p.Scale, 99)
	pass.Mode = AtLeast
	from, to := estimate(m, p.Scale, append(p.Pieces, pass)), estimate(m, p.Scale, p.Pieces)
	moved := movement(from, to)
	return because(moved.beliefUp || moved.qUp || moved.uncertaintyDown, "expired", pass, from, to)
}

// passMovesProbability is what is left of A6 for a model whose opinion is not its sums:
// a pass never lowers the probability, a failure never raises it.
func passMovesProbability(m Model, rng *rand.Rand, p profile) string {
	added := randomPiece(rng, p.Scale, 99)
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, append(p.Pieces, added))
	moved := movement(from, to)
	return because(added.Mode == AtLeast && moved.qDown || added.Mode == Below && moved.qUp, "added", added, from, to)
}

// gradeMovesProbability is what is left of A7 likewise.
func gradeMovesProbability(m Model, rng *rand.Rand, p profile) string {
	if len(p.Pieces) == 0 {
		return ""
	}
	raised := slices.Clone(p.Pieces)
	e := &raised[rng.IntN(len(raised))]
	e.Level += (float64(p.Scale.Top) - e.Level) * rng.Float64()
	from, to := estimate(m, p.Scale, p.Pieces), estimate(m, p.Scale, raised)
	return because(movement(from, to).qDown, "raised", *e, from, to)
}
