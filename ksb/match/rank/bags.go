package rank

// Bags are the terms of documents, with how often each stands in each. The zero Bags
// is empty and ready.
type Bags struct {
	runs  []run
	terms []uint32
	docs  int // one more than the highest number
	width int // of terms likewise
}

// run is a stretch of terms of one document, ending before end, each counting weight.
type run struct {
	doc    uint32
	weight float32
	end    int
}

// Add adds terms to a document, each as often as it is listed times the weight. Numbers
// of documents may be given in any order; one without terms exists all the same.
func (b *Bags) Add(doc uint32, weight float32, terms ...uint32) {
	b.terms = append(b.terms, terms...)
	b.runs = append(b.runs, run{doc, weight, len(b.terms)})
	b.docs = max(b.docs, int(doc)+1)
	for _, term := range terms {
		b.width = max(b.width, int(term)+1)
	}
}

// each yields every term added, in the order of documents.
func (b *Bags) each(yield func(doc, term uint32, weight float32)) {
	from := 0
	for _, r := range b.runs {
		for _, term := range b.terms[from:r.end] {
			yield(r.doc, term, r.weight)
		}
		from = r.end
	}
}
