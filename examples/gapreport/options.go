package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
)

// options are the flags.
type options struct {
	frameworks  []string
	worker      string
	workerID    string
	catalogue   string
	role        string
	option      string
	policy      string
	asOf        ksb.Date
	assumeUnmet bool
	words       string
	output      inputs.Output
	strict      bool
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("gapreport", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Func("framework", "`FILE`, directory or zip with standards, in any supported format; may be repeated; - is standard input", func(s string) error {
		o.frameworks = append(o.frameworks, s)
		return nil
	})
	flags.StringVar(&o.worker, "worker", "", "`FILE` with evidence, worker/1, CSV or .xlsx; - is standard input")
	flags.StringVar(&o.workerID, "worker-id", "", "`ID` of the worker, where the file holds several")
	flags.StringVar(&o.catalogue, "catalogue", "", "`FILE` with courses, catalogue/1, CSV or .xlsx; none: no plan")
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role; may be left out where there is one")
	flags.StringVar(&o.option, "option", "", "`TITLE` of an option of the role")
	flags.StringVar(&o.policy, "policy", "", "`FILE` with a policy, policy/1; none: the documented one")
	flags.Func("as-of", "`DATE` of the report, YYYY-MM-DD; none: the day of the newest evidence", func(s string) (err error) {
		o.asOf, err = ksb.ParseDate(s)
		return err
	})
	flags.BoolVar(&o.assumeUnmet, "assume-unmet", false, "plan as if everything that nobody has looked at were unmet")
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON, inputs.Markdown, inputs.CSV, inputs.HTML, inputs.XLSX)
	inputs.WordsFlag(flags, &o.words)
	flags.BoolVar(&o.strict, "strict", false, "exit with 1 if anything is wrong with the input")
	err := flags.Parse(args)
	if err == nil {
		err = o.check(flags.Args())
		if err != nil {
			fmt.Fprintln(stderr, err)
		}
	}
	return o, err
}

func (o *options) check(rest []string) error {
	files := append(slices.Clone(o.frameworks), o.worker, o.catalogue, o.policy, o.words)
	standardInputs := len(files) - len(slices.DeleteFunc(files, func(f string) bool { return f == "-" }))
	switch {
	case len(rest) > 0:
		return fmt.Errorf("what is %q? every input has a flag", strings.Join(rest, " "))
	case !o.sample() && len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards?")
	case !o.sample() && o.worker == "":
		return errors.New("-worker is missing: whose evidence?")
	case standardInputs > 1:
		return errors.New("only one input can be - (standard input)")
	}
	return o.output.Check()
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool {
	return len(o.frameworks) == 0 && o.worker == "" && o.catalogue == ""
}
