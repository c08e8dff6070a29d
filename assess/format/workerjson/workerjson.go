// Package workerjson reads and writes workers in the project's own format, worker/1.
package workerjson

import (
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strictjson.Detects(data, assess.WorkerFormat)
}

// Read reads one worker, gzipped or not. It reports every fault of the document with
// its line and path and leaves out the pieces that cannot be used; the others keep
// the numbers of their rows. Whether levels and references fit the standards is told
// by the report that is made of it. A document of another format, or of a greater
// number, is one problem that wraps ErrFormat.
func Read(r io.Reader, name string) (assess.Worker, ksb.Problems) {
	var w assess.Worker
	problems := strictjson.ReadDocument(r, name, assess.WorkerFormat, &w)
	problems = append(problems, check(&w)...)
	return w, problems.Sort()
}

// Write writes a worker. The only errors are those of w and a kind that has no name.
func Write(w io.Writer, worker assess.Worker) error {
	worker.Format = assess.WorkerFormat
	return strictjson.WriteDocument(w, worker)
}
