// Command validate measures scoring models on simulated people of whom the truth is known,
// and prints a table of model by measure.
//
//	go run ./examples/validate
//	go run ./examples/validate -seed 7 -workers 1000 -worlds
//	go run ./examples/validate -format json
//	go run ./examples/validate -svg calibration.svg
//
// It exits with 0 when it has measured, with 1 when it could not, with 2 when it was
// called wrongly.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/skillgap-go/skillgap/assess/assesstest"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// options are the flags.
type options struct {
	seed           uint64
	workers, looks int
	output         inputs.Output
	svg            string
	worlds         bool
}

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return inputs.Misused
	}
	if err := o.measure(ctx, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return inputs.Failed
	}
	return inputs.Done
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("validate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Uint64Var(&o.seed, "seed", 1, "which people are drawn")
	flags.IntVar(&o.workers, "workers", 400, "how many people in each world")
	flags.IntVar(&o.looks, "looks", 10, "how many further observations to add in the comparison of what to assess next")
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON)
	flags.BoolVar(&o.worlds, "worlds", false, "print every world of every model, too")
	flags.StringVar(&o.svg, "svg", "", "`FILE` to draw the calibration curve and the coverage of the intervals in")
	return o, inputs.Parse(flags, args, o.check)
}

func (o *options) check(files []string) error {
	switch {
	case len(files) > 0:
		return fmt.Errorf("no files are read: %q", files)
	case o.workers < 1 || o.looks < 0:
		return errors.New("-workers is 1 or more, and -looks 0 or more")
	}
	return o.output.Check()
}

// measure runs the simulation and writes what was asked for.
func (o *options) measure(ctx context.Context, stderr io.Writer) error {
	result, err := o.simulate(ctx, stderr)
	if err != nil {
		return err
	}
	if o.svg != "" {
		drawing, err := chart(result)
		if err != nil {
			return err
		}
		if err := os.WriteFile(o.svg, drawing, 0o644); err != nil {
			return err
		}
	}
	return o.output.Write(func(w io.Writer) error {
		if o.output.Format == inputs.JSON {
			return strictjson.WriteResult(w, result)
		}
		return table(w, result, o.worlds)
	})
}

func (o *options) simulate(ctx context.Context, stderr io.Writer) (*assesstest.Result, error) {
	samples := len(assesstest.Models()) * (len(assesstest.Worlds()) + 1) // and the invented one
	bar := progress.Count(stderr, "simulating", samples)
	defer bar.Close()
	return assesstest.Run(ctx, assesstest.Options{Seed: o.seed, People: o.workers, Looks: o.looks, Progress: func(done, _ int) { bar.Set(done) }})
}
