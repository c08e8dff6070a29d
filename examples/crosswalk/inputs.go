package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read; problems is all that is wrong with it.
type given struct {
	files    inputs.Files
	a, b     side
	examples *match.Examples
	shared   map[string]bool    // the statements that both sides have
	counts   map[match.Band]int // of the statements, by their likeliest proposal
	problems ksb.Problems
}

// side is one end of the crosswalk.
type side struct {
	frameworks []ksb.Framework
	index      *ksb.Index
	role       ksb.RoleID // "": the standard has no roles, and all its statements are meant
	title      string
	statements []match.Target
}

// load reads both standards and finds the roles that are meant.
func (o *options) load(stdin io.Reader, stderr io.Writer) (in *given, err error) {
	in = &given{files: inputs.Files{Stdin: stdin, Stderr: stderr}}
	standards := in.files
	if o.sample() {
		standards.Embedded = testdata.Files()
		o.a, o.b = "healthcare-support/framework.json", "ap-health/framework.json"
		o.roleA, o.roleB = "healthcare-support-worker", "assistant-practitioner"
	}
	if in.a, err = in.side(standards, o.a, "-role-a", o.roleA); err != nil {
		return in, err
	}
	if in.b, err = in.side(standards, o.b, "-role-b", o.roleB); err != nil {
		return in, err
	}
	if o.examples != "" {
		err = in.readExamples(o.examples)
	}
	return in, err
}

// side reads one standard.
func (in *given) side(files inputs.Files, name, flag, role string) (s side, err error) {
	var problems ksb.Problems
	s.frameworks, problems = files.Frameworks(name)
	in.problems = append(in.problems, problems...)
	s.index, problems = ksb.Compile(s.frameworks...)
	in.problems = append(in.problems, problems...)
	s.role, err = inputs.WholeRole(s.index, flag, role)
	switch {
	case errors.Is(err, inputs.ErrNoRole):
		err = s.takeAll(name)
	case err == nil:
		r, _ := s.index.Role(s.role)
		s.title, s.statements = r.Title, match.StatementTargets(s.index, s.role)
	}
	return s, err
}

// takeAll takes every statement of a standard that has no roles.
func (s *side) takeAll(name string) error {
	s.title = name
	for number := range s.index.Statements() {
		t := s.index.StatementAt(int32(number))
		s.statements = append(s.statements, match.Target{ID: string(t.ID), Texts: []string{t.Text}})
	}
	if len(s.statements) == 0 {
		return fmt.Errorf("%w: %s: there is no statement", inputs.ErrInput, name)
	}
	return nil
}

func (in *given) readExamples(name string) error {
	data, problem := in.files.Read(name)
	if problem != nil {
		return problem
	}
	examples, problems := match.ReadExamples(bytes.NewReader(data), name)
	in.examples, in.problems = examples, append(in.problems, problems...)
	if len(problems) > 0 && len(examples.Standing()) == 0 {
		return fmt.Errorf("%w: %s: there is no decision in it", inputs.ErrInput, name)
	}
	return nil
}

// propose lists what may say the same, for the statements that the other side has not
// itself.
func (o *options) propose(in *given) ([]match.Proposal, error) {
	in.share()
	alone := slices.DeleteFunc(slices.Clone(in.a.statements), func(t match.Target) bool { return in.shared[t.ID] })
	list, err := match.Crosswalk(alone, in.b.statements, match.CrosswalkOptions{
		Most: o.most, Examples: in.examples, SameKind: match.SameKind(in.a.index, in.b.index),
	})
	in.counts = map[match.Band]int{}
	for _, p := range list {
		if p.Rank == 1 {
			in.counts[p.Band]++
		}
	}
	return slices.DeleteFunc(list, func(p match.Proposal) bool { return p.Band < o.least }), err
}

// share notes the statements that are on both sides, by ID and by text: an ID alone may be
// a position in a list.
func (in *given) share() {
	in.shared = map[string]bool{}
	there := map[string]string{}
	for _, t := range in.b.statements {
		there[t.ID] = t.Texts[0]
	}
	for _, t := range in.a.statements {
		if text, known := there[t.ID]; known && text == t.Texts[0] {
			in.shared[t.ID] = true
		}
	}
}
