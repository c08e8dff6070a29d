package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// writers are the formats that -to writes. What a format cannot carry comes back as
// problems.
func writers() map[string]func(io.Writer, ksb.Framework) (ksb.Problems, error) {
	whole := func(write func(io.Writer, ksb.Framework) error) func(io.Writer, ksb.Framework) (ksb.Problems, error) {
		return func(w io.Writer, f ksb.Framework) (ksb.Problems, error) { return nil, write(w, f) }
	}
	return map[string]func(io.Writer, ksb.Framework) (ksb.Problems, error){
		"ksbjson": whole(ksbjson.Write), "case": casejson.Write, "moodle": whole(moodle.Write),
		"csv": sheet.WriteCSV, "xlsx": sheet.WriteXLSX,
	}
}

// answer is what -format json prints.
type answer struct {
	Files []document `json:"files"`
}

func (o *options) write(w, problems io.Writer, read []document) error {
	switch {
	case o.blank != "":
		return o.template(problems, read)
	case o.diff:
		return o.compare(w, problems, read)
	case o.to != "":
		return o.convert(w, problems, read)
	case o.format == "json":
		return strictjson.WriteResult(w, answer{read})
	}
	return table(w, read)
}

// table prints what was found, a line a document, and then every problem.
func table(w io.Writer, read []document) error {
	if _, err := fmt.Fprintln(w, "  roles      K      S      B  duties options  links problems"); err != nil {
		return err
	}
	for _, d := range read {
		reader := cmp.Or(d.Reader, "not understood")
		if _, err := fmt.Fprintf(w, "%7d%7d%7d%7d%8d%8d%7d%9d  %-14s  %s\n",
			d.Roles, d.Knowledge, d.Skills, d.Behaviours, d.Duties, d.Options, d.Links, len(d.Problems), reader, d.File); err != nil {
			return err
		}
	}
	for _, d := range read {
		for _, problem := range d.problems {
			if _, err := fmt.Fprintln(w, problem); err != nil {
				return err
			}
		}
	}
	return nil
}

// convert writes the one framework that was read in another format.
func (o *options) convert(w, problems io.Writer, read []document) (err error) {
	if len(read) != 1 || read[0].Reader == "" {
		return errors.New("-to converts one document that is understood")
	}
	var lost ksb.Problems
	write := func(w io.Writer) (err error) {
		lost, err = writers()[o.to](w, read[0].framework)
		return err
	}
	if o.out == "" {
		err = write(w)
	} else {
		err = toFile(o.out, write)
	}
	for _, p := range append(read[0].problems, lost...) {
		fmt.Fprintln(problems, p)
	}
	return err
}

// toFile writes a new file.
func toFile(name string, write func(io.Writer) error) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}
