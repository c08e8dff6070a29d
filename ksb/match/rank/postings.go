package rank

import (
	"cmp"
	"slices"
)

// postings are Bags turned round: for each term, the documents that have it, in order,
// and how often.
type postings struct {
	start  []uint32 // term t has the places start[t] to start[t+1]
	docs   []uint32
	count  []float32
	length []float64 // of each document: the sum of its counts
}

// invert turns the bags round in two passes: one to count, one to fill.
func (b *Bags) invert() *postings {
	b.sort()
	p := &postings{start: make([]uint32, b.width+1), length: make([]float64, b.docs)}
	last := make([]uint32, b.width) // the document last seen with the term, plus one
	b.each(func(doc, term uint32, weight float32) {
		p.length[doc] += float64(weight)
		if last[term] != doc+1 {
			last[term] = doc + 1
			p.start[term+1]++
		}
	})
	for t := range b.width {
		p.start[t+1] += p.start[t]
	}
	p.fill(b)
	return p
}

func (p *postings) fill(b *Bags) {
	p.docs, p.count = make([]uint32, p.start[b.width]), make([]float32, p.start[b.width])
	next := slices.Clone(p.start[:b.width])
	b.each(func(doc, term uint32, weight float32) {
		at := next[term]
		if at > p.start[term] && p.docs[at-1] == doc {
			p.count[at-1] += weight
			return
		}
		p.docs[at], p.count[at] = doc, weight
		next[term]++
	})
}

// sort puts the runs in the order of documents.
func (b *Bags) sort() {
	byDoc := func(x, y run) int { return cmp.Compare(x.doc, y.doc) }
	if slices.IsSortedFunc(b.runs, byDoc) {
		return
	}
	type part struct {
		run
		terms []uint32
	}
	parts, from := make([]part, len(b.runs)), 0
	for i, r := range b.runs {
		parts[i] = part{r, b.terms[from:r.end]}
		from = r.end
	}
	slices.SortStableFunc(parts, func(x, y part) int { return byDoc(x.run, y.run) })
	sorted := Bags{width: b.width}
	for _, p := range parts {
		sorted.Add(p.doc, p.weight, p.terms...)
	}
	sorted.docs = b.docs
	*b = sorted
}

// frequency is how many documents have the term.
func (p *postings) frequency(term int) int { return int(p.start[term+1] - p.start[term]) }

// total is how much all documents hold.
func (p *postings) total() (sum float64) {
	for _, length := range p.length {
		sum += length
	}
	return sum
}
