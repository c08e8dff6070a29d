package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/testdata"
)

// shelf is where documents stand: the samples, by "sample/PATH", and the files that were
// uploaded, by "file/NUMBER". What a reference means never changes while the program
// runs, so what was read is kept.
type shelf struct {
	store *store
	mu    sync.Mutex // one document is read at a time, so that a few large ones do not fill the memory
	read  map[string]*document
}

// document is a file, read by the readers of the library.
type document struct {
	Ref, Name  string
	Kind       kind
	frameworks []ksb.Framework
	Index      *ksb.Index
	Workers    []assess.Worker
	Catalogue  pathway.Catalogue
	Problems   ksb.Problems
}

// usable: there is something in it to work with.
func (d *document) usable() bool {
	switch d.Kind {
	case standards:
		return len(d.Index.Briefs()) > 0
	case evidence:
		return len(d.Workers) > 0
	}
	return len(d.Catalogue.Courses) > 0
}

// person is the worker of an ID.
func (d *document) person(id string) (assess.Worker, bool) {
	at := slices.IndexFunc(d.Workers, func(w assess.Worker) bool { return w.ID == id })
	if at < 0 {
		return assess.Worker{ID: id}, false
	}
	return d.Workers[at], true
}

// mostRead is how many documents are kept in memory.
const mostRead = 32

// open finds and reads a document. One that is not there is a fault of whoever asks.
func (s *shelf) open(ref string, k kind) (*document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, known := s.read[ref]
	if !known {
		name, data, err := s.find(ref, k)
		if err != nil {
			return nil, err
		}
		d = readDocument(k, name, data)
		d.Ref = ref
		if len(s.read) >= mostRead {
			clear(s.read)
		}
		s.read[ref] = d
	}
	if d.Kind != k {
		return nil, fault{http.StatusNotFound, fmt.Sprintf("%s holds no %s.", d.Name, k)}
	}
	return d, nil
}

// try reads a document that has no place on the shelf yet.
func (s *shelf) try(k kind, name string, data []byte) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	return readDocument(k, name, data)
}

func (s *shelf) find(ref string, k kind) (name string, data []byte, err error) {
	if sample, is := strings.CutPrefix(ref, "sample/"); is && slices.Contains(samples(k), sample) {
		data, err = fs.ReadFile(testdata.Files(), sample)
		return sample, data, err
	}
	uploaded, is := strings.CutPrefix(ref, "file/")
	number, err := strconv.ParseInt(uploaded, 10, 64)
	if !is || err != nil {
		return "", nil, notFound
	}
	f, err := s.store.file(number)
	if err != nil || f.Kind != k {
		return "", nil, cmp.Or[error](missing(err), notFound)
	}
	return f.Name, f.Data, nil
}

// readDocument reads bytes as what they are said to hold.
func readDocument(k kind, name string, data []byte) *document {
	d := &document{Kind: k, Name: name}
	d.Index, _ = ksb.Compile()
	data, problem := input.Upload(bytes.NewReader(data), name, input.Limits{Sent: uploadLimit, Bytes: unpackedLimit})
	if problem != nil {
		d.Problems = ksb.Problems{problem}
		return d
	}
	files := inputs.Files{Embedded: single(data)}
	switch k {
	case standards:
		d.frameworks, d.Problems = files.Frameworks(name)
		index, faults := ksb.Compile(d.frameworks...)
		d.Index, d.Problems = index, append(d.Problems, faults...)
	case evidence:
		d.Workers, d.Problems, _ = files.Workers(name, "")
	case courses:
		d.Catalogue, d.Problems, _ = files.Catalogue(name)
	}
	d.Problems = d.Problems.Sort()
	return d
}

// single is a tree of one file, of whatever name.
type single []byte

func (s single) Open(string) (fs.File, error) { return opened{bytes.NewReader(s)}, nil }

type opened struct{ *bytes.Reader }

func (opened) Stat() (fs.FileInfo, error) { return nil, fs.ErrInvalid }
func (opened) Close() error               { return nil }

// The most that an upload may be, as it is sent and unpacked.
const (
	uploadLimit   = 10 << 20
	unpackedLimit = 64 << 20
)

// samples are the paths of the sample documents of a kind.
func samples(k kind) (paths []string) {
	patterns := map[kind][]string{
		standards: {"*/framework*.json"},
		evidence:  {"*/workers/*", "*/team/*", "*/evidence.csv"},
		courses:   {"*/catalogue*.json"},
	}
	for _, pattern := range patterns[k] {
		found, _ := fs.Glob(testdata.Files(), pattern)
		paths = append(paths, found...)
	}
	slices.SortFunc(paths, ksb.CompareCodes)
	return paths
}

// entry is a document to choose.
type entry struct{ Ref, Name string }

// choices are the documents of a kind: those that were uploaded, the newest first, then
// the samples; beside a sample standard only those that go with it.
func (s *shelf) choices(k kind, beside string) (list []entry, err error) {
	files, err := s.store.files()
	for _, f := range files {
		if f.Kind == k {
			list = append(list, entry{fmt.Sprintf("file/%d", f.Number), f.Name})
		}
	}
	for _, sample := range samples(k) {
		if ref := "sample/" + sample; k == standards || strings.HasPrefix(ref, folder(beside)) {
			list = append(list, entry{ref, "Sample: " + sample})
		}
	}
	return list, err
}

// folder is that of a sample; of other references one that no sample is in.
func folder(ref string) string { return path.Dir(ref) + "/" }

// sampleScan is what a new database begins with.
func sampleScan() scan {
	day, _ := ksb.ParseDate("2026-06-30")
	return scan{
		Standard: "sample/imaging/framework.json", Role: "imaging-support-worker", Worker: "w-01",
		Evidence: "sample/imaging/workers/every-status.json", Courses: "sample/imaging/catalogue.json", AsOf: day, Begun: day,
	}
}
