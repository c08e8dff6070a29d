// Command gapreport tells where a worker stands against a role, and which training
// would close the gaps.
//
//	go run ./examples/gapreport
//	go run ./examples/gapreport -framework standard.json -worker evidence.csv -catalogue courses.json
//	go run ./examples/gapreport -out report.html
//	go run ./examples/gapreport -out report.xlsx -words cy.json
//
// The report comes as text, JSON, Markdown, CSV, a web page or a workbook, with the plan
// below it or on sheets of its own; a table (CSV) has the requirements alone. The page
// needs nothing else, and a browser prints it as PDF. -words names the words of another
// language; plans as text and Markdown are in English whatever it says. Where links
// between statements are confirmed (-framework names a file with them, too), evidence
// counts over them, and the report says which.
//
// Without -framework, -worker and -catalogue it reports on the sample data that comes
// with the project. It exits with 0 when a report was printed, with what is wrong with
// the input on standard error; with 1 when none could be, or with -strict and any
// problem; with 2 when it was called wrongly.
package main

import (
	"context"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func main() { inputs.Main(run) }

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return inputs.Misused
	}
	in := o.load(stdin, stderr)
	return in.Exit(stderr, "no report", o.answer(ctx, in, stderr), o.strict)
}

// answer writes the report, with the plan.
func (o *options) answer(ctx context.Context, in *given, stderr io.Writer) error {
	if in.Err != nil {
		return in.Err
	}
	role, err := inputs.Role(in.index, o.role, o.option)
	if err != nil {
		return err
	}
	report, plan, err := o.judge(ctx, in, role, stderr)
	if err != nil {
		return err
	}
	return o.write(in.words, report, plan)
}

// judge assesses the worker and plans the training.
func (o *options) judge(ctx context.Context, in *given, role ksb.RoleID, stderr io.Writer) (*assess.Report, *pathway.Plan, error) {
	engine, err := assess.New(in.index, in.policy)
	if err != nil {
		return nil, nil, err
	}
	report, err := engine.Assess(engine.Profile(in.worker, o.asOf), role)
	if err != nil || in.catalogue == nil {
		return report, nil, err
	}
	planner, problems := pathway.NewPlanner(in.index, *in.catalogue)
	in.Note(problems, nil)
	bar := progress.Spin(stderr, "planning")
	defer bar.Close()
	plan, err := planner.Plan(ctx, report, pathway.Options{AssumeUnmet: o.assumeUnmet})
	return report, plan, err
}
