package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// options are the flags.
type options struct {
	frameworks []string
	worker     string
	workerID   string
	report     string
	catalogue  string
	role       string
	option     string
	policy     string
	asOf       ksb.Date
	anyDay     bool // courses may begin in any week
	plan       pathway.Options
	share      *int64 // of the employer, in basis points; nil: no funding
	levy       *int64 // pence
	weekly     *int64 // minutes a week; nil: no timetable
	paces      bool
	frontier   bool
	explain    string
	timeout    time.Duration
	words      string
	output     inputs.Output
	strict     bool
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("trainingplan", flag.ContinueOnError)
	flags.SetOutput(stderr)
	o.inputFlags(flags)
	o.limitFlags(flags)
	o.courseFlags(flags)
	flags.BoolVar(&o.frontier, "frontier", false, "print all plans that no other beats on cost, hours and weeks")
	flags.Func("aims", "what -frontier compares plans on: cost; cost,hours; or cost,hours,weeks (the default), which within limits can be thousands of plans and take long", o.compareOn)
	flags.StringVar(&o.explain, "explain", "", "`ID` of a course: why it is in the best plan, or why not, and why no plan is better")
	flags.DurationVar(&o.timeout, "timeout", 0, "`TIME` after which the best so far is printed, such as 30s; none: no limit")
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON, inputs.Markdown, inputs.CSV, inputs.HTML, inputs.XLSX, inputs.Mermaid, inputs.Calendar)
	inputs.WordsFlag(flags, &o.words)
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.ParseFlags(flags, args, o.check)
}

func (o *options) inputFlags(flags *flag.FlagSet) {
	inputs.FrameworkFlag(flags, &o.frameworks)
	inputs.WorkerFlags(flags, &o.worker, &o.workerID)
	flags.StringVar(&o.report, "report", "", "`FILE` with a report, report/1, instead of -worker")
	flags.StringVar(&o.catalogue, "catalogue", "", "`FILE` with courses, catalogue/1, CSV or .xlsx")
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role; may be left out where there is one")
	flags.StringVar(&o.option, "option", "", "`TITLE` of an option of the role")
	flags.StringVar(&o.policy, "policy", "", "`FILE` with a policy, policy/1; none: the documented one")
	flags.Func("as-of", "`DATE` of the report, YYYY-MM-DD; none: the day of the newest evidence", inputs.Day(&o.asOf))
}

func (o *options) limitFlags(flags *flag.FlagSet) {
	l := &o.plan.Limits
	flags.Func("budget", "`POUNDS` that the courses may cost the employer, such as 250 or 99.50; none: no limit", hundredths(&l.Pence))
	flags.Func("hours", "`HOURS` of the learner's time, such as 40 or 7.5; none: no limit", minutes(&l.Minutes))
	flags.Func("weeks", "`WEEKS` after which the last course has ended, whatever time there is in each; none: no limit", whole(&l.Weeks))
	flags.Func("hours-per-week", "`HOURS` to learn in each week: print a timetable too; none: no timetable", minutes(&o.weekly))
	flags.BoolVar(&o.paces, "paces", false, "print how long the plan takes with how much time a week, by quarters of an hour")
	flags.Func("employer-share", "`PERCENT` that the employer pays of what can be funded, such as 0 (a levy pays) or 5 (co-investment); none: no funding", hundredths(&o.share))
	flags.Func("levy", "`POUNDS` that funding has left for this plan; none: there is enough", hundredths(&o.levy))
	flags.BoolVar(&o.plan.AssumeUnmet, "assume-unmet", false, "plan as if everything that nobody has looked at were unmet")
}

func (o *options) courseFlags(flags *flag.FlagSet) {
	flags.Func("start", "`DATE` from which courses can begin, YYYY-MM-DD, or any: courses begin in any week; none: the day of the report", func(s string) (err error) {
		if o.anyDay = s == "any"; !o.anyDay {
			o.plan.Start, err = ksb.ParseDate(s)
		}
		return err
	})
	flags.StringVar(&o.plan.Setting, "setting", "", "`AREA` in which the learning has to fit; none: any")
	flags.Func("modes", "`LIST` of ways in which courses may be given: online,classroom,workplace,blended; none: any", func(s string) error {
		return o.allow(strings.Split(s, ","))
	})
	flags.Func("with", "`ID` of a course that has to be in the plan; may be repeated", inputs.List(&o.plan.With))
	flags.Func("without", "`ID` of a course that is not to be in it; may be repeated", inputs.List(&o.plan.Without))
	flags.BoolVar(&o.plan.Reuse, "reuse", false, "tell what courses that are already provided can close")
}

func (o *options) compareOn(s string) error {
	at := slices.Index([]string{"cost,hours,weeks", "cost,hours", "cost"}, s)
	if at < 0 {
		return fmt.Errorf("%q is not cost, cost,hours or cost,hours,weeks", s)
	}
	o.plan.Aims = pathway.Aims(at)
	return nil
}

// allow turns the ways that will do into those that will not.
func (o *options) allow(names []string) error {
	var allowed []pathway.Delivery
	for _, name := range names {
		var d pathway.Delivery
		if err := d.UnmarshalText([]byte(strings.TrimSpace(name))); err != nil {
			return err
		}
		allowed = append(allowed, d)
	}
	o.plan.NotModes = nil
	for d := pathway.Online; d.String() != ""; d++ {
		if !slices.Contains(allowed, d) {
			o.plan.NotModes = append(o.plan.NotModes, d)
		}
	}
	return nil
}

func (o *options) check() error {
	pipes := inputs.OnePipe(append(slices.Clone(o.frameworks), o.worker, o.report, o.catalogue, o.policy, o.words)...)
	switch {
	case o.frontier && o.explain != "":
		return errors.New("-frontier or -explain, not both")
	case o.weekly != nil && (o.frontier || o.explain != "" || o.anyDay):
		return errors.New("-hours-per-week makes a timetable of one plan, on days: not with -frontier, -explain or -start any")
	case o.paces && (o.weekly != nil || o.frontier || o.explain != "" || o.anyDay):
		return errors.New("-paces is about one plan, on days, at every pace: not with -hours-per-week, -frontier, -explain or -start any")
	case o.weekly != nil && *o.weekly == 0:
		return errors.New("-hours-per-week: nothing can be learned in no time")
	case o.levy != nil && o.share == nil:
		return errors.New("-levy says how much there is: how much of a price does the employer pay besides? (-employer-share)")
	case pipes != nil:
		return pipes
	case o.sample():
		return o.checkForm()
	case len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards?")
	case o.worker == "" && o.report == "":
		return errors.New("-worker is missing: whose evidence? (or -report)")
	case o.worker != "" && o.report != "":
		return errors.New("-report stands instead of -worker")
	case o.catalogue == "":
		return errors.New("-catalogue is missing: which courses?")
	}
	return o.checkForm()
}

// checkForm: what is asked for comes in some of the forms.
func (o *options) checkForm() error {
	if err := o.output.Check(); err != nil {
		return err
	}
	forms, what := []string{inputs.Text, inputs.JSON, inputs.Markdown, inputs.CSV, inputs.HTML, inputs.XLSX}, "a plan (a timetable is asked for by -hours-per-week)"
	switch {
	case o.frontier || o.paces || o.explain != "":
		forms, what = forms[:2], "-frontier, -paces and -explain"
	case o.weekly != nil:
		forms, what = []string{inputs.Text, inputs.JSON, inputs.Mermaid, inputs.Calendar}, "a timetable"
	}
	if !slices.Contains(forms, o.output.Format) {
		return fmt.Errorf("-format %s is not for %s: there are %s", o.output.Format, what, strings.Join(forms, ", "))
	}
	return nil
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool {
	return len(o.frameworks) == 0 && o.worker == "" && o.report == "" && o.catalogue == ""
}
