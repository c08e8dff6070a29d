// Package sheet reads and writes evidence as a table, in a CSV file or on the sheets of
// an .xlsx workbook: one row a piece and statement, under the header
//
//	worker,evidence,statement,kind,as,mode,level,by,at,until,relevance,confidence,reliability,state
//
// with the columns in any order. A blank means the default of worker/1; statement,
// kind and at are required. Other columns are named as a problem and ignored. One
// table may hold many workers. What is understood of a file, and how headers are matched,
// is the business of package table.
package sheet

import (
	"bytes"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// Detect tells whether data is such a table: a header names at least a statement and a
// kind.
func Detect(name string, data []byte) bool {
	book, problem := table.Open(bytes.NewReader(data), name)
	if problem != nil {
		return table.IsWorkbook(data) // one that is refused: Read says why
	}
	return book.Suits(layout())
}

// Read reads the workers of a table, gzipped or not, in the order in which they first
// appear. Every faulty row is reported with its line and left out; the others keep
// their numbers, so a piece without an ID is "row-N" of the file. No table: one
// problem that wraps ErrRead, ErrFormat, ErrMissing or ErrSyntax.
func Read(r io.Reader, name string) ([]assess.Worker, ksb.Problems) {
	book, problem := table.Open(r, name)
	if problem != nil {
		return nil, ksb.Problems{problem}
	}
	var problems ksb.Problems
	workers := roll{position: map[string]int{}}
	for row := range book.Rows(layout(), &problems) {
		if !untouched(row) {
			workers.add(row)
		}
	}
	return workers.list, problems.Sort()
}

// roll is the list of workers.
type roll struct {
	list     []assess.Worker
	position map[string]int // by ID
}

// add adds the evidence of a row to its worker, unless something in it is faulty.
func (l *roll) add(r *table.Row) {
	id, e := r.Text("worker"), evidence(r)
	at, known := l.position[id]
	if !known {
		at = len(l.list)
		l.position[id] = at
		l.list = append(l.list, assess.Worker{Format: assess.WorkerFormat, ID: id})
	}
	if !r.Faulty {
		l.list[at].Evidence = append(l.list[at].Evidence, e)
	}
}
