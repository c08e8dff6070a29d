package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
)

// options are the flags.
type options struct {
	kind       string
	targets    string
	frameworks []string
	role       string
	confirmed  string
	queries    string
	k          int
	explain    bool
	pick       bool
	strict     bool
}

const about = `match finds the roles or the statements that people's words mean. For each line
of -queries it prints query, rank, id, score and band, with tabs between them,
the likeliest first; rank 0 says that there is nothing to suggest. Only the band
exact may be accepted without a person.`

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("match", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, about)
		flags.PrintDefaults()
	}
	flags.StringVar(&o.kind, "kind", "title", "what the queries are: title (of a role) or statement (a sentence about work)")
	flags.StringVar(&o.targets, "targets", "", "`FILE` with what can be found: ID, tab, text, many lines an ID; - is standard input")
	flags.Func("framework", "`FILE`, directory or zip with standards, in any supported format, in place of -targets; may be repeated", func(s string) error {
		o.frameworks = append(o.frameworks, s)
		return nil
	})
	flags.StringVar(&o.role, "role", "", "with -kind statement: only what this `ROLE` asks for, by ID, code or title; none: all statements")
	flags.StringVar(&o.confirmed, "confirmed", "", "`FILE` with what people have decided: text, tab, ID; or examples/1")
	flags.StringVar(&o.queries, "queries", "-", "`FILE` with one query a line; - is standard input")
	flags.IntVar(&o.k, "k", 10, "at most how many suggestions a query gets; a title that more targets have brings them all")
	flags.BoolVar(&o.explain, "explain", false, "say why: confidence, stage, text, repaired spelling, words that count")
	flags.BoolVar(&o.pick, "pick", false, "choose in the terminal while typing, in place of -queries")
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
	fromPipe := slices.DeleteFunc(append([]string{o.targets, o.confirmed, o.queries}, o.frameworks...), func(name string) bool { return name != "-" })
	switch {
	case len(rest) > 0:
		return fmt.Errorf("what is %q? every input has a flag", strings.Join(rest, " "))
	case o.kind != "title" && o.kind != "statement":
		return fmt.Errorf("-kind is title or statement, not %q", o.kind)
	case o.targets != "" && len(o.frameworks) > 0:
		return errors.New("-targets and -framework do not go together")
	case o.role != "" && o.kind != "statement":
		return errors.New("-role needs -kind statement")
	case o.role != "" && o.targets != "":
		return errors.New("-role is a role of -framework: a file of targets has none")
	case o.k < 1:
		return errors.New("-k is at least 1")
	case o.pick && (o.queries != "-" || o.explain):
		return errors.New("-pick goes with neither -queries nor -explain")
	case len(fromPipe) > 1:
		return errors.New("only one input can be - (standard input); -queries is, unless it names a file")
	}
	return nil
}
