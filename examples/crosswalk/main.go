// Command crosswalk proposes which statements of one standard say the same as which of
// another, lets a person decide, and carries evidence over what was confirmed.
//
//	go run ./examples/crosswalk
//	go run ./examples/crosswalk -a older.json -b newer.json -role-a ST0215 -role-b "Nursing associate"
//	go run ./examples/crosswalk -a older.json -b newer.json -review decide.csv
//	go run ./examples/crosswalk -a older.json -b newer.json -links decide.csv -out links.json
//	go run ./examples/crosswalk -a older.json -b newer.json -links decide.csv -worker person.json
//
// First it prints the proposals that are likely enough for -least, the likeliest first
// for each statement of -a. With -review it writes them into a file, in which a person
// confirms or rejects each. With -links it reads that file back, strictly, and writes
// the confirmed links as ksb/1; with -worker it shows instead where a person stands in
// the role of -b, by the evidence that they gathered under -a: what came over a link is
// marked as carried.
//
// Nothing is carried over a proposal: it takes a person. Without -a and -b it works on two
// roles of the sample data that comes with the project. It exits with 0 when something was
// printed or written, with what is wrong with the input on standard error; with 1 when
// nothing could be, or with -strict and any problem; with 2 when it was called wrongly.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit codes.
const (
	printed = 0
	failed  = 1
	misused = 2
)

// run is the whole program, with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return misused
	}
	in, err := o.load(stdin, stderr)
	if err == nil {
		err = o.answer(in, stdout)
	}
	for _, p := range in.problems.Sort() {
		fmt.Fprintln(stderr, p)
	}
	if err != nil {
		fmt.Fprintln(stderr, "no crosswalk:", err)
	}
	switch {
	case errors.Is(err, inputs.ErrUnclear):
		return misused
	case err != nil, o.strict && len(in.problems) > 0:
		return failed
	}
	return printed
}

// answer does what the flags ask for.
func (o *options) answer(in *given, w io.Writer) error {
	switch {
	case o.worker != "":
		return o.carry(in)
	case o.links != "":
		return o.writeLinks(in, w)
	}
	proposals, err := o.propose(in)
	switch {
	case err != nil:
		return err
	case o.review != "":
		return o.writeReview(in, proposals, w)
	}
	return o.output.Write(func(w io.Writer) error { return o.write(in, proposals, w) })
}
