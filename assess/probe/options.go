package probe

import (
	"github.com/skillgap-go/skillgap/ksb"
)

// Choice is how the next question is chosen.
type Choice uint8

// The choices. Where slips and guesses are equally likely both put the statements in
// the same order.
const (
	HalfSplit       Choice = iota // probability nearest to ½
	InformationGain               // most bits expected of the answer, see [Chance.Gain]
)

// The defaults of [Options].
const (
	DefaultSlip      = 0.1
	DefaultGuess     = 0.1
	DefaultCertain   = 0.95
	DefaultMaxStates = 1 << 14
)

// Options are what a scan rests on. The zero Options are those of the defaults.
type Options struct {
	Chance  Chance                     // of every answer; a zero Slip or Guess: the default
	Of      map[ksb.StatementID]Chance // for statements with chances of their own, both above 0
	Certain float64                    // a statement is certain above it, or below 1 less it; 0: DefaultCertain
	Choice  Choice                     // of the next question
	Repeats int                        // most answers that are asked for about one statement; 0: no limit
	First   []ksb.StatementID          // asked before all others while they are not certain, such as critical ones
	// MaxStates is how many states of one component are listed; a component with more
	// is handled by messages, see the package. 0: DefaultMaxStates; below 0: never list.
	MaxStates int
}

// resolved puts the defaults in.
func (o Options) resolved() Options {
	if o.Chance.Slip == 0 {
		o.Chance.Slip = DefaultSlip
	}
	if o.Chance.Guess == 0 {
		o.Chance.Guess = DefaultGuess
	}
	if o.Certain == 0 {
		o.Certain = DefaultCertain
	}
	if o.MaxStates == 0 {
		o.MaxStates = DefaultMaxStates
	}
	return o
}

// check names everything that is wrong with resolved options.
func (o Options) check(order *Order) error {
	var problems ksb.Problems
	chance := func(c Chance, path string) {
		if !c.sound() {
			problems.Add(ksb.Origin{}, path, ksb.ErrValue, "slip %g and guess %g: both above 0, and below 1 together", c.Slip, c.Guess)
		}
	}
	chance(o.Chance, "chance")
	for id, c := range o.Of { // any order: the problems are sorted
		chance(c, "of["+string(id)+"]")
		if _, known := order.at[id]; !known {
			problems.Add(ksb.Origin{}, "of["+string(id)+"]", ksb.ErrUnknownStatement, "%q", id)
		}
	}
	for _, id := range o.First {
		if _, known := order.at[id]; !known {
			problems.Add(ksb.Origin{}, "first["+string(id)+"]", ksb.ErrUnknownStatement, "%q", id)
		}
	}
	if !(o.Certain > 0.5 && o.Certain < 1) {
		problems.Add(ksb.Origin{}, "certain", ksb.ErrValue, "%g: above 0.5 and below 1", o.Certain)
	}
	if o.Choice > InformationGain {
		problems.Add(ksb.Origin{}, "choice", ksb.ErrValue, "%d", o.Choice)
	}
	if o.Repeats < 0 {
		problems.Add(ksb.Origin{}, "repeats", ksb.ErrValue, "%d is below 0", o.Repeats)
	}
	return problems.Sort().Err()
}
