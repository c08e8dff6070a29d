package main

import (
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read.
type given struct {
	inputs.Notes
	frameworks []ksb.Framework
	index      *ksb.Index
	worker     *assess.Worker // nil: none was named
	catalogue  pathway.Catalogue
	words      *wording.Words // nil: English
}

// load reads all inputs before anything is judged.
func (o *options) load(stdin io.Reader, stderr io.Writer) *given {
	in := &given{}
	named := inputs.Files{Stdin: stdin, Stderr: stderr}
	files := named
	if o.sample() {
		files.Embedded = testdata.Files()
		o.useSample()
	}
	var problems, faults ksb.Problems
	var err error
	in.frameworks, problems = files.Frameworks(o.frameworks...)
	in.index, faults = ksb.Compile(in.frameworks...)
	in.Note(append(problems, faults...), nil)
	if o.worker != "" {
		worker, problems, err := files.Worker(o.worker, o.workerID)
		in.worker = &worker
		in.Note(problems, err)
	}
	if o.catalogue != "" {
		in.catalogue, problems, err = files.Catalogue(o.catalogue)
		in.Note(problems, err)
	}
	in.words, problems, err = named.Words(o.words)
	in.Note(problems, err)
	return in
}

// useSample names the embedded data. Without a role to start from it is a worker's way.
func (o *options) useSample() {
	o.frameworks, o.catalogue = []string{"imaging/framework.json"}, "imaging/catalogue.json"
	if o.from == "" || o.workerID != "" {
		o.worker = "imaging/workers/every-status.json"
	}
	if o.to == "" {
		o.to = "imaging-assistant-practitioner"
	}
	inputs.SampleDay(&o.asOf)
}
