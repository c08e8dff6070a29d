package rank

import (
	"math"
	"slices"
)

// Scratch is the memory that queries write on. The zero Scratch is ready; it may be used
// for any Index, one query at a time.
type Scratch struct {
	score   []float32 // by document; 0 for those that share nothing
	touched []uint32  // the others
	swept   int       // or, if above 0, they are somewhere among so many
	terms   []uint32
	query   []Weighted // the query's known terms, once each, in order
	asked   float32    // how many terms the query has
	keys    []uint64
}

// Hit is a document and its score.
type Hit struct {
	Doc   uint32
	Score float64
}

// reset forgets the last query.
func (s *Scratch) reset(docs int) {
	for _, doc := range s.touched {
		s.score[doc] = 0
	}
	s.touched = s.touched[:0]
	clear(s.score[:s.swept])
	s.swept = 0
	if len(s.score) < docs {
		s.score = append(s.score, make([]float32, docs-len(s.score))...)
	}
}

// grow makes room for a document.
func (s *Scratch) grow(doc uint32) {
	if int(doc) >= len(s.score) {
		s.score = append(s.score, make([]float32, int(doc)+1-len(s.score))...)
	}
}

func (s *Scratch) add(doc uint32, weight float32) {
	if s.score[doc] == 0 && weight != 0 {
		s.touched = append(s.touched, doc)
	}
	s.score[doc] += weight
}

// weigh sorts and counts the query's terms and gives each its weight.
func (s *Scratch) weigh(ix *Index, q Query) {
	s.terms = append(s.terms[:0], q.Terms...)
	slices.Sort(s.terms)
	s.asked = float32(len(q.Terms) + q.Unknown)
	s.query = s.query[:0]
	unknown := q.Unknown
	for i := 0; i < len(s.terms); {
		from, term := i, s.terms[i]
		for i < len(s.terms) && s.terms[i] == term {
			i++
		}
		if !ix.has(term) {
			unknown += i - from
			continue
		}
		s.query = append(s.query, Weighted{term, ix.weight(term, i-from)})
	}
	if ix.cosine {
		s.scale(ix, unknown)
	}
}

// has tells whether any document has the term.
func (ix *Index) has(term uint32) bool {
	return uint64(term)+1 < uint64(len(ix.start)) && ix.start[term] < ix.start[term+1]
}

// weight is what a term weighs in a query that has it n times.
func (ix *Index) weight(term uint32, n int) float32 {
	weight := float32(n)
	if ix.cosine {
		weight = float32(1 + math.Log(float64(n)))
	}
	if ix.asked != nil {
		weight = float32(weight * ix.asked[term])
	}
	return weight
}

// scale gives the query the length 1, its unknown terms included.
func (s *Scratch) scale(ix *Index, unknown int) {
	sum := float64(float64(unknown) * float64(ix.absent) * float64(ix.absent))
	for _, w := range s.query {
		sum += float64(float64(w.Weight) * float64(w.Weight))
	}
	if sum == 0 {
		return
	}
	by := float32(1 / math.Sqrt(sum))
	for i := range s.query {
		s.query[i].Weight = float32(s.query[i].Weight * by)
	}
}

// ScoreOf returns the score of a document for the last query; 0 if it shares no term.
func (s *Scratch) ScoreOf(doc uint32) float64 {
	if int(doc) < len(s.score) {
		return float64(s.score[doc])
	}
	return 0
}

// Top returns the k best documents of the last query that share a term with it: best
// first, equals by number. The result is the caller's.
func (s *Scratch) Top(k int) []Hit { return s.AppendTop(nil, k) }

// AppendTop appends to dst what Top returns.
func (s *Scratch) AppendTop(dst []Hit, k int) []Hit {
	b := s.best(k)
	for doc, score := range s.score[:s.swept] {
		if score > b.least && score != 0 {
			b.offer(uint32(doc), score)
		}
	}
	for _, doc := range s.touched {
		b.offer(doc, s.score[doc])
	}
	return b.appendTo(dst, s)
}

// each yields the documents that share a term with the last query.
func (s *Scratch) each(yield func(doc uint32)) {
	for doc, score := range s.score[:s.swept] {
		if score != 0 {
			yield(uint32(doc))
		}
	}
	for _, doc := range s.touched {
		yield(doc)
	}
}
