package rank_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// corpus is a set of documents as maps of counts: the plain second way to everything.
type corpus []map[uint32]float64

func (c corpus) idf(term uint32) float64 {
	n := 0.0
	for _, doc := range c {
		if doc[term] > 0 {
			n++
		}
	}
	return math.Log(1 + (float64(len(c))-n+.5)/(n+.5))
}

func (c corpus) size(doc int) (sum float64) {
	for _, n := range c[doc] { // any order: the sum is compared within a tolerance
		sum += n
	}
	return sum
}

func (c corpus) mean() (mean float64) {
	for doc := range c {
		mean += c.size(doc) / float64(len(c))
	}
	return mean
}

func counted(terms []uint32) map[uint32]float64 {
	counts := map[uint32]float64{}
	for _, term := range terms {
		counts[term]++
	}
	return counts
}

func (c corpus) bm25(doc int, q rank.Query) (score float64) {
	for term, times := range counted(q.Terms) { // any order: likewise
		if n := c[doc][term]; n > 0 {
			score += times * c.idf(term) * n * 2.2 / (n + 1.2*(.5+.5*c.size(doc)/c.mean()))
		}
	}
	return score
}

func weightOf(n, idf float64) float64 {
	if n > 1 {
		n = 1 + math.Log(n)
	}
	return n * idf
}

func (c corpus) cosine(doc int, q rank.Query) float64 {
	asked := counted(q.Terms)
	var product, one, two float64
	unseen := float64(q.Unknown)
	for term, times := range asked { // any order: likewise
		w := weightOf(times, c.idf(term))
		if c.absent(term) {
			unseen += times
			continue
		}
		one += w * w
		product += w * weightOf(c[doc][term], c.idf(term))
	}
	one += unseen * math.Pow(c.idf(math.MaxUint32), 2)
	for term, n := range c[doc] { // any order: likewise
		two += math.Pow(weightOf(n, c.idf(term)), 2)
	}
	if product == 0 {
		return 0
	}
	return product / math.Sqrt(one*two)
}

func (c corpus) absent(term uint32) bool {
	return !slices.ContainsFunc(c, func(doc map[uint32]float64) bool { return doc[term] > 0 })
}

// dirichlet is 0 for a document that shares no term.
func (c corpus) dirichlet(doc int, q rank.Query) (score float64) {
	mu, total := c.mean()/2, c.mean()*float64(len(c))
	shares := false
	for _, term := range q.Terms {
		all := 0.0
		for _, d := range c {
			all += d[term]
		}
		if n := c[doc][term]; n > 0 {
			shares = true
			score += math.Log(1 + n/(mu*all/total))
		}
	}
	if !shares {
		return 0
	}
	return score + float64(len(q.Terms)+q.Unknown)*math.Log(mu/(mu+c.size(doc)))
}

// random returns the same documents for the oracle and for the rankers.
func random(seed uint64) (c corpus, bags *rank.Bags, q rank.Query) {
	r := rand.New(rand.NewPCG(seed, 1))
	bags = &rank.Bags{}
	for doc := range 1 + r.IntN(40) {
		c = append(c, map[uint32]float64{})
		bags.Add(uint32(doc), 1)
		for range r.IntN(4) {
			weight := []float32{1, 1, .25, 2}[r.IntN(4)]
			terms := someTerms(r)
			bags.Add(uint32(doc), weight, terms...)
			for _, term := range terms {
				c[doc][term] += float64(weight)
			}
		}
	}
	return c, bags, rank.Query{Terms: someTerms(r), Unknown: r.IntN(3)}
}

// someTerms are few and skewed, so that they repeat and meet.
func someTerms(r *rand.Rand) (terms []uint32) {
	for range r.IntN(8) {
		terms = append(terms, uint32(r.ExpFloat64()*6))
	}
	return terms
}

// TestAgainstTheFormulas: each measure agrees with its formula written out over maps.
func TestAgainstTheFormulas(t *testing.T) {
	for seed := range uint64(400) {
		c, bags, q := random(seed)
		for _, m := range []struct {
			name  string
			index *rank.Index
			of    func(doc int, q rank.Query) float64
		}{{"bm25", rank.BM25(bags), c.bm25}, {"cosine", rank.Cosine(bags), c.cosine}, {"dirichlet", rank.Dirichlet(bags), c.dirichlet}} {
			var s rank.Scratch
			m.index.Score(&s, q)
			for doc := range c {
				if got, want := s.ScoreOf(uint32(doc)), m.of(doc, q); math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
					t.Fatalf("seed %d: %s of document %d is %g, expected %g", seed, m.name, doc, got, want)
				}
			}
		}
	}
}

// TestRefineAgainstMaps: one pass of descent, written out over maps.
func TestRefineAgainstMaps(t *testing.T) {
	for seed := range uint64(200) {
		c, bags, q := random(seed)
		r := rand.New(rand.NewPCG(seed, 8))
		var asked []rank.Answered
		for range r.IntN(90) { // fewer than the stride: they are taken in order
			asked = append(asked, rank.Answered{Doc: uint32(r.IntN(len(c))), Terms: someTerms(r)})
		}
		weights := c.refined(asked)
		var s rank.Scratch
		rank.Refine(bags, asked).Score(&s, q)
		for doc := range c {
			want := 0.0
			for term, times := range counted(q.Terms) { // any order: likewise
				want += times * weights[doc][term]
			}
			if got := s.ScoreOf(uint32(doc)); math.Abs(got-want) > 1e-4*(1+want) {
				t.Fatalf("seed %d: document %d scores %g, expected %g", seed, doc, got, want)
			}
		}
	}
}

// refined are the weights of each document's terms.
func (c corpus) refined(asked []rank.Answered) (weights []map[uint32]float64) {
	for doc := range c {
		weights = append(weights, map[uint32]float64{})
		for term := range c[doc] { // any order: each is set once
			weights[doc][term] = c.bm25(doc, rank.Query{Terms: []uint32{term}}) / 2
		}
	}
	for _, a := range asked {
		held := counted(a.Terms)
		counts := func(doc int, term uint32) bool {
			return c[doc][term] > 0 && (uint32(doc) != a.Doc || c[doc][term] > held[term])
		}
		share, sum, right := make([]float64, len(c)), 0.0, false
		for doc := range c {
			score, shares := 0.0, false
			for term := range held { // any order: compared within a tolerance
				if counts(doc, term) {
					score, shares = score+weights[doc][term], true
				}
			}
			if shares {
				share[doc] = math.Exp(score)
				sum += share[doc]
				right = right || uint32(doc) == a.Doc
			}
		}
		for doc := range c {
			for term := range held { // any order: each is changed once
				if right && counts(doc, term) {
					step := -.5 * share[doc] / sum
					if uint32(doc) == a.Doc {
						step += .5
					}
					weights[doc][term] = max(weights[doc][term]+step, 0)
				}
			}
		}
	}
	return weights
}

// TestTopAgainstSorting: the best are what sorting all scores gives, however many are asked
// for.
func TestTopAgainstSorting(t *testing.T) {
	var s rank.Scratch // one for all, as it is used
	for seed := range uint64(400) {
		c, bags, q := random(seed)
		ix := rank.BM25(bags)
		ix.Score(&s, q)
		var want []rank.Hit
		for doc := range c {
			if score := s.ScoreOf(uint32(doc)); score != 0 {
				want = append(want, rank.Hit{Doc: uint32(doc), Score: score})
			}
		}
		slices.SortFunc(want, func(a, b rank.Hit) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Doc, b.Doc))
		})
		for k := range len(want) + 2 {
			if diff := gocmp.Diff(want[:min(k, len(want))], s.Top(k), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, %d best (-want +got):\n%s", seed, k, diff)
			}
		}
	}
}

// TestFuseAgainstMaps: fusion agrees with the mean of stretched scores over maps.
func TestFuseAgainstMaps(t *testing.T) {
	var s rank.Scratch
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 2))
		rankings, depth := someRankings(r), 1+r.IntN(6)
		want := map[uint32]float64{}
		for _, hits := range rankings {
			hits = hits[:min(depth, len(hits))]
			for _, h := range hits {
				share := 1.0
				if high, low := hits[0].Score, hits[len(hits)-1].Score; high > low {
					share = max((h.Score-low)/(high-low), 1e-6)
				}
				want[h.Doc] += share / float64(len(rankings))
			}
		}
		got := rank.Fuse(&s, depth, 100, rankings...)
		if len(got) != len(want) || !slices.IsSortedFunc(got, rank.Hit.Compare) {
			t.Fatalf("seed %d: %v, expected %v", seed, got, want)
		}
		for _, h := range got {
			if math.Abs(h.Score-want[h.Doc]) > 1e-6 {
				t.Fatalf("seed %d: %v, expected %v", seed, got, want)
			}
		}
	}
}

func someRankings(r *rand.Rand) (rankings [][]rank.Hit) {
	for range 1 + r.IntN(4) {
		var hits []rank.Hit
		for _, doc := range r.Perm(12)[:r.IntN(9)] {
			hits = append(hits, rank.Hit{Doc: uint32(doc), Score: float64(r.IntN(20)) - 5})
		}
		slices.SortFunc(hits, rank.Hit.Compare)
		rankings = append(rankings, hits)
	}
	return rankings
}

// TestVotesAndBestAgainstMaps: owners get the sum, and the best, of what they own.
func TestVotesAndBestAgainstMaps(t *testing.T) {
	var s rank.Scratch
	owners := func(doc uint32) []uint32 { return []uint32{doc % 3, 10 + doc%2}[:1+doc%2] }
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 3))
		var hits []rank.Hit
		sum, best := map[uint32]float64{}, map[uint32]float64{}
		for _, doc := range r.Perm(12)[:r.IntN(12)] {
			h := rank.Hit{Doc: uint32(doc), Score: 1 + float64(r.IntN(8))}
			hits = append(hits, h)
			for _, o := range owners(h.Doc) {
				sum[o] += h.Score
				best[o] = max(best[o], h.Score)
			}
		}
		slices.SortFunc(hits, rank.Hit.Compare)
		for _, c := range []struct {
			got  []rank.Hit
			want map[uint32]float64
		}{{rank.Votes(nil, &s, hits, owners, 99), sum}, {rank.Best(nil, &s, hits, owners, 99), best}} {
			got := map[uint32]float64{}
			for _, h := range c.got {
				got[h.Doc] = h.Score
			}
			if diff := gocmp.Diff(c.want, got); diff != "" || !slices.IsSortedFunc(c.got, rank.Hit.Compare) {
				t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
			}
		}
	}
}
