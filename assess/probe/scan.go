package probe

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Answer is what was said about a statement: that the person is at the level that is
// asked for, or not.
type Answer struct {
	Statement ksb.StatementID
	Yes       bool
}

// Scan is one assessment on its way. The same answers in the same order lead to the
// same bits. It is not safe for use by many goroutines at once.
type Scan struct {
	order   *Order
	options Options
	first   []bool // by statement
	engines []engine
	chance  []Chance  // by statement
	p       []float64 // by statement: the probability that it is in the state
	asked   []int     // by statement
	answers []Answer
	room    []float64
}

// engine keeps the distribution over the states of one component. Items are places in
// its part.
type engine interface {
	answer(place int, yes bool, c Chance)
	marginals(dst []float64) []float64
}

// listed is a component whose states are listed.
type listed struct{ *Belief }

func (l listed) answer(place int, yes bool, c Chance) { l.Answer(place, yes, c) }
func (l listed) marginals(dst []float64) []float64    { return l.Marginals(dst) }

// Start begins a scan. The error wraps [ksb.ErrValue] or [ksb.ErrUnknownStatement] and
// names all that is wrong with the options.
func Start(o *Order, options Options) (*Scan, error) {
	options = options.resolved()
	if err := options.check(o); err != nil {
		return nil, fmt.Errorf("probe: %w", err)
	}
	n := len(o.statements)
	s := &Scan{order: o, options: options, first: make([]bool, n), chance: make([]Chance, n), p: make([]float64, n), asked: make([]int, n)}
	for i, statement := range o.statements {
		s.chance[i] = options.Chance
		if own, given := options.Of[statement.ID]; given {
			s.chance[i] = own
		}
	}
	for _, id := range options.First {
		s.first[o.at[id]] = true
	}
	s.engines = make([]engine, len(o.parts))
	for i := range o.parts {
		s.engines[i] = engineFor(&o.parts[i], options.MaxStates)
		s.read(i)
	}
	return s, nil
}

func engineFor(p *part, limit int) engine {
	states, few := p.states(limit)
	if !few {
		return newMessages(p)
	}
	structure := Structure{len(p.notions), states}
	b, _ := NewBelief(structure, nil) // no prior, and there is always the empty state
	return listed{b}
}

// read copies the probabilities of a component to its statements.
func (s *Scan) read(i int) {
	s.room = s.engines[i].marginals(s.room[:0])
	for place, notion := range s.order.parts[i].notions {
		for _, statement := range s.order.notions[notion].members {
			s.p[statement] = s.room[place]
		}
	}
}

// Answer takes in what was said about a statement, asked for by [Scan.Next] or not. The
// error wraps [ksb.ErrUnknownStatement].
func (s *Scan) Answer(id ksb.StatementID, yes bool) error {
	at, known := s.order.at[id]
	if !known {
		return fmt.Errorf("probe: %w: %q", ksb.ErrUnknownStatement, id)
	}
	notion := s.order.notionOf[at]
	s.engines[s.order.partOf[notion]].answer(s.order.placeOf[notion], yes, s.chance[at])
	s.read(s.order.partOf[notion])
	s.asked[at]++
	s.answers = append(s.answers, Answer{id, yes})
	return nil
}

// Answers are what was said, in that order: nothing that was inferred.
func (s *Scan) Answers() []Answer { return slices.Clone(s.answers) }

// Exact tells whether every probability is that of the model, and none an
// approximation; see the package.
func (s *Scan) Exact() bool {
	for i, e := range s.engines {
		if _, is := e.(listed); !is && !s.order.parts[i].tree() {
			return false
		}
	}
	return true
}

// Entropy is how many bits are missing to know the whole state. false: a component is
// too large to list its states.
func (s *Scan) Entropy() (bits float64, known bool) {
	for _, e := range s.engines {
		l, is := e.(listed)
		if !is {
			return 0, false
		}
		bits += l.Entropy()
	}
	return bits, true
}
