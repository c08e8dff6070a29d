package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway/format/deliveryjson"
	"github.com/skillgap-go/skillgap/pathway/rpl"
	"github.com/skillgap-go/skillgap/testdata"
)

// given is what the flags name, read.
type given struct {
	inputs.Notes
	index    *ksb.Index
	worker   assess.Worker
	report   *assess.Report // nil: it is to be made
	policy   assess.Policy
	delivery rpl.Delivery
	words    *wording.Words // nil: English
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
	if o.report == "" {
		in.index, problems = files.Standards(o.frameworks...)
		in.Note(problems, nil)
		in.worker, problems, err = files.Worker(o.worker, o.workerID)
	} else {
		in.report, problems, err = files.Report(o.report)
	}
	in.Note(problems, err)
	in.delivery, problems, err = readDelivery(files, o.delivery)
	in.Note(problems, err)
	if o.policy != "" {
		in.policy, problems, err = named.Policy(o.policy) // never embedded
		in.Note(problems, err)
	}
	in.words, problems, err = named.Words(o.words)
	in.Note(problems, err)
	return in
}

func readDelivery(files inputs.Files, name string) (rpl.Delivery, ksb.Problems, error) {
	data, problem := files.Read(name)
	if problem != nil {
		return rpl.Delivery{}, ksb.Problems{problem}, inputs.ErrInput
	}
	d, problems := deliveryjson.Read(bytes.NewReader(data), name)
	if d.Format == "" {
		return d, problems, fmt.Errorf("%w: the programme %s cannot be used", inputs.ErrInput, name)
	}
	return d, problems, nil
}
