package main

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/examples/inputs"
)

// evidence is the scan as a worker: a piece for every answer with a level, and nothing
// that was inferred.
func (s *sitting) evidence() assess.Worker {
	w := assess.Worker{ID: s.journal.Worker}
	wrong := s.journal.replaced()
	for _, a := range s.journal.answers {
		if a.Level == nil {
			continue
		}
		level := float64(*a.Level)
		e := assess.Evidence{
			ID: fmt.Sprintf("scan-%d", a.Number), Statements: assess.Refs(string(a.Statement)),
			Kind: s.kind(a.As), As: a.As, Level: &level, By: a.By, At: a.At,
		}
		if _, is := wrong[a.Number]; is {
			e.State = assess.Rejected
		}
		w.Evidence = append(w.Evidence, e)
	}
	return w
}

// kind is that of a party's answers; see the package comment.
func (s *sitting) kind(p assess.Party) assess.EvidenceKind {
	switch p {
	case "apprentice":
		return assess.Self
	case "employer":
		return assess.Supervisor
	}
	return s.providerKind
}

func (s *sitting) writeEvidence(name string) error {
	worker := s.evidence()
	if err := inputs.Save(name, func(w io.Writer) error { return workerjson.Write(w, worker) }); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.out, "\nEvidence was written (worker/1), %d pieces:\n  %s\n", len(worker.Evidence), name)
	return err
}
