package probe

import (
	"cmp"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Question is a statement that is worth asking.
type Question struct {
	Statement   ksb.StatementID
	Code        string
	First       bool    // it comes before others by [Options.First]
	Probability float64 // of being in the state
	Gain        float64 // bits that the answer is expected to tell of the state
	Asked       int     // how often it was asked before

	leading float64 // what the choice compares, the least first, rounded
	place   int
}

// Compare orders questions: 1. those of [Options.First] first; 2. by the [Choice], after
// rounding to nine decimals; 3. code in natural order, then ID, as in
// [Order.Statements]. It is meant for the questions of one scan.
func (q Question) Compare(r Question) int {
	switch {
	case q.First && !r.First:
		return -1
	case r.First && !q.First:
		return 1
	}
	return cmp.Or(cmp.Compare(q.leading, r.leading), cmp.Compare(q.place, r.place))
}

// Next is the statement to ask now. false: every statement is certain, or has been asked
// as often as [Options.Repeats] allows.
func (s *Scan) Next() (Question, bool) {
	var best Question
	found := false
	for i := range s.p {
		if !s.open(i) {
			continue
		}
		if q := s.question(i); !found || q.Compare(best) < 0 {
			best, found = q, true
		}
	}
	return best, found
}

// Questions are all that are worth asking now, the best first. Each answer may change
// them.
func (s *Scan) Questions() (list []Question) {
	for i := range s.p {
		if s.open(i) {
			list = append(list, s.question(i))
		}
	}
	slices.SortFunc(list, Question.Compare)
	return list
}

func (s *Scan) open(i int) bool {
	return s.verdict(i) == Open && (s.options.Repeats == 0 || s.asked[i] < s.options.Repeats)
}

func (s *Scan) question(i int) Question {
	statement := &s.order.statements[i]
	q := Question{
		Statement: statement.ID, Code: statement.Code, First: s.first[i],
		Probability: s.p[i], Gain: s.chance[i].Gain(s.p[i]), Asked: s.asked[i], place: i,
	}
	q.leading = round9(math.Abs(q.Probability - 0.5))
	if s.options.Choice == InformationGain {
		q.leading = -round9(q.Gain)
	}
	return q
}

// round9 makes equals of numbers that differ by how they were summed up.
func round9(x float64) float64 { return math.Round(x*1e9) / 1e9 }
