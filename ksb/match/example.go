package match

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// Example is what a person decided about a text and a statement: the text is about it, or
// it is not. A confirmed text is one more wording of the statement; a rejected pair is
// never suggested again. There is no training step: the same examples in the same order
// give the same suggestions.
type Example struct {
	Text      string          `json:"text"`
	Statement ksb.StatementID `json:"statement"`
	Verdict   Verdict         `json:"verdict"`
	By        string          `json:"by"`
	At        ksb.Date        `json:"at"`
	Origin    ksb.Origin      `json:"-"`
}

// Verdict is a person's decision about a pair. The zero Verdict is none.
type Verdict uint8

// The verdicts.
const (
	Confirmed Verdict = iota + 1 // the text is about the statement
	Rejected                     // it is not
)

func verdictNames() ksb.Names { return ksb.Names{"", "confirm", "reject"} }

// String is "confirm" or "reject"; the zero Verdict is "".
func (v Verdict) String() string { return verdictNames().Name(uint8(v)) }

// MarshalText writes the name; the zero Verdict is an error that wraps [ksb.ErrValue].
func (v Verdict) MarshalText() ([]byte, error) { return verdictNames().Marshal(uint8(v)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (v *Verdict) UnmarshalText(text []byte) error {
	i, err := verdictNames().Parse(text)
	*v = Verdict(i)
	return err
}

// Examples are decisions in order. Texts are compared without regard to case, accents,
// punctuation and blanks. Of several decisions about one pair the last counts. Nil is
// none.
type Examples struct {
	list []Example
	last map[decidedPair]int // position in list
}

// decidedPair is a normalised text and a statement.
type decidedPair struct {
	text      string
	statement ksb.StatementID
}

// NewExamples takes decisions in their order. What says no word, no statement or no
// verdict decides nothing.
func NewExamples(list ...Example) *Examples {
	x := &Examples{last: map[decidedPair]int{}}
	for _, e := range list {
		x.Add(e)
	}
	return x
}

// Add takes one more decision. It is not safe for use with anything else at once.
func (x *Examples) Add(e Example) {
	key := decidedPair{words.Normalise(e.Text), e.Statement}
	if key.text == "" || key.statement == "" || e.Verdict != Confirmed && e.Verdict != Rejected {
		return
	}
	if x.last == nil {
		x.last = map[decidedPair]int{}
	}
	x.list = append(x.list, e)
	x.last[key] = len(x.list) - 1
}

// Standing are the decisions that count, one for each pair, in the order in which they
// were made.
func (x *Examples) Standing() []Example {
	if x == nil {
		return nil
	}
	at := make([]int, 0, len(x.last))
	for _, i := range x.last { // any order: sorted below
		at = append(at, i)
	}
	slices.Sort(at)
	list := make([]Example, len(at))
	for i, from := range at {
		list[i] = x.list[from]
	}
	return list
}

// rejections are the examples without those that stand confirmed.
func (x *Examples) rejections() *Examples {
	rejected := NewExamples()
	for _, e := range x.Standing() {
		if e.Verdict == Rejected {
			rejected.Add(e)
		}
	}
	return rejected
}

// Decided is what was decided about a text and a statement; the zero Verdict: nothing.
func (x *Examples) Decided(text string, id ksb.StatementID) Verdict {
	if x == nil {
		return 0
	}
	if i, known := x.last[decidedPair{words.Normalise(text), id}]; known {
		return x.list[i].Verdict
	}
	return 0
}
