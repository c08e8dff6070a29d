package rank_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// small has three documents over the terms 0 to 4; document 1 is empty.
func small() *rank.Bags {
	var b rank.Bags
	b.Add(0, 1, 0, 1, 1, 2)
	b.Add(1, 1)
	b.Add(2, 1, 2, 3, 4)
	return &b
}

// TestQueries: what is found, by every measure.
func TestQueries(t *testing.T) {
	cases := []struct {
		q    rank.Query
		want []uint32
		why  string
	}{
		{rank.Query{Terms: []uint32{3}}, []uint32{2}, "one document has it"},
		{rank.Query{Terms: []uint32{1, 3, 4}}, []uint32{2, 0}, "two shared terms beat one that repeats"},
		{rank.Query{Terms: []uint32{9}}, nil, "no term of the index"},
		{rank.Query{Terms: []uint32{math.MaxUint32}}, nil, "nor is the highest number"},
		{rank.Query{Terms: []uint32{3, 9}, Unknown: 2}, []uint32{2}, "what nobody knows does not stop the rest"},
		{rank.Query{}, nil, "nothing asked, nothing found"},
	}
	for name, ix := range map[string]*rank.Index{"bm25": rank.BM25(small()), "cosine": rank.Cosine(small()), "dirichlet": rank.Dirichlet(small())} {
		for _, c := range cases {
			var s rank.Scratch
			ix.Score(&s, c.q)
			var got []uint32
			for _, h := range s.Top(9) {
				got = append(got, h.Doc)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s of %v: %s (-want +got):\n%s", name, c.q, c.why, diff)
			}
		}
	}
}

func TestNothingIndexed(t *testing.T) {
	for _, ix := range []*rank.Index{rank.BM25(&rank.Bags{}), rank.Cosine(&rank.Bags{}), rank.Dirichlet(&rank.Bags{})} {
		var s rank.Scratch
		ix.Score(&s, rank.Query{Terms: []uint32{0, 7}, Unknown: 1})
		require.Empty(t, s.Top(3))
		require.Zero(t, ix.Docs())
	}
}

// TestCosineIsAbsolute: 1 for the document itself, and less the more of the query is
// unknown.
func TestCosineIsAbsolute(t *testing.T) {
	ix := rank.Cosine(small())
	var s rank.Scratch
	ix.Score(&s, rank.Query{Terms: []uint32{1, 2, 0, 1}})
	require.InDelta(t, 1, s.ScoreOf(0), 1e-6, "the same terms, in another order")
	ix.Score(&s, rank.Query{Terms: []uint32{1, 2, 0, 1}, Unknown: 1})
	part := s.ScoreOf(0)
	require.Less(t, part, .95)
	ix.Score(&s, rank.Query{Terms: []uint32{1, 2, 0, 1, 77}})
	require.Equal(t, part, s.ScoreOf(0), "a number that is no term is unknown")
}

// TestTiesGoByNumber: equals are in the order of their numbers, also where the limit cuts.
func TestTiesGoByNumber(t *testing.T) {
	for _, docs := range []int{5, 500} { // few and many: the two ways to add up
		var b rank.Bags
		for doc := range docs {
			b.Add(uint32(docs-1-doc), 1, 0, uint32(1+doc))
		}
		var s rank.Scratch
		rank.BM25(&b).Score(&s, rank.Query{Terms: []uint32{0}})
		for i, h := range s.Top(4) {
			require.Equal(t, uint32(i), h.Doc)
		}
	}
}

// TestOrderOfAddingDoesNotShow: documents and their parts may come in any order.
func TestOrderOfAddingDoesNotShow(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 5))
		parts := make([][]uint32, 30)
		for i := range parts {
			parts[i] = someTerms(r)
		}
		q := rank.Query{Terms: someTerms(r)}
		var want []rank.Hit
		for try := range 3 {
			var b rank.Bags
			for _, i := range r.Perm(len(parts)) {
				b.Add(uint32(i/2), 1, parts[i]...)
			}
			var s rank.Scratch
			rank.Cosine(&b).Score(&s, q)
			if got := s.Top(10); try == 0 {
				want = got
			} else if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d (-first +another order):\n%s", seed, diff)
			}
		}
	}
}

// TestExplanationAddsUp: what the terms add is the score; of a language model, but for what
// the length takes away.
func TestExplanationAddsUp(t *testing.T) {
	for seed := range uint64(200) {
		_, bags, q := random(seed)
		for _, ix := range []*rank.Index{rank.BM25(bags), rank.Cosine(bags)} {
			var s, other rank.Scratch
			ix.Score(&s, q)
			for _, h := range s.Top(5) {
				sum := 0.0
				for _, w := range ix.Explain(nil, &other, q, h.Doc) {
					require.Contains(t, q.Terms, w.Term)
					sum += float64(w.Weight)
				}
				require.InDelta(t, h.Score, sum, 1e-4)
			}
		}
	}
}

// TestManyAskAtOnce: an Index is only read.
func TestManyAskAtOnce(t *testing.T) {
	_, bags, q := random(11)
	ix := rank.BM25(bags)
	var s rank.Scratch
	ix.Score(&s, q)
	want := s.Top(5)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var s rank.Scratch
			for range 50 {
				if ix.Score(&s, q); !cmp.Equal(want, s.Top(5)) {
					t.Error("another answer")
				}
			}
		})
	}
	all.Wait()
}

func TestRarity(t *testing.T) {
	ix := rank.Cosine(small())
	require.Greater(t, ix.Rarity(0), ix.Rarity(2), "one document has 0, two have 2")
	require.Greater(t, ix.Absent(), ix.Rarity(0), "nobody has it: the rarest")
	require.Equal(t, ix.Absent(), ix.Rarity(99))
	require.Equal(t, 1.0, rank.BM25(small()).Rarity(0), "weighs terms in documents only")
}

// TestRefineTellsApart: a term that stands in the queries of one document and in the text of
// two comes to count more for the first.
func TestRefineTellsApart(t *testing.T) {
	var b rank.Bags
	b.Add(0, 1, 0, 0, 0, 1, 1, 2)
	b.Add(1, 1, 0, 0, 0, 3, 3, 4)
	asked := []rank.Answered{{Doc: 0, Terms: []uint32{0, 1}}, {Doc: 0, Terms: []uint32{0, 2}}, {Doc: 0, Terms: []uint32{0, 99}}, {Doc: 9, Terms: []uint32{0}}}
	var s rank.Scratch
	rank.BM25(&b).Score(&s, rank.Query{Terms: []uint32{0}})
	require.Equal(t, s.ScoreOf(0), s.ScoreOf(1))
	rank.Refine(&b, asked).Score(&s, rank.Query{Terms: []uint32{0}})
	require.Greater(t, s.ScoreOf(0), s.ScoreOf(1))
}

func TestLargest(t *testing.T) {
	var s rank.Scratch
	got := rank.Largest(nil, &s, []rank.Hit{{Doc: 3, Score: 1}, {Doc: 1, Score: 2}, {Doc: 2, Score: 2}}, 2)
	require.Equal(t, []rank.Hit{{Doc: 1, Score: 2}, {Doc: 2, Score: 2}}, got)
}

// TestLargestAgainstSorting: also of negative scores, and when all but the best are thrown
// out many times.
func TestLargestAgainstSorting(t *testing.T) {
	var s rank.Scratch
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 9))
		var hits []rank.Hit
		for _, doc := range r.Perm(r.IntN(2000)) {
			hits = append(hits, rank.Hit{Doc: uint32(doc), Score: float64(r.IntN(300) - 150)})
		}
		k := r.IntN(20)
		got := rank.Largest(nil, &s, hits, k)
		slices.SortFunc(hits, rank.Hit.Compare)
		if diff := cmp.Diff(hits[:min(k, len(hits))], got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("seed %d, %d best (-want +got):\n%s", seed, k, diff)
		}
	}
}

// FuzzScore: whatever terms are asked for, scores are finite and only shared terms score.
func FuzzScore(f *testing.F) {
	f.Add([]byte{0, 1, 2}, 0)
	f.Add([]byte{255, 255}, 3)
	f.Add([]byte{}, -1)
	cosine, bm25, model := rank.Cosine(small()), rank.BM25(small()), rank.Dirichlet(small())
	f.Fuzz(func(t *testing.T, terms []byte, unknown int) {
		q := rank.Query{Unknown: max(unknown, 0)}
		for _, b := range terms {
			q.Terms = append(q.Terms, uint32(b))
		}
		var s rank.Scratch
		for _, ix := range []*rank.Index{cosine, bm25, model} {
			ix.Score(&s, q)
			for _, h := range s.Top(9) {
				if math.IsNaN(h.Score) || math.IsInf(h.Score, 0) || h.Doc == 1 {
					t.Fatalf("%v scores %g", q, h.Score)
				}
			}
		}
	})
}
