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
	index     *ksb.Index
	worker    assess.Worker
	report    *assess.Report // nil: it is to be made
	catalogue pathway.Catalogue
	policy    assess.Policy
	words     *wording.Words // nil: English
}

// load reads all inputs before anything is judged, so that everything that is wrong
// with them is said in one go.
func (o *options) load(stdin io.Reader, stderr io.Writer) *given {
	in := &given{policy: assess.DefaultPolicy()}
	named := inputs.Files{Stdin: stdin, Stderr: stderr}
	files := named
	if o.sample() {
		files.Embedded = testdata.Files()
		o.useSample()
	}
	var problems ksb.Problems
	var err error
	in.index, problems = files.Standards(o.frameworks...)
	in.Note(problems, nil)
	if o.report == "" {
		in.worker, problems, err = files.Worker(o.worker, o.workerID)
	} else {
		in.report, problems, err = files.Report(o.report)
	}
	in.Note(problems, err)
	in.catalogue, problems, err = files.Catalogue(o.catalogue)
	in.Note(problems, err)
	if o.policy != "" {
		in.policy, problems, err = named.Policy(o.policy) // never embedded
		in.Note(problems, err)
	}
	in.words, problems, err = named.Words(o.words)
	in.Note(problems, err)
	return in
}

// useSample names the embedded data: a role, one of the four workers, the courses.
func (o *options) useSample() {
	o.frameworks, o.catalogue = []string{"imaging/framework.json"}, "imaging/catalogue.json"
	o.worker = inputs.SampleWorker(o.workerID)
	if o.role == "" {
		o.role = "imaging-support-worker"
	}
	inputs.SampleDay(&o.asOf)
}
