package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/skillgap-go/skillgap/examples/commands"
)

// options are the flags.
type options struct {
	files       []string
	format      string
	layout      layout
	timeout     time.Duration
	certificate bool
	greedy      bool
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("setcover", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.format, "format", "text", "text or json: one line a file")
	flags.StringVar((*string)(&o.layout), "layout", string(anyLayout), "layout of the files: rows, columns (the rail problems), or any: whichever fits")
	flags.DurationVar(&o.timeout, "timeout", time.Minute, "`TIME` for each file, after which the best cover so far is printed; 0: none")
	flags.BoolVar(&o.certificate, "certificate", false, "check the proof of each answer, and print its prices")
	flags.BoolVar(&o.greedy, "greedy", false, "find a cover fast, without proof")
	return o, commands.Parse(flags, args, func(files []string) error {
		o.files = files
		return o.check()
	})
}

func (o *options) check() error {
	switch {
	case len(o.files) == 0:
		return errors.New("which files? - is standard input")
	case o.format != "text" && o.format != "json":
		return fmt.Errorf("-format %q: text or json", o.format)
	case o.layout != anyLayout && o.layout != byRows && o.layout != byColumns:
		return fmt.Errorf("-layout %q: rows, columns or any", o.layout)
	case o.timeout < 0:
		return fmt.Errorf("-timeout %v: below zero", o.timeout)
	}
	return nil
}
