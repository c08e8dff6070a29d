package sheet

import (
	"bytes"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// WriteCSV writes the evidence of workers as one table, one row a piece and statement.
// Credentials, facts and overrides have no place in it: they come back as problems, and
// so does a text that a cell changes, such as one with blanks around it. The errors are
// those of w.
func WriteCSV(w io.Writer, workers []assess.Worker) (ksb.Problems, error) {
	return write(w, workers, table.WriteCSV)
}

// WriteXLSX is WriteCSV for a workbook, with drop-down lists and a sheet of help. Equal
// workers give equal bytes.
func WriteXLSX(w io.Writer, workers []assess.Worker) (ksb.Problems, error) {
	return write(w, workers, func(w io.Writer, p table.Page) error { return table.WriteWorkbook(w, help(), p) })
}

func write(w io.Writer, workers []assess.Worker, page func(io.Writer, table.Page) error) (ksb.Problems, error) {
	p := table.Page{Name: "Evidence", Columns: columns()}
	for _, worker := range workers {
		for _, e := range apart(worker) {
			p.Add(cells(worker.ID, e)...)
		}
	}
	var out bytes.Buffer
	if err := page(&out, p); err != nil {
		return nil, fmt.Errorf("%w: %w", ksb.ErrValue, err)
	}
	again, _ := Read(bytes.NewReader(out.Bytes()), "")
	_, err := w.Write(out.Bytes())
	return table.Lost(asRows(workers), asRows(again), "a table of evidence"), err
}

func cells(worker string, e assess.Evidence) []any {
	level := any("")
	if e.Level != nil {
		level = *e.Level
	}
	return []any{
		worker, e.ID, e.Statements[0].ID, e.Kind.String(), string(e.As), e.Mode.String(), level, e.By, e.At, e.Until,
		table.OrBlank(e.Relevance), table.OrBlank(e.Confidence), table.OrBlank(e.Reliability), e.State.String(),
	}
}

// apart lists the evidence of a worker as the rows that it becomes: a piece for each
// statement, with the level that it says of it, and with its ID spelt out.
func apart(w assess.Worker) (pieces []assess.Evidence) {
	ids := w.EvidenceIDs()
	for i, e := range w.Evidence {
		for _, ref := range e.Statements {
			one := e
			one.ID, one.Statements = ids[i], assess.Refs(ref.ID)
			if ref.Level != nil {
				one.Level = ref.Level
			}
			pieces = append(pieces, one)
		}
	}
	return pieces
}

// asRows returns the workers as a table holds them.
func asRows(workers []assess.Worker) (list []assess.Worker) {
	for _, w := range workers {
		w.Format, w.Evidence = assess.WorkerFormat, apart(w)
		list = append(list, w)
	}
	return list
}
