package main

import (
	"fmt"
	"io"

	evidence "github.com/skillgap-go/skillgap/assess/format/sheet"
	standard "github.com/skillgap-go/skillgap/ksb/format/sheet"
	catalogue "github.com/skillgap-go/skillgap/pathway/format/sheet"
)

// template writes a workbook for people to fill in to the file of -out.
func (o *options) template(problems io.Writer, read []document) error {
	write := standard.Template
	switch o.blank {
	case "catalogue":
		write = catalogue.Template
	case "evidence":
		if len(read) != 1 {
			return fmt.Errorf("-template evidence takes one document, not %d", len(read))
		}
		for _, p := range read[0].problems {
			fmt.Fprintln(problems, p)
		}
		edition, err := o.edition(read[0])
		if err != nil {
			return err
		}
		write = func(w io.Writer) error { return evidence.Template(w, edition.Index, edition.Role) }
	}
	return toFile(o.out, write)
}
