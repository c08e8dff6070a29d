package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/pathway/format/deliveryjson"
	"github.com/skillgap-go/skillgap/pathway/rpl"
	"github.com/skillgap-go/skillgap/testdata"
)

// inputs are what the flags name, read; problems is all that is wrong with them.
type inputs struct {
	index    *ksb.Index
	worker   assess.Worker
	report   *assess.Report // nil: it is to be made
	policy   assess.Policy
	delivery rpl.Delivery
	problems ksb.Problems
	fatal    error // nil: enough could be read to go on
}

// load reads all inputs before anything is judged, so that everything that is wrong
// with them is said in one go.
func (o *options) load(stdin io.Reader) *inputs {
	in := &inputs{policy: assess.DefaultPolicy()}
	files := opener{stdin: stdin}
	if o.sample() {
		files.embedded = testdata.Files()
		o.useSample()
	}
	if o.report == "" {
		in.index = in.frameworks(&files, o.frameworks)
		in.use(&files, o.worker, func(data []byte, name string) ksb.Problems { return in.readWorker(data, name, o.workerID) })
	} else {
		in.use(&files, o.report, in.readReport)
	}
	in.use(&files, o.delivery, in.readDelivery)
	if o.policy != "" {
		in.use(&opener{stdin: stdin}, o.policy, in.readPolicy) // never embedded
	}
	return in
}

// use reads a file whole and takes it in; one that cannot be read ends the program.
func (in *inputs) use(files *opener, name string, take func(data []byte, name string) ksb.Problems) {
	data, problem := files.read(name)
	if problem != nil {
		in.problems = append(in.problems, problem)
		in.fatal = errors.New("an input could not be read")
		return
	}
	in.problems = append(in.problems, take(data, name)...)
}

func (in *inputs) frameworks(files *opener, names []string) *ksb.Index {
	var frameworks []ksb.Framework
	for _, name := range names {
		list, problems := files.frameworks(name)
		frameworks = append(frameworks, list...)
		in.problems = append(in.problems, problems...)
	}
	index, problems := ksb.Compile(frameworks...)
	in.problems = append(in.problems, problems...)
	return index
}

// readWorker picks the one worker that is meant.
func (in *inputs) readWorker(data []byte, name, id string) ksb.Problems {
	workers, problems := readWorkers(data, name)
	if id != "" {
		workers = slices.DeleteFunc(workers, func(w assess.Worker) bool { return w.ID != id })
	}
	switch len(workers) {
	case 1:
		in.worker = workers[0]
	case 0:
		in.fatal = fmt.Errorf("%s: no worker %q could be read", name, id)
	default:
		in.fatal = fmt.Errorf("%s holds %d workers: name one with -worker-id: %w", name, len(workers), errUnclear)
	}
	return problems
}

func readWorkers(data []byte, name string) ([]assess.Worker, ksb.Problems) {
	switch r := bytes.NewReader(data); {
	case workerjson.Detect(name, data):
		w, problems := workerjson.Read(r, name)
		if w.Format == "" {
			return nil, problems
		}
		return []assess.Worker{w}, problems
	case sheet.Detect(name, data):
		return sheet.Read(r, name)
	}
	return nil, ksb.Problems{{Fault: ksb.ErrFormat, Origin: ksb.Origin{File: name, Line: 1},
		Detail: "understood are worker/1 and tables (CSV) with the columns statement and kind"}}
}

// readReport reads a stored report. One with a mistake is not used: a gap that went
// missing would be prior learning that went missing.
func (in *inputs) readReport(data []byte, name string) ksb.Problems {
	in.report = &assess.Report{}
	problems := strictjson.ReadDocument(bytes.NewReader(data), name, assess.ReportFormat, in.report)
	if len(problems) > 0 {
		in.fatal = errors.New("the report cannot be used")
	}
	return problems
}

func (in *inputs) readDelivery(data []byte, name string) (problems ksb.Problems) {
	in.delivery, problems = deliveryjson.Read(bytes.NewReader(data), name)
	if in.delivery.Format == "" {
		in.fatal = errors.New("the programme cannot be used")
	}
	return problems
}

func (in *inputs) readPolicy(data []byte, name string) (problems ksb.Problems) {
	in.policy, problems = policyjson.Read(bytes.NewReader(data), name)
	if len(problems) > 0 {
		in.fatal = errors.New("the policy cannot be used")
	}
	return problems
}

// opener finds the bytes behind the name of an input.
type opener struct {
	stdin    io.Reader
	embedded fs.FS // nil: names are paths of the file system
}

func (f *opener) read(name string) ([]byte, *ksb.Problem) {
	file, problem := f.open(name)
	if problem != nil {
		return nil, problem
	}
	defer file.Close()
	return input.Read(file, name)
}

func (f *opener) open(name string) (io.ReadCloser, *ksb.Problem) {
	var file io.ReadCloser
	var err error
	switch {
	case name == "-":
		file = io.NopCloser(f.stdin)
	case f.embedded != nil:
		file, err = f.embedded.Open(name)
	default:
		file, err = os.Open(name)
	}
	if err != nil {
		return nil, &ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}
	}
	return file, nil
}

// frameworks reads a file, a directory or a zip archive.
func (f *opener) frameworks(name string) (list []ksb.Framework, problems ksb.Problems) {
	if info, err := os.Stat(name); f.embedded == nil && err == nil && info.IsDir() {
		return all.Suite().ReadFS(os.DirFS(name))
	}
	file, problem := f.open(name)
	if problem != nil {
		return nil, ksb.Problems{problem}
	}
	defer file.Close()
	for d := range all.Suite().Each(file, name) {
		list = append(list, d.Framework)
		problems = append(problems, d.Problems...)
	}
	return list, problems
}
