// Command careermap finds ways from where a person stands to a role: what carries over
// on every step, what is newly asked, the gates, the training and what it comes to; or
// draws the map of roles with the ways on it; -format html is both on one page.
//
//	go run ./examples/careermap
//	go run ./examples/careermap -framework standards.json -worker evidence.csv -catalogue courses.json -to "Assistant practitioner"
//	go run ./examples/careermap -framework standards.json -from "Support worker" -to "Assistant practitioner" -out map.svg
//	go run ./examples/careermap -out ways.html
//
// With -from alone the way is that of somebody who can do what that role asks, and of
// whom nothing else is known. With -worker it is that of a person; -from is then the role
// that the person holds. Without -to, or with -within, it tells what is within reach,
// with -unlocks what a course or a credential opens. Without -framework, -worker and -catalogue it works on the
// sample data that comes with the project. It exits with 0 when something was printed,
// with what is wrong with the input on standard error; with 1 when nothing could be, or
// with -strict and any problem; with 2 when it was called wrongly.
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
	if err = in.Err; err == nil && len(in.index.Briefs()) == 0 {
		err = inputs.ErrNoRole
	}
	if err == nil {
		err = o.output.Write(func(w io.Writer) error { return o.answer(ctx, in, w, stderr) })
	}
	return in.Exit(stderr, "no map", err, o.strict)
}

// answer draws the map, puts the traveller on it and answers the question.
func (o *options) answer(ctx context.Context, in *given, w, stderr io.Writer) error {
	bar := progress.Spin(stderr, "finding ways")
	defer bar.Close()
	planner, problems := pathway.NewPlanner(in.index, in.catalogue)
	in.Note(problems, nil)
	atlas := pathway.NewAtlas(in.index, planner, pathway.AtlasOptions{Likeness: o.likeness}, in.frameworks...)
	t, err := o.traveller(in, atlas)
	if err != nil {
		return err
	}
	switch {
	case o.unlocks != "":
		return o.writeUnlocks(w, in, t)
	case o.to == "" || o.within != unasked:
		return o.writeReach(ctx, w, t)
	}
	to, err := inputs.WholeRole(in.index, "-to", o.to)
	if err != nil {
		return err
	}
	find := t.Routes
	if o.pareto {
		find = t.Frontier
	}
	found, err := find(ctx, to, o.routes)
	if err != nil {
		return err
	}
	return o.write(w, in.words, atlas, found)
}

// traveller is the person, or whoever can do what -from asks.
func (o *options) traveller(in *given, atlas *pathway.Atlas) (*pathway.Traveller, error) {
	from, err := ksb.RoleID(""), error(nil)
	if o.from != "" {
		if from, err = inputs.WholeRole(in.index, "-from", o.from); err != nil {
			return nil, err
		}
	}
	if in.worker == nil {
		return atlas.Holder(from)
	}
	engine, err := assess.New(in.index, assess.DefaultPolicy())
	if err != nil {
		return nil, err
	}
	return atlas.Person(engine, engine.Profile(*in.worker, o.asOf), from)
}
