package main

import (
	"errors"
	"flag"
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// options are the flags.
type options struct {
	frameworks []string
	worker     string
	workerID   string
	report     string
	delivery   string
	role       string
	policy     string
	asOf       ksb.Date
	start      ksb.Date
	method     rpl.Method
	words      string
	output     inputs.Output
	strict     bool
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("rpl", flag.ContinueOnError)
	flags.SetOutput(stderr)
	inputs.FrameworkFlag(flags, &o.frameworks)
	flags.StringVar(&o.worker, "worker", "", "`FILE` with evidence, worker/1 or CSV; - is standard input")
	flags.StringVar(&o.workerID, "worker-id", "", "`ID` of the worker, where the file holds several")
	flags.StringVar(&o.report, "report", "", "`FILE` with a report, report/1, instead of standards and evidence")
	flags.StringVar(&o.delivery, "delivery", "", "`FILE` with the programme, delivery/1; - is standard input")
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role; none: the standard of the programme")
	flags.StringVar(&o.policy, "policy", "", "`FILE` with a policy, policy/1; none: the documented one")
	flags.Func("as-of", "`DATE` of the assessment, YYYY-MM-DD; none: the day of the newest evidence", inputs.Day(&o.asOf))
	flags.Func("start", "`DATE` on which the learner starts; none: that of the programme", inputs.Day(&o.start))
	flags.Func("method", "`NAME` of the method for the hours: activity (default), binary or sliding", func(s string) error {
		return o.method.UnmarshalText([]byte(s))
	})
	o.output.Flags(flags, stdout, inputs.Text, inputs.Markdown, inputs.JSON)
	inputs.WordsFlag(flags, &o.words)
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.ParseFlags(flags, args, o.check)
}

func (o *options) check() error {
	pipes := inputs.OnePipe(append(slices.Clone(o.frameworks), o.worker, o.report, o.delivery, o.policy, o.words)...)
	switch {
	case pipes != nil:
		return pipes
	case o.sample():
		return o.output.Check()
	case o.delivery == "":
		return errors.New("-delivery is missing: which programme?")
	case o.report != "" && (len(o.frameworks) > 0 || o.worker != ""):
		return errors.New("-report stands instead of -framework and -worker")
	case o.report == "" && len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards? (or -report)")
	case o.report == "" && o.worker == "":
		return errors.New("-worker is missing: whose evidence?")
	}
	return o.output.Check()
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool {
	return len(o.frameworks) == 0 && o.worker == "" && o.report == "" && o.delivery == ""
}

// useSample names the embedded data: a role, one of the four workers, a programme.
func (o *options) useSample() {
	o.frameworks = []string{"imaging/framework.json"}
	o.worker, o.delivery = "imaging/workers/every-status.json", "imaging/deliveries/support-worker.json"
	switch o.workerID {
	case "w-02":
		o.worker = "imaging/workers/new-starter.json"
	case "w-03":
		o.worker = "imaging/workers/nearly-there.json"
	case "w-04":
		o.worker, o.delivery = "imaging/workers/assistant-practitioner.json", "imaging/deliveries/assistant-practitioner.json"
	}
	inputs.SampleDay(&o.asOf)
}
