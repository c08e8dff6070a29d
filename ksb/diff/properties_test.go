package diff_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// each runs a test on random pairs of frameworks.
func each(t *testing.T, test func(t *testing.T, random *rand.Rand, from, to ksb.Framework, o diff.Options)) {
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 7))
		o := diff.Options{PositionalIDs: random.IntN(3) == 0}
		test(t, random, loose(random), loose(random), o)
		if t.Failed() {
			t.Fatal("seed", seed)
		}
	}
}

func loose(random *rand.Rand) ksb.Framework { return randomFramework(random, 9) }

func TestAnEditionDoesNotDifferFromItself(t *testing.T) {
	each(t, func(t *testing.T, _ *rand.Rand, from, _ ksb.Framework, o diff.Options) {
		if o.PositionalIDs {
			return // without IDs two texts without words are nobody's
		}
		c := compared(t, from, from, o)
		require.True(t, c.Empty())
		require.Empty(t, allFacets(c))
		for _, fate := range c.Carry() {
			require.Equal(t, diff.Carried, fate.Outcome)
		}
	})
}

func TestOrderOfInputDoesNotShow(t *testing.T) {
	each(t, func(t *testing.T, random *rand.Rand, from, to ksb.Framework, o diff.Options) {
		want, err := json.Marshal(compared(t, from, to, o))
		require.NoError(t, err)
		got, err := json.Marshal(compared(t, shuffled(random, from), shuffled(random, to), o))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	})
}

// link is a pair of statements without its direction.
type link struct {
	From, To   ksb.StatementID
	By         diff.Match
	Similarity float64
}

func links(c diff.Changes) (list []link) {
	for _, p := range c.Statements {
		l := link{By: p.By, Similarity: p.Similarity}
		if p.From != nil {
			l.From = p.From.ID
		}
		if p.To != nil {
			l.To = p.To.ID
		}
		list = append(list, l)
	}
	return list
}

func TestSwappingTurnsEverythingAround(t *testing.T) {
	around := func(t diff.Tally) diff.Tally {
		t.From, t.To, t.Added, t.Removed = t.To, t.From, t.Removed, t.Added
		return t
	}
	each(t, func(t *testing.T, _ *rand.Rand, from, to ksb.Framework, o diff.Options) {
		there, back := compared(t, from, to, o), compared(t, to, from, o)
		want := links(there)
		for i := range want {
			want[i].From, want[i].To = want[i].To, want[i].From
		}
		byID := cmpopts.SortSlices(func(a, b link) bool { return a.From+"|"+a.To < b.From+"|"+b.To })
		if diff := cmp.Diff(want, links(back), byID); diff != "" {
			t.Error(diff)
		}
		counts := back.Counts
		counts.Statements, counts.Duties, counts.Options, counts.Gates = around(counts.Statements), around(counts.Duties), around(counts.Options), around(counts.Gates)
		if diff := cmp.Diff(there.Counts, counts); diff != "" {
			t.Error(diff)
		}
	})
}

func TestEveryStatementHasOneFate(t *testing.T) {
	each(t, func(t *testing.T, _ *rand.Rand, from, to ksb.Framework, o diff.Options) {
		older, newer := map[ksb.StatementID]int{}, map[ksb.StatementID]int{}
		c := compared(t, from, to, o)
		for _, fate := range c.Carry() {
			older[fate.From]++
			newer[fate.To]++
			require.Equal(t, fate.From == "", fate.Outcome == diff.Asked)
			require.Equal(t, fate.To == "", fate.Outcome == diff.Lost)
		}
		delete(older, "")
		delete(newer, "")
		require.Len(t, older, len(from.Statements))
		require.Len(t, newer, len(to.Statements))
		for id, times := range older {
			require.Equal(t, 1, times, id)
		}
		for id, times := range newer {
			require.Equal(t, 1, times, id)
		}
	})
}

func TestCountsAddUp(t *testing.T) {
	each(t, func(t *testing.T, _ *rand.Rand, from, to ksb.Framework, o diff.Options) {
		n := compared(t, from, to, o).Counts
		require.Equal(t, len(from.Statements), n.Statements.From)
		require.Equal(t, len(to.Statements), n.Statements.To)
		for _, x := range []diff.Tally{n.Statements, n.Duties, n.Options, n.Gates} {
			require.Equal(t, x.From, x.Same+x.Changed+x.Proposed+x.Removed)
			require.Equal(t, x.To, x.Same+x.Changed+x.Proposed+x.Added)
		}
	})
}

// What is proposed is alike enough, and no two statements that are left over could have
// been proposed.
func TestProposalsLeaveNothingOver(t *testing.T) {
	each(t, func(t *testing.T, _ *rand.Rand, from, to ksb.Framework, o diff.Options) {
		c := compared(t, from, to, o)
		m := measure(from, to)
		for _, p := range c.Statements {
			require.False(t, p.By == diff.ByWords && p.Similarity < diff.ProposeAt)
			for _, q := range c.Statements {
				if p.To == nil && q.From == nil && p.From.Kind == q.To.Kind && p.From.Text != "" && q.To.Text != "" {
					require.Less(t, m.Similarity(p.From.Text, q.To.Text), diff.ProposeAt)
				}
			}
		}
	})
}

// measure is that of the statements of two frameworks.
func measure(from, to ksb.Framework) *diff.Measure {
	var texts []string
	for _, f := range []ksb.Framework{from, to} {
		for _, s := range f.Statements {
			texts = append(texts, s.Text)
		}
	}
	return diff.NewMeasure(texts...)
}
