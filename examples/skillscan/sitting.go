package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// chance is how an answer in a scan may mislead: one in twenty, either way. It is an
// assumption, and moves nothing but what is asked.
func chance() probe.Chance { return probe.Chance{Slip: 0.05, Guess: 0.05} }

// asked is a requirement with what a question shows of it.
type asked struct {
	ksb.Requirement
	statement ksb.Statement
	scale     ksb.Scale
}

// sitting is one run of the program.
type sitting struct {
	*options
	journal  *journal
	store    store
	index    *ksb.Index
	role     ksb.Role
	order    *probe.Order
	asks     []asked // by code
	at       map[ksb.StatementID]int
	deferred map[place]bool // left for later in this sitting
	lines    *lines
	out      io.Writer
}

// newSitting prepares a sitting. Nothing is written before the first answer.
func newSitting(o *options, ix *ksb.Index, j *journal, began bool) (*sitting, error) {
	role, _ := ix.Role(j.Role)
	order, err := probe.ForRole(ix, j.Role)
	if err != nil {
		return nil, err
	}
	s := &sitting{options: o, journal: j, index: ix, role: role, order: order, at: map[ksb.StatementID]int{}, deferred: map[place]bool{}}
	s.store = store{name: o.file}
	if began {
		s.store.saved = j.bytes
	}
	for i, q := range role.Requirements {
		statement, _ := ix.Statement(q.Statement)
		number, _ := ix.NumberOf(q.Statement)
		s.asks = append(s.asks, asked{q, statement, ix.ScaleAt(number)})
		s.at[q.Statement] = i
	}
	for _, a := range j.answers {
		if err := s.fits(a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", a.Origin.File, a.Origin.Line, err)
		}
	}
	return s, nil
}

// fits: an answer is about a requirement of the role, on its scale.
func (s *sitting) fits(a answer) error {
	at, known := s.at[a.Statement]
	switch {
	case !known:
		return fmt.Errorf("%w: %q is not required by role %q", ksb.ErrUnknownStatement, a.Statement, s.role.ID)
	case a.Level != nil && *a.Level > int(s.asks[at].scale.Top()):
		return fmt.Errorf("%w: %d, and the top rung of %q is %d", ksb.ErrLevel, *a.Level, a.Statement, s.asks[at].scale.Top())
	}
	return nil
}

func (s *sitting) standardsChanged() bool { return s.journal.Standards != s.index.Fingerprint() }

// posterior is the scan by all that was said so far, but for what the parties disagree
// on. It is made afresh each time, since an answer can be taken back.
func (s *sitting) posterior() (*probe.Scan, error) {
	options := probe.Options{Chance: chance()}
	if s.criticalFirst {
		for _, a := range s.asks {
			if a.Critical {
				options.First = append(options.First, a.Statement)
			}
		}
	}
	scan, err := probe.Start(s.order, options)
	if err != nil {
		return nil, err
	}
	for _, q := range s.asks {
		if s.difference(q).matters {
			continue // nothing is settled
		}
		for _, p := range theParties() {
			a, given := s.journal.latest[place{q.Statement, p}]
			if !given || a.Level == nil {
				continue
			}
			if err := scan.Answer(q.Statement, *a.Level >= int(q.Level)); err != nil {
				return nil, err
			}
		}
	}
	return scan, nil
}

// next is the statement to ask now, and why; false: nothing is left to ask.
func (s *sitting) next() (q asked, why string, more bool, err error) {
	inOrder := s.inOrder()
	for _, q := range inOrder {
		if !s.complete && s.anybody(q) && s.somebodyOwes(q) {
			return q, "others have answered this one", true, nil
		}
	}
	if s.complete {
		for _, q := range inOrder {
			if s.somebodyOwes(q) {
				return q, "in order", true, nil
			}
		}
		return asked{}, "", false, nil
	}
	scan, err := s.posterior()
	if err != nil {
		return asked{}, "", false, err
	}
	for _, worth := range scan.Questions() {
		if q := s.asks[s.at[worth.Statement]]; s.somebodyOwes(q) {
			return q, "settles most now", true, nil
		}
	}
	for _, q := range inOrder {
		if q.Critical && s.somebodyOwes(q) {
			return q, "critical, so it is asked in any case", true, nil
		}
	}
	return asked{}, "", false, nil
}

// spared: nobody need be asked, since it follows from other answers. What is critical is
// asked in any case.
func (s *sitting) spared(standing probe.Standing) bool {
	q := s.asks[s.at[standing.Statement]]
	return standing.Verdict != probe.Open && !q.Critical && !s.complete && !s.anybody(q)
}

// inOrder are the requirements by code, the critical ones first where that is asked for.
func (s *sitting) inOrder() []asked {
	list := slices.Clone(s.asks)
	if s.criticalFirst {
		slices.SortStableFunc(list, func(a, b asked) int {
			switch {
			case a.Critical && !b.Critical:
				return -1
			case b.Critical && !a.Critical:
				return 1
			}
			return 0
		})
	}
	return list
}

// anybody has answered, of whatever party.
func (s *sitting) anybody(q asked) bool {
	return slices.ContainsFunc(theParties(), func(p assess.Party) bool { return s.has(q, p) })
}

// somebodyOwes: one of the parties here has neither answered nor left it for later.
func (s *sitting) somebodyOwes(q asked) bool {
	return slices.ContainsFunc(s.parties, func(p assess.Party) bool { return s.owes(q, p) })
}

func (s *sitting) owes(q asked, p assess.Party) bool {
	return !s.has(q, p) && !s.deferred[place{q.Statement, p}]
}

func (s *sitting) has(q asked, p assess.Party) bool {
	_, given := s.journal.latest[place{q.Statement, p}]
	return given
}
