package main

import (
	"errors"
	"flag"
	"io"
	"slices"

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
	inputs.FrameworkFlag(flags, &o.frameworks)
	inputs.WorkerFlags(flags, &o.worker, &o.workerID)
	flags.StringVar(&o.catalogue, "catalogue", "", "`FILE` with courses, catalogue/1, CSV or .xlsx; none: no plan")
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role; may be left out where there is one")
	flags.StringVar(&o.option, "option", "", "`TITLE` of an option of the role")
	flags.StringVar(&o.policy, "policy", "", "`FILE` with a policy, policy/1; none: the documented one")
	flags.Func("as-of", "`DATE` of the report, YYYY-MM-DD; none: the day of the newest evidence", inputs.Day(&o.asOf))
	flags.BoolVar(&o.assumeUnmet, "assume-unmet", false, "plan as if everything that nobody has looked at were unmet")
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON, inputs.Markdown, inputs.CSV, inputs.HTML, inputs.XLSX)
	inputs.WordsFlag(flags, &o.words)
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.ParseFlags(flags, args, o.check)
}

func (o *options) check() error {
	pipes := inputs.OnePipe(append(slices.Clone(o.frameworks), o.worker, o.catalogue, o.policy, o.words)...)
	switch {
	case !o.sample() && len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards?")
	case !o.sample() && o.worker == "":
		return errors.New("-worker is missing: whose evidence?")
	case pipes != nil:
		return pipes
	}
	return o.output.Check()
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool {
	return len(o.frameworks) == 0 && o.worker == "" && o.catalogue == ""
}
