package main

import (
	"fmt"
	"io"
	"os"

	"github.com/skillgap-go/skillgap/assess/edition"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb/diff"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// move prints what becomes of a worker's evidence, and writes what carries over to the
// file of -out.
func (o *options) move(w, problems io.Writer, changes diff.Changes) (err error) {
	file, err := os.Open(o.worker)
	if err != nil {
		return err
	}
	defer file.Close()
	worker, found := workerjson.Read(file, o.worker)
	for _, p := range found {
		fmt.Fprintln(problems, p)
	}
	carried, moved := edition.Move(worker, changes)
	if o.out != "" {
		write := func(w io.Writer) error { return workerjson.Write(w, carried) }
		if err := inputs.Save(o.out, write); err != nil {
			return err
		}
	}
	if o.format == "json" {
		return strictjson.WriteResult(w, moved)
	}
	return edition.Text(w, moved)
}
