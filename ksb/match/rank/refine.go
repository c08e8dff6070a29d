package rank

import (
	"math"
	"slices"
)

// Answered is a query whose right document is known, because the document holds it.
type Answered struct {
	Doc   uint32
	Terms []uint32
}

// The parameters of [Refine]: how much of BM25 it starts from, and how far it goes at each
// query.
const (
	refineFrom = .5
	refineRate = .5
)

// Refine is BM25 with its weights sharpened by one pass over queries whose documents are
// known. Each query is asked as if its document did not hold it: what its terms add there
// for its sake alone is left out. The scores are read as probabilities (softmax), and the
// weights are moved by the gradient of the logarithm of the right one (one step of
// stochastic descent), never below 0. So a term counts more where it tells documents apart.
//
// The pass takes the queries with a stride, so that those of one document do not follow
// each other; the same bags and queries give the same weights.
func Refine(b *Bags, asked []Answered) *Index {
	p := b.invert()
	ix := p.bm25()
	for i, weight := range ix.impact {
		ix.impact[i] = float32(refineFrom * weight)
	}
	r := refiner{postings: p, impact: ix.impact, score: make([]float64, len(p.length))}
	const stride = 97
	for from := range min(stride, len(asked)) {
		for i := from; i < len(asked); i += stride {
			r.learn(asked[i])
		}
	}
	return ix
}

// refiner is what the pass works on.
type refiner struct {
	*postings
	impact  []float32
	score   []float64 // by document; 0 but for the touched
	touched []uint32
	terms   []uint32
	counted []counted
}

// counted is a term of the query and how often it stands there.
type counted struct {
	term  uint32
	times float32
}

func (r *refiner) learn(a Answered) {
	r.count(a.Terms)
	r.each(a.Doc, func(i uint32) {
		doc := r.docs[i]
		if r.score[doc] == 0 {
			r.touched = append(r.touched, doc)
		}
		r.score[doc] += float64(r.impact[i]) + 1e-12 // never 0 again
	})
	if a.Doc < uint32(len(r.score)) && r.score[a.Doc] != 0 {
		r.blame(a.Doc)
		r.each(a.Doc, func(i uint32) {
			r.impact[i] = max(r.impact[i]+float32(r.score[r.docs[i]]), 0)
		})
	}
	for _, doc := range r.touched {
		r.score[doc] = 0
	}
	r.touched = r.touched[:0]
}

// count sorts the terms and counts each; those that no document has are left out.
func (r *refiner) count(terms []uint32) {
	r.terms = append(r.terms[:0], terms...)
	slices.Sort(r.terms)
	r.counted = r.counted[:0]
	for i, term := range r.terms {
		switch {
		case uint64(term)+1 >= uint64(len(r.start)):
		case i > 0 && r.terms[i-1] == term:
			r.counted[len(r.counted)-1].times++
		default:
			r.counted = append(r.counted, counted{term, 1})
		}
	}
}

// each yields the places of the query's terms, but for those that the right document has
// from this query alone.
func (r *refiner) each(right uint32, yield func(i uint32)) {
	for _, c := range r.counted {
		for i := r.start[c.term]; i < r.start[c.term+1]; i++ {
			if r.docs[i] != right || r.postings.count[i] > c.times {
				yield(i)
			}
		}
	}
}

// blame turns scores into the steps that the weights behind them are to take: up for the
// right document, down for each in proportion to its probability.
func (r *refiner) blame(right uint32) {
	top, sum := 0.0, 0.0
	for _, doc := range r.touched {
		top = max(top, r.score[doc])
	}
	for _, doc := range r.touched {
		r.score[doc] = math.Exp(r.score[doc] - top)
		sum += r.score[doc]
	}
	for _, doc := range r.touched {
		r.score[doc] = float64(-refineRate / sum * r.score[doc])
	}
	r.score[right] += refineRate
}
