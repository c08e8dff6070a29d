package rank

import "math"

// The customary parameters of the measures.
const (
	SaturationBM25 = 1.2 // k1: how soon a repeated term stops counting
	LengthBM25     = 0.5 // b: how much a long document is held against itself
	SmoothingLMD   = 0.5 // mu of [Dirichlet] as a share of the mean length of documents
)

// BM25 is Okapi BM25 (Robertson and Walker 1994) with the never negative inverse
// document frequency ln(1 + (N-n+.5)/(n+.5)), b = .5.
func BM25(b *Bags) *Index { return b.invert().bm25() }

func (p *postings) bm25() *Index {
	mean := max(p.total()/float64(max(len(p.length), 1)), 1e-9)
	return p.index(func(term int) func(doc uint32, count float64) float64 {
		idf := p.idf(float64(p.frequency(term)))
		return func(doc uint32, count float64) float64 {
			held := float64(SaturationBM25 * (1 - LengthBM25 + float64(LengthBM25*p.length[doc])/mean))
			return float64(idf*count) * (SaturationBM25 + 1) / (count + held)
		}
	})
}

func (p *postings) idf(n float64) float64 {
	return math.Log1p((float64(len(p.length)) - n + .5) / (n + .5))
}

// Cosine is the cosine of the angle between the vectors of (1 + ln count) x idf of query
// and document (Salton and Buckley 1988): from 0, nothing shared, to 1, the same terms
// in the same proportions.
func Cosine(b *Bags) *Index {
	p := b.invert()
	norms := p.norms()
	ix := p.index(func(term int) func(doc uint32, count float64) float64 {
		idf := p.idf(float64(p.frequency(term)))
		return func(doc uint32, count float64) float64 { return float64(damped(count)*idf) / norms[doc] }
	})
	ix.cosine, ix.absent = true, float32(p.idf(0))
	ix.asked = make([]float32, len(p.start)-1)
	for t := range ix.asked {
		ix.asked[t] = float32(p.idf(float64(p.frequency(t))))
	}
	return ix
}

// damped lets repeats count less and less, and parts of one no more than they are.
func damped(count float64) float64 {
	if count < 1 {
		return count
	}
	return 1 + math.Log(count)
}

// norms are the lengths of the documents' vectors.
func (p *postings) norms() []float64 {
	norms := make([]float64, len(p.length))
	for t := range len(p.start) - 1 {
		idf := p.idf(float64(p.frequency(t)))
		for i := p.start[t]; i < p.start[t+1]; i++ {
			w := float64(damped(float64(p.count[i])) * idf)
			norms[p.docs[i]] += float64(w * w)
		}
	}
	for doc, sum := range norms {
		norms[doc] = math.Sqrt(sum)
	}
	return norms
}

// Dirichlet is the log likelihood of the query under the document's language model with
// Dirichlet smoothing (Zhai and Lafferty 2004), less what it is for a document without
// any of its terms: the sum of ln(1 + count/(mu p)) over the shared terms, and of
// ln(mu/(mu+length)) over all. Mu is half the mean length of documents.
func Dirichlet(b *Bags) *Index {
	p := b.invert()
	total := max(p.total(), 1e-9)
	mu := max(float64(SmoothingLMD*total)/float64(max(len(p.length), 1)), 1e-9)
	ix := p.index(func(term int) func(doc uint32, count float64) float64 {
		share := float64(mu * p.mass(term) / total)
		return func(doc uint32, count float64) float64 { return math.Log1p(count / share) }
	})
	ix.prior = make([]float32, len(p.length))
	for doc, length := range p.length {
		ix.prior[doc] = float32(math.Log(mu / (mu + length)))
	}
	return ix
}

// mass is how often the term stands in all documents together.
func (p *postings) mass(term int) (sum float64) {
	for i := p.start[term]; i < p.start[term+1]; i++ {
		sum += float64(p.count[i])
	}
	return sum
}

// index freezes what each term adds to each document.
func (p *postings) index(measure func(term int) func(doc uint32, count float64) float64) *Index {
	ix := &Index{start: p.start, docs: p.docs, impact: make([]float32, len(p.docs)), size: len(p.length)}
	for t := range len(p.start) - 1 {
		adds := measure(t)
		for i := p.start[t]; i < p.start[t+1]; i++ {
			ix.impact[i] = float32(adds(p.docs[i], float64(p.count[i])))
		}
	}
	return ix
}
