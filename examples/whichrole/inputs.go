package main

import (
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read.
type given struct {
	inputs.Notes
	index   *ksb.Index
	workers []assess.Worker
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
	in.Note(problems, nil)
	workers, problems, err := files.Workers(o.worker, o.workerID)
	in.workers = workers
	in.Note(problems, err)
	return in
}

// useSample names the embedded data: one worker against the roles, or a team against one.
func (o *options) useSample() {
	o.frameworks, o.worker = []string{"imaging/framework.json"}, "imaging/workers/every-status.json"
	if o.role != "" || o.workerID != "" {
		o.worker = "imaging/workers/team.csv"
	}
	inputs.SampleDay(&o.asOf)
}
