package inputs

import (
	"cmp"
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/examples/commands"
	"github.com/skillgap-go/skillgap/ksb"
)

// The exit codes of the programs; see package commands.
const (
	Done    = commands.Done
	Failed  = commands.Failed
	Misused = commands.Misused
)

// Notes are what is wrong with the inputs of a program, noted while they are read.
type Notes struct {
	Problems ksb.Problems
	Err      error // the first that came; nil: enough could be read to go on
}

// Note adds what came of reading an input.
func (n *Notes) Note(problems ksb.Problems, err error) {
	n.Problems, n.Err = append(n.Problems, problems...), cmp.Or(n.Err, err)
}

// Exit tells, one a line, all problems in their order and the error that the program ended
// with, behind what there is not because of it, such as "no plan". It returns the exit code:
// [Misused] for [ErrUnclear] and [ErrMisused], [Failed] for another error and, if strict, for any problem.
func (n *Notes) Exit(stderr io.Writer, lacking string, err error, strict bool) int {
	for _, p := range n.Problems.Sort() {
		fmt.Fprintln(stderr, p)
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", lacking, err)
	}
	switch {
	case errors.Is(err, ErrUnclear), errors.Is(err, ErrMisused):
		return Misused
	case err != nil, strict && len(n.Problems) > 0:
		return Failed
	}
	return Done
}
