package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

// options are the flags and the files.
type options struct {
	files  []string
	format string
	role   string
	diff   bool
	worker string
	blank  string
	get    string
	cache  string
	to     string
	out    string
	strict bool
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	known := strings.Join(slices.Sorted(maps.Keys(writers())), ", ")
	flags := flag.NewFlagSet("standards", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.format, "format", "text", "text or json")
	flags.BoolVar(&o.diff, "diff", false, "compare two files, the older one first")
	flags.StringVar(&o.worker, "worker", "", "with -diff: tell what becomes of the evidence in a worker/1 `FILE`; -out is for what carries over")
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role to compare")
	flags.StringVar(&o.get, "get", "", "download the standard of a `REFERENCE` such as ST0215 from the official open API")
	flags.StringVar(&o.cache, "cache", "", "`DIR` to keep downloads in, so that only what has changed is downloaded again")
	flags.StringVar(&o.to, "to", "", "convert to a `FORMAT`: "+known)
	flags.StringVar(&o.blank, "template", "", "write a workbook for people to fill in: `KIND` standard, evidence (for -role of a FILE) or catalogue; needs -out")
	flags.StringVar(&o.out, "out", "", "`FILE` to convert to; none: standard output")
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.Parse(flags, args, func(files []string) error {
		o.files = files
		return o.check(known)
	})
}

func (o *options) check(known string) error {
	_, canWrite := writers()[o.to]
	switch {
	case o.blank != "":
		return o.checkBlank()
	case len(o.files) == 0 && o.get == "":
		return errors.New("which files? - is standard input")
	case o.diff && o.to != "":
		return errors.New("-diff and -to do not go together")
	case o.format != "text" && o.format != "json":
		return fmt.Errorf("-format is text or json, not %q", o.format)
	case o.to != "" && !canWrite:
		return fmt.Errorf("-to is one of %s, not %q", known, o.to)
	case o.worker != "" && !o.diff:
		return errors.New("-worker needs -diff")
	case o.out != "" && o.to == "" && o.worker == "":
		return errors.New("-out needs -to or -worker")
	}
	return nil
}

func (o *options) checkBlank() error {
	switch {
	case o.blank != "standard" && o.blank != "evidence" && o.blank != "catalogue":
		return fmt.Errorf("-template is standard, evidence or catalogue, not %q", o.blank)
	case o.out == "":
		return errors.New("-template needs -out: a workbook is nothing to print")
	case o.diff || o.to != "" || o.worker != "":
		return errors.New("-template goes with nothing but -role and -out")
	case (o.blank == "evidence") != (len(o.files) == 1):
		return errors.New("-template evidence takes one file of standards, the others take none")
	}
	return nil
}
