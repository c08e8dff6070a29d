package inputs

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	catalogues "github.com/skillgap-go/skillgap/pathway/format/sheet"
)

// Workers reads everybody in a file, or the one of an ID. The error wraps [ErrInput] if
// there is nobody.
func (f Files) Workers(name, id string) ([]assess.Worker, ksb.Problems, error) {
	data, problem := f.Read(name)
	if problem != nil {
		return nil, ksb.Problems{problem}, ErrInput
	}
	workers, problems := WorkersOf(data, name)
	if id != "" {
		workers = slices.DeleteFunc(workers, func(w assess.Worker) bool { return w.ID != id })
	}
	if len(workers) == 0 {
		return nil, problems, fmt.Errorf("%w: %s: no worker %q", ErrInput, name, id)
	}
	return workers, problems, nil
}

// Worker reads the one worker that is meant. The error wraps [ErrUnclear] where there are
// several.
func (f Files) Worker(name, id string) (assess.Worker, ksb.Problems, error) {
	workers, problems, err := f.Workers(name, id)
	if err != nil {
		return assess.Worker{}, problems, err
	}
	worker, err := One(workers)
	return worker, problems, err
}

// One is the only one of some workers, of whom there is at least one. The error wraps
// [ErrUnclear] and names whom to choose from.
func One(workers []assess.Worker) (assess.Worker, error) {
	if len(workers) == 1 {
		return workers[0], nil
	}
	var list strings.Builder
	for _, w := range workers {
		list.WriteString("\n  " + w.ID)
	}
	return assess.Worker{}, fmt.Errorf("%w: there are %d workers: name one with -worker-id:%s", ErrUnclear, len(workers), list.String())
}

// WorkersOf reads everybody in a document: worker/1, or a table of evidence.
func WorkersOf(data []byte, name string) ([]assess.Worker, ksb.Problems) {
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

// Catalogue reads the sound courses of a catalogue; one that is none at all is an error.
func (f Files) Catalogue(name string) (pathway.Catalogue, ksb.Problems, error) {
	data, problem := f.Read(name)
	if problem != nil {
		return pathway.Catalogue{}, ksb.Problems{problem}, ErrInput
	}
	read := cataloguejson.Read
	if catalogues.Detect(name, data) {
		read = catalogues.Read
	}
	c, problems := read(bytes.NewReader(data), name)
	if c.Format == "" {
		return c, problems, fmt.Errorf("%w: the catalogue %s cannot be used", ErrInput, name)
	}
	return c, problems, nil
}

// Policy reads a policy. One with a mistake cannot be used.
func (f Files) Policy(name string) (assess.Policy, ksb.Problems, error) {
	return whole(f, name, policyjson.Read)
}

// Report reads a stored report. One with a mistake cannot be used: a gap that went missing
// would be training that went missing.
func (f Files) Report(name string) (*assess.Report, ksb.Problems, error) {
	return whole(f, name, func(r io.Reader, name string) (*assess.Report, ksb.Problems) {
		report := &assess.Report{}
		return report, strictjson.ReadDocument(r, name, assess.ReportFormat, report)
	})
}

// whole reads what is of use only without a mistake.
func whole[T any](f Files, name string, read func(io.Reader, string) (T, ksb.Problems)) (v T, problems ksb.Problems, err error) {
	data, problem := f.Read(name)
	if problem != nil {
		return v, ksb.Problems{problem}, ErrInput
	}
	if v, problems = read(bytes.NewReader(data), name); len(problems) > 0 {
		err = fmt.Errorf("%w: %s has mistakes", ErrInput, name)
	}
	return v, problems, err
}
