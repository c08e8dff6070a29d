package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// options are the flags.
type options struct {
	a, b         string
	roleA, roleB string
	most         int
	least        match.Band
	examples     string
	review       string
	links        string
	output       inputs.Output
	worker       string
	workerID     string
	asOf         ksb.Date
	strict       bool
}

const about = `crosswalk proposes which statements of the standard -a say the same as which of
-b. Somebody decides in the file of -review; -links reads it back. Without -a
and -b it works on the sample data.`

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("crosswalk", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, about)
		flags.PrintDefaults()
	}
	flags.StringVar(&o.a, "a", "", "`FILE`, directory or zip with the standard to go from, in any supported format; - is standard input")
	flags.StringVar(&o.b, "b", "", "`FILE` with the standard to go to")
	flags.StringVar(&o.roleA, "role-a", "", "`ROLE` to go from, by ID, code or title, where the file holds several")
	flags.StringVar(&o.roleB, "role-b", "", "`ROLE` to go to")
	flags.IntVar(&o.most, "k", 3, "at most how many proposals a statement gets")
	flags.TextVar(&o.least, "least", match.Possible, "only proposals of this `BAND` or above: none, possible, likely or exact")
	flags.StringVar(&o.examples, "examples", "", "`FILE` with earlier decisions (examples/1): a pair that was rejected is not proposed again")
	flags.StringVar(&o.review, "review", "", "`FILE` to write for a person to decide in")
	flags.StringVar(&o.links, "links", "", "`FILE` that a person has decided in, in place of proposals: what it confirms are the links")
	flags.StringVar(&o.worker, "worker", "", "with -links: `FILE` with a person's evidence; shows where they stand in -role-b, with what is carried over the links")
	flags.StringVar(&o.workerID, "worker-id", "", "`ID` of the worker, where the file holds several")
	flags.Func("as-of", "with -worker: `DATE` of the report, YYYY-MM-DD; none: the day of the newest evidence", func(s string) (err error) {
		o.asOf, err = ksb.ParseDate(s)
		return err
	})
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON)
	flags.BoolVar(&o.strict, "strict", false, "exit with 1 if anything is wrong with the input")
	err := flags.Parse(args)
	if err == nil {
		if err = o.check(flags.Args()); err != nil {
			fmt.Fprintln(stderr, err)
		}
	}
	return o, err
}

func (o *options) check(rest []string) error {
	fromPipe := 0
	for _, name := range []string{o.a, o.b, o.examples, o.links, o.worker} {
		if name == "-" {
			fromPipe++
		}
	}
	switch {
	case len(rest) > 0:
		return fmt.Errorf("what is %q? every input has a flag", strings.Join(rest, " "))
	case (o.a == "") != (o.b == ""):
		return errors.New("-a and -b go together: from which standard to which?")
	case o.most < 1:
		return errors.New("-k is at least 1")
	case o.links != "" && o.review != "":
		return errors.New("-review asks for decisions, -links reads them: one at a time")
	case o.worker != "" && o.links == "":
		return errors.New("-worker needs -links: nothing is carried over what nobody has confirmed")
	case o.review != "" && o.output.File != "":
		return errors.New("-review names the file to write: -out goes with the other answers")
	case fromPipe > 1:
		return errors.New("only one input can be - (standard input)")
	}
	return o.output.Check()
}

// sample: no standard is named, so two roles of the sample data are used.
func (o *options) sample() bool { return o.a == "" }
