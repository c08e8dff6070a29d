package main

import (
	"cmp"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read; problems is all that is wrong with it.
type given struct {
	index     *ksb.Index
	worker    assess.Worker
	report    *assess.Report // nil: it is to be made
	catalogue pathway.Catalogue
	policy    assess.Policy
	words     *wording.Words // nil: English
	problems  ksb.Problems
	err       error // nil: enough could be read to go on
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
	in.note(problems, nil)
	if o.report == "" {
		in.worker, problems, err = files.Worker(o.worker, o.workerID)
	} else {
		in.report, problems, err = files.Report(o.report)
	}
	in.note(problems, err)
	in.catalogue, problems, err = files.Catalogue(o.catalogue)
	in.note(problems, err)
	if o.policy != "" {
		in.policy, problems, err = named.Policy(o.policy) // never embedded
		in.note(problems, err)
	}
	in.words, problems, err = named.Words(o.words)
	in.note(problems, err)
	return in
}

func (in *given) note(problems ksb.Problems, err error) {
	in.problems, in.err = append(in.problems, problems...), cmp.Or(in.err, err)
}

// useSample names the embedded data: a role, one of the four workers, the courses.
func (o *options) useSample() {
	o.frameworks, o.catalogue = []string{"imaging/framework.json"}, "imaging/catalogue.json"
	o.worker = "imaging/workers/every-status.json"
	switch o.workerID {
	case "w-02":
		o.worker = "imaging/workers/new-starter.json"
	case "w-03":
		o.worker = "imaging/workers/nearly-there.json"
	case "w-04":
		o.worker = "imaging/workers/assistant-practitioner.json"
	}
	if o.role == "" {
		o.role = "imaging-support-worker"
	}
	if o.asOf == 0 {
		o.asOf, _ = ksb.ParseDate("2026-06-30")
	}
}
