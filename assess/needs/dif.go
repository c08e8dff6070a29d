package needs

import (
	"fmt"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Training is what the DIF tree advises. The zero Training is no advice.
type Training uint8

// The advice, less to more.
const (
	NoTraining Training = iota + 1
	Train
	OverTrain // train beyond competence and refresh: it matters, is hard, and is forgotten between times
)

func trainings() ksb.Names { return ksb.Names{"", "no-training", "train", "over-train"} }

// String names the advice as files do; the zero Training is "".
func (t Training) String() string { return trainings().Name(uint8(t)) }

// MarshalText writes the name; the zero Training is an error that wraps [ksb.ErrValue].
func (t Training) MarshalText() ([]byte, error) { return trainings().Marshal(uint8(t)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (t *Training) UnmarshalText(text []byte) error {
	i, err := trainings().Parse(text)
	*t = Training(i)
	return err
}

// Decide is the tree with its common yes-or-no leaves: difficulty, then importance,
// then frequency.
//
//	difficult  important  infrequent  over-train
//	difficult  important  frequent    train
//	difficult  not        frequent    train
//	difficult  not        infrequent  no training
//	easy       important  infrequent  train
//	easy       important  frequent    no training: it is learnt on the job
//	easy       not        either      no training
func Decide(difficult, important, frequent bool) Training {
	switch {
	case difficult && important && !frequent:
		return OverTrain
	case difficult && frequent, !difficult && important && !frequent:
		return Train
	}
	return NoTraining
}

// Cuts are the means from which an item counts as difficult, important, frequent; nil:
// the middle of the scale.
type Cuts struct {
	Difficulty *float64 `json:"difficulty"`
	Importance *float64 `json:"importance"`
	Frequency  *float64 `json:"frequency"`
}

// Advice is the DIF tree's about one item.
type Advice struct {
	Item                              string
	N                                 int // who answered the least answered of the three questions
	Difficulty, Importance, Frequency float64
	Training                          Training
}

// DIF runs the tree over every item that was rated for difficulty, importance and
// frequency, each mean over everyone who answered it; the tree was meant for many
// similar tasks. Items stand in natural order, and so do those with too few answers.
// The error is a cut that is not a number; it wraps [ksb.ErrValue].
func (r *Returns) DIF(c Counting, cuts Cuts) ([]Advice, []Silent, error) {
	cut, err := r.cuts(cuts)
	if err != nil {
		return nil, nil, err
	}
	var list []Advice
	var silent []Silent
	for i, item := range r.survey.Items {
		means, n := [3]float64{}, math.MaxInt
		for question, of := range []func(Answer) *float64{difficultyOf, ratedImportance, frequencyOf} {
			given := r.given(i, of)
			means[question], n = mean(given), min(n, len(given))
		}
		if n < c.fewest() {
			silent = append(silent, Silent{item.ID, n})
			continue
		}
		high := func(q int) bool { return round6(means[q]) >= round6(cut[q]) }
		list = append(list, Advice{item.ID, n, means[0], means[1], means[2], Decide(high(0), high(1), high(2))})
	}
	return list, silent, nil
}

func (r *Returns) cuts(cuts Cuts) (cut [3]float64, err error) {
	middles := []Scale{r.survey.Difficulty, r.survey.Scale, r.survey.Frequency}
	for i, given := range []*float64{cuts.Difficulty, cuts.Importance, cuts.Frequency} {
		cut[i] = middles[i].Middle()
		if given != nil {
			cut[i] = *given
		}
		if !(math.Abs(cut[i]) <= MaxRating) {
			return cut, fmt.Errorf("%w: a cut at %v", ksb.ErrValue, cut[i])
		}
	}
	return cut, nil
}

func difficultyOf(a Answer) *float64    { return a.Difficulty }
func ratedImportance(a Answer) *float64 { return a.Importance }
func frequencyOf(a Answer) *float64     { return a.Frequency }

// given are the answers to one question about an item, sorted.
func (r *Returns) given(item int, of func(Answer) *float64) (list []float64) {
	for _, a := range r.answers[item] {
		if x := of(a); x != nil {
			list = append(list, *x)
		}
	}
	slices.Sort(list)
	return list
}

// Share is how many of those who answered said that training would help.
type Share struct {
	Yes int `json:"yes"`
	Of  int `json:"of"`
}

// Minority: fewer than half say that training would help.
func (s Share) Minority() bool { return 2*s.Yes < s.Of }

func (r *Returns) trainable(item int) (s Share) {
	for _, a := range r.answers[item] {
		if a.Trainable != nil {
			s.Of++
			if *a.Trainable {
				s.Yes++
			}
		}
	}
	return s
}
