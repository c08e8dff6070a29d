// Command whichrole compares a person with every role, or a role with every person of a
// team, the nearest first, with reasons for the first few.
//
//	go run ./examples/whichrole
//	go run ./examples/whichrole -framework standards.json -worker evidence.csv -worker-id w-05
//	go run ./examples/whichrole -framework standards.json -worker team.csv -role "Senior support worker"
//
// With -role it is the role against everybody in the file of -worker; else one person
// against all roles. It says what is shown and what is not, and decides nothing: a gate
// that is shut takes no points away, and what nobody has looked at is not a gap. Without
// -framework and -worker it works on the sample data that comes with the project. It
// exits with 0 when a comparison was printed, with what is wrong with the input on
// standard error; with 1 when none could be, or with -strict and any problem; with 2
// when it was called wrongly.
package main

import (
	"errors"
	"flag"
	"io"
	"os"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// options are the flags.
type options struct {
	frameworks []string
	worker     string
	workerID   string
	role       string
	top, few   int
	asOf       ksb.Date
	output     inputs.Output
	strict     bool
}

// run is the whole program, with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return inputs.Misused
	}
	in := o.load(stdin, stderr)
	if err = in.Err; err == nil && len(in.index.Briefs()) == 0 {
		err = inputs.ErrNoRole
	}
	if err == nil {
		err = o.output.Write(func(w io.Writer) error { return o.answer(in, w, stderr) })
	}
	return in.Exit(stderr, "no comparison", err, o.strict)
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("whichrole", flag.ContinueOnError)
	flags.SetOutput(stderr)
	inputs.FrameworkFlag(flags, &o.frameworks)
	inputs.WorkerFlags(flags, &o.worker, &o.workerID)
	flags.StringVar(&o.role, "role", "", "`ROLE` to compare everybody with, by ID, code or title; none: one person with all roles")
	flags.IntVar(&o.top, "top", 5, "how many to list")
	flags.IntVar(&o.few, "reasons", 3, "how many reasons of each kind")
	flags.Func("as-of", "`DATE` of the comparison, YYYY-MM-DD; none: the day of the newest evidence", inputs.Day(&o.asOf))
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON)
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.ParseFlags(flags, args, o.check)
}

func (o *options) check() error {
	pipes := inputs.OnePipe(append(slices.Clone(o.frameworks), o.worker)...)
	switch {
	case !o.sample() && len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards?")
	case !o.sample() && o.worker == "":
		return errors.New("-worker is missing: whose evidence?")
	case o.top < 1 || o.few < 0:
		return errors.New("-top is at least 1, and -reasons at least 0")
	case pipes != nil:
		return pipes
	}
	return o.output.Check()
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool { return len(o.frameworks) == 0 && o.worker == "" }

// answer compares and prints.
func (o *options) answer(in *given, w, stderr io.Writer) error {
	engine, err := assess.New(in.index, assess.DefaultPolicy())
	if err != nil {
		return err
	}
	list, err := o.compare(in, engine, stderr)
	if err != nil {
		return err
	}
	list = list[:min(len(list), o.top)]
	if o.output.Format == inputs.JSON {
		return strictjson.WriteResult(w, struct {
			Matches []assess.Matched `json:"matches"`
		}{list})
	}
	reports, err := o.reports(in, engine, list)
	if err != nil {
		return err
	}
	return o.text(w, list, reports)
}

func (o *options) compare(in *given, engine *assess.Engine, stderr io.Writer) ([]assess.Matched, error) {
	if o.role == "" {
		worker, err := inputs.One(in.workers)
		if err != nil {
			return nil, err
		}
		bar := progress.Spin(stderr, "comparing")
		defer bar.Close()
		return engine.Roles(engine.Profile(worker, o.asOf), o.top, o.few)
	}
	role, err := inputs.WholeRole(in.index, "-role", o.role)
	if err != nil {
		return nil, err
	}
	bar := progress.Count(stderr, "people", len(in.workers))
	defer bar.Close()
	everybody := func(yield func(*assess.Profile) bool) {
		for _, worker := range in.workers {
			if !yield(engine.Profile(worker, o.asOf)) {
				return
			}
			bar.Add(1)
		}
	}
	return engine.People(role, everybody, o.few)
}
