// Command rpl recognises prior learning: it tells which parts of an apprenticeship
// programme a person need not take, and what that does to its hours, its duration and
// its price, as a statement for the evidence pack.
//
//	go run ./examples/rpl
//	go run ./examples/rpl -framework standard.json -worker evidence.csv -delivery programme.json
//	go run ./examples/rpl -report report.json -delivery programme.json -method binary -format markdown
//
// A skills scan that is kept as a table (CSV) is read by -worker: a row a statement, with
// the kind of evidence behind it; the person's own rating alone recognises nothing.
//
// Without -framework, -worker, -report and -delivery it works on the sample data that
// comes with the project. It exits with 0 when a statement was printed, with what is
// wrong with the input on standard error; with 1 when none could be, or with -strict and
// any problem; with 2 when it was called wrongly.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway/render"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program, with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return inputs.Misused
	}
	in := o.load(stdin, stderr)
	result, err := o.answer(in)
	if err == nil {
		err = o.output.Write(func(w io.Writer) error { return o.write(w, in.words, result) })
	}
	return in.Exit(stderr, "no statement", err, o.strict)
}

// answer assesses the worker, or takes the report, and recognises what is shown.
func (o *options) answer(in *given) (*rpl.Result, error) {
	if in.Err != nil {
		return nil, in.Err
	}
	report, err := in.report, error(nil)
	if report == nil {
		report, err = o.assess(in)
	}
	if err != nil {
		return nil, err
	}
	result, problems := rpl.Recognise(in.delivery, rpl.FromReport(report), rpl.Options{Method: o.method, Start: o.start})
	in.Note(problems, nil)
	if result == nil {
		return nil, errors.New("nothing can be computed from the programme")
	}
	return result, nil
}

// assess reports where the worker stands against the role.
func (o *options) assess(in *given) (*assess.Report, error) {
	role, err := o.chooseRole(in)
	if err != nil {
		return nil, err
	}
	engine, err := assess.New(in.index, in.policy)
	if err != nil {
		return nil, err
	}
	return engine.Assess(engine.Profile(in.worker, o.asOf), role)
}

// chooseRole finds the role that is meant: by -role, or by the standard of the
// programme.
func (o *options) chooseRole(in *given) (ksb.RoleID, error) {
	standard := in.index.FindRoles(in.delivery.Standard)
	if o.role == "" {
		return one("-role", in.delivery.Standard, standard)
	}
	role, err := one("-role", o.role, in.index.FindRoles(o.role))
	for _, id := range standard {
		if id == role {
			return role, err
		}
	}
	if err == nil && in.delivery.Standard != "" {
		in.Problems.Add(in.delivery.Origin, "standard", ksb.ErrUnknownRole, "the programme is for %q, the role assessed is %q", in.delivery.Standard, role)
	}
	return role, err
}

func one(flag, text string, found []ksb.RoleID) (ksb.RoleID, error) {
	if len(found) == 1 {
		return found[0], nil
	}
	return "", fmt.Errorf("%s: %q fits %d roles %q: %w", flag, text, len(found), found, inputs.ErrUnclear)
}

func (o *options) write(w io.Writer, words *wording.Words, r *rpl.Result) error {
	say := render.Options{Words: words}
	switch o.output.Format {
	case inputs.JSON:
		return render.RPLJSON(w, r)
	case inputs.Markdown:
		return say.RPLMarkdown(w, r)
	}
	return say.RPLText(w, r)
}
