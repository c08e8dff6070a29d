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
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	cataloguesheet "github.com/skillgap-go/skillgap/pathway/format/sheet"
	"github.com/skillgap-go/skillgap/testdata"
)

// inputs are what the flags name, read; problems is all that is wrong with them.
type inputs struct {
	frameworks []ksb.Framework
	index      *ksb.Index
	worker     *assess.Worker // nil: none was named
	catalogue  pathway.Catalogue
	problems   ksb.Problems
	fatal      error // nil: enough could be read to go on
}

// load reads all inputs before anything is judged.
func (o *options) load(stdin io.Reader) *inputs {
	in := &inputs{}
	files := opener{stdin: stdin}
	if o.sample() {
		files.embedded = testdata.Files()
		o.useSample()
	}
	for _, name := range o.frameworks {
		list, problems := files.frameworks(name)
		in.frameworks = append(in.frameworks, list...)
		in.problems = append(in.problems, problems...)
	}
	index, problems := ksb.Compile(in.frameworks...)
	in.index, in.problems = index, append(in.problems, problems...)
	if o.worker != "" {
		in.readWorker(&files, o.worker, o.workerID)
	}
	if o.catalogue != "" {
		in.readCatalogue(&files, o.catalogue)
	}
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
	if o.asOf == 0 {
		o.asOf, _ = ksb.ParseDate("2026-06-30")
	}
}

// readWorker picks the one worker that is meant.
func (in *inputs) readWorker(files *opener, name, id string) {
	data, problem := files.read(name)
	if problem != nil {
		in.stop(problem)
		return
	}
	workers, problems := readWorkers(data, name)
	in.problems = append(in.problems, problems...)
	if id != "" {
		workers = slices.DeleteFunc(workers, func(w assess.Worker) bool { return w.ID != id })
	}
	switch len(workers) {
	case 1:
		in.worker = &workers[0]
	case 0:
		in.fatal = fmt.Errorf("%s: no worker %q could be read", name, id)
	default:
		list := ""
		for _, w := range workers {
			list += "\n  " + w.ID
		}
		in.fatal = fmt.Errorf("%w: name one of these with -worker-id:%s", errUnclear, list)
	}
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
		Detail: "understood are worker/1 and tables (CSV, .xlsx) with the columns statement and kind"}}
}

func (in *inputs) readCatalogue(files *opener, name string) {
	data, problem := files.read(name)
	if problem != nil {
		in.stop(problem)
		return
	}
	read := cataloguejson.Read
	if cataloguesheet.Detect(name, data) {
		read = cataloguesheet.Read
	}
	c, problems := read(bytes.NewReader(data), name)
	in.catalogue, in.problems = c, append(in.problems, problems...)
}

// stop: an input that was named could not be read at all.
func (in *inputs) stop(p *ksb.Problem) {
	in.problems = append(in.problems, p)
	in.fatal = errors.New("an input could not be read")
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
	raw, err := io.ReadAll(io.LimitReader(file, input.Limit+1))
	switch {
	case err != nil:
		return nil, &ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}
	case table.IsWorkbook(raw):
		return raw, nil // no text, and yet understood
	}
	return input.Read(bytes.NewReader(raw), name)
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
