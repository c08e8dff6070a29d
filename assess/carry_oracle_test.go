package assess_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestCarriedIsSaidThere is the oracle: a carried piece is a piece of that relevance that
// names the statement itself. Written out so, without links, the numbers are the same.
func TestCarriedIsSaidThere(t *testing.T) {
	t.Parallel()
	moved := 0
	carryTry(t, 204, habits{until: true, overrides: true}, func(_ *rand.Rand, w *world, links []ksb.Link, worker assess.Worker) string {
		plain := *w
		plain.engine = w.engine.Carrying(nil)
		before := plain.report(worker, "R2", today) // R2 asks for every statement
		if before.Basis.Policy.Inference > 0 {
			return "" // from what is written out more would be inferred
		}
		out := writtenOut(w, before, links, worker)
		moved += len(out.Evidence) - len(worker.Evidence)
		for _, role := range w.roles {
			got, want := w.report(worker, role, today), plain.report(out, role, today)
			for i := range want.Gaps {
				if broken := sameLedger(&want.Gaps[i], gapOf(got, want.Gaps[i].Statement)); broken != "" {
					return broken
				}
			}
			if diff := cmp.Diff(want.Held, got.Held, cmpopts.EquateApprox(0, slack)); diff != "" {
				return diff
			}
		}
		return ""
	})
	require.Greater(t, moved, 300)
}

// writtenOut adds to the evidence what links carry, piece by piece.
func writtenOut(w *world, before *assess.Report, links []ksb.Link, worker assess.Worker) assess.Worker {
	out := worker
	out.Evidence = slices.Clone(worker.Evidence)
	for _, to := range w.framework.Statements {
		for _, e := range worker.Evidence {
			at, best := -1, 0.0
			for i, ref := range e.Statements {
				from := ksb.StatementID(ref.ID)
				if left := leftOver(links, from, to.ID); left > best && sameRungs(w, from, to.ID) && countsIn(before, e.ID, from) {
					at, best = i, left
				}
			}
			if at < 0 || slices.ContainsFunc(e.Statements, func(r assess.StatementRef) bool { return r.ID == string(to.ID) }) {
				continue
			}
			e.Statements = []assess.StatementRef{{ID: string(to.ID), Level: e.Statements[at].Level}}
			if e.Relevance == 0 {
				e.Relevance = 1
			}
			e.Relevance *= best
			out.Evidence = append(out.Evidence, e)
		}
	}
	return out
}

// leftOver is the most that the links leave of a piece between two statements.
func leftOver(links []ksb.Link, from, to ksb.StatementID) (most float64) {
	there := map[ksb.Relation]float64{ksb.Exact: 1, ksb.Close: .75, ksb.Narrow: .5}
	back := map[ksb.Relation]float64{ksb.Exact: 1, ksb.Close: .75, ksb.Broad: .5}
	for _, l := range links {
		if l.Confirmed && l.From == from && l.To == to {
			most = max(most, there[l.Relation])
		}
		if l.Confirmed && l.To == from && l.From == to {
			most = max(most, back[l.Relation])
		}
	}
	return most
}

func sameRungs(w *world, a, b ksb.StatementID) bool {
	m, _ := w.ix.NumberOf(a)
	n, _ := w.ix.NumberOf(b)
	return slices.Equal(w.ix.ScaleAt(m).Rungs, w.ix.ScaleAt(n).Rungs)
}

// countsIn tells whether a piece stands among the parts of the statement that it names.
func countsIn(r *assess.Report, evidence string, statement ksb.StatementID) bool {
	return slices.ContainsFunc(gapOf(r, statement).Parts, func(p assess.Part) bool { return p.Evidence == evidence })
}
