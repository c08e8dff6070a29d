package match

// Measured is a suggestion with the signs that its confidence rests on.
type Measured struct {
	Suggestion
	Signs []float64
}

// Measure is Suggest with the signs.
func (s *Statements) Measure(text string, k int) (list []Measured) {
	d := &statementDesk{}
	d.read(s, text)
	for i, h := range s.fuse(d) {
		if i == k {
			break
		}
		x := s.signs(d, h.Doc, s.nearest(d, h.Doc))
		list = append(list, Measured{s.suggestion(d, h, i+1, nil, asStatement), x[:]})
	}
	return list
}

// StatementWeights are the coefficients as they are shipped, the constant first.
func StatementWeights(name string) []float64 {
	c, _ := readStatementConfidence()
	return c.Weights[name]
}
