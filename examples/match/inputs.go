package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read; problems is all that is wrong with it.
type given struct {
	targets  []match.Target
	examples *match.Examples // nil: nobody has decided anything
	suggest  resolver
	problems ksb.Problems
}

// load reads what can be found and prepares the search. An error says that there is none.
func (o *options) load(stdin io.Reader, stderr io.Writer) (in *given, err error) {
	in = &given{}
	files := inputs.Files{Stdin: stdin, Stderr: stderr}
	if o.targets != "" {
		err = in.readTargets(files, o.targets)
	} else {
		err = o.readStandards(in, files)
	}
	if err == nil && o.confirmed != "" {
		err = in.readConfirmed(files, o.confirmed)
	}
	if err == nil {
		err = o.prepare(in)
	}
	return in, err
}

// readTargets reads ID, tab, text. The lines of an ID need not stand together.
func (in *given) readTargets(files inputs.Files, name string) error {
	data, problem := files.Read(name)
	if problem != nil {
		return problem
	}
	at := map[string]int{}
	in.eachPair(data, name, func(id, text string, _ ksb.Origin) {
		i, known := at[id]
		if !known {
			i = len(in.targets)
			at[id], in.targets = i, append(in.targets, match.Target{ID: id})
		}
		in.targets[i].Texts = append(in.targets[i].Texts, text)
	})
	return nil
}

// eachPair reads lines of two cells. A line that has no tab, or nothing on one side of
// it, is a problem and left out.
func (in *given) eachPair(data []byte, name string, each func(first, second string, at ksb.Origin)) {
	at := ksb.Origin{File: name}
	for line := range strings.Lines(string(data)) {
		at.Line++
		if strings.TrimSpace(line) == "" {
			continue
		}
		first, second, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if first, second = strings.TrimSpace(first), strings.TrimSpace(second); first == "" || second == "" {
			in.problems.Add(at, "", ksb.ErrFormat, "two cells with a tab between them are needed")
			continue
		}
		each(first, second, at)
	}
}

// readStandards takes the roles, or the statements, of standards.
func (o *options) readStandards(in *given, files inputs.Files) error {
	names := o.frameworks
	if len(names) == 0 {
		files.Embedded, names = testdata.Files(), []string{"imaging/framework.json"}
	}
	ix, problems := files.Standards(names...)
	in.problems = append(in.problems, problems...)
	switch {
	case o.kind == "title":
		in.targets = match.RoleTargets(ix)
	case o.role == "":
		in.targets = everyStatement(ix)
	default:
		role, err := inputs.Role(ix, o.role, "")
		if err != nil {
			return err
		}
		in.targets = match.StatementTargets(ix, role)
	}
	if len(in.targets) == 0 {
		return fmt.Errorf("%w: there is no %s in the standards", inputs.ErrInput, map[string]string{"title": "role", "statement": "statement"}[o.kind])
	}
	return nil
}

func everyStatement(ix *ksb.Index) (list []match.Target) {
	for number := range ix.Statements() {
		s := ix.StatementAt(int32(number))
		list = append(list, match.Target{ID: string(s.ID), Texts: []string{s.Text}})
	}
	return list
}
