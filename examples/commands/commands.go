// Package commands is how the programs here are called: how they read their flags, and the
// codes with which they exit. It leans on nothing that takes time to start.
package commands

import (
	"flag"
	"fmt"
)

// The codes with which a program exits.
const (
	Done    = 0 // an answer was given, whatever is wrong with the inputs
	Failed  = 1 // none could be given; or something is wrong with the inputs, and that was to count
	Misused = 2 // the program was called wrongly, or has to be told more
)

// Parse reads flags and then has check look at them and at the words behind them. What is
// wrong has been said, where the flags say it, when an error returns.
func Parse(flags *flag.FlagSet, args []string, check func(rest []string) error) error {
	err := flags.Parse(args) // says itself what is wrong
	if err != nil {
		return err
	}
	if err = check(flags.Args()); err != nil {
		fmt.Fprintln(flags.Output(), err)
	}
	return err
}
