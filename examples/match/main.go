// Command match finds the roles or the statements that people's words mean: a line of
// text in, suggestions out, the likeliest first.
//
//	go run ./examples/match -targets roles.tsv -queries titles.txt -k 10
//	go run ./examples/match -kind statement -targets ksbs.tsv -confirmed pairs.tsv -queries evidence.txt
//	go run ./examples/match -framework standards.json -queries - -explain < titles.txt
//	go run ./examples/match -framework standards.json -pick
//
// A file of targets has an ID, a tab and a text a line; an ID may have many lines, the
// first of which is its name. A file of confirmed pairs has a text, a tab and an ID, or
// is of the format examples/1, which knows what was rejected, too. With -framework the
// roles, or the statements, are those of standards in any supported format; with
// neither, those of the sample data that comes with the project.
//
// For each line of -queries, in their order and as soon as it is worked out, it prints
//
//	query TAB rank TAB id TAB score TAB band
//
// once for each suggestion, ranks from 1, -k of them at most; a title that more targets
// have brings them all. A query for which there is none, such as an empty line, has one
// line with rank 0, no ID, score 0 and the band none: so a program that reads along sees
// every query, and a new one begins at every rank below 2. Tabs and other control
// characters of a query become spaces; what follows the first 1,048,576 bytes of a line
// is left out, and a byte that is not UTF-8 becomes U+FFFD. With -explain there are five
// columns more: the confidence, what it was found by, the text that it was found by, the
// query with its spelling repaired if it was, and the words that count with their
// shares.
//
// Only the band exact may be accepted without a person; likely and possible are for
// somebody to choose from.
//
// With -pick one types and chooses in the terminal, and what was chosen is printed as
// ID TAB text. Where there is no terminal, each line lists what it may mean, and a line
// with a number chooses.
//
// It exits with 0 when every query was answered, or something was chosen, with what is
// wrong with the input on standard error; with 1 when that could not be done, when nothing
// was chosen, or with -strict and any problem; with 2 when it was called wrongly.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/skillgap-go/skillgap/examples/inputs"
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
	in, err := o.load(stdin, stderr)
	for _, p := range in.problems.Sort() {
		fmt.Fprintln(stderr, p)
	}
	switch {
	case err != nil:
	case o.pick:
		err = o.choose(in, stdin, stdout, stderr)
	default:
		err = o.matchAll(ctx, in.suggest, stdin, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, "no match:", err)
	}
	switch {
	case errors.Is(err, inputs.ErrUnclear):
		return misused
	case err != nil, o.strict && len(in.problems) > 0:
		return failed
	}
	return printed
}
