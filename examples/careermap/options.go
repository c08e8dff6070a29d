package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// options are the flags.
type options struct {
	frameworks []string
	worker     string
	workerID   string
	catalogue  string
	from, to   string
	unlocks    string
	within     int
	asOf       ksb.Date
	likeness   float64
	pareto     bool
	allLinks   bool
	routes     pathway.RouteOptions
	words      string
	output     inputs.Output
	strict     bool
}

// unasked is a number of weeks that nobody asked for.
const unasked = -1

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("careermap", flag.ContinueOnError)
	flags.SetOutput(stderr)
	inputs.FrameworkFlag(flags, &o.frameworks)
	inputs.WorkerFlags(flags, &o.worker, &o.workerID)
	flags.StringVar(&o.catalogue, "catalogue", "", "`FILE` with courses, catalogue/1, CSV or .xlsx; none: no training")
	flags.StringVar(&o.from, "from", "", "`ROLE` to start from, by ID, code or title: with -worker the role that the person holds")
	flags.StringVar(&o.to, "to", "", "`ROLE` to get to, by ID, code or title; none: what is within reach in 52 weeks")
	flags.IntVar(&o.within, "within", unasked, "tell what is within reach by so many `WEEKS` of training; 0: now")
	flags.StringVar(&o.unlocks, "unlocks", "", "`ID` of a course or a credential: which roles does it open?")
	flags.Func("as-of", "`DATE` of the question, YYYY-MM-DD; none: the day of the newest evidence", inputs.Day(&o.asOf))
	o.routeFlags(flags)
	flags.BoolVar(&o.allLinks, "all-links", false, "draw computed links that no route takes, too")
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON, inputs.Mermaid, inputs.SVG, inputs.HTML)
	inputs.WordsFlag(flags, &o.words)
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.ParseFlags(flags, args, o.check)
}

// routeFlags are the flags about routes.
func (o *options) routeFlags(flags *flag.FlagSet) {
	r := &o.routes
	flags.IntVar(&r.K, "k", 3, "how many routes")
	flags.Func("by", "`WHAT` is best, the most important first: pence, minutes, weeks, hops, asked; by commas", func(s string) error {
		for _, name := range strings.Split(s, ",") {
			r.Objectives = append(r.Objectives, pathway.Objective(strings.TrimSpace(name)))
		}
		return nil
	})
	flags.BoolVar(&o.pareto, "pareto", false, "every route that no other outdoes in all of -by (pence, weeks, hops if there is none)")
	flags.BoolVar(&r.AssumeUnmet, "assume-unmet", false, "plan as if everything that nobody has looked at were unmet")
	flags.Func("least-qual", "`LEVEL` that roles on the way have at least", level(&r.LeastQual))
	flags.Func("most-qual", "`LEVEL` that roles on the way have at most", level(&r.MostQual))
	flags.BoolFunc("regulated", "only roles on the way that have a regulator; -regulated=false: only those without", func(s string) error {
		yes, err := strconv.ParseBool(s)
		r.Regulated = &yes
		return err
	})
	flags.StringVar(&r.Setting, "setting", "", "leave out courses that name settings, and not `THIS`")
	flags.IntVar(&r.MostMonths, "months", 0, "how many `MONTHS` a route takes at most; 0: any")
	flags.IntVar(&r.MostHops, "hops", 4, "how many roles a route has at most")
	flags.BoolVar(&r.PublishedOnly, "published", false, "only published links")
	flags.Float64Var(&o.likeness, "likeness", 0, "let statements with nearly the same words count in part, from this cosine on; 0: only the same words")
}

func level(q *ksb.Qual) func(string) error {
	return func(s string) error {
		n, err := strconv.ParseUint(s, 10, 8)
		*q = ksb.Qual(n)
		return err
	}
}

func (o *options) check() error {
	pipes := inputs.OnePipe(append(slices.Clone(o.frameworks), o.worker, o.catalogue, o.words)...)
	switch {
	case !o.sample() && len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards?")
	case !o.sample() && o.worker == "" && o.from == "":
		return errors.New("-worker or -from is missing: where does the way begin?")
	case o.likeness < 0 || o.likeness > 1:
		return fmt.Errorf("-likeness is from 0 to 1, not %v", o.likeness)
	case o.within < 0 && o.within != unasked:
		return fmt.Errorf("-within is no number of weeks: %d", o.within)
	case pipes != nil:
		return pipes
	}
	return o.checkForm()
}

// checkForm: what is no route cannot be drawn.
func (o *options) checkForm() error {
	err, form := o.output.Check(), o.output.Format
	lists := o.to == "" && !o.sample() || o.within != unasked || o.unlocks != ""
	if err == nil && lists && form != inputs.Text && form != inputs.JSON {
		return fmt.Errorf("-format %s needs routes: there is nothing to draw", form)
	}
	return err
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool {
	return len(o.frameworks) == 0 && o.worker == "" && o.catalogue == ""
}
