// Command setcover solves set-cover problems of the OR-Library (Beasley 1990) and proves
// that no cover costs less. Each file is one problem, plain or gzipped, in the layout by
// rows (sets 4 to 6 and A to H) or in that by columns (the rail problems).
//
//	go run ./examples/setcover scp41.txt.gz scp51.txt.gz
//	go run ./examples/setcover -format json -timeout 60s scp41.txt
//	go run ./examples/setcover -certificate scp41.txt
//
// With -format json it prints one line a file: {"file","value","bound","proved","seconds"}.
// The value is the cost of the cover, the bound what every cover costs at least. It
// exits with 0 when every file was solved, proved or not; with 1 when a file could not be
// read, which is told on standard error; with 2 when it was called wrongly. It is measured
// beside other solvers, so it leans on little that takes time to start, and shows no bar.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"runtime/debug"
	"time"

	"github.com/skillgap-go/skillgap/examples/commands"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

func main() {
	debug.SetGCPercent(400) // most files take milliseconds
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now))
}

// run is the whole program, with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, now func() time.Time) int {
	o, err := parse(args, stderr)
	if err != nil {
		return commands.Misused
	}
	code := commands.Done
	for _, file := range o.files {
		a, err := o.answer(file, stdin, now)
		if err == nil {
			err = o.write(stdout, a)
		}
		if err != nil {
			fmt.Fprintln(stderr, err)
			code = commands.Failed
		}
	}
	return code
}

// answer is what is told of one file.
type answer struct {
	File    string  `json:"file"`
	Value   int64   `json:"value"`
	Bound   int64   `json:"bound"`
	Proved  bool    `json:"proved"`
	Seconds float64 `json:"seconds"` // on the clock, without reading
	shown   *solve.Certificate
}

func (o *options) answer(file string, stdin io.Reader, now func() time.Time) (*answer, error) {
	c, err := o.load(file, stdin)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.Background(), context.CancelFunc(func() {})
	if o.timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, o.timeout)
	}
	defer cancel()
	in := c.instance()
	begin := now()
	s, err := o.solver()(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	a := &answer{File: file, Value: s.Value, Bound: s.Bound, Proved: s.Proved, Seconds: math.Round(now().Sub(begin).Seconds()*1e6) / 1e6}
	if o.certificate && s.Certificate != nil {
		if err := s.Certificate.Check(in); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		a.shown = s.Certificate
	}
	return a, nil
}

func (o *options) solver() func(context.Context, *solve.Instance) (solve.Solution, error) {
	if o.greedy {
		return solve.Greedy
	}
	return solve.Exact
}

func (o *options) write(w io.Writer, a *answer) error {
	if o.format == "json" {
		return json.NewEncoder(w).Encode(a)
	}
	verdict := "proved: no cover costs less"
	if !a.Proved {
		verdict = fmt.Sprintf("not proved: a cover costs at least %d", a.Bound)
	}
	_, err := fmt.Fprintf(w, "%s: %d (%s; %.3f s)\n", a.File, a.Value, verdict, a.Seconds)
	if err == nil && a.shown != nil {
		err = explain(w, a.shown)
	}
	return err
}
