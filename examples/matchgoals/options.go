package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// options are the flags.
type options struct {
	data    string
	most    int
	slow    int
	only    string
	onlyOur bool
}

const about = `matchgoals prints how well package match finds roles and statements in real
texts, beside what was aimed at and three ways that one would try first.`

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("matchgoals", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, about)
		flags.PrintDefaults()
	}
	flags.StringVar(&o.data, "data", "../shared/data", "`DIR` with the collected sets")
	flags.IntVar(&o.most, "n", 2000, "at most how many queries of a set are asked; 0: all")
	flags.IntVar(&o.slow, "slow", 100, "at most how many of them the slow ways are asked; 0: as many")
	flags.StringVar(&o.only, "only", "", "only the sets with this `TEXT` in their name")
	flags.BoolVar(&o.onlyOur, "ours", false, "only our own column")
	err := flags.Parse(args)
	if err == nil {
		if err = o.check(flags.Args()); err != nil {
			fmt.Fprintln(stderr, err)
		}
	}
	return o, err
}

func (o *options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("what is %q? every input has a flag", strings.Join(rest, " "))
	case o.most < 0 || o.slow < 0:
		return errors.New("-n and -slow are at least 0")
	}
	return nil
}

// wants tells whether a set is asked for.
func (o *options) wants(s *set) bool {
	return strings.Contains(strings.ToLower(s.name), strings.ToLower(o.only))
}

// columns are the ways that are compared.
func (o *options) columns(k kind) []*column {
	if o.onlyOur {
		return columns(k)[:1]
	}
	return columns(k)
}

// queries are those that a column is asked.
func (o *options) queries(s *set, slow bool) []query {
	list := sample(s.queries, o.most)
	few := o.slow
	if s.long {
		few /= 10
	}
	if slow && o.slow > 0 {
		list = list[:min(len(list), max(few, 1))]
	}
	return list
}
