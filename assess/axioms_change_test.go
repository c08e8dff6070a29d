package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestA9TimeAloneRaisesNoBelief: where no piece has an until, a later day lowers
// belief and disbelief and raises uncertainty, for every requirement; and nothing becomes
// assured by waiting. (But see TestWaitingOnSevenRungs.)
func TestA9TimeAloneRaisesNoBelief(t *testing.T) {
	t.Parallel()
	holds(t, 9, habits{codes: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		before, after := w.report(worker, role, today), w.report(worker, role, today+ksb.Date(rng.IntN(3000)))
		if after.Assured > before.Assured {
			return fmt.Sprintf("assured %v on %v, %v on %v", before.Assured, before.AsOf, after.Assured, after.AsOf)
		}
		for i := range before.Gaps {
			g := &before.Gaps[i]
			h := gapOf(after, g.Statement)
			if h.Belief > g.Belief+slack || h.Disbelief > g.Disbelief+slack || h.Uncertainty < g.Uncertainty-slack {
				return fmt.Sprintf("%s: %+v and then %+v", g.Statement, g, h)
			}
		}
		return ""
	})
}

// TestA9ExpiryIsAsIfItHadNeverBeen: a piece past its until leaves no trace in the
// numbers. A failure does not lapse.
func TestA9ExpiryIsAsIfItHadNeverBeen(t *testing.T) {
	t.Parallel()
	holds(t, 90, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		live := worker
		live.Evidence = slices.DeleteFunc(slices.Clone(worker.Evidence), func(e assess.Evidence) bool {
			return e.Until != 0 && e.Until < today && e.Mode != assess.Below
		})
		return sameNumbers(w.report(worker, role, today), w.report(live, role, today))
	})
}

// sameNumbers compares all that the ledger says; "" if it is the same to the bit.
func sameNumbers(a, b *assess.Report) string {
	if a.Assured != b.Assured || a.Estimate != b.Estimate || a.Coverage != b.Coverage || a.Low != b.Low || a.High != b.High {
		return fmt.Sprintf("headline %v %v %v, and %v %v %v", a.Assured, a.Estimate, a.Coverage, b.Assured, b.Estimate, b.Coverage)
	}
	for i := range a.Gaps {
		if broken := sameLedger(&a.Gaps[i], gapOf(b, a.Gaps[i].Statement)); broken != "" {
			return broken
		}
	}
	return ""
}

func sameLedger(g, h *assess.Gap) string {
	same := g.Belief == h.Belief && g.Disbelief == h.Disbelief && g.Uncertainty == h.Uncertainty &&
		slices.Equal(g.AtLeast, h.AtLeast) && g.Mean == h.Mean && g.Low == h.Low && g.High == h.High &&
		g.Expected == h.Expected && g.Importance == h.Importance && g.Priority == h.Priority && g.Share == h.Share
	if same {
		return ""
	}
	return fmt.Sprintf("%s: %+v\nand %+v", g.Statement, g, h)
}

// TestA14Removal: a piece that is not accepted, and one that is refused, count as if
// they had never been; and each part tells what would be lost without its piece.
func TestA14Removal(t *testing.T) {
	t.Parallel()
	holds(t, 14, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		if len(worker.Evidence) == 0 {
			return ""
		}
		role, out := oneOf(rng, w.roles...), rng.IntN(len(worker.Evidence))
		without, silenced := worker, worker
		without.Evidence = slices.Delete(slices.Clone(worker.Evidence), out, out+1)
		silenced.Evidence = slices.Clone(worker.Evidence)
		if e := &silenced.Evidence[out]; rng.IntN(2) == 0 {
			e.State = assess.Submitted
		} else {
			e.At, e.Until = today+1, 0
		}
		rest := w.report(without, role, today)
		if broken := sameNumbers(rest, w.report(silenced, role, today)); broken != "" {
			return broken
		}
		return deltasHold(w.report(worker, role, today), rest, worker.Evidence[out].ID)
	})
}

func deltasHold(all, rest *assess.Report, id string) string {
	for i := range all.Gaps {
		g := &all.Gaps[i]
		for _, part := range g.Parts {
			lost := g.Probability() - gapOf(rest, g.Statement).Probability()
			if part.Evidence == id && !near(part.Delta, lost) {
				return fmt.Sprintf("%s of %s: delta %v, lost %v", id, g.Statement, part.Delta, lost)
			}
		}
	}
	return ""
}

func near(a, b float64) bool { return a-b <= 1e-10 && b-a <= 1e-10 }

// TestOneStatementIsNoOther: evidence about one statement changes no number of another.
func TestOneStatementIsNoOther(t *testing.T) {
	t.Parallel()
	holds(t, 30, habits{until: true, overrides: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		more, piece := worker, randomEvidence(rng, "new", habits{until: true})
		piece.Statements = piece.Statements[:1]
		more.Evidence = append(slices.Clone(worker.Evidence), piece)
		before, after := w.report(worker, role, today), w.report(more, role, today)
		for i := range before.Gaps {
			g := &before.Gaps[i]
			if string(g.Statement) == piece.Statements[0].ID {
				continue
			}
			if broken := sameLedger(g, gapOf(after, g.Statement)); broken != "" {
				return broken
			}
		}
		return ""
	})
}

// TestAPassNeverLowersAssured: one more at-least piece, whoever says it, takes nothing
// away that was met.
func TestAPassNeverLowersAssured(t *testing.T) {
	t.Parallel()
	holds(t, 31, anything(), func(rng *rand.Rand, w *world, worker assess.Worker) string {
		role := oneOf(rng, w.roles...)
		more, piece := worker, randomEvidence(rng, "new", anything())
		piece.Mode = assess.AtLeast
		more.Evidence = append(slices.Clone(worker.Evidence), piece)
		before, after := w.report(worker, role, today), w.report(more, role, today)
		if after.Assured < before.Assured || after.Met < before.Met {
			return fmt.Sprintf("assured %v of %d, then %v of %d", before.Assured, before.Met, after.Assured, after.Met)
		}
		return ""
	})
}

// TestA12SelfOnlyIsNeverMet: however often, however sure and on whatever scale a
// person says so, alone it is never enough. Exhaustive.
func TestA12SelfOnlyIsNeverMet(t *testing.T) {
	t.Parallel()
	for top := 1; top <= 6; top++ {
		w := newWorld(t, ladder(top), assess.DefaultPolicy())
		for _, n := range []int{1, 10, 500} {
			for _, r := range []float64{0.15, 0.5, 0.8, 0.95, 1} {
				for _, manyNames := range []bool{false, true} {
					worker := boaster(top, n, r, manyNames)
					if broken := metAnywhere(w, worker); broken != "" {
						t.Errorf("%d self ratings of reliability %v, many names %v: %s", n, r, manyNames, broken)
					}
				}
			}
		}
	}
}

// ladder has a role for every level of a scale, "R1" upwards.
func ladder(top int) ksb.Framework {
	f := ksb.Framework{ID: "ladder", Scales: scales(), Statements: []ksb.Statement{
		{ID: "S1", Code: "K1", Kind: ksb.Skill, Scale: scaleOf(top)},
	}}
	for k := 1; k <= top; k++ {
		id := ksb.RoleID(fmt.Sprint("R", k))
		f.Roles = append(f.Roles, ksb.Role{ID: id, Requirements: []ksb.Requirement{{Statement: "S1", Level: ksb.Level(k)}}})
	}
	return f
}

// boaster claims the top rung, in both modes in turn.
func boaster(top, n int, r float64, manyNames bool) assess.Worker {
	w := assess.Worker{}
	for i := range n {
		e := says(fmt.Sprint("e", i), "S1", assess.Self, float64(top), "", 0)
		e.Mode, e.Reliability = assess.Mode(1+i%2), r
		if manyNames {
			e.By = fmt.Sprint("me ", i)
		}
		w.Evidence = append(w.Evidence, e)
	}
	return w
}

func metAnywhere(w *world, worker assess.Worker) string {
	for _, role := range w.roles {
		r := w.report(worker, role, today)
		if r.Met > 0 || r.Gaps[0].Status != assess.NotEvidenced || len(r.Held.Levels) > 0 {
			return fmt.Sprintf("%s: %+v", role, r.Gaps[0])
		}
	}
	return ""
}
