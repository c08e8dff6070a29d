package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	cataloguesheet "github.com/skillgap-go/skillgap/pathway/format/sheet"
	"github.com/skillgap-go/skillgap/testdata"
)

// offer is what a role asks for and what there is to take.
type offer struct {
	index     *ksb.Index
	catalogue pathway.Catalogue
}

// given is what the flags name, read.
type given struct {
	inputs.Notes
	now     offer
	later   *offer // nil: nothing came up
	workers []assess.Worker
	places  []place // nil: no table of areas was named
	policy  assess.Policy
}

// load reads all inputs before anything is judged, so that everything that is wrong
// with them is said in one go.
func (o *options) load(stdin io.Reader, stderr io.Writer) *given {
	in := &given{policy: assess.DefaultPolicy()}
	files := opener{inputs.Files{Stdin: stdin, Stderr: stderr}}
	if o.sample() {
		files.Embedded = testdata.Files()
		o.useSample()
	}
	in.now.index = in.frameworks(&files, o.frameworks)
	in.readTeam(&files, o.team)
	if o.areas != "" {
		in.use(&files, o.areas, in.readAreas)
	}
	in.use(&files, o.catalogue, in.readCatalogue)
	if len(o.later) > 0 {
		in.readLater(&files, o.later)
	}
	if o.policy != "" {
		in.use(&opener{inputs.Files{Stdin: stdin, Stderr: stderr}}, o.policy, in.readPolicy) // never embedded
	}
	return in
}

// use reads a file whole and takes it in; one that cannot be read ends the program.
func (in *given) use(files *opener, name string, take func(data []byte, name string) ksb.Problems) {
	data, problem := files.Read(name)
	if problem != nil {
		in.stop(problem)
		return
	}
	in.Problems = append(in.Problems, take(data, name)...)
}

// stop: an input that was named could not be read at all.
func (in *given) stop(p *ksb.Problem) {
	in.Problems = append(in.Problems, p)
	in.Err = errors.New("an input could not be read")
}

func (in *given) frameworks(files *opener, names []string) *ksb.Index {
	frameworks, problems := files.Frameworks(names...)
	in.Note(problems, nil)
	return in.compile(frameworks)
}

func (in *given) compile(frameworks []ksb.Framework) *ksb.Index {
	index, problems := ksb.Compile(frameworks...)
	in.Note(problems, nil)
	return index
}

func (in *given) readCatalogue(data []byte, name string) (problems ksb.Problems) {
	in.now.catalogue, problems = catalogueOf(data, name)
	if in.now.catalogue.Format == "" {
		in.Err = errors.New("the catalogue cannot be used")
	}
	return problems
}

func catalogueOf(data []byte, name string) (pathway.Catalogue, ksb.Problems) {
	read := cataloguejson.Read
	if cataloguesheet.Detect(name, data) {
		read = cataloguesheet.Read
	}
	return read(bytes.NewReader(data), name)
}

// readLater reads standards and courses; where the one or the other is not among them,
// those of today hold on.
func (in *given) readLater(files *opener, names []string) {
	later := in.now
	var frameworks []ksb.Framework
	for _, name := range names {
		if files.isDir(name) {
			list, problems := files.Frameworks(name)
			frameworks, in.Problems = append(frameworks, list...), append(in.Problems, problems...)
			continue
		}
		in.use(files, name, func(data []byte, name string) (problems ksb.Problems) {
			if cataloguejson.Detect(name, data) || cataloguesheet.Detect(name, data) {
				later.catalogue, problems = catalogueOf(data, name)
				return problems
			}
			list, problems := documents(bytes.NewReader(data), name)
			if frameworks = append(frameworks, list...); len(list) == 0 {
				in.Err = fmt.Errorf("%s: no standards and no courses", name)
			}
			return problems
		})
	}
	if len(frameworks) > 0 {
		later.index = in.compile(frameworks)
	}
	in.later = &later
}

func documents(r io.Reader, name string) (list []ksb.Framework, problems ksb.Problems) {
	for d := range all.Suite().Each(r, name) {
		list = append(list, d.Framework)
		problems = append(problems, d.Problems...)
	}
	return list, problems
}

func (in *given) readPolicy(data []byte, name string) (problems ksb.Problems) {
	in.policy, problems = policyjson.Read(bytes.NewReader(data), name)
	if len(problems) > 0 {
		in.Err = errors.New("the policy cannot be used")
	}
	return problems
}
