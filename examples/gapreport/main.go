// Command gapreport tells where a worker stands against a role, and which training
// would close the gaps.
//
//	go run ./examples/gapreport
//	go run ./examples/gapreport -framework standard.json -worker evidence.csv -catalogue courses.json
//
// Without -framework, -worker and -catalogue it reports on the sample data that comes
// with the project. It exits with 0 when a report was printed, with what is wrong with
// the input on standard error; with 1 when none could be, or with -strict and any
// problem; with 2 when it was called wrongly.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/skillgap-go/skillgap/assess"
	assessrender "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
	planrender "github.com/skillgap-go/skillgap/pathway/render"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit codes.
const (
	printed = 0
	failed  = 1
	misused = 2
)

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if err != nil {
		return misused
	}
	in := o.load(stdin)
	defer func() {
		for _, p := range in.problems.Sort() {
			fmt.Fprintln(stderr, p)
		}
		if err != nil {
			fmt.Fprintln(stderr, "no report:", err)
		}
	}()
	var role ksb.RoleID
	if err = in.err; err == nil {
		role, err = inputs.Role(in.index, o.role, o.option)
	}
	switch {
	case errors.Is(err, inputs.ErrUnclear):
		return misused
	case err != nil:
		return failed
	}
	report, plan, err := o.answer(ctx, in, role)
	if err == nil {
		err = o.write(stdout, report, plan)
	}
	if err != nil || o.strict && len(in.problems) > 0 {
		return failed
	}
	return printed
}

// answer assesses the worker and plans the training.
func (o *options) answer(ctx context.Context, in *given, role ksb.RoleID) (*assess.Report, *pathway.Plan, error) {
	engine, err := assess.New(in.index, in.policy)
	if err != nil {
		return nil, nil, err
	}
	report, err := engine.Assess(engine.Profile(in.worker, o.asOf), role)
	if err != nil || in.catalogue == nil {
		return report, nil, err
	}
	planner, problems := pathway.NewPlanner(in.index, *in.catalogue)
	in.problems = append(in.problems, problems...)
	plan, err := planner.Plan(ctx, report, pathway.Options{AssumeUnmet: o.assumeUnmet})
	return report, plan, err
}

// answerFile is what -format json prints; without a catalogue the plan is null.
type answerFile struct {
	Report *assess.Report `json:"report"`
	Plan   *pathway.Plan  `json:"plan"`
}

func (o *options) write(w io.Writer, r *assess.Report, p *pathway.Plan) error {
	if o.format == "json" {
		return strictjson.WriteResult(w, answerFile{r, p})
	}
	if err := assessrender.Text(w, r); err != nil || p == nil {
		return err
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	return planrender.Text(w, r, p)
}
