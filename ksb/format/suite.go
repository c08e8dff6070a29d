// Package format picks the reader for a document and reads whole trees of documents.
//
// A [Format] is a value; the list of those that a program understands is a [Suite]
// that the caller writes down:
//
//	suite := format.Suite{
//		{Name: "ksb/1", Doc: "the project's own format", Detect: ksbjson.Detect, Read: ksbjson.Read},
//	}
//	framework, name, problems := suite.Read(file, "imaging.json")
//
// This package knows no format: a new one is a new folder and a line in the caller's
// suite.
package format

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Format is a way to write a framework down.
type Format struct {
	Name string // short: "ksb/1"
	Doc  string // one line: what it is and who publishes it
	// Detect tells whether a whole document, unpacked, is of this format. It is total
	// and does not look further than it must.
	Detect func(name string, data []byte) bool
	// Read reads a document, gzipped or not; name is for problems and origins.
	Read func(r io.Reader, name string) (ksb.Framework, ksb.Problems)
	// DetectFS picks, from the paths of the files of one folder, those that together
	// are one data set of this format; none if they are not. It sees no bytes, so the
	// names must tell. nil, or a nil ReadFS: the format is one of single documents. A
	// format of data sets alone has no Detect and no Read.
	DetectFS func(paths []string) []string
	// ReadFS reads the data set of the paths that DetectFS picked, each gzipped or not;
	// a path is also the file's name in problems and origins.
	ReadFS func(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems)
}

// Suite is a list of formats. Where two detect the same document the first one counts.
type Suite []Format

// Read reads a document in the first format that detects it and returns the name of
// that format. If none does the name is "" and there is one problem: ErrFormat, or
// what [input.Read] says of bytes that are no text.
func (s Suite) Read(r io.Reader, name string) (ksb.Framework, string, ksb.Problems) {
	d := s.read(r, name)
	return d.Framework, d.Format, d.Problems
}

// Document is what became of one document, or of the files of one data set.
type Document struct {
	Name      string // of the file; of the first one of a data set
	Format    string // its name in the suite; "": no format detects it
	Framework ksb.Framework
	Problems  ksb.Problems

	bytes int64 // unpacked, whether or not they were understood
}

func (s Suite) read(r io.Reader, name string) Document {
	raw, err := io.ReadAll(io.LimitReader(r, input.Limit+1))
	if err != nil {
		return failed(&ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}, len(raw))
	}
	data, problem := input.Read(bytes.NewReader(raw), name)
	switch {
	case problem == nil:
	case problem.Fault == ksb.ErrEncoding:
		data = raw // a workbook is no text, and yet may be understood
	case problem.Fault == ksb.ErrTooLarge:
		return failed(problem, input.Limit)
	default:
		return failed(problem, len(raw))
	}
	for _, f := range s {
		if f.Detect != nil && f.Detect(name, data) {
			framework, problems := f.Read(bytes.NewReader(data), name)
			return Document{name, f.Name, framework, problems, int64(len(data))}
		}
	}
	if problem == nil {
		problem = s.unknown(name, data)
	}
	return failed(problem, len(data))
}

func failed(p *ksb.Problem, bytes int) Document {
	return Document{Name: p.Origin.File, Problems: ksb.Problems{p}, bytes: int64(bytes)}
}

// unknown says what was found and what would have been understood.
func (s Suite) unknown(name string, data []byte) *ksb.Problem {
	known := make([]string, len(s))
	for i, f := range s {
		known[i] = f.Name
	}
	return &ksb.Problem{
		Fault: ksb.ErrFormat, Origin: ksb.Origin{File: name, Line: 1},
		Detail: fmt.Sprintf("found %s; understood are: %s", describe(data), strings.Join(known, ", ")),
	}
}
