// Command trainingplan tells which courses close the gaps of a worker, at the least
// cost or within a budget, and why these and not others.
//
//	go run ./examples/trainingplan
//	go run ./examples/trainingplan -framework standard.json -worker evidence.csv -catalogue courses.json -budget 500
//	go run ./examples/trainingplan -assume-unmet -frontier
//	go run ./examples/trainingplan -explain talking-class
//	go run ./examples/trainingplan -hours-per-week 4
//	go run ./examples/trainingplan -paces
//	go run ./examples/trainingplan -out plan.html
//
// A plan comes as text, JSON, Markdown, CSV, a web page or a workbook, which holds the
// report as well; a timetable as text, JSON, a calendar or a chart over time (Mermaid);
// what -frontier, -paces and -explain tell as text or JSON. -words names the words of another
// language, for the page and the workbook.
//
// Without -framework, -worker, -report and -catalogue it plans for the sample data that
// comes with the project. The budget is in pounds and the time in hours. Courses begin
// on the days that they name, from the day of the report on, unless -start says
// otherwise. A search that takes long can be interrupted: what was found is printed.
//
// It exits with 0 when a plan was printed, with what is wrong with the input on standard
// error; with 1 when none could be, or with -strict and any problem; with 2 when it was
// called wrongly.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/pathway"
)

func main() { inputs.Main(run) }

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return inputs.Misused
	}
	if o.timeout > 0 {
		limited, stop := context.WithTimeout(ctx, o.timeout)
		defer stop()
		ctx = limited
	}
	in := o.load(stdin, stderr)
	err = o.output.Write(func(w io.Writer) error { return o.answer(ctx, in, w, stderr) })
	return in.Exit(stderr, "no plan", err, o.strict)
}

// answer writes the plan that is asked for.
func (o *options) answer(ctx context.Context, in *given, w, stderr io.Writer) error {
	report, err := o.reported(in)
	if err != nil {
		return err
	}
	planner, problems := pathway.NewPlanner(in.index, in.catalogue)
	in.Note(problems, nil)
	o.complete(report, in.worker)
	a := &answer{ask: o, words: in.words, planner: planner, report: report, w: w}
	if o.frontier {
		err = a.writeFrontier(ctx, stderr)
	} else {
		err = a.writeOne(ctx, stderr)
	}
	if errors.Is(err, pathway.ErrUnknownCourse) {
		err = fmt.Errorf("%w: %w", inputs.ErrUnclear, err)
	}
	return err
}

// reported is the stored report, or that of where the worker stands.
func (o *options) reported(in *given) (*assess.Report, error) {
	if in.Err != nil || in.report != nil {
		return in.report, in.Err
	}
	role, err := inputs.Role(in.index, o.role, o.option)
	if err != nil {
		return nil, err
	}
	engine, err := assess.New(in.index, in.policy)
	if err != nil {
		return nil, err
	}
	return engine.Assess(engine.Profile(in.worker, o.asOf), role)
}

// complete fills in what the flags leave to the report and the evidence, and the funding.
func (o *options) complete(r *assess.Report, w assess.Worker) {
	o.plan.Expires = pathway.Expiries(r, w)
	if o.plan.Start == 0 && !o.anyDay {
		o.plan.Start = r.AsOf
	}
	if o.share != nil {
		o.plan.Funding = &pathway.Funding{ShareBasisPoints: *o.share, PotPence: o.levy}
	}
}
