package main

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// carry shows where a person stands in the role of -b by what they have shown under -a:
// the confirmed links alone carry.
func (o *options) carry(in *given) error {
	if in.b.role == "" {
		return fmt.Errorf("%w: -worker needs a role in -b", inputs.ErrNoRole)
	}
	r, err := in.confirmed(o.links)
	if err != nil {
		return err
	}
	worker, problems, err := in.files.Worker(o.worker, o.workerID)
	in.problems = append(in.problems, problems...)
	if err != nil {
		return err
	}
	report, err := o.report(in, worker, r.Links())
	if err != nil {
		return err
	}
	return o.output.Write(func(w io.Writer) error {
		if o.output.Format == inputs.JSON {
			return strictjson.WriteResult(w, report)
		}
		return render.Text(w, report)
	})
}

func (o *options) report(in *given, worker assess.Worker, links []ksb.Link) (*assess.Report, error) {
	both := in.b.frameworks
	if o.a != o.b {
		both = append(append([]ksb.Framework{}, in.a.frameworks...), both...)
	}
	index, problems := ksb.Compile(both...)
	in.problems = append(in.problems, in.unseen(problems)...)
	engine, err := assess.New(index, assess.DefaultPolicy())
	if err != nil {
		return nil, err
	}
	engine = engine.Carrying(links)
	return engine.Assess(engine.Profile(worker, o.asOf), in.b.role)
}

// unseen are the problems that each standard by itself does not have, such as an ID that
// both use.
func (in *given) unseen(problems ksb.Problems) (list ksb.Problems) {
	seen := map[string]bool{}
	for _, p := range in.problems {
		seen[p.Error()] = true
	}
	for _, p := range problems {
		if !seen[p.Error()] {
			list = append(list, p)
		}
	}
	return list
}
