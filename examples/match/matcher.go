package main

import (
	"bytes"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// prepare makes the search.
func (o *options) prepare(in *given) error {
	in.reportStrays()
	if o.kind == "statement" {
		s, err := match.NewStatements(in.targets, in.examples, match.StatementOptions{})
		if err == nil {
			in.suggest = s.Suggest
		}
		return err
	}
	titles, err := match.NewTitles(in.named(), match.TitleOptions{})
	if err == nil {
		in.suggest = titles.Resolve
	}
	return err
}

// readConfirmed reads what people have decided: text, tab, ID; or a file of the format
// examples/1, which holds rejections, too.
func (in *given) readConfirmed(files inputs.Files, name string) error {
	data, problem := files.Read(name)
	if problem != nil {
		return problem
	}
	if first, _, _ := bytes.Cut(data, []byte("\n")); strictjson.CheckFormat(first, name, match.ExamplesFormat) == nil {
		examples, problems := match.ReadExamples(bytes.NewReader(data), name)
		in.examples, in.problems = examples, append(in.problems, problems...)
		return nil
	}
	in.examples = match.NewExamples()
	in.eachPair(data, name, func(text, id string, at ksb.Origin) {
		in.examples.Add(match.Example{Text: text, Statement: ksb.StatementID(id), Verdict: match.Confirmed, Origin: at})
	})
	return nil
}

// reportStrays reports decisions about what is no target: they change nothing.
func (in *given) reportStrays() {
	known := make(map[string]bool, len(in.targets))
	for _, t := range in.targets {
		known[t.ID] = true
	}
	for _, e := range in.examples.Standing() {
		if !known[string(e.Statement)] {
			in.problems.Add(e.Origin, "", ksb.ErrValue, "%q is no target, so a decision about it changes nothing", e.Statement)
		}
	}
}

// named are the targets with the titles that people have confirmed: each is one more name
// of its role.
func (in *given) named() []match.Target {
	at := make(map[string]int, len(in.targets))
	for i, t := range in.targets {
		at[t.ID] = i
	}
	for _, e := range in.examples.Standing() {
		if i, known := at[string(e.Statement)]; known && e.Verdict == match.Confirmed {
			in.targets[i].Texts = append(in.targets[i].Texts, e.Text)
		}
	}
	return in.targets
}
