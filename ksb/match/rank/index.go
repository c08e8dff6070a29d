package rank

import "slices"

// Index holds what every term adds to every document that has it.
type Index struct {
	start  []uint32
	docs   []uint32
	impact []float32
	asked  []float32 // what the term weighs in a query; nil: 1
	absent float32   // what a term that no document has weighs in a query
	cosine bool      // queries are scaled to length 1, and a repeated term counts 1 + log n
	prior  []float32 // what a document gets for every term of the query, had or not; nil: nothing
	size   int
}

// Query is what is asked: terms, in any order and with repeats, and how many others
// there are that no document can have.
type Query struct {
	Terms   []uint32
	Unknown int
}

// Docs is how many documents there are.
func (ix *Index) Docs() int { return ix.size }

// Score weighs every document that shares a term with the query; the result stays in s
// until its next use. Terms that no document has count as unknown.
func (ix *Index) Score(s *Scratch, q Query) {
	s.reset(ix.size)
	s.weigh(ix, q)
	if ix.places(s.query) > ix.size/4 {
		ix.sweep(s)
	} else {
		ix.visit(s)
	}
	if ix.prior != nil {
		s.each(func(doc uint32) { s.score[doc] += float32(s.asked * ix.prior[doc]) })
	}
}

// places is how many postings the terms have together.
func (ix *Index) places(terms []Weighted) (n int) {
	for _, w := range terms {
		n += int(ix.start[w.Term+1] - ix.start[w.Term])
	}
	return n
}

// visit adds up the scores and notes which documents have one: best if they are few.
func (ix *Index) visit(s *Scratch) {
	for _, w := range s.query {
		from, to := ix.start[w.Term], ix.start[w.Term+1]
		impact := ix.impact[from:to]
		for i, doc := range ix.docs[from:to] {
			s.add(doc, float32(w.Weight*impact[i]))
		}
	}
}

// sweep adds up the scores and notes nothing: best if most documents get one.
func (ix *Index) sweep(s *Scratch) {
	s.swept = ix.size
	score := s.score
	for _, w := range s.query {
		from, to := ix.start[w.Term], ix.start[w.Term+1]
		docs := ix.docs[from:to]
		impact := ix.impact[from:to][:len(docs)]
		weight := w.Weight
		for i, doc := range docs {
			score[doc] += float32(weight * impact[i])
		}
	}
}

// Rarity is what one occurrence of a term weighs in a query before scaling: in a
// [Cosine] the inverse document frequency, of a term that no document has the highest of
// all. In the other measures every term weighs 1.
func (ix *Index) Rarity(term uint32) float64 {
	switch {
	case ix.asked == nil:
		return 1
	case int(term) < len(ix.asked):
		return float64(ix.asked[term])
	}
	return float64(ix.absent)
}

// Absent is the Rarity of a term that no document has.
func (ix *Index) Absent() float64 { return ix.Rarity(^uint32(0)) }

// Weighted is a term and what it adds.
type Weighted struct {
	Term   uint32
	Weight float32
}

// Explain appends to dst what each term of the query adds to the score of a document, in
// the order of terms. What a measure gives a document for its size is not among it.
func (ix *Index) Explain(dst []Weighted, s *Scratch, q Query, doc uint32) []Weighted {
	s.weigh(ix, q)
	for _, w := range s.query {
		from := ix.start[w.Term]
		at, found := slices.BinarySearch(ix.docs[from:ix.start[w.Term+1]], doc)
		if found {
			dst = append(dst, Weighted{w.Term, float32(w.Weight * ix.impact[from+uint32(at)])})
		}
	}
	return dst
}
