// Command matchgoals prints how well package match finds roles and statements in real
// texts, beside what was aimed at and three ways that one would try first.
//
//	go run ./examples/matchgoals
//	go run ./examples/matchgoals -data DIR -n 0 -slow 300
//	go run ./examples/matchgoals -only o*net -ours
//
// The sets are collected data, which do not come with the project: titles of O*NET,
// vacancies with the ESCO occupations that people chose for them, sentences of adverts
// with the ESCO skills that people found in them, apprenticeship standards. From some of
// them one text in seven is held out, by a hash of the text; typing errors come from a
// seed. So every figure but the speed is the same at every run. The slow ways are asked
// a sample, whose size is shown.
//
// It exits with 0 when a table was printed, with the files that are missing on standard
// error; with 1 when there is nothing to measure; with 2 when it was called wrongly.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, time.Now))
}

// The exit codes.
const (
	printed = 0
	failed  = 1
	misused = 2
)

// run is the whole program, with its surroundings as arguments.
func run(args []string, stdout, stderr io.Writer, now clock) int {
	o, err := parse(args, stderr)
	if err != nil {
		return misused
	}
	d := &data{root: os.DirFS(o.data)}
	err = o.table(d.sets(), stdout, stderr, now)
	for _, p := range slices.CompactFunc(d.missing.Sort(), func(a, b *ksb.Problem) bool { return a.Compare(b) == 0 }) {
		fmt.Fprintln(stderr, p)
	}
	if err != nil {
		fmt.Fprintln(stderr, "no table:", err)
		return failed
	}
	return printed
}

var errNothing = errors.New("there is nothing to measure; -data names the folder with the sets")

// table measures and prints, set by set.
func (o *options) table(sets []set, stdout, stderr io.Writer, now clock) error {
	begun := false
	for i := range sets {
		s := &sets[i]
		if !o.wants(s) || len(s.queries) == 0 {
			continue
		}
		if !begun {
			begun = true
			if err := head(stdout); err != nil {
				return err
			}
		}
		list, err := o.measure(s, stderr, now)
		if err == nil {
			err = s.write(stdout, list)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if !begun {
		return errNothing
	}
	return nil
}

// measure asks every column.
func (o *options) measure(s *set, stderr io.Writer, now clock) (list []*column, err error) {
	for _, c := range o.columns(s.kind) {
		queries := o.queries(s, c.slow)
		bar := progress.Count(stderr, c.heading, len(queries))
		c.result, err = now.ask(c.prepare, s, queries, func() { bar.Add(1) })
		_ = bar.Close()
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}
