package main

import (
	"cmp"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read; problems is all that is wrong with it.
type given struct {
	index    *ksb.Index
	workers  []assess.Worker
	problems ksb.Problems
	err      error // nil: enough could be read to go on
}

// load reads all inputs before anything is judged.
func (o *options) load(stdin io.Reader, stderr io.Writer) *given {
	in := &given{}
	files := inputs.Files{Stdin: stdin, Stderr: stderr}
	if o.sample() {
		files.Embedded = testdata.Files()
		o.useSample()
	}
	var problems ksb.Problems
	in.index, problems = files.Standards(o.frameworks...)
	in.note(problems, nil)
	workers, problems, err := files.Workers(o.worker, o.workerID)
	in.workers = workers
	in.note(problems, err)
	return in
}

func (in *given) note(problems ksb.Problems, err error) {
	in.problems, in.err = append(in.problems, problems...), cmp.Or(in.err, err)
}

// useSample names the embedded data: one worker against the roles, or a team against one.
func (o *options) useSample() {
	o.frameworks, o.worker = []string{"imaging/framework.json"}, "imaging/workers/every-status.json"
	if o.role != "" || o.workerID != "" {
		o.worker = "imaging/workers/team.csv"
	}
	if o.asOf == 0 {
		o.asOf, _ = ksb.ParseDate("2026-06-30")
	}
}
